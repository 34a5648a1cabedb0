import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law, toldBeside } from './fragments/staff-words.ts';

const reached = when('agreesToContact', 'yes');
const accepted = when('answer', 'accepted');

/**
 * The offer of an assessment to one carer whom somebody has named, and their answer: whoever accepts gets a case of their own. Care Act 2014
 * ss.10 and 11(5) and (6).
 */
export const carerOffer = listAgain({
  id: 'carer-offer',
  version: 1,
  title: 'An assessment offered to a carer',
  audience: 'staff',
  intro: ['It is due wherever a carer may have needs, now or later, whatever the level. It is free.'],
  send: 'Record the offer',
  exits: [],
  sections: [
    section('offer', 'Record the offer', [
      page('offer', 'The offer', [
        ask.text('carerName', 'Carer', 'Which carer is it?', {
          known: [...toldBeside('carers', 'needs-assessment', 'assessment'), ...toldBeside('carerContact', 'referral')],
          notInCopy: true,
        }),
        ask.choice(
          'agreesToContact',
          'Agrees to contact',
          'Does the carer agree that we contact them?',
          [
            ['yes', 'Yes'],
            ['no', 'No'],
            ['not-known', 'Not known'],
          ],
          {
            hint: 'If not, the person is asked to pass the offer on.',
            law: [law.design('The carer is written to only where contact is agreed.', 'Care Act 2014 s.10')],
            notInCopy: true,
          },
        ),
        ask.date('offeredOn', 'Day of the offer', 'When was it offered?', {
          when: reached,
          range: 'past-or-today',
          notInCopy: true,
        }),
        ask.choice(
          'offeredBy',
          'How it was offered',
          'How was it offered?',
          [
            ['phone', 'By phone'],
            ['letter', 'By letter'],
            ['email', 'By email'],
            ['in-person', 'In person'],
          ],
          { when: reached, notInCopy: true },
        ),
        ask.choice(
          'answer',
          'The carer’s answer',
          'What does the carer say?',
          [
            ['accepted', 'Yes'],
            ['declined', 'No'],
            ['has-one', 'They have one, or have asked for one'],
            ['waiting', 'No answer yet'],
          ],
          { when: reached, notInCopy: true },
        ),
        ask.yesno('toldHowToAsk', 'How to ask later', 'Were they told how to ask for one later?', {
          when: when('answer', 'declined'),
          law: [law.confirmed('The duty comes back when the carer asks.', 'Care Act 2014 s.11(6)')],
          notInCopy: true,
        }),
        ask.date('askAgainOn', 'Ask again', 'When are they asked again?', {
          when: when('answer', 'waiting'),
          range: 'today-or-future',
          hint: 'A task opens on that day.',
          notInCopy: true,
        }),
      ]),
      page(
        'carer',
        'The carer',
        [
          ask.text('carerFirstName', 'First name', 'What is the carer’s first name?', { notInCopy: true }),
          ask.text('carerLastName', 'Last name', 'What is the carer’s last name?', { notInCopy: true }),
          ask.date('carerDateOfBirth', 'Date of birth', 'What is the carer’s date of birth?', {
            reach: 'life',
            range: 'past',
            notInCopy: true,
          }),
          ask.phone('carerPhone', 'Phone number', 'What is the carer’s phone number?', {
            optional: true,
            notInCopy: true,
          }),
          ask.email('carerEmail', 'Email address', 'What is the carer’s email address?', {
            optional: true,
            notInCopy: true,
          }),
          ask.yesno(
            'carerAgreesLink',
            'The carer agrees to a link',
            'Does the carer agree that the two cases are linked?',
            {
              law: [law.design('Each is asked. Neither reads the other’s answers.', 'Care Act 2014 s.12(3) and (4)')],
              notInCopy: true,
            },
          ),
          ask.yesno(
            'personAgreesLink',
            'The person agrees to a link',
            'Does the person agree that the two cases are linked?',
            {
              notInCopy: true,
            },
          ),
        ],
        {
          when: accepted,
          oneNeeded: { of: ['carerPhone', 'carerEmail'], error: 'Enter a phone number or an email address' },
        },
      ),
    ]),
  ],
});
