import { Temporal } from 'temporal-polyfill';
import {
  type ConfirmedRates,
  type RateCell,
  type RateName,
  type RateYear,
  rateYear,
} from '../../schemas/charging-rates.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
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

/**
 * Every year that is known: the built-in ones, and in their place or after them those that staff of this deployment have entered from the
 * circular and others have confirmed.
 */
export function bookOf(national: readonly RateYear[]): readonly RateYear[] {
  const known = new Map(rateYears.map((one) => [one.year, one]));
  for (const one of national) {
    known.set(one.year, { ...one, cells: { ...known.get(one.year)?.cells, ...one.cells } });
  }
  return [...known.values()].toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Whether new rates apply from 6 April itself, or from the Monday nearest to it, as many councils have it. */
export type NewRatesFrom = '6-april' | 'nearest-monday';

const startOf = (firstDay: IsoDate, newRatesFrom: NewRatesFrom): IsoDate =>
  newRatesFrom === '6-april' ? firstDay : nearestMonday(firstDay);

/**
 * The rates of the year in which a day falls, or undefined when that year's are not held.
 *
 * @see The regulations' amounts change every year from 6 April (as in SI 2023/277, regulation 1)
 */
export function ratesOn(
  day: IsoDate,
  newRatesFrom: NewRatesFrom = '6-april',
  book: readonly RateYear[] = rateYears,
): RateYear | undefined {
  return book.find(({ from, to }) => startOf(from, newRatesFrom) <= day && day < startOf(addDays(to, 1), newRatesFrom));
}

/** The newest rates that are known, where a day lies after all that are: a charge goes on by them until the new ones are confirmed. */
export function lastKnownRates(
  day: IsoDate,
  newRatesFrom: NewRatesFrom = '6-april',
  book: readonly RateYear[] = rateYears,
): RateYear | undefined {
  const last = book.at(-1);
  return last && day >= startOf(addDays(last.to, 1), newRatesFrom) ? last : undefined;
}

/** The label and the days of the year of charging in which a day falls, as in `2027-28`, from 6 April. */
export function yearOfCharging(day: IsoDate): Pick<RateYear, 'year' | 'from' | 'to'> {
  const { year } = Temporal.PlainDate.from(day);
  return yearFrom(day < `${year}-04-06` ? year - 1 : year);
}

/** The year of charging that begins in April of a year. */
function yearFrom(first: number): Pick<RateYear, 'year' | 'from' | 'to'> {
  return {
    year: `${first}-${String((first + 1) % 100).padStart(2, '0')}`,
    from: isoDate.parse(`${first}-04-06`),
    to: isoDate.parse(`${first + 1}-04-05`),
  };
}

/** The days of a year by its label, such as `2027-28`; undefined where the label is of none, as `2027-29` is. */
export function daysOfYear(label: string): Pick<RateYear, 'year' | 'from' | 'to'> | undefined {
  const days = /^20\d\d-\d\d$/.test(label) ? yearFrom(Number(label.slice(0, 4))) : undefined;
  return days?.year === label ? days : undefined;
}

/**
 * From when a year's amount of this name applies: benefits from the first Monday of the year, what the NHS pays for nursing from 1 April, all
 * else with the regulations.
 */
export function appliesFrom(name: RateName, { from }: Pick<RateYear, 'from'>, newRatesFrom: NewRatesFrom = '6-april') {
  if (name === 'nhs-nursing' || name === 'nhs-nursing-higher') return addDays(from, -5);
  if (name === 'state-pension' || name.startsWith('attendance-allowance')) return firstMondayFrom(from);
  return startOf(from, newRatesFrom);
}

/** The amount of a name on a day, each from its own day on; undefined where none is known. */
export function amountOn(name: RateName, day: IsoDate, book: readonly RateYear[] = rateYears): number | undefined {
  return book.findLast((one) => appliesFrom(name, one) <= day)?.cells[name]?.pence ?? undefined;
}

/** The first day on which a year’s rates are out of date, as the council has it. */
export function ratesOutOfDateOn(year: string, newRatesFrom: NewRatesFrom = '6-april'): IsoDate | undefined {
  const days = daysOfYear(year);
  return days && startOf(addDays(days.to, 1), newRatesFrom);
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
