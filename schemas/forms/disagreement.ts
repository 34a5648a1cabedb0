import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** What is done about a review that the person does not agree with: what was tried, what starts meanwhile, and how it ends. Care Act 2014 s.27(5). */
export const disagreement = list({
  id: 'disagreement',
  version: 1,
  title: 'A review that the person does not agree with',
  audience: 'staff',
  intro: ['The plan in force stays as it is until another one is agreed. The person may complain at any time.'],
  copyTitle: 'Our answer to what you do not agree with',
  send: 'Send the answer',
  exits: [],
  sections: [
    section('disagreement', 'Settle it', [
      page('disagreement', 'What was done', [
        ask.long('stepsTried', 'Steps tried', 'What was tried to agree with the person?', {
          statutory: true,
          law: [law.fromMemory('All reasonable steps are taken to agree how needs are met.', 'Care Act 2014 s.27(5)')],
          known: [
            { list: 'review', question: 'disagreement', beside: true },
            { list: 'last', question: 'stepsTried', beside: true },
            { list: 'review-disagreement', question: 'reviewWrong', beside: true },
          ],
          copy: 'What we tried',
        }),
        ask.choice(
          'settled',
          'How it ends',
          'How does it end?',
          [
            ['agreed', 'The person agrees now'],
            ['review-again', 'The plan is reviewed again'],
            ['assess-again', 'Needs are assessed again'],
            ['not-agreed', 'They still do not agree'],
          ],
          { copy: 'How it ends' },
        ),
        ask.long('meanwhile', 'What runs meanwhile', 'What support runs meanwhile?', {
          when: when('settled', 'review-again', 'assess-again', 'not-agreed'),
          known: [{ list: 'last', question: 'meanwhile', beside: true }],
          copy: 'What runs meanwhile',
        }),
        ask.long('answer', 'Answer', 'What do you tell the person, in plain English?', {
          hint: 'If they still do not agree, say how they can complain, and that they can go to the ombudsman after that.',
          known: [{ list: 'last', question: 'answer', beside: true }],
          copy: 'Our answer',
        }),
      ]),
    ]),
  ],
});
