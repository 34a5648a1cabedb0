import { ask, list, page, section } from './fragments/build.ts';

/** Somebody whom the person wants to help with their plan: who, as whom, what they may do and until when. S6, CB6, CB7, CB9. */
export const planInvitationForm = list({
  id: 'plan-invitation',
  version: 1,
  title: 'Invite someone to help with the plan',
  audience: 'public',
  intro: [
    'They get a link by email. They also need a code, which you find beside the plan. Give it to them in person or by phone.',
    'They see the plan that is being written. They do not see anything else that we know.',
  ],
  send: 'Invite them',
  exits: [],
  sections: [
    section('who', 'Who it is', [
      page('who', 'Who it is', [
        ask.text('name', 'Their name', 'What is their name?', {
          maxLength: 100,
          error: 'Enter the name of who should help',
        }),
        ask.email('email', 'Their email address', 'What is their email address?', {
          error: 'Enter their email address, like name@example.com',
        }),
        ask.choice(
          'invitedAs',
          'Who they are',
          'Who are they?',
          [
            ['family-or-friend', 'Family or a friend'],
            ['provider', 'Someone who gives support, such as a care worker or their manager'],
            ['planner', 'An independent support planner'],
            ['advocate', 'An independent advocate'],
          ],
          { error: 'Select who they are' },
        ),
        ask.choice(
          'invitedMay',
          'What they may do',
          'What may they do?',
          [
            ['read', 'Read the plan'],
            ['suggest', 'Read it, and suggest what to write'],
            ['write', 'Write in it'],
          ],
          { error: 'Select what they may do' },
        ),
        ask.yesno('seesMoney', 'Money', 'May they see the money in the plan?', {
          hint: 'What there is to spend, and what each part costs.',
          error: 'Select yes if they may see the money in the plan',
        }),
        ask.date('until', 'Until when', 'Until which day?', {
          hint: 'Leave it blank for four weeks. You can take them out at any time.',
          range: 'today-or-future',
          reach: 'any',
          optional: true,
          error: 'Enter the last day on which they may help',
        }),
      ]),
    ]),
  ],
});
