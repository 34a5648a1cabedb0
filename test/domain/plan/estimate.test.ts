import { describe, expect, it } from 'vitest';
import { estimatedWeekly } from '../../../domain/plan/estimate.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const estimate = finishing('estimate-budget');

describe('estimatedWeekly', () => {
  it.each([
    { support: [{ what: 'Visits', times: 7, minutes: 45, per: 'hour', rate: 3600 }], weekly: 18_900 },
    { support: [{ what: 'Day centre', times: 2, per: 'time', rate: 6250 }], weekly: 12_500 },
    { support: [{ what: 'Visits', times: 1, minutes: 20, per: 'hour', rate: 1000 }], weekly: 333 },
    {
      support: [
        { what: 'Visits', times: 14, minutes: 30, per: 'hour', rate: 2400 },
        { what: 'Night', times: 1, per: 'time', rate: 9000 },
      ],
      weekly: 25_800,
    },
  ] as const)('of $support is $weekly', ({ support, weekly }) => {
    expect(estimatedWeekly(support)).toBe(weekly);
  });
});

describe('estimating the budget', () => {
  it('keeps the weekly total that it works out, and goes on to the plan', () => {
    expect(estimate()).toMatchObject({
      outcome: 'estimated',
      changes: { stage: 'plan' },
      records: [{ work: 'estimate-budget', list: 'estimate', result: { kind: 'estimate', weeklyTotal: 18_900 } }],
    });
  });

  it('asks how long each time takes where the rate is for an hour', () => {
    const support = [{ what: 'Visits', times: 7, per: 'hour', rate: 3600 }];

    expect(wrongFields(estimate({ support }))).toEqual(['support[0].minutes']);
  });
});
