import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law, yesNoUnknown } from './fragments/staff-words.ts';

const referred = when('referral', 'referred');
const done = when('checklist', 'positive', 'negative');

/** A referral to the NHS for continuing healthcare, or why there is none. SI 2014/2827 reg 7; SI 2012/2996 reg 21. */
export const continuingHealthcare = listAgain({
  id: 'continuing-healthcare',
  version: 1,
  title: 'NHS continuing healthcare',
  audience: 'staff',
  intro: [
    'The NHS decides on continuing healthcare, and pays for it. The council’s part is to refer, and to say that it did.',
  ],
  copyTitle: 'NHS continuing healthcare',
  send: 'Record the referral',
  exits: [],
  sections: [
    section('referral', 'Record the referral', [
      page('referral', 'Referral', [
        ask.choice(
          'referral',
          'Referral',
          'Is the person referred?',
          [
            ['referred', 'Yes'],
            ['not-referred', 'No'],
          ],
          {
            statutory: true,
            law: [
              law.fromMemory('Where the person may be eligible, the NHS body must be told.', 'SI 2014/2827 reg 7'),
              law.confirmed('Notes to the Act say so too.', 'Care Act 2014, Explanatory Notes 108'),
            ],
            copy: 'We told the NHS',
          },
        ),
        ask.long('notReferredWhy', 'Why not', 'Why not?', {
          when: when('referral', 'not-referred'),
          statutory: true,
          known: [{ list: 'assessment', question: 'healthcareNotReferredWhy', beside: true }],
        }),
        ask.choice(
          'consent',
          'Consent',
          'Does the person agree to the referral?',
          [
            ['given', 'Yes'],
            ['best-interests', 'Cannot decide, and it is in the best interests'],
            ['refused', 'No'],
          ],
          { statutory: true, notInCopy: true },
        ),
        ask.text('referredTo', 'NHS body', 'Which NHS body?', { when: referred, copy: 'NHS body' }),
        ask.date('referredOn', 'Day of the referral', 'When?', {
          reach: 'case',
          when: referred,
          range: 'past-or-today',
        }),
        ask.yesno('fastTrack', 'Fast track', 'Is it a fast track, because the person may be near the end of life?', {
          when: referred,
          notInCopy: true,
        }),
      ]),
    ]),
    section('result', 'Record the result', [
      page(
        'result',
        'Result',
        [
          ask.choice(
            'checklist',
            'Checklist',
            'What did the checklist show?',
            [
              ['not-done', 'Not done yet'],
              ['positive', 'A full assessment is needed'],
              ['negative', 'None is needed'],
            ],
            { notInCopy: true },
          ),
          ask.date('checklistOn', 'Day of the checklist', 'When was it done?', {
            reach: 'case',
            when: done,
            range: 'past-or-today',
            notInCopy: true,
          }),
          ask.choice(
            'decision',
            'NHS decision',
            'What did the NHS decide?',
            [
              ['awaited', 'Not decided yet'],
              ['eligible', 'Eligible'],
              ['not-eligible', 'Not eligible'],
            ],
            {
              law: [
                law.confirmed(
                  'Once eligible, arranging, paying and reviewing pass to the NHS.',
                  'Published guidance, Enfield',
                ),
                law.fromMemory('28 days from the checklist is the usual time.', 'National framework'),
              ],
              copy: 'What the NHS decided',
            },
          ),
          ask.date('decidedOn', 'Day of the decision', 'When did it decide?', {
            reach: 'case',
            when: when('decision', 'eligible', 'not-eligible'),
            range: 'past-or-today',
          }),
          ask.date('askAgainOn', 'Ask again', 'When is the NHS asked again?', {
            when: when('decision', 'awaited'),
            range: 'today-or-future',
            hint: 'A task opens for that day.',
            notInCopy: true,
          }),
          ask.choice(
            'nursingContribution',
            'NHS-funded nursing care',
            'Is there NHS-funded nursing care?',
            yesNoUnknown,
            {
              optional: true,
              error: 'Select whether there is NHS-funded nursing care',
            },
          ),
          ask.yesno('disputed', 'Disputed', 'Does the person or the council disagree with the NHS?', {
            when: when('decision', 'not-eligible'),
            optional: true,
            notInCopy: true,
          }),
        ],
        { when: referred },
      ),
    ]),
  ],
});
