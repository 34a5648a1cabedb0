import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const agreed = when('adultAgrees', 'yes', 'cannot-decide');

/**
 * Care that a carer's plan gives to the adult, taken into the adult's own case: whether they agree, which care it is, and that its charge is theirs.
 * Care Act 2014 s.20(1)(c), (7) and (8).
 */
export const careFromCarer = listAgain({
  id: 'care-from-carer',
  version: 1,
  title: 'Care that a carer’s plan gives',
  audience: 'staff',
  intro: ['Ask the adult by themselves. The carer’s own matters stay in the carer’s case.'],
  copyTitle: 'Care that relieves your carer',
  send: 'Record it',
  exits: [],
  sections: [
    section('care', 'Record the care', [
      page('care', 'The care and their agreement', [
        ask.long('whichCare', 'The care', 'Which care is it, and which of their needs does it meet, if any?', {
          copy: 'The care',
        }),
        ask.choice(
          'adultAgrees',
          'Their agreement',
          'Do they agree to it?',
          [
            ['yes', 'Yes'],
            ['cannot-decide', 'They cannot decide, and it is in their best interests'],
            ['no', 'No'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Care given to the adult to relieve the carer needs the adult’s agreement, and its charge is the adult’s.',
                'Care Act 2014 s.20',
              ),
            ],
            copy: 'You agree to it',
          },
        ),
        ask.long('howAsked', 'How they were asked', 'How were they asked, or who was asked what is best for them?', {
          copy: 'How we asked',
        }),
        ask.long('carersWorkerTold', 'Who was told', 'Who of those who work with the carer was told, and when?', {
          hint: 'The care cannot be given so. The carer’s needs have to be met in another way.',
          when: when('adultAgrees', 'no'),
          notInCopy: true,
        }),
        ask.date('toldOfCostOn', 'Told of the cost', 'When were they told what they will pay for it, if anything?', {
          range: 'past-or-today',
          optional: true,
          when: agreed,
          copy: 'We told you what you pay on',
        }),
        ask.yesno('planChanges', 'Their own plan', 'Does their own plan have to change for it?', {
          when: agreed,
          copy: 'Your own plan changes',
        }),
      ]),
    ]),
  ],
});
