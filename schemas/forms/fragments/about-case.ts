import type { Page, Question } from '../../form-language.ts';
import { ask } from './build.ts';

/** Who asks about a case, and how to answer them: the start of a query, a complaint and a review request. */
export const contactQuestions: Question[] = [
  ask.text('fullName', 'Your name', 'What is your full name?', { error: 'Enter your full name', autocomplete: 'name' }),
  ask.text('caseReference', 'Case reference', 'What is the case reference?', {
    hint: 'It is on our letters and emails. Leave it blank if you do not have it.',
    optional: true,
    maxLength: 20,
  }),
  ask.choice(
    'replyBy',
    'How to answer',
    'How should we answer you?',
    [
      ['email', 'By email'],
      ['phone', 'By phone'],
      ['post', 'By post'],
    ],
    { error: 'Select how we should answer you' },
  ),
  {
    id: 'email',
    type: 'email',
    label: 'What is your email address?',
    name: 'Email address',
    error: 'Enter your email address',
    autocomplete: 'email',
    when: { question: 'replyBy', is: ['email'] },
  },
  {
    id: 'phone',
    type: 'phone',
    label: 'What is your phone number?',
    name: 'Phone number',
    error: 'Enter your phone number',
    autocomplete: 'tel',
    when: { question: 'replyBy', is: ['phone'] },
  },
  ask.long('postalAddress', 'Postal address', 'What is your address?', {
    error: 'Enter your address',
    autocomplete: 'street-address',
    when: { question: 'replyBy', is: ['post'] },
    maxLength: 500,
  }),
];

/** Their page. */
export const contactPage: Page = { id: 'contact', title: 'About you', questions: contactQuestions };
