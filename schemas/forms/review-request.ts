import type { Form, Page } from '../form-language.ts';
import { contactPage } from './fragments/about-case.ts';
import { ask, page, when } from './fragments/build.ts';
import { startExits, startPages } from './fragments/start.ts';

/** Why a review is asked for, and how soon: the same whoever asks. */
export const reasonsPage: Page = page('request-reasons', 'What has changed', [
  ask.multi(
    'reviewReasons',
    'What has changed',
    'What has changed?',
    [
      ['needs-changed', 'Needs have changed'],
      ['support-no-longer-meets-needs', 'The support does not meet the needs any more'],
      ['outcomes-not-reached', 'The plan does not help to do what was wanted'],
      ['major-change-wanted', 'A big change to the plan is wanted'],
      ['unmanageable-risks', 'There are risks we cannot manage'],
      ['council-asks', 'The council asked for it'],
      ['crisis', 'There is a crisis'],
      ['money-changed', 'Money has changed'],
      ['other', 'Something else'],
    ],
    {
      error: 'Select what has changed',
      meets: ['CB42', 'CB43', 'CB44', 'CB45', 'CB46', 'S32', 'S50', 'L43'],
    },
  ),
  ask.long('requestDetail', 'More about it', 'What happened?', {
    error: 'Tell us what happened',
    meets: ['S34'],
  }),
  ask.yesno('requestUrgent', 'Urgent', 'Is it urgent?', { error: 'Select yes if it is urgent' }),
  ask.long('requestUrgentWhy', 'Why it is urgent', 'Why is it urgent?', {
    error: 'Tell us why it is urgent',
    when: when('requestUrgent', 'yes'),
  }),
]);

/**
 * A request to look at a plan again, open to the person, carers, providers and the council at any time. Care Act 2014 s.27(1)(b).
 *
 * What staff decide about it, with reasons and the date on which the person is told, is recorded by staff, not asked here.
 */
export const reviewRequest: Form = {
  id: 'review-request',
  version: 1,
  title: 'Ask for a review, or tell us about a change',
  audience: 'public',
  intro: ['You can ask at any time if your needs, your money or your support have changed.'],
  send: 'Send your request',
  exits: startExits,
  sections: [
    { id: 'before-you-start', title: 'Check before you start', pages: startPages },
    { id: 'about-you', title: 'Tell us about you', pages: [contactPage] },
    {
      id: 'the-request',
      title: 'Tell us what has changed',
      pages: [
        page('requester', 'Who is asking', [
          ask.choice(
            'requesterRole',
            'Who is asking',
            'Who are you?',
            [
              ['person', 'The person with the plan'],
              ['carer', 'Their carer'],
              ['family', 'Their family or friend'],
              ['provider', 'Someone who gives them paid support'],
              ['council', 'Someone from the council'],
            ],
            { error: 'Select who you are', meets: ['CB41', 'CV88', 'S33'] },
          ),
          ask.text('aboutWhom', 'Whose plan it is', 'Whose plan is it?', {
            error: 'Enter the name of the person with the plan',
            when: when('requesterRole', 'carer', 'family', 'provider', 'council'),
          }),
        ]),
        reasonsPage,
      ],
    },
  ],
};
