import { rateName } from '../charging-rates.ts';
import { disabilityRefusals, nursingRates } from '../finance.ts';
import type { Condition } from '../form-language.ts';
import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import {
  benefitColumns,
  capitalColumns,
  disabilityCostColumns,
  givenAwayColumns,
  housingCostColumns,
  otherIncomeColumns,
  propertyColumns,
} from './fragments/money-tables.ts';
import { asLastTime, law, told, toldBeside } from './fragments/staff-words.ts';

const atHome = when('setting', 'home');
const inHome = when('setting', 'care-home', 'short-stay');
const forGood = when('setting', 'care-home');
const shortStay = when('setting', 'short-stay');
const discretion = when('homeDiscretion', 'left-out', 'counted');
const deferring = when('deferredPayment', 'yes');
const full = when('financialChoice', 'full');
const declined = when('financialChoice', 'decline');
const lightTouch = when('financialChoice', 'light-touch');
const all = (...parts: Condition[]): Condition => ({ all: parts });
/** Who has costs of a home, and an amount to live on: at home, and for a time in a care home. */
const keepsAHome = all(full, when('setting', 'home', 'short-stay'));

/** What the person told on the public form about money, or what was recorded the last time. */
const asTold = (question: string) => [...told(question, 'financial-assessment'), asLastTime(question)];
const beside = (question: string) => toldBeside(question, 'financial-assessment');

/**
 * What a finance officer records of a person’s money, at home, in a care home for good or for a short stay: never what the person pays, which
 * the rules of `domain/charging` work out. Care Act 2014 sections 14 and 17; Care and Support (Charging and Assessment of Resources)
 * Regulations 2014 (SI 2014/2672).
 *
 * Its tables are those of the public form, so that what a person told is taken over as it is. Longer than most files because the question list
 * is read from top to bottom.
 */
