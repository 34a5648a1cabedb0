import { type Answer, type Answers, askedQuestions, type Row, unmetPages } from '../../schemas/form-conditions.ts';
import type { Column, Form, Question } from '../../schemas/form-language.ts';

/**
 * The least set of realistic answers that a form accepts as sent: one person's story, Rose Okafor of Leicester, born in 1948.
 *
 * Only what must be answered is; exits are avoided, and where a choice leaves it open the first one is taken, or "none". What
 * `overrides` opens up is answered too, so `completeAnswers(form, { filledInBy: 'helper' })` has a helper with a name.
 */
export const completeAnswers = (form: Form, overrides: Answers = {}): Answers => {
  let answers: Answers = {};
  // Each round answers what the last one opened; a form of n questions needs at most n rounds.
  for (;;) {
    const next: Answers = {};
    const asked = askedQuestions(form, { ...answers, ...overrides });
    for (const question of asked) {
      const given = overrides[question.id] ?? (question.optional ? undefined : exampleAnswer(form, question));
      if (given !== undefined) next[question.id] = given;
    }
    for (const { question } of unmetPages(form, asked, next)) next[question.id] = exampleAnswer(form, question);
    if (JSON.stringify(next) === JSON.stringify(answers)) return next;
    answers = next;
  }
};

/** A believable answer to one question of a form. */
export const exampleAnswer = (form: Form, question: Question): Answer => {
  const exits = form.exits.flatMap(({ when }) =>
    'question' in when && when.question === question.id && 'is' in when ? when.is : [],
  );
  switch (question.type) {
    case 'yesno':
      return exits.includes('yes') || (!exits.includes('no') && usuallyNo.test(question.id)) ? 'no' : 'yes';
    case 'multi':
      return [question.alone ?? question.options[0]?.value ?? ''];
    case 'table':
      return [
        Object.fromEntries(
          question.columns.filter((column) => !column.optional).map((column) => [column.id, cell(column)]),
        ) as Row,
      ];
    case 'file':
      return ['doc-0001-statement'];
    default:
      return known[question.id] ?? cell(question);
  }
};

const usuallyNo = /^(cannotGoOn|inHospital|interpreterNeeded|hardTo|lowMood|riskOfFalls|.*Varies)/;

const known: Record<string, string> = {
  firstName: 'Rose',
  lastName: 'Okafor',
  helperFirstName: 'Ada',
  helperLastName: 'Okafor',
  dateOfBirth: '1948-03-02',
  postcode: 'LE3 8RA',
  addressLine1: '12 Sycamore Road',
  town: 'Leicester',
  declaration: 'Rose Okafor',
  carerFirstName: 'Ada',
  carerLastName: 'Okafor',
  carerDateOfBirth: '1975-07-19',
  carerAddressLine1: '12 Sycamore Road',
  carerTown: 'Leicester',
  carerDeclaration: 'Ada Okafor',
};

const cell = (asked: Exclude<Question, { type: 'table' | 'file' }> | Column): string | number | string[] => {
  switch (asked.type) {
    case 'multi':
      return [asked.options[0]?.value ?? ''];
    case 'date':
      return asked.range === 'today-or-future' ? '2099-01-05' : '2020-01-06';
    case 'yesno':
      return 'yes';
    case 'choice':
      return asked.options[0]?.value ?? '';
    case 'num':
      return asked.min;
    case 'money':
      return 12_050;
    case 'email':
      return 'rose.okafor@example.com';
    case 'phone':
      return '01632 960 001';
    case 'postcode':
      return 'LE3 8RA';
    case 'nhsno':
      return '9434765919';
    case 'nino':
      return 'AB123456C';
    case 'sign':
      return 'Rose Okafor';
    default:
      return `About ${asked.name.charAt(0).toLowerCase()}${asked.name.slice(1)}`
        .replaceAll('’', "'")
        .slice(0, asked.maxLength ?? 200);
  }
};
