import type { Evidence } from '../../schemas/charging-rates.ts';
import type { IsoDate, Pence } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';

/**
 * One line of the working, for the person to follow with a pencil.
 *
 * Start at nothing; `add` and `take-away` change the sum; `result` states it, after the rule that its basis names;
 * `left-out` shows money that the law leaves aside, which is not in the sum.
 */
export interface WorkingLine {
  readonly step: 'add' | 'take-away' | 'result' | 'left-out';
  readonly label: string;
  readonly pence: number;
  /** The provision, guidance or council's choice that the line rests on. */
  readonly basis: string;
}

/** Something that a person must look up before the charge is final: a rate of a year, or a rule known only from memory. */
export interface ToConfirm {
  /** Where it is: `2026-27.carer-premium`, or `income.savings-credit`. */
  readonly field: string;
  readonly what: string;
  readonly status: Evidence;
  readonly source: string;
}

/** What a whole week comes to, in pence. */
export interface WeeklySums {
  readonly personPays: Pence;
  readonly councilPays: Pence;
  readonly deferred: Pence;
  readonly topUp: Pence;
}

/** Days of a week that are charged alike: what they come to, and the whole week of such days from which that follows. */
export interface ChargePart extends WeeklySums {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly outcome: Charge['outcome'];
  readonly weekly: WeeklySums;
  readonly working: readonly WorkingLine[];
  readonly capitalWorking: readonly WorkingLine[];
}

/** What a whole week comes to from a later day, as far as can be said now, and why: a birthday, or the end of a time that the law sets. */
export interface LaterCharge extends WeeklySums {
  readonly from: IsoDate;
  readonly why: string;
  readonly outcome: Charge['outcome'];
}

/** What a deferral comes to against its limit, in pence. */
export interface Deferral {
  /** The most that may be put off altogether: at it no more care is put off, and interest and administration go on. */
  readonly limit: number;
  /** Whole weeks for which the present amount can still be put off, interest left aside; undefined when nothing is put off. */
  readonly wholeWeeks: number | undefined;
  /** What is left below the limit after those weeks, to be put off in the week after them. */
  readonly leftOver: number;
  /** The debt at which the council looks at the agreement again: 70% of the home’s value. */
  readonly reviewAt: number;
}

/** Somebody who received what was given away so as to avoid charges, and owes the council for it: each week, and in the last of the weeks. */
export interface OtherDebtor {
  readonly who: string;
  readonly weekly: Pence;
  /** What they gained, beyond which they owe nothing. */
  readonly most: Pence;
  readonly weeks: number;
  readonly lastWeek: Pence;
}

/** What a person pays for one week, and how it was worked out. Amounts are whole pence a week. */
export interface Charge {
  /** The year of rates used, such as `2026-27`. */
  readonly rateYear: string;
  /** `final` only if nothing is left for a person to confirm. */
  readonly status: 'final' | 'provisional';
  readonly toConfirm: readonly ToConfirm[];
  /** How it came about: by the means test, the whole cost, an agreed light-touch charge, or a service that is free. */
  readonly outcome: 'assessed' | 'full-cost' | 'agreed' | 'free' | 'deferred';
  readonly personPays: Pence;
  readonly councilPays: Pence;
  /** Put off until the home is sold, as a debt to the council. */
  readonly deferred: Pence;
  /** The part of a care home's fee above the council's rate; never part of what the person is assessed to pay. */
  readonly topUp: Pence;
  readonly working: readonly WorkingLine[];
  /** What counted as capital and what did not; its result decides the tariff income or the full cost. */
  readonly capitalWorking: readonly WorkingLine[];
  /** The parts of a week whose days are not all alike, because something begins or ends in it. */
  readonly parts?: readonly ChargePart[];
  /** What a whole week comes to from its last day on, where this one is none. */
  readonly wholeWeek?: WeeklySums;
  /** How far a deferred payment reaches, with what has been put off before this week. */
  readonly deferral?: (Deferral & { readonly soFar: number }) | undefined;
  /** That a deferred payment must be offered to a resident who pays in full because of a home. Care Act 2014, section 34. */
  readonly mustOfferDeferral?: true | undefined;
  /** What the person pays a week for having the care arranged: it is in what they pay. Care Act 2014, section 14(1)(b). */
  readonly arranging?: Pence | undefined;
  /** Who owes the council what it loses because something was given away. Care Act 2014, section 70. */
  readonly othersOwe?: readonly OtherDebtor[];
  /** What is known already to change later, the first first. */
  readonly later?: readonly LaterCharge[];
}

/** A charge, or every rule that the input breaks, each with its field. */
export type ChargeResult =
  | { readonly ok: true; readonly charge: Charge }
  | { readonly ok: false; readonly broken: readonly BrokenRule[] };

/** Whole pence from a whole number that the rules have already kept at or above nothing. */
export function asPence(amount: number): Pence {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`${amount} is not a whole number of pence from 0`);
  // Safe: just checked, and the brand is a mark on the number type only.
  return amount as Pence;
}

/** The sum that the lines up to here come to, before the rule of a `result`. */
export function runningTotal(lines: readonly WorkingLine[]): number {
  return lines.reduce((sum, { step, pence }) => {
    if (step === 'add') return sum + pence;
    if (step === 'take-away') return sum - pence;
    return step === 'result' ? pence : sum;
  }, 0);
}
