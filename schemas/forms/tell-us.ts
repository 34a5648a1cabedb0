import type { Form } from '../form-language.ts';
import { ask, column, page, when } from './fragments/build.ts';
import { startExits, startPages } from './fragments/start.ts';

/** News from a person with a case: what changed, and how soon it matters. S47, S48, L43; Care Act 2014 s.27(4). */
export const change: Form = {
  id: 'change',
  version: 1,
  title: 'Tell us something has changed',
  audience: 'public',
  intro: ['Tell us as soon as something changes. We check if it changes your support or what you pay.'],
  send: 'Send this to us',
  exits: startExits,
  sections: [
    { id: 'before-you-start', title: 'Check before you start', pages: startPages },
    {
      id: 'the-change',
      title: 'Tell us what has changed',
      pages: [
        page('what-changed', 'What has changed', [
          ask.multi(
            'changed',
            'What has changed',
            'What has changed?',
            [
              ['needs', 'What I need, or my health'],
              ['money', 'My money'],
              ['people', 'Who lives with me or helps me'],
              ['provider', 'Who gives me support, or how it is arranged'],
              ['direct-payment', 'I want my budget paid to me, as a direct payment'],
              ['other', 'Something else'],
            ],
            { error: 'Select what has changed', meets: ['S47', 'L43'] },
          ),
          ask.long('changeDetail', 'What happened', 'What happened?', { error: 'Tell us what happened' }),
          ask.yesno('changeUrgent', 'Urgent', 'Do you need help because of it in the next few days?', {
            error: 'Select yes if you need help in the next few days',
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

/** Whom a person wants at their review, told to the worker before it. CB35, CB36. */
export const invitation: Form = {
  id: 'invitation',
  version: 1,
  title: 'Say who you want at your review',
  audience: 'public',
  intro: ['You can ask anyone who matters to you: family, carers, people who give you support, or an advocate.'],
  send: 'Send this to us',
  exits: [],
  sections: [
    {
      id: 'guests',
      title: 'Say who comes',
      pages: [
        page('guests', 'Who comes', [
          ask.table(
            'guests',
            'People',
            'Who do you want to be there?',
            'person',
            [
              column.text('name', 'Name'),
              column.text('role', 'How you know them'),
              column.text('contact', 'How we can reach them', true),
            ],
            { meets: ['CB35', 'CB36'] },
          ),
        ]),
        page('guests-need', 'What would help', [
          ask.long('guestsNeed', 'What would make it easier', 'What would make it easier for you or for them?', {
            hint: 'For example a time of day, a quiet room, or an interpreter.',
            optional: true,
          }),
        ]),
      ],
    },
  ],
};

/** A wish to move a visit that is arranged, or to call it off: it goes to whoever arranges it. */
export const visitChange: Form = {
  id: 'visit-change',
  version: 1,
  title: 'Ask to move or call off a visit',
  audience: 'public',
  intro: ['The visit stays as it is until we tell you. If it is today or tomorrow, call us as well.'],
  send: 'Send this to us',
  exits: [],
  sections: [
    {
      id: 'visit-change',
      title: 'What you want to change',
      pages: [
        page('visit-change', 'The visit', [
          ask.choice(
            'visitFor',
            'Which visit',
            'Which visit is it?',
            [
              ['assessment', 'The visit for the assessment'],
              ['review', 'The visit for the review'],
            ],
            { error: 'Select which visit it is' },
          ),
          ask.choice(
            'visitWish',
            'What you want',
            'What do you want?',
            [
              ['move', 'Another day, time or place'],
              ['call-off', 'Call it off for now'],
            ],
            { error: 'Select what you want' },
          ),
          ask.long('visitTimes', 'Days and times', 'Which days, times or places are best?', {
            error: 'Tell us which days, times or places are best',
            when: when('visitWish', 'move'),
          }),
          ask.long('visitWhy', 'Why', 'Why do you want to call it off?', {
            error: 'Tell us why you want to call it off',
            when: when('visitWish', 'call-off'),
          }),
        ]),
      ],
    },
  ],
};

/** What a person does not agree with in the record of their review, in place of a signature. Care Act 2014 s.27(5). */
export const reviewDisagreement: Form = {
  id: 'review-disagreement',
  version: 1,
  title: 'Say that you do not agree with a review',
  audience: 'public',
  intro: ['Your plan stays as it is meanwhile. You can complain at any time instead.'],
  send: 'Send this to us',
  exits: [],
  sections: [
    {
      id: 'disagreement',
      title: 'What you do not agree with',
      pages: [
        page('disagreement', 'What you do not agree with', [
          ask.long('reviewWrong', 'What is wrong', 'What do you not agree with?', {
            error: 'Tell us what you do not agree with',
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
