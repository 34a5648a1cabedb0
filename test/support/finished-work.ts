import { asOne } from '../../domain/journey/joined-person.ts';
import { outcomeOf } from '../../domain/journey/task-outcomes.ts';
import type { TaskSituation } from '../../domain/journey/work-outcome.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import { type TaskKind, task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { aCase } from './a-case.ts';
import { aCouncil } from './a-council.ts';
import { aPerson } from './a-person.ts';

/** The day on which the work of these tests is done: that on which the example's case was opened. */
export const today = '2026-01-05';

/** A piece of work that somebody finishes on the day on which the case was opened. @param id what follows the reference in the task's id */
export const situationOf = (
  kind: TaskKind,
  careCase: Partial<CareCase>,
  id: string,
  rest: Partial<TaskSituation> = {},
): TaskSituation => ({
  case: aCase(careCase),
  person: asOne([aPerson()]),
  task: task.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    id: `K7M-29QX-T4F.${id}`,
    version: 1,
    kind,
    role: kindsOfWork[kind].role,
    openedAt: `${today}T10:00:00.000Z`,
    dueOn: today,
    status: 'open',
  }),
  now: isoInstant.parse(`${today}T11:00:00.000Z`),
  staff: { id: 'worker', name: 'Kwame Nowak' },
  council: aCouncil({ charging: undefined }),
  records: [],
  tasks: [],
  mail: [],
  plans: [],
  ...rest,
});

/** A finished piece of work as it is kept, with the example's answers and what a test wants different. @param hour of that day */
export const keptWork = (kind: TaskKind, changes: object = {}, hour = 10): CaseRecord => ({
  council: aCase().council,
  reference: aCase().reference,
  id: `case.${kind}-${hour}`,
  version: 1,
  at: isoInstant.parse(`${today}T${hour}:30:00.000Z`),
  by: { kind: 'staff', id: 'worker', role: kindsOfWork[kind].role },
  kind: 'work',
  work: kind,
  list: kind,
  listVersion: 1,
  answers: { ...staffAnswers(today)[kind], ...changes },
});

/** What the person sent first. */
export const keptApplication = (answers: object, list = 'needs-assessment'): CaseRecord => ({
  council: aCase().council,
  reference: aCase().reference,
  id: 'application',
  version: 1,
  at: isoInstant.parse(`${today}T10:00:00.000Z`),
  by: { kind: 'public' },
  kind: 'application',
  list,
  listVersion: 1,
  answers: { ...answers },
});

/** What finishing a kind of work comes to, with the example's answers and what a test wants different. */
export const finishing =
  (kind: TaskKind, id = `assessment-1.${kind}`) =>
  (changes: object = {}, careCase: Partial<CareCase> = {}, rest: Partial<TaskSituation> = {}) =>
    outcomeOf({ ...staffAnswers(today)[kind], ...changes }, situationOf(kind, careCase, id, rest));

/** The fields that must be put right before it is taken; none where it is. */
export const wrongFields = (found: ReturnType<typeof outcomeOf>): string[] =>
  found.ok ? [] : found.problems.map(({ field }) => field);
