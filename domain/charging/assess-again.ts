/**
 * When a financial assessment will not hold any more: the days on which a person’s ability to pay is known to change, found on the day on
 * which it is made. What nobody can foresee is told by a person or found at a review.
 */
import { type ChargingOptionsInput, chargingOptions } from '../../schemas/charging-options.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { addDays, addMonths, addWeeks } from '../time/clock-time.ts';
import { homeStanding } from './capital.ts';
import { careHomeAssessmentFrom, type FinancesAnswers, homeAssessmentFrom } from './finances-from.ts';
import { ratesOutOfDateOn } from './rates.ts';
import { isChargedAsHome } from './setting.ts';
import { careHomeLimits, homeLimits, weekCapitalReachesLimit } from './tariff.ts';
import { turningDays } from './turning-days.ts';
import { openWorksheet } from './worksheet.ts';

/** What is known to change, each at most once for an assessment. */
export const comingCauses = [
  'home-counts',
  'free-weeks-end',
  'benefits-stop',
  'capital-reaches-limit',
  'age',
  'partner-age',
  'stay-ends',
  'a-year',
] as const;
export type ComingCause = (typeof comingCauses)[number];

/** A change that is known to come: from `on` another charge may be right, and from `lookOn` somebody works it out. */
export type ComingChange = { readonly cause: ComingCause; readonly on: IsoDate; readonly lookOn: IsoDate };

/** Days ahead of such a change, and of new rates, from which the finances are assessed again: a charge is told before it is due. By design, no law names it. */
export const daysAhead = 28;

/** Months after which the means are looked at again whatever happens; from memory, as no law seen names a time. */
const mostMonths = 12;

const noLonger = (day: IsoDate | undefined, after: IsoDate): day is IsoDate => day !== undefined && day > after;

/** The days on which the sum changes though nobody’s money does; a home that is left out for another reason than the first 12 weeks is none. */
const turning = (answers: FinancesAnswers): [ComingCause, IsoDate][] => {
  const { setting, weekOf } = answers;
  const days = { day: weekOf, firstDay: weekOf };
  const read = setting === 'home' ? homeAssessmentFrom(answers, days) : careHomeAssessmentFrom(answers, days);
  const inDisregard = 'home' in read && read.home !== undefined && homeStanding(read.home, weekOf) === 'first-12-weeks';
  return turningDays(read, weekOf)
    .filter(({ cause }) => cause !== 'home-counts' || inDisregard)
    .map(({ cause, on }) => [cause, on]);
};

/**
 * The first day of the week in which the savings of someone who pays in full will have fallen to the upper limit, if all of the charge comes
 * out of them: no day is earlier, so nobody goes on paying in full unseen.
 */
const capitalReachesLimit = (
  answers: FinancesAnswers,
  { outcome, personPays, wholeWeek, capitalWorking }: KeptCharge,
  optionsInput: ChargingOptionsInput,
): IsoDate | undefined => {
  const total = capitalWorking.findLast(({ step }) => step === 'result')?.pence;
  if (outcome !== 'full-cost' || total === undefined) return undefined;
  const options = chargingOptions.parse(optionsInput);
  const sheet = openWorksheet(answers.weekOf, options);
  if (!sheet.ok) return undefined;
  const { setting, stayFrom: firstDay, stayTo: lastDay } = answers;
  const isHome =
    setting === 'home' ||
    (setting === 'short-stay' && firstDay !== undefined && isChargedAsHome({ firstDay, lastDay }, options));
  const limits = isHome ? homeLimits(sheet.value, options.homeCapitalLimits) : careHomeLimits(sheet.value);
  const week = weekCapitalReachesLimit(total, wholeWeek?.personPays ?? personPays, limits);
  return week === undefined ? undefined : addWeeks(answers.weekOf, week);
};

/**
 * The changes that are known to come within a year of the week that was assessed, the first first. After a year everybody is looked at again,
 * but those whom the new rates of each April reach anyway.
 *
 * @param reached whether April’s rates bring this case up, so that no day of its own is needed
 * @see Care and support statutory guidance 8.17 (regularly, and on a change of circumstances)
 */
export const comingChanges = (
  answers: FinancesAnswers,
  charge: KeptCharge,
  options: ChargingOptionsInput = {},
  { reached = false } = {},
): ComingChange[] => {
  const { weekOf, setting, stayTo } = answers;
  const yearOn = addMonths(weekOf, mostMonths);
  const days: readonly [ComingCause, IsoDate | undefined][] = [
    ...turning(answers),
    ['capital-reaches-limit', capitalReachesLimit(answers, charge, options)],
    ['stay-ends', setting === 'short-stay' && stayTo !== undefined ? addDays(stayTo, 1) : undefined],
    ['a-year', reached ? undefined : yearOn],
  ];
  return days
    .flatMap(([cause, on]): ComingChange[] =>
      noLonger(on, weekOf) && on <= yearOn ? [{ cause, on, lookOn: addDays(on, -daysAhead) }] : [],
    )
    .toSorted((a, b) => a.on.localeCompare(b.on));
};

/** Why the finances are assessed again on such a day, for whoever does it; it says nothing of the person. */
export const comingReasons: Readonly<Record<ComingCause, string>> = {
  'home-counts': 'The 12 weeks in which the home is left out come to an end',
  'free-weeks-end': 'The 6 free weeks of reablement come to an end',
  'benefits-stop': 'Benefits for disability stop 28 days after the move to a care home',
  'capital-reaches-limit': 'Savings may reach the upper limit, from which the council helps to pay',
  age: 'The person reaches an age from which more money is kept',
  'partner-age': 'The partner reaches an age from which more money is kept',
  'stay-ends': 'The stay in a care home is planned to end',
  'a-year': 'A year has passed since the last financial assessment',
};

/**
 * Whether April’s new rates can change what somebody pays: not where the service is free, where nobody pays, or where the person pays all.
 * Those are looked at when a year has passed, or when their money or the care changes.
 */
export const newRatesMatter = ({ outcome, personPays, deferred }: KeptCharge): boolean =>
  outcome !== 'free' && outcome !== 'full-cost' && personPays + deferred > 0;

/** The day from which a charge rests on rates that are out of date, where that matters. Rates that were the last known may be so already. */
export const outOfDateOn = (
  charge: KeptCharge,
  { newRatesFrom }: Pick<ChargingOptionsInput, 'newRatesFrom'> = {},
): IsoDate | undefined => (newRatesMatter(charge) ? ratesOutOfDateOn(charge.rateYear, newRatesFrom) : undefined);
