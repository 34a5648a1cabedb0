import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const promised = (question: string) => ({ list: 'complaint-answer', question, beside: true }) as const;

/** Whether what the answer to a complaint promised was done. SI 2009/309 reg 14: the answer says what is done as a consequence. */
export const complaintRemedy = list({
  id: 'complaint-remedy',
  version: 1,
  title: 'What was done about a complaint',
  audience: 'staff',
  intro: ['The answer said what would be done. Do it, and say so: the person is told.'],
  copyTitle: 'What we did about your complaint',
  send: 'Record what was done',
  exits: [],
  sections: [
    section('remedy', 'Record what was done', [
      page('remedy', 'What was done', [
        ask.yesno('isDone', 'Done', 'Was all of it done?', {
          law: [law.confirmed('Whatever an answer promises is done.', 'SI 2009/309 reg 14, as councils restate it')],
          notInCopy: true,
        }),
        ask.long('whatWasDone', 'What was done', 'What was done, in words for the person?', {
          known: [
            promised('remedy'),
            promised('findings'),
            promised('considered'),
            promised('lateWhy'),
            promised('signedBy'),
            { list: 'last', question: 'whatWasDone', beside: true },
          ],
          copy: 'What we did',
        }),
        ask.date('restBy', 'The rest by', 'By when is the rest done?', {
          range: 'today-or-future',
          when: when('isDone', 'no'),
          copy: 'We do the rest by',
        }),
      ]),
    ]),
  ],
});
