import { describe, expect, it } from 'vitest';
import { finishing, keptApplication, keptWork, wrongFields } from '../../support/finished-work.ts';

const today = '2026-01-05';
const remembers = { takingPart: ['remember'], someoneToSupport: 'no', wantsAdvocate: 'yes' };
const hard = { substantialDifficulty: ['retaining'] };
const nobody = { ...hard, supportToTakePart: 'nobody' };
const daughter = { ...hard, supportToTakePart: 'appropriate-person', supporterName: 'Ada Okafor' };
const noor = { ...hard, supportToTakePart: 'advocate', supporterName: 'Noor Ali', advocateFrom: today };
const withNoor = { ...hard, supportToTakePart: 'advocate', supporterName: 'Noor Ali' };

const triage = finishing('triage-request');
const assess = finishing('assess-needs');
const carers = finishing('assess-carer');
/** Of an adult with a supporter, the other reasons for an advocate are asked too. */
const adult: typeof assess = (answers = {}, ...rest) => {
  const supported = 'supportToTakePart' in answers && answers.supportToTakePart === 'appropriate-person';
  return assess({ ...answers, ...(supported && { otherAdvocacyTriggers: ['none'] }) }, ...rest);
};
const review = finishing('review-plan', 'review-1.review-plan');
const arrange = finishing('arrange-advocacy', 'case.arrange-advocacy-from-1a2b3c4d');

/** The work that opens at once. */
const opened = (found: ReturnType<typeof triage>) =>
  found.ok ? (found.opens ?? []).filter(({ opensOn }) => !opensOn).map(({ kind }) => kind) : found;

describe('an advocate is asked for at triage (Care Act 2014 s.67)', () => {
  it.each([
    { told: 'that remembering is hard, with nobody to support', application: remembers },
    {
      told: 'that saying it is hard, and of an advocate wanted',
      application: { takingPart: ['say'], someoneToSupport: 'yes', wantsAdvocate: 'yes' },
    },
  ])('by what the person told: $told (A1)', ({ application }) => {
    expect(opened(triage({}, {}, { records: [keptApplication(application)] }))).toEqual(['arrange-advocacy']);
  });

  it.each([
    { told: 'trouble with seeing alone', application: { takingPart: ['see'] } },
    {
      told: 'a friend who supports, and no wish for an advocate',
      application: { takingPart: ['say'], someoneToSupport: 'yes', wantsAdvocate: 'no' },
    },
  ])('but not for $told', ({ application }) => {
    expect(opened(triage({}, {}, { records: [keptApplication(application)] }))).toEqual([]);
  });

  it('of a carer by their own answers in a form about two', () => {
    const joint = keptApplication({ carerTakingPart: ['understand'], carerSomeoneToSupport: 'no' }, 'joint-assessment');

    expect(opened(triage({}, { kind: 'carer' }, { records: [joint] }))).toEqual(['arrange-advocacy']);
    expect(opened(triage({}, {}, { records: [joint] }))).toEqual([]);
  });

  it('once for the person, and once for the carer who must be involved', () => {
    const found = triage({ ...nobody, otherNeedsAdvocate: 'yes' });

    expect(opened(found)).toEqual(['arrange-advocacy', 'arrange-advocacy']);
    expect(new Set(found.ok ? found.opens?.slice(0, 2).map(({ step }) => step) : []).size).toBe(2);
  });

  it.each([
    {
      who: 'is the paid personal assistant (A2)',
      supporter: { supporterPaid: 'yes', supporterAgreed: 'agrees' },
      opens: ['arrange-advocacy'],
    },
    {
      who: 'is not agreed to',
      supporter: { supporterPaid: 'no', supporterAgreed: 'does-not-agree' },
      opens: ['arrange-advocacy'],
    },
    {
      who: 'is against the best interests',
      supporter: { supporterPaid: 'no', supporterAgreed: 'not-best-interests' },
      opens: ['arrange-advocacy'],
    },
    {
      who: 'is in the best interests',
      supporter: { supporterPaid: 'no', supporterAgreed: 'best-interests' },
      opens: [],
    },
    { who: 'is unpaid and agreed to', supporter: { supporterPaid: 'no', supporterAgreed: 'agrees' }, opens: [] },
  ])('where whoever is offered $who: $opens', ({ supporter, opens }) => {
    expect(opened(triage({ ...daughter, ...supporter }))).toEqual(opens);
  });
});

describe.each([
  { of: 'an adult', finish: adult },
  { of: 'a carer', finish: carers },
])('the assessment of $of is not finished', ({ finish }) => {
  it.each([
    { because: 'nobody supports them', answers: nobody, at: ['supportToTakePart'] },
    {
      because: 'the supporter is paid (A2)',
      answers: { ...daughter, supporterPaid: 'yes', supporterAgreed: 'agrees' },
      at: ['supportToTakePart'],
    },
    { because: 'the advocate has no day', answers: withNoor, at: ['advocateFrom'] },
    { because: 'nothing: the advocate is named with a day', answers: noor, at: [] },
    {
      because: 'nothing: somebody appropriate supports them',
      answers: { ...daughter, supporterPaid: 'no', supporterAgreed: 'agrees' },
      at: [],
    },
  ])('because $because', ({ answers, at }) => {
    expect(wrongFields(finish(answers))).toEqual(at);
  });

  it('as “not needed” while the task that triage opened is not answered (A1)', () => {
    const told = keptApplication(remembers, 'carers-assessment');
    const referred = keptWork('arrange-advocacy', { arrangement: 'referred', askAgainOn: today }, 11);
    const answered = keptWork('arrange-advocacy', {}, 12);

    expect(wrongFields(finish({}, {}, { records: [told] }))).toEqual(['substantialDifficulty']);
    expect(wrongFields(finish({}, {}, { records: [told, referred] }))).toEqual(['substantialDifficulty']);
    expect(wrongFields(finish({}, {}, { records: [told, referred, answered] }))).toEqual([]);
  });
});

