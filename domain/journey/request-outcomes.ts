import type { Task, TaskKind } from '../../schemas/task.ts';
import type { WorkAnswers } from '../../schemas/work-lists.ts';
import { complaintClock } from '../complaints/complaint-clock.ts';
import { complaintTimeProblems } from '../complaints/complaint-work.ts';
import { reviewRequest, stepsForChange } from '../review/plan-changes.ts';
import type { BrokenRule } from '../ruling.ts';
import { londonDate } from '../time/clock-time.ts';
import { wishToEnd } from './ending-outcomes.ts';
import { again, openedBy } from './follow-up.ts';
import {
  broken,
  done,
  recordId,
  refused,
  type TaskOutcome,
  type TaskRefusal,
  type TaskSituation,
} from './work-outcome.ts';
import { allWorkOf } from './work-records.ts';

/** The kinds of task that a person's own request opens: no machine waits for them, and they outlive the case's closing. */
export const requestKinds = [
  'decide-review-request',
  'answer-query',
  'acknowledge-complaint',
  'answer-complaint',
  'put-complaint-right',
  'look-at-change',
  'look-at-money',
  'consider-ending',
] as const satisfies readonly TaskKind[];
type RequestKind = (typeof requestKinds)[number];

type Rules = {
  [Kind in RequestKind]: (answers: WorkAnswers<Kind>, situation: TaskSituation) => TaskOutcome | TaskRefusal;
};

/** The request `case.request-3f0a1c` opens the task `case.answer-query-3f0a1c`: what they share is the mark at the end. */
const markOf = (task: { readonly id: string }): string => task.id.slice(task.id.lastIndexOf('-') + 1);

/** What the tasks of a request share with it. @param request by the id of its record */
export const requestMark = (request: { readonly id: string }): string => markOf(request);

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

/** A step of the same request, for other work that it leads to: it shares its mark, so that what was asked is done when that is. */
const stepFor = (task: Task, kind: TaskKind): string => recordId(task).replace('case.', '').replace(task.kind, kind);

const noPlan = 'There is no plan in force to review or to change. Refuse with your reasons';

/** Working days in which a review that is urgent is held. Our own choice. */
const urgentReviewDays = 2;

/** The small change goes to whoever wrote the plan in force, while they work here. S53. */
const opensSmallChange = ({ task, case: careCase, plans }: TaskSituation): Partial<TaskOutcome> => {
  const author = plans.find(({ number }) => number === careCase.planInForce)?.by;
  return {
    opens: [
      {
        kind: 'change-plan',
        step: stepFor(task, 'change-plan'),
        reason: 'A small change to the plan was agreed. It needs no review',
        holderId: author?.kind === 'staff' ? author.id : undefined,
      },
    ],
  };
};

const hasPlan = ({ case: careCase }: TaskSituation): boolean =>
  careCase.closed === undefined && careCase.planInForce !== undefined;

type Decision = WorkAnswers<'decide-review-request'>;

/** Why a small change may not be made without a review, if so. Care Act 2014 s.27(4); statutory guidance, chapter 13. */
const smallChangeProblems = (answers: Decision): BrokenRule[] => {
  const steps = stepsForChange({
    circumstancesChanged: answers.circumstancesChanged === 'yes',
    moneyChanged: answers.moneyAffected === 'yes',
    arrangementOnly: answers.arrangementOnly === 'yes',
    personAskedAndIsContent: answers.personContent === 'yes',
  });
  if (steps.some(({ step }) => step === 'minor-change')) return [];
  const [first] = steps.filter(({ step }) => step !== 'financial-reassessment');
  return [
    {
      field: 'decision',
      rule: first?.source ?? 's.27(1)',
      message: `${first?.why ?? 'More than the arrangement changes.'} Choose a review instead`,
    },
  ];
};

const decideReviewRequest = (answers: Decision, situation: TaskSituation): TaskOutcome | TaskRefusal => {
  const { task } = situation;
  const { decision, urgency, reasons, howToChallenge } = answers;
  const ruling = reviewRequest({ reasonable: decision !== 'refuse', reasons, toldHowToChallenge: !!howToChallenge });
  if (ruling.code === 'write-reasons-first') return refused('reasons', ruling.next);
  if (ruling.code === 'say-how-to-challenge-first') return refused('howToChallenge', ruling.next);
  // Nobody who is not signed in gets a mail with what was decided: whoever decides tells them, as far as they may.
  if (isAskedByOther(task) && answers.toldOn === undefined) {
    return refused('toldOn', 'Tell whoever asked, as far as they may know it, and enter the day');
  }
  if (decision === 'refuse') return replied(task, decision);
  if (!hasPlan(situation)) return refused('decision', noPlan);
  if (decision === 'minor-change') {
    const problems = smallChangeProblems(answers);
    return problems.length > 0 ? broken(problems) : replied(task, decision, opensSmallChange(situation));
  }
  const asked = `${urgency === 'urgent' ? 'Urgent. ' : ''}Asked for by ${isAskedByOther(task) ? 'someone else' : 'the person'}`;
  return replied(task, decision, {
    reviewForward: `${asked}. ${reasons}`,
    ...(urgency === 'urgent' && { reviewWithin: urgentReviewDays }),
  });
};

