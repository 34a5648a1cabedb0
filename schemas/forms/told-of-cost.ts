import { ask, listAgain, page, section } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** That somebody was told what they may have to pay, before support that is charged for begins. Care Act 2014 s.4(2). */
export const toldOfCost = listAgain({
  id: 'told-of-cost',
  version: 1,
  title: 'Tell the person about paying',
  audience: 'staff',
  intro: [
    'Before support that is charged for begins, the person knows that it is, how it is worked out, and from when.',
  ],
  copyTitle: 'What we told you about paying',
  send: 'Record what was told',
  exits: [],
  sections: [
    section('told', 'Record what was told', [
      page('told', 'What was told', [
        ask.date('toldOn', 'Day they were told', 'When were they told?', {
          range: 'past-or-today',
          law: [
            law.confirmed(
              'Not showing that the cost was told first was found to be fault.',
              'LGSCO 19 018 353 and 18 015 004',
            ),
          ],
          copy: 'Told on',
        }),
        ask.long('whatTold', 'What was told', 'What were they told, and how?', { copy: 'What we told you' }),
      ]),
    ]),
  ],
});
