import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { Worksheet } from './worksheet.ts';

/** The two limits of capital, in pence. */
export interface CapitalLimits {
  readonly upper: number;
  readonly lower: number;
}

const TARIFF_STEP_PENCE = 250_00;
const TARIFF_PENCE_A_STEP = 1_00;

/**
 * The weekly income that capital between the limits is taken to bring: 1 pound for each 250, or part of 250, above the lower.
 *
 * 14,250.00 brings nothing, 14,250.01 brings 1.00, and 23,250.00 brings 36.00.
 *
 * @see SI 2014/2672, regulation 25
 */
export function tariffIncome(capitalPence: number, { lower }: Pick<CapitalLimits, 'lower'>): number {
  return Math.ceil(Math.max(0, capitalPence - lower) / TARIFF_STEP_PENCE) * TARIFF_PENCE_A_STEP;
}

/**
 * Whether capital is above the upper limit, so that the council need not pay; exactly the limit is not above it.
 *
 * @see SI 2014/2672, regulation 12; care and support statutory guidance, Annex B
 */
export function isOverUpperLimit(capitalPence: number, { upper }: Pick<CapitalLimits, 'upper'>): boolean {
  return capitalPence > upper;
}

/** The limits for a permanent place in a care home, which no council may raise. @see SI 2014/2672, regulation 12 */
export function careHomeLimits(sheet: Worksheet): CapitalLimits {
  return { upper: sheet.rate('capital-upper-limit'), lower: sheet.rate('capital-lower-limit') };
}

/** The limits for care at home: the regulations', or the council's own where those are higher. @see SI 2014/2672, regulation 12 */
export function homeLimits(sheet: Worksheet, own: ChargingOptions['homeCapitalLimits']): CapitalLimits {
  const { upper, lower } = careHomeLimits(sheet);
  return { upper: Math.max(upper, own?.upper ?? 0), lower: Math.max(lower, own?.lower ?? 0) };
}

/**
 * The week in which a person who pays the whole fee falls to the upper limit and should come back, counted from 1.
 *
 * 60,000 less 1,040 a week reaches 23,250 in week 36. Undefined when capital never falls.
 */
export function weekCapitalReachesLimit(
  capitalPence: number,
  weeklyFallPence: number,
  { upper }: Pick<CapitalLimits, 'upper'>,
): number | undefined {
  if (!isOverUpperLimit(capitalPence, { upper })) return 0;
  return weeklyFallPence > 0 ? Math.ceil((capitalPence - upper) / weeklyFallPence) : undefined;
}