/** A decision that does not stand is made again, by whoever makes it: the work opens at once. */
const madeAgain: Readonly<Partial<Record<string, TaskKind>>> = {
  eligibility: 'decide-eligibility',
  budget: 'estimate-budget',
  charge: 'assess-finances',
  'review-request': 'decide-review-request',
};

const answerQuery = (answers: WorkAnswers<'answer-query'>, situation: TaskSituation): TaskOutcome | TaskRefusal => {
  const { task } = situation;
  const { decisionStands, decideAgain = '', nextSteps = '' } = answers;
  if (decisionStands === 'yes') return replied(task, 'decision-stands');
  const kind = madeAgain[decideAgain];
  if (kind !== undefined) {
    const reason = 'A question showed that the decision does not stand. Make it again; the person is told the new one';
    return replied(task, 'looked-at-again', { opens: [{ kind, step: stepFor(task, kind), reason }] });
  }
  if (!hasPlan(situation))
    return refused('decideAgain', 'There is no plan in force to review. Choose what is decided again');
  return replied(task, 'looked-at-again', {
    reviewForward: `A question showed that the ${decideAgain} does not stand. ${nextSteps}`.trim(),
  });
};

const lookAtChange = (
  { leadsTo = 'nothing', whatWasDone }: WorkAnswers<'look-at-change'>,
  situation: TaskSituation,
): TaskOutcome | TaskRefusal => {
  const { task, case: careCase } = situation;
  if ((leadsTo === 'review' || leadsTo === 'small-change') && !hasPlan(situation)) {
    return refused('leadsTo', 'There is no plan in force to review or to change. Choose what follows instead');
  }
  if (leadsTo === 'reassess' && careCase.closed) {
    return refused('leadsTo', 'The case is closed. Choose what follows instead');
  }
  return replied(task, leadsTo === 'nothing' ? 'done' : leadsTo, {
    ...(leadsTo === 'small-change' && opensSmallChange(situation)),
    ...(leadsTo === 'review' && { reviewForward: `The person told us of a change. ${whatWasDone}` }),
    ...(leadsTo === 'reassess' && { reassess: `The person told us of a change. ${whatWasDone}` }),
  });
};

/** What finishing each of these tasks means. A request for a review is granted by bringing the planned one forward. */
export const requestRules: Rules = {
  'decide-review-request': decideReviewRequest,
  'answer-query': answerQuery,

  'acknowledge-complaint': (answers, { task, records }) => {
    const { receivedOn, agreedAnswerOn, late, lateDecision, forAnother, talkOffered, whyNotTaken } = answers;
    const received = receivedOn ?? londonDate(task.openedAt);
    const problems = complaintTimeProblems({ late, receivedOn: received }, records, requestOf(task));
    const isTaken = lateDecision !== 'not-looked-at' && forAnother !== 'may-not';
    if (isTaken && talkOffered === 'no') {
      const message = 'Offer to talk about how it is handled and by when, and select yes';
      problems.push({ field: 'talkOffered', rule: 'SI 2009/309 reg 13(7)', message });
    }
    if (!isTaken && !whyNotTaken) {
      const message = 'Enter why it is not looked at, in words for the person';
      problems.push({ field: 'whyNotTaken', rule: 'SI 2009/309 regs 5(5) and 12', message });
    }
    if (problems.length > 0) return broken(problems);
    if (!isTaken) return replied(task, 'not-looked-at', { tells: ['complaint-answered'] });
    const { respondBy } = complaintClock(received, { agreedOn: agreedAnswerOn });
    // An earlier day that was agreed is the one to keep to.
    const dueOn = agreedAnswerOn ?? respondBy;
    return replied(task, 'acknowledged', {
      tells: ['complaint-acknowledged'],
      opens: [{ kind: 'answer-complaint', step: `answer-complaint-${markOf(task)}`, dueOn }],
    });
  },

  'answer-complaint': ({ outcome, lateWhy }, { task, records, now }) => {
    const [acknowledged] = allWorkOf(records, 'acknowledge-complaint').filter(({ to }) => to === requestOf(task));
    const received = acknowledged?.answers.receivedOn ?? (acknowledged && londonDate(acknowledged.at));
    if (received && !lateWhy && londonDate(now) > complaintClock(received).respondBy) {
      return refused('lateWhy', 'Enter why it took more than six months: the answer says so');
    }
    const promised =
      outcome === 'not-upheld'
        ? []
        : [openedBy(task, 'put-complaint-right', 'The answer to a complaint said what is done')];
    return replied(task, outcome, { tells: ['complaint-answered'], opens: promised });
  },

  'put-complaint-right': ({ isDone, restBy }, { task }) =>
    done(isDone === 'yes' ? 'done' : 'in-part', {
      tells: ['answer-ready'],
      ...(isDone === 'no' && restBy && { opens: [again(task, restBy, 'Some of it was still to be done')] }),
    }),

  'look-at-change': lookAtChange,
  'look-at-money': (_answers, { task }) => replied(task, 'done'),

  'consider-ending': (answers, situation) => {
    const found = wishToEnd(answers, situation);
    return found.ok ? replied(situation.task, found.outcome, found) : found;
  },
};
