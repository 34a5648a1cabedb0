import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { ConfirmedRates, Evidence, RateName, RateYear } from '../../schemas/charging-rates.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import type { ToConfirm } from './charge.ts';
import { rateLabels } from './rate-labels.ts';
import { bookOf, lastKnownRates, rateCellOf, ratesOn, yearOfCharging } from './rates.ts';

/** One assessment's access to its year of rates, which notes everything used that a person must still confirm. */
export interface Worksheet {
  readonly year: string;
  /** A rate in pence; 0, and a broken rule, where no source gives one. */
  rate(name: RateName): number;
  /** Notes that a rule was used whose text could not be read. */
  rely(field: string, what: string, status: Evidence, source: string): void;
  toConfirm(): readonly ToConfirm[];
  broken(): readonly BrokenRule[];
}

/** A fresh worksheet on a year's rates, with the amounts that the council has confirmed in place of the year's own. */
function createWorksheet(rates: RateYear, confirmed: ConfirmedRates): Worksheet {
  const unsure = new Map<string, ToConfirm>();
  const missing = new Map<string, BrokenRule>();
  return {
    year: rates.year,
    rate: (name) => {
      const field = `${rates.year}.${name}`;
      const cell = rateCellOf(rates, name, confirmed);
      if (cell?.pence == null) {
        missing.set(field, missingRate(field, name));
        return 0;
      }
      if (cell.status !== 'confirmed') unsure.set(field, { field, what: rateLabels[name], ...cell });
      return cell.pence;
    },
    rely: (field, what, status, source) => {
      if (status !== 'confirmed') unsure.set(field, { field, what, status, source });
    },
    toConfirm: () => [...unsure.values()],
    broken: () => [...missing.values()],
  };
}

/** What a figure is called that stands for a whole year whose rates nobody has confirmed yet: `2027-28.rates`. It stops no charge. */
export const unconfirmedYear = /^20\d\d-\d\d\.rates$/;

/** A worksheet on the rates of the week or, where April has come before they are confirmed, on the last that are known; or that none are held. */
export function openWorksheet(
  weekOf: IsoDate,
  {
    newRatesFrom,
    confirmedRates,
    nationalRates = [],
  }: Pick<ChargingOptions, 'newRatesFrom' | 'confirmedRates'> & Partial<Pick<ChargingOptions, 'nationalRates'>>,
): { readonly ok: true; readonly value: Worksheet } | { readonly ok: false; readonly broken: readonly BrokenRule[] } {
  const book = bookOf(nationalRates);
  const rates = ratesOn(weekOf, newRatesFrom, book);
  const last = rates ? undefined : lastKnownRates(weekOf, newRatesFrom, book);
  if (last) {
    const sheet = createWorksheet(last, confirmedRates);
    const { year } = yearOfCharging(weekOf);
    const what = `The rates of ${year}, which nobody has confirmed yet: those of ${last.year} are used, and it is worked out again`;
    sheet.rely(`${year}.rates`, what, 'not-confirmed', `The rates of ${last.year}`);
    return { ok: true, value: sheet };
  }
  if (rates) return { ok: true, value: createWorksheet(rates, confirmedRates) };
  const message = `No rates are held for the week of ${weekOf}. Add its year's file from the circular`;
  return { ok: false, broken: [{ field: 'weekOf', rule: 'SI 2014/2672, as amended for the year', message }] };
}

function missingRate(field: string, name: RateName): BrokenRule {
  return {
    field: `confirmedRates.${field}`,
    rule: 'SI 2014/2672, as amended for the year',
    message: `No source gives this amount (${rateLabels[name]}). Enter it from the year's circular`,
  };
}
