import { describe, expect, it } from 'vitest';
import {
  type AdvocacyQuestion,
  advocateRequired,
  appropriatePerson,
  type PossibleSupporter,
} from '../../../domain/eligibility/advocacy.ts';

const none = { understanding: false, retaining: false, usingOrWeighing: false, communicating: false };
const question: AdvocacyQuestion = {
  difficulties: none,
  appropriatePerson: true,
  nhsLongStayAndBestInterests: false,
  materialDisagreementAndBothAgree: false,
};
const difficulty = { ...none, retaining: true };

describe('advocateRequired (L25)', () => {
  it.each([
    {
      rule: 's.67(4): no difficulty, nobody there',
      given: { ...question, appropriatePerson: false },
      may: false,
      code: 'no-difficulty',
    },
    {
      rule: 's.67(5): someone appropriate',
      given: { ...question, difficulties: difficulty },
      may: false,
      code: 'has-supporter',
    },
    ...(['understanding', 'retaining', 'usingOrWeighing', 'communicating'] as const).map((one) => ({
      rule: `s.67(4): ${one} alone, nobody there`,
      given: { ...question, difficulties: { ...none, [one]: true }, appropriatePerson: false },
      may: true,
      code: 'nobody-suitable',
    })),
    {
      rule: 'reg 4: long stay',
      given: { ...question, difficulties: difficulty, nhsLongStayAndBestInterests: true },
      may: true,
      code: 'long-stay',
    },
    {
      rule: 'reg 4: disagreement',
      given: { ...question, difficulties: difficulty, materialDisagreementAndBothAgree: true },
      may: true,
      code: 'disagreement',
    },
    {
      rule: 'reg 4: long stay without difficulty',
      given: { ...question, nhsLongStayAndBestInterests: true },
      may: false,
      code: 'no-difficulty',
    },
    {
      rule: 's.67(4): one not asked',
      given: { ...question, difficulties: { ...none, retaining: undefined } },
      may: false,
      code: 'ask-first',
    },
    {
      rule: 's.67(4): one found, the rest not asked',
      given: { ...question, difficulties: { communicating: true }, appropriatePerson: false },
      may: true,
      code: 'nobody-suitable',
    },
  ])('answers $code under $rule', ({ given, may, code }) => {
    expect(advocateRequired(given)).toMatchObject({ may, code });
  });
});

const supporter: PossibleSupporter = {
  paidOrProfessional: false,
  personHasCapacityToAgree: true,
  personAgrees: true,
  inBestInterests: true,
  ableToSupport: true,
  implicatedInAbuse: false,
};

describe('appropriatePerson', () => {
  it.each([
    { rule: 's.67(5)', given: supporter, may: true, code: 'appropriate' },
    {
      rule: 's.67(5): paid',
      given: { ...supporter, paidOrProfessional: true },
      may: false,
      code: 'paid-or-professional',
    },
    { rule: 's.67(6): not agreed', given: { ...supporter, personAgrees: false }, may: false, code: 'not-agreed' },
    {
      rule: 's.67(6): cannot agree, best interests',
      given: { ...supporter, personHasCapacityToAgree: false, personAgrees: false },
      may: true,
      code: 'appropriate',
    },
    {
      rule: 's.67(6): not best interests',
      given: { ...supporter, personHasCapacityToAgree: false, inBestInterests: false },
      may: false,
      code: 'not-in-best-interests',
    },
    { rule: 'guidance: unable', given: { ...supporter, ableToSupport: false }, may: false, code: 'unable' },
    {
      rule: 'guidance: implicated',
      given: { ...supporter, implicatedInAbuse: true },
      may: false,
      code: 'implicated-in-abuse',
    },
  ])('answers $code under $rule', ({ given, may, code }) => {
    expect(appropriatePerson(given)).toMatchObject({ may, code });
  });
});
