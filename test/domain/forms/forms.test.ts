import { describe, expect, it } from 'vitest';
import {
  checkedAnswers,
  inWords,
  missingAnswers,
  nextStop,
  pagesThatApply,
  reconcile,
  taskList,
} from '../../../domain/forms/forms.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../../schemas/form-language.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { referral } from '../../../schemas/forms/referral.ts';
import { aForm, choiceQuestion, textQuestion } from '../../support/small-forms.ts';

const today = () => '2026-11-21';
const started = { reportAbuse: 'no', filledInBy: 'me' };

/** Two sections: the second can start only after the first; a third asks nothing that must be answered. */
const journey: Form = {
  ...aForm([]),
  exits: [
    { id: 'out', when: { question: 'drink', is: ['wine'] }, title: 'Stop', body: ['Stop here.'], action: 'contact-us' },
  ],
  sections: [
    {
      id: 'one',
      title: 'One thing',
      pages: [
        { id: 'drink', questions: [choiceQuestion('drink', ['tea', 'water', 'wine'])] },
        { id: 'sugar', when: { question: 'drink', is: ['tea'] }, questions: [textQuestion('sugar')] },
        { id: 'cup', questions: [textQuestion('cup')] },
      ],
    },
    { id: 'two', title: 'Two things', after: ['one'], pages: [{ id: 'name', questions: [textQuestion('name')] }] },
    {
      id: 'three',
      title: 'Three things',
      pages: [{ id: 'note', questions: [{ ...textQuestion('note'), optional: true }] }],
    },
  ],
};

describe('pagesThatApply', () => {
  it.each([
    { filledInBy: 'me', helper: false },
    { filledInBy: 'carer', helper: true },
    { filledInBy: 'helper', helper: true },
    { filledInBy: 'professional', helper: true },
  ])('the helper pages apply when the form is filled in by $filledInBy: $helper', ({ filledInBy, helper }) => {
    const pages = pagesThatApply(needsAssessment, { ...started, filledInBy }).map(({ page }) => page.id);
    expect(pages.includes('helper')).toBe(helper);
  });

  it('of a page it gives only the questions that are asked', () => {
    const urgent = (answers: string[]) =>
      pagesThatApply(needsAssessment, { ...started, urgent: answers })
        .find(({ page }) => page.id === 'urgent')
        ?.questions.map(({ id }) => id);

    expect([urgent(['none']), urgent(['other'])]).toEqual([['urgent'], ['urgent', 'urgentDetail']]);
  });
});

describe('nextStop', () => {
  it.each([
    { after: 'drink', answers: { drink: 'tea' }, go: 'page', to: 'sugar' },
    { after: 'drink', answers: { drink: 'water' }, go: 'page', to: 'cup' },
    { after: 'drink', answers: { drink: 'wine' }, go: 'exit', to: 'out' },
    { after: 'cup', answers: { drink: 'water', cup: 'blue' }, go: 'task-list', to: 'one' },
    { after: 'cup', answers: { drink: 'water', cup: 'blue', name: 'Ada' }, go: 'check-answers', to: undefined },
  ])('after $after with $answers: $go $to', ({ after, answers, go, to }) => {
    const stop = nextStop(journey, answers, after);
    const where =
      stop.go === 'page'
        ? stop.visit.page.id
        : stop.go === 'exit'
          ? stop.exit.id
          : stop.go === 'task-list'
            ? stop.done.id
            : undefined;

    expect([stop.go, where]).toEqual([go, to]);
  });

  it('throws for a page that is not there', () => {
    expect(() => nextStop(journey, {}, 'gone')).toThrow(RangeError);
  });
});

