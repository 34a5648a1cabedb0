import { describe, expect, it } from 'vitest';
import { adultNeedsFrom, disclosesHarm, needsApplication } from '../../../domain/journey/needs-application.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { adultOutcomeCode, wellbeingArea } from '../../../schemas/eligibility.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { activities } from '../../../schemas/forms/fragments/activities.ts';
import { wellbeingQuestions } from '../../../schemas/forms/fragments/wellbeing.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';

const read = (overrides: Answers = {}) => needsApplication(completeAnswers(needsAssessment, overrides));

describe('the form covers the law', () => {
  it('asks about all 10 outcomes and all 9 areas of well-being', () => {
    expect(activities.map(({ outcome }) => outcome)).toEqual(adultOutcomeCode.options);
    expect(wellbeingQuestions.map(({ area }) => area)).toEqual(wellbeingArea.options);
  });
});

describe('needsApplication', () => {
  it('reads the person', () => {
    expect(read({ preferredName: 'Rosie', email: 'rose@example.com', addressLine2: 'Flat 2' }).person).toEqual({
      firstName: 'Rose',
      lastName: 'Okafor',
      preferredName: 'Rosie',
      email: 'rose@example.com',
      dateOfBirth: '1948-03-02',
      postcode: 'LE3 8RA',
      address: '12 Sycamore Road, Flat 2, Leicester',
    });
  });

  it('has no helper when the person filled it in, and updates go to the person', () => {
    expect([read().helper, read().updatesTo]).toEqual([undefined, ['person']]);
  });

  it('reads a helper who acts without agreement but with authority, and gets the updates', () => {
    const application = read({
      filledInBy: 'helper',
      helperEmail: 'ada@example.com',
      updatesTo: ['helper'],
      personAgrees: 'no',
      helperAuthority: 'lpa-health',
    });

    expect(application.updatesTo).toEqual(['helper']);
    expect(application.helper).toEqual({
      firstName: 'Ada',
      lastName: 'Okafor',
      email: 'ada@example.com',
      phone: '01632 960 001',
      relationship: 'partner',
      personAgrees: false,
      authority: 'lpa-health',
    });
  });

  it.each([
    { urgent: ['none'], urgency: 'standard', because: [] },
    { urgent: ['carer-cannot-continue'], urgency: 'carer-breakdown', because: ['carer-cannot-continue'] },
    { urgent: ['no-food-heat-or-medicine'], urgency: 'urgent', because: ['no-food-heat-or-medicine'] },
    { urgent: ['leaving-hospital'], urgency: 'urgent', because: ['leaving-hospital'] },
    { urgent: ['other'], urgency: 'urgent', because: ['other'] },
    { urgent: ['carer-cannot-continue', 'other'], urgency: 'urgent', because: ['carer-cannot-continue', 'other'] },
  ])('takes $urgent as $urgency', ({ urgent, urgency, because }) => {
    expect(read({ urgent })).toMatchObject({ urgency, urgentBecause: because });
  });

  it.each([
    { hasCarer: 'yes', jointOrSeparate: 'joint', wants: true },
    { hasCarer: 'yes', jointOrSeparate: 'separate', wants: false },
    { hasCarer: 'no', jointOrSeparate: 'joint', wants: false },
  ])('with a carer $hasCarer and $jointOrSeparate: a joint assessment is wanted $wants', ({ wants, ...answers }) => {
    expect(read(answers).wantsJoint).toBe(wants);
  });

  it('reads formats and when it is safe to be in touch', () => {
    expect(read({ formats: ['large-print', 'audio'], treatedBadly: 'yes', safeContact: 'Mornings' })).toMatchObject({
      formats: ['large-print', 'audio'],
      disclosesHarm: true,
      safeContact: 'Mornings',
    });
  });
});

describe('disclosesHarm', () => {
  it.each([
    { answers: { treatedBadly: 'no' }, harm: false },
    { answers: { treatedBadly: 'yes' }, harm: true },
    { answers: { treatedBadly: 'prefer-to-talk' }, harm: true },
    { answers: { reportAbuse: 'yes' }, harm: true },
    { answers: {}, harm: false },
  ])('$answers: $harm', ({ answers, harm }) => {
    expect(disclosesHarm(answers)).toBe(harm);
  });
});

