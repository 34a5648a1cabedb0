import { describe, expect, it } from 'vitest';
import { bankHolidayOn, bankHolidaysOf, knownYears } from '../../../domain/time/bank-holidays.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('bankHolidaysOf', () => {
  it('knows the 41 years from 2020 to 2060, each with 8 days or, in 2022 and 2023, more', () => {
    const counts = Array.from({ length: 41 }, (_, index) => bankHolidaysOf(2020 + index).days.size);

    expect(knownYears).toEqual({ first: 2020, last: 2060 });
    expect(counts).toEqual([8, 8, 10, 9, ...Array(37).fill(8)]);
  });

  it('says which years are published and which are computed', () => {
    expect(bankHolidaysOf(2025).status).toBe('official-as-published');
    expect(bankHolidaysOf(2026).status).toBe('computed');
  });

  it.each([2019, 2061])('names the missing year %i', (year) => {
    expect(() => bankHolidaysOf(year)).toThrow(
      new RangeError(`The bank holidays of ${year} are not in bank-holidays.json, which has 2020 to 2060`),
    );
  });

  it('lists only weekdays, each in its own year', () => {
    for (let year = knownYears.first; year <= knownYears.last; year += 1) {
      for (const day of bankHolidaysOf(year).days.keys()) {
        expect(isoDate.safeParse(day).success && day.startsWith(`${year}-`)).toBe(true);
        expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
      }
    }
  });
});

describe('bankHolidayOn', () => {
  it.each([
    ['2020-05-04', undefined],
    ['2020-05-08', 'Early May bank holiday (moved for the anniversary of VE Day)'],
    ['2022-05-30', undefined],
    ['2022-06-02', 'Spring bank holiday (moved for the Platinum Jubilee)'],
    ['2022-06-03', 'Platinum Jubilee (one-off)'],
    ['2022-09-19', 'State funeral of Queen Elizabeth II (one-off)'],
    ['2023-05-08', 'Coronation of King Charles III (one-off)'],
    ['2024-05-08', undefined],
  ])('knows the moved and one-off days: %s is %s', (day, name) => {
    expect(bankHolidayOn(date(day))).toBe(name);
  });

  it.each([
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
    [2029, ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26']],
  ])('has the eight days of %i with their substitutes', (year, days) => {
    expect([...bankHolidaysOf(year).days.keys()]).toEqual(days.map((day) => `${year}-${day}`));
  });
});
