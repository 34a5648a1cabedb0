import { describe, expect, it } from 'vitest';
import { lineRules } from '../../../domain/journey/line-rules.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { finishing, keptWork, wrongFields } from '../../support/finished-work.ts';

const safety = finishing('look-into-safety', 'case.look-into-safety-3f0a1c');
const limbs = { hasCareNeeds: 'yes', experiencingOrAtRisk: 'yes', cannotProtectSelf: 'yes' };
const enquiry = { ...limbs, decision: 'enquiry', enquiryBy: 'The safeguarding team' };

describe('look-into-safety (s.42)', () => {
  it.each([
    { why: 'all three limbs, no enquiry', answers: { ...limbs, decision: 'no-enquiry' }, at: ['decision'] },
    { why: 'a limb not known, no enquiry', answers: { ...limbs, cannotProtectSelf: 'not-known' }, at: ['decision'] },
    { why: 'a limb missing, no enquiry', answers: { ...limbs, cannotProtectSelf: 'no' }, at: [] },
    { why: 'all three limbs, “leave it”, no reason', answers: enquiry, at: ['overrideReason'] },
    {
      why: 'all three limbs, “leave it”, a reason',
      answers: { ...enquiry, overrideReason: 'A child lives there.' },
      at: [],
    },
    { why: 'all three limbs, wanted', answers: { ...enquiry, wantsEnquiry: 'look-into-it' }, at: [] },
  ])('finds $at with $why', ({ answers, at }) => {
    expect(wrongFields(safety(answers))).toEqual(at);
  });

  it('opens itself again for the day on which the plan is looked at', () => {
    expect(safety({ planReviewOn: '2026-03-02' })).toMatchObject({
      opens: [{ kind: 'look-into-safety', step: 'look-into-safety-3f0a1c-again-2', dueOn: '2026-03-02' }],
    });
    expect(
      finishing('look-into-safety', 'case.look-into-safety-3f0a1c-again-2')({ planReviewOn: '2026-03-02' }),
    ).toMatchObject({
      opens: [{ step: 'look-into-safety-3f0a1c-again-3' }],
    });
  });

  it('wants the advocate of s.68 where nobody suitable supports the person', () => {
    expect(safety({ substantialDifficulty: ['weighing'], supportToTakePart: 'nobody' })).toMatchObject({
      ok: true,
      opens: [{ kind: 'arrange-advocacy' }],
    });
  });
});

const refusal = finishing('consider-refusal', 'case.consider-refusal-from-1a2b3c4d');
const lacks = { capacityToRefuse: 'lacks', inBestInterests: 'yes', bestInterestsWhy: 'Her GP and daughter agree.' };

const unable = { impairment: 'yes', impairmentWhat: 'Dementia', canWeigh: 'no', becauseOfImpairment: 'yes' };
const inBestInterests = {
  ...unable,
  ownWishes: 'To stay at home.',
  consulted: 'Ada Okafor.',
  attorney: 'nobody',
  needsAdvocate: 'no',
  bestInterests: 'An assessment is made at home.',
};

