import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  adultEligibility,
  adultIndication,
  adultUnableOutcomes,
} from '../../../domain/eligibility/eligibility-adults.ts';
import type { EligibilityResult } from '../../../domain/eligibility/eligibility-result.ts';
import type { AdultNeeds } from '../../../domain/eligibility/needs.ts';
import {
  type AdultOutcomeCode,
  adultMeaningCode,
  adultOutcomeCode,
  adultOutcomeTerms,
  type Determination,
  type EligibilityIndication,
} from '../../../schemas/eligibility.ts';
import { adultAnswers } from '../../support/care-act.ts';

const yes = { impairmentOrIllness: 'yes', significantImpact: 'yes' } as const;
const help = ['a-assistance'] as const;

const notMet = (result: EligibilityResult) =>
  result.result === 'not-eligible' ? result.reasons.map(({ condition }) => condition) : [];

describe('adultEligibility', () => {
  it.each([
    { id: 'E1', needs: adultAnswers({ nutrition: help, hygiene: help }, yes), result: 'eligible', reasons: [] },
    {
      id: 'E2: three meanings on one outcome are one outcome',
      needs: adultAnswers({ nutrition: ['a-assistance', 'b-pain', 'c-danger'] }, yes),
      result: 'not-eligible',
      reasons: [2],
    },
    {
      id: 'E3: likely is enough',
      needs: adultAnswers(
        { 'home-safely': ['c-danger'], 'habitable-home': ['d-time'] },
        { impairmentOrIllness: 'yes', significantImpact: 'likely' },
      ),
      result: 'eligible',
      reasons: [],
    },
    {
      id: 'E4',
      needs: adultAnswers(
        { nutrition: help, hygiene: help, toilet: help },
        { impairmentOrIllness: 'no', significantImpact: 'yes' },
      ),
      result: 'not-eligible',
      reasons: [1],
    },
    {
      id: 'E5',
      needs: adultAnswers({ nutrition: help, hygiene: help }, { impairmentOrIllness: 'yes', significantImpact: 'no' }),
      result: 'not-eligible',
      reasons: [3],
    },
    {
      id: 'E6',
      needs: adultAnswers({}, { impairmentOrIllness: 'yes', significantImpact: 'no' }),
      result: 'not-eligible',
      reasons: [2, 3],
    },
    {
      id: 'E11: all ten',
      needs: adultAnswers(Object.fromEntries(adultOutcomeCode.options.map((code) => [code, help])), yes),
      result: 'eligible',
      reasons: [],
    },
  ])('answers $id with $result and conditions $reasons', ({ needs, result, reasons }) => {
    const answer = adultEligibility(needs);

    expect(answer.result).toBe(result);
    expect(notMet(answer)).toEqual(reasons);
  });

  it.each([
    { id: 'E8: both met by a partner now', extra: { metNowBy: 'my partner' }, money: {} },
    { id: 'E9: savings of 500,000 pounds', extra: {}, money: { savings: 50_000_000 } },
  ])('finds $id eligible, because the answers have no place for it', ({ extra, money }) => {
    const needs = adultAnswers({ relationships: ['d-time'], hygiene: ['b-pain'] }, yes);
    const posted = { ...needs, ...money, outcomes: needs.outcomes.map((one) => ({ ...one, ...extra })) };

    const answer = adultEligibility(posted);

    expect(answer.result).toBe('eligible');
  });

  it.each([
    { period: undefined, result: 'cannot-be-finalised' },
    { period: '   ', result: 'cannot-be-finalised' },
    { period: 'the last 12 weeks', result: 'eligible' },
  ])('answers E10, a changing need with the period "$period", with $result', ({ period, result }) => {
    const needs = adultAnswers({ nutrition: help, hygiene: help }, yes);
    const [first, ...others] = needs.outcomes;
    if (first === undefined) throw new Error('no outcomes');

    const answer = adultEligibility({
      ...needs,
      outcomes: [
        { ...first, fluctuation: { goodDay: 'Cooks', badDay: 'Stays in bed', periodConsidered: period } },
        ...others,
      ],
    });

    expect(answer.result).toBe(result);
    if (answer.result === 'cannot-be-finalised') {
      expect(answer.missing).toEqual([
        {
          field: 'outcomes.nutrition.fluctuation.periodConsidered',
          message: 'Say over what period the changing need was considered (reg 2(4))',
        },
      ]);
    }
  });

  it.each([
    {
      id: 'condition 1 and nothing else',
      needs: adultAnswers({ nutrition: help }, { significantImpact: 'no' }),
      field: 'impairmentOrIllness',
    },
    { id: 'condition 3', needs: adultAnswers({}, { impairmentOrIllness: 'no' }), field: 'significantImpact' },
    {
      id: 'one outcome, with one found',
      needs: { ...yes, outcomes: adultAnswers({ nutrition: help }).outcomes.slice(0, 9) },
      field: 'outcomes.child-care',
    },
    {
      id: 'one outcome, with none found',
      needs: { ...yes, outcomes: adultAnswers({}).outcomes.slice(0, 9) },
      field: 'outcomes.child-care',
    },
  ])('answers E12, $id unanswered, with not enough information', ({ needs, field }) => {
    const answer = adultEligibility(needs);

    expect(answer).toMatchObject({ result: 'not-enough-information', missing: [{ field }] });
  });

  it('is eligible with 2 outcomes found while the other 8 are unanswered', () => {
    const needs = { ...yes, outcomes: adultAnswers({ nutrition: help, hygiene: help }).outcomes.slice(0, 2) };

    expect(adultEligibility(needs).result).toBe('eligible');
  });

  it('does not count an outcome that does not apply, such as child care without a child', () => {
    const needs = adultAnswers({ nutrition: help, 'child-care': help }, yes);
    const outcomes = needs.outcomes.map((one) => (one.outcome === 'child-care' ? { ...one, applies: false } : one));

    expect(notMet(adultEligibility({ ...needs, outcomes }))).toEqual([2]);
  });

  it('counts an outcome once that is answered twice', () => {
    const needs = adultAnswers({ nutrition: help }, yes);
    const twice = { ...needs, outcomes: [...needs.outcomes, ...needs.outcomes.slice(0, 1)] };

    expect(adultUnableOutcomes(twice)).toEqual(['nutrition']);
    expect(adultEligibility(twice).result).toBe('not-eligible');
  });

  it.each(adultMeaningCode.options)('takes %s alone as unable to achieve', (meaning) => {
    expect(adultUnableOutcomes(adultAnswers({ toilet: [meaning] }))).toEqual(['toilet']);
  });

  it('shows the three conditions (L28 to L30), each with its regulation', () => {
    const { conditions } = adultEligibility(adultAnswers({ hygiene: help, nutrition: help }, yes));

    expect(conditions.map(({ condition, answer }) => `${condition} ${answer}`)).toEqual(['1 met', '2 met', '3 met']);
    expect(conditions[1].explanation).toBe(
      'Unable to achieve 2 of the ten outcomes: managing and maintaining nutrition; maintaining personal hygiene.',
    );
    expect(conditions.map(({ source }) => source)).toEqual([
      'Eligibility Regs reg 2(1)(a)',
      'Eligibility Regs reg 2(1)(b), (2) and (3)',
      'Eligibility Regs reg 2(1)(c)',
    ]);
  });
});

