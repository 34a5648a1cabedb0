import { describe, expect, it } from 'vitest';
import { carerNeedsFrom } from '../../../domain/journey/carer-application.ts';
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

  it.each([
    { healthChange: 'deteriorating', health: 'deteriorating' },
    { healthChange: 'at-risk', health: 'at-risk' },
    { healthChange: 'no', health: 'no' },
  ])('takes health "$healthChange" as $health', ({ healthChange, health }) => {
    expect(from({ healthChange }).health).toBe(health);
  });

  it('takes what a carer does as necessary care', () => {
    expect(from({ caringTasks: ['cooking'] }).necessaryCare).toBe('yes');
  });

  it.each([
    { answers: { recreationManage: 'fine' }, applies: true, meanings: [] },
    { answers: { recreationManage: 'does-not-apply' }, applies: false, meanings: [] },
    { answers: { recreationManage: 'cannot', recreationUnable: ['none'] }, applies: true, meanings: ['a-assistance'] },
    {
      answers: { recreationManage: 'difficulty', recreationUnable: ['pain-or-distress', 'danger'] },
      applies: true,
      meanings: ['b-pain', 'c-danger'],
    },
  ])('reads $answers', ({ answers, applies, meanings }) => {
    expect(from(answers).outcomes).toEqual([{ outcome: 'recreation', applies, meanings }]);
  });

  it('reads how a need goes up and down', () => {
    const answers = {
      nutritionManage: 'difficulty',
      nutritionUnable: ['danger'],
      nutritionVaries: 'yes',
      nutritionGoodAndBad: 'Weekends are worse',
      nutritionPeriod: 'Since May',
    };

    expect(from(answers).outcomes[0]?.fluctuation).toEqual({
      pattern: 'Weekends are worse',
      periodConsidered: 'Since May',
    });
  });
});
