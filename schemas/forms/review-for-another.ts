import type { Form } from '../form-language.ts';
import { contactQuestions } from './fragments/about-case.ts';
import { ask, page, when } from './fragments/build.ts';
import { startExits, startPages } from './fragments/start.ts';
import { reasonsPage } from './review-request.ts';

/**
 * A request to look at someone else's plan again, sent without signing in: by a carer, a relative, a provider or a professional. Care Act
 * 2014 s.27(1)(b); CB41, CV88, S33. Nothing that the council holds is shown to who sends it.
 */
export const reviewForAnother: Form = {
  id: 'review-for-another',
  version: 1,
  title: 'Ask for a review of someone’s plan',
  audience: 'public',
  intro: [
    'Use this if you look after someone, are their family or friend, or work with them.',
    'If it is your own plan, sign in to your case or contact us instead.',
    'We do not tell you if we know the person, or anything about them. We ask you for their details so that we can find them.',
  ],
  send: 'Send your request',
  exits: startExits,
  sections: [
    { id: 'before-you-start', title: 'Check before you start', pages: startPages },
    {
      id: 'about-you',
      title: 'Tell us about you',
      pages: [
        page('asker', 'About you', [
          ask.choice(
            'askerRole',
            'Who you are',
            'Who are you?',
            [
              ['carer', 'I look after them without pay'],
              ['family', 'I am their family or friend'],
              ['provider', 'I work for a service that supports them'],
              ['professional', 'I work with them in another way, such as a nurse'],
            ],
            { error: 'Select who you are', meets: ['CB41', 'CV88', 'CV89', 'S33'] },
          ),
          ask.text('organisation', 'Organisation', 'If you work with them, who do you work for?', {
            error: 'Enter the name of the organisation you work for',
            when: when('askerRole', 'provider', 'professional'),
            maxLength: 200,
          }),
          ...contactQuestions.filter(({ id }) => id !== 'caseReference'),
        ]),
      ],
    },
    {
      id: 'the-person',
      title: 'Tell us about the person',
      pages: [
        page('the-person', 'The person', [
          ask.text('personName', 'Their name', 'What is their full name?', { maxLength: 200 }),
          ask.yesno('knowsDateOfBirth', 'Date of birth known', 'Do you know their date of birth?', {
            error: 'Select yes if you know their date of birth',
          }),
          ask.date('personDateOfBirth', 'Their date of birth', 'What is their date of birth?', {
            hint: 'For example, 27 3 1950.',
            range: 'past-or-today',
            when: when('knowsDateOfBirth', 'yes'),
          }),
          ask.long('personAddress', 'Their address', 'What is their address?', {
            hint: 'Give as much as you know, with the postcode if you can.',
            when: when('knowsDateOfBirth', 'no'),
            maxLength: 500,
          }),
          ask.text('caseReference', 'Case reference', 'What is the case reference?', {
            hint: 'It is on our letters and emails to them. Leave it blank if you do not have it.',
            optional: true,
            maxLength: 20,
          }),
          ask.choice(
            'personKnows',
            'Whether they know',
            'Do they know that you are asking?',
            [
              ['agrees', 'Yes, and they agree'],
              ['does-not-agree', 'Yes, but they do not agree'],
              ['does-not-know', 'No'],
            ],
            { error: 'Select if they know that you are asking' },
          ),
          ask.long('whyWithoutThem', 'Why without them', 'If they do not know or do not agree, why do you ask?', {
            hint: 'For example, they are too ill, or it could put someone at risk.',
            error: 'Tell us why you ask without them',
            when: when('personKnows', 'does-not-agree', 'does-not-know'),
          }),
        ]),
      ],
    },
    { id: 'the-request', title: 'Tell us what has changed', pages: [reasonsPage] },
  ],
};
