import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** The answer to a person's question about a decision, by whoever decided. Care Act 2014 s.13(2) for the reasons that a decision has. */
export const queryAnswer = list({
  id: 'query-answer',
  version: 1,
  title: 'Answer to a question about a decision',
  audience: 'staff',
  intro: ['The person may complain at any time instead, and an advocate may help them.'],
  copyTitle: 'Our answer to your question',
  send: 'Send the answer',
  exits: [],
  sections: [
    section('answer', 'Answer the question', [
      page('answer', 'Answer', [
        ask.long('answer', 'Answer', 'What is your answer, in plain English?', {
          known: [
            { list: 'query', question: 'question', beside: true },
            ...['decisionReasons', 'condition1Reason', 'condition3Reason', 'authoriser'].flatMap((question) =>
              ['decision', 'carer-decision'].map((list) => ({ list, question, beside: true as const })),
            ),
            { list: 'last', question: 'answer', beside: true },
            { list: 'last', question: 'nextSteps', beside: true },
            { list: 'complaint-acknowledgement', question: 'whyNotTaken', beside: true },
            { list: 'end-of-support', question: 'providersTold', beside: true },
            { list: 'review-request-decision', question: 'reasons', beside: true },
            { list: 'review-request-decision', question: 'howToChallenge', beside: true },
          ],
          copy: 'Our answer',
        }),
        ask.yesno('decisionStands', 'The decision stands', 'Does the decision stand?', {
          law: [
            law.confirmed(
              'The Act gives no appeal: a person may question a decision, complain, and go to the ombudsman.',
              'Care Act 2014 s.72, not in force',
            ),
          ],
          known: [{ list: 'query', question: 'whyWrong', beside: true }],
        }),
        ask.choice(
          'decideAgain',
          'What is decided again',
          'What is decided again?',
          [
            ['eligibility', 'Whether the person can get support'],
            ['budget', 'The budget'],
            ['charge', 'What the person pays'],
            ['plan', 'The plan, in a review'],
            ['review', 'The review, which is held again'],
            ['review-request', 'The request for a review'],
          ],
          {
            when: when('decisionStands', 'no'),
            known: [{ list: 'query', question: 'decisionAbout', beside: true }],
            law: [
              law.design(
                'Whoever decides it has the work at once, and the person is told the new decision.',
                'Our own choice',
              ),
            ],
            copy: 'What we decide again',
          },
        ),
        ask.long('nextSteps', 'What happens next', 'What happens next, and by when?', {
          when: when('decisionStands', 'no'),
        }),
      ]),
    ]),
  ],
});
