import { describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { answersSchema, readAnswers, readPage } from '../../schemas/answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { aForm, choiceQuestion, textQuestion } from '../support/small-forms.ts';

const today = () => '2026-11-21';
const ada = { name: 'Ada', relationship: 'Daughter', whatTheyDo: 'Cooks', agreesToContact: 'yes' };
const tea = aForm([
  choiceQuestion('drink', ['tea', 'water']),
  { ...textQuestion('sugar'), when: { question: 'drink', is: ['tea'] } },
  { ...choiceQuestion('milk', ['yes', 'no']), when: { question: 'drink', is: ['tea'] }, optional: true },
  { ...textQuestion('cow'), when: { question: 'milk', is: ['yes'] } },
]);

describe('answersSchema', () => {
  it('passes on what is asked and drops the answer that the condition does not ask', () => {
    expect(answersSchema(tea, today).parse({ drink: 'water', sugar: 'two' })).toEqual({ drink: 'water' });
  });

  it('judges no answer that is not asked, however wrong', () => {
    expect(answersSchema(tea, today).safeParse({ drink: 'water', sugar: 7 }).success).toBe(true);
  });

  it('drops a chain: an answer that is not asked opens nothing', () => {
    expect(answersSchema(tea, today).parse({ drink: 'water', milk: 'yes', cow: 'Daisy' })).toEqual({ drink: 'water' });
  });

  it('asks the clock at every parse, not when it is built', () => {
    let now = '2026-11-21';
    const form = aForm([{ ...textQuestion('born'), type: 'date', range: 'past' }]);
    const schema = answersSchema(form, () => now);
    const before = schema.safeParse({ born: '2026-11-25' }).success;
    now = '2026-11-26';

    expect([before, schema.safeParse({ born: '2026-11-25' }).success]).toEqual([false, true]);
  });
});

describe('readAnswers', () => {
  it('goes by the clock that it is given each time', () => {
    const form = aForm([{ ...textQuestion('born'), type: 'date', range: 'past' }]);
    const outcomes = ['2026-11-25', '2026-11-26'].map(
      (now) => readAnswers(form, () => now, { born: '2026-11-25' }).outcome,
    );

    expect(outcomes).toEqual(['problems', 'complete']);
  });

  it('tells of a conditional answer that is missing beside one that is wrong, in the order of the form', () => {
    expect(readAnswers(tea, today, { drink: 'tea', milk: 'soya', cow: 'Daisy' })).toMatchObject({
      outcome: 'problems',
      problems: [
        { field: 'sugar', message: 'Enter sugar' },
        { field: 'milk', message: 'Select milk' },
      ],
    });
  });

  it('refuses 2 unknown fields by name, after everything else, and gives back what was sent', () => {
    const given = { drnk: 'tea', suger: 'two' };

    expect(readAnswers(tea, today, given)).toEqual({
      outcome: 'problems',
      problems: [
        { field: 'drink', message: 'Select drink' },
        { field: 'drnk', message: 'There is no question called “drnk” here. Check its spelling, or leave it out' },
        { field: 'suger', message: 'There is no question called “suger” here. Check its spelling, or leave it out' },
      ],
      given,
    });
  });

  it.each([[null], [[]], ['text'], [7], [undefined]])('tells that %j is no set of answers', (given) => {
    expect(readAnswers(tea, today, given)).toMatchObject({
      outcome: 'problems',
      problems: [{ field: '', message: 'Send the answers as a JSON object' }],
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes %s for an unknown field', (name) => {
    const given = JSON.parse(`{"drink":"water","${name}":"x"}`);
    expect(readAnswers(tea, today, given)).toMatchObject({ outcome: 'problems', problems: [{ field: name }] });
  });

  it('names a cell of a table by its row and column', () => {
    const answers = completeAnswers(needsAssessment, {
      hasCarer: 'yes',
      carers: [ada, { ...ada, agreesToContact: 'maybe' }],
    });

    expect(readAnswers(needsAssessment, today, answers)).toMatchObject({
      problems: [
        {
          field: 'carers[1].agreesToContact',
          message: 'Select yes if they have agreed that we contact them',
        },
      ],
    });
  });

  it('drops an empty row and refuses a column that is not there', () => {
    const answers = completeAnswers(needsAssessment, {
      hasCarer: 'yes',
      carers: [
        { name: '', contact: ' ' },
        { ...ada, fax: '1' },
      ],
    });

    expect(readAnswers(needsAssessment, today, answers)).toMatchObject({
      problems: [{ field: 'carers[0].fax', message: expect.stringContaining('“fax”') }],
    });
  });

  it.each([
    { answer: { reportAbuse: 'danger' }, exit: 'immediate-danger', action: 'call-999' },
    { answer: { reportAbuse: 'yes' }, exit: 'report-abuse', action: 'report-abuse' },
  ])('leaves by $exit even when all else is wrong, and gives everything back', ({ answer, exit, action }) => {
    const given = { ...answer, dateOfBirth: 'soon', firstName: 7, whatMatters: 'My cat' };

    expect(readAnswers(needsAssessment, today, given)).toMatchObject({
      outcome: 'exit',
      exits: [{ id: exit, action }],
      given,
    });
  });

  it('names an exit in the only issue of the schema', () => {
    const parsed = answersSchema(needsAssessment, today).safeParse({ reportAbuse: 'danger' });

    expect(parsed.error?.issues).toMatchObject([
      {
        path: ['reportAbuse'],
        message: expect.stringMatching(/^Call 999 now\./),
        params: { exit: 'immediate-danger' },
      },
    ]);
  });
});

describe('readPage', () => {
  const saved = { reportAbuse: 'no', filledInBy: 'helper', hasCarer: 'yes' };

  it('reads a page by what other pages said, and keeps the other answers', () => {
    expect(readPage(needsAssessment, 'helper-agreement', today, saved, { personAgrees: 'yes' })).toEqual({
      ok: true,
      answers: { ...saved, personAgrees: 'yes' },
    });
  });

  it('asks for what the page itself opens', () => {
    expect(readPage(needsAssessment, 'helper-agreement', today, saved, { personAgrees: 'no' })).toEqual({
      ok: false,
      problems: [{ field: 'helperAuthority', message: 'Select what gives the right to do this' }],
    });
  });

  it('forgets an earlier answer of the page that was taken back', () => {
    const read = readPage(
      needsAssessment,
      'urgent',
      today,
      { ...saved, urgent: ['other'], urgentDetail: 'Cold' },
      { urgent: ['none'] },
    );
    expect(read).toEqual({ ok: true, answers: { ...saved, urgent: ['none'] } });
  });

  it.each([
    { given: {}, problems: [{ field: 'helperPhone', message: 'Enter a phone number or an email address' }] },
    { given: { helperEmail: 'ada@example.com' }, problems: [] },
    { given: { helperPhone: '01632 960 001' }, problems: [] },
  ])('asks for one of several questions, whichever: $given', ({ given, problems }) => {
    const names = {
      helperFirstName: 'Ada',
      helperLastName: 'Okafor',
      helperRelationship: 'child',
      updatesTo: ['helper'],
    };
    const read = readPage(needsAssessment, 'helper', today, saved, { ...names, ...given });

    expect(read.ok ? [] : read.problems).toEqual(problems);
  });

  it('throws for a page that is not there', () => {
    expect(() => readPage(needsAssessment, 'gone', today, {}, {})).toThrow(RangeError);
  });
});
