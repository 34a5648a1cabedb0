import type { Form } from '../form-language.ts';
import { contactPage } from './fragments/about-case.ts';
import { ask, page, when } from './fragments/build.ts';

/** A question about a decision, put to the worker who assessed the person or made it, before or instead of a complaint. L31, CB24, CB40. */
export const query: Form = {
  id: 'query',
  version: 1,
  title: 'Ask about a decision',
  audience: 'public',
  intro: [
    'The worker who assessed you, or who made the decision, will explain it to you.',
    'You can complain at any time instead, and an independent advocate can help you.',
  ],
  send: 'Send your question',
  exits: [],
  sections: [
    { id: 'about-you', title: 'Tell us about you', pages: [contactPage] },
    {
      id: 'the-question',
      title: 'Ask your question',
      pages: [
        page('question', 'Your question', [
          ask.choice(
            'decisionAbout',
            'Which decision',
            'Which decision is it about?',
            [
              ['eligibility', 'Whether I can get support'],
              ['budget', 'My budget'],
              ['charge', 'What I pay'],
              ['plan', 'My plan'],
              ['review', 'My review'],
              ['review-request', 'My request for a review'],
              ['other', 'Something else'],
            ],
            { error: 'Select which decision it is about', meets: ['L31', 'CB24', 'CB40'] },
          ),
          ask.long('question', 'Your question', 'What would you like us to explain?', {
            error: 'Tell us what you would like us to explain',
          }),
          ask.yesno('disagrees', 'Disagrees', 'Do you think the decision is wrong?', {
            error: 'Select yes if you think the decision is wrong',
          }),
          ask.long('whyWrong', 'Why it is wrong', 'Why do you think it is wrong?', {
            error: 'Tell us why you think it is wrong',
            when: when('disagrees', 'yes'),
          }),
          ask.yesno('wantsAdvocate', 'Advocate', 'Would you like an independent advocate to help you?', {
            error: 'Select yes if you would like an advocate',
            meets: ['CB50'],
          }),
        ]),
      ],
    },
  ],
};
