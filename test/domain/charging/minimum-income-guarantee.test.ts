import { describe, expect, it } from 'vitest';
import type { Person } from '../../../domain/charging/means.ts';
import { minimumIncomeGuarantee } from '../../../domain/charging/minimum-income-guarantee.ts';
import { openWorksheet, type Worksheet } from '../../../domain/charging/worksheet.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { gbp, weekIn } from './assessments.ts';

const date = (text: string) => isoDate.parse(text);

const sheetOf = (week: string): Worksheet => {
  const opened = openWorksheet(date(week), { newRatesFrom: '6-april', confirmedRates: {} });
  if (opened.ok) return opened.value;
  throw new Error(JSON.stringify(opened.broken));
};

const aPerson = (changes: object): Person => ({
  dateOfBirth: date('1990-05-17'),
  household: 'single',
  ...changes,
});

const guarantee = (changes: object, week: string = weekIn['2025-26'], uplift = 0) =>
  minimumIncomeGuarantee(aPerson(changes), date(week), uplift, sheetOf(week)).reduce(
    (sum, { pence }) => sum + pence,
    0,
  );

describe('minimumIncomeGuarantee (regulation 7)', () => {
  it.each([
    ['the day before the 25th birthday', { dateOfBirth: '2000-10-07' }, 89.15],
    ['the 25th birthday', { dateOfBirth: '2000-10-06' }, 112.5],
    ['the 18th birthday', { dateOfBirth: '2007-10-06' }, 89.15],
    ['a single pensioner', { dateOfBirth: '1950-05-17' }, 232.6],
    [
      'a lone parent of 24 with 1 child',
      { household: 'lone-parent', dateOfBirth: '2001-10-06', childrenInHousehold: 1 },
      215.45,
    ],
    ['one of a couple', { household: 'couple' }, 88.35],
    [
      'one of a couple of whom the partner is a pensioner',
      { household: 'couple', partnerDateOfBirth: '1950-05-17' },
      177.55,
    ],
    ['a couple with 2 children', { household: 'couple', childrenInHousehold: 2 }, 294.25],
    ['a single person with every premium', { premiums: ['disability', 'enhanced-disability', 'carer'] }, 239.65],
    [
      'one of a couple with every premium',
      { household: 'couple', premiums: ['disability', 'enhanced-disability', 'carer'] },
      194.45,
    ],
    ['a pensioner with the carer premium', { dateOfBirth: '1950-05-17', premiums: ['carer'] }, 285.85],
  ])('in 2025-26 leaves %s %j with %d', (_, changes, pounds) => {
    expect(guarantee(changes)).toBe(gbp(pounds));
  });

  it.each([
    ['2015-10-05', 90.5],
    [weekIn['2023-24'], 103.65],
    [weekIn['2024-25'], 110.6],
    [weekIn['2025-26'], 112.5],
    [weekIn['2026-27'], 120.4],
  ])('leaves a single person of working age in the week of %s with %d', (week, pounds) => {
    expect(guarantee({ dateOfBirth: '1980-05-17' }, week)).toBe(gbp(pounds));
  });

  it('adds the council’s uplift of 5.00', () => {
    expect(guarantee({}, weekIn['2025-26'], gbp(5))).toBe(gbp(117.5));
  });

  it('knows no Pension Credit age of a lone parent', () => {
    const grandparent = { household: 'lone-parent', dateOfBirth: '1950-05-17', childrenInHousehold: 1 };

    expect(guarantee(grandparent)).toBe(gbp(112.5 + 102.95));
  });

  it.each([
    ['a single person', {}, '2026-05-14', '2026-05-15', 120.4, 241.45],
    ['one of a couple', { household: 'couple' }, '2026-05-14', '2026-05-15', 94.55, 184.3],
  ])('changes for %s on the day on which Pension Credit age is reached', (_, changes, before, on, less, more) => {
    const person = { dateOfBirth: '1960-04-15', ...changes };

    expect([guarantee(person, before), guarantee(person, on)]).toEqual([gbp(less), gbp(more)]);
  });

  it('changes for one of a couple on the day on which the partner reaches it', () => {
    const couple = { household: 'couple', partnerDateOfBirth: '1960-04-15' };

    expect([guarantee(couple, '2026-05-14'), guarantee(couple, '2026-05-15')]).toEqual([gbp(94.55), gbp(184.3)]);
  });

  it('leaves the disability premiums out from that age, and keeps the carer’s', () => {
    const person = { dateOfBirth: '1960-04-15', premiums: ['disability', 'enhanced-disability', 'carer'] };

    expect(guarantee(person, '2025-10-06')).toBe(gbp(112.5 + 49.65 + 24.25 + 53.25));
    expect(() => guarantee(person, '2026-05-15')).not.toThrow();
  });
});
