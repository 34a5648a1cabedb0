import * as z from 'zod';
import { rateName, rateYearLabel } from './charging-rates.ts';
import { councilSlug, isoInstant, pence } from './scalars.ts';
import { asTyped } from './typed-text.ts';

/** Who entered or confirmed rates: a member of staff of one of the councils that the deployment serves. */
const byStaff = z.strictObject({
  council: councilSlug,
  id: z.string().max(128),
  name: z.string().max(200),
  at: isoInstant,
});

/** An amount of the year with where it was read: `{"pence":12540,"source":"Circular for 2027-28, Annex A"}`. */
const entered = z.strictObject({ pence, source: z.string().overwrite(asTyped).min(3).max(300) });

/**
 * A year’s national rates as staff of the deployment read them in the circular. A draft is in force nowhere: a second member of staff confirms
 * it. Corrected later, it is a draft again beside what stays confirmed meanwhile.
 */
export const nationalRates = z.strictObject({
  year: rateYearLabel,
  state: z.enum(['draft', 'confirmed']),
  /** Goes up with each change, so that nobody confirms what they have not seen. */
  version: z.int().positive(),
  cells: z.partialRecord(rateName, entered),
  enteredBy: byStaff,
  confirmedBy: byStaff.optional(),
});
export type NationalRates = z.infer<typeof nationalRates>;

/** `PUT …/rates/{year}`: the amounts, and the names of those that were looked at again because they are far from last year’s. */
export const enterRatesBody = z.strictObject(
  {
    cells: z.partialRecord(rateName, entered, { error: 'Give each rate by its name, as {"pence", "source"}' }),
    lookedAtAgain: z.array(rateName).max(rateName.options.length).default([]),
  },
  { error: 'Send an object with "cells", and "lookedAtAgain" where you were asked' },
);

/** `POST …/rates/{year}/confirm`: the version of the draft that was compared with the circular. */
export const confirmRatesBody = z.strictObject(
  { version: z.int({ error: 'Give the version of the draft that you have compared with the circular' }).positive() },
  { error: 'Send an object with "version"' },
);

/** Rates as staff read them; what is in force is `confirmed`. */
export const ratesView = z.object({ rates: z.array(nationalRates) }).meta({ id: 'NationalRates' });
