import type { checkIn } from '../../schemas/forms/check-in.ts';
import type { shortTermContact } from '../../schemas/forms/short-term-contact.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { plannedStep } from '../journey/follow-up.ts';
import { done, type FollowUp, type Rule, recordId, refused, type TaskSituation } from '../journey/work-outcome.ts';
import { allWorkOf } from '../journey/work-records.ts';
import { addDays, daysBetween, londonDate } from '../time/clock-time.ts';
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

/** The steps of the contacts of one short-term support: six weeks at most hold no more. */
export const contactSteps = (given: string): string[] =>
  [1, 2, 3, 4, 5].map((number) => plannedStep('ask-short-term', `${number}`, given));

/** Fewer days than these between the first day and the last leave no room for a contact. By design. */
const shortestWithContact = 6;

/**
 * The contacts between the first day of short-term support and the last, as often as the council says: each opens on its day. Where the support is
 * shorter than that there is one, half way. CV32.
 *
 * @param given the record of the support that is given
 */
export const contactsBetween = (
  { startsOn, endsOn }: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  given: string,
  { council: { shortTermContacts }, now }: Pick<TaskSituation, 'council' | 'now'>,
): FollowUp[] => {
  const length = daysBetween(startsOn, endsOn);
  if (shortTermContacts === undefined || length < shortestWithContact) return [];
  const every = Math.min(shortTermContacts.everyWeeks * 7, Math.ceil(length / 2));
  const days = Array.from({ length: Math.ceil(length / every) - 1 }, (_, index) =>
    workingDayOnOrAfter(addDays(startsOn, every * (index + 1))),
  ).filter((on) => on < endsOn && on > londonDate(now));
  return contactSteps(given).flatMap((step, index) => {
    const on = days[index];
    const reason = 'Short-term support runs: ask how the person gets on';
    return on ? [{ kind: 'ask-short-term' as const, step, opensOn: on, dueOn: on, reason }] : [];
  });
};

/** How short-term support goes, between its first day and its last: what the person says stands in their copy and before the review. */
export const askShortTerm: Rule<typeof shortTermContact> = ({ changeNeeded }) =>
  done(changeNeeded === 'yes' ? 'changed' : 'going-well');
