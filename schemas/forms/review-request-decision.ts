import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** What staff decide on a request for a review: a refusal gives its reasons and how to challenge it. Care Act 2014 s.27(1)(b). */
export const reviewRequestDecision = list({
  id: 'review-request-decision',
  version: 1,
  title: 'Answer to a request for a review',
  audience: 'staff',
  intro: ['A request is reasonable when something that matters to the care has changed.'],
  copyTitle: 'Our answer to your request for a review',
  send: 'Record the answer',
  exits: [],
  sections: [
    section('answer', 'Answer the request', [
      page('answer', 'Answer', [
        ask.choice(
          'decision',
          'Decision',
          'What is the decision?',
          [
            ['review', 'The plan is reviewed'],
            ['minor-change', 'A small change is made, without a review'],
            ['refuse', 'The plan is not reviewed now'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'A plan is reviewed on a reasonable request by or for the adult, or by the carer.',
                'Care Act 2014 s.27(1)(b)',
              ),
            ],
            copy: 'Our decision',
            meets: ['S34'],
          },
        ),
        ask.choice(
          'urgency',
          'Urgency',
          'How urgent is it?',
          [
            ['urgent', 'Urgent'],
            ['standard', 'Standard'],
          ],
          {
            when: when('decision', 'review'),
            known: [
              { list: 'review-request', question: 'requestUrgent', beside: true },
              { list: 'review-request', question: 'requestUrgentWhy', beside: true },
              { list: 'review-for-another', question: 'requestUrgent', beside: true },
              { list: 'review-for-another', question: 'requestUrgentWhy', beside: true },
            ],
            notInCopy: true,
          },
        ),
        ask.long('reasons', 'Reasons', 'What are the reasons, in plain English?', {
          statutory: true,
          law: [law.fromMemory('A refusal is given in writing, with its reasons.', 'Statutory guidance, chapter 13')],
          known: [
            { list: 'review-request', question: 'requesterRole', beside: true },
            { list: 'review-request', question: 'requestDetail', beside: true },
            { list: 'review-for-another', question: 'askerRole', beside: true },
            { list: 'review-for-another', question: 'organisation', beside: true },
            { list: 'review-for-another', question: 'requestDetail', beside: true },
            { list: 'review-for-another', question: 'whyWithoutThem', beside: true },
          ],
          meets: ['S34'],
        }),
        ask.long('howToChallenge', 'How to challenge it', 'How can the person challenge the refusal?', {
          when: when('decision', 'refuse'),
          statutory: true,
          law: [law.fromMemory('A refusal says how to challenge it.', 'Statutory guidance, chapter 13')],
          copy: 'How to challenge this',
        }),
        ask.date('toldOn', 'Date told', 'When was whoever asked told, if they were told already?', {
          known: [
            { list: 'review-for-another', question: 'fullName', beside: true },
            { list: 'review-for-another', question: 'replyBy', beside: true },
            { list: 'review-for-another', question: 'email', beside: true },
            { list: 'review-for-another', question: 'phone', beside: true },
            { list: 'review-for-another', question: 'postalAddress', beside: true },
          ],
          range: 'past-or-today',
          optional: true,
          notInCopy: true,
        }),
      ]),
      page(
        'small-change',
        'The small change',
        [
          ask.long('change', 'Change', 'What is changed?', {
            known: [{ list: 'review-request', question: 'requestDetail', beside: true }],
            copy: 'What changes',
          }),
          ask.yesno(
            'circumstancesChanged',
            'Needs or circumstances changed',
            'Have needs or circumstances changed in a way that affects the plan?',
            {
              optional: true,
              statutory: true,
              law: [law.confirmed('Then they are assessed again, as far as appropriate.', 'Care Act 2014 s.27(4)')],
              known: [
                { list: 'review-request', question: 'reviewReasons', beside: true },
                { list: 'review-for-another', question: 'reviewReasons', beside: true },
              ],
              notInCopy: true,
            },
          ),
          ask.yesno(
            'arrangementOnly',
            'Arrangement only',
            'Is it only who gives the support, or how it is arranged or paid for?',
            {
              law: [
                law.fromMemory(
                  'A small change that the person asks for and is content with needs no full review.',
                  'Statutory guidance, chapter 13',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.yesno(
            'personContent',
            'The person is content',
            'Did the person ask for it, and are they content with it?',
            {
              notInCopy: true,
            },
          ),
        ],
        { when: when('decision', 'minor-change') },
      ),
      page(
        'money',
        'Money',
        [
          ask.yesno('moneyAffected', 'Money affected', 'Does what the person pays need to be worked out again?', {
            copy: 'We work out again what you pay',
          }),
        ],
        {
          opens: [
            {
              work: 'assess-finances',
              when: when('moneyAffected', 'yes'),
              reason: 'A request for a review showed that what the person can pay has changed',
            },
          ],
        },
      ),
    ]),
  ],
});
