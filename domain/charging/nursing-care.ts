import type { NursingRate } from '../../schemas/finance.ts';
import type { IsoDate } from '../../schemas/scalars.ts';

/**
 * What the NHS pays a home a week for nursing care, in pence, from 1 April of each year, the newest first: the standard rate, and the higher one of
 * those who had it before 2007. Department of Health and Social Care.
 */
const nursingRates: readonly { readonly from: string; readonly pence: Readonly<Record<NursingRate, number>> }[] = [
  { from: '2026-04-01', pence: { standard: 267_68, higher: 368_24 } },
  { from: '2025-04-01', pence: { standard: 254_06, higher: 349_50 } },
];

/** The day after the last for which a rate is known. */
const knownUntil = '2027-04-01';

/** What the NHS pays towards nursing care on a day; undefined where that year’s rate is not held. */
export const nursingCareOn = (day: IsoDate, rate: NursingRate): number | undefined =>
  day < knownUntil ? nursingRates.find(({ from }) => from <= day)?.pence[rate] : undefined;
