import type { contribution } from '../../schemas/forms/contribution.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { again, openedBy } from './follow-up.ts';
import { done, type FollowUp, type Rule, refused, type TaskSituation } from './work-outcome.ts';
import { workOf } from './work-records.ts';

/** Days after which somebody looks whether a payment has come, and at a debt that is looked into. */
const lookAfter = { payment: 7, dispute: 28 };

const lookedAt = (task: Task, day: string, days: number, reason: string): FollowUp => {
  const opensOn = addDays(isoDate.parse(day), days);
  return { ...again(task, opensOn, reason), opensOn };
};

const reasons = {
  begins: 'The person pays towards their support from now on: arrange how, and tell them how to pay',
  changes: 'What the person pays changes: collect the new amount, and tell them',
  ends: 'The person does not pay any more: stop collecting it, and look whether too much was paid',
} as const;
const said: ReadonlySet<string> = new Set(Object.values(reasons));

/**
 * Who collects what a person pays, from the moment that it is charged: nobody else sends the first invoice. Weekly amounts in pence.
 *
 * @param before what was charged until now; undefined where nothing was
 */
export const collectionFor = (
  { task, tasks }: Pick<TaskSituation, 'task' | 'tasks'>,
  before: number | undefined,
  now: number,
): FollowUp[] => {
  // A plan and the finances behind it change together: one piece of work collects what both say.
  const isOpen = tasks.some(
    ({ kind, status, reason = '' }) => kind === 'collect-contribution' && status === 'open' && said.has(reason),
  );
  if ((before ?? 0) === now || isOpen) return [];
  const which = now === 0 ? 'ends' : (before ?? 0) === 0 ? 'begins' : 'changes';
  return [openedBy(task, 'collect-contribution', reasons[which])];
};

/**
 * How a contribution is collected. Once arranged, somebody looks whether the first payment has come; one that has not come is asked for, or their
 * money is looked at again. Support is not stopped for a debt. Care Act 2014 s.69.
 */
export const collectContribution: Rule<typeof contribution> = (answers, { task, records, now }) => {
  const { contributionStep: step } = answers;
  if (step === 'arranged') {
    const { howPaid, firstDueOn = '', toldHowOn = '' } = answers;
    if (toldHowOn > firstDueOn) {
      return refused(
        'firstDueOn',
        'The person has to know how to pay before the first payment is due: choose a later day',
      );
    }
    const held = workOf(records, 'set-up-support')?.answers.arrangements ?? [];
    if (howPaid === 'net-payment' && !held.includes('direct-payment')) {
      return refused('howPaid', 'There is no direct payment that it can be taken off: choose another way');
    }
    return done('arranged', {
      opens: [lookedAt(task, firstDueOn, lookAfter.payment, 'A first payment was due: look whether it has come')],
      tells: ['answer-ready'],
    });
  }
  if (step !== 'not-paid') return done(step, step === 'stopped' ? { tells: ['answer-ready'] } : {});
  const { whatNext, payBy } = answers;
  if (payBy !== undefined && (whatNext === 'reminded' || whatNext === 'in-parts')) {
    return done(whatNext, {
      opens: [lookedAt(task, payBy, 1, 'A payment that had not come was due again: look whether it has come')],
      tells: ['answer-ready'],
    });
  }
  const why =
    whatNext === 'cannot-pay'
      ? 'The person says that they cannot pay what they are charged'
      : 'The person says that what they are charged is wrong';
  return done(whatNext ?? 'disputed', {
    opens: [
      openedBy(task, 'assess-finances', why),
      lookedAt(task, londonDate(now), lookAfter.dispute, 'A payment that has not come: look where it stands'),
    ],
    tells: ['answer-ready'],
  });
};
