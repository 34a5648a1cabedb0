import type { afterDischarge } from '../../schemas/forms/after-discharge.ts';
import type { waitingReview } from '../../schemas/forms/waiting-review.ts';
import type { Urgency } from '../../schemas/targets.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { workingDayOnOrBefore } from '../time/working-days.ts';
import { again, openedBy } from './follow-up.ts';
import { done, type FollowUp, type Rule, refused, type TaskSituation } from './work-outcome.ts';
import { allWorkOf } from './work-records.ts';

/** Days after which a wait is looked at again where a council has set none: our own choice, as the law names no number. */
const usualDays: Readonly<Record<Urgency, number>> = { urgent: 7, 'carer-breakdown': 7, standard: 28 };

const nextLook = ({ now, council }: TaskSituation, urgency: Urgency) =>
  workingDayOnOrBefore(addDays(londonDate(now), (council.waitingLooks ?? usualDays)[urgency]));

const stepOf = ({ journey }: TaskSituation['case']): string => `review-wait-${journey}`;

/** The look at a wait that is planned when somebody begins to wait for an assessment. Care and support statutory guidance 6.29. */
export const lookAtWait = (situation: TaskSituation, urgency: Urgency): FollowUp => ({
  kind: 'review-wait',
  step: stepOf(situation.case),
  opensOn: nextLook(situation, urgency),
  reason: 'The person still waits for an assessment',
});

/** The looks that are not wanted any more once the assessment is made. */
export const looksForgotten = ({ case: careCase, records }: TaskSituation): string[] => {
  const step = stepOf(careCase);
  const rounds = allWorkOf(records, 'review-wait').length + 2;
  return [step, ...Array.from({ length: rounds }, (_, index) => `${step}-again-${index + 2}`)];
};

/** A wait that was looked at: it ends with a new rank, by which the person is seen, and of which they are told. Guidance 6.29. */
export const reviewWait: Rule<typeof waitingReview> = (answers, situation) => {
  const { case: careCase, task } = situation;
  const { urgency, seenBy, riskOfWaiting } = answers;
  if (answers.state === 'assessed' || urgency === undefined || seenBy === undefined) return done('assessed');
  if (careCase.stage !== 'assessment' && careCase.stage !== 'received') {
    return refused('state', 'Select no: this person does not wait for an assessment any more');
  }
  if (riskOfWaiting !== 'no' && urgency === 'standard') {
    return refused('urgency', 'Choose a higher rank: waiting in turn does harm here');
  }
  const looked = again(task, seenBy, 'The person still waits for an assessment');
  const { dueOn: _byKind, ...next } = looked;
  return done(urgency, {
    changes: { urgency, targetOn: seenBy },
    opens: [
      { ...next, opensOn: nextLook(situation, urgency) },
      ...(riskOfWaiting === 'abuse'
        ? [openedBy(task, 'look-into-safety', 'Waiting for an assessment brings a risk of abuse or neglect')]
        : []),
    ],
    tells: ['wait-looked-at'],
  });
};

/** The way home after which long-term needs are assessed once the person has recovered. Hospital discharge guidance. */
const recovers: readonly (string | undefined)[] = ['pathway-1', 'pathway-2', 'pathway-3'];

/** Days after which it is asked whether somebody has left hospital, where no day was given. */
const askAfterDays = 7;

/** The work to agree the assessment after hospital, on the day of the discharge. Care Act 2014 s.74. */
export const assessmentAfterDischarge = (
  { dischargePathway, dischargeExpectedOn }: { dischargePathway?: string; dischargeExpectedOn?: FollowUp['opensOn'] },
  { task, now }: TaskSituation,
): FollowUp[] => {
  if (!recovers.includes(dischargePathway)) return [];
  const today = londonDate(now);
  const on = dischargeExpectedOn ?? addDays(today, askAfterDays);
  return [
    {
      ...openedBy(task, 'assess-after-discharge', 'The discharge from hospital was expected on this day'),
      ...(on > today && { opensOn: on }),
    },
  ];
};

/** The day of an assessment after hospital, agreed once the person has left. */
export const assessAfterDischarge: Rule<typeof afterDischarge> = (answers, { task }) => {
  const { expectedOn, assessBy } = answers;
  if (expectedOn !== undefined) {
    const { dueOn: _byKind, ...next } = again(task, expectedOn, 'The discharge from hospital was expected on this day');
    return done('still-in-hospital', { opens: [{ ...next, opensOn: expectedOn }] });
  }
  return done('agreed', { changes: assessBy ? { targetOn: assessBy } : {} });
};
