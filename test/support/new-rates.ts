import { rateYears } from '../../domain/charging/rates.ts';
import type { NationalRates } from '../../schemas/national-rates.ts';
import { pence } from '../../schemas/scalars.ts';

/** The rates of a year that is made up: 3% above the last that is known, and nothing where no year has an amount. */
export const aNewYear = (): NationalRates['cells'] =>
  Object.fromEntries(
    Object.entries(rateYears.at(-1)?.cells ?? {}).flatMap(([name, cell]) =>
      cell.pence === null
        ? []
        : [[name, { pence: pence.parse(Math.round(cell.pence * 1.03)), source: 'Example: the circular for 2027-28' }]],
    ),
  );
