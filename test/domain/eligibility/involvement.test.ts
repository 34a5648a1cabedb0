import { describe, expect, it } from 'vitest';
import { type PeopleAround, toInvolve } from '../../../domain/eligibility/involvement.ts';

const around: PeopleAround = {
  hasCarer: true,
  askedFor: ['Bea'],
  canAsk: true,
  interestedInWelfare: ['Cyril'],
  carerAsksForCaredForAdult: false,
};

describe('toInvolve', () => {
  it.each([
    { occasion: 'needs-assessment', given: around, who: ['the adult', 'the carer', 'Bea'], source: 's.9(5)' },
    {
      occasion: 'needs-assessment',
      given: { ...around, hasCarer: false },
      who: ['the adult', 'Bea'],
      source: 's.9(5)',
    },
    {
      occasion: 'care-and-support-plan',
      given: { ...around, canAsk: false },
      who: ['the adult', 'the carer', 'Cyril'],
      source: 's.25(3)',
    },
    { occasion: 'carers-assessment', given: around, who: ['the carer', 'Bea'], source: 's.10(7)' },
    {
      occasion: 'support-plan',
      given: { ...around, carerAsksForCaredForAdult: true },
      who: ['the carer', 'the adult needing care', 'Bea'],
      source: 's.25(4)',
    },
    {
      occasion: 'revising-care-and-support-plan',
      given: around,
      who: ['the adult', 'the carer', 'Bea'],
      source: 's.27(2)',
    },
    { occasion: 'revising-support-plan', given: around, who: ['the carer', 'Bea'], source: 's.27(3)' },
  ] as const)('names $who for $occasion under $source', ({ occasion, given, who, source }) => {
    expect(toInvolve(occasion, given)).toEqual(who.map((one) => ({ who: one, source })));
  });

  it('names someone once who was asked for twice', () => {
    const twice = toInvolve('carers-assessment', { ...around, askedFor: ['Bea', 'Bea'] });

    expect(twice.map(({ who }) => who)).toEqual(['the carer', 'Bea']);
  });
});
