import { describe, expect, it } from 'vitest';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const reviewPlanOf = finishing('review-plan', 'review-1.review-plan');

describe('a review', () => {
  it.each([
    { found: 'needs that changed', changes: { needsChanged: 'yes' } },
    {
      found: 'support that is not safe',
      changes: { supportAppropriate: 'no', supportInappropriateWhy: 'She is alone too long.' },
    },
    {
      found: 'a direct payment that must change',
      changes: { directPayment: 'change-needed', directPaymentDetail: 'Nobody can manage it.' },
    },
  ])('cannot leave the plan as it is after $found (s.27(4))', ({ changes }) => {
    expect(wrongFields(reviewPlanOf(changes))).toEqual(['outcome']);
  });

  it('says what was assessed again before it revises a plan for a change (s.27(4))', () => {
    const revise = {
      needsChanged: 'yes',
      outcome: 'revise',
      details: ['increased'],
      changes: [{ what: 'More', by: '2026-02-01' }],
    };

    expect(wrongFields(reviewPlanOf(revise))).toEqual(['assessedAgain']);
    expect(reviewPlanOf({ ...revise, assessedAgain: 'Washing.' }).ok).toBe(true);
  });

  it('asks providers and family, or says why nobody was', () => {
    const alone = { people: [{ name: 'Rose Okafor', role: 'The person', attended: 'yes' }], askedOthers: undefined };

    expect(wrongFields(reviewPlanOf(alone))).toEqual(['askedOthers']);
    expect(reviewPlanOf({ ...alone, nobodyAskedWhy: 'She does not want it.' }).ok).toBe(true);
  });

  it.each([
    {
      what: 'nothing is said of it',
      changes: { personSigning: undefined, personSigns: undefined, personSignedOn: undefined },
      wrong: ['personSigning'],
    },
    { what: 'the worker signs for the person', changes: { personSigns: 'key worker' }, wrong: ['personSigns'] },
    { what: 'a day is missing', changes: { personSignedOn: undefined }, wrong: ['personSignedOn'] },
    {
      what: 'they disagree and are signed for',
      changes: { personSigning: 'disagrees', disagreement: 'Sundays.' },
      wrong: ['personSigns'],
    },
  ])('is signed by the person themselves: refused where $what', ({ changes, wrong }) => {
    expect(wrongFields(reviewPlanOf(changes))).toEqual(wrong);
  });

  it.each([
    { personSigning: 'by-themselves', personSigns: undefined, personSignedOn: undefined },
    {
      personSigning: 'cannot',
      personSigns: undefined,
      personSignedOn: undefined,
      cannotSignWhy: 'She lacks capacity; Ada was asked.',
    },
  ])('may be signed later, or by nobody with the reason: $personSigning', (changes) => {
    expect(reviewPlanOf(changes)).toMatchObject({ ok: true, opens: [] });
  });

  it.each([
    {
      personSigning: 'disagrees',
      personSigns: undefined,
      personSignedOn: undefined,
      disagreement: 'Sundays are not in it.',
    },
    { personSatisfied: 'no' },
  ])('gives what the person does not agree with to somebody', (changes) => {
    expect(reviewPlanOf(changes)).toMatchObject({ ok: true, opens: [{ kind: 'settle-disagreement' }] });
  });
});
