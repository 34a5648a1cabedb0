import { ask, list, page, section, when } from './fragments/build.ts';
import { asLastTime, law, toldBeside } from './fragments/staff-words.ts';

const agreed = when('deferralOutcome', 'agreed');

/**
 * Why a council may refuse a deferred payment though it must offer one, and no other reason. SI 2014/2671; a council’s policy (Birmingham).
 */
export const deferralRefusals = [
  ['no-first-charge', 'The council cannot have the first charge on the home'],
  ['unsustainable-top-up', 'The top-up could not be kept up'],
  ['terms-not-accepted', 'The person does not accept the terms'],
] as const;

/** The offer of a deferred payment, what was told before it was signed, and the agreement or why there is none. Care Act 2014 ss.34 to 36. */
export const deferredPayment = list({
  id: 'deferred-payment',
  version: 1,
  title: 'A deferred payment agreement',
  audience: 'staff',
  intro: ['The person’s home counts. The council puts part of the charge off until the home is sold.'],
  copyTitle: 'Your deferred payment',
  send: 'Record what was agreed',
  exits: [],
  sections: [
    section('offer', 'Record the offer', [
      page('outcome', 'The offer', [
        ask.choice(
          'deferralOutcome',
          'What came of the offer',
          'What came of it?',
          [
            ['agreed', 'An agreement is signed'],
            ['not-wanted', 'The person does not want one'],
            ['refused', 'The council refuses one'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'It must be offered where the home counts, is good security, and all else is within the upper limit.',
                'Care Act 2014 section 34; SI 2014/2671, regulation 2',
              ),
            ],
            copy: 'What we agreed',
          },
        ),
        ask.choice('deferralRefusedFor', 'Why it is refused', 'Why does the council refuse?', deferralRefusals, {
          when: when('deferralOutcome', 'refused'),
          statutory: true,
          law: [
            law.secondary(
              'It may be refused for these reasons though it must be offered.',
              'Birmingham City Council’s policy',
            ),
          ],
          copy: 'Why we refuse it',
        }),
        ask.long('deferralReasons', 'Reasons', 'What are the reasons, and what can the person do?', {
          when: when('deferralOutcome', 'refused', 'not-wanted'),
          statutory: true,
          copy: 'The reasons, and what you can do',
        }),
      ]),
      page(
        'costs',
        'What it costs',
        [
          ask.num(
            'giltRate',
            'Gilt rate',
            'What is the gilt rate of that year, in hundredths of one per cent?',
            [0, 2000],
            {
              hint: '460 is 4.60%. It is the Office for Budget Responsibility’s, of the financial year in which the half-year begins.',
              statutory: true,
              notInCopy: true,
            },
          ),
          ask.num(
            'interestRate',
            'Rate of interest',
            'What is the rate of interest, in hundredths of one per cent?',
            [0, 2000],
            {
              hint: '475 is 4.75%',
              statutory: true,
              law: [
                law.confirmed(
                  'At most the gilt rate and 0.15%. It changes on 1 January and on 1 July.',
                  'SI 2014/2671, regulation 9',
                ),
              ],
              copy: 'Interest a year, in hundredths of one per cent',
            },
          ),
          ask.money('administrationCost', 'Cost of administration', 'What does the administration cost?', {
            statutory: true,
            law: [law.confirmed('Its actual or average cost, and no more.', 'SI 2014/2671, regulation 10')],
            copy: 'What it costs to set it up',
          }),
          ask.choice(
            'costsPaid',
            'How interest and administration are paid',
            'How does the person pay interest and administration?',
            [
              ['added', 'They are added to the debt'],
              ['paid', 'The person pays them as they come'],
            ],
            { statutory: true, copy: 'How you pay interest and costs' },
          ),
          ask.date(
            'toldCostsOn',
            'Day the person was told of the costs',
            'When was the person told of the rate and the costs?',
            {
              range: 'past-or-today',
              statutory: true,
              law: [
                law.confirmed('They are told, with the rate, before they sign.', 'SI 2014/2671, regulations 9 and 10'),
              ],
              copy: 'We told you of the costs on',
            },
          ),
        ],
        { when: agreed },
      ),
      page(
        'agreement',
        'The agreement',
        [
          ask.yesno('firstCharge', 'First charge', 'Can the council have the first charge on the home?', {
            statutory: true,
            notInCopy: true,
          }),
          ask.choice(
            'coOwners',
            'Co-owners',
            'Do all others who own the home consent?',
            [
              ['none', 'Nobody else owns it'],
              ['yes', 'Yes'],
              ['no', 'No'],
            ],
            {
              statutory: true,
              law: [law.confirmed('Co-owners must consent.', 'West Sussex County Council’s policy')],
              notInCopy: true,
            },
          ),
          ask.yesno('insured', 'Insured and kept up', 'Is the home insured, and will it be kept in repair?', {
            statutory: true,
            law: [law.confirmed('The home is insured and maintained.', 'West Sussex County Council’s policy')],
            notInCopy: true,
          }),
          ask.choice(
            'signedAs',
            'Who signs',
            'Who signs for the person’s money?',
            [
              ['person', 'The person'],
              ['lpa-money', 'An attorney for property'],
              ['deputy', 'A deputy for property'],
              ['other', 'Somebody else'],
            ],
            {
              statutory: true,
              law: [law.secondary('Only the person, or who acts for their property, can sign.', 'Duties-in-force (c)')],
              copy: 'Who signed',
            },
          ),
          ask.date('signedOn', 'Day of the agreement', 'When was it signed?', {
            range: 'past-or-today',
            statutory: true,
            copy: 'Signed on',
          }),
        ],
        { when: agreed },
      ),
    ]),
  ],
});

