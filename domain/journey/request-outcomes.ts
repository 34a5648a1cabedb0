import type { Reply } from '../../schemas/requests.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import type { WorkAnswers } from '../../schemas/work-lists.ts';
import { complaintClock } from '../complaints/complaint-clock.ts';
import { londonDate } from '../time/clock-time.ts';
import type { TaskOutcome, TaskRefusal, TaskSituation } from './work-outcome.ts';

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

const replied = (task: Task, outcome: string, content: Reply, rest: Partial<TaskOutcome> = {}): TaskOutcome => ({
  ok: true,
  outcome,
  changes: {},
  records: [{ kind: 'reply', id: task.id.slice(task.id.indexOf('.') + 1), version: 1, to: requestOf(task), content }],
  output: {},
  tellsPerson: !isAskedByOther(task),
  ...rest,
});

const message = (task: Task, { whatWasDone, answer }: WorkAnswers<'look-at-change'>): TaskOutcome => {
  const told = replied(task, 'done', { kind: 'message', answer });
  const [reply] = told.records;
  const id = task.id.slice(task.id.indexOf('.') + 1);
  return {
    ...told,
    records: [...(reply ? [reply] : []), { kind: 'note', id, version: 1, content: { text: whatWasDone } }],
  };
};

/** What finishing each of these tasks means. A request for a review is granted by bringing the planned one forward. */
export const requestRules: Rules = {
  'decide-review-request': (answers, { case: careCase, task }) => {
    if (answers.decision === 'review' && (careCase.closed || careCase.planInForce === undefined)) {
      const message = 'There is no plan in force to review. Make a small change, or refuse with your reasons';
      return { ok: false, code: 'invalid-answers', problems: [{ field: 'decision', message }] };
    }
    return replied(
      task,
      answers.decision,
      { kind: 'review-request', decision: answers },
      answers.decision === 'review'
        ? { reviewForward: `Asked for by ${isAskedByOther(task) ? 'someone else' : 'the person'}. ${answers.reasons}` }
        : {},
    );
  },

  'answer-query': (answers, { task }) =>
    replied(task, answers.decisionStands ? 'decision-stands' : 'looked-at-again', { kind: 'query', ...answers }),

  'acknowledge-complaint': (answers, { task, now }) => {
    if (answers.acknowledgedOn > londonDate(now)) {
      const message = 'The day must be today or in the past';
      return { ok: false, code: 'invalid-answers', problems: [{ field: 'acknowledgedOn', message }] };
    }
    const { respondBy } = complaintClock(londonDate(task.openedAt), { agreedOn: answers.agreedAnswerOn });
    // An earlier day that was agreed is the one to keep to.
    const agreed = answers.agreedAnswerOn ?? respondBy;
    return replied(
      task,
      'acknowledged',
      { kind: 'complaint-acknowledged', ...answers },
      { opens: [{ kind: 'answer-complaint', step: `answer-complaint-${markOf(task)}`, dueOn: agreed }] },
    );
  },

  'answer-complaint': (answers, { task }) => replied(task, answers.outcome, { kind: 'complaint-answered', ...answers }),

  'look-at-change': (answers, { task }) => message(task, answers),
  'look-at-money': (answers, { task }) => message(task, answers),
};
