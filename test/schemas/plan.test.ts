import { describe, expect, it } from 'vitest';
import { planAnswer, planCheck, planDraft, reviewRecord } from '../../schemas/plan.ts';
import { aNeed, aPlanDraft, aReview } from '../support/care-act.ts';

const lines = (error: { issues: { path: PropertyKey[]; message: string }[] } | undefined) =>
  error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('planDraft', () => {
  it.each([
    {
      changes: { needs: [aNeed({ weeklyCost: -1 })] },
      message: 'needs.0.weeklyCost: the weekly cost cannot be less than 0',
    },
    {
      changes: { needs: [aNeed({ weeklyCost: 0.5 })] },
      message: 'needs.0.weeklyCost: Enter the weekly cost in whole pence',
    },
    { changes: { needs: [] }, message: 'needs: Add at least one need' },
    { changes: { contingency: '' }, message: 'contingency: Enter what happens on a sudden change or in an emergency' },
    {
      changes: { paymentRoutes: [{ route: 'cash' }] },
      message: 'paymentRoutes.0.route: Choose how this part of the budget is held',
    },
    {
      changes: { budget: { stage: 'final', cost: 1, personPays: 1 } },
      message: 'budget.councilPays: Enter what the council pays in whole pence',
    },
  ])('names field and rule: $message', ({ changes, message }) => {
    expect(lines(planDraft.safeParse({ ...aPlanDraft(), ...changes }).error)).toEqual([message]);
  });

  it('lets an estimated budget leave out both shares until the financial assessment', () => {
    expect(aPlanDraft({ budget: { stage: 'estimated', cost: 19200 } }).budget).toEqual({
      stage: 'estimated',
      cost: 19200,
      otherPublicMoney: [],
      contributionPaid: 'to-council',
    });
  });
});

describe('planCheck', () => {
  it('wants a reason for each of the 3 checks', () => {
    const error = planCheck.safeParse({
      affordable: { met: true },
      lawful: { met: true },
      effective: { met: true },
    }).error;

    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'affordable.reason',
      'lawful.reason',
      'effective.reason',
    ]);
  });
});

describe('planAnswer', () => {
  it.each([
    { given: { answer: 'changes-asked' }, message: 'what: Enter what should change' },
    { given: { answer: 'not-agreed', why: '' }, message: 'why: Enter why the plan is not agreed' },
    { given: {}, message: 'answer: Choose whether the plan is agreed, needs changes or is not agreed' },
  ])('says: $message', ({ given, message }) => {
    expect(lines(planAnswer.safeParse(given).error)).toEqual([message]);
  });
});

const review = aReview();

const revised = {
  ...review,
  outcome: 'revise',
  details: ['increased'],
  changes: [{ what: 'Sunday at ten', by: '2027-01-11' }],
};

describe('reviewRecord', () => {
  it.each([
    { what: 'no change', given: review },
    { what: 'a revision with its timescale (CB38)', given: revised },
    {
      what: 'a decrease with the reassessed change',
      given: { ...revised, details: ['decreased'], reassessedChange: 'Walks again' },
    },
    { what: 'a reassessment (S51)', given: { ...review, outcome: 'reassess', details: ['reassessment'] } },
    { what: 'an end', given: { ...review, outcome: 'end', details: ['ended'] } },
  ])('accepts $what', ({ given }) => {
    expect(lines(reviewRecord.safeParse(given).error)).toBeUndefined();
  });

  it.each([
    {
      given: { ...review, details: ['increased'] },
      message: 'details: "increased" does not go with the outcome "no-change"',
    },
    {
      given: { ...revised, changes: [] },
      message: 'changes: Add at least one change and the date by which it happens',
    },
    {
      given: { ...revised, details: ['decreased'] },
      message:
        'reassessedChange: Support may be decreased only when a reassessment showed a change of need or circumstances',
    },
    { given: { ...review, attended: [] }, message: 'attended: Add who took part' },
  ])('refuses with: $message', ({ given, message }) => {
    expect(lines(reviewRecord.safeParse(given).error)).toEqual([message]);
  });

  it.each(['person', 'council'] as const)('wants the signature of the %s (CB39)', (side) => {
    const { [side]: _unsigned, ...signatures } = review.signatures;

    const { error } = reviewRecord.safeParse({ ...review, signatures });

    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([`signatures.${side}`]);
  });

  it("asks all 7 of Staffordshire's questions (S36 to S42)", () => {
    const { error } = reviewRecord.safeParse({ ...review, questions: {} });

    expect(error?.issues).toHaveLength(7);
  });
});
