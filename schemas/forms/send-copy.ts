import { ask, list, page, section, when } from './fragments/build.ts';
import { asLastTime, law } from './fragments/staff-words.ts';

const wasSent = when('sent', 'yes');

/** How copies were sent that someone cannot read on a website, or asked for in another way. Care Act 2014 ss.12(3), 13(2) and 25(9). */
export const sendCopy = list({
  id: 'send-copy',
  version: 1,
  title: 'Send copies as the person asked for them',
  audience: 'staff',
  intro: [
    'The task names the copies, with a file of each to print. Send them as the person asked, and only in a way that is safe.',
  ],
  send: 'Record how they were sent',
  exits: [],
  sections: [
    section('sent', 'Record the sending', [
      page('sent', 'Copies sent', [
        ask.yesno('sent', 'Sent', 'Were the copies sent or handed over?'),
        ask.choice(
          'by',
          'How they were sent',
          'How?',
          [
            ['post', 'By post'],
            ['by-hand', 'By hand'],
            ['read-aloud', 'Read or signed to them'],
            ['email', 'By email'],
            ['helper', 'Through whoever helps them, as they agreed'],
          ],
          { when: wasSent, known: [asLastTime('by')] },
        ),
        ask.multi(
          'inFormat',
          'Format',
          'In which format?',
          [
            ['ordinary', 'Ordinary print'],
            ['large-print', 'Large print'],
            ['easy-read', 'Easy Read'],
            ['braille', 'Braille'],
            ['audio', 'Audio'],
            ['translation', 'Another language'],
            ['other', 'Another format'],
          ],
          {
            when: wasSent,
            known: [asLastTime('inFormat')],
            law: [
              law.confirmed(
                'A format that a disabled person needs is identified, recorded, flagged, shared, met and reviewed.',
                'Accessible Information Standard, DAPB1605',
              ),
              law.fromMemory('Another language lies outside that standard, and is kept to all the same.', 'DAPB1605'),
            ],
          },
        ),
        ask.date('on', 'Day sent', 'When?', { range: 'past-or-today', when: wasSent }),
        ask.text('to', 'To whom', 'To whom?', { when: wasSent, known: [asLastTime('to')] }),
        ask.choice(
          'basis',
          'Why, if not to the person',
          'If it was given to somebody else: why may they have it?',
          [
            ['consent', 'The person decided so'],
            ['professional', 'They are involved in the care'],
            ['best-interests', 'The person cannot decide it, and it is in their best interests'],
            ['law', 'The law wants it'],
          ],
          {
            when: wasSent,
            optional: true,
            law: [
              law.fromMemory(
                'The person gets the assessment and the plan; others if the person asks.',
                'Care Act 2014 s.12(3) and s.25(9)',
              ),
            ],
          },
        ),
        ask.long('whyNot', 'Why not', 'Why not, and what is done about it?', {
          when: when('sent', 'no'),
          known: [{ list: 'last', question: 'whyNot', beside: true }],
        }),
        ask.date('tryOn', 'Next try', 'By when are they sent?', { range: 'today-or-future', when: when('sent', 'no') }),
      ]),
    ]),
  ],
});
