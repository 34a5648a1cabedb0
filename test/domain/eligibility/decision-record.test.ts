import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultNeedsIn, decisionProblems, determine, testOf } from '../../../domain/eligibility/decision-record.ts';
import { eligibilityDetermination } from '../../../schemas/eligibility.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { aCarerDecision, adultAnswers, anAdultDecision, carerAnswers, someAdvice } from '../../support/care-act.ts';

const decided = { author: { id: 'staff-7', name: 'Sam Worker' }, decidedOn: isoDate.parse('2026-11-21') };
const described = (outcomes: ReturnType<typeof adultAnswers>['outcomes']) =>
  outcomes.map((one) => ({ ...one, description: 'Cannot use the right arm.' }));
const oneOutcome = described(adultAnswers({ nutrition: ['a-assistance'] }).outcomes);
const noImpact = { answer: 'no', areas: [], reason: 'Manages well with the present arrangements.' };

describe('determine', () => {
  it('makes a determination with author, date and the three conditions, which its schema accepts', () => {
    const answer = determine(anAdultDecision(), decided);

    expect(answer).toMatchObject({ ok: true, determination: { kind: 'determination', ...decided } });
    expect(
      answer.ok && eligibilityDetermination.parse(answer.determination).conditions.map((one) => one.answer),
    ).toEqual(['met', 'met', 'met']);
  });

  it('makes a determination of no eligible needs when the written advice is there (s.13(5), L7)', () => {
    const decision = anAdultDecision({ outcomes: oneOutcome, result: 'not-eligible', advice: someAdvice });

    expect(determine(decision, decided)).toMatchObject({
      ok: true,
      determination: { decision: { result: 'not-eligible' } },
    });
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
    { rule: 's.13(5)', changes: { outcomes: oneOutcome, result: 'not-eligible' }, fields: ['advice'] },
    { rule: 's.13(3)(b)', changes: { wantsCouncilToMeetNeeds: undefined }, fields: ['wantsCouncilToMeetNeeds'] },
    { rule: 's.13(3)(c)', changes: { ordinaryResidence: undefined }, fields: ['ordinaryResidence'] },
    {
      rule: 's.1(2)',
      changes: { significantImpact: { answer: 'likely', areas: [], reason: 'x' } },
      fields: ['significantImpact.areas'],
    },
    { rule: 'reg 2(1): result against the answers', changes: { outcomes: oneOutcome }, fields: ['result'] },
    { rule: 'reg 2(1): condition 3 against the result', changes: { significantImpact: noImpact }, fields: ['result'] },
    {
      rule: 's.13(2): reasons an outcome',
      changes: { outcomes: adultAnswers({ nutrition: ['a-assistance'], hygiene: ['b-pain'] }).outcomes },
      fields: ['outcomes.nutrition.description', 'outcomes.hygiene.description'],
    },
    {
      rule: 'reg 2(2): all ten',
      changes: { outcomes: anAdultDecision().outcomes.slice(0, 8) },
      fields: ['outcomes.community', 'outcomes.child-care'],
    },
    {
      rule: 'reg 2(2): each once',
      changes: { outcomes: [...anAdultDecision().outcomes, ...anAdultDecision().outcomes.slice(9)] },
      fields: ['outcomes.child-care'],
    },
    {
      rule: 'reg 2(4)',
      changes: {
        outcomes: anAdultDecision().outcomes.map((one) =>
          one.outcome === 'hygiene' ? { ...one, fluctuation: {} } : one,
        ),
      },
      fields: ['outcomes.hygiene.fluctuation.periodConsidered'],
    },
  ])('names $fields under $rule', ({ rule, changes, fields }) => {
    const problems = decisionProblems(anAdultDecision(changes));

    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(rule).toContain(problems[0]?.rule.replace(/^Eligibility Regs |[:;].*$/g, ''));
  });

  it.each([
    { rule: 's.13(4)', changes: { ordinaryResidence: undefined }, fields: ['ordinaryResidence'] },
    { rule: 'reg 3(1)', changes: { health: { answer: 'no', reason: 'Well' } }, fields: ['result'] },
    {
      rule: 'reg 3(2): all eight',
      changes: { outcomes: carerAnswers([]).outcomes.slice(0, 7) },
      fields: ['outcomes.recreation'],
    },
    {
      rule: 'reg 3(4)',
      changes: {
        outcomes: carerAnswers([]).outcomes.map((one) => (one.outcome === 'child' ? { ...one, fluctuation: {} } : one)),
      },
      fields: ['outcomes.child.fluctuation.periodConsidered'],
    },
  ])('names $fields of a carer under $rule', ({ rule, changes, fields }) => {
    const problems = decisionProblems(aCarerDecision(changes));

    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(rule).toContain(problems[0]?.rule.replace(/^Eligibility Regs |[:;].*$/g, ''));
  });

  it('gives all problems at once', () => {
    const problems = decisionProblems(
      anAdultDecision({ wantsCouncilToMeetNeeds: undefined, ordinaryResidence: undefined, outcomes: [] }),
    );

    expect(problems).toHaveLength(12);
  });
});

describe('testOf', () => {
  it('gives the same answer whoever meets a need now (carer-blind)', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 10, maxLength: 10 }), (helpers) => {
        const decision = anAdultDecision();
        const helped = {
          ...decision,
          outcomes: decision.outcomes.map((one, index) => ({ ...one, metNowBy: helpers[index] })),
        };

        expect(testOf(helped)).toEqual(testOf(decision));
        expect(JSON.stringify(adultNeedsIn(helped))).not.toContain('metNowBy');
      }),
    );
  });
});
