import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import { asLastTime, bothOf, carerToldBeside, eachToldBeside, law, toldBeside } from './fragments/staff-words.ts';

const arranged = when('what', 'arranged');
const cancelled = when('what', 'cancelled');
const failed = when('what', 'failed');

/** What was recorded of the visit before stands beside what is recorded now. */
const before = (question: string) => ({ ...asLastTime(question), beside: true as const });

/**
 * The visit, or the call, for an assessment or a review: when and where it is and who comes; that it is moved or called off, by either
 * side; or that it did not happen. Day and time are those that London's clocks show. Care Act 2014 ss.9(5), 10(7) and 27(2) and (3).
 */
export const visit = listAgain({
  id: 'visit',
  version: 1,
  title: 'A visit for an assessment or a review',
  audience: 'staff',
  intro: ['Agree the day with the person. They see it on their page, and can ask to move it or call it off.'],
  copyTitle: 'About a visit',
  send: 'Record it',
  exits: [],
  sections: [
    section('visit', 'The visit', [
      page('what', 'What there is to record', [
        ask.choice(
          'what',
          'What there is to record',
          'What is there to record?',
          [
            ['arranged', 'A day and a time, new or moved'],
            ['cancelled', 'It is called off for now'],
            ['failed', 'It was arranged and did not happen'],
            ['not-needed', 'No visit is needed'],
          ],
          {
            law: [
              law.design('A visit that is called off or did not happen is always arranged again.', 'Our own choice'),
            ],
            known: [
              { list: 'visit-change', question: 'visitWish', beside: true },
              { list: 'visit-change', question: 'visitTimes', beside: true },
              { list: 'visit-change', question: 'visitWhy', beside: true },
              ...[
                'startsAt',
                'movedWhy',
                'outsideWhy',
                'cancelledWhy',
                'failedWhy',
                'failedNext',
                'knownSafe',
                'otherWays',
                'notNeededWhy',
              ].map(before),
            ],
            notInCopy: true,
          },
        ),
        ask.long('notNeededWhy', 'Why no visit is needed', 'Why is no visit needed?', {
          when: when('what', 'not-needed'),
          copy: 'Why we do not visit',
        }),
      ]),
      page(
        'when-and-where',
        'When and where',
        [
          ask.date('visitOn', 'Day of the visit', 'On which day is it?', { range: 'today-or-future', copy: 'Day' }),
          ask.text('startsAt', 'Time of the visit', 'At what time does it start?', {
            hint: 'For example, 14:30.',
            maxLength: 5,
            known: carerToldBeside('bestTime'),
            copy: 'Time',
          }),
          ask.choice(
            'how',
            'How it is held',
            'How is it held?',
            [
              ['face-to-face', 'Face to face'],
              ['phone', 'By phone'],
              ['video', 'By video call'],
            ],
            {
              known: [
                ...eachToldBeside('preferredWay'),
                ...eachToldBeside('talkAlone'),
                { list: 'review', question: 'method', beside: true },
              ],
              copy: 'How',
              meets: ['CV50'],
            },
          ),
          ask.long('howWhy', 'Why it is held so', 'Why is it held in this way, and what does the person say to it?', {
            hint: 'The person reads this on their page.',
            optional: true,
            known: [before('howWhy')],
            copy: 'Why in this way',
            meets: ['CV51'],
          }),
          ask.text('place', 'Place', 'Where is it?', {
            hint: 'The person reads this on their page, for example “Your home”.',
            when: when('how', 'face-to-face'),
            known: [
              before('place'),
              ...toldBeside('beforeWeMeet', ...bothOf),
              { list: 'review', question: 'place', beside: true },
              { list: 'invitation', question: 'guestsNeed', beside: true },
            ],
            copy: 'Where',
          }),
          ask.table(
            'whoComes',
            'Who comes',
            'Who comes, beside the person?',
            'person',
            [column.text('name', 'Name'), column.text('role', 'Who they are')],
            {
              law: [
                law.confirmed(
                  'Involve the person, any carer, and anyone they ask for.',
                  'Care Act 2014 ss.9(5), 10(7), 27(2) and (3)',
                ),
              ],
              known: [...eachToldBeside('peoplePresent'), { list: 'invitation', question: 'guests', beside: true }],
              copy: 'Who comes',
            },
          ),
          ask.long('movedWhy', 'Why it is moved', 'If it was arranged for another time, why is it moved?', {
            optional: true,
            copy: 'Why we moved it',
          }),
          ask.long(
            'outsideWhy',
            'Why outside the time for a review',
            'If it is outside the time for the review, why?',
            {
              optional: true,
              law: [
                law.confirmed(
                  'A first review is expected at 6 to 8 weeks, later ones at least every 12 months.',
                  'Statutory guidance, chapter 13',
                ),
              ],
              copy: 'Why it is at another time than usual',
            },
          ),
        ],
        { when: arranged },
      ),
      page(
        'called-off',
        'Why it is called off',
        [
          ask.choice(
            'cancelledBy',
            'Who called it off',
            'Who called it off?',
            [
              ['person', 'The person, or somebody for them'],
              ['council', 'The council'],
            ],
            { copy: 'Called off by' },
          ),
          ask.long('cancelledWhy', 'Why it is called off', 'Why?', { copy: 'Why' }),
        ],
        { when: cancelled },
      ),
      page(
        'did-not-happen',
        'Why it did not happen',
        [
          ask.date('failedOn', 'Day it should have been', 'On which day should it have been?', {
            range: 'past-or-today',
            copy: 'It should have been on',
          }),
          ask.choice(
            'failedWhy',
            'Why it did not happen',
            'Why did it not happen?',
            [
              ['no-answer', 'Nobody answered'],
              ['not-well', 'The person was not well, or was in hospital'],
              ['turned-away', 'The person, or somebody there, did not want it then'],
              ['council', 'The worker could not come'],
            ],
            { copy: 'Why it did not happen' },
          ),
          ask.choice(
            'knownSafe',
            'Whether the person is safe',
            'Is it known that the person is safe?',
            [
              ['spoken', 'Yes, we spoke with them'],
              ['confirmed', 'Yes, somebody who knows them says so'],
              ['not-known', 'It is not known'],
            ],
            {
              law: [
                law.confirmed(
                  'Reasonable cause to suspect abuse or neglect, self-neglect among it, is enough to enquire.',
                  'Care Act 2014 s.42(1)',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.long('failedNext', 'What happens next', 'What happens next?', { copy: 'What happens next' }),
          ask.long(
            'otherWays',
            'Other ways that were tried',
            'If it failed before: in which other ways was it tried?',
            {
              hint: 'For example, another time or place, a call first, or through somebody whom they trust.',
              optional: true,
              law: [
                law.design(
                  'Not being there is no refusal. Nothing is closed because of it: s.11(2) is asked first.',
                  'Care Act 2014 s.11',
                ),
              ],
              notInCopy: true,
            },
          ),
        ],
        { when: failed },
      ),
    ]),
  ],
});
