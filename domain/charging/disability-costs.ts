import type { CostInterval } from '../../schemas/finance.ts';

/** What an interval makes of a cost a week, as a fraction so that no penny is lost on the way; a purchase is spread over its life. */
const weekly: Readonly<Record<CostInterval, readonly [times: number, weeks: number]>> = {
  day: [7, 1],
  week: [1, 1],
  fortnight: [1, 2],
  'four-weeks': [1, 4],
  month: [12, 52],
  quarter: [4, 52],
  'half-year': [2, 52],
  year: [1, 52],
  once: [1, 52],
};

/**
 * A cost as so much a week, in pence: the share of one of those it is for, and a part of a penny in the person’s favour, as it is kept.
 *
 * 45.00 a month is 10.39 a week; shoes for 60.00 that last a year are 1.16.
 *
 * @param sharedBy how many people it is for
 * @param lastsYears how long something bought once lasts
 * @see SI 2014/2672, regulation 11 (its words from memory); guidance, Annex C, paragraph 40
 */
export const weeklyCost = (
  cost: number,
  every: CostInterval,
  { sharedBy = 1, lastsYears = 1 }: { sharedBy?: number | undefined; lastsYears?: number | undefined } = {},
): number => {
  const [times, weeks] = weekly[every];
  return Math.ceil((cost * times) / (weeks * sharedBy * (every === 'once' ? lastsYears : 1)));
};
