import { describe, expect, it } from 'vitest';
import { cannotGoOn, carerNeedsFrom } from '../../../domain/journey/carer-application.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { carerOutcomeCode } from '../../../schemas/eligibility.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';

const from = (answers: Answers) => carerNeedsFrom(answers, 'carers-assessment');

describe('carerNeedsFrom', () => {
  it('gives what the eligibility rules accept, with all 8 outcomes, from either form', () => {
    const own = from(completeAnswers(carersAssessment));
    const joint = carerNeedsFrom(completeAnswers(jointAssessment), 'joint-assessment');

    expect(own.outcomes.map(({ outcome }) => outcome)).toEqual(carerOutcomeCode.options);
    expect(joint).toEqual(own);
  });

  it('leaves out what was not answered', () => {
    expect(from({})).toEqual({ outcomes: [] });
  });

  it.each(['deteriorating', 'at-risk', 'no'])('takes health %s as it is', (healthChange) => {
    expect(from({ healthChange }).health).toBe(healthChange);
  });

  it('takes what a carer does as necessary care', () => {
    expect(from({ caringTasks: ['cooking'] }).necessaryCare).toBe('yes');
  });

  it.each([
    { answers: { hardActivities: ['none'] }, meanings: [] },
    { answers: { hardActivities: ['recreation'], recreationUnable: ['none'] }, meanings: [] },
    {
      answers: { hardActivities: ['not-sure'], recreationUnable: ['needs-help', 'pain-or-distress', 'danger'] },
      meanings: ['a-assistance', 'b-pain', 'c-danger'],
    },
  ])('reads $answers', ({ answers, meanings }) => {
    const found = from(answers).outcomes.find(({ outcome }) => outcome === 'recreation');

    expect(found).toEqual({ outcome: 'recreation', applies: true, meanings });
  });

  it('is not asked of a carer whether it takes longer: that does not count (reg 3(3))', () => {
    const question = carersAssessment.sections
      .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
      .find(({ id }) => id === 'recreationUnable');

    expect(question?.type === 'multi' && question.options.map(({ value }) => value)).not.toContain('takes-longer');
  });

  it('reads how a need goes up and down', () => {
    const answers: Answers = {
      hardActivities: ['nutrition'],
      nutritionUnable: ['danger', 'changes'],
      goodAndBadDays: 'Weekends are worse',
      changesSince: 'Since May',
    };
    const found = from(answers).outcomes.find(({ outcome }) => outcome === 'nutrition');

    expect(found?.fluctuation).toEqual({ pattern: 'Weekends are worse', periodConsidered: 'Since May' });
  });
});

describe('cannotGoOn', () => {
  it.each([
    { answers: {}, cannot: false },
    { answers: { cannotGoOn: 'no' }, cannot: false },
    { answers: { cannotGoOn: 'yes' }, cannot: true },
    { answers: { urgent: ['carer-cannot-continue'] }, cannot: true },
    { answers: { urgent: ['other'] }, cannot: false },
    { answers: { carerAbleToCare: 'no' }, cannot: true },
  ])('$answers: $cannot', ({ answers, cannot }) => {
    expect(cannotGoOn(answers as Answers)).toBe(cannot);
  });
});