describe('adultNeedsFrom', () => {
  it('gives what the eligibility rules accept, with all 10 outcomes', () => {
    const needs = read().adultNeeds;

    expect(needs.outcomes.map(({ outcome }) => outcome)).toEqual(adultOutcomeCode.options);
  });

  it.each([
    { conditions: ['none'], is: 'no' },
    { conditions: ['physical'], is: 'yes' },
    { conditions: ['other'], is: 'yes' },
    { conditions: [], is: undefined },
  ])('condition 1 of $conditions is $is', ({ conditions, is }) => {
    expect(adultNeedsFrom({ conditions }).impairmentOrIllness).toBe(is);
  });

  it.each([
    { answers: {}, outcome: undefined },
    { answers: { nutritionManage: 'fine' }, outcome: { applies: true, meanings: [] } },
    { answers: { nutritionManage: 'does-not-apply' }, outcome: { applies: false, meanings: [] } },
    { answers: { nutritionManage: 'difficulty', nutritionUnable: ['none'] }, outcome: { applies: true, meanings: [] } },
    {
      answers: { nutritionManage: 'difficulty', nutritionUnable: ['pain-or-distress', 'danger', 'takes-longer'] },
      outcome: { applies: true, meanings: ['b-pain', 'c-danger', 'd-time'] },
    },
    {
      answers: { nutritionManage: 'cannot', nutritionUnable: ['none'] },
      outcome: { applies: true, meanings: ['a-assistance'] },
    },
    {
      answers: { nutritionManage: 'cannot', nutritionUnable: ['needs-help', 'danger'] },
      outcome: { applies: true, meanings: ['a-assistance', 'c-danger'] },
    },
  ])('reads $answers as $outcome', ({ answers, outcome }) => {
    const [first] = adultNeedsFrom(answers).outcomes;
    expect(first).toEqual(outcome && { outcome: 'nutrition', ...outcome });
  });

  it('never reads who helps now', () => {
    const hard = { nutritionManage: 'difficulty', nutritionUnable: ['needs-help'] };
    expect(adultNeedsFrom({ ...hard, nutritionHelpNow: 'My wife does it all' })).toEqual(adultNeedsFrom(hard));
  });

  it('reads good days, bad days and the period', () => {
    const answers = {
      nutritionManage: 'cannot',
      nutritionVaries: 'yes',
      nutritionGoodDay: 'Toast',
      nutritionBadDay: 'Nothing',
      nutritionPeriod: 'Since May',
    };
    expect(adultNeedsFrom(answers).outcomes[0]?.fluctuation).toEqual({
      goodDay: 'Toast',
      badDay: 'Nothing',
      periodConsidered: 'Since May',
    });
  });

  it.each([
    { looksAfter: ['nobody'], outcomes: [{ outcome: 'child-care', applies: false, meanings: [] }] },
    { looksAfter: ['adult'], outcomes: [{ outcome: 'child-care', applies: false, meanings: [] }] },
    { looksAfter: ['child'], outcomes: [] },
  ])('who looks after $looksAfter and has said no more: $outcomes', ({ looksAfter, outcomes }) => {
    expect(adultNeedsFrom({ looksAfter }).outcomes).toEqual(outcomes);
  });

  const effects = (...given: string[]): Answers =>
    Object.fromEntries(wellbeingQuestions.map(({ id }, index) => [id, given[index] ?? 'none']));
  it.each([
    { answers: effects(), is: 'no' },
    { answers: effects('some'), is: 'no' },
    { answers: effects('some', 'some'), is: undefined },
    { answers: effects('likely-big'), is: 'likely' },
    { answers: effects('some', 'likely-big', 'big'), is: 'yes' },
    { answers: { effectOnHealth: 'big' }, is: 'yes' },
    { answers: { effectOnHealth: 'none' }, is: undefined },
  ])('condition 3 of $answers is $is', ({ answers, is }) => {
    expect(adultNeedsFrom(answers).significantImpact).toBe(is);
  });
});
