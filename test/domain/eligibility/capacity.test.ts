import { describe, expect, it } from 'vitest';
import { type CapacityAssessment, capacityFor } from '../../../domain/eligibility/capacity.ts';

const able: CapacityAssessment = {
  decision: 'refuse a needs assessment',
  reasonToDoubt: true,
  impairmentOfMindOrBrain: true,
  understand: true,
  retain: true,
  useOrWeigh: true,
  communicate: true,
  becauseOfImpairment: true,
  supportGiven: 'Pictures, in the morning',
};
const without = <Key extends keyof CapacityAssessment>(given: CapacityAssessment, key: Key) => {
  const { [key]: _left, ...rest } = given;
  return rest;
};

describe('capacityFor', () => {
  it.each([
    { rule: 's.1(2): no reason to doubt', given: { decision: 'x', reasonToDoubt: false }, finding: 'presumed' },
    {
      rule: 's.2(1): no impairment',
      given: { ...able, impairmentOfMindOrBrain: false, retain: false },
      finding: 'has-capacity',
    },
    { rule: 's.3(1): all four', given: able, finding: 'has-capacity' },
    { rule: 's.3(1)(a)', given: { ...able, understand: false }, finding: 'lacks-capacity' },
    { rule: 's.3(1)(b)', given: { ...able, retain: false }, finding: 'lacks-capacity' },
    { rule: 's.3(1)(c)', given: { ...able, useOrWeigh: false }, finding: 'lacks-capacity' },
    { rule: 's.3(1)(d)', given: { ...able, communicate: false }, finding: 'lacks-capacity' },
    {
      rule: 's.2(1): another cause',
      given: { ...able, retain: false, becauseOfImpairment: false },
      finding: 'has-capacity',
    },
  ])('finds $finding under $rule', ({ given, finding }) => {
    expect(capacityFor(given)).toMatchObject({ finding });
  });

  it.each([
    { left: 'supportGiven', missing: 'what was done to help the person decide (s.1(3))' },
    { left: 'impairmentOfMindOrBrain', missing: 'whether there is an impairment of mind or brain (s.2(1))' },
    { left: 'becauseOfImpairment', missing: 'whether the inability is because of the impairment (s.2(1))' },
  ] as const)('never finds a lack of capacity without $left', ({ left, missing }) => {
    const answer = capacityFor(without({ ...able, retain: false }, left));

    expect(answer).toMatchObject({ finding: 'not-enough-information', missing: [missing] });
  });

  it('asks for the one ability that was not tested when the other three are there', () => {
    expect(capacityFor(without(without(able, 'retain'), 'becauseOfImpairment'))).toMatchObject({
      finding: 'not-enough-information',
      missing: ['whether the person can retain it (s.3(1))'],
    });
  });

  it('does not find capacity from the cause alone while an ability was not tested', () => {
    const answer = capacityFor({ ...without(able, 'retain'), becauseOfImpairment: false });

    expect(answer.finding).toBe('not-enough-information');
  });
});
