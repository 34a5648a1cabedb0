import { describe, expect, it } from 'vitest';
import { asRateYear, mayConfirm, newRatesProblems } from '../../../domain/charging/new-year-rates.ts';
import {
  amountOn,
  appliesFrom,
  bookOf,
  daysOfYear,
  lastKnownRates,
  ratesOn,
  rateYears,
  yearOfCharging,
} from '../../../domain/charging/rates.ts';
import { openWorksheet } from '../../../domain/charging/worksheet.ts';
import { type RateName, rateName } from '../../../schemas/charging-rates.ts';
import { type NationalRates, nationalRates } from '../../../schemas/national-rates.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { aNewYear } from '../../support/new-rates.ts';

const date = (text: string) => isoDate.parse(text);

const wrong = (cells: NationalRates['cells'], { year = '2027-28', lookedAtAgain = [] as RateName[] } = {}) =>
  newRatesProblems({ year, cells }, { book: rateYears, today: date('2027-02-15'), lookedAtAgain });

const confirmed = (cells = aNewYear()) => {
  const by = { council: 'leicestershire', id: 'a', name: 'A', at: '2027-02-15T10:00:00.000Z' };
  const rates = nationalRates.parse({
    ...{ year: '2027-28', state: 'confirmed', version: 1, cells },
    enteredBy: by,
    confirmedBy: { ...by, id: 'b' },
  });
  const found = asRateYear(rates);
  if (found === undefined) throw new Error('These are not confirmed');
  return found;
};

describe('newRatesProblems', () => {
  it('finds nothing wrong with rates that rose by some per cent', () => {
    expect(wrong(aNewYear())).toEqual([]);
  });

  it('asks about a slip, £1.24 for £124.01, and takes it only once it was looked at again', () => {
    const slip = { ...aNewYear(), 'mig-single-25-or-over': { pence: 124, source: 'Circular' } };

    expect(wrong(slip as NationalRates['cells'])).toEqual([
      {
        field: 'cells.mig-single-25-or-over',
        message: expect.stringContaining('£1.24 is far from the £120.40 of 2026-27'),
      },
    ]);
    expect(wrong(slip as NationalRates['cells'], { lookedAtAgain: ['mig-single-25-or-over'] })).toEqual([]);
  });

  it('names every rate that is missing, and not those of which no year gives an amount', () => {
    expect(wrong({}).map(({ field }) => field)).toEqual(
      rateName.options.filter((name) => rateYears.at(-1)?.cells[name]?.pence != null).map((name) => `cells.${name}`),
    );
  });

  it.each([
    { year: '2027-29', says: 'like 2027-28' },
    { year: '2028-29', says: 'Only the rates of 2026-27 and of the year after it' },
    { year: '2022-23', says: 'The rates of the year before are not known' },
  ])('refuses $year', ({ year, says }) => {
    expect(wrong(aNewYear(), { year })).toEqual([{ field: 'year', message: expect.stringContaining(says) }]);
  });
});

describe('confirmed rates', () => {
  it('are in force for their year, and what is not confirmed nowhere', () => {
    const year = confirmed();

    expect(ratesOn(date('2027-04-06'), '6-april', bookOf([year]))?.year).toBe('2027-28');
    expect(ratesOn(date('2027-04-06'), '6-april', bookOf([]))).toBeUndefined();
    expect(mayConfirm({ enteredBy: { id: 'a' } as NationalRates['enteredBy'] }, { id: 'a' })).toBe(false);
  });

  it('take the place of a built-in year, whose other amounts stay', () => {
    const better = { ...rateYears[4], cells: { child: { pence: 10_890, status: 'confirmed', source: 'Circular' } } };
    const book = bookOf([better as (typeof rateYears)[number]]);

    expect(ratesOn(date('2026-06-01'), '6-april', book)?.cells).toMatchObject({
      child: { pence: 10_890 },
      'mig-single-25-or-over': { pence: 12_040 },
    });
  });
});

describe('a year of charging', () => {
  it.each([
    ['2027-04-05', '2026-27'],
    ['2027-04-06', '2027-28'],
    ['2099-12-31', '2099-00'],
  ])('%s is in %s', (day, year) => {
    expect(yearOfCharging(date(day)).year).toBe(year);
    expect(daysOfYear(year)?.year).toBe(year);
  });

  it.each([
    { name: 'mig-couple', of: '2025-26', from: '2025-04-06' },
    { name: 'attendance-allowance-lower', of: '2025-26', from: '2025-04-07' },
    { name: 'state-pension', of: '2026-27', from: '2026-04-06' },
    { name: 'attendance-allowance-lower', of: '2027-28', from: '2027-04-12' },
    { name: 'nhs-nursing', of: '2026-27', from: '2026-04-01' },
  ] as const)('$of has its $name from $from', ({ name, of, from }) => {
    const year = daysOfYear(of);

    expect(year && appliesFrom(name, year)).toBe(from);
  });

  it('has each amount from its own day on', () => {
    expect(amountOn('nhs-nursing', date('2026-03-31'))).toBe(254_06);
    expect(amountOn('nhs-nursing', date('2026-04-01'))).toBe(267_68);
    expect(amountOn('attendance-allowance-higher', date('2026-04-05'))).toBe(110_40);
    expect(amountOn('attendance-allowance-higher', date('2026-04-06'))).toBe(114_60);
  });
});

describe('a week after all years that are known', () => {
  it('is charged by the last known rates, which are marked', () => {
    const sheet = openWorksheet(date('2027-04-12'), { newRatesFrom: '6-april', confirmedRates: {} });

    expect(lastKnownRates(date('2027-04-05'))).toBeUndefined();
    expect(sheet.ok && sheet.value.rate('mig-single-25-or-over')).toBe(120_40);
    expect(sheet.ok && sheet.value.year).toBe('2026-27');
    expect(sheet.ok && sheet.value.toConfirm().map(({ field }) => field)).toEqual([
      '2027-28.rates',
      '2026-27.mig-single-25-or-over',
    ]);
  });

  it('is no week of the years between 2016 and 2023, of which nothing is known', () => {
    expect(openWorksheet(date('2020-05-04'), { newRatesFrom: '6-april', confirmedRates: {} }).ok).toBe(false);
  });
});
