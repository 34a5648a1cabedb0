import { describe, expect, it } from 'vitest';
import {
  adultNeedsFrom,
  disclosesHarm,
  leavesHospitalOn,
  urgencyOf,
} from '../../../domain/journey/needs-application.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { adultOutcomeCode, wellbeingArea } from '../../../schemas/eligibility.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { activities } from '../../../schemas/forms/fragments/activities.ts';
import { wellbeingQuestions } from '../../../schemas/forms/fragments/wellbeing.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { isoDate } from '../../../schemas/scalars.ts';

describe('the form covers the law', () => {
  it('asks about all 10 outcomes and all 9 areas of well-being', () => {
    expect(activities.map(({ outcome }) => outcome)).toEqual(adultOutcomeCode.options);
    expect(wellbeingQuestions.map(({ area }) => area)).toEqual(wellbeingArea.options);
  });
});

describe('the day on which somebody leaves hospital', () => {
  it.each([
    { said: '2026-01-08', is: '2026-01-08' },
    { said: '2026-01-05', is: '2026-01-05' },
    { said: '2026-01-04', is: undefined },
    { said: undefined, is: undefined },
  ])('$said is to come: $is', ({ said, is }) => {
    const answers: Answers = said === undefined ? {} : { dischargeExpectedOn: said };

    expect(leavesHospitalOn(answers, isoDate.parse('2026-01-05'))).toBe(is);
  });
});

describe('urgencyOf', () => {
  it.each([
    { urgent: ['none'], urgency: 'standard' },
    { urgent: ['carer-cannot-continue'], urgency: 'carer-breakdown' },
    { urgent: ['no-food-heat-or-medicine'], urgency: 'urgent' },
    { urgent: ['leaving-hospital'], urgency: 'urgent' },
    { urgent: ['other'], urgency: 'urgent' },
    { urgent: ['carer-cannot-continue', 'other'], urgency: 'urgent' },
    { urgent: ['none'], carerCanContinue: 'with-support', urgency: 'standard' },
    { urgent: ['none'], carerCanContinue: 'no', urgency: 'carer-breakdown' },
    { urgent: ['other'], carerCanContinue: 'no', urgency: 'urgent' },
  ])('takes $urgent and help that can go on $carerCanContinue as $urgency', ({ urgency, ...answers }) => {
    expect(urgencyOf(answers)).toBe(urgency);
  });
});

describe('disclosesHarm', () => {
  it.each([
    { answers: { treatedBadly: 'no' }, harm: false },
    { answers: { treatedBadly: 'yes' }, harm: true },
    { answers: { treatedBadly: 'prefer-to-talk' }, harm: true },
    { answers: { reportAbuse: 'yes' }, harm: true },
    { answers: { reportAbuse: 'danger' }, harm: true },
    { answers: { carerTreatedBadly: 'yes' }, harm: true },
    { answers: { carerTreatedBadly: 'no' }, harm: false },
    { answers: {}, harm: false },
  ])('$answers: $harm', ({ answers, harm }) => {
    expect(disclosesHarm(answers)).toBe(harm);
  });
});

describe('adultNeedsFrom', () => {
  it('gives what the eligibility rules accept, with all 10 outcomes', () => {
    const needs = adultNeedsFrom(completeAnswers(needsAssessment));

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

  const nutrition = ['nutrition'];
  it.each([
    { answers: {}, outcome: undefined },
    { answers: { hardActivities: ['none'] }, outcome: { applies: true, meanings: [] } },
    { answers: { hardActivities: ['hygiene'] }, outcome: { applies: true, meanings: [] } },
    { answers: { hardActivities: nutrition }, outcome: undefined },
    { answers: { hardActivities: nutrition, nutritionUnable: ['none'] }, outcome: { applies: true, meanings: [] } },
    {
      answers: { hardActivities: nutrition, nutritionUnable: ['pain-or-distress', 'danger', 'takes-longer'] },
      outcome: { applies: true, meanings: ['b-pain', 'c-danger', 'd-time'] },
    },
    {
      answers: { hardActivities: ['not-sure'], nutritionUnable: ['needs-help'] },
      outcome: { applies: true, meanings: ['a-assistance'] },
    },
    {
      answers: { hardActivities: ['hygiene'], nutritionUnable: ['needs-help'] },
      outcome: { applies: true, meanings: [] },
    },
  ])('reads $answers as $outcome', ({ answers, outcome }) => {
    const first = adultNeedsFrom(answers as Answers).outcomes.find((one) => one.outcome === 'nutrition');
    expect(first).toEqual(outcome && { outcome: 'nutrition', ...outcome });
  });

  it('never reads who helps now', () => {
    const hard: Answers = { hardActivities: nutrition, nutritionUnable: ['needs-help'] };
    expect(adultNeedsFrom({ ...hard, nutritionMore: 'My wife does it all', otherHelp: ['paid-care'] })).toEqual(
      adultNeedsFrom(hard),
    );
  });

  it('reads how often and since when for each activity that goes up and down, and for no other', () => {
    const answers: Answers = {
      hardActivities: ['nutrition', 'hygiene'],
      nutritionUnable: ['needs-help', 'changes'],
      hygieneUnable: ['needs-help'],
      changesHowOften: 'Two days in most weeks',
      changesSince: 'Since May',
      goodAndBadDays: 'Toast on a good day',
    };
    const [first, second] = adultNeedsFrom(answers).outcomes;

    expect(first?.fluctuation).toEqual({
      pattern: 'Toast on a good day',
      periodConsidered: 'Two days in most weeks; Since May',
    });
    expect(second?.fluctuation).toBeUndefined();
  });

  it.each([
    { hard: 'none', looksAfter: ['nobody'], applies: false },
    { hard: 'none', looksAfter: ['adult'], applies: false },
    { hard: 'none', looksAfter: ['child'], applies: true },
    { hard: 'not-sure', looksAfter: ['nobody'], applies: false },
    { hard: 'child-care', looksAfter: ['nobody'], applies: true },
    { hard: 'none', looksAfter: [], applies: true },
  ])('who ticked $hard and looks after $looksAfter: child care applies $applies', ({ hard, looksAfter, applies }) => {
    const answers = { hardActivities: [hard], childCareUnable: ['needs-help'], looksAfter };
    const found = adultNeedsFrom(answers).outcomes.find(({ outcome }) => outcome === 'child-care');

    expect(found?.applies).toBe(applies);
  });

  it.each([
    { effectSize: 'none', is: 'no' },
    { effectSize: 'big', is: 'yes' },
    { effectSize: 'likely-big', is: 'likely' },
    { effectSize: 'some', is: undefined },
    { effectSize: 'some', effectAreas: ['health'], is: 'no' },
    { effectSize: 'some', effectAreas: ['health', 'control'], is: undefined },
    { effectSize: 'some', effectAreas: ['health'], treatedBadly: 'yes', is: undefined },
    { effectSize: 'some', treatedBadly: 'prefer-to-talk', is: 'no' },
    { is: undefined },
  ])('condition 3 of $effectSize in $effectAreas, treated badly $treatedBadly, is $is', ({ is, ...answers }) => {
    expect(adultNeedsFrom(answers as Answers).significantImpact).toBe(is);
  });
});
