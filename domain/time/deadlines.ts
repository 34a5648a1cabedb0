import type { IsoDate } from '../../schemas/scalars.ts';
import type { AssessmentTargets, Urgency } from '../../schemas/targets.ts';
import { addDays, addWeeks } from './clock-time.ts';

/**
 * Targets for a council that has set none: the next day in a crisis, a week where a carer cannot go on, otherwise 28 days.
 *
 * Councils that publish targets use numbers like these; the law sets no limit.
 */
const usualTargets: AssessmentTargets = { urgent: 1, 'carer-breakdown': 7, standard: 28 };

/**
 * The day by which the council aims to have assessed a person, in calendar days from receipt.
 *
 * @see Care and support statutory guidance, paragraph 6.29: an appropriate and reasonable time, which the person is told
 */
export function targetDate(urgency: Urgency, receivedOn: IsoDate, targets: AssessmentTargets = usualTargets): IsoDate {
  return addDays(receivedOn, targets[urgency]);
}

/** The day on which an unsent form is deleted: 30 days after it was last saved, on which it can still be opened. */
export function draftKeptUntil(lastSavedOn: IsoDate): IsoDate {
  return addDays(lastSavedOn, 30);
}

/** A spell that begins with its first day: the last day in it, and the day after, when what it held back begins. */
export interface Spell {
  readonly lastDay: IsoDate;
  readonly endsOn: IsoDate;
}

/**
 * The 12 weeks (84 days, the day of admission among them) for which a permanent resident's home is left out of capital.
 *
 * `endsOn` is the first day of week 13, from which the home counts.
 *
 * @see Care and Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672), Schedule 2
 */
export function propertyDisregardSpell(permanentFrom: IsoDate): Spell {
  return spellOfWeeks(permanentFrom, 12);
}

/**
 * The weeks of reablement or intermediate care that are free: the first six, or the whole period when it is shorter.
 *
 * @throws RangeError if the period ends before it starts
 * @see Care and Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672), regulation 3
 */
export function freeReablementSpell(startedOn: IsoDate, plannedLastDay?: IsoDate): Spell {
  if (plannedLastDay !== undefined && plannedLastDay < startedOn) {
    throw new RangeError(`A period of reablement cannot end on ${plannedLastDay}, before it starts on ${startedOn}`);
  }
  const sixWeeks = spellOfWeeks(startedOn, 6);
  if (plannedLastDay === undefined || plannedLastDay >= sixWeeks.lastDay) return sixWeeks;
  return { lastDay: plannedLastDay, endsOn: addDays(plannedLastDay, 1) };
}

function spellOfWeeks(firstDay: IsoDate, weeks: number): Spell {
  const endsOn = addWeeks(firstDay, weeks);
  return { lastDay: addDays(endsOn, -1), endsOn };
}
