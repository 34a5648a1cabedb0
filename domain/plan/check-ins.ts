import type { checkIn } from '../../schemas/forms/check-in.ts';
import { plannedStep } from '../journey/follow-up.ts';
import { done, type FollowUp, type Rule, recordId, refused, type TaskSituation } from '../journey/work-outcome.ts';
import { allWorkOf } from '../journey/work-records.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { workingDayOnOrAfter } from '../time/working-days.ts';

const kind = 'check-support';

const nextStep = (finishedRecord: string): string => plannedStep(kind, 'regular', finishedRecord);

/** The next call, as many weeks on as the council says: it opens on the day on which it is due. S25. */
const nextCall = ({ council: { checkIns }, now, task }: TaskSituation): FollowUp[] => {
  if (checkIns === undefined) return [];
  const on = workingDayOnOrAfter(addDays(londonDate(now), checkIns.everyWeeks * 7));
  return [{ kind, step: nextStep(recordId(task)), opensOn: on, dueOn: on, reason: 'A regular call between reviews' }];
};

/**
 * A call to hear how support goes. It is made again between reviews for as long as support runs. Needs that have changed, or a change that is
 * needed now, bring the review forward: neither is left until the next one is due. Care Act 2014 s.27(1) and (4).
 */
export const checkSupport: Rule<typeof checkIn> = (answers, situation) => {
  const { asPlanned, needsChanged, changeNeeded, whatChange = '' } = answers;
  if (asPlanned === 'no' && changeNeeded === 'no') {
    return refused('changeNeeded', 'Support is not given as the plan says. Select yes, and say what must change');
  }
  const found = [
    ...(needsChanged === 'yes' ? ['The key worker found that needs have changed.'] : []),
    ...(changeNeeded === 'yes' ? [`The key worker found a change is needed. ${whatChange}`.trim()] : []),
  ];
  return done(found.length > 0 ? 'change-needed' : 'going-well', {
    ...(found.length > 0 && { reviewForward: found.join(' ') }),
    opens: nextCall(situation),
    // A call of a support that was set up before is not made beside the new one's.
    forgets: allWorkOf(situation.records, kind).map(({ id }) => nextStep(id)),
  });
};
