import type { considerEnding, endOfSupport, noticeOfEnd } from '../../schemas/forms/ending.ts';
import { chargeOf, personPaysBy } from '../plan/behind-plan.ts';
import { londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { collectionFor } from './collecting.ts';
import { earliestAfterNotice, mayEndSupport, supportRuns } from './end-of-support.ts';
import { openedBy } from './follow-up.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/**
 * Whether somebody's wish that their support ends stands, as a refusal of an assessment would: not while capacity is in doubt, not against
 * best interests, not where there is abuse or neglect. Care Act 2014 s.11(2).
 */
export const wishToEnd: Rule<typeof considerEnding> = (answers, { case: careCase, task }) => {
  const { capacityToEnd, endInBestInterests, abuseOrNeglect, outcome, saidWhy } = answers;
  if (outcome === 'end' && capacityToEnd === 'not-assessed') {
    return refused('outcome', 'Support goes on until capacity for this decision is assessed. Choose that it goes on');
  }
  if (outcome === 'end' && capacityToEnd === 'lacks' && endInBestInterests !== 'yes') {
    return refused('outcome', 'Choose that support goes on: ending it is not in the person’s best interests');
  }
  if (outcome === 'end' && abuseOrNeglect !== 'no') {
    return refused(
      'outcome',
      'Choose a review: where there is abuse or neglect, needs are assessed in spite of a refusal',
    );
  }
  if (outcome === 'review' && careCase.planInForce === undefined) {
    return refused('outcome', 'There is no plan in force to review. Choose that support goes on, or that it ends');
  }
  return done(outcome, {
    ...(outcome === 'review' && { reviewForward: `The person asked for support to end. ${saidWhy}` }),
    ...(outcome === 'end' && { opens: [openedBy(task, 'give-notice-of-end', 'The person wants support to end')] }),
  });
};

/** The notice, its letter, and the day on which its end is confirmed. Support runs until then. */
export const giveNotice: Rule<typeof noticeOfEnd> = (answers, { case: careCase, records, council, task, now }) => {
  if (answers.noticeFor === 'goes-on' || answers.endsOn === undefined) return done('goes-on');
  if (!supportRuns({ case: careCase, records })) return refused('noticeFor', 'There is no support that could end');
  const today = londonDate(now);
  const personAgrees = answers.personAgreesEarlier === 'yes';
  const earliest = earliestAfterNotice(today, { days: council.noticeDays, personAgrees });
  if (answers.endsOn < earliest) {
    return refused(
      'endsOn',
      `Support ends on ${readableDate(earliest)} at the earliest, or earlier if the person agrees`,
    );
  }
  return done('notice-given', {
    tells: ['support-ending'],
    opens: [
      {
        ...openedBy(task, 'end-support', 'Notice was given that support ends'),
        opensOn: answers.endsOn,
        dueOn: answers.endsOn,
      },
    ],
  });
};

/** The end of support: never before its notice has reached the person in writing and its time is over. */
export const confirmEnd: Rule<typeof endOfSupport> = (
  { ended },
  { task, case: careCase, records, tasks, mail, council, now },
) => {
  if (ended === 'goes-on') return done('goes-on', { tells: ['answer-ready'] });
  const ruling = mayEndSupport({ case: careCase, records, tasks, mail }, council, londonDate(now));
  if (!ruling.may) return refused('ended', ruling.message);
  const opens = collectionFor({ task, tasks }, personPaysBy(chargeOf(records)), 0);
  return done('ended', { closes: 'support-ended', opens });
};