describe('consider-refusal (s.11)', () => {
  it.each([
    { rule: 's.11(1)', answers: {}, outcome: 'refused' },
    {
      rule: 's.11(2)(a), capacity in doubt',
      answers: { capacityToRefuse: 'not-assessed' },
      outcome: 'assess-capacity-first',
    },
    { rule: 's.11(2)(b)', answers: { abuseOrNeglect: 'raised' }, outcome: 'assess' },
    { rule: 's.11(3)', answers: { since: 'asked-for-assessment' }, outcome: 'assess' },
    { rule: 's.11(4)', answers: { since: 'needs-changed' }, outcome: 'assess' },
    { rule: 's.11(4), refused again', answers: { since: 'needs-changed-and-refused-again' }, outcome: 'refused' },
  ])('comes to $outcome under $rule', ({ answers, outcome }) => {
    expect(refusal(answers)).toMatchObject({ ok: true, outcome });
  });

  it('has no exception for abuse in a carer’s case, and the duty comes back as the adult changes (s.11(5) and (7))', () => {
    expect(refusal({ abuseOrNeglect: 'raised' }, { kind: 'carer' })).toMatchObject({ outcome: 'refused' });
    expect(refusal({ since: 'needs-changed' }, { kind: 'carer' })).toMatchObject({ outcome: 'assess' });
  });

  it('stands on a lack of capacity only where an inability was found, with help to decide tried (C1, s.11(2)(a))', () => {
    const found = { records: [keptWork('assess-capacity', inBestInterests)] };

    expect(wrongFields(refusal(lacks))).toEqual(['capacityToRefuse']);
    expect(wrongFields(refusal(lacks, {}, { records: [keptWork('assess-capacity')] }))).toEqual(['capacityToRefuse']);
    expect(refusal(lacks, {}, found)).toMatchObject({ outcome: 'assess' });
    expect(refusal({ ...lacks, inBestInterests: 'no' }, {}, found)).toMatchObject({ outcome: 'refused' });
  });

  it('closes the case where it stands for the whole, and there is nothing else that the case is for', () => {
    expect(refusal({}, { stage: 'assessment' })).toMatchObject({ closes: 'assessment-refused' });
    expect(refusal({}, { stage: 'assessment', kind: 'carer' })).toMatchObject({ closes: 'assessment-refused' });
    expect(refusal({ refusedScope: 'part' }, { stage: 'assessment' })).not.toHaveProperty('closes');
    expect(refusal({}, { stage: 'decision' })).not.toHaveProperty('closes');
    expect(refusal({}, { stage: 'assessment', planInForce: 1 })).not.toHaveProperty('closes');
  });

  it('wants best interests where capacity is lacking, and the way back where it stands', () => {
    expect(wrongFields(refusal({ capacityToRefuse: 'lacks' }))).toEqual(['inBestInterests', 'bestInterestsWhy']);
    expect(wrongFields(refusal({ howToComeBack: 'no' }))).toEqual(['howToComeBack']);
  });

  it('opens the assessment of capacity where it is in doubt, and the worry where there is one', () => {
    expect(refusal({ capacityToRefuse: 'not-assessed', abuseOrNeglect: 'yes' })).toMatchObject({
      opens: [{ kind: 'assess-capacity' }, { kind: 'look-into-safety' }],
    });
  });
});

const capacity = finishing('assess-capacity', 'case.assess-capacity-from-1a2b3c4d');
describe('assess-capacity (Mental Capacity Act 2005 ss.1 to 4)', () => {
  it.each([
    { rule: 's.1(2)', answers: { reasonToDoubt: 'no' }, outcome: 'presumed' },
    { rule: 's.2(1)', answers: { canWeigh: 'no' }, outcome: 'has-capacity' },
    { rule: 's.3(1)', answers: { impairment: 'yes', impairmentWhat: 'Dementia' }, outcome: 'has-capacity' },
    { rule: 'ss.2 and 3', answers: inBestInterests, outcome: 'lacks-capacity' },
    { rule: 's.4(3)', answers: { couldWait: 'yes', waitUntil: '2026-02-02' }, outcome: 'waits' },
  ])('comes to $outcome under $rule', ({ answers, outcome }) => {
    expect(capacity(answers)).toMatchObject({ ok: true, outcome });
  });

  it('is not finished while an ability was not tested', () => {
    const untested = { canWeigh: 'not-tested', impairment: 'yes', impairmentWhat: 'Dementia' };

    expect(wrongFields(capacity(untested))).toEqual(['evidence']);
  });

  it.each([
    { attorney: 'property-attorney', decisionKind: 'care-and-support', at: ['attorney'] },
    { attorney: 'welfare-deputy', decisionKind: 'money', at: ['attorney'] },
    { attorney: 'welfare-attorney', decisionKind: 'care-and-support', at: [] },
    { attorney: 'property-deputy', decisionKind: 'money', at: [] },
  ])('finds $at where a $attorney decides on $decisionKind', ({ attorney, decisionKind, at }) => {
    const answers = { ...inBestInterests, attorney, decisionKind, authorityCheckedOn: '2026-01-05' };

    expect(wrongFields(capacity(answers))).toEqual(at);
  });

  it('brings a refusal up again, and itself on the day until which it waits', () => {
    expect(capacity()).toMatchObject({ opens: [{ kind: 'consider-refusal' }] });
    expect(capacity({ couldWait: 'yes', waitUntil: '2026-02-02' })).toMatchObject({
      opens: [{ kind: 'assess-capacity', step: 'assess-capacity-from-1a2b3c4d-again-2', dueOn: '2026-02-02' }],
    });
  });
});

const advocacy = finishing('arrange-advocacy', 'case.arrange-advocacy-from-1a2b3c4d');
const notNeeded = { arrangement: 'not-needed' };
const supporter = {
  ...notNeeded,
  supporter: 'yes',
  supporterName: 'Ada Okafor',
  supporterPaid: 'no',
  supporterAgreed: 'agrees',
  supporterAble: 'yes',
  supporterImplicated: 'no',
  otherTriggers: ['none'],
};

