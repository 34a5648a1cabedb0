import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  daysBetween,
  londonDate,
  londonInstant,
} from '../../../domain/time/clock-time.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

describe('londonInstant', () => {
  it.each([
    ['2026-01-05', '09:00', '2026-01-05T09:00:00.000Z'],
    ['2026-03-28', '09:00', '2026-03-28T09:00:00.000Z'],
    ['2026-03-29', '09:00', '2026-03-29T08:00:00.000Z'],
    ['2026-10-24', '09:00', '2026-10-24T08:00:00.000Z'],
    ['2026-10-25', '09:00', '2026-10-25T09:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ] as const)('reads %s %s as %s on both sides of the clock changes', (day, time, expected) => {
    expect(londonInstant(date(day), time)).toBe(expected);
  });
});

describe('londonDate', () => {
  it.each([
    ['2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['2026-07-01T23:00:00.000Z', '2026-07-02'],
    ['2026-01-01T23:59:59.999Z', '2026-01-01'],
    ['2026-01-02T00:00:00.000Z', '2026-01-02'],
  ])('is the date of London at %s: %s', (instant, expected) => {
    expect(londonDate(isoInstant.parse(instant))).toBe(expected);
  });
});

describe('calendar arithmetic', () => {
  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-09-01', 6, '2027-03-01'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('ends early in a short month: %s and %i months is %s', (from, months, expected) => {
    expect(addMonths(date(from), months)).toBe(expected);
  });

  it('counts days across the clock change and the leap day', () => {
    expect(addDays(date('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addWeeks(date('2028-02-25'), 1)).toBe('2028-03-03');
    expect(daysBetween(date('2028-02-25'), date('2028-03-03'))).toBe(7);
    expect(daysBetween(date('2028-03-03'), date('2028-02-25'))).toBe(-7);
  });
});
