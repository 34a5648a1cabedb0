import { describe, expect, it } from 'vitest';
import { foundByStaff } from '../../../domain/journey/persons.ts';
import { isoDate, isoInstant } from '../../../schemas/scalars.ts';
import { aPerson } from '../../support/a-person.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const now = {
  source: 'review-plan',
  on: isoDate.parse('2026-01-05'),
  now: isoInstant.parse('2026-01-05T11:00:00.000Z'),
};
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

  it.each([
    ['review-to-sign', { personSigning: 'by-themselves', personSigns: undefined, personSignedOn: undefined }],
    ['plan-news', {}],
    [
      'plan-news',
      { personSigning: 'disagrees', disagreement: 'Sundays.', personSigns: undefined, personSignedOn: undefined },
    ],
  ])('tells of its record by %s, whoever signed it or not', (template, changes) => {
    expect(reviewPlanOf(changes)).toMatchObject({ tells: [template] });
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
    { carerSatisfied: 'no' },
  ])('gives what the person does not agree with to somebody', (changes) => {
    expect(reviewPlanOf(changes)).toMatchObject({ ok: true, opens: [{ kind: 'settle-disagreement' }] });
  });

  it('changes the language in which the person is told, where it has changed (l)', () => {
    expect(foundByStaff(aPerson(), { languageNow: 'Gujarati' }, now).language).toBe('Gujarati');
  });

  it.each(['can-do-less', 'may-need-support'])('offers a carer who %s an assessment (s.10(1), s.11(7))', (carerNow) => {
    expect(reviewPlanOf({ carerNow })).toMatchObject({ opens: [{ kind: 'offer-carers-assessment' }] });
  });
});
