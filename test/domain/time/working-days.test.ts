import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/time/clock-time.ts';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../domain/time/working-days.ts';
import { isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);
const anyDate = fc.integer({ min: 0, max: 14_850 }).map((days) => addDays(date('2020-02-01'), days));

describe('isWorkingDay', () => {
  it.each([
    ['2026-04-02', true],
    ['2026-04-03', false],
    ['2026-04-04', false],
    ['2026-04-05', false],
    ['2026-04-06', false],
    ['2026-04-07', true],
    ['2026-12-25', false],
    ['2026-12-26', false],
    ['2026-12-28', false],
    ['2026-12-29', true],
  ])('answers for Easter and Christmas of 2026: %s is %s', (day, expected) => {
    expect(isWorkingDay(date(day))).toBe(expected);
  });

  it.each(['2019-12-31', '2061-01-01', '2061-01-02'])('names the missing year of %s, at a weekend too', (day) => {
    expect(() => isWorkingDay(date(day))).toThrow(`The bank holidays of ${day.slice(0, 4)} are not`);
  });
});

describe('the working day beside a date', () => {
  it.each([
    ['2026-12-24', '2026-12-29', '2026-12-23', '2026-12-24', '2026-12-24'],
    ['2026-12-26', '2026-12-29', '2026-12-24', '2026-12-29', '2026-12-24'],
    ['2027-01-01', '2027-01-04', '2026-12-31', '2027-01-04', '2026-12-31'],
  ])('is found past weekends and bank holidays from %s', (day, next, previous, onOrAfter, onOrBefore) => {
    expect(nextWorkingDay(date(day))).toBe(next);
    expect(previousWorkingDay(date(day))).toBe(previous);
    expect(workingDayOnOrAfter(date(day))).toBe(onOrAfter);
    expect(workingDayOnOrBefore(date(day))).toBe(onOrBefore);
  });

  it('is at most 5 days away, on any date to 2060', () => {
    fc.assert(
      fc.property(anyDate, (day) => {
        const next = nextWorkingDay(day);
        expect(isWorkingDay(next) && next > day && next <= addDays(day, 5)).toBe(true);
      }),
    );
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-07-01', 3, '2026-07-06'],
    ['2026-04-02', 3, '2026-04-09'],
    ['2026-07-04', 0, '2026-07-04'],
    ['2026-07-04', 1, '2026-07-06'],
    ['2026-07-05', 5, '2026-07-10'],
  ])('counts the day of receipt %s as day 0: %i working days run out on %s', (received, days, expected) => {
    expect(addWorkingDays(date(received), days)).toBe(expected);
  });

  it('adds days one after the other to the same end', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(20), fc.nat(20), (day, first, second) => {
        expect(addWorkingDays(addWorkingDays(day, first), second)).toBe(addWorkingDays(day, first + second));
      }),
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d days', (days) => {
    expect(() => addWorkingDays(date('2026-07-01'), days)).toThrow(`not ${days}`);
  });

  it('names 2061 when a clock runs past 2060', () => {
    expect(() => addWorkingDays(date('2060-12-30'), 3)).toThrow('The bank holidays of 2061 are not');
  });
});

describe('workingDaysBetween', () => {
  it.each([
    ['2026-04-01', '2026-04-01', 0],
    ['2026-04-02', '2026-04-01', 0],
    ['2026-04-01', '2026-04-02', 1],
    // Good Friday, the weekend and Easter Monday.
    ['2026-04-02', '2026-04-06', 0],
    ['2026-04-02', '2026-04-07', 1],
    ['2026-12-31', '2027-01-04', 1],
  ])('counts after %s up to and with %s: %i', (after, until, days) => {
    expect(workingDaysBetween(date(after), date(until))).toBe(days);
  });

  it('counts what one would count day by day, over any number of years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13_500 }), fc.integer({ min: 0, max: 1200 }), (first, length) => {
        const after = addDays(date('2020-02-01'), first);
        const until = addDays(after, length);
        let one = 0;
        for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) one += Number(isWorkingDay(day));

        expect(workingDaysBetween(after, until)).toBe(one);
      }),
      { numRuns: 20 },
    );
  });
});
