import { describe, expect, it } from 'vitest';
import { isNhsNumber } from '../../schemas/answer-kinds.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { Question } from '../../schemas/form-language.ts';
import { aForm, textQuestion } from '../support/small-forms.ts';

const today = () => '2026-11-21';
const asked = { id: 'it', label: 'What is it?', name: 'It', error: 'Enter it' };
const dateOfBirth: Question = {
  ...asked,
  type: 'date',
  name: 'Date of birth',
  range: 'past',
  minimumAge: { years: 18, error: 'You must be 18 or over to use this form.' },
};

/** The sentence that an answer gets, or how it is stored. */
const judged = (question: Question, answer: unknown): unknown => {
  const read = readAnswers(aForm([question]), today, { it: answer });
  if (read.outcome === 'problems') return read.problems.map(({ message }) => message).join(' + ');
  return read.outcome === 'complete' ? { stored: read.answers.it } : read.outcome;
};

describe('a date', () => {
  const tooYoung = 'You must be 18 or over to use this form.';
  it.each([
    { given: '1950-03-27', gets: { stored: '1950-03-27' } },
    { given: ' 1950-03-27 ', gets: { stored: '1950-03-27' } },
    { given: '2008-11-20', gets: { stored: '2008-11-20' } },
    { given: '2008-11-21', gets: { stored: '2008-11-21' } },
    { given: '2008-11-22', gets: tooYoung },
    { given: '2026-11-20', gets: tooYoung },
    { given: '2026-11-21', gets: 'Date of birth must be in the past' },
    { given: '2026-11-22', gets: 'Date of birth must be in the past' },
    { given: '50-03-27', gets: 'Date of birth: year must include 4 numbers' },
    { given: '19500-03-27', gets: 'Date of birth: year must include 4 numbers' },
    { given: '50--27', gets: 'Date of birth must include a month' },
    { given: '1950-02-31', gets: 'Date of birth must be a real date' },
    { given: '1951-02-29', gets: 'Date of birth must be a real date' },
    { given: '1952-02-29', gets: { stored: '1952-02-29' } },
    { given: '1899-12-31', gets: 'Date of birth must be in 1900 or later' },
    { given: '1900-01-01', gets: { stored: '1900-01-01' } },
    { given: '1950-03-', gets: 'Date of birth must include a day' },
    { given: '-03-', gets: 'Date of birth must include a day and a year' },
    { given: '27 March 1950', gets: 'Date of birth must be a real date' },
    { given: 19500327, gets: 'Enter it' },
    { given: '', gets: 'Enter it' },
    { given: null, gets: 'Enter it' },
  ])('$given gets $gets', ({ given, gets }) => {
    expect(judged(dateOfBirth, given)).toEqual(gets);
  });

  it.each([
    { born: '2008-02-29', on: '2026-02-28', adult: false },
    { born: '2008-02-29', on: '2026-03-01', adult: true },
  ])('somebody born on $born is adult on $on: $adult', ({ born, on, adult }) => {
    expect(readAnswers(aForm([dateOfBirth]), () => on, { it: born }).outcome).toBe(adult ? 'complete' : 'problems');
  });

  it.each([
    { range: 'past-or-today', given: '2026-11-21', gets: { stored: '2026-11-21' } },
    { range: 'past-or-today', given: '2026-11-22', gets: 'It must be today or in the past' },
    { range: 'today-or-future', given: '2026-11-21', gets: { stored: '2026-11-21' } },
    { range: 'today-or-future', given: '2026-11-20', gets: 'It must be today or in the future' },
  ] as const)('$range: $given gets $gets', ({ range, given, gets }) => {
    expect(judged({ ...asked, type: 'date', range }, given)).toEqual(gets);
  });
});

describe('shapes', () => {
  const postcode = 'It must be a full UK postcode, like AA3 1AB';
  const phone = 'It must be like 01632 960 001 or +44 808 157 0192';
  const nino = 'It must be like QQ 12 34 56 C';
  const nhsno = 'It must be a real 10 digit NHS number, like 943 476 5919';
  const email = 'It must be like name@example.com';
  it.each<{ type: 'postcode' | 'phone' | 'nino' | 'nhsno' | 'email'; given: unknown; gets: unknown }>([
    { type: 'postcode', given: 'le38ra', gets: { stored: 'LE3 8RA' } },
    { type: 'postcode', given: ' SW1A  1AA ', gets: { stored: 'SW1A 1AA' } },
    { type: 'postcode', given: 'LE3 8R', gets: postcode },
    { type: 'postcode', given: 'LE3', gets: postcode },
    { type: 'postcode', given: 'LE3 8RAA', gets: postcode },
    { type: 'phone', given: '01632 960 001', gets: { stored: '01632 960 001' } },
    { type: 'phone', given: '(0116) 232-3232', gets: { stored: '(0116) 232-3232' } },
    { type: 'phone', given: '+33 1 23 45 67 89', gets: { stored: '+33 1 23 45 67 89' } },
    { type: 'phone', given: '0044 116 232 3232', gets: { stored: '0044 116 232 3232' } },
    ...[
      '18001 01632 960001',
      '18002 07700 900001',
      '01632 960001 ext 12',
      '01632 960001 x12',
      '01632 960001 or 07700 900001',
      '01632 960001/07700 900001',
      '01632 960001 07700 900001',
      '07700 900001 after 6',
      '07700–900–001',
      '01632\u2011960001',
      '+44 (0)1632 960001',
      'Ward 4: 01632 960001',
      '01632 960001, between 9 and 5',
    ].map((given) => ({ type: 'phone' as const, given, gets: { stored: given } })),
    { type: 'phone', given: '12345', gets: phone },
    { type: 'phone', given: 'after 6', gets: phone },
    { type: 'phone', given: '18001', gets: phone },
    { type: 'phone', given: `01632 960001 ${'x'.repeat(100)}`, gets: 'Shorten “It” to 100 characters or fewer' },
    { type: 'phone', given: '01632 960', gets: phone },
    { type: 'phone', given: 'call my son', gets: phone },
    { type: 'nino', given: 'ab 12 34 56 c', gets: { stored: 'AB123456C' } },
    { type: 'nino', given: 'BG123456A', gets: nino },
    { type: 'nino', given: 'AB123456E', gets: nino },
    { type: 'nino', given: 'AO123456A', gets: nino },
    { type: 'nhsno', given: '943 476 5919', gets: { stored: '9434765919' } },
    { type: 'nhsno', given: '943 476 5918', gets: nhsno },
    { type: 'nhsno', given: '943 476 591', gets: nhsno },
    { type: 'email', given: ' rose@example.com ', gets: { stored: 'rose@example.com' } },
    { type: 'email', given: 'rose@', gets: email },
    { type: 'email', given: 7, gets: email },
  ])('$type: $given gets $gets', ({ type, given, gets }) => {
    expect(judged({ ...asked, type }, given)).toEqual(gets);
  });

  it('an NHS number whose check value is 10 is none, whatever its last digit', () => {
    const endings = [...'0123456789'].map((last) => `400000008${last}`);
    expect(endings.filter(isNhsNumber)).toEqual([]);
  });
});

