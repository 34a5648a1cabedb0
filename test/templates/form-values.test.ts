import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { readFormBody, shownDate } from '../../templates/pages/form-values.ts';
import { anyAnswers } from '../support/any-answers.ts';
import { everyKind, formPage } from './fixtures.ts';
import { submittedBody } from './page-inputs.ts';

const read = (fields: Record<string, string>) =>
  readFormBody(everyKind, new URLSearchParams(fields).toString()).answers;

const pageOf = (form: typeof everyKind, values: Record<string, unknown>) =>
  formPage({ form, values, problems: [], submissionKey: 'key-1' });

describe('readFormBody', () => {
  it.each([
    { typed: '1200', answer: 1200 },
    { typed: '1,200', answer: 1200 },
    { typed: ' 7 ', answer: 7 },
    { typed: '-0', answer: 0 },
    { typed: '-3', answer: -3 },
    { typed: '1.5', answer: '1.5' },
    { typed: 'about ten', answer: 'about ten' },
    { typed: '1e3', answer: '1e3' },
    { typed: '9007199254740993', answer: '9007199254740993' },
  ])('reads the number “$typed” as $answer', ({ typed, answer }) => {
    expect(read({ hours: typed })).toEqual({ hours: answer });
  });

  it.each([
    { typed: '41', answer: 4100 },
    { typed: '41.5', answer: 4150 },
    { typed: '£41.55', answer: 4155 },
    { typed: '£ 1,234.50', answer: 123450 },
    { typed: '0.07', answer: 7 },
    { typed: '-5', answer: -500 },
    { typed: '41.555', answer: '41.555' },
    { typed: 'forty', answer: 'forty' },
  ])('reads the amount “$typed” as $answer', ({ typed, answer }) => {
    expect(read({ rent: typed })).toEqual({ rent: answer });
  });

  it.each([
    { day: '5', month: '3', year: '1950', answer: '1950-03-05' },
    { day: '05', month: '03', year: '1950', answer: '1950-03-05' },
    { day: '5', month: 'March', year: '1950', answer: '1950-03-05' },
    { day: '5', month: 'sept', year: '1950', answer: '1950-09-05' },
    { day: '5', month: 'ma', year: '1950', answer: '1950-ma-05' },
    { day: '5', month: 'marmalade', year: '1950', answer: '1950-marmalade-05' },
    { day: '', month: '3', year: '1950', answer: '1950-03-' },
    { day: '5', month: '', year: '', answer: '--05' },
    { day: '', month: '', year: '', answer: undefined },
    { day: ' ', month: ' ', year: ' ', answer: undefined },
  ])('reads the date “$day” “$month” “$year” as $answer', ({ day, month, year, answer }) => {
    const answers = read({ 'born.day': day, 'born.month': month, 'born.year': year });

    expect(answers.born).toBe(answer);
  });

  it('leaves out inputs that are empty or hold only spaces, and boxes that are not ticked', () => {
    expect(read({ name: '', story: ' \r\n ', who: '' })).toEqual({});
  });

  it('closes the gap where row 2 of 3 is empty, so that rows are numbered as the page shows them again', () => {
    const people = read({
      'people[0].name': 'Ann',
      'people[1].name': '',
      'people[2].name': 'Bo',
      'people[2].paid': '£2',
    });

    expect(people).toEqual({ people: [{ name: 'Ann' }, { name: 'Bo', paid: 200 }] });
  });

  it('orders rows by their number, row 10 after row 9', () => {
    const people = read({ 'people[10].name': 'Ten', 'people[9].name': 'Nine' });

    expect(people).toEqual({ people: [{ name: 'Nine' }, { name: 'Ten' }] });
  });

  it('ignores inputs that belong to no question, a prototype among them', () => {
    const { answers, submissionKey } = readFormBody(
      everyKind,
      'csrf=1&__proto__=x&people[0].__proto__=x&submissionKey=k',
    );

    expect(answers).toEqual({});
    expect(Object.getPrototypeOf(answers)).toBe(Object.prototype);
    expect(submissionKey).toBe('k');
  });

  it('has an empty key where none was sent', () => {
    expect(readFormBody(everyKind, '')).toEqual({ answers: {}, submissionKey: '' });
  });
});

describe('shownDate', () => {
  it.each([
    { answer: '1950-03-05', day: '5', month: '3', year: '1950' },
    { answer: '1950-10-30', day: '30', month: '10', year: '1950' },
    { answer: '--05', day: '5', month: '', year: '' },
    { answer: 'last spring', day: 'last spring', month: '', year: '' },
    { answer: 12, day: '', month: '', year: '' },
  ])('shows $answer as “$day” “$month” “$year”', ({ answer, ...parts }) => {
    expect(shownDate(answer)).toEqual(parts);
  });
});

/** Answers without documents, which go to S3 and not into a posted form. */
const typedIn = (form: Form, values: Record<string, unknown>) => {
  const files = new Set(questionsOf(form).flatMap(({ question }) => (question.type === 'file' ? [question.id] : [])));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !files.has(id)));
};

describe('a page and its body', () => {
  it('gives back the answers of a complete needs assessment, which are then complete', () => {
    const values = completeAnswers(needsAssessment);

    const { answers, submissionKey } = readFormBody(needsAssessment, submittedBody(pageOf(needsAssessment, values)));

    expect(answers).toEqual(typedIn(needsAssessment, values));
    expect(submissionKey).toBe('key-1');
    expect(readAnswers(needsAssessment, () => '2026-11-21', answers).outcome).toBe('complete');
  });

  it('gives back any answers to the needs assessment', () => {
    fc.assert(
      fc.property(anyAnswers(needsAssessment), (values) => {
        const { answers } = readFormBody(needsAssessment, submittedBody(pageOf(needsAssessment, values)));

        expect(answers).toEqual(typedIn(needsAssessment, values));
      }),
      { numRuns: 3 },
    );
  });

  it('gives back any answers to a form with every kind of question', () => {
    fc.assert(
      fc.property(anyAnswers(everyKind), (values) => {
        const { answers } = readFormBody(everyKind, submittedBody(pageOf(everyKind, values)));

        expect(answers).toEqual(typedIn(everyKind, values));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps whatever was typed, right or wrong, through being shown again', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/\p{Cc}/gu, ''));
    const part = typed.map((text) => text.replaceAll('-', ''));
    const names = [
      'name',
      'story',
      'hours',
      'rent',
      'email',
      'phone',
      'people[0].name',
      'people[1].does',
      'people[1].paid',
    ];
    const parts = ['born', 'people[0].since'].flatMap((date) =>
      ['day', 'month', 'year'].map((each) => `${date}.${each}`),
    );
    const fields = fc.record({
      ...Object.fromEntries(names.map((name) => [name, typed])),
      ...Object.fromEntries(parts.map((name) => [name, part])),
    });

    fc.assert(
      fc.property(fields, (given) => {
        const first = read(given);

        const again = readFormBody(everyKind, submittedBody(pageOf(everyKind, first))).answers;

        expect(again).toEqual(first);
      }),
      { numRuns: 25 },
    );
  });
});
