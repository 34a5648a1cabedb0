import { describe, expect, it } from 'vitest';
import { kindFor } from '../../../domain/journey/kind-for.ts';
import { newTask } from '../../../domain/journey/tasks.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aCase } from '../../support/a-case.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';

const adult = finishing('assess-needs');
const carer = finishing('assess-carer', 'assessment-1.assess-needs');
const difficulty = { substantialDifficulty: ['retaining'] };
const selfMade = {
  method: 'supported-self-assessment',
  selfAssessmentWanted: 'yes',
  canTakePartInSelf: 'yes',
  heldInformationGiven: 'yes',
  confirmedTogether: 'yes',
};
const together = { joint: 'together', personAgreesJoint: 'yes', carerAgreesJoint: 'yes' };

/** What both lists ask in the same words, with the field that is wrong. */
const conduct = [
  { rule: 'nothing wrong', answers: {}, at: [] },
  { rule: 'finished before it began', answers: { completedOn: '2026-01-04' }, at: ['completedOn'] },
  { rule: 'reg 2: a self-assessment that was confirmed', answers: selfMade, at: [] },
  { rule: 'reg 2: one that nobody wanted', answers: { ...selfMade, selfAssessmentWanted: 'no' }, at: ['method'] },
  { rule: 'reg 2: one that nobody confirmed', answers: { ...selfMade, confirmedTogether: 'no' }, at: ['method'] },
  { rule: 'reg 2: one without what is held', answers: { ...selfMade, heldInformationGiven: 'no' }, at: ['method'] },
  {
    rule: 'reg 2: one without capacity to take part',
    answers: { ...selfMade, canTakePartInSelf: 'no' },
    at: ['method'],
  },
  { rule: 's.12(5): joint, both agree', answers: together, at: [] },
  { rule: 's.12(5): joint, the carer does not', answers: { ...together, carerAgreesJoint: 'no' }, at: ['joint'] },
  { rule: 's.12(5): joint, the adult does not', answers: { ...together, personAgreesJoint: 'no' }, at: ['joint'] },
  {
    rule: 'reg 6: deafblind, an assessor who is not trained',
    answers: { deafblind: 'yes', specialistAssessor: 'no' },
    at: ['specialistAssessor'],
  },
  {
    rule: 's.67: difficulty, nobody',
    answers: { ...difficulty, supportToTakePart: 'nobody' },
    at: ['supportToTakePart'],
  },
  {
    rule: 's.67: difficulty, an advocate named with a day',
    answers: { ...difficulty, supportToTakePart: 'advocate', supporterName: 'Noor Ali', advocateFrom: '2026-01-05' },
    at: [],
  },
  {
    rule: 's.67: an advocate without a day',
    answers: { ...difficulty, supportToTakePart: 'advocate', supporterName: 'Noor Ali' },
    at: ['advocateFrom'],
  },
  {
    rule: 'sharing: the family told against their word',
    answers: { sharing: 'refused', sharingLimits: 'All of it', sharedAnyway: 'family', sharedAnywayWhy: 'They asked.' },
    at: ['sharedAnyway'],
  },
  {
    rule: 'sharing: a professional told, with the reason',
    answers: {
      sharing: 'refused',
      sharingLimits: 'All',
      sharedAnyway: 'professional',
      sharedAnywayWhy: 'Risk of fire.',
    },
    at: [],
  },
];

describe.each([
  { list: 'an adult', finish: adult, itself: 'person', nothingWanted: {} },
  {
    list: 'a carer',
    finish: carer,
    itself: 'carer',
    nothingWanted: { supportWanted: ['none'], emergencyPlan: 'not-wanted' },
  },
])('the assessment of $list', ({ finish, itself, nothingWanted }) => {
  it.each(conduct)('finds $at under $rule', ({ answers, at }) => {
    expect(wrongFields(finish(answers))).toEqual(at);
  });

  it('involves whom it is about (s.9(5), s.10(7))', () => {
    expect(wrongFields(finish({ tookPart: [{ name: 'Ana', role: 'professional' }] }))).toEqual(['tookPart']);
    expect(wrongFields(finish({ tookPart: [{ name: 'Ana', role: itself }] }))).toEqual([]);
  });

  it('is kept with its list, and the decision is next', () => {
    expect(finish(nothingWanted)).toMatchObject({
      ok: true,
      outcome: 'assessed',
      changes: { stage: 'decision' },
      records: [{ kind: 'work', id: 'assessment-1.assess-needs', listVersion: 1 }],
      opens: [],
    });
  });
});

describe('the assessment of an adult', () => {
  const supporter = {
    ...difficulty,
    supportToTakePart: 'appropriate-person',
    supporterName: 'Ada Okafor',
    supporterPaid: 'no',
    supporterAgreed: 'agrees',
  };

  it.each([
    { trigger: 'none', at: [] },
    { trigger: 'hospital-28-days', at: ['supportToTakePart'] },
    { trigger: 'care-home-8-weeks', at: ['supportToTakePart'] },
    { trigger: 'disagreement', at: ['supportToTakePart'] },
  ])('with somebody appropriate and $trigger misses an advocate at $at (SI 2014/2889 reg 4)', ({ trigger, at }) => {
    expect(wrongFields(adult({ ...supporter, otherAdvocacyTriggers: [trigger] }))).toEqual(at);
  });

  it('opens a referral to the NHS and the work on a refusal in part', () => {
    const found = adult({
      continuingHealthcare: 'yes',
      healthcareNotReferredWhy: 'She thinks about it until Friday.',
      refusedPart: 'yes',
    });

    expect(found).toMatchObject({
      opens: [{ kind: 'consider-refusal' }, { kind: 'refer-continuing-healthcare' }],
    });
  });

  it('wants the period where a need goes up and down (reg 2(4))', () => {
    const varies = { hygieneFluctuates: 'yes', hygienePattern: 'Worse in the cold.' };

    expect(wrongFields(adult(varies))).toEqual(['hygienePeriod']);
    expect(wrongFields(adult({ ...varies, hygienePeriod: 'Since May' }))).toEqual([]);
  });
});

describe('the assessment of a carer', () => {
  it.each(['ableNow', 'ableLater', 'willingNow', 'willingLater'])('asks of %s by itself (s.10(5)(a) and (b))', (id) => {
    expect(wrongFields(carer({ [id]: undefined }))).toEqual([id]);
  });

  it.each(['working', 'learning', 'recreation'])('has regard to %s (s.10(6))', (id) => {
    expect(wrongFields(carer({ [id]: undefined }))).toEqual([id]);
  });

  it('has no fourth meaning: taking longer does not count (reg 3(3))', () => {
    expect(wrongFields(carer({ recreationMeanings: ['d-time'] }))).toEqual(['recreationMeanings[0]']);
  });
});

describe('the work that a journey asks for', () => {
  it.each([
    { kind: 'needs', work: 'assess-needs' },
    { kind: 'carer', work: 'assess-carer' },
  ] as const)('is $work in the case of kind $kind, under the same step and due on the target day', ({ kind, work }) => {
    const careCase = aCase({ kind });
    const task = newTask(
      careCase,
      { thread: 'assessment-1', step: 'assess-needs', kind: 'assess-needs' },
      isoInstant.parse('2026-01-05T10:00:00.000Z'),
    );

    expect(task).toMatchObject({ kind: work, id: 'K7M-29QX-T4F.assessment-1.assess-needs', dueOn: '2026-02-02' });
  });

  it('is the same in both where carers have no list of their own', () => {
    expect(kindFor({ kind: 'carer' }, 'triage-request')).toBe('triage-request');
  });
});
