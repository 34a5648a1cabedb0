import type { Condition, Form } from '../form-language.ts';
import { ask, column, page, when } from './fragments/build.ts';
import { addressPage, nameQuestions, preferredName, reachPage } from './fragments/contact.ts';
import {
  benefitColumns,
  capitalColumns,
  disabilityCostColumns,
  givenAwayColumns,
  housingCostColumns,
  otherIncomeColumns,
  propertyColumns,
} from './fragments/money-tables.ts';

const atHome = when('setting', 'home');
const inCareHome = when('setting', 'care-home');
const willing = when('financialChoice', 'full', 'light-touch');
const full = when('financialChoice', 'full');
const fullAtHome: Condition = { all: [full, atHome] };

/**
 * The financial assessment, for care at home and in a care home, in full, by light touch or declined. Care Act 2014 s.17; Care and
 * Support (Charging and Assessment of Resources) Regulations 2014 (SI 2014/2672), reg 10.
 *
 * Amounts are what comes in or goes out each week unless the question says otherwise. Someone who declines is asked for nothing
 * but their signature: they pay the full cost, and still get advice (CV54, CV55). Longer than most files because the question list is
 * read from top to bottom.
 */
export const financialAssessment: Form = {
  id: 'financial-assessment',
  version: 1,
  title: 'Tell us about your money',
  audience: 'public',
  intro: [
    'We use your answers to work out what you pay towards your care and support, and what we pay.',
    'Have your benefit letters, bank statements and bills ready.',
    'You do not have to tell us. If you do not, you pay the full cost of your care.',
  ],
  send: 'Send your answers',
  exits: [],
  sections: [
    {
      id: 'about-you',
      title: 'Tell us about you',
      pages: [
        page('name', 'Your name', [...nameQuestions, preferredName]),
        page('identity', 'Your details', [
          ask.date('dateOfBirth', 'Date of birth', 'What is your date of birth?', {
            range: 'past',
            error: 'Enter your date of birth',
          }),
          {
            id: 'nationalInsuranceNumber',
            type: 'nino',
            label: 'What is your National Insurance number?',
            name: 'National Insurance number',
            hint: 'It is on letters about your pension, benefits or tax. It looks like QQ 12 34 56 C.',
            error: 'Enter your National Insurance number',
          },
          ask.text('caseReference', 'Case reference', 'What is your case reference?', {
            hint: 'It is on our letters and emails.',
            optional: true,
            maxLength: 20,
          }),
          ask.choice('maritalStatus', 'Marital status', 'What is your marital status?', [
            ['single', 'Single'],
            ['married', 'Married or in a civil partnership'],
            ['living-together', 'Living with a partner'],
            ['separated', 'Separated or divorced'],
            ['widowed', 'Widowed, or my civil partner has died'],
          ]),
        ]),
        addressPage,
        reachPage,
      ],
    },
    {
      id: 'your-choice',
      title: 'Choose how we look at your money',
      pages: [
        page('care-setting', 'Your care', [
          ask.choice(
            'setting',
            'Where your care is',
            'Where will you have care?',
            [
              ['home', 'In my own home'],
              ['care-home', 'In a care home, for good'],
              ['short-stay', 'In a care home, for a short stay'],
            ],
            { meets: ['L35', 'L36'] },
          ),
          ask.date('careStartsOn', 'Date care starts', 'When does it start?', { optional: true }),
          ask.money('weeklyCost', 'Weekly cost', 'What does it cost each week?', { per: 'week', optional: true }),
          ask.money('budgetRate', 'Council’s weekly rate', 'What does the council usually pay each week?', {
            per: 'week',
            optional: true,
            when: when('setting', 'care-home', 'short-stay'),
          }),
        ]),
        page('financial-choice', 'Your choice', [
          ask.choice(
            'financialChoice',
            'How we look at your money',
            'How should we look at your money?',
            [
              ['full', 'Look at all of it, to see if I can pay less'],
              ['light-touch', 'Only check a few things: I agree that it is clear what I can pay'],
              ['decline', 'Do not look at it: I will pay the full cost'],
            ],
            { error: 'Select how we should look at your money', meets: ['SI 2014/2672 reg 10', 'CV54'] },
          ),
          ask.long('lightTouchEvidence', 'What shows what you can pay', 'What shows what you can pay?', {
            when: when('financialChoice', 'light-touch'),
            hint: 'For example a letter about Pension Credit, or a bank statement.',
            maxLength: 1000,
          }),
          ask.sign(
            'fullCostAccepted',
            'Agreement to pay the full cost',
            'Type your full name to say that you will pay the full cost',
            {
              when: when('financialChoice', 'decline'),
            },
          ),
        ]),
        page('representative', 'Someone who acts for you', [
          ask.choice(
            'representative',
            'Who acts for you',
            'Does someone look after your money for you?',
            [
              ['nobody', 'No'],
              ['lpa-money', 'Yes, with a lasting power of attorney'],
              ['deputy', 'Yes, as a deputy of the Court of Protection'],
              ['appointee', 'Yes, as an appointee for benefits'],
              ['other', 'Yes, in another way'],
            ],
            { error: 'Select who looks after your money' },
          ),
          ask.text('representativeName', 'Name of who acts for you', 'What is their full name?', {
            when: when('representative', 'lpa-money', 'deputy', 'appointee', 'other'),
          }),
          ask.file('representativeProof', 'Proof that they act for you', 'Upload proof that they act for you', {
            when: when('representative', 'lpa-money', 'deputy', 'appointee'),
          }),
        ]),
      ],
    },
    {
      id: 'household',
      title: 'Tell us who you live with',
      pages: [
        page(
          'household',
          'Your household',
          [
            ask.yesno('partnerAtHome', 'Partner at home', 'Does a partner live with you?', {
              hint: 'If so, tell us only about your own money and what you own together.',
            }),
            ask.num('childrenInHousehold', 'Children at home', 'How many children live with you?', [0, 20], {
              error: 'Enter how many children live with you',
            }),
            ask.yesno('caresForSomeone', 'Cares for someone', 'Do you care for someone?'),
            ask.multi(
              'premiums',
              'Premiums',
              'Do you have any of these with your benefits?',
              [
                ['disability', 'Disability premium'],
                ['enhanced-disability', 'Enhanced disability premium'],
                ['carer', 'Carer premium'],
                ['none', 'None of these, or I do not know'],
              ],
              { alone: 'none', when: full, meets: ['SI 2014/2672 reg 7'] },
            ),
          ],
          { when: willing },
        ),
      ],
    },
    {
      id: 'income',
      title: 'Tell us what money comes in',
      pages: [
        page(
          'benefits',
          'Benefits and State Pension',
          [
            ask.yesno('hasBenefits', 'Has benefits or State Pension', 'Do you get any benefits or State Pension?'),
            ask.table('benefits', 'Benefits and State Pension', 'Which ones do you get?', 'benefit', benefitColumns, {
              when: when('hasBenefits', 'yes'),
              maxRows: 25,
            }),
          ],
          { when: full },
        ),
        page(
          'other-income',
          'Other money',
          [
            ask.yesno('hasOtherIncome', 'Has other money coming in', 'Does any other money come in?', {
              hint: 'For example a work pension, wages, rent or maintenance.',
            }),
            ask.table('otherIncome', 'Other money', 'What other money comes in?', 'kind of money', otherIncomeColumns, {
              when: when('hasOtherIncome', 'yes'),
            }),
          ],
          { when: full },
        ),
      ],
    },
    {
      id: 'savings',
      title: 'Tell us about savings and property',
      pages: [
        page(
          'capital',
          'Savings and investments',
          [
            ask.yesno('hasCapital', 'Has savings', 'Do you have any money in accounts, savings or investments?'),
            ask.table(
              'capital',
              'Savings and investments',
              'What do you have?',
              'account or investment',
              capitalColumns,
              { when: when('hasCapital', 'yes'), maxRows: 40 },
            ),
            ask.yesno(
              'gaveAway',
              'Gave money or property away',
              'In the last 7 years, did you give away, sell or move any money or property?',
            ),
            ask.table(
              'givenAway',
              'Given away, sold or moved',
              'What did you give away, sell or move?',
              'gift or sale',
              givenAwayColumns,
              { when: when('gaveAway', 'yes') },
            ),
          ],
          { when: full },
        ),
        page(
          'property',
          'Your home and other property',
          [
            ask.yesno('ownsProperty', 'Owns property', 'Do you own a home, land or other property?', {
              hint: 'When your care is in your own home, we do not count the home you live in.',
            }),
            ask.table('property', 'Property', 'Which property do you own?', 'property', propertyColumns, {
              when: when('ownsProperty', 'yes'),
              maxRows: 10,
            }),
            ask.date(
              'admittedForGoodOn',
              'Date you moved in for good',
              'When did you move, or will you move, into the care home for good?',
              {
                when: inCareHome,
                meets: ['12-week property disregard'],
              },
            ),
          ],
          { when: full },
        ),
      ],
    },
    {
      id: 'costs',
      title: 'Tell us what you must pay for',
      pages: [
        page(
          'housing-costs',
          'Your home',
          [
            ask.table('housingCosts', 'Housing costs', 'What do you pay for your home?', 'cost', housingCostColumns, {
              optional: true,
            }),
          ],
          { when: fullAtHome },
        ),
        page(
          'disability-costs',
          'Costs of illness or disability',
          [
            ask.yesno(
              'hasDisabilityCosts',
              'Has costs of illness or disability',
              'Do you have extra costs because of illness or disability?',
            ),
            ask.table(
              'disabilityCosts',
              'Costs of illness or disability',
              'What do you pay for?',
              'cost',
              disabilityCostColumns,
              { when: when('hasDisabilityCosts', 'yes'), maxRows: 40, meets: ['Guidance Annex C para 40'] },
            ),
          ],
          { when: fullAtHome },
        ),
        page(
          'debts',
          'Debts',
          [
            ask.table(
              'debts',
              'Debts',
              'Do you have debts or court orders to pay?',
              'debt',
              [
                column.text('what', 'What it is'),
                column.money('owed', 'Amount owed'),
                column.money('weekly', 'Amount a week', true),
              ],
              { optional: true },
            ),
          ],
          { when: full },
        ),
      ],
    },
    {
      id: 'evidence-and-declaration',
      title: 'Send proof and sign',
      pages: [
        page(
          'evidence',
          'Proof',
          [
            ask.file('evidence', 'Proof', 'Upload proof of what you told us', {
              hint: 'For example bank statements, benefit letters and bills.',
              maxFiles: 20,
            }),
          ],
          { when: willing },
        ),
        page(
          'financial-declaration',
          'Declaration',
          [
            ask.yesno(
              'checkWithDwp',
              'Check with the Department for Work and Pensions',
              'Can we check your benefits with the Department for Work and Pensions?',
            ),
            ask.sign('declaration', 'Signature', 'Sign by typing your full name', {
              hint: 'By signing you say that this is true and complete, and that you will tell us about changes.',
            }),
          ],
          { when: willing },
        ),
      ],
    },
  ],
};
