import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const home = when('leftHospital', 'yes');

/** Somebody who has left hospital: when their long-term needs are assessed, after recovery, and what they were told of the cost. */
export const afterDischarge = listAgain({
  id: 'after-discharge',
  version: 1,
  title: 'An assessment after hospital',
  audience: 'staff',
  intro: ['Long-term needs are assessed after recovery, not in hospital.'],
  send: 'Record the day',
  exits: [],
  sections: [
    section('after', 'Agree the assessment', [
      page('after', 'After hospital', [
        ask.choice(
          'leftHospital',
          'Left hospital',
          'Has the person left hospital?',
          [
            ['yes', 'Yes'],
            ['not-yet', 'Not yet'],
          ],
          { notInCopy: true },
        ),
        ask.date('expectedOn', 'Expected discharge', 'When is it expected now?', {
          when: when('leftHospital', 'not-yet'),
          range: 'today-or-future',
          hint: 'A task opens on that day.',
          notInCopy: true,
        }),
        ask.long('howRecovering', 'Recovery', 'How is the recovery going, and who gives support now?', {
          when: home,
          notInCopy: true,
          known: [
            { list: 'triage', question: 'ward', beside: true },
            { list: 'triage', question: 'dischargeTeam', beside: true },
          ],
        }),
        ask.date('assessBy', 'Assessment', 'By when are long-term needs assessed?', {
          when: home,
          range: 'today-or-future',
          law: [law.confirmed('Long-term needs are assessed after recovery.', 'Hospital discharge guidance')],
          notInCopy: true,
        }),
        ask.date(
          'toldOfCostOn',
          'Told of the cost',
          'When was the person told what may have to be paid, and from when?',
          {
            when: home,
            range: 'past-or-today',
            law: [
              law.confirmed(
                'Not showing that the cost was told first was found to be fault.',
                'LGSCO 19 018 353 and 18 015 004',
              ),
            ],
            notInCopy: true,
          },
        ),
      ]),
    ]),
  ],
});
