import * as z from 'zod';
import { dateOf, oneOf, writtenText } from './posted-fields.ts';
import { taskId, waitsFor } from './task.ts';
import { asTyped } from './typed-text.ts';

const toWhom = 'Choose who is to do it, by their id in the staff directory';

const seenVersion = z.coerce
  .number({ error: 'Send the version of the task that you saw' })
  .pipe(z.int({ error: 'Send the version of the task that you saw' }).positive())
  .describe('The version that you saw: where it has changed since, nothing is done');

/** `POST …/tasks/{id}/claim` and `…/put-back`: which version of the task was seen. */
export const seenTaskBody = z.strictObject({ version: seenVersion }, { error: 'Send an object with "version"' });

/** `POST …/tasks/{id}/wait`: for what it waits, and until when. */
export const waitBody = z.strictObject(
  {
    version: seenVersion,
    for: oneOf(waitsFor.options, 'Choose what it waits for').describe(
      'From a list, as it is shown beside many and counted',
    ),
    until: dateOf('the day until which it waits').describe('The day on which it is to be done again'),
    note: z.string().overwrite(asTyped).max(2000, { error: 'The note must be 2,000 characters or less' }).optional(),
  },
  { error: 'Send an object with "version", "for" and "until"' },
);

/** `POST …/tasks/{id}/note`: what somebody wants to say beside a task. */
export const taskNoteBody = z.strictObject(
  {
    text: writtenText('the note', 10_000),
    key: z
      .string()
      .regex(/^[\w-]{8,60}$/)
      .optional()
      .describe('The same key never makes a second note'),
  },
  { error: 'Send an object with "text"' },
);

/** `POST …/tasks/reassign`: several tasks to one worker, and why. */
export const reassignBody = z.strictObject(
  {
    to: z.string({ error: toWhom }).min(1, { error: toWhom }).max(128, { error: toWhom }),
    reason: writtenText('the reason', 1000),
    givesAccess: z
      .boolean()
      .optional()
      .describe('They may open the restricted records among these from now on, where the caller may'),
    tasks: z
      .array(z.strictObject({ id: taskId, version: z.int().positive() }))
      .min(1, { error: 'Choose at least one task' })
      .max(100, { error: 'Choose at most 100 tasks at once' }),
  },
  { error: 'Send an object with "to", "reason" and "tasks"' },
);
export const reassigned = z
  .object({
    to: z.string(),
    rows: z.array(
      z.object({ id: taskId, moved: z.boolean(), why: z.string().optional().describe('Why it was not moved') }),
    ),
  })
  .meta({ id: 'Reassigned' });
