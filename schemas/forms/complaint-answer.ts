import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** The signed answer to a complaint. SI 2009/309 reg 14. */
export const complaintAnswer = list({
  id: 'complaint-answer',
  version: 1,
  title: 'Answer to a complaint',
  audience: 'staff',
  intro: ['Say how the complaint was looked at, what was found and what is done about it.'],
  copyTitle: 'Our answer to your complaint',
  copyEnd: [
    'If you are not happy with this answer, the Local Government and Social Care Ombudsman can look at it. It is free.',
    'Go to them within 12 months of the day on which you knew of the matter: 0300 061 0614, www.lgo.org.uk.',
  ],
  send: 'Send the answer',
  exits: [],
  sections: [
    section('answer', 'Write the answer', [
      page('findings', 'Findings', [
        ask.choice(
          'outcome',
          'Outcome',
          'What is the outcome?',
          [
            ['upheld', 'Upheld'],
            ['partly-upheld', 'Partly upheld'],
            ['not-upheld', 'Not upheld'],
          ],
          { copy: 'The outcome' },
        ),
        ask.long('considered', 'How it was considered', 'How was it considered?', {
          statutory: true,
          known: [
            { list: 'complaint-acknowledgement', question: 'handledBy', beside: true },
            { list: 'complaint-acknowledgement', question: 'withNhs', beside: true },
            { list: 'complaint-acknowledgement', question: 'late', beside: true },
          ],
          law: [
            law.confirmed(
              'The signed answer says how it was considered, what was concluded, what is done, and the way to the ombudsman.',
              'SI 2009/309 reg 14, as councils restate it',
            ),
          ],
          copy: 'How we considered it',
        }),
        ask.long('findings', 'Findings', 'What was found?', {
          statutory: true,
          known: [
            { list: 'complaint', question: 'complaintDetail', beside: true },
            { list: 'query-answer', question: 'answer', beside: true },
            { list: 'query-answer', question: 'nextSteps', beside: true },
          ],
          copy: 'What we found',
        }),
        ask.long('remedy', 'Remedy', 'What is done to put it right?', {
          when: when('outcome', 'upheld', 'partly-upheld'),
          statutory: true,
          known: [{ list: 'complaint', question: 'complaintWants', beside: true }],
          copy: 'What we do to put it right',
        }),
        ask.long('lateWhy', 'Why it took longer', 'If it took more than six months: why?', {
          optional: true,
          law: [law.fromMemory('An answer that is late is explained in writing.', 'SI 2009/309 reg 14(3) and (4)')],
          copy: 'Why it took us longer',
        }),
        ask.sign('signedBy', 'Signature', 'The responsible person signs by typing their full name', {
          statutory: true,
          copy: 'Signed by',
        }),
      ]),
    ]),
  ],
});
