import type { OtherDebtor } from './charge.ts';
import { asPence } from './charge.ts';
import type { Capital } from './means.ts';

/** Something that was given away, in the council’s view so as to avoid charges: what its receiver gained by it. */
export interface Gift {
  readonly who: string;
  readonly gain: number;
}

/**
 * What each receiver owes the council a week: what it loses because the person cannot pay what they are charged, in proportion to what each
 * gained, and never more than that in all.
 *
 * Of 770.65 a week, who gained 40,000 beside another’s 10,000 owes 616.52, and in week 65 the last 542.72.
 *
 * @see Care Act 2014, section 70
 */
export const otherDebtors = (gifts: readonly Gift[], lostEachWeek: number): OtherDebtor[] => {
  const all = gifts.reduce((sum, { gain }) => sum + gain, 0);
  if (lostEachWeek <= 0 || all === 0) return [];
  return gifts.flatMap(({ who, gain }) => {
    const weekly = Math.min(gain, Math.floor((lostEachWeek * gain) / all));
    if (weekly === 0) return [];
    const weeks = Math.ceil(gain / weekly);
    return [
      { who, weekly: asPence(weekly), most: asPence(gain), weeks, lastWeek: asPence(gain - (weeks - 1) * weekly) },
    ];
  });
};

/** How many weeks are gone through at most: no debt of this kind is older. */
const MOST_WEEKS = 520;

/**
 * What is left of what the person no longer has and is treated as having: it falls each week by what the person pays more because of it.
 *
 * @param weeks how long it has been counted
 * @param more what a week costs the person more for so much of it
 * @see SI 2014/2672, regulation 23, of which the title was seen and the rule is from memory
 */
export const notionalLeft = (value: number, weeks: number, more: (left: number) => number): number => {
  let left = value;
  for (let week = 0; week < Math.min(weeks, MOST_WEEKS) && left > 0; week += 1) {
    const extra = more(left);
    if (extra <= 0) return left;
    left = Math.max(0, left - extra);
  }
  return left;
};

/** Capital in which what was given away is so much in all. */
export const withNotional = (capital: readonly Capital[], left: number): Capital[] => {
  const owned = capital.filter(({ kind }) => kind !== 'given-away');
  return left > 0 ? [...owned, { kind: 'given-away', value: left }] : owned;
};
