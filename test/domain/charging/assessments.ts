import type { Charge, ChargeResult } from '../../../domain/charging/charge.ts';
import type { CareHomeAssessment, HomeAssessment } from '../../../domain/charging/means.ts';
import { rateYears } from '../../../domain/charging/rates.ts';
import type { ConfirmedRates, RateName } from '../../../schemas/charging-rates.ts';
import { confirmedRates, rateName } from '../../../schemas/charging-rates.ts';
import type { IsoDate } from '../../../schemas/scalars.ts';

/** The same with dates as plain text, as a test writes them. */
export type Written<T> = T extends IsoDate
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Written<Each>[]
    : T extends object
      ? { [Key in keyof T]: Written<T[Key]> }
      : T;

/** Pounds, written as people write them, in pence. */
export const gbp = (pounds: number): number => Math.round(pounds * 100);

/** A first day of a week in the middle of each year of rates. */
export const weekIn = {
  '2023-24': '2023-10-02',
  '2024-25': '2024-10-07',
  '2025-26': '2025-10-06',
  '2026-27': '2026-10-05',
};

/** A single person of 75 with savings of 9,000, no income and no costs, whose care costs 192.00 a week in 2025-26. */
export const atHome = (changes: Partial<Written<HomeAssessment>> = {}): HomeAssessment =>
  // Dates of tests are real ones.
  ({
    day: weekIn['2025-26'],
    person: { dateOfBirth: '1950-05-17', household: 'single' },
    income: [],
    capital: [{ kind: 'savings-account', value: gbp(9000) }],
    weeklyCost: gbp(192),
    housingCosts: [],
    disabilityCosts: [],
    ...changes,
  }) as HomeAssessment;

/** The same person in a care home for good, with 260.00 a week, in a home that costs what the council pays: 1,000.00. */
export const inCareHome = (changes: Partial<Written<CareHomeAssessment>> = {}): CareHomeAssessment =>
  ({
    day: weekIn['2025-26'],
    person: { dateOfBirth: '1950-05-17', household: 'single' },
    income: [{ kind: 'state-pension', weekly: gbp(260) }],
    capital: [{ kind: 'savings-account', value: gbp(10000) }],
    weeklyFee: gbp(1000),
    councilRate: gbp(1000),
    ...changes,
  }) as CareHomeAssessment;

/** The charge itself, or a failure that shows what was broken. */
export function charged(result: ChargeResult): Charge {
  if (result.ok) return result.charge;
  throw new Error(JSON.stringify(result.broken));
}

/** Every cell of every year as a person of the council has confirmed it; made-up amounts where no source gives one. */
export const everyRateConfirmed: ConfirmedRates = confirmedRates.parse(
  Object.fromEntries(
    rateYears.map(({ year, cells }) => [
      year,
      Object.fromEntries(
        rateName.options.map((name: RateName) => [
          name,
          { pence: cells[name]?.pence ?? 1_00, source: `Circular ${year}`, confirmedOn: '2026-04-07' },
        ]),
      ),
    ]),
  ),
);
