import { describe, expect, it } from 'vitest';
import { isOverUpperLimit, tariffIncome, weekCapitalReachesLimit } from '../../../domain/charging/tariff.ts';
import { gbp } from './assessments.ts';

const limits = { upper: gbp(23_250), lower: gbp(14_250) };

describe('tariffIncome', () => {
  it.each([
    [14_249.99, 0],
    [14_250.0, 0],
    [14_250.01, 1],
    [14_500.0, 1],
    [14_500.01, 2],
    [15_000, 3],
    [18_000, 15],
    [20_000, 23],
    [23_000.0, 35],
    [23_000.01, 36],
    [23_249.99, 36],
    [23_250.0, 36],
  ])('takes capital of %d to bring %d a week (regulation 25)', (capital, pounds) => {
    expect(tariffIncome(gbp(capital), limits)).toBe(gbp(pounds));
  });
});

describe('isOverUpperLimit', () => {
  it.each([
    [23_249.99, false],
    [23_250.0, false],
    [23_250.01, true],
  ])('answers for %d: %s', (capital, expected) => {
    expect(isOverUpperLimit(gbp(capital), limits)).toBe(expected);
  });
});

describe('weekCapitalReachesLimit', () => {
  it.each([
    [60_000, 1_040, 36],
    [24_290, 1_040, 1],
    [24_290.01, 1_040, 2],
    [23_250, 1_040, 0],
    [60_000, 0, undefined],
  ])('is, for %d falling by %d a week, week %s', (capital, fall, week) => {
    expect(weekCapitalReachesLimit(gbp(capital), gbp(fall), limits)).toBe(week);
  });
});
