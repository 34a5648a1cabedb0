import { describe, expect, it } from 'vitest';
import { planLines } from '../../../domain/plan/plan-lines.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';

const needs = [
  { councilMeets: 'yes', supportType: 'home-care', times: 7, minutes: 45, per: 'hour', rate: 3600, weeklyCost: 18900 },
  { councilMeets: 'yes', supportType: 'reablement', weeklyCost: 5000 },
  { councilMeets: 'no', supportType: 'community', times: 1, weeklyCost: 0 },
];

describe('computed lines', () => {
  it.each([
    { rule: 'plan-rated-cost', answers: { needs }, lines: ['£189.00'] },
    {
      rule: 'plan-rated-cost',
      answers: {
        needs: [
          { times: 2, minutes: 10, per: 'hour', rate: 1000 },
          { times: 3, rate: 500 },
        ],
      },
      lines: ['£18.33'],
    },
    { rule: 'plan-rated-cost', answers: {}, lines: [] },
    { rule: 'plan-weekly-cost', answers: { needs }, lines: ['£189.00'] },
    { rule: 'plan-weekly-cost', answers: { needs: [{ councilMeets: 'yes' }] }, lines: [] },
    { rule: 'top-up-weekly', answers: { topUpFee: 130_000, topUpBudgetRate: 100_000 }, lines: ['£300.00'] },
    { rule: 'top-up-weekly', answers: { topUpFee: 90_000, topUpBudgetRate: 100_000 }, lines: [] },
    { rule: 'top-up-weekly', answers: {}, lines: [] },
  ] as const)('$rule is $lines for $answers', ({ rule, answers, lines }) => {
    expect(planLines[rule](answers as Answers)).toEqual(lines);
  });
});
