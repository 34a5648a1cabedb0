import { describe, expect, it } from 'vitest';
import { nearestMonday, rateCellOf, ratesOn, rateYears } from '../../../domain/charging/rates.ts';
import { rateName } from '../../../schemas/charging-rates.ts';
import { isoDate, pence } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('ratesOn', () => {
  it.each([
    ['2023-04-05', undefined],
    ['2023-04-06', '2023-24'],
    ['2024-04-05', '2023-24'],
    ['2024-04-06', '2024-25'],
    ['2026-04-05', '2025-26'],
    ['2026-04-06', '2026-27'],
    ['2027-04-05', '2026-27'],
    ['2027-04-06', undefined],
  ])('changes the year on 6 April: %s is in %s', (day, year) => {
    expect(ratesOn(date(day))?.year).toBe(year);
  });

  it.each([
    ['2024-04-07', '2023-24'],
    ['2024-04-08', '2024-25'],
    ['2025-04-06', '2024-25'],
    ['2025-04-07', '2025-26'],
    ['2026-04-06', '2026-27'],
  ])('changes it on the nearest Monday where a council has it so: %s is in %s', (day, year) => {
    expect(ratesOn(date(day), 'nearest-monday')?.year).toBe(year);
  });
});

describe('nearestMonday', () => {
  it.each([
    ['2026-04-06', '2026-04-06'],
    ['2026-04-09', '2026-04-06'],
    ['2026-04-10', '2026-04-13'],
    ['2026-04-12', '2026-04-13'],
  ])('of %s is %s', (day, monday) => {
    expect(nearestMonday(date(day))).toBe(monday);
  });
});

describe('rateYears', () => {
  it('has a cell with a status and a source for all 22 rates of the 4 years from 2023-24', () => {
    for (const { cells } of rateYears.slice(1)) expect(Object.keys(cells)).toEqual(rateName.options);
    expect(rateYears.map(({ year }) => year)).toEqual(['2015-16', '2023-24', '2024-25', '2025-26', '2026-27']);
  });

  it.each([
    ['mig-single-18-to-24', 71_70],
    ['mig-single-25-or-over', 90_50],
    ['mig-single-pension-age', 185_45],
    ['child', 82_95],
    ['disability-premium-single', 39_85],
  ] as const)('keeps the %s of the regulations as made: %i pence', (name, amount) => {
    expect(ratesOn(date('2015-06-01'))?.cells[name]).toMatchObject({ pence: amount, status: 'confirmed' });
  });

  it('gives no amount where no source does, and only there', () => {
    const empty = rateYears.flatMap(({ year, cells }) =>
      Object.entries(cells).flatMap(([name, cell]) => (cell.pence === null ? [`${year} ${name}`] : [])),
    );

    expect(empty).toEqual([
      '2023-24 savings-credit-disregard-couple',
      '2023-24 nhs-nursing',
      '2023-24 nhs-nursing-higher',
      '2024-25 nhs-nursing',
      '2024-25 nhs-nursing-higher',
      '2025-26 savings-credit-disregard-single',
      '2025-26 savings-credit-disregard-couple',
      '2026-27 child',
      '2026-27 savings-credit-disregard-single',
      '2026-27 savings-credit-disregard-couple',
    ]);
  });

  it('never falls from one year to the next', () => {
    for (const name of rateName.options) {
      const amounts = rateYears.flatMap(({ cells }) => cells[name]?.pence ?? []);
      expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
    }
  });
});

describe('rateCellOf', () => {
  it('takes the council’s confirmed amount before the file’s, with its source and day', () => {
    const rates = ratesOn(date('2026-05-04'));
    const own = { pence: pence.parse(57_00), source: 'Circular, Annex A', confirmedOn: date('2026-05-01') };

    const cell = rates && rateCellOf(rates, 'carer-premium', { '2026-27': { 'carer-premium': own } });

    expect(cell).toEqual({ pence: 57_00, status: 'confirmed', source: 'Circular, Annex A, confirmed on 2026-05-01' });
  });
});
