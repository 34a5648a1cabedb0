import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** How short-term support went, and whether needs are left. Care Act 2014 ss.2, 4 and 9(1). */
export const shortTermReview = listAgain({
  id: 'short-term-review',
  version: 1,
  title: 'Review of short-term support',
  audience: 'staff',
  intro: ['Look back with the person at what they wanted to achieve.'],
  copyTitle: 'How your short-term support went',
  send: 'Record the review',
  exits: [],
  sections: [
    section('how-it-went', 'Say how it went', [
      page('how-it-went', 'How it went', [
        ask.long('summary', 'How it went', 'How did the support go?', {
          known: [
            { list: 'short-term-support', question: 'services', beside: true },
            { list: 'short-term-support', question: 'provider', beside: true },
            { list: 'short-term-support', question: 'supportKinds', beside: true },
            { list: 'short-term-support', question: 'personAgrees', beside: true },
            { list: 'short-term-support', question: 'personAgreesNot', beside: true },
            { list: 'short-term-contact', question: 'whatTheySaid', beside: true, each: true },
            { list: 'short-term-contact', question: 'whatChange', beside: true, each: true },
          ],
        }),
        ask.long('goalsReached', 'What was reached', 'What can the person do now of what they wanted?', {
          known: [
            { list: 'short-term-support', question: 'goals', beside: true },
            { list: 'short-term-contact', question: 'progress', beside: true, each: true },
          ],
          optional: true,
        }),
        ask.text('staysInPlace', 'What stays', 'Which equipment, technology or habits stay in place?', {
          optional: true,
        }),
      ]),
    ]),
    section('what-follows', 'Say what follows', [
      page('what-follows', 'What follows', [
        ask.choice(
          'outcome',
          'What follows',
          'Are there needs that go on?',
          [
            ['outcomes-met', 'No: the goals are met'],
            ['ongoing-needs', 'Yes: an assessment follows'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'An assessment is due wherever it appears that there may still be needs.',
                'Care Act 2014 s.9(1)',
              ),
            ],
          },
        ),
        ask.long('adviceGiven', 'Advice', 'Which advice was given for the time after?', {
          when: when('outcome', 'outcomes-met'),
          law: [law.confirmed('Advice on what prevents or delays needs.', 'Care Act 2014 ss.2 and 4')],
        }),
      ]),
    ]),
  ],
});
