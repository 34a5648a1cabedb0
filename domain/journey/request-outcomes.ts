import type { Task, TaskKind } from '../../schemas/task.ts';
import type { WorkAnswers } from '../../schemas/work-lists.ts';
import { complaintClock } from '../complaints/complaint-clock.ts';
import { londonDate } from '../time/clock-time.ts';
import { done, refused, type TaskOutcome, type TaskRefusal, type TaskSituation } from './work-outcome.ts';

/** The kinds of task that a person's own request opens: no machine waits for them, and they outlive the case's closing. */
export const requestKinds = [
  'decide-review-request',
  'answer-query',
  'acknowledge-complaint',
  'answer-complaint',
  'look-at-change',
  'look-at-money',
] as const satisfies readonly TaskKind[];
type RequestKind = (typeof requestKinds)[number];

type Rules = {
  [Kind in RequestKind]: (answers: WorkAnswers<Kind>, situation: TaskSituation) => TaskOutcome | TaskRefusal;
};

/** The request `case.request-3f0a1c` opens the task `case.answer-query-3f0a1c`: what they share is the mark at the end. */
const markOf = (task: Pick<Task, 'id'>): string => task.id.slice(task.id.lastIndexOf('-') + 1);

/** The id of the record with the request that a task answers. */
export const requestOf = (task: Pick<Task, 'id'>): string => `case.request-${markOf(task)}`;

/**
 * Whether a task comes from someone else's request about the person, such as a provider's: `case.decide-review-request-by-other-3f0a1c`.
 * The person did not ask, so no answer is mailed to them; whoever asked is answered by staff, who know what they may say.
 */
const isAskedByOther = ({ id }: Pick<Task, 'id'>): boolean => id.includes('-by-other-');

/** An answer to a request: kept with what it answers, and the person is told that there is one to read. */
const replied = (task: Task, outcome: string, rest: Partial<TaskOutcome> = {}): TaskOutcome =>
  done(outcome, { to: requestOf(task), ...(!isAskedByOther(task) && { tells: ['answer-ready'] as const }), ...rest });

/** What finishing each of these tasks means. A request for a review is granted by bringing the planned one forward. */
export const requestRules: Rules = {
  'decide-review-request': ({ decision, urgency, reasons }, { case: careCase, task }) => {
    if (decision !== 'review') return replied(task, decision);
    if (careCase.closed || careCase.planInForce === undefined) {
      return refused(
        'decision',
        'There is no plan in force to review. Make a small change, or refuse with your reasons',
      );
    }
    const asked = `${urgency === 'urgent' ? 'Urgent. ' : ''}Asked for by ${isAskedByOther(task) ? 'someone else' : 'the person'}`;
    return replied(task, decision, { reviewForward: `${asked}. ${reasons}` });
  },

  'answer-query': ({ decisionStands }, { task }) =>
    replied(task, decisionStands === 'yes' ? 'decision-stands' : 'looked-at-again'),

  'acknowledge-complaint': ({ receivedOn, agreedAnswerOn }, { task }) => {
    const { respondBy } = complaintClock(receivedOn ?? londonDate(task.openedAt), { agreedOn: agreedAnswerOn });
    // An earlier day that was agreed is the one to keep to.
    const dueOn = agreedAnswerOn ?? respondBy;
    return replied(task, 'acknowledged', {
      opens: [{ kind: 'answer-complaint', step: `answer-complaint-${markOf(task)}`, dueOn }],
    });
  },

  'answer-complaint': ({ outcome }, { task }) => replied(task, outcome),

  'look-at-change': (_answers, { task }) => replied(task, 'done'),
  'look-at-money': (_answers, { task }) => replied(task, 'done'),
};
