import * as z from 'zod';
import { mailTemplate } from './mail.ts';
import { caseReference, councilSlug, isoInstant } from './scalars.ts';
import { taskId } from './task.ts';
import { executionInput } from './workflow.ts';

/** The step that owes news: on a case itself its name may end in what marks one request, as in `answer-query-9bb5edd77e02`. */
const step = z
  .string()
  .regex(/^[a-z]+(-[a-z0-9]+)*$/)
  .max(60);

const owed = { council: councilSlug, reference: caseReference, id: z.string().max(120), at: isoInstant };

/**
 * Something still owed to Step Functions or to a person, written in the transaction that makes it due and removed once it is sent.
 * What a crash leaves behind, the sweeper sends.
 */
export const signal = z.discriminatedUnion('kind', [
  z.strictObject({
    ...owed,
    kind: z.literal('start-execution'),
    machine: z.enum(['assessment-journey', 'review-cycle']),
    input: executionInput,
  }),
  /** The answer to a task's token; the answer itself is in the task. */
  z.strictObject({ ...owed, kind: z.literal('answer-task'), taskId }),
  /** News for whoever gets updates on the case, where no machine brings it. */
  z.strictObject({ ...owed, kind: z.literal('tell-person'), step, template: mailTemplate }),
]);
export type Signal = z.infer<typeof signal>;