describe('taskList', () => {
  it.each([
    { answers: {}, statuses: ['not-started', 'cannot-start-yet', 'optional'], first: 'drink' },
    { answers: { drink: 'tea' }, statuses: ['in-progress', 'cannot-start-yet', 'optional'], first: 'sugar' },
    { answers: { drink: 'water', cup: 'blue' }, statuses: ['completed', 'not-started', 'optional'], first: 'drink' },
    {
      answers: { drink: 'water', cup: 'blue', name: 'Ada', note: 'Hot' },
      statuses: ['completed', 'completed', 'completed'],
      first: 'drink',
    },
  ])('with $answers: $statuses', ({ answers, statuses, first }) => {
    const rows = taskList(journey, answers);

    expect(rows.map(({ status }) => status)).toEqual(statuses);
    expect(rows[0]?.firstPage.id).toBe(first);
  });

  it('leaves out a section that does not apply', () => {
    const ids = (answers: Record<string, string>) =>
      taskList(needsAssessment, answers).map(({ section }) => section.id);
    expect([ids(started).includes('helper'), ids({ ...started, filledInBy: 'helper' }).includes('helper')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('missingAnswers', () => {
  it('finds the 1 answer taken out of a complete form, and where it is asked', () => {
    const { betterLife, ...rest } = completeAnswers(needsAssessment);

    expect(betterLife).toBeTypeOf('string');
    expect(
      missingAnswers(needsAssessment, rest).map(({ section, page, question }) => [section.id, page.id, question.id]),
    ).toEqual([['what-matters', 'goals', 'betterLife']]);
  });

  it.each([
    { form: needsAssessment, filledInBy: 'helper' },
    { form: carersAssessment, filledInBy: 'professional' },
    { form: jointAssessment, filledInBy: 'helper' },
    { form: referral, filledInBy: 'professional' },
  ])('asks for one of two ways to reach a helper, whichever: $form.id', ({ form, filledInBy }) => {
    const { helperPhone, helperEmail: _, ...neither } = completeAnswers(form, { filledInBy });
    const missing = (answers: Answers) => missingAnswers(form, answers).map(({ question }) => question);

    expect(helperPhone).toBeTypeOf('string');
    expect(missing({ ...neither, helperEmail: 'ada@example.com' })).toEqual([]);
    expect(missing(neither)).toMatchObject([
      { id: 'helperPhone', error: 'Enter a phone number or an email address', optional: true },
    ]);
  });
});

describe('reconcile', () => {
  it('keeps what fits a changed form, names what does not, and what to ask', () => {
    const changed = aForm([choiceQuestion('drink', ['coffee', 'water']), textQuestion('cup'), textQuestion('new')]);

    expect(reconcile(changed, { drink: 'tea', cup: 'blue', sugar: 'two' }, today)).toEqual({
      answers: { cup: 'blue' },
      dropped: ['drink', 'sugar'],
      toAsk: ['drink', 'new'],
    });
  });

  it('drops what a changed condition asks no more', () => {
    const changed = aForm([
      choiceQuestion('drink', ['tea', 'water']),
      { ...textQuestion('sugar'), when: { question: 'drink', is: ['tea'] } },
    ]);

    expect(reconcile(changed, { drink: 'water', sugar: 'two' }, today)).toEqual({
      answers: { drink: 'water' },
      dropped: ['sugar'],
      toAsk: [],
    });
  });

  it('leaves complete answers as they are', () => {
    const answers = completeAnswers(needsAssessment, { filledInBy: 'helper' });
    expect(reconcile(needsAssessment, answers, today)).toEqual({ answers, dropped: [], toAsk: [] });
  });
});

describe('inWords', () => {
  it.each([
    { id: 'dateOfBirth', answer: '1950-03-27', lines: ['27 March 1950'] },
    { id: 'reportAbuse', answer: 'no', lines: ['No'] },
    {
      id: 'urgent',
      answer: ['other', 'leaving-hospital'],
      lines: ['Something else is urgent', 'Leaving hospital in the next 48 hours'],
    },
    { id: 'whatMatters', answer: 'My cat\nMy home', lines: ['My cat', 'My home'] },
    { id: 'strengths', answer: undefined, lines: ['Not provided'] },
    {
      id: 'carers',
      answer: [{ name: 'Ada', relationship: 'Daughter', agreesToContact: 'yes' }],
      lines: ['Name: Ada; Who they are: Daughter; Agrees that we contact them: Yes'],
    },
  ])('$id $answer reads $lines', ({ id, answer, lines }) => {
    const question = questionsOf(needsAssessment).find((one) => one.question.id === id)?.question;
    expect(question && inWords(question, answer)).toEqual(lines);
  });

  it('shows a number as it is', () => {
    expect(inWords({ ...textQuestion('it'), type: 'num', min: 0, max: 9 }, 0)).toEqual(['0']);
  });

  it('shows pence as pounds', () => {
    expect(inWords({ ...textQuestion('it'), type: 'money' }, 12_050)).toEqual(['£120.50']);
  });
});

describe('checkedAnswers', () => {
  it('has one line for every question that is asked, and none for others', () => {
    const answers = completeAnswers(journey, { drink: 'water' });

    expect(checkedAnswers(journey, answers).map(({ question, lines }) => [question.id, ...lines])).toEqual([
      ['drink', 'Water'],
      ['cup', 'About cup'],
      ['name', 'About name'],
      ['note', 'Not provided'],
    ]);
  });
});
