import type { Form } from '../form-language.ts';
import { ask, page, when } from './fragments/build.ts';

/** What staff answer to a request for a review: a refusal needs its reasons, in writing. Care Act 2014 s.27(1)(b); S34. */
export const reviewRequestDecision: Form = {
  id: 'review-request-decision',
  version: 1,
  title: 'Answer to a request for a review',
  audience: 'staff',
  minutes: 5,
  intro: ['A request is reasonable when something that matters to the care has changed.'],
  send: 'Record the answer',
  exits: [],
  sections: [
    {
      id: 'answer',
      title: 'Answer the request',
      pages: [
        page('answer', 'Answer', [
          ask.choice('requestUrgency', 'Urgency', 'How urgent is it?', [
            ['urgent', 'Urgent'],
            ['standard', 'Standard'],
          ]),
          ask.choice(
            'requestDecision',
            'Decision',
            'What is the decision?',
            [
              ['review', 'Review the plan'],
              ['minor-change', 'Make a small change without a review'],
              ['refuse', 'Do not review'],
            ],
            { meets: ['S34', 'S53'] },
          ),
          ask.long('requestDecisionReasons', 'Reasons', 'What are the reasons, in plain English?'),
          ask.yesno('toldHowToChallenge', 'Told how to challenge', 'Was the requester told how to challenge this?', {
            when: when('requestDecision', 'refuse'),
          }),
          ask.date('requesterToldOn', 'Date told', 'When was the requester told?', { range: 'past-or-today' }),
        ]),
        page('plan-affected', 'What it touches', [
          ask.yesno('moneyAffected', 'Money affected', 'Does what the person pays need to be worked out again?', {
            meets: ['S48'],
          }),
        ]),
      ],
    },
  ],
};