const someOutcome = fc.record({
  outcome: fc.constantFrom(...adultOutcomeCode.options),
  applies: fc.boolean(),
  meanings: fc.uniqueArray(fc.constantFrom(...adultMeaningCode.options)),
});

const someNeeds: fc.Arbitrary<AdultNeeds> = fc.record({
  impairmentOrIllness: fc.constantFrom('yes', 'no', undefined),
  outcomes: fc.uniqueArray(someOutcome, { selector: ({ outcome }) => outcome }),
  significantImpact: fc.constantFrom('yes', 'likely', 'no', undefined),
});

const rank = { 'not-eligible': 0, 'not-enough-information': 1, 'cannot-be-finalised': 1, eligible: 2 } as const;

describe('adultEligibility over any answers', () => {
  const withUnable = (needs: AdultNeeds, outcome: AdultOutcomeCode): AdultNeeds => ({
    ...needs,
    outcomes: [
      ...needs.outcomes.filter((one) => one.outcome !== outcome),
      { outcome, applies: true, meanings: [...help] },
    ],
  });

  it('never makes someone less eligible when one more of ten considered outcomes cannot be achieved', () => {
    fc.assert(
      fc.property(someNeeds, fc.constantFrom(...adultOutcomeCode.options), (needs, outcome) => {
        const considered = {
          ...needs,
          outcomes: adultOutcomeCode.options.map(
            (code) =>
              needs.outcomes.find((one) => one.outcome === code) ?? { outcome: code, applies: true, meanings: [] },
          ),
        };

        const before = adultEligibility(considered).result;
        const after = adultEligibility(withUnable(considered, outcome)).result;

        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });

  it('keeps everyone eligible who is, whatever else turns out to be out of reach', () => {
    const eligible = someNeeds.filter((needs) => adultEligibility(needs).result === 'eligible');

    fc.assert(
      fc.property(eligible, fc.constantFrom(...adultOutcomeCode.options), (needs, outcome) => {
        expect(adultEligibility(withUnable(needs, outcome)).result).toBe('eligible');
      }),
    );
  });

  it('gives the same answer in any order of outcomes and meanings', () => {
    fc.assert(
      fc.property(
        someNeeds.chain((needs) =>
          fc.record({
            needs: fc.constant(needs),
            shuffled: fc.shuffledSubarray([...needs.outcomes], { minLength: needs.outcomes.length }),
          }),
        ),
        ({ needs, shuffled }) => {
          const reversed = shuffled.map((one) => ({ ...one, meanings: one.meanings.toReversed() }));

          expect(adultEligibility({ ...needs, outcomes: reversed })).toEqual(adultEligibility(needs));
        },
      ),
    );
  });

  it('gives the same answer whatever a carer does, wherever it is said', () => {
    fc.assert(
      fc.property(
        someNeeds,
        fc.dictionary(fc.constantFrom('metNowBy', 'carer', 'carerHours', 'whoHelps'), fc.string()),
        (needs, care) => {
          const withCare = { ...needs, ...care, outcomes: needs.outcomes.map((one) => ({ ...one, ...care })) };

          expect(adultEligibility(withCare)).toEqual(adultEligibility(needs));
        },
      ),
    );
  });

  it('never says not eligible while a condition is not known', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const answer = adultEligibility(needs);

        const unknown = answer.conditions.some((one) => one.answer === 'not-known');
        expect(answer.result === 'not-enough-information').toBe(unknown);
      }),
    );
  });
});

