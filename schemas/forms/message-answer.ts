import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';
import { harmPage } from './fragments/staff-worries.ts';

const toldUs = [{ list: 'change', question: 'changeDetail', beside: true as const }];

const sentUs = [
  ...toldUs,
  { list: 'send-documents', question: 'documents', beside: true as const },
  ...['guests', 'guestsNeed'].map((question) => ({ list: 'invitation', question, beside: true as const })),
];

const done = ask.long('whatWasDone', 'What was done', 'What was done about it?', { notInCopy: true });
const answer = ask.long('answer', 'Answer', 'What do you tell the person?', { copy: 'Our answer' });

/** What was done about a change that the person told us of, and what to say to them. Care Act 2014 s.27(4). */
export const changeAnswer = list({
  id: 'change-answer',
  version: 1,
  title: 'Answer to what the person told us',
  audience: 'staff',
  intro: ['Look at whether it changes needs, support or what the person pays.'],
  copyTitle: 'Our answer to what you told us',
  send: 'Send the answer',
  exits: [],
  sections: [
    section('answer', 'Answer the message', [
      page(
        'answer',
        'Answer',
        [
          { ...done, known: sentUs },
          answer,
          ask.choice(
            'leadsTo',
            'What follows',
            'What follows from it for the plan?',
            [
              ['nothing', 'Nothing more'],
              ['small-change', 'A small change, without a review'],
              ['review', 'The plan is reviewed sooner'],
              ['reassess', 'Needs are assessed again'],
              ['moves-away', 'The person moves to another council’s area'],
            ],
            {
              optional: true,
              law: [
                law.confirmed(
                  'Needs or circumstances that changed in a way that affects the plan are assessed again as far as appropriate.',
                  'Care Act 2014 s.27(4)',
                ),
                law.fromMemory(
                  'A small change that the person asks for and is content with needs no full review.',
                  'Statutory guidance, chapter 13',
                ),
              ],
              copy: 'What follows for your plan',
            },
          ),
          ask.yesno('moneyChanged', 'Money has changed', 'Has what the person can pay changed?', {
            law: [law.confirmed('Then the finances are assessed again.', 'Care Act 2014 s.27(4)')],
            copy: 'We work out again what you pay',
          }),
        ],
        {
          opens: [
            {
              work: 'send-plan-to-council',
              when: when('leadsTo', 'moves-away'),
              reason: 'The person moves to another council’s area. Support runs until they arrive',
            },
            {
              work: 'assess-finances',
              when: when('moneyChanged', 'yes'),
              reason: 'The person told us of a change, and what they can pay has changed',
            },
          ],
        },
      ),
      harmPage(toldUs),
    ]),
  ],
});

/** What was done about news of money, and what to say to the person. Care Act 2014 ss.17 and 27(4). */
export const moneyAnswer = list({
  id: 'money-answer',
  version: 1,
  title: 'Answer to what the person told us about money',
  audience: 'staff',
  intro: ['Look at whether the finances must be assessed again.'],
  copyTitle: 'Our answer to what you told us',
  send: 'Send the answer',
  exits: [],
  sections: [
    section('answer', 'Answer the message', [
      page(
        'answer',
        'Answer',
        [
          { ...done, known: toldUs },
          answer,
          ask.yesno('assessAgain', 'Assess finances again', 'Must the finances be assessed again?', {
            copy: 'We work out again what you pay',
          }),
        ],
        {
          opens: [
            {
              work: 'assess-finances',
              when: when('assessAgain', 'yes'),
              reason: 'The person told us of a change in their money',
            },
          ],
        },
      ),
    ]),
  ],
});
