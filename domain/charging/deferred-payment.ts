import type { Ruling } from '../ruling.ts';
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
 * The whole weeks for which a charge can still be put off before the debt reaches the equity limit, interest left aside.
 *
 * Undefined when nothing is put off.
 */
export function weeksOfDeferralLeft(limit: number, debt: number, weeklyDeferred: number): number | undefined {
  return weeklyDeferred > 0 ? Math.floor(Math.max(0, limit - debt) / weeklyDeferred) : undefined;
}
