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
  pensionAge: false,
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
    ['a single pensioner', { pensionAge: true }, 232.6],
    [
      'a lone parent of 24 with 1 child',
      { household: 'lone-parent', dateOfBirth: '2001-10-06', childrenInHousehold: 1 },
      215.45,
    ],
    ['one of a couple', { household: 'couple' }, 88.35],
    ['one of a couple of whom the partner is a pensioner', { household: 'couple', partnerPensionAge: true }, 177.55],
    ['a couple with 2 children', { household: 'couple', childrenInHousehold: 2 }, 294.25],
    ['a single person with every premium', { premiums: ['disability', 'enhanced-disability', 'carer'] }, 239.65],
    [
      'one of a couple with every premium',
      { household: 'couple', premiums: ['disability', 'enhanced-disability', 'carer'] },
      194.45,
    ],
    ['a pensioner with the carer premium', { pensionAge: true, premiums: ['carer'] }, 285.85],
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

  it('gives a lone parent of Pension Credit age the higher amount, and asks a person to confirm that', () => {
    const sheet = sheetOf(weekIn['2025-26']);
    const grandparent = aPerson({ household: 'lone-parent', pensionAge: true, childrenInHousehold: 1 });

    const [base] = minimumIncomeGuarantee(grandparent, date(weekIn['2025-26']), 0, sheet);

    expect(base?.pence).toBe(gbp(232.6));
    expect(sheet.toConfirm().map(({ field }) => field)).toContain('person.household');
  });
});
