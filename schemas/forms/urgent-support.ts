import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';
import { urgentlyGiven } from './fragments/urgent-support.ts';

const given = when('decision', 'given');

/** Support that cannot wait for what the journey has not done yet, found to be wanted while the case runs. Care Act 2014 s.19(3). */
export const urgentSupport = listAgain({
  id: 'urgent-support',
  version: 1,
  title: 'Urgent support',
  audience: 'staff',
  intro: ['If someone is in danger now, call 999 first.'],
  copyTitle: 'Support that you get now',
  copyEnd: ['This does not wait for an assessment, and does not decide it.'],
  send: 'Record urgent support',
  exits: [],
  sections: [
    section('urgent', 'Support that cannot wait', [
      page('urgent', 'What is given now', [
        ask.choice(
          'decision',
          'Urgent support',
          'Is support given now?',
          [
            ['given', 'Yes, it is given'],
            ['goes-on', 'It was given, and goes on as it is'],
            ['ended', 'It was given, and is not needed any more'],
            ['not-needed', 'No, it can wait'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Urgent needs of an adult may be met before an assessment, a means test or a decision, wherever they live.',
                'Care Act 2014 s.19(3) and (4)',
              ),
            ],
          },
        ),
        ...urgentlyGiven(given),
        ask.date('lookAgainOn', 'Looked at again', 'On which day do we look at it again?', {
          range: 'today-or-future',
          when: when('decision', 'goes-on'),
        }),
        ask.long('why', 'Why', 'Why can it wait, or why is it not needed any more?', {
          when: when('decision', 'ended', 'not-needed'),
          notInCopy: true,
        }),
      ]),
    ]),
  ],
});