const goesOn = when('deferralState', 'goes-on', 'at-limit');

/** A deferred payment looked at again: what is owed, what the home is worth, and whether it goes on. SI 2014/2671; guidance, chapter 9. */
export const deferredPaymentReview = list({
  id: 'deferred-payment-review',
  version: 1,
  title: 'Review of a deferred payment',
  audience: 'staff',
  intro: ['Each half-year the rate of interest changes. The person hears what they owe.'],
  copyTitle: 'What you owe on your deferred payment',
  send: 'Record the review',
  exits: [],
  sections: [
    section('debt', 'Record what is owed', [
      page(
        'debt',
        'What is owed',
        [
          ask.choice(
            'deferralState',
            'What becomes of it',
            'What becomes of it?',
            [
              ['goes-on', 'It goes on'],
              ['at-limit', 'The limit is reached: no more care is put off'],
              ['sold', 'The home is sold, and the debt is paid'],
              ['died', 'The person has died'],
              ['ended', 'It has ended in another way'],
            ],
            {
              statutory: true,
              law: [
                law.confirmed(
                  'At the limit no more care is put off; interest and administration go on.',
                  'Gloucestershire County Council’s policy, 12.3',
                ),
                law.fromMemory('It ends with the sale, or 90 days after the death.', 'Statutory guidance, chapter 9'),
              ],
              copy: 'What becomes of it',
            },
          ),
          ask.date('diedOn', 'Day of the death', 'When did the person die?', {
            when: when('deferralState', 'died'),
            range: 'past-or-today',
            statutory: true,
            notInCopy: true,
          }),
          ask.money('debtNow', 'Debt', 'What is owed now, with interest and costs that were added?', {
            statutory: true,
            known: [
              ...toldBeside('administrationCost', 'deferred-payment'),
              ...toldBeside('costsPaid', 'deferred-payment'),
            ],
            copy: 'What you owe',
          }),
          ask.money('homeValue', 'Value of the home', 'What is the person’s share of the home worth now?', {
            when: goesOn,
            statutory: true,
            known: [asLastTime('homeValue')],
            notInCopy: true,
          }),
          ask.money('priorCharges', 'Owed on the home before', 'What else is owed on it, before the council?', {
            when: goesOn,
            statutory: true,
            known: [asLastTime('priorCharges')],
            notInCopy: true,
          }),
          ask.money('deferredWeekly', 'Put off each week', 'What is put off each week?', {
            when: goesOn,
            per: 'week',
            statutory: true,
            copy: 'Put off each week',
          }),
          ask.num(
            'interestRate',
            'Rate of interest',
            'What is the rate of interest of this half-year, in hundredths of one per cent?',
            [0, 2000],
            {
              when: goesOn,
              statutory: true,
              known: [asLastTime('interestRate'), { list: 'deferred-payment', question: 'interestRate' }],
              copy: 'Interest a year, in hundredths of one per cent',
            },
          ),
        ],
        {
          computed: [
            { id: 'interest', label: 'Interest of this half-year on that debt', rule: 'deferral-interest' },
            { id: 'reach', label: 'How far it reaches', rule: 'deferral-reach' },
          ],
        },
      ),
    ]),
  ],
});
