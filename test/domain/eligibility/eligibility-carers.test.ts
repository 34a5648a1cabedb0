import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carerEligibility,
  carerIndication,
  carerUnableOutcomes,
} from '../../../domain/eligibility/eligibility-carers.ts';
import type { CarerNeeds } from '../../../domain/eligibility/needs.ts';
import { carerMeaningCode, carerOutcomeCode, carerOutcomeTerms } from '../../../schemas/eligibility.ts';
import { carerAnswers } from '../../support/care-act.ts';

describe('carerEligibility', () => {
  it.each([
    {
      id: 'K1: one outcome is enough',
      needs: carerAnswers(['recreation'], { necessaryCare: 'yes', health: 'no', significantImpact: 'yes' }),
      result: 'eligible',
      reasons: [],
    },
    {
      id: 'K2: health at risk alone is enough',
      needs: carerAnswers([], { necessaryCare: 'yes', health: 'at-risk', significantImpact: 'likely' }),
      result: 'eligible',
      reasons: [],
    },
    {
      id: 'K3',
      needs: carerAnswers(['child', 'nutrition'], {
        necessaryCare: 'no',
        health: 'deteriorating',
        significantImpact: 'yes',
      }),
      result: 'not-eligible',
      reasons: [1],
    },
    {
      id: 'K4',
      needs: carerAnswers([], { necessaryCare: 'yes', health: 'no', significantImpact: 'yes' }),
      result: 'not-eligible',
      reasons: [2],
    },
    {
      id: 'K5',
      needs: carerAnswers(carerOutcomeCode.options, {
        necessaryCare: 'yes',
        health: 'deteriorating',
        significantImpact: 'no',
      }),
      result: 'not-eligible',
      reasons: [3],
    },
  ])('answers $id with $result and conditions $reasons', ({ needs, result, reasons }) => {
    const answer = carerEligibility(needs);

    expect(answer.result).toBe(result);
    expect(answer.result === 'not-eligible' ? answer.reasons.map(({ condition }) => condition) : []).toEqual(reasons);
  });

  it.each([
    {
      id: 'necessary care',
      needs: carerAnswers(['child'], { health: 'no', significantImpact: 'yes' }),
      fields: ['necessaryCare'],
    },
    {
      id: 'health, with no outcome found',
      needs: carerAnswers([], { necessaryCare: 'yes', significantImpact: 'yes' }),
      fields: ['health'],
    },
    {
      id: 'one outcome, with none found',
      needs: {
        necessaryCare: 'yes',
        health: 'no',
        significantImpact: 'yes',
        outcomes: carerAnswers([]).outcomes.slice(0, 7),
      },
      fields: ['outcomes.recreation'],
    },
    { id: 'the impact', needs: carerAnswers([], { necessaryCare: 'no', health: 'no' }), fields: ['significantImpact'] },
  ] satisfies { id: string; needs: CarerNeeds; fields: string[] }[])(
    'answers $id unanswered with not enough information',
    ({ needs, fields }) => {
      const answer = carerEligibility(needs);

      expect(answer.result).toBe('not-enough-information');
      expect('missing' in answer && answer.missing.map(({ field }) => field)).toEqual(fields);
    },
  );

  it.each([
    { needs: { outcomes: [] }, says: 'Not answered yet: health and 8 of the eight outcomes.' },
    { needs: { health: 'no' as const, outcomes: [] }, says: 'Not answered yet: 8 of the eight outcomes.' },
  ])('says in condition 2: $says', ({ needs, says }) => {
    expect(carerEligibility(needs).conditions[1].explanation).toContain(says);
  });

  it('does not ask for health once an outcome is found', () => {
    expect(carerEligibility(carerAnswers(['child'], { necessaryCare: 'yes', significantImpact: 'yes' })).result).toBe(
      'eligible',
    );
  });

  it('cannot be finalised while the period of a changing need is not recorded (reg 3(4))', () => {
    const needs = carerAnswers(['child'], { necessaryCare: 'yes', health: 'no', significantImpact: 'yes' });

    const answer = carerEligibility({
      ...needs,
      outcomes: needs.outcomes.map((one) => (one.outcome === 'child' ? { ...one, fluctuation: {} } : one)),
    });

    expect(answer).toMatchObject({
      result: 'cannot-be-finalised',
      missing: [{ field: 'outcomes.child.fluctuation.periodConsidered' }],
    });
  });

  it('has the 8 outcomes in the order of reg 3(2)(b)(i) to (viii)', () => {
    const clauses = carerOutcomeCode.options.map((code) => carerOutcomeTerms[code].clause);

    expect(clauses).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'].map((no) => `reg 3(2)(b)(${no})`));
  });
});

const someNeeds: fc.Arbitrary<CarerNeeds> = fc.record({
  necessaryCare: fc.constantFrom('yes', 'no', undefined),
  health: fc.constantFrom('deteriorating', 'at-risk', 'no', undefined),
  outcomes: fc.uniqueArray(
    fc.record({
      outcome: fc.constantFrom(...carerOutcomeCode.options),
      applies: fc.boolean(),
      meanings: fc.uniqueArray(fc.constantFrom(...carerMeaningCode.options)),
    }),
    { selector: ({ outcome }) => outcome },
  ),
  significantImpact: fc.constantFrom('yes', 'likely', 'no', undefined),
});

const rank = { 'not-eligible': 0, 'not-enough-information': 1, 'cannot-be-finalised': 1, eligible: 2 } as const;

describe('carerEligibility over any answers', () => {
  it('never makes a carer less eligible for one more outcome out of reach, or for worse health', () => {
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...carerOutcomeCode.options), (needs, outcome) => {
        const considered = {
          ...needs,
          health: needs.health ?? 'no',
          outcomes: carerOutcomeCode.options.map(
            (code) =>
              needs.outcomes.find((one) => one.outcome === code) ?? { outcome: code, applies: true, meanings: [] },
          ),
        };
        const moreOutcomes = {
          ...considered,
          outcomes: considered.outcomes.map((one) =>
            one.outcome === outcome ? { outcome, applies: true, meanings: ['b-pain' as const] } : one,
          ),
        };

        const before = rank[carerEligibility(considered).result];
        const afterOutcome = rank[carerEligibility(moreOutcomes).result];
        const afterHealth = rank[carerEligibility({ ...considered, health: 'deteriorating' }).result];

        expect(afterOutcome).toBeGreaterThanOrEqual(before);
        expect(afterHealth).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('gives the same answer in any order', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const reversed = { ...needs, outcomes: needs.outcomes.toReversed() };

        expect(carerEligibility(reversed)).toEqual(carerEligibility(needs));
        expect(carerUnableOutcomes(reversed)).toEqual(carerUnableOutcomes(needs));
      }),
    );
  });
});

describe('carerIndication', () => {
  it.each([
    {
      needs: carerAnswers(['child'], { necessaryCare: 'yes', significantImpact: 'yes' }),
      possibility: 'may-be-eligible',
    },
    {
      needs: carerAnswers([], { necessaryCare: 'yes', health: 'no', significantImpact: 'yes' }),
      possibility: 'may-not-be-eligible',
    },
    { needs: { outcomes: [] }, possibility: 'not-enough-information' },
  ] satisfies { needs: CarerNeeds; possibility: string }[])(
    'says $possibility and that it is no decision',
    ({ needs, possibility }) => {
      const indication = carerIndication(needs);

      expect(indication.possibility).toBe(possibility);
      expect(indication.explanation).toContain('It is not a decision');
    },
  );
});
