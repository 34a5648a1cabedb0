import { ask, listAgain, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const arranged = when('contributionStep', 'arranged');
const notPaid = when('contributionStep', 'not-paid');

/**
 * How what a person pays is collected, from the first invoice to a payment that does not come. Each has somebody whose work it is, and the person
 * is told how to pay before they have to. Care Act 2014 ss.14 and 69; statutory guidance, annex D.
 */
export const contribution = listAgain({
  id: 'contribution',
  version: 1,
  title: 'Collect what the person pays',
  audience: 'staff',
  intro: ['The person is told how to pay before the first payment is due. Support goes on, whether it is paid or not.'],
  copyTitle: 'How you pay towards your support',
  send: 'Record this',
  exits: [],
  sections: [
    section('contribution', 'Collect what is paid', [
      page('step', 'What is recorded', [
        ask.choice('contributionStep', 'What is recorded', 'What do you record?', [
          ['arranged', 'How it is paid: for the first time, or anew'],
          ['paid', 'A payment that was due has come'],
          ['not-paid', 'A payment that was due has not come'],
          ['stopped', 'Nothing is due any more, and it is not collected any more'],
        ]),
      ]),
      page(
        'arranged',
        'How it is paid',
        [
          ask.choice(
            'howPaid',
            'How it is paid',
            'How does the person pay it?',
            [
              ['invoice', 'By an invoice'],
              ['direct-debit', 'By direct debit'],
              ['net-payment', 'It is taken off the direct payment'],
            ],
            {
              known: [
                { list: 'set-up', question: 'contributionHow', beside: true },
                { list: 'set-up', question: 'arrangements', beside: true },
              ],
              copy: 'How you pay',
              meets: ['CV67', 'CV81'],
            },
          ),
          ask.date('firstDueOn', 'First payment', 'On which day is the first payment due?', {
            copy: 'The first payment is due on',
          }),
          ask.date('toldHowOn', 'Day they were told', 'When was the person told how to pay?', {
            range: 'past-or-today',
            law: [
              law.confirmed(
                'Not showing that the cost was told first was found to be fault.',
                'LGSCO 19 018 353 and 18 015 004',
              ),
            ],
            copy: 'We told you on',
          }),
          ask.long('howToPay', 'How to pay', 'How do they pay, and whom do they ask? The person reads this', {
            hint: 'For an invoice, where it is paid. For a direct debit, that they have signed it. Give no account numbers of theirs.',
            copy: 'What to do',
          }),
        ],
        { when: arranged },
      ),
      page(
        'not-paid',
        'A payment that has not come',
        [
          ask.long('whyNotPaid', 'Why it has not come', 'What did the person say about it?', { notInCopy: true }),
          ask.choice(
            'whatNext',
            'What happens next',
            'What happens next?',
            [
              ['reminded', 'They pay it by a new day'],
              ['in-parts', 'They pay it in parts, as agreed with them'],
              ['cannot-pay', 'They cannot pay it: their money is looked at again'],
              ['disputed', 'They say that it is wrong: it is worked out again'],
            ],
            {
              law: [
                law.fromMemory(
                  'A debt is talked about and, where need be, paid in parts before a court is asked. Needs are met meanwhile.',
                  'Care Act 2014 s.69; statutory guidance, annex D',
                ),
              ],
              copy: 'A payment has not come',
            },
          ),
          ask.date('payBy', 'New day', 'By which day is it, or the next part, paid?', {
            when: when('whatNext', 'reminded', 'in-parts'),
            range: 'today-or-future',
            copy: 'Pay it, or the next part, by',
          }),
        ],
        { when: notPaid },
      ),
    ]),
  ],
});
