import * as z from 'zod';
import { isoDate, pence } from './scalars.ts';

/** How sure a rate or rule is. Only `confirmed` was read in a provision or an official page; any other needs a person's check. */
const evidence = z.enum(['confirmed', 'secondary', 'recalled', 'not-confirmed']);
export type Evidence = z.infer<typeof evidence>;

/** The amounts that change from year to year, in pounds a week but for the two limits of capital: of the regulations, of benefits, of the NHS. */
export const rateName = z.enum([
  'capital-upper-limit',
  'capital-lower-limit',
  'mig-single-18-to-24',
  'mig-single-25-or-over',
  'mig-single-pension-age',
  'mig-lone-parent',
  'mig-couple',
  'mig-couple-pension-age',
  'disability-premium-single',
  'disability-premium-couple',
  'enhanced-disability-premium-single',
  'enhanced-disability-premium-couple',
  'carer-premium',
  'child',
  'personal-expenses-allowance',
  'savings-credit-disregard-single',
  'savings-credit-disregard-couple',
  'state-pension',
  'attendance-allowance-lower',
  'attendance-allowance-higher',
  'nhs-nursing',
  'nhs-nursing-higher',
]);
export type RateName = z.infer<typeof rateName>;

/**
 * One year's amount with where it was read: `{"pence":11250,"status":"confirmed","source":"…"}`.
 *
 * `pence` is null where no source gives an amount: nothing is charged from a guess, and a person must enter it.
 */
const rateCell = z.strictObject({ pence: pence.nullable(), status: evidence, source: z.string().min(1) });
export type RateCell = z.infer<typeof rateCell>;

/** A year of charging, such as `2026-27`, which runs from 6 April. */
export const rateYearLabel = z.string().regex(/^20\d\d-\d\d$/);

/** A file of rates: one year, the dates between which it applies, and its cells. */
export const rateYear = z.strictObject({
  year: rateYearLabel,
  from: isoDate,
  to: isoDate,
  cells: z.partialRecord(rateName, rateCell),
});
export type RateYear = z.infer<typeof rateYear>;

/**
 * Amounts that a person of the council has read in the circular, by year and name; they take the place of the file's.
 *
 * `{"2026-27":{"carer-premium":{"pence":5525,"source":"Circular 2026-27, Annex A","confirmedOn":"2026-04-07"}}}`
 */
export const confirmedRates = z.record(
  rateYearLabel,
  z.partialRecord(rateName, z.strictObject({ pence, source: z.string().min(1).max(300), confirmedOn: isoDate })),
);
export type ConfirmedRates = z.infer<typeof confirmedRates>;
