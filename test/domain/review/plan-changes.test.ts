import { describe, expect, it } from 'vitest';
import { type PlanChange, reviewRequest, stepsForChange } from '../../../domain/review/plan-changes.ts';

const nothing: PlanChange = {
  circumstancesChanged: false,
  moneyChanged: false,
  arrangementOnly: false,
  personAskedAndIsContent: false,
};

describe('stepsForChange', () => {
  it.each([
    { rule: 's.27(4)', change: { ...nothing, circumstancesChanged: true }, steps: ['reassess'] },
    { rule: 's.27(4), money (S48)', change: { ...nothing, moneyChanged: true }, steps: ['financial-reassessment'] },
    {
      rule: 's.27(4), both',
      change: { ...nothing, circumstancesChanged: true, moneyChanged: true },
      steps: ['reassess', 'financial-reassessment'],
    },
    {
      rule: 'a minor change (S53)',
      change: { ...nothing, arrangementOnly: true, personAskedAndIsContent: true },
      steps: ['minor-change'],
    },
    {
      rule: 'an arrangement that the person did not ask for',
      change: { ...nothing, arrangementOnly: true },
      steps: ['review'],
    },
    {
      rule: 'changed needs, whatever else (S52)',
      change: { ...nothing, circumstancesChanged: true, arrangementOnly: true, personAskedAndIsContent: true },
      steps: ['reassess'],
    },
    { rule: 's.27(1)', change: nothing, steps: ['review'] },
  ])('leads to $steps under $rule', ({ change, steps }) => {
    expect(stepsForChange(change).map(({ step }) => step)).toEqual(steps);
  });
});

describe('reviewRequest (S33, S34)', () => {
  it.each([
    { given: { reasonable: true, toldHowToChallenge: false }, may: true, code: 'review' },
    { given: { reasonable: false, toldHowToChallenge: true }, may: false, code: 'write-reasons-first' },
    { given: { reasonable: false, reasons: ' ', toldHowToChallenge: true }, may: false, code: 'write-reasons-first' },
    {
      given: { reasonable: false, reasons: 'Reviewed last week', toldHowToChallenge: false },
      may: false,
      code: 'say-how-to-challenge-first',
    },
    {
      given: { reasonable: false, reasons: 'Reviewed last week', toldHowToChallenge: true },
      may: false,
      code: 'refused-with-reasons',
    },
  ])('answers $code for $given', ({ given, may, code }) => {
    expect(reviewRequest(given)).toMatchObject({ may, code });
  });
});
