import { describe, expect, it } from 'vitest';
import type { CareCase } from '../../../schemas/case.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const result = finishing('triage-request');
const fieldsOf = (changes: object, rest: Partial<CareCase> = {}) => wrongFields(result(changes, rest));

describe('triage (Care Act 2014 ss.9 to 11)', () => {
  it.each([
    {
      rule: 's.9(1): needs appear, and no assessment',
      answers: { outcome: 'advice-only', adviceGiven: 'A class.' },
      at: ['outcome'],
    },
    {
      rule: 's.9(1): nothing appears, and an assessment',
      answers: { appearsToHaveNeeds: 'no' },
      at: ['outcome'],
    },
    {
      rule: 's.9(1): nothing appears, and advice',
      answers: { appearsToHaveNeeds: 'no', outcome: 'advice-only', adviceGiven: 'A class.' },
      at: [],
    },
    {
      rule: 's.4: advice without words',
      answers: { appearsToHaveNeeds: 'no', outcome: 'advice-only' },
      at: ['adviceGiven'],
    },
    {
      rule: 's.13(3)(c): from elsewhere, assessed',
      answers: { residence: 'elsewhere', adviceGiven: 'Their council.' },
      at: [],
    },
    {
      rule: 's.13(3)(c): from elsewhere, not told whom to ask',
      answers: { residence: 'elsewhere' },
      at: ['adviceGiven'],
    },
    {
      rule: 's.11(1): says no, and is sent away',
      answers: { assessmentWanted: 'no', outcome: 'advice-only', adviceGiven: 'A class.' },
      at: ['outcome'],
    },
    { rule: 's.11(1): says no, and the refusal is considered', answers: { assessmentWanted: 'no' }, at: [] },
  ])('finds $at under $rule', ({ answers, at }) => {
    expect(fieldsOf(answers)).toEqual(at);
  });

  it.each([
    { given: 'yes', at: ['outcome'] },
    { given: 'treat-as-carer', at: [] },
    { given: 'no', at: [] },
  ])('asks of paid or voluntary care, $given, before a carer is assessed (s.10(9) and (10))', ({ given, at }) => {
    expect(fieldsOf({ paidOrVoluntary: given }, { kind: 'carer' })).toEqual(at);
  });

  it('opens the work on a refusal, a doubt of capacity, an advocate and a worry at once, each with a short step', () => {
    const found = result({
      assessmentWanted: 'no',
      substantialDifficulty: ['retaining'],
      supportToTakePart: 'nobody',
      capacityDoubted: 'yes',
      capacityDecision: 'Whether to have an assessment',
      harmSuspected: 'yes',
      harmWhat: 'Bruises on both arms.',
    });

    expect(found).toMatchObject({
      ok: true,
      opens: [
        { kind: 'arrange-advocacy' },
        { kind: 'review-wait', step: 'review-wait-1' },
        { kind: 'consider-refusal' },
        { kind: 'assess-capacity' },
        { kind: 'look-into-safety' },
      ],
    });
    const steps = found.ok ? (found.opens ?? []).filter(({ opensOn }) => !opensOn).map(({ step }) => step) : [];
    for (const step of steps) expect(step).toMatch(/^[a-z-]+-from-[0-9a-f]{8}$/);
  });

  it('opens nothing for a worry that has been raised', () => {
    expect(result({ harmSuspected: 'raised' })).toMatchObject({
      ok: true,
      opens: [{ kind: 'review-wait' }],
    });
  });

  it('gives the case to the workers who are named', () => {
    expect(result({ assessorId: 'a1', keyWorkerId: 'k1' })).toMatchObject({
      gives: { assessorId: 'a1', keyWorkerId: 'k1' },
    });
  });
});

const urgent = {
  urgency: 'urgent',
  urgentSupport: 'yes',
  urgentServices: 'A night sitter.',
  urgentReason: 'Her husband died today.',
  urgentStartsOn: '2026-01-05',
  urgentReviewOn: '2026-01-08',
};

describe('urgent support before an assessment (s.19(3))', () => {
  it('is allowed with a review, and the assessment follows', () => {
    expect(result(urgent)).toMatchObject({ ok: true, outcome: 'assess' });
  });

  it.each([
    { why: 'the needs are not urgent', answers: { ...urgent, urgency: 'standard' }, at: ['urgentSupport'] },
    {
      why: 'the review is before the start',
      answers: { ...urgent, urgentReviewOn: '2026-01-04' },
      at: ['urgentReviewOn'],
    },
    {
      why: 'nothing follows it',
      answers: { ...urgent, appearsToHaveNeeds: 'no', outcome: 'advice-only', adviceGiven: 'A class.' },
      at: ['outcome'],
    },
  ])('is refused where $why', ({ answers, at }) => {
    expect(fieldsOf(answers)).toEqual(at);
  });

  it('is not given in a carer’s case', () => {
    expect(fieldsOf(urgent, { kind: 'carer' })).toEqual(['urgentSupport']);
  });
});

describe('the day by which the person is assessed', () => {
  const seenBy = (changes: object) => {
    const found = result(changes);
    return found.ok && found.changes.targetOn;
  };
  const hospital = { inHospital: 'yes', ward: 'Ward 4', dischargeExpectedOn: '2026-01-12' };

  it.each([
    { why: '28 days from the day the case was opened', answers: {}, on: '2026-02-02' },
    { why: '28 days from the day the person asked', answers: { receivedOn: '2025-12-29' }, on: '2026-01-26' },
    {
      why: 'urgent support looked at again before',
      answers: { ...urgent, urgency: 'carer-breakdown' },
      on: '2026-01-08',
    },
    {
      why: 'home from hospital, undecided',
      answers: { ...hospital, dischargePathway: 'not-decided' },
      on: '2026-01-12',
    },
    { why: 'home from hospital, new needs', answers: { ...hospital, dischargePathway: 'pathway-1' }, on: '2026-01-12' },
    { why: 'a bed to recover in', answers: { ...hospital, dischargePathway: 'pathway-2' }, on: '2026-02-02' },
  ])('is $on: $why', ({ answers, on }) => {
    expect(seenBy(answers)).toBe(on);
  });

  it('does not count from a day after the case was opened', () => {
    expect(fieldsOf({ receivedOn: '2026-01-06' })).toEqual(['receivedOn']);
  });
});

describe('how soon (statutory guidance 6.29)', () => {
  const cannotGoOn = { urgency: 'carer-breakdown' } as const;

  it('is not “standard” where the carer said “I cannot go on”, unless it is said why (E1)', () => {
    expect(wrongFields(result({}, cannotGoOn))).toEqual(['urgency']);
    expect(wrongFields(result({ urgency: 'urgent' }, cannotGoOn))).toEqual([]);
    expect(wrongFields(result({ whyNotSooner: 'Her sister has come to stay.' }, cannotGoOn))).toEqual([]);
  });

  it('is a week by default where the carer cannot go on (E1)', () => {
    expect(result({ urgency: 'carer-breakdown' }, cannotGoOn)).toMatchObject({ changes: { targetOn: '2026-01-12' } });
  });

  it.each(['terminal-illness', 'no-essentials', 'not-safe-alone', 'carer-stops'])(
    'is not “standard” where %s is ticked, unless it is said why',
    (priorityBecause) => {
      expect(wrongFields(result({ priorityBecause: [priorityBecause] }))).toEqual(['urgency']);
    },
  );
});
