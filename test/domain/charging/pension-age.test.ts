import { describe, expect, it } from 'vitest';
import { hasReachedPensionAge, pensionAgeDay } from '../../../domain/charging/pension-age.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('pensionAgeDay', () => {
  it.each([
    ['1954-10-06', '2020-10-06'],
    ['1960-04-05', '2026-04-05'],
    ['1960-04-06', '2026-05-06'],
    ['1960-04-15', '2026-05-15'],
    ['1960-05-05', '2026-06-05'],
    ['1960-05-06', '2026-07-06'],
    ['1960-07-31', '2026-11-30'],
    ['1960-12-31', '2027-09-30'],
    ['1961-01-31', '2027-11-30'],
    ['1961-02-06', '2028-01-06'],
    ['1961-03-05', '2028-02-05'],
    ['1961-03-06', '2028-03-06'],
    ['1977-04-05', '2044-04-05'],
    ['1978-04-06', '2046-04-06'],
    ['1956-02-29', '2022-03-01'],
    ['1964-02-29', '2031-03-01'],
  ])('of a birth on %s is %s', (born, day) => {
    expect(pensionAgeDay(date(born))).toBe(day);
  });

  it('is reached on the day itself', () => {
    expect(hasReachedPensionAge(date('1960-04-15'), date('2026-05-14'))).toBe(false);
    expect(hasReachedPensionAge(date('1960-04-15'), date('2026-05-15'))).toBe(true);
  });
});
