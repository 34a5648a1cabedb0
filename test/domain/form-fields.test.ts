import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersFromFields, fieldsFromAnswers } from '../../domain/form-fields.ts';
import type { Form, Question } from '../../schemas/form-language.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { anyAnswers } from '../support/any-answers.ts';
import { aForm, textQuestion } from '../support/small-forms.ts';

const only = (kind: object): Form => aForm([{ ...textQuestion('it'), ...kind } as Question]);

describe('answersFromFields', () => {
  it.each([
    {
      what: 'a date in 3 fields',
      kind: { type: 'date' },
      fields: { 'it-day': '7', 'it-month': '3', 'it-year': '1950' },
      answer: '1950-03-07',
    },
    {
      what: 'a date without its month',
      kind: { type: 'date' },
      fields: { 'it-day': '7', 'it-month': '', 'it-year': '1950' },
      answer: '1950--07',
    },
    {
      what: 'an empty date',
      kind: { type: 'date' },
      fields: { 'it-day': '', 'it-month': '', 'it-year': '' },
      answer: undefined,
    },
    { what: 'pounds and pence', kind: { type: 'money' }, fields: { it: '£1,234.50' }, answer: 123_450 },
    { what: 'whole pounds', kind: { type: 'money' }, fields: { it: '12' }, answer: 1200 },
    { what: 'half a penny', kind: { type: 'money' }, fields: { it: '1.505' }, answer: '1.505' },
    { what: 'less than nothing', kind: { type: 'money' }, fields: { it: '-5' }, answer: '-5' },
    { what: 'a number', kind: { type: 'num', min: 0, max: 9 }, fields: { it: ' 4 ' }, answer: 4 },
    { what: 'a number in words', kind: { type: 'num', min: 0, max: 9 }, fields: { it: 'four' }, answer: 'four' },
    { what: 'an empty box', kind: {}, fields: { it: '' }, answer: undefined },
    { what: 'another field of the page', kind: {}, fields: { token: 'x' }, answer: undefined },
  ])('reads $what as $answer', ({ kind, fields, answer }) => {
    expect(answersFromFields(only(kind), Object.entries(fields))).toEqual(answer === undefined ? {} : { it: answer });
  });

  it('reads 2 ticks of one name as a list', () => {
    const fields = [
      ['urgent', 'other'],
      ['urgent', 'leaving-hospital'],
    ] as const;
    expect(answersFromFields(needsAssessment, fields)).toEqual({ urgent: ['other', 'leaving-hospital'] });
  });

  it('keeps the order of rows when the one in the middle was taken away', () => {
    const fields = [
      ['keyContacts[2].name', 'Ben'],
      ['keyContacts[0].name', 'Ada'],
      ['keyContacts[0].phone', '01632 960 001'],
    ] as const;
    expect(answersFromFields(needsAssessment, fields)).toEqual({
      keyContacts: [{ name: 'Ada', phone: '01632 960 001' }, { name: 'Ben' }],
    });
  });

  it.each(['keyContacts[-1].name', 'keyContacts[1000].name', 'keyContacts[x].name'])('takes %s for no row', (name) => {
    expect(answersFromFields(needsAssessment, [[name, 'Ada']])).toEqual({});
  });
});

describe('fieldsFromAnswers', () => {
  it.each(everyForm.map((form) => ({ id: form.id, form })))('gives back the same answers of $id', ({ form }) => {
    fc.assert(
      fc.property(anyAnswers(form), (answers) => {
        expect(answersFromFields(form, fieldsFromAnswers(form, answers))).toEqual(answers);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
