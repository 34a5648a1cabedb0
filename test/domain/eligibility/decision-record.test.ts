import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adultNeedsFrom,
  carerDecisionFrom,
  decisionFrom,
  decisionProblems,
  determine,
  testOf,
} from '../../../domain/eligibility/decision-record.ts';
import { decisionAnswers } from '../../../local/demo/decision-answers.ts';
import { answersSchema } from '../../../schemas/answers.ts';
import type { AnswersOf } from '../../../schemas/answers-of.ts';
import { determination } from '../../../schemas/eligibility.ts';
import { carerDecision } from '../../../schemas/forms/carer-decision.ts';
import { decision } from '../../../schemas/forms/decision.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { aCarerDecision, adultAnswers, anAdultDecision } from '../../support/care-act.ts';

const today = () => '2026-01-12';
const decided = { author: { id: 'staff-7', name: 'Sam Worker' }, decidedOn: isoDate.parse('2026-11-21') };
const oneOutcome = adultAnswers(
  { nutrition: ['a-assistance'] },
  { impairmentOrIllness: 'yes', significantImpact: 'yes' },
);

const answersOf = (changes: object = {}) =>
  answersSchema(decision, today).parse({
    ...decisionAnswers(today())['decide-eligibility'],
    ...changes,
    // The list has checked them: this is what its answers are.
  }) as AnswersOf<typeof decision>;

describe('decisionFrom', () => {
  it('reads the ten outcomes in the order of the regulation, with what the assessment found', () => {
    const { needs } = decisionFrom(answersOf());

    expect(needs.outcomes.filter(({ meanings }) => meanings.length > 0)).toEqual([
      { outcome: 'hygiene', applies: true, meanings: ['a-assistance'] },
      { outcome: 'clothed', applies: true, meanings: ['a-assistance', 'b-pain'] },
    ]);
    expect(needs.outcomes).toHaveLength(10);
    expect(needs.outcomes.at(-1)).toEqual({ outcome: 'child-care', applies: false, meanings: [] });
  });

  it('reads a need that goes up and down with its pattern and the period considered', () => {
    const answers = answersOf({ hygieneFluctuates: 'yes', hygienePattern: 'Worse in frost', hygienePeriod: 'A year' });

    expect(decisionFrom(answers).needs.outcomes[1]?.fluctuation).toEqual({
      pattern: 'Worse in frost',
      periodConsidered: 'A year',
    });
  });

  it('reads the three conditions, the result and what follows from it', () => {
    expect(decisionFrom(answersOf())).toMatchObject({
      about: 'adult',
      needs: { impairmentOrIllness: 'yes', significantImpact: 'yes' },
      result: 'eligible',
      wantsCouncilToMeetNeeds: 'yes',
      ordinaryResidence: 'in-area',
      advice: true,
    });
    expect(decisionFrom(answersOf({ adviceGiven: 'no' })).advice).toBe(false);
  });

  it('has nothing to say of what is not answered yet, so that the page can show where the answers lead', () => {
    expect(adultNeedsFrom({ condition1: 'yes', hygieneApplies: 'no' })).toEqual({
      impairmentOrIllness: 'yes',
      outcomes: [{ outcome: 'hygiene', applies: false, meanings: [] }],
      significantImpact: undefined,
    });
  });

  it('never reads who meets a need now (carer-blind)', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (helper) => {
        const helped = { ...answersOf(), hygieneMetNowBy: helper, clothedMetNowBy: helper };

        expect(decisionFrom(helped)).toEqual(decisionFrom(answersOf()));
      }),
    );
  });
});

describe('carerDecisionFrom', () => {
  it('reads the eight outcomes, the health and the necessary care', () => {
    const answers = answersSchema(carerDecision, today).parse(decisionAnswers(today())['decide-carer-eligibility']);

    const read = carerDecisionFrom(answers as AnswersOf<typeof carerDecision>);

    expect(read).toMatchObject({ about: 'carer', needs: { necessaryCare: 'yes', health: 'at-risk' } });
    expect(read.needs.outcomes.filter(({ meanings }) => meanings.length > 0)).toMatchObject([
      { outcome: 'recreation' },
    ]);
    expect(read.needs.outcomes).toHaveLength(8);
  });
});

describe('determine', () => {
  it('makes a determination with author, date and the three conditions, which its schema accepts', () => {
    const answer = determine(anAdultDecision(), decided);

    expect(answer).toMatchObject({ ok: true, determination: { kind: 'determination', ...decided } });
    expect(answer.ok && determination.parse(answer.determination).conditions.map((one) => one.answer)).toEqual([
      'met',
      'met',
      'met',
    ]);
  });

  it('keeps of the author the id and the name alone, whatever else the staff directory holds', () => {
    const author = { ...decided.author, email: 'sam@example.org' };

    const answer = determine(anAdultDecision(), { ...decided, author });

    expect(answer.ok && answer.determination.author).toEqual(decided.author);
  });

  it('makes a determination about a carer whose health alone is at risk', () => {
    expect(determine(aCarerDecision(), decided).ok).toBe(true);
  });
});

describe('decisionProblems', () => {
  it.each([
    { rule: 'reg 2(1)', given: anAdultDecision({ needs: oneOutcome }), fields: ['result'] },
    {
      rule: 'reg 2(1)',
      given: anAdultDecision({ needs: { ...anAdultDecision().needs, significantImpact: 'no' } }),
      fields: ['result'],
    },
    { rule: 'reg 2(1)', given: anAdultDecision({ result: 'not-eligible', advice: true }), fields: ['result'] },
    { rule: 's.13(5)', given: anAdultDecision({ needs: oneOutcome, result: 'not-eligible' }), fields: ['adviceGiven'] },
    {
      rule: 'reg 3(1)',
      given: aCarerDecision({ needs: { ...aCarerDecision().needs, health: 'no' } }),
      fields: ['result'],
    },
    {
      rule: 'reg 2(1)',
      given: anAdultDecision({ needs: { ...oneOutcome, outcomes: oneOutcome.outcomes.slice(0, 8) } }),
      fields: ['outcomes.community', 'outcomes.child-care'],
    },
  ])('of $given.about, $given.result, under $rule: $fields', ({ rule, given, fields }) => {
    const problems = decisionProblems(given);

    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(problems[0]?.rule).toContain(rule);
  });

  it('has none where no eligible needs follow from the answers and advice is written (L7)', () => {
    expect(decisionProblems(anAdultDecision({ needs: oneOutcome, result: 'not-eligible', advice: true }))).toEqual([]);
  });
});

describe('testOf', () => {
  it('says what the test says, whatever result was chosen', () => {
    expect(testOf(anAdultDecision({ result: 'not-eligible' })).result).toBe('eligible');
    expect(testOf(aCarerDecision()).result).toBe('eligible');
  });
});
