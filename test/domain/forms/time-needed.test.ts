import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../domain/forms/form-size.ts';
import { secondsFor, secondsToFill, timeForForm, timeInWords, timeLeft } from '../../../domain/forms/time-needed.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { applicationForms } from '../../../schemas/forms/application-forms.ts';
import { examplePeople } from '../../../schemas/forms/example-people.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { aForm } from '../../support/small-forms.ts';

const everyExample = Object.entries(examplePeople).flatMap(([id, people]) =>
  Object.entries(people as Record<string, Answers>).flatMap(([name, answers]) => {
    const form = applicationForms.get(id);
    return form ? [{ id, name, form, answers }] : [];
  }),
);

describe('the example people', () => {
  it('answer every form with which a case is opened', () => {
    expect(new Set(everyExample.map(({ id }) => id))).toEqual(new Set(applicationForms.keys()));
  });

  it.each(everyExample)('$name answers all of $id on which another question depends', ({ form, answers }) => {
    expect(sizeOf(form, answers)).toEqual(sizeOf(form, completeAnswers(form, answers)));
  });
});

describe('how long a form takes', () => {
  it('is counted from its pages, its fields and its long texts', () => {
    const why = { type: 'long', name: 'Why', label: 'Why?', error: 'Say why' } as const;
    const form = aForm([
      { ...why, id: 'why' },
      { ...why, id: 'more', optional: true },
      { type: 'yesno', id: 'sure', name: 'Sure', label: 'Sure?', error: 'Select yes or no' },
    ]);
    const { page, field, optionalText, neededText, check } = secondsFor;

    expect(secondsToFill(form, {})).toBe(page + neededText + optionalText + field + 3 * check);
  });

  it('is told as the span between the people who have least and most to say', () => {
    const { least, most } = timeForForm(needsAssessment);

    expect(least).toBe(secondsToFill(needsAssessment, examplePeople['needs-assessment'].mild));
    expect(most).toBe(secondsToFill(needsAssessment, examplePeople['needs-assessment'].most));
  });

  it.each([
    { least: 10, most: 50, words: 'about 1 minute' },
    { least: 61, most: 61, words: 'about 2 minutes' },
    { least: 200, most: 290, words: 'about 5 minutes' },
    { least: 120, most: 640, words: '2 to 15 minutes' },
    { least: 1500, most: 1500, words: 'about 25 minutes' },
  ])('reads "$words" for $least to $most seconds', ({ words, ...time }) => {
    expect(timeInWords(time)).toBe(words);
  });
});

describe('how long the rest of a form takes', () => {
  const daily = (answers: Answers) =>
    timeLeft(needsAssessment, answers).parts.get('daily-life') ?? { least: 0, most: 0 };
  const oneHard: Answers = { conditions: ['physical'], hardActivities: ['nutrition'] };

  it('grows narrower with what somebody answers', () => {
    const [nobody, one, told] = [{}, oneHard, { ...oneHard, nutritionUnable: ['needs-help'] }].map(daily);

    expect(nobody && timeInWords(nobody)).toMatch(/^\d+ to \d+ minutes$/);
    expect(one && timeInWords(one)).toMatch(/^about \d+ minutes$/);
    expect(told?.most).toBeLessThan(one?.least ?? 0);
  });

  it('is nothing for a part that is finished, and that of a page again that was left half filled', () => {
    const done = completeAnswers(needsAssessment, examplePeople['needs-assessment'].mild);

    expect([...timeLeft(needsAssessment, done).parts]).toEqual([]);
    expect(timeLeft(needsAssessment, done, new Set(['effect'])).parts.get('daily-life')?.least).toBeGreaterThan(0);
  });

  it('is less with every answer', () => {
    const done = completeAnswers(needsAssessment, examplePeople['needs-assessment'].most);
    const ids = Object.keys(done);
    const left = ids.map((_, at) => {
      const { whole } = timeLeft(needsAssessment, Object.fromEntries(Object.entries(done).slice(0, at)));
      return whole.most;
    });

    expect(left.toSorted((a, b) => b - a)).toEqual(left);
    expect(left.at(-1)).toBeLessThan(200);
  });
});
