import { describe, expect, it } from 'vitest';
import { weeklyCost } from '../../../domain/charging/disability-costs.ts';
import { gbp } from './assessments.ts';

describe('weeklyCost', () => {
  it.each([
    ['45.00 a month', gbp(45), 'month', {}, 10.39],
    ['50.00 every four weeks', gbp(50), 'four-weeks', {}, 12.5],
    ['30.00 a week for two', gbp(30), 'week', { sharedBy: 2 }, 15],
    ['60.00 once, for a year', gbp(60), 'once', { lastsYears: 1 }, 1.16],
    ['60.00 once, for two years', gbp(60), 'once', { lastsYears: 2 }, 0.58],
    ['1,426.00 a year', gbp(1426), 'year', {}, 27.43],
    ['26.00 a quarter', gbp(26), 'quarter', {}, 2],
    ['9.99 a fortnight', gbp(9.99), 'fortnight', {}, 5],
    ['0.01 a week for three', 1, 'week', { sharedBy: 3 }, 0.01],
    ['12.00 a year, whatever it lasts', gbp(52), 'year', { lastsYears: 5 }, 1],
  ] as const)('of %s', (_, cost, every, rest, weekly) => {
    expect(weeklyCost(cost, every, rest)).toBe(gbp(weekly));
  });
});
