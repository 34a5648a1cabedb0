import { describe, expect, it } from 'vitest';
import { adultNeeds, eligibilityDecision, wellbeingArea, wellbeingTerms } from '../../schemas/eligibility.ts';
import { anAdultDecision } from '../support/care-act.ts';

const messages = (posted: unknown) =>
  eligibilityDecision.safeParse(posted).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('eligibilityDecision', () => {
  it.each([
    { changes: { reasons: ' ' }, message: 'reasons: Enter the reasons for the decision in plain English' },
    { changes: { reasons: undefined }, message: 'reasons: Enter the reasons for the decision in plain English' },
    {
      changes: { reasons: 'x'.repeat(4001) },
      message: 'reasons: the reasons for the decision in plain English must be 4000 characters or fewer',
    },
    { changes: { result: 'maybe' }, message: 'result: Choose whether the person has eligible needs' },
    { changes: { about: 'dog' }, message: 'about: Choose whether the decision is about an adult or a carer' },
    {
      changes: { impairmentOrIllness: { answer: 'perhaps', reason: 'x' } },
      message:
        'impairmentOrIllness.answer: Answer yes or no: do the needs arise from a physical or mental impairment or illness?',
    },
    {
      changes: { ordinaryResidence: 'France' },
      message: 'ordinaryResidence: Choose where the adult needing care is ordinarily resident',
    },
    {
      changes: { outcomes: [{ outcome: 'sleep', applies: true, meanings: [] }] },
      message: 'outcomes.0.outcome: Choose one of the ten outcomes for adults',
    },
  ])('names field and rule: $message', ({ changes, message }) => {
    expect(messages({ ...anAdultDecision(), ...changes })).toEqual([message]);
  });

  it('accepts reasons of exactly 4,000 characters', () => {
    expect(messages({ ...anAdultDecision(), reasons: 'x'.repeat(4000) })).toBeUndefined();
  });

  it('never takes an indication for a decision', () => {
    expect(eligibilityDecision.safeParse({ kind: 'indication', possibility: 'may-be-eligible' }).success).toBe(false);
  });
});

describe('adultNeeds', () => {
  it('drops what a carer does and what the person owns', () => {
    const parsed = adultNeeds.parse({ outcomes: [], savings: 1, carer: 'my son' });

    expect(parsed).toEqual({ outcomes: [] });
  });
});

describe('wellbeingTerms', () => {
  it('has the 9 areas in the order of s.1(2)(a) to (i)', () => {
    const clauses = wellbeingArea.options.map((area) => wellbeingTerms[area].clause);

    expect(clauses).toEqual([...'abcdefghi'].map((letter) => `s.1(2)(${letter})`));
  });
});