describe('arrange-advocacy (ss.67 and 68)', () => {
  it.each([
    { why: 'there is no difficulty', answers: { ...notNeeded, substantialDifficulty: ['none'] }, at: [] },
    { why: 'there is nobody', answers: notNeeded, at: ['arrangement'] },
    { why: 'somebody is appropriate', answers: supporter, at: [] },
    { why: 'the daughter is the paid assistant', answers: { ...supporter, supporterPaid: 'yes' }, at: ['arrangement'] },
    {
      why: 'the person does not agree',
      answers: { ...supporter, supporterAgreed: 'does-not-agree' },
      at: ['arrangement'],
    },
    { why: 'best interests', answers: { ...supporter, supporterAgreed: 'best-interests' }, at: [] },
    { why: 'a long stay', answers: { ...supporter, otherTriggers: ['care-home-8-weeks'] }, at: ['arrangement'] },
  ])('finds $at for “not needed” where $why', ({ answers, at }) => {
    expect(wrongFields(advocacy(answers))).toEqual(at);
  });

  it('takes only an advocate who is independent', () => {
    expect(wrongFields(advocacy({ advocateIndependent: 'no' }))).toEqual(['advocateIndependent']);
  });

  it('asks again on a day where nobody is named yet', () => {
    expect(advocacy({ arrangement: 'referred', askAgainOn: '2026-01-08' })).toMatchObject({
      outcome: 'referred',
      opens: [{ kind: 'arrange-advocacy', dueOn: '2026-01-08' }],
    });
  });
});

const healthcare = finishing('refer-continuing-healthcare', 'case.refer-continuing-healthcare-from-1a2b3c4d');

describe('refer-continuing-healthcare (SI 2014/2827 reg 7)', () => {
  it('is finished with a referral, or with the reason why there is none', () => {
    expect(healthcare()).toMatchObject({ outcome: 'not-eligible' });
    expect(healthcare({ referral: 'not-referred', notReferredWhy: 'No health need.' })).toMatchObject({
      outcome: 'not-referred',
    });
    expect(wrongFields(healthcare({ referral: 'not-referred' }))).toEqual(['notReferredWhy']);
  });

  it('is not made against the person’s word', () => {
    expect(wrongFields(healthcare({ consent: 'refused' }))).toEqual(['consent']);
  });

  it('asks the NHS again while it has not decided', () => {
    expect(healthcare({ decision: 'awaited', askAgainOn: '2026-02-02' })).toMatchObject({
      outcome: 'awaited',
      opens: [{ kind: 'refer-continuing-healthcare', dueOn: '2026-02-02' }],
    });
  });
});

const given = finishing('give-short-term-support');

describe('give-short-term-support (SI 2014/2672 reg 3)', () => {
  it.each([
    { why: 'the 42nd day is the last', answers: { endsOn: '2026-02-15' }, at: [] },
    { why: 'the 43rd day is the last', answers: { endsOn: '2026-02-16' }, at: ['endsOn'] },
    { why: 'it ends before it begins', answers: { endsOn: '2026-01-04' }, at: ['endsOn'] },
    { why: 'it begins in 14 days', answers: { startsOn: '2026-01-19', endsOn: '2026-01-30' }, at: [] },
    { why: 'it begins in 15 days', answers: { startsOn: '2026-01-20', endsOn: '2026-01-30' }, at: ['startsOn'] },
  ])('finds $at where $why', ({ answers, at }) => {
    expect(wrongFields(given(answers))).toEqual(at);
  });
});

describe('the lines that pages show', () => {
  const rules = lineRules({ charging: undefined, today: isoDate.parse('2026-01-05') });

  it('say what the law makes of the abilities, and what is still to be found out', () => {
    const answers = { decisionWhat: 'Where to live', reasonToDoubt: 'yes', supportGiven: 'Pictures.', canRetain: 'no' };

    expect(rules['capacity-finding']?.({ ...answers, impairment: 'yes' })).toEqual([
      'Find out whether the inability is because of the impairment (s.2(1)).',
    ]);
    expect(rules['capacity-finding']?.({ ...answers, impairment: 'yes', becauseOfImpairment: 'yes' })).toEqual([
      'Lacks capacity.',
      'Because of an impairment the person cannot retain it (ss.2 and 3).',
    ]);
  });

  it('say whether an advocate is due as soon as that can be told', () => {
    const rule = rules['advocate-required'];

    expect(rule?.({ substantialDifficulty: ['weighing'] })).toEqual([]);
    expect(rule?.({ substantialDifficulty: ['weighing'], supporter: 'no' })).toEqual([
      'The person has substantial difficulty, and nobody appropriate.',
      'Appoint an independent advocate before going on.',
    ]);
  });
});
