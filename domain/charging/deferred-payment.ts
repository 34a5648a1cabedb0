import { Temporal } from 'temporal-polyfill';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Ruling } from '../ruling.ts';
import { addDays } from '../time/clock-time.ts';
import type { Deferral } from './charge.ts';
import { type CapitalLimits, isOverUpperLimit } from './tariff.ts';

const REGULATIONS = 'Care and Support (Deferred Payment) Regulations 2014 (SI 2014/2671), regulation 2';

/** What decides whether a deferred payment must be offered. */
export interface DeferredPaymentFacts {
  readonly needsMetInCareHome: boolean;
  /** Everything owned but the home, in pence. */
  readonly otherCapital: number;
  /** Whether the home counts, that is, neither occupied by someone protected nor in its first 12 weeks. */
  readonly homeCounts: boolean;
  readonly adequateSecurity: boolean;
}

/**
 * Whether the council must offer to put off the charge until the home is sold; where it need not, it still may.
 *
 * @see Care Act 2014, section 34; SI 2014/2671, regulation 2
 */
export function deferredPaymentOffer(
  { needsMetInCareHome, otherCapital, homeCounts, adequateSecurity }: DeferredPaymentFacts,
  limits: CapitalLimits,
): Ruling<'must-offer' | 'not-in-care-home' | 'other-capital-over-limit' | 'home-left-out' | 'no-security'> {
  const next = 'The council may still offer one if it thinks fit';
  const ruling = <Code extends string>(code: Code, reason: string): Ruling<Code> => ({
    may: false,
    code,
    reason,
    next,
    source: REGULATIONS,
  });
  if (!needsMetInCareHome) return ruling('not-in-care-home', 'The needs are not met in a care home');
  if (isOverUpperLimit(otherCapital, limits)) {
    return ruling('other-capital-over-limit', 'What is owned apart from the home is over the upper limit');
  }
  if (!homeCounts)
    return ruling('home-left-out', 'The home is left out of the assessment, so nothing has to be put off');
  if (!adequateSecurity) return ruling('no-security', 'There is no adequate security for the debt');
  const reason = 'The needs are met in a care home, the home counts and other capital is not over the upper limit';
  return { may: true, code: 'must-offer', reason, next: 'Offer an agreement', source: REGULATIONS };
}

/**
 * The most that may be put off against a home, in pence: 90% of its value, less the lower limit and what is already owed on it.
 *
 * 100,000.00 gives 75,750.00 and 250,000.00 gives 210,750.00.
 *
 * @see SI 2014/2671; care and support statutory guidance, chapter 9
 */
export function equityLimit(
  home: { value: number; priorCharges: number },
  { lower }: Pick<CapitalLimits, 'lower'>,
): number {
  return Math.max(0, Math.floor((home.value * 90) / 100) - lower - home.priorCharges);
}

/**
 * How far a deferral reaches: a home of 240,000 with a mortgage of 20,000 allows 181,750, which are 205 weeks of 884.00 with 530.00 left over,
 * and is looked at again at 168,000.
 *
 * @param debt what has been put off so far
 * @see SI 2014/2671; guidance, chapter 9; Gloucestershire County Council’s policy, 12.3 and 12.4, for what happens at the limit and the 70%
 */
export function deferral(
  home: { value: number; priorCharges: number },
  debt: number,
  weeklyDeferred: number,
  limits: Pick<CapitalLimits, 'lower'>,
): Deferral {
  const limit = equityLimit(home, limits);
  const left = Math.max(0, limit - debt);
  return {
    limit,
    wholeWeeks: weeklyDeferred > 0 ? Math.floor(left / weeklyDeferred) : undefined,
    leftOver: weeklyDeferred > 0 ? left % weeklyDeferred : left,
    reviewAt: Math.floor((home.value * 70) / 100),
  };
}

/** What may be put off in one week: never more than is left below the limit. */
export const deferredThisWeek = (weekly: number, limit: number, debt: number): number =>
  Math.min(weekly, Math.max(0, limit - debt));

/** The most that a resident with a deferred payment may be left to keep, in pence a week, who may choose less. Reading and Slough; NE Lincolnshire. */
const MOST_KEPT_PENCE = 144_00;

/** What a resident keeps each week: what they choose, within what the council leaves and the regulations allow. */
export const keptEachWeek = (allowed: number, chosen = allowed): number => Math.min(chosen, allowed, MOST_KEPT_PENCE);

/** A rate of interest in hundredths of a per cent: 475 is 4.75%. */
type BasisPoints = number;

/** What may be added to the gilt rate. @see SI 2014/2671, regulation 9 */
const ABOVE_GILT: BasisPoints = 15;

/** The highest interest that may be charged: the gilt rate of the Office for Budget Responsibility and 0.15%. */
export const highestInterest = (giltRate: BasisPoints): BasisPoints => giltRate + ABOVE_GILT;

/**
 * The half-year, from 1 January or 1 July, whose rate of interest holds on a day, and the financial year whose gilt rate that is: the one in
 * which the half-year begins.
 *
 * @see SI 2014/2671, regulation 9
 */
export const interestPeriod = (day: IsoDate): { first: IsoDate; last: IsoDate; giltYear: string } => {
  const year = Number(day.slice(0, 4));
  const isFirstHalf = day.slice(5) < '07-01';
  const begins = isFirstHalf ? year - 1 : year;
  return {
    first: isoDate.parse(isFirstHalf ? `${year}-01-01` : `${year}-07-01`),
    last: isoDate.parse(isFirstHalf ? `${year}-06-30` : `${year}-12-31`),
    giltYear: `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`,
  };
};

/**
 * Simple interest on a debt from one day to another, both counted, by the days of their years, a part of a penny in the person’s favour.
 *
 * 20,000.00 at 4.75% from 1 January to 30 June 2026 is 471.09.
 */
export const interestOn = (debt: number, rate: BasisPoints, first: IsoDate, last: IsoDate): number => {
  const from = Temporal.PlainDate.from(first);
  const until = Temporal.PlainDate.from(last).add({ days: 1 });
  let yearly = 0;
  for (let day = from; Temporal.PlainDate.compare(day, until) < 0; ) {
    const newYear = Temporal.PlainDate.from({ year: day.year + 1, month: 1, day: 1 });
    const end = Temporal.PlainDate.compare(newYear, until) < 0 ? newYear : until;
    yearly += day.until(end, { largestUnit: 'day' }).days / day.daysInYear;
    day = end;
  }
  // A fraction of a year is not exact in binary: a whole penny is not lost to that.
  return Math.floor((debt * rate * yearly) / 10_000 + 1e-6);
};

/** The last day on which the debt is to be paid back after a death: 90 days later, which is known from memory. It ends with a sale too. */
export const repaidAfterDeath = (diedOn: IsoDate): IsoDate => addDays(diedOn, 90);
