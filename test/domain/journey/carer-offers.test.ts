import { describe, expect, it } from 'vitest';
import { finishing, keptApplication, keptWork, wrongFields } from '../../support/finished-work.ts';

const triage = finishing('triage-request');
const assess = finishing('assess-needs');
const offer = finishing('offer-carers-assessment', 'case.offer-carers-assessment-from-1a2b3c4d-1');

const offers = (found: ReturnType<typeof triage>) =>
  found.ok ? (found.opens ?? []).filter(({ kind }) => kind === 'offer-carers-assessment') : [];
const carers = (...agrees: string[]) => agrees.map((agreesToContact) => ({ name: 'Ada Okafor', agreesToContact }));
const told = (answers: object) => triage({}, {}, { records: [keptApplication(answers)] });

describe('a carer who is named is offered an assessment (Care Act 2014 s.10(1))', () => {
  it('each of them at triage, in words that name nobody (B1)', () => {
    const found = offers(
      told({ carers: carers('yes', 'no'), carerWantsAssessment: 'ask-them', jointOrSeparate: 'separate' }),
    );

    expect(found.map(({ reason }) => reason)).toEqual([
      'Carer 1 of 2 who are named. They agree to be contacted. It is not known whether they want one: please ask. Separately was asked for.',
      'Carer 2 of 2 who are named. They do not agree to be contacted: the person is asked to pass it on. It is not known whether they want one: please ask. Separately was asked for.',
    ]);
    expect(new Set(found.map(({ step }) => step)).size).toBe(2);
  });

  it.each([
    {
      who: 'a carer who fills it in and wants one',
      answers: { filledInBy: 'carer', carerWantsAssessment: 'yes' },
      count: 1,
    },
    {
      who: 'a carer who fills it in and wants none',
      answers: { filledInBy: 'carer', carerWantsAssessment: 'no' },
      count: 0,
    },
    {
      who: 'a carer of whom the person says that they want none',
      answers: { filledInBy: 'me', carers: carers('yes'), carerWantsAssessment: 'no' },
      count: 1,
    },
    { who: 'nobody who cares', answers: {}, count: 0 },
  ])('$count to $who', ({ answers, count }) => {
    expect(offers(told(answers))).toHaveLength(count);
  });

  it('by the assessment, where none was offered or one is wanted', () => {
    const named = { carers: [{ name: 'Ada Okafor', relationship: 'Daughter', whatTheyDo: 'Cooks' }] };

    expect(offers(assess({ ...named, carerOffered: 'not-offered', carerOfferedOn: undefined }))).toHaveLength(1);
    expect(offers(assess({ ...named, carerOffered: 'accepted' }))).toHaveLength(1);
    expect(offers(assess(named))).toHaveLength(0);
  });
});

describe('a refusal by a carer (s.11(7))', () => {
  const review = finishing('review-plan', 'review-1.review-plan');
  const declined = { records: [keptWork('offer-carers-assessment')] };
  const changed = { needsChanged: 'yes', outcome: 'reassess' };

  it('ends where the adult’s needs or circumstances change: the offer is made again', () => {
    expect(offers(review(changed, { planInForce: 1 }, declined))).toHaveLength(1);
    expect(offers(review({}, { planInForce: 1 }, declined))).toHaveLength(0);
    expect(offers(review(changed, { planInForce: 1 }))).toHaveLength(0);
  });
});

describe('the offer', () => {
  const accepted = {
    answer: 'accepted',
    toldHowToAsk: undefined,
    carerFirstName: 'Ada',
    carerLastName: 'Okafor',
    carerDateOfBirth: '1975-05-01',
    carerEmail: 'ada.okafor@example.com',
    carerAgreesLink: 'yes',
    personAgreesLink: 'yes',
  };

  it('is passed on by the person where the carer may not be contacted (B1)', () => {
    const unknown = {
      agreesToContact: 'not-known',
      offeredOn: undefined,
      offeredBy: undefined,
      answer: undefined,
      toldHowToAsk: undefined,
    };

    expect(offer(unknown)).toMatchObject({ outcome: 'passed-on', tells: ['pass-on-to-carer'] });
  });

  it('begins a case of the carer’s own where they accept, linked where both agree (B1)', () => {
    expect(offer(accepted)).toMatchObject({ begins: { firstName: 'Ada', linked: true } });
    expect(offer({ ...accepted, personAgreesLink: 'no' })).toMatchObject({ begins: { linked: false } });
  });

  it('is not for a child, of whom children’s services are told', () => {
    expect(wrongFields(offer({ ...accepted, carerDateOfBirth: '2010-05-01' }))).toEqual(['carerDateOfBirth']);
    const found = assess({ childrenCaring: 'yes', childrenCaringWhat: 'Their school knows.' });
    expect(found.ok && found.opens?.map(({ kind }) => kind)).toEqual(['refer-child']);
  });

  it('is asked again where there is no answer, and says how to ask later where it is no', () => {
    expect(offer({ answer: 'waiting', askAgainOn: '2026-01-19', toldHowToAsk: undefined })).toMatchObject({
      opens: [{ kind: 'offer-carers-assessment', opensOn: '2026-01-19' }],
    });
    expect(wrongFields(offer({ toldHowToAsk: 'no' }))).toEqual(['toldHowToAsk']);
  });
});

describe('care given to the adult to relieve the carer (s.20(1)(c))', () => {
  const draft = finishing('draft-plan');
  const carersPlan = { about: 'carer', careToAdult: 'yes' };
  const agreed = (adultAgrees: string) => {
    const plan = { ...keptWork('draft-plan', { ...carersPlan, adultAgrees }, 11), id: 'assessment-1.draft-plan' };
    const { council, reference, at, by, id } = plan;
    const version = {
      council,
      reference,
      at,
      by,
      id,
      kind: 'plan',
      version: 1,
      number: 1,
      state: 'submitted',
    } as const;
    return wrongFields(finishing('agree-plan')({}, { kind: 'carer' }, { records: [plan, version], plans: [version] }));
  };

  it('is not agreed where the adult was not asked (B2)', () => {
    expect(agreed('not-asked')).toContain('answer');
    expect(agreed('yes')).not.toContain('answer');
  });

  it('is not planned against the adult’s will, nor called something else', () => {
    expect(wrongFields(draft({ ...carersPlan, adultAgrees: 'no' }, { kind: 'carer' }))).toContain('adultAgrees');
    expect(wrongFields(draft({ ...carersPlan, careToAdult: 'no' }, { kind: 'carer' }))).toContain('careToAdult');
  });
});