export const finances = listAgain({
  id: 'finances',
  version: 1,
  title: 'Financial assessment',
  audience: 'staff',
  intro: ['Record what the person has. What they pay is worked out from it, line by line.'],
  copyTitle: 'What you pay towards your support',
  send: 'Record the financial assessment',
  exits: [],
  sections: [
    section('what-is-assessed', 'Say what is assessed', [
      page('setting-and-week', 'Setting and week', [
        ask.choice(
          'setting',
          'Setting',
          'Where is the care given?',
          [
            ['home', 'At home'],
            ['care-home', 'In a care home, for good'],
            ['short-stay', 'In a care home, for a time'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'A stay is for a time while it is planned and agreed to end within 52 weeks. It is for good from the day on which the plan says so.',
                'Statutory guidance, Annex F, paragraphs 4 to 7',
              ),
            ],
            known: asTold('setting'),
            meets: ['L35', 'L36'],
          },
        ),
        ask.date('weekOf', 'First day of the week', 'Which week is it for? Give its first day', {
          reach: 'case',
          statutory: true,
          law: [
            law.confirmed(
              'The rates are those of its first day that is charged. They change on 6 April.',
              'SI 2023/277, regulation 1',
            ),
          ],
        }),
        ask.date('chargedFrom', 'Charged from', 'From which day is it charged, if that is in this week or later?', {
          reach: 'case',
          optional: true,
          law: [
            law.fromMemory(
              'Only the days from the start are charged, each a seventh of the week, and no part of a penny.',
              'SI 2014/2672, regulation 11',
            ),
          ],
          known: told('careStartsOn', 'financial-assessment'),
          copy: 'You pay this from',
        }),
        ask.choice(
          'assessmentReason',
          'Reason for the assessment',
          'Why is it made now?',
          [
            ['first', 'It is the first'],
            ['change', 'The person’s money or care has changed'],
            ['new-rates', 'New benefits or rates in April'],
            ['yearly', 'It is a year since the last'],
            ['asked', 'The person asked for it'],
          ],
          {
            known: [
              { list: 'money-answer', question: 'whatWasDone', beside: true },
              { list: 'money-answer', question: 'answer', beside: true },
            ],
            notInCopy: true,
          },
        ),
      ]),
      page('how-it-is-made', 'How it is made', [
        ask.choice(
          'financialChoice',
          'How the assessment is made',
          'How is it made?',
          [
            ['full', 'In full'],
            ['light-touch', 'By light touch, which the person agrees to'],
            ['decline', 'Not at all: the person will not take part, and pays in full'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Not taking part counts only if it prevented a full assessment and the council still decides to meet the needs.',
                'SI 2014/2672, regulation 10(1)',
              ),
            ],
            known: asTold('financialChoice'),
            meets: ['CV54'],
          },
        ),
        ask.yesno('refusalPrevented', 'Refusal prevented it', 'Did that prevent a full assessment?', {
          when: declined,
          statutory: true,
          law: [
            law.confirmed(
              'Only a refusal that prevents a full assessment counts as being over the limit.',
              'SI 2014/2672, regulation 10(1)',
            ),
          ],
          known: beside('fullCostAccepted'),
          notInCopy: true,
        }),
        ask.yesno('stillMeets', 'Needs met all the same', 'Does the council decide to meet the needs all the same?', {
          when: declined,
          statutory: true,
          notInCopy: true,
        }),
        ask.yesno('lightTouchAgreed', 'Agreed to a light touch', 'Does the person agree to a light touch?', {
          when: lightTouch,
          statutory: true,
          law: [law.confirmed('A light touch needs consent and evidence.', 'SI 2014/2672, regulation 10(2) and (3)')],
          notInCopy: true,
        }),
        ask.long('lightTouchEvidence', 'Evidence for a light touch', 'Which evidence satisfies the council?', {
          when: lightTouch,
          statutory: true,
          known: asTold('lightTouchEvidence'),
          maxLength: 1000,
        }),
        ask.choice(
          'lightTouchFinding',
          'Finding of the light touch',
          'What does it show?',
          [
            ['pays-in-full', 'The person can pay in full'],
            ['pays-agreed-charge', 'The person can pay a small charge, which is agreed'],
            ['pays-nothing', 'The person cannot pay'],
          ],
          { when: lightTouch, statutory: true, notInCopy: true },
        ),
        ask.money('agreedCharge', 'Agreed charge a week', 'Which charge is agreed?', {
          when: when('lightTouchFinding', 'pays-agreed-charge'),
          per: 'week',
          notInCopy: true,
        }),
      ]),
      page('representative', 'Who acts about money', [
        ask.choice(
          'representative',
          'Who acts about money',
          'Does someone act for the person about money?',
          [
            ['nobody', 'No'],
            ['lpa-money', 'Yes, with a lasting power of attorney for property'],
            ['deputy', 'Yes, as a deputy for property'],
            ['appointee', 'Yes, as an appointee for benefits only'],
            ['other', 'Yes, in another way'],
          ],
          {
            law: [
              law.confirmed('An appointee is for benefits only.', 'Lambeth’s page, in duties-in-force (c)'),
              law.secondary('An attorney or deputy for property may sign the money form.', 'Duties-in-force (c)'),
            ],
            known: asTold('representative'),
            notInCopy: true,
          },
        ),
        ask.text('representativeName', 'Name of who acts', 'What is their name?', {
          when: when('representative', 'lpa-money', 'deputy', 'appointee', 'other'),
          known: [...asTold('representativeName'), ...beside('declaration')],
          notInCopy: true,
        }),
        ask.date('authoritySeenOn', 'Day the authority was seen', 'When was their authority seen?', {
          reach: 'life',
          when: when('representative', 'lpa-money', 'deputy', 'appointee'),
          optional: true,
          range: 'past-or-today',
          known: [asLastTime('authoritySeenOn'), ...beside('evidence')],
          notInCopy: true,
        }),
      ]),
    ]),
    section('care', 'Record the care and its cost', [
      page('service', 'What is charged for', [
        ask.choice(
          'service',
          'What is charged for',
          'What is charged for?',
          [
            ['care', 'Care and support'],
            ['reablement', 'Reablement or intermediate care'],
            ['aid-or-adaptation', 'An aid, or a change to the home'],
            ['section-117-aftercare', 'Free aftercare from a stay in a mental health hospital'],
            ['care-for-cjd', 'Care for Creutzfeldt-Jakob disease'],
            ['nhs-service', 'A service of the NHS, such as continuing healthcare'],
            ['support-for-carer', 'Support for a carer, which the carer pays for'],
            ['replacement-care-for-carer', 'Care given to the adult so that the carer has a break'],
            ['prevention-for-carer', 'Something that prevents a carer’s needs'],
            ['assessment', 'An assessment'],
            ['information-or-advice', 'Information or advice'],
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Reablement is free for 6 weeks, or for its whole planned time if shorter, in care homes too. An aid of £1,000 or less is free.',
                'SI 2014/2672, regulation 3(2) and (3)',
              ),
              law.confirmed('Care of the adult is never charged to the carer.', 'Care Act 2014 section 14(3)'),
              law.fromMemory('Aftercare is free of charge.', 'Mental Health Act 1983 s.117'),
            ],
            known: [asLastTime('service')],
          },
        ),
        ask.date('reablementFrom', 'First day of reablement', 'When did the reablement begin?', {
          reach: 'case',
          when: when('service', 'reablement'),
          statutory: true,
          known: [{ list: 'short-term-support', question: 'startsOn' }],
        }),
        ask.date('reablementTo', 'Planned last day of reablement', 'When is it planned to end?', {
          reach: 'case',
          notBefore: 'reablementFrom',
          when: when('service', 'reablement'),
          optional: true,
          known: [{ list: 'short-term-support', question: 'endsOn' }, asLastTime('reablementTo')],
        }),
        ask.money('serviceCost', 'Cost of the aid', 'What does the aid or change cost, fitted?', {
          when: when('service', 'aid-or-adaptation'),
          statutory: true,
        }),
        ask.money('weeklyCost', 'Weekly cost', 'What does the care cost the council each week?', {
          when: atHome,
          per: 'week',
          statutory: true,
          law: [law.confirmed('No more may be charged than the council pays.', 'Care Act 2014 section 14(4)')],
          known: [{ list: 'estimate', question: 'weeklyTotal' }, ...asTold('weeklyCost')],
        }),
        ask.choice(
          'arrangedFor',
          'Why the council arranges it',
          'Is the person over the limit, and the council arranges the care?',
          [
            ['no', 'No'],
            ['asked', 'Yes: the person asked for that'],
            ['nobody', 'Yes: the person cannot, and nobody else can'],
          ],
          {
            when: atHome,
            optional: true,
            law: [
              law.confirmed(
                'Both must be arranged. A fee may be charged only where the person asked: what it costs the council, and no more.',
                'Care Act 2014 sections 14(1)(b) and 18(3) and (4)',
              ),
            ],
            known: [asLastTime('arrangedFor')],
            notInCopy: true,
          },
        ),
        ask.money('arrangementFee', 'Fee for arranging', 'What does the council charge a year for that?', {
          when: when('arrangedFor', 'asked', 'nobody'),
          optional: true,
          known: [asLastTime('arrangementFee')],
          copy: 'What we charge a year for arranging your care',
        }),
      ]),
      page(
        'care-home',
        'The care home',
        [
          ask.money('weeklyFee', 'Weekly fee', 'What is the home’s fee each week, nursing care and all?', {
            per: 'week',
            statutory: true,
            known: asTold('weeklyCost'),
          }),
          ask.choice(
            'nursingCare',
            'NHS-funded nursing care',
            'At which rate does the NHS pay for nursing care?',
            nursingRates,
            { optional: true, known: [asLastTime('nursingCare')] },
          ),
          ask.money(
            'nursingPaid',
            'Nursing care paid by the NHS',
            'How much does the NHS pay for nursing care, if it is another amount?',
            {
              per: 'week',
              optional: true,
              law: [
                law.confirmed(
                  'It is paid to the home: it comes off the fee and is nobody’s income. Its year begins on 1 April: £254.06 in 2025, £267.68 in 2026.',
                  'Department of Health and Social Care',
                ),
              ],
              known: [asLastTime('nursingPaid')],
            },
          ),
          ask.money('budgetRate', 'Council’s weekly rate', 'How much of it would the council pay, in its budget?', {
            per: 'week',
            statutory: true,
            law: [
              law.confirmed(
                'At least one suitable and free home must cost no more. If the cheapest one free is dearer, the budget rises to it.',
                'Procedures under SI 2014/2670 (tri.x)',
              ),
            ],
            known: asTold('budgetRate'),
          }),
          ask.money(
            'cheapestFree',
            'Cheapest home that is free',
            'What does the cheapest suitable home cost that is free?',
            {
              optional: true,
              per: 'week',
              known: [asLastTime('cheapestFree')],
              notInCopy: true,
            },
          ),
          ask.date('admittedForGoodOn', 'Day of moving in for good', 'From which day is the stay for good?', {
            reach: 'life',
            when: forGood,
            statutory: true,
            law: [
              law.confirmed(
                'The home is left out for 12 weeks from then, whoever pays meanwhile.',
                'SI 2014/2672, Schedule 2, paragraph 2',
              ),
            ],
            known: asTold('admittedForGoodOn'),
          }),
          ask.date('earlierStayFrom', 'Earlier stay from', 'Was there an earlier stay for good? From which day?', {
            when: forGood,
            optional: true,
            range: 'past-or-today',
            reach: 'life',
            law: [
              law.confirmed(
                'Back within 52 weeks of its end, only what is left of the 12 weeks is given; later, they begin anew.',
                'SI 2014/2672, Schedule 2, paragraph 2(3)',
              ),
            ],
            known: [asLastTime('earlierStayFrom')],
          }),
          ask.date('earlierStayTo', 'Earlier stay to', 'Until which day?', {
            when: forGood,
            notBefore: 'earlierStayFrom',
            optional: true,
            range: 'past-or-today',
            reach: 'life',
            known: [asLastTime('earlierStayTo')],
          }),
          ask.date('stayFrom', 'First day of the stay', 'When does the stay begin?', {
            reach: 'life',
            when: shortStay,
            known: [...told('careStartsOn', 'financial-assessment'), asLastTime('stayFrom')],
          }),
          ask.date('stayTo', 'Last day of the stay', 'When is the stay planned to end?', {
            reach: 'life',
            notBefore: 'stayFrom',
            when: shortStay,
            law: [
              law.secondary(
                'Up to 8 weeks may be charged as care at home, where the council so chooses.',
                'SI 2014/2672, regulation 8; Age UK factsheet 58',
              ),
            ],
          }),
        ],
        { when: inHome },
      ),
      page(
        'top-up',
        'Top-up and deferred payment',
        [
          ask.choice(
            'topUpPayer',
            'Who pays the top-up',
            'Who pays the part of the fee above the council’s rate?',
            [
              ['none', 'There is none'],
              ['third-party', 'Someone else'],
              ['own-money', 'The person, from their own money'],
            ],
            {
              statutory: true,
              law: [
                law.secondary(
                  'Own money only in the first 12 weeks, under a deferred payment, or for section 117 aftercare.',
                  'SI 2014/2670, regulation 5',
                ),
              ],
              known: [asLastTime('topUpPayer')],
              notInCopy: true,
            },
          ),
          ask.yesno(
            'topUpAble',
            'Able to go on paying',
            'Is the payer able and willing to pay for as long as is likely?',
            {
              when: when('topUpPayer', 'third-party', 'own-money'),
              statutory: true,
              law: [
                law.confirmed(
                  'If the payments stop, the council owes the home the whole fee.',
                  'SI 2014/2670, the additional cost condition; Annex A, paragraph 23',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.date('topUpAgreedOn', 'Day of the top-up agreement', 'When was the written agreement made?', {
            reach: 'life',
            when: when('topUpPayer', 'third-party', 'own-money'),
            statutory: true,
            range: 'past-or-today',
            known: [asLastTime('topUpAgreedOn')],
          }),
          ask.yesno('deferredPayment', 'Deferred payment agreement', 'Is a deferred payment agreement in force?', {
            when: forGood,
            statutory: true,
            law: [
              law.confirmed(
                'It must be offered where the home counts, is good security, and all else is within the upper limit.',
                'Care Act 2014 section 34; SI 2014/2671, regulation 2',
              ),
            ],
            known: [
              asLastTime('deferredPayment'),
              ...toldBeside('deferralOutcome', 'deferred-payment'),
              ...toldBeside('deferralRefusedFor', 'deferred-payment'),
              ...toldBeside('deferralReasons', 'deferred-payment'),
            ],
            notInCopy: true,
          }),
          ask.money('deferredSoFar', 'Put off so far', 'How much has been put off so far, interest and all?', {
            when: deferring,
            optional: true,
            law: [
              law.confirmed(
                'At the limit no more care is put off. It is 90% of the home’s value, less £14,250 and what is owed on it.',
                'Gloucestershire’s policy, 12.3',
              ),
            ],
            known: [{ list: 'deferred-payment-review', question: 'debtNow' }, asLastTime('deferredSoFar')],
            copy: 'Put off so far',
          }),
          ask.money('deferredKeeps', 'Kept each week', 'How much does the person choose to keep each week?', {
            when: deferring,
            optional: true,
            per: 'week',
            law: [law.confirmed('Up to £144, or less if they choose.', 'North East Lincolnshire’s policy')],
            known: [asLastTime('deferredKeeps')],
          }),
          ask.yesno('deferTopUp', 'Own top-up put off', 'Does the council agree to put off the person’s own top-up?', {
            when: all(deferring, when('topUpPayer', 'own-money')),
            optional: true,
            law: [
              law.confirmed(
                'A third party’s top-up is paid, not put off; the person’s own is put off only if the council agrees.',
                'Leicestershire’s and Bath and North East Somerset’s policies',
              ),
            ],
            known: [asLastTime('deferTopUp')],
          }),
        ],
        { when: inHome },
      ),
    ]),
    section('person-and-household', 'Record the person and the household', [
      page('person', 'The person', [
        ask.date('dateOfBirth', 'Date of birth', 'When was the person born?', {
          reach: 'any',
          range: 'past',
          statutory: true,
          law: [
            law.confirmed('Pension Credit age follows from it.', 'Pensions Act 1995, Schedule 4; 2014 Act section 26'),
          ],
          known: [{ list: 'person', question: 'dateOfBirth' }, ...asTold('dateOfBirth')],
          notInCopy: true,
        }),
        ask.choice(
          'household',
          'Household',
          'Who belongs to the household?',
          [
            ['single', 'The person alone'],
            ['lone-parent', 'The person with a child, and no partner'],
            ['couple', 'The person with a partner'],
          ],
          {
            when: full,
            statutory: true,
            law: [
              law.confirmed(
                'Only the person’s own money counts, and their share of what is owned together.',
                'Statutory guidance, Annex C, paragraph 5',
              ),
            ],
            known: [asLastTime('household'), ...beside('partnerAtHome'), ...beside('maritalStatus')],
            notInCopy: true,
          },
        ),
        ask.date('partnerDateOfBirth', 'Partner’s date of birth', 'When was the partner born?', {
          reach: 'any',
          when: when('household', 'couple'),
          range: 'past',
          statutory: true,
          law: [
            law.confirmed(
              'The higher amount for a couple follows if one of them has reached Pension Credit age.',
              'SI 2014/2672, regulation 7(4)(b)',
            ),
          ],
          known: [asLastTime('partnerDateOfBirth')],
          notInCopy: true,
        }),
        ask.num('childrenInHousehold', 'Children in the household', 'How many children are there?', [0, 20], {
          when: keepsAHome,
          statutory: true,
          known: asTold('childrenInHousehold'),
          notInCopy: true,
        }),
        ask.multi(
          'premiums',
          'Premiums',
          'Which premiums are there, or would there be with income support?',
          [
            ['disability', 'Disability premium'],
            ['enhanced-disability', 'Enhanced disability premium'],
            ['carer', 'Carer premium'],
            ['none', 'None of these'],
          ],
          {
            alone: 'none',
            when: keepsAHome,
            statutory: true,
            law: [
              law.confirmed(
                'In a couple it is enough that one of them has it.',
                'SI 2014/2672, regulation 7(5) to (7)',
              ),
            ],
            known: [...asTold('premiums'), ...beside('caresForSomeone')],
            notInCopy: true,
          },
        ),
      ]),
    ]),
    section('income', 'Record the income', [
      page(
        'benefits',
        'Benefits and State Pension',
        [
          ask.date(
            'dwpCheckedOn',
            'Benefits checked on',
            'When were the benefits checked with the DWP, if the person agrees?',
            {
              optional: true,
              range: 'past-or-today',
              reach: 'life',
              known: [asLastTime('dwpCheckedOn'), ...beside('checkWithDwp'), ...beside('nationalInsuranceNumber')],
              notInCopy: true,
            },
          ),
          ask.yesno('hasBenefits', 'Has benefits or State Pension', 'Are there benefits or a State Pension?', {
            statutory: true,
            law: [
              law.confirmed(
                'Income is counted by the week, net of tax.',
                'SI 2014/2672 regulation 13 and Schedule 1 paragraph 1',
              ),
            ],
            known: asTold('hasBenefits'),
            notInCopy: true,
          }),
          ask.table(
            'benefits',
            'Benefits and State Pension',
            'Which ones, after tax?',
            'benefit',
            [
              ...benefitColumns,
              column.money('forHousing', 'Of Universal Credit, for housing', true),
              column.money('forChildren', 'Of Universal Credit, for children', true),
            ],
            {
              when: when('hasBenefits', 'yes'),
              statutory: true,
              known: asTold('benefits'),
              maxRows: 25,
              notInCopy: true,
            },
          ),
        ],
        { when: full },
      ),
      page(
        'other-income',
        'Other income',
        [
          ask.yesno('hasOtherIncome', 'Has other income', 'Does any other money come in?', {
            statutory: true,
            known: asTold('hasOtherIncome'),
            notInCopy: true,
          }),
          ask.table(
            'otherIncome',
            'Other income',
            'What else comes in?',
            'kind of money',
            [
              ...otherIncomeColumns,
              column.money('passedOn', 'Of a pension, passed on to a spouse or civil partner elsewhere', true),
            ],
            {
              when: when('hasOtherIncome', 'yes'),
              statutory: true,
              law: [
                law.confirmed(
                  'Rent from property that counts as capital is capital, not income.',
                  'SI 2014/2672, regulation 19(3)',
                ),
              ],
              known: asTold('otherIncome'),
              notInCopy: true,
            },
          ),
        ],
        {
          when: full,
          computed: [{ id: 'incomeCounted', label: 'Income that counts each week', rule: 'income-counted' }],
        },
      ),
    ]),
    section('capital', 'Record savings and property', [
      page(
        'savings',
        'Savings and investments',
        [
          ask.yesno('hasCapital', 'Has savings', 'Is there money in accounts, savings or investments?', {
            statutory: true,
            known: asTold('hasCapital'),
            notInCopy: true,
          }),
          ask.table(
            'capital',
            'Savings and investments',
            'What is there?',
            'account or investment',
            [
              ...capitalColumns,
              column.num('sharePercent', 'The person’s share in per cent, if not equal', [0, 100], true),
            ],
            {
              when: when('hasCapital', 'yes'),
              statutory: true,
              law: [
                law.fromMemory(
                  'Owned together counts in equal shares until another is shown.',
                  'SI 2014/2672, regulation 24',
                ),
              ],
              known: asTold('capital'),
              maxRows: 40,
              notInCopy: true,
            },
          ),
        ],
        { when: full },
      ),
      page(
        'given-away',
        'Given away, sold or moved',
        [
          ask.yesno('gaveAway', 'Gave away money or property', 'Was any money or property given away, sold or moved?', {
            statutory: true,
            known: asTold('gaveAway'),
            notInCopy: true,
          }),
          ask.table(
            'givenAway',
            'Given away, sold or moved',
            'What was it?',
            'gift or sale',
            [
              ...givenAwayColumns,
              column.money('paid', 'What was paid for it', true),
              column.yesno('wasGivenUp', 'The person gave up something of their own', true),
              column.yesno('foreseen', 'Could then expect to need and pay for care', true),
              column.yesno('toAvoid', 'Avoiding charges was a significant reason', true),
              column.date('heardOn', 'The person was heard on', true),
              column.long('reasons', 'Reasons for that finding, and what the person said', true),
              column.date('countedFrom', 'Counted since, where it was before', true),
            ],
            {
              when: when('gaveAway', 'yes'),
              statutory: true,
              law: [
                law.secondary(
                  'Two findings: it was given up, and to reduce the charge. Hear the person, and look for other reasons first.',
                  'Ombudsman’s guide, 2022',
                ),
                law.fromMemory(
                  'Avoiding charges must be a significant reason, not the only one.',
                  'Statutory guidance, Annex E',
                ),
              ],
              known: asTold('givenAway'),
              notInCopy: true,
            },
          ),
        ],
        { when: full },
      ),
      page(
        'property',
        'Home and other property',
        [
          ask.yesno('ownsProperty', 'Owns property', 'Does the person own a home, land or other property?', {
            statutory: true,
            known: asTold('ownsProperty'),
            notInCopy: true,
          }),
          ask.table(
            'property',
            'Property',
            'Which property?',
            'property',
            [
              ...propertyColumns,
              column.num('sharePercent', 'The person’s share in per cent, if not equal', [0, 100], true),
            ],
            {
              when: when('ownsProperty', 'yes'),
              statutory: true,
              law: [
                law.fromMemory(
                  'A tenth comes off where selling costs money, then what is secured on it. Of land the actual share counts.',
                  'SI 2014/2672, regulations 20 and 24',
                ),
              ],
              known: asTold('property'),
              maxRows: 10,
              notInCopy: true,
            },
          ),
        ],
        {
          when: when('financialChoice', 'full', 'light-touch'),
          computed: [
            { id: 'capitalCounted', label: 'Savings and property that count', rule: 'capital-counted' },
            { id: 'tariffIncome', label: 'Income taken to come from them each week', rule: 'tariff-income' },
          ],
        },
      ),
      page(
        'home-left-out',
        'Leaving the home out',
        [
          ask.date('disregardEndedOn', 'Day another reason ended', 'If another reason to leave it out ended, when?', {
            reach: 'life',
            optional: true,
            law: [
              law.fromMemory(
                'When the relative who lived there dies or goes into care, 12 weeks begin.',
                'SI 2014/2672, Schedule 2, paragraph 4',
              ),
            ],
            known: [asLastTime('disregardEndedOn')],
          }),
          ask.choice(
            'homeDiscretion',
            'Leaving it out by choice',
            'Does the council leave it out though it need not?',
            [
              ['not-asked', 'Nobody asked, and nothing suggests it'],
              ['left-out', 'Yes'],
              ['counted', 'No, though it was asked or suggested'],
            ],
            {
              statutory: true,
              law: [
                law.confirmed(
                  'Refusing needs a reasoned, written decision: who lives there, since when, why, and what harm there would be.',
                  'Ombudsman, Warwickshire, 21 007 248 and 22 013 200',
                ),
              ],
              known: [asLastTime('homeDiscretion')],
              notInCopy: true,
            },
          ),
          ask.text('discretionWho', 'Who lives in the home', 'Who lives there, or why else should it be left out?', {
            when: discretion,
            statutory: true,
            known: [asLastTime('discretionWho'), ...beside('property')],
            notInCopy: true,
          }),
          ask.date('discretionSince', 'They live there since', 'Since when, if someone lives there?', {
            when: discretion,
            optional: true,
            range: 'past-or-today',
            reach: 'life',
            known: [asLastTime('discretionSince')],
            notInCopy: true,
          }),
          ask.yesno('discretionOtherHome', 'They have another home', 'Have they another home to live in?', {
            when: discretion,
            statutory: true,
            known: [asLastTime('discretionOtherHome')],
            notInCopy: true,
          }),
          ask.yesno(
            'discretionGaveUp',
            'They gave up a home to care',
            'Did they give up a home of their own to care?',
            {
              when: discretion,
              statutory: true,
              known: [asLastTime('discretionGaveUp')],
              notInCopy: true,
            },
          ),
          ask.long('discretionHarm', 'Harm if the home is counted', 'What harm would there be if it were counted?', {
            when: discretion,
            statutory: true,
            known: [asLastTime('discretionHarm')],
            notInCopy: true,
          }),
          ask.long('homeDiscretionReasons', 'Reasons about the home', 'Why?', {
            when: discretion,
            statutory: true,
            known: [asLastTime('homeDiscretionReasons')],
            copy: 'Why we do or do not count your home',
          }),
        ],
        { when: all(forGood, when('ownsProperty', 'yes')) },
      ),
    ]),
    section('costs', 'Record the costs that are kept', [
      page(
        'home-to-go-back-to',
        'The home meanwhile',
        [
          ask.choice(
            'homeDuringStay',
            'The home during the stay',
            'What about the home while the person is away?',
            [
              ['goes-back', 'The person means to go back to it, and it is kept for them'],
              ['sells', 'It is being sold to buy another to live in'],
              ['neither', 'Neither'],
            ],
            {
              statutory: true,
              law: [
                law.confirmed(
                  'The home of a resident for a time is left out only for one of these two reasons.',
                  'SI 2014/2672, Schedule 2, paragraph 1',
                ),
              ],
              known: [asLastTime('homeDuringStay')],
              notInCopy: true,
            },
          ),
        ],
        { when: all(full, shortStay, when('ownsProperty', 'yes')) },
      ),
      page(
        'partner-at-home',
        'The partner at home',
        [
          ask.money(
            'leftForPartner',
            'Left for the partner',
            'How much does the partner at home need from this income?',
            {
              optional: true,
              per: 'week',
              law: [
                law.confirmed('A partner at home is left a basic income.', 'Statutory guidance, Annex F, paragraph 3'),
              ],
              known: [asLastTime('leftForPartner')],
            },
          ),
        ],
        { when: all(full, shortStay, when('household', 'couple')) },
      ),
      page(
        'housing-costs',
        'The home',
        [
          ask.table('housingCosts', 'Housing costs', 'What is paid for the home?', 'cost', housingCostColumns, {
            optional: true,
            statutory: true,
            law: [
              law.confirmed(
                'Kept by who lives at home, and by who is in a care home for a time. Insurance and water as the council chooses.',
                'SI 2014/2672, Schedule 1, paragraph 2',
              ),
            ],
            known: asTold('housingCosts'),
            notInCopy: true,
          }),
        ],
        { when: keepsAHome },
      ),
      page(
        'disability-costs',
        'Costs of illness or disability',
        [
          ask.yesno(
            'hasDisabilityCosts',
            'Has costs of disability',
            'Are there extra costs of illness or disability?',
            {
              statutory: true,
              law: [
                law.confirmed(
                  'Where benefits for disability count as income, these must be allowed. The list is not closed, nor bound by the plan.',
                  'Statutory guidance, Annex C, paragraph 40',
                ),
              ],
              known: asTold('hasDisabilityCosts'),
              notInCopy: true,
            },
          ),
          ask.table(
            'disabilityCosts',
            'Costs of illness or disability',
            'Which ones, and what is decided about each?',
            'cost',
            [
              ...disabilityCostColumns,
              column.num('lastsYears', 'Years that it lasts, if bought once', [1, 30], true),
              column.choice(
                'decision',
                'Decision',
                [
                  ['accepted', 'Accepted'],
                  ['part', 'Accepted in part'],
                  ['refused', 'Not accepted'],
                ],
                true,
              ),
              column.money('accepted', 'Accepted, if only a part', true),
              column.choice('why', 'Why not, or only a part', disabilityRefusals, true),
            ],
            {
              when: when('hasDisabilityCosts', 'yes'),
              statutory: true,
              known: asTold('disabilityCosts'),
              maxRows: 40,
              notInCopy: true,
            },
          ),
        ],
        { when: keepsAHome },
      ),
      page(
        'debts',
        'Debts',
        [
          ask.yesno(
            'debtAdvice',
            'Told who helps with debts',
            'If they owe money, were they told who helps with debts?',
            {
              optional: true,
              law: [
                law.confirmed(
                  'Advice on money is a duty. What is owed for other things than the home does not lower the charge.',
                  'Care Act 2014 section 4(3)',
                ),
              ],
              known: [asLastTime('debtAdvice'), ...beside('debts')],
              copy: 'We told you who helps with debts',
            },
          ),
        ],
        { when: full },
      ),
    ]),
    section('result', 'Confirm and tell', [
      page(
        'looked-up',
        'Figures looked up',
        [
          ask.table(
            'confirmed',
            'Figures found right',
            'Which figures did you look up and find right?',
            'figure',
            [column.text('field', 'Figure'), column.text('source', 'Where it was looked up')],
            {
              optional: true,
              law: [
                law.design('No charge is recorded that rests on a figure nobody has looked up.', 'Careway'),
                law.confirmed(
                  'Circulars came on 9 February 2024 and 3 February 2025.',
                  'Department of Health and Social Care',
                ),
              ],
              known: [asLastTime('confirmed')],
              maxRows: 40,
              notInCopy: true,
            },
          ),
          ask.table(
            'confirmedRates',
            'Figures put right',
            'Which rates are different, or were missing?',
            'rate',
            [
              column.text('year', 'Year, like 2026-27'),
              column.choice(
                'rate',
                'Rate',
                rateName.options.map((name) => [name, name.replaceAll('-', ' ')] as const),
              ),
              column.money('amount', 'Right amount'),
              column.text('source', 'Where it was read'),
              column.date('on', 'Read on'),
            ],
            { optional: true, known: [asLastTime('confirmedRates')], maxRows: 40, notInCopy: true },
          ),
        ],
        { computed: [{ id: 'charge', label: 'What the person pays each week', rule: 'charge' }] },
      ),
      page(
        'late',
        'When it changed',
        [
          ask.date('changedOn', 'Day of the change', 'When did the person’s money or care change?', {
            range: 'past-or-today',
            reach: 'life',
            statutory: true,
            law: [
              law.fromMemory(
                'A charge follows a change from its day on, and not before.',
                'Statutory guidance, chapter 8: regularly, and on a change',
              ),
            ],
            copy: 'It changed on',
          }),
          ask.choice(
            'late',
            'Late, and by whom',
            'Was it looked at late?',
            [
              ['no', 'No'],
              ['person', 'Yes: we were told late'],
              ['council', 'Yes: we knew, and were late ourselves'],
            ],
            {
              statutory: true,
              law: [
                law.design(
                  'Told late, it is charged from the change. For the council’s own delay the person does not pay more for days before they were told.',
                  'Careway; a person decides',
                ),
              ],
              notInCopy: true,
            },
          ),
          ask.long(
            'backdatedWhy',
            'Why it is charged for days before',
            'Why is it charged for days before, all the same?',
            {
              when: when('late', 'council'),
              optional: true,
              known: [asLastTime('backdatedWhy')],
              copy: 'Why you pay for days before we told you',
            },
          ),
        ],
        { when: when('assessmentReason', 'change') },
      ),
      page('told', 'Told', [
        ask.date('toldPersonOn', 'Day the person was told', 'When was the person told?', {
          statutory: true,
          law: [law.confirmed('The person gets a written record.', 'Care Act 2014 section 17(6)')],
          copy: 'You were told on',
        }),
      ]),
    ]),
  ],
});
