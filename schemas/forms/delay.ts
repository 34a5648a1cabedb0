import { ask, listAgain, page, section } from './fragments/build.ts';
import { asLastTime, law } from './fragments/staff-words.ts';

/** Why work that a person waits for is late, and by when it is done now. Statutory guidance 6.29. */
export const delay = listAgain({
  id: 'delay',
  version: 1,
  title: 'Say why it is late',
  audience: 'staff',
  intro: [
    'A day that the person was told has passed. Tell them why, and a new day. They get a mail that says so, and read your reason when they sign in.',
    'If this is not answered within 2 working days, they are told that it is late, and managers hear of it.',
  ],
  copyTitle: 'Why it takes longer',
  copyEnd: ['We are sorry. If things get worse, or you cannot wait, contact us and say so.'],
  send: 'Tell the person',
  exits: [],
  sections: [
    section('delay', 'Say why, and by when', [
      page('delay', 'Why, and by when', [
        ask.choice(
          'cause',
          'Cause',
          'What is the cause?',
          [
            ['more-urgent', 'Others needed us more urgently'],
            ['staff', 'There were not enough staff'],
            ['person', 'The person asked for another day, or could not be reached'],
            ['others', 'We wait for someone else, such as the NHS or a provider'],
            ['more-to-find-out', 'There was more to find out'],
            ['overlooked', 'It was overlooked'],
          ],
          { known: [{ ...asLastTime('cause'), beside: true }], copy: 'The cause' },
        ),
        ask.long('why', 'Why', 'Why is it late? Write it to the person', {
          statutory: true,
          law: [
            law.confirmed(
              'A queue that is ranked, explained and apologised for is still a service failure, but leaves nothing more to put right.',
              'Ombudsman, Hampshire, 24 011 142',
            ),
          ],
          known: [{ ...asLastTime('why'), beside: true }],
          copy: 'Why',
        }),
        ask.date('newDay', 'New day', 'By which day is it done now?', {
          range: 'today-or-future',
          statutory: true,
          law: [
            law.confirmed(
              'An assessment is made within an appropriate and reasonable time, and the person is told it.',
              'Statutory guidance 6.29',
            ),
          ],
          copy: 'We aim to do it by',
        }),
        ask.yesno(
          'safeToWait',
          'Safe to wait',
          'Are you satisfied that waiting adds no risk of decline, harm or abuse?',
          {
            law: [
              law.secondary(
                'Where somebody waits longer, be satisfied that waiting adds no risk of decline or abuse.',
                'A practice handbook for councils (tri.x)',
              ),
            ],
            notInCopy: true,
          },
        ),
        ask.long('meanwhile', 'Meanwhile', 'What helps meanwhile, and whom can they call?', {
          optional: true,
          known: [{ ...asLastTime('meanwhile'), beside: true }],
          copy: 'What helps meanwhile',
        }),
      ]),
    ]),
  ],
});
