import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const referred = when('referral', 'referred');

/** A child who cares, or who is at risk: children’s services are told, or it is said why not. SI 2014/2827 reg 4; Care Act 2014 s.63. */
export const childReferral = listAgain({
  id: 'child-referral',
  version: 1,
  title: 'A child to tell children’s services about',
  audience: 'staff',
  intro: ['A child who cares has a right to an assessment of their own. No child is left to care in place of support.'],
  send: 'Record what was done',
  exits: [],
  sections: [
    section('referral', 'Record the referral', [
      page('referral', 'Referral', [
        ask.long('childWhat', 'The child', 'Who is the child, and what is it about?', { notInCopy: true }),
        ask.choice(
          'referral',
          'Referral',
          'Were children’s services told?',
          [
            ['referred', 'Yes'],
            ['known', 'They know the child already, and of this'],
            ['not-referred', 'No'],
          ],
          {
            law: [
              law.fromMemory(
                'The effect on the whole family counts, on children who care above all.',
                'SI 2014/2827 reg 4',
              ),
              law.design('Always refer, or say why not.', 'Care Act 2014 s.63'),
            ],
            notInCopy: true,
          },
        ),
        ask.text('referredTo', 'Who was told', 'Who was told?', { when: referred, notInCopy: true }),
        ask.date('referredOn', 'Day of the referral', 'When?', {
          when: referred,
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.long('notReferredWhy', 'Why not', 'Why not?', { when: when('referral', 'not-referred'), notInCopy: true }),
        ask.yesno(
          'nearlyEighteen',
          'Nearly 18',
          'Is the child nearly 18, so that their needs as an adult are to be assessed too?',
          {
            law: [law.secondary('A young carer near 18 is assessed for the time after.', 'Care Act 2014 s.63')],
            notInCopy: true,
          },
        ),
        ask.date('transitionOn', 'Assessment for the time after 18', 'When is that assessment asked for?', {
          when: when('nearlyEighteen', 'yes'),
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
