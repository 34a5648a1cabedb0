import { readAnswers } from '../../schemas/answers.ts';
import { type Answers, workOpenedBy } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { keptAnswers, splitAnswers, withOverlay } from '../../schemas/overlay.ts';
import { type Task, taskKind } from '../../schemas/task.ts';
import { londonDate } from '../time/clock-time.ts';
import { datesHoldTogether } from './dates-hold-together.ts';
import { openedBy } from './follow-up.ts';
import {
  broken,
  type FollowUp,
  type Kept,
  recordId,
  type TaskOutcome,
  type TaskRefusal,
  type TaskSituation,
} from './work-outcome.ts';

const isEmpty = (of: object | undefined): boolean => of === undefined || Object.keys(of).length === 0;

/** The record that a finished piece of work leaves: what was answered, to which list, and what its rule worked out. */
const workRecord = (list: Form, answers: Answers, { result, to }: TaskOutcome, situation: TaskSituation): Kept => {
  const { task, unchanged, overlay } = situation;
  return {
    kind: 'work',
    id: recordId(task),
    version: 1,
    work: task.kind,
    ...keptAnswers(list, overlay, answers),
    ...(!isEmpty(unchanged) && { unchanged }),
    ...(to && { to }),
    ...(result && { result }),
  };
};

/** The work that the answers themselves open, once for each task. */
const opened = (task: Task, list: Form, answers: Answers): FollowUp[] =>
  workOpenedBy(list, answers).map(({ work, reason }) => openedBy(task, taskKind.parse(work), reason));

/** Work that both a rule and an answer ask for is one piece of work. */
const onceEach = (opens: readonly FollowUp[]): FollowUp[] =>
  [...new Map(opens.toReversed().map((work) => [work.step, work])).values()].toReversed();

/**
 * What finishing a piece of work with answers to its list means: the list, as the council asks it, says whether they are answers at all, the
 * rule what follows from them, and the record keeps both. The one way in which any list becomes a record.
 *
 * @param rule of that list; it reads the answers to the list itself and not those to what a council has added
 */
export const finishedWork = (
  base: Form,
  rule: (answers: never, situation: TaskSituation) => TaskOutcome | TaskRefusal,
  given: unknown,
  situation: TaskSituation,
): TaskOutcome | TaskRefusal => {
  const { task, now, overlay } = situation;
  const list = withOverlay(base, overlay);
  const read = readAnswers(list, () => londonDate(now), given);
  if (read.outcome !== 'complete') {
    const problems = read.outcome === 'problems' ? read.problems : [];
    return { ok: false, code: 'invalid-answers', problems };
  }
  const wrongDays = datesHoldTogether(list, read.answers, situation);
  if (wrongDays.length > 0) return broken(wrongDays);
  // They have passed the list, from which the rule's type is made.
  const outcome = rule(splitAnswers(read.answers).own as never, situation);
  if (!outcome.ok) return outcome;
  return {
    ...outcome,
    records: [...outcome.records, workRecord(list, read.answers, outcome, situation)],
    opens: onceEach([...(outcome.opens ?? []), ...opened(task, list, read.answers)]),
  };
};
