import { Temporal } from 'temporal-polyfill';
import {
  type ConfirmedRates,
  type RateCell,
  type RateName,
  type RateYear,
  rateYear,
} from '../../schemas/charging-rates.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { addDays } from '../time/clock-time.ts';
import asMade from './rates-2014-as-made.json' with { type: 'json' };
import year202324 from './rates-2023-24.json' with { type: 'json' };
import year202425 from './rates-2024-25.json' with { type: 'json' };
import year202526 from './rates-2025-26.json' with { type: 'json' };
import year202627 from './rates-2026-27.json' with { type: 'json' };

/**
 * Every year of rates that is known, oldest first.
 *
 * The first is the regulations as they were made; the years between it and 2023-24 are not held. To add a year, add its
 * file here.
 */
export const rateYears: readonly RateYear[] = [asMade, year202324, year202425, year202526, year202627].map((file) =>
  rateYear.parse(file),
);

/** Whether new rates apply from 6 April itself, or from the Monday nearest to it, as many councils have it. */
export type NewRatesFrom = '6-april' | 'nearest-monday';

const startOf = (firstDay: IsoDate, newRatesFrom: NewRatesFrom): IsoDate =>
  newRatesFrom === '6-april' ? firstDay : nearestMonday(firstDay);

/**
 * The rates of the year in which a day falls, or undefined when that year's are not held.
 *
 * @see The regulations' amounts change every year from 6 April (as in SI 2023/277, regulation 1)
 */
export function ratesOn(day: IsoDate, newRatesFrom: NewRatesFrom = '6-april'): RateYear | undefined {
  return rateYears.find(
    ({ from, to }) => startOf(from, newRatesFrom) <= day && day < startOf(addDays(to, 1), newRatesFrom),
  );
}

/** The first day on which a year’s rates are out of date, as the council has it. */
export function ratesOutOfDateOn(year: string, newRatesFrom: NewRatesFrom = '6-april'): IsoDate | undefined {
  const known = rateYears.find((one) => one.year === year);
  return known && startOf(addDays(known.to, 1), newRatesFrom);
}

/** A year's cell, or in its place the amount that the council has confirmed; undefined where neither gives an amount. */
export function rateCellOf(rates: RateYear, name: RateName, confirmed: ConfirmedRates): RateCell | undefined {
  const own = confirmed[rates.year]?.[name];
  if (own) return { pence: own.pence, status: 'confirmed', source: `${own.source}, confirmed on ${own.confirmedOn}` };
  return rates.cells[name];
}

/** The first Monday that is not before a day: benefits go up on it. From memory: no source for the rule was read. */
export function firstMondayFrom(day: IsoDate): IsoDate {
  return addDays(day, (8 - Temporal.PlainDate.from(day).dayOfWeek) % 7);
}

/** The Monday nearest to a day: up to three days before it or three after. */
export function nearestMonday(day: IsoDate): IsoDate {
  const daysAfterMonday = Temporal.PlainDate.from(day).dayOfWeek - 1;
  return addDays(day, daysAfterMonday <= 3 ? -daysAfterMonday : 7 - daysAfterMonday);
}