describe('the other individual who must be involved (s.67(3)(a) and (b))', () => {
  it.each([
    { how: 'has nobody', answers: { carerNeedsAdvocate: 'yes' }, at: ['carerNeedsAdvocate'] },
    {
      how: 'has an advocate without a name',
      answers: { carerNeedsAdvocate: 'arranged' },
      at: ['otherAdvocateName', 'otherAdvocateFrom'],
    },
    {
      how: 'has an advocate',
      answers: { carerNeedsAdvocate: 'arranged', otherAdvocateName: 'Noor Ali', otherAdvocateFrom: today },
      at: [],
    },
    {
      how: 'has a paid supporter',
      answers: { carerNeedsAdvocate: 'supported', otherSupporterPaid: 'yes', otherSupporterAgreed: 'agrees' },
      at: ['carerNeedsAdvocate'],
    },
    {
      how: 'has a friend',
      answers: { carerNeedsAdvocate: 'supported', otherSupporterPaid: 'no', otherSupporterAgreed: 'agrees' },
      at: [],
    },
  ])('stops the assessment at $at where the carer $how', ({ answers, at }) => {
    expect(wrongFields(assess(answers))).toEqual(at);
  });

  it('is asked about where a carer was asked while the plan was made', () => {
    const consulted = [{ name: 'Ada Okafor', role: 'carer', askedForBy: 'law' }];

    expect(wrongFields(finishing('draft-plan')({ consulted }))).toContain('otherNeedsAdvocate');
    expect(wrongFields(finishing('draft-plan')({ consulted, otherNeedsAdvocate: 'no' }))).not.toContain(
      'otherNeedsAdvocate',
    );
  });
});

describe('a review (s.67(3)(e))', () => {
  const revises = {
    outcome: 'revise',
    details: ['increased'],
    changes: [{ what: 'An evening visit', by: '2026-02-05' }],
  };

  it('that revises or ends the support waits for the advocate', () => {
    expect(wrongFields(review({ ...revises, ...nobody }))).toEqual(['supportToTakePart']);
    expect(wrongFields(review({ outcome: 'end', ...nobody }))).toContain('supportToTakePart');
    expect(wrongFields(review({ ...revises, ...noor }))).toEqual([]);
  });

  it('without a change asks for one', () => {
    expect(opened(review(nobody))).toEqual(['arrange-advocacy']);
  });
});

describe('the task to arrange an advocate', () => {
  const told = { records: [keptApplication(remembers)] };

  it('is not answered with “not needed” against what the person told, unless it says why', () => {
    const none = { substantialDifficulty: ['none'], arrangement: 'not-needed' };

    expect(wrongFields(arrange(none, {}, told))).toContain('notNeededWhy');
  });

  it('names an advocate for somebody who does not want one: the duty stands', () => {
    expect(
      wrongFields(arrange({ arrangement: 'declined', declinedHow: 'Twice, with pictures.', advocateName: undefined })),
    ).toEqual(['advocateName']);
  });

  it('tells the person who it is', () => {
    expect(arrange()).toMatchObject({ tells: ['advocate-arranged'] });
    expect(arrange({ forWhom: 'carer' })).not.toHaveProperty('tells');
  });
});

it('a plan is not agreed while an advocate is due and nobody has named one', () => {
  const plan = { ...keptWork('draft-plan', nobody, 11), id: 'assessment-1.draft-plan' };
  const { council, reference, at, by } = plan;
  const version = {
    council,
    reference,
    at,
    by,
    kind: 'plan',
    id: plan.id,
    version: 1,
    number: 1,
    state: 'submitted',
  } as const;
  const agree = (...records: (typeof plan)[]) =>
    finishing('agree-plan')({}, {}, { records: [plan, version, ...records], plans: [version] });

  expect(wrongFields(agree())).toEqual(['answer']);
  expect(wrongFields(agree(keptWork('arrange-advocacy', {}, 12)))).toEqual([]);
});

it('a worry about safety asks for an advocate, and its enquiry does not wait for one (s.68)', () => {
  const found = finishing(
    'look-into-safety',
    'case.look-into-safety',
  )({
    ...nobody,
    hasCareNeeds: 'yes',
    experiencingOrAtRisk: 'yes',
    cannotProtectSelf: 'yes',
    decision: 'enquiry',
    overrideReason: 'Others are at risk.',
    enquiryBy: 'The safeguarding team',
  });

  expect(opened(found)).toEqual(['arrange-advocacy']);
});
