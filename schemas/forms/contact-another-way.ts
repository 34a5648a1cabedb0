import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

/** What was done when an email did not reach someone: nobody is lost in silence. Care Act 2014 s.4. */
export const contactAnotherWay = list({
  id: 'contact-another-way',
  version: 1,
  title: 'Tell the person another way',
  audience: 'staff',
  intro: [
    'We could not tell them by email: it did not reach them, or nobody has confirmed the address. Tell them in a way that is safe for them.',
  ],
  send: 'Record what was done',
  exits: [],
  sections: [
    section('contact', 'Record the contact', [
      page('contact', 'Contact', [
        ask.yesno('reached', 'Reached', 'Were they reached?'),
        ask.choice(
          'by',
          'How they were told',
          'How were they told?',
          [
            ['phone', 'By phone'],
            ['post', 'By post'],
            ['visit', 'By a visit'],
            ['helper', 'Through whoever helps them'],
            ['other', 'In another way'],
          ],
          {
            when: when('reached', 'yes'),
            law: [
              law.confirmed(
                'Formats that a person needs are kept, shared and met.',
                'Accessible Information Standard, DAPB1605',
              ),
            ],
          },
        ),
        ask.date('on', 'Day they were told', 'When?', { range: 'past-or-today', when: when('reached', 'yes') }),
        ask.long('whatWasDone', 'What was done', 'What was done, and how should we reach them from now on?', {
          known: [
            { list: 'last', question: 'whatWasDone', beside: true },
            { list: 'last', question: 'by', beside: true },
          ],
        }),
      ]),
    ]),
  ],
});