describe('words and amounts', () => {
  const amount = 'It must be an amount of money, like 41.55';
  it.each<{ question: Question; given: unknown; gets: unknown; description: string }>([
    {
      description: '200 characters',
      question: textQuestion('it'),
      given: 'x'.repeat(200),
      gets: { stored: 'x'.repeat(200) },
    },
    {
      description: '201 characters',
      question: textQuestion('it'),
      given: 'x'.repeat(201),
      gets: 'Shorten “It” to 200 characters or fewer',
    },
    {
      description: '5,000 long',
      question: { ...asked, type: 'long' },
      given: 'x'.repeat(5000),
      gets: { stored: 'x'.repeat(5000) },
    },
    {
      description: '5,001 long',
      question: { ...asked, type: 'long' },
      given: 'x'.repeat(5001),
      gets: 'Shorten “It” to 5,000 characters or fewer',
    },
    {
      description: 'a limit of 3',
      question: { ...asked, type: 'long', maxLength: 3 },
      given: 'four',
      gets: 'Shorten “It” to 3 characters or fewer',
    },
    {
      description: 'line ends counted once',
      question: { ...asked, type: 'long', maxLength: 3 },
      given: 'a\r\nb',
      gets: { stored: 'a\nb' },
    },
    { description: 'spaces only', question: textQuestion('it'), given: '   ', gets: 'Enter it' },
    { description: 'a number for text', question: textQuestion('it'), given: 7, gets: 'It must be text' },
    { description: 'money of 0', question: { ...asked, type: 'money' }, given: 0, gets: { stored: 0 } },
    { description: 'money below 0', question: { ...asked, type: 'money' }, given: -1, gets: 'It must be £0 or more' },
    { description: 'half pence', question: { ...asked, type: 'money' }, given: 1.5, gets: amount },
    { description: 'money as words', question: { ...asked, type: 'money' }, given: 'ten', gets: amount },
    {
      description: 'the highest number',
      question: { ...asked, type: 'num', min: 0, max: 168 },
      given: 168,
      gets: { stored: 168 },
    },
    {
      description: 'a number too high',
      question: { ...asked, type: 'num', min: 0, max: 168 },
      given: 169,
      gets: 'It must be 168 or less',
    },
    {
      description: 'a number too low',
      question: { ...asked, type: 'num', min: 1, max: 168 },
      given: 0,
      gets: 'It must be 1 or more',
    },
    {
      description: 'a document id',
      question: { ...asked, type: 'file' },
      given: ['doc-0001'],
      gets: { stored: ['doc-0001'] },
    },
    {
      description: 'a path as a document',
      question: { ...asked, type: 'file' },
      given: ['../../etc/passwd'],
      gets: 'It: upload the document again',
    },
    {
      description: '2 documents where 1 may be',
      question: { ...asked, type: 'file', maxFiles: 1 },
      given: ['doc-0001', 'doc-0002'],
      gets: 'You can only upload up to 1 documents',
    },
  ])('$description', ({ question, given, gets }) => {
    expect(judged(question, given)).toEqual(gets);
  });
});

describe('several choices', () => {
  const multi: Question = {
    ...asked,
    type: 'multi',
    alone: 'none',
    options: ['tea', 'water', 'none'].map((value) => ({ value, label: value })),
  };
  it.each([
    { given: ['tea', 'water'], gets: { stored: ['tea', 'water'] } },
    { given: ['tea', 'tea'], gets: { stored: ['tea'] } },
    { given: ['none'], gets: { stored: ['none'] } },
    { given: ['tea', 'none'], gets: 'Select either “none” or something else, and not both' },
    { given: ['wine'], gets: 'Enter it' },
    { given: [], gets: 'Enter it' },
    { given: 'tea', gets: 'Enter it' },
  ])('$given gets $gets', ({ given, gets }) => {
    expect(judged(multi, given)).toEqual(gets);
  });
});