describe('adultIndication', () => {
  it.each([
    { needs: adultAnswers({ nutrition: help, toilet: help }, yes), possibility: 'may-be-eligible' },
    { needs: adultAnswers({ nutrition: help }, yes), possibility: 'may-not-be-eligible' },
    { needs: { outcomes: [] }, possibility: 'not-enough-information' },
  ] satisfies { needs: AdultNeeds; possibility: string }[])(
    'says $possibility, worded as possible and as no decision (L10)',
    ({ needs, possibility }) => {
      const indication = adultIndication(needs);

      expect(indication).toMatchObject({ kind: 'indication', possibility });
      expect(indication.heading).toMatch(/may|cannot tell/);
      expect(indication.explanation).toContain('It is not a decision');
      expect(indication.conditions.every(({ explanation }) => explanation.startsWith('From your answers: '))).toBe(
        true,
      );
    },
  );

  it('does not wait for the period of a changing need', () => {
    const needs = adultAnswers({ nutrition: help, toilet: help }, yes);
    const changing = { ...needs, outcomes: needs.outcomes.map((one) => ({ ...one, fluctuation: {} })) };

    expect(adultIndication(changing).possibility).toBe('may-be-eligible');
  });

  it('is no determination, by its type and by its words', () => {
    expectTypeOf<EligibilityIndication>().not.toExtend<Determination>();
    expectTypeOf<Determination>().not.toExtend<EligibilityIndication>();
    expect(Object.values(adultIndication({ outcomes: [] }))).not.toContain('not-eligible');
  });
});

describe('adultOutcomeTerms', () => {
  it('has the 10 outcomes in the order of reg 2(2)(a) to (j)', () => {
    const clauses = adultOutcomeCode.options.map((code) => adultOutcomeTerms[code].clause);

    expect(clauses).toEqual([...'abcdefghij'].map((letter) => `reg 2(2)(${letter})`));
  });
});
