import type { AnswersOf } from '../answers-of.ts';
import type { Condition } from '../form-language.ts';
import { ask, column, listAgain, page, section, when } from './fragments/build.ts';
import { waysToHold } from './fragments/plan-words.ts';
import { asLastTime, keyWorkerQuestion, law } from './fragments/staff-words.ts';

const directPayment = when('arrangements', 'direct-payment');
const topUp = when('topUp', 'yes');
const preferred = when('placePreferred', 'yes');
const ownMoney: Condition = { all: [topUp, when('topUpPayer', 'person')] };

/** How support was set up once the plan was agreed: how the budget is held, who gives the support, and when it starts. Care Act 2014 ss.18, 30 and 31. */
export const setUp = listAgain({
  id: 'set-up',
  version: 1,
  title: 'Set up support',
  audience: 'staff',
  intro: ['Support may start up to two weeks from today. The first review is counted from the day it starts.'],
  copyTitle: 'How your support is set up',
  send: 'Record that support is set up',
  exits: [],
  sections: [
    section('start', 'Record the start', [
      page('start', 'Start of support', [
        keyWorkerQuestion,
        ask.date('startedOn', 'Day support starts', 'On which day does support start?', {
          known: [{ list: 'plan', question: 'supportStartsOn' }],
          copy: 'Support starts',
        }),
        ask.multi('arrangements', 'How the budget is held', 'How is the budget held?', waysToHold, {
          alone: 'none',
          known: [
            { list: 'plan', question: 'paymentRoutes' },
            { list: 'plan', question: 'howToSpend', beside: true },
          ],
          copy: 'How your budget is held',
          meets: ['CB26', 'CB27', 'CB28', 'CV66'],
        }),
        ask.table(
          'providers',
          'Providers',
          'Who gives the support?',
          'provider',
          [
            column.text('name', 'Name'),
            column.text('gives', 'What they give'),
            column.date('from', 'From', true),
            column.text('contact', 'How to reach them', true),
          ],
          {
            optional: true,
            known: [
              { list: 'plan', question: 'needs', beside: true },
              // Whoever sets it up tells the providers how the person wants to be supported.
              { list: 'plan', question: 'howSupported', beside: true },
              { list: 'plan', question: 'whatMatters', beside: true },
              ...['plannerName', 'plannerFrom', 'plannerFor'].map((question) => ({
                list: 'planner',
                question,
                beside: true as const,
              })),
            ],
            copy: 'Who gives it',
          },
        ),
        ask.date('toldOfCostOn', 'Day told of the cost', 'When was the person told what they will pay?', {
          range: 'past-or-today',
          optional: true,
          law: [
            law.confirmed(
              'Starting support that is charged for before the cost was told was fault.',
              'LGSCO, Hartlepool 19 018 353',
            ),
          ],
          copy: 'We told you what you pay on',
        }),
        ask.text('contributionHow', 'How they pay their part', 'How does the person pay their part, and from when?', {
          hint: 'For example, by a bill every four weeks, the first in March. Say whom they ask about it.',
          optional: true,
          known: [asLastTime('contributionHow'), { list: 'finances', question: 'personPays', beside: true }],
          copy: 'How you pay your part',
          meets: ['CV67', 'CV81'],
        }),
      ]),
      page(
        'direct-payment',
        'Direct payment',
        [
          ask.date('paymentAgreedOn', 'Day of the agreement', 'When was the direct payment agreement signed?', {
            range: 'past-or-today',
            optional: true,
          }),
          ask.yesno('separateAccount', 'Separate account', 'Is there a separate bank account for it?'),
          ask.date('accountOpensOn', 'Account to be opened by', 'By which day is there one?', {
            when: when('separateAccount', 'no'),
            hint: 'Nothing is paid before that day.',
            copy: 'There is a separate bank account for it by',
          }),
          ask.yesno(
            'supportService',
            'Direct payment support service',
            'Does the person want help from a direct payment support service?',
            { optional: true, copy: 'You want help from a direct payment support service', meets: ['CV80'] },
          ),
          ask.text('helpToManage', 'Help to manage it', 'Who helps to manage it?', { optional: true }),
          ask.date('firstPaidOn', 'First payment', 'When is it first paid?', {
            law: [
              law.confirmed(
                'It is looked at within six months of the first payment, then at least every 12 months.',
                'SI 2014/2871 reg 7',
              ),
            ],
          }),
        ],
        {
          when: directPayment,
          opens: [
            {
              work: 'arrange-wanted-help',
              when: when('supportService', 'yes'),
              reason: 'They want help to manage a direct payment: refer them to a support service',
            },
          ],
        },
      ),
      page('choice-of-home', 'Choice of home', [
        ask.table(
          'placesOffered',
          'Homes offered',
          'Which homes or similar that suit the needs were offered?',
          'home',
          [
            column.text('name', 'Name'),
            column.money('weekly', 'What it costs each week'),
            column.text('said', 'What the person said to it', true),
          ],
          {
            hint: 'Where care is given in a home, at least one costs no more than the budget.',
            optional: true,
            law: [law.secondary('Offer at least one place within the budget that needs no top-up.', 'SI 2014/2670')],
            known: [asLastTime('placesOffered')],
            copy: 'Homes that we offered',
          },
        ),
        ask.yesno(
          'placePreferred',
          'A home of their choice',
          'Does the person want a particular care home or similar?',
          {
            optional: true,
            law: [
              law.confirmed(
                'It is arranged where it is of the type in the plan, suitable, available, on the council’s terms, and any extra cost is paid.',
                'Care Act 2014 s.30; SI 2014/2670',
              ),
            ],
          },
        ),
        ask.multi(
          'placeIs',
          'What is true of that home',
          'What is true of the home that they want?',
          [
            ['same-type', 'It is of the type that the plan says'],
            ['suitable', 'It suits the needs'],
            ['available', 'It is available'],
            ['accepts-terms', 'It accepts the council’s terms'],
            ['none', 'None of these'],
          ],
          { alone: 'none', optional: true, when: preferred },
        ),
        ask.yesno('placeArranged', 'Arranged', 'Is it arranged?', { optional: true, when: preferred }),
        ask.long(
          'placeRefusedWhy',
          'Why it is not arranged',
          'Why is it not arranged, and which homes were offered instead?',
          {
            optional: true,
            when: preferred,
            copy: 'Why we did not arrange the home that you wanted',
          },
        ),
      ]),
      page(
        'top-up',
        'Top-up',
        [
          ask.yesno('topUp', 'Top-up', 'Does anyone pay extra for a dearer place to live?', {
            law: [
              law.secondary('Offer at least one place within the budget that needs no top-up.', 'SI 2014/2670'),
              law.fromMemory(
                'A person may top up themselves only in the 12-week disregard, under a deferred payment, or for aftercare.',
                'SI 2014/2670 reg 5',
              ),
            ],
          }),
          ask.yesno('topUpOffered', 'Place within the budget', 'Was a place within the budget offered?', {
            when: topUp,
          }),
          ask.choice(
            'topUpPayer',
            'Who pays the top-up',
            'Who pays it?',
            [
              ['third-party', 'Someone else'],
              ['person', 'The person'],
            ],
            { when: topUp },
          ),
          ask.text('topUpPayerName', 'Name of who pays the top-up', 'Who is it, and how are they reached?', {
            optional: true,
            when: { all: [topUp, when('topUpPayer', 'third-party')] },
            hint: 'Whoever signs the agreement.',
          }),
          ask.choice(
            'topUpGround',
            'Why they may pay it themselves',
            'On which ground may they pay it themselves?',
            [
              ['twelve-week-disregard', 'The 12-week property disregard'],
              ['deferred-payment', 'A deferred payment agreement'],
              ['section-117', 'Free aftercare from a stay in a mental health hospital'],
              ['none', 'None of these'],
            ],
            {
              when: ownMoney,
              law: [law.fromMemory('Such aftercare is that of section 117.', 'Mental Health Act 1983 s.117')],
            },
          ),
          ask.yesno('topUpAbleAndWilling', 'Able and willing', 'Are they able and willing to go on paying it?', {
            when: topUp,
          }),
          ask.money('topUpFee', 'Fee of the place', 'What does the place cost each week?', {
            per: 'week',
            when: topUp,
          }),
          ask.money('topUpBudgetRate', 'Rate of the budget', 'What does the budget allow for it each week?', {
            per: 'week',
            when: topUp,
          }),
          ask.money(
            'cheapestHome',
            'Cheapest suitable home',
            'What does the cheapest suitable home that is free cost each week?',
            {
              hint: 'The budget is never less than this.',
              per: 'week',
              optional: true,
              when: topUp,
              law: [
                law.confirmed(
                  'Where the cheapest home that is free is dearer than the budget, the budget rises to it.',
                  'Councils’ published procedures on SI 2014/2670',
                ),
              ],
            },
          ),
          ask.multi(
            'topUpTerms',
            'Terms in the agreement',
            'What does the written agreement say?',
            [
              ['extra-cost', 'The extra cost'],
              ['what-budget-allows', 'What the budget allows'],
              ['frequency', 'How often it is paid'],
              ['payee', 'To whom it is paid'],
              ['review', 'When it is looked at again'],
              ['effect-of-stopping', 'What happens if payments stop'],
              ['effect-of-price-rises', 'What happens if the price rises'],
              ['effect-of-changed-finances', 'What happens if the payer’s money changes'],
            ],
            { when: topUp },
          ),
        ],
        { computed: [{ id: 'topUpWeekly', label: 'Top-up each week', rule: 'top-up-weekly' }] },
      ),
      page(
        'health',
        'NHS continuing healthcare',
        [
          ask.choice(
            'continuingHealthcare',
            'NHS continuing healthcare',
            'May the person be eligible for NHS continuing healthcare?',
            [
              ['no', 'No'],
              ['yes', 'Yes, and they have not been referred'],
              ['referred', 'Yes, and they have been referred'],
            ],
            {
              known: [{ list: 'assessment', question: 'continuingHealthcare', beside: true }],
              copy: 'You may be able to get NHS continuing healthcare',
            },
          ),
        ],
        {
          opens: [
            {
              work: 'refer-continuing-healthcare',
              when: when('continuingHealthcare', 'yes'),
              reason: 'The person may be eligible for NHS continuing healthcare',
            },
          ],
        },
      ),
    ]),
    section('copies', 'Give copies', [
      page('copies', 'Copies of the plan', [
        ask.table(
          'copiesGiven',
          'Copies given',
          'Which copies of the agreed plan were given?',
          'copy',
          [
            column.text('to', 'Given to'),
            column.text('how', 'How, and in which format'),
            column.date('on', 'Date'),
            column.choice(
              'basis',
              'Why, if the person was not asked about them',
              [
                ['consent', 'The person decided so'],
                ['professional', 'They are involved in the care'],
                ['best-interests', 'It is in the person’s best interests'],
                ['law', 'The law wants it'],
              ],
              true,
            ),
          ],
          {
            optional: true,
            known: [
              { list: 'plan', question: 'shareConsents', beside: true },
              { list: 'assessment', question: 'professionalsConsulted', beside: true },
            ],
            meets: ['CB16', 'CV73'],
          },
        ),
        ask.text('notSharedWhy', 'Not shared', 'If a professional who was asked has no copy, why not?', {
          hint: 'For example, the person said no, or they are not involved any more.',
          optional: true,
          known: [asLastTime('notSharedWhy')],
          copy: 'Why a professional has no copy',
        }),
      ]),
    ]),
  ],
});

/** How support was set up: the answers to its list. */
export type SetUpAnswers = AnswersOf<typeof setUp>;
