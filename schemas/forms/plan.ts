import type { AnswersOf } from '../answers-of.ts';
import { ask, column, inOwnWords, listAgain, page, section, when } from './fragments/build.ts';
import { kindsOfSupport, planOutcomes, ratePer, waysToHold, wellbeingAreas } from './fragments/plan-words.ts';
import { adultsOwn, asLastTime, keyWorkerQuestion, law, told, toldBeside, whoever } from './fragments/staff-words.ts';
import {
  advocateFromQuestion,
  difficultyQuestion,
  harmPage,
  otherInvolvedQuestions,
  supporterChecks,
  supporterQuestion,
  supportQuestion,
} from './fragments/staff-worries.ts';

const aboutCarer = when('about', 'carer');
const byOther = when('writtenBy', 'someone-for-person');
const directPayment = when('paymentRoutes', 'direct-payment');
const fund = when('paymentRoutes', 'individual-service-fund');
const paysRelative = when('paysRelative', 'yes');
const withoutCapacity = when('paymentCapacity', 'no');

const fromAssessment = (question: string) => [
  { list: 'assessment', question },
  { list: 'carer-assessment', question },
];

/**
 * A care and support plan, or a carer's support plan, as the person and their worker write it together, with the personal budget. The
 * same for both: what only one of them has is asked of that one. Care Act 2014 ss.24 to 26, 31 and 32.
 *
 * Longer than most files because the question list is read from top to bottom.
 */
export const plan = listAgain({
  id: 'plan',
  version: 1,
  title: 'Care and support plan',
  audience: 'staff',
  intro: [
    'Write the plan with the person. It may be as short or as detailed as they wish.',
    'What the assessment and the decision found stands beside the questions.',
  ],
  send: 'Send the plan for agreement',
  exits: [],
  sections: [
    section('the-person', 'Put the person first', [
      page('who-writes', 'Who writes the plan', [
        keyWorkerQuestion,
        ask.choice(
          'about',
          'Whose plan it is',
          'Whose plan is it?',
          [
            ['adult', 'An adult with needs for care and support'],
            ['carer', 'A carer'],
          ],
          { known: [asLastTime('about')], notInCopy: true },
        ),
        ask.choice(
          'writtenBy',
          'Plan written by',
          'Who writes the plan?',
          [
            ['person', 'The person'],
            ['person-with-help', 'The person, with help from others'],
            ['someone-for-person', 'Someone for them'],
            ['council', 'The council, with the person'],
          ],
          {
            law: [
              law.fromMemory(
                'The person, or someone for them, may write the plan; the council still signs it off.',
                'Care Act 2014 s.25(8)',
              ),
            ],
            known: [asLastTime('writtenBy')],
            copy: 'Who wrote it',
            meets: ['S5'],
          },
        ),
        ask.text('writtenWith', 'Who helped or wrote it', 'Who helped, or wrote it for them?', {
          hint: 'For example a friend, a provider, or an independent support planner.',
          when: when('writtenBy', 'person-with-help', 'someone-for-person'),
          known: [
            asLastTime('writtenWith'),
            ...['planner', 'plannerName', 'plannerFrom', 'plannerFor', 'plannerInstead'].map((question) => ({
              list: 'planner',
              question,
              beside: true as const,
            })),
          ],
        }),
        ask.yesno(
          'bestInterests',
          'Best interests',
          'Is the council satisfied that they acted in the person’s best interests?',
          {
            when: byOther,
            copy: 'Written in your best interests',
            meets: ['CB8'],
          },
        ),
        ask.long('bestInterestsWhy', 'How the council knows', 'How does the council know?', {
          when: byOther,
          meets: ['CB8'],
        }),
      ]),
      page('changes', 'Changes that were asked for', [
        ask.long(
          'changesMade',
          'What was changed',
          'If changes were asked for, what was changed, and what was not and why?',
          {
            optional: true,
            known: [
              { list: 'plan-agreement', question: 'sentBack', beside: true },
              { list: 'plan-agreement', question: 'whatChanges', beside: true },
              { list: 'plan-agreement', question: 'whyNot', beside: true },
              { list: 'plan-agreement', question: 'stepsTried', beside: true },
              { list: 'plan-agreement', question: 'startsMeanwhile', beside: true },
              { list: 'plan-checks', question: 'sentBack', beside: true },
              { list: 'plan-checks', question: 'whatToChange', beside: true },
              { list: 'council-agreement', question: 'sentBack', beside: true },
              { list: 'council-agreement', question: 'whatToChange', beside: true },
              { list: 'council-agreement', question: 'why', beside: true },
              { list: 'direct-payment-review', question: 'why', beside: true },
              { list: 'direct-payment-review', question: 'replacedBy', beside: true },
              { list: 'top-up-review', question: 'whatNow', beside: true },
            ],
            copy: 'What was changed after it was asked for',
          },
        ),
      ]),
      page(
        'taking-part',
        'Taking part',
        [
          difficultyQuestion([asLastTime('substantialDifficulty'), ...fromAssessment('substantialDifficulty')]),
          supportQuestion,
          supporterQuestion([asLastTime('supporterName'), ...fromAssessment('supporterName')]),
          ...supporterChecks,
          advocateFromQuestion,
          ...otherInvolvedQuestions,
        ],
        {
          law: [
            law.confirmed(
              'Preparing and revising a plan are among the occasions for an independent advocate.',
              'Care Act 2014 s.67(3)',
            ),
          ],
        },
      ),
      page('people-asked', 'Who was asked', [
        ask.table(
          'consulted',
          'People asked',
          'Who was asked while the plan was made?',
          'person',
          [
            column.text('name', 'Name'),
            column.choice('role', 'Who they are', [
              ['person', 'The person'],
              ['carer', 'A carer'],
              ['cared-for-adult', 'The person whom the carer looks after'],
              ['family-or-friend', 'Family or friend'],
              ['advocate', 'Independent advocate'],
              ['support-planner', 'Independent support planner'],
              ['professional', 'Professional'],
              ['provider', 'Provider'],
              ['other', 'Someone else'],
            ]),
            column.choice('askedForBy', 'Why they were asked', [
              ['law', 'The law says so'],
              ['person', 'The person wants it'],
              ['interested-in-welfare', 'They care how the person fares'],
            ]),
            column.long('view', 'What they said', true),
          ],
          {
            statutory: true,
            law: [
              law.confirmed(
                'Involve the adult, any carer, and anyone the adult asks for; without capacity, anyone interested in their welfare.',
                'Care Act 2014 s.25(3)',
              ),
              law.confirmed(
                'In a carer’s plan involve the carer, the adult if the carer asks, and anyone else the carer asks for.',
                'Care Act 2014 s.25(4)',
              ),
            ],
            known: [asLastTime('consulted'), { list: 'assessment', question: 'carerViews', beside: true }],
            copy: 'Who was asked',
          },
        ),
      ]),
      page('what-matters', 'What matters', [
        ask.long('strengths', 'Strengths', 'What can the person do for themselves?', {
          optional: true,
          known: [asLastTime('strengths'), ...fromAssessment('strengths'), ...told('strengths', ...adultsOwn)],
          copy: 'What you can do yourself',
          own: {
            label: 'What can {you} do for {themselves}?',
            hint: 'What goes well, and what {you want} to keep doing.',
          },
          meets: ['L1'],
        }),
        ask.long(
          'whatMatters',
          'People, places and routines',
          'What matters to the person: people, places, routines?',
          {
            known: [
              asLastTime('whatMatters'),
              { list: 'assessment', question: 'whatMatters' },
              ...told('whatMatters', ...adultsOwn),
            ],
            copy: 'What matters to you',
            own: { label: 'What matters to {you}?', hint: 'People, places and routines that {you want} to keep.' },
            meets: ['S15'],
          },
        ),
        ask.long('howSupported', 'How the person wants support', 'How does the person want to be supported?', {
          known: [asLastTime('howSupported')],
          copy: 'How you want to be supported',
          own: {
            label: 'How {do you} want to be supported?',
            hint: 'For example by whom, at what time of day, and what nobody should do.',
          },
          meets: ['S13', 'S14', 'CB17'],
        }),
        ask.long('howToSpend', 'How the budget is to be spent', 'How does the person want to spend their budget?', {
          hint: 'Where the council pays for support.',
          optional: true,
          known: [asLastTime('howToSpend')],
          copy: 'How you want to spend your budget',
          own: {
            label: 'How {do you} want to spend {your} budget?',
            hint: 'For example on whom, on which days, and if {you want} to pay for it {themselves}.',
          },
          meets: ['S16', 'W9'],
        }),
        ask.long(
          'supportInPlace',
          'Support already in place',
          'Which support from family, friends and community is there?',
          {
            optional: true,
            known: [
              asLastTime('supportInPlace'),
              { list: 'assessment', question: 'network' },
              ...toldBeside('otherHelp', ...adultsOwn),
              ...toldBeside('otherHelpDetail', ...adultsOwn),
            ],
            copy: 'Support that is there already',
            own: { label: 'Who helps {you} now?', hint: 'Family, friends, neighbours, clubs, and what they do.' },
            meets: ['CB4'],
          },
        ),
      ]),
    ]),
    section('needs', 'Say how each need is met', [
      page(
        'needs',
        'Needs',
        [
          ask.table(
            'needs',
            'Needs',
            'What are the needs and how are they met?',
            'need',
            [
              column.long('need', 'Need'),
              column.choice('outcome', 'Outcome', planOutcomes),
              column.yesno('eligible', 'Meets the eligibility criteria'),
              column.yesno('councilMeets', 'The council will meet it'),
              column.long('whyNotMet', 'Why the council will not meet it', true),
              inOwnWords(
                column.choice('supportType', 'Kind of support', kindsOfSupport),
                'What kind of support would {you} like?',
              ),
              column.text('support', 'Entry in the support catalogue', true),
              inOwnWords(
                column.long('howMet', 'How it is met'),
                'What support would {you} like with this?',
                'Say what would help, and how. It can be someone you know, a thing, a class or paid help.',
              ),
              inOwnWords(column.text('provider', 'Who provides it', true), 'Who would do it?'),
              inOwnWords(column.text('when', 'When'), 'When?', 'For example, every morning at 8.'),
              column.num('times', 'How many times a week', [1, 500], true),
              column.num('minutes', 'Minutes each time', [1, 1440], true),
              column.choice('per', 'The rate is for', ratePer, true),
              column.money('rate', 'Rate', true),
              inOwnWords(
                column.money('weeklyCost', 'Weekly cost to the council'),
                'What may it cost each week?',
                'A guess is fine. Leave it blank if you do not know, and put 0 if it costs nothing.',
              ),
              column.money('oneOffCost', 'One-off cost', true),
              inOwnWords(
                column.long('outcomeWanted', 'What the person wants to achieve'),
                'What {do you} want to achieve?',
              ),
              column.multi('wellbeing', 'Areas of well-being', wellbeingAreas, true),
            ],
            {
              maxRows: 40,
              own: { label: '{Your} needs and the support {you} would like' },
              statutory: true,
              law: [
                law.confirmed(
                  'The plan says which needs there are, how far each meets the criteria, which the council meets and how, and what it is for.',
                  'Care Act 2014 s.25(1)(a) to (d)',
                ),
                law.confirmed('Needs that will not be met are explained in writing.', 'Care Act 2014 s.24(2)'),
              ],
              known: [
                asLastTime('needs'),
                { list: 'decision', question: 'needsFound', beside: true },
                { list: 'carer-decision', question: 'needsFound', beside: true },
                { list: 'carer-assessment', question: 'breakWanted', beside: true },
                { list: 'review', question: 'changes', beside: true },
                { list: 'review', question: 'assessedAgain', beside: true },
                { list: 'review', question: 'reassessedChange', beside: true },
                { list: 'review', question: 'metNow', beside: true },
                { list: 'review', question: 'supportInappropriateWhy', beside: true },
              ],
              copy: 'Your needs and how they are met',
              meets: ['s.25(1)(a)-(d)', 'CV72'],
            },
          ),
        ],
        {
          computed: [
            { id: 'needsWeekly', label: 'All weekly costs', sum: ['needs.weeklyCost'] },
            { id: 'needsOneOff', label: 'All one-off costs', sum: ['needs.oneOffCost'] },
            { id: 'needsRated', label: 'Times at their rates, each week', rule: 'plan-rated-cost' },
          ],
        },
      ),
      page(
        'care-to-the-adult',
        'Care that relieves the carer',
        [
          ask.yesno(
            'careToAdult',
            'Care for the person looked after',
            'Is any of it care given to the person whom the carer looks after?',
            {
              statutory: true,
              law: [
                law.confirmed(
                  'Care given to the adult to relieve the carer needs the adult’s agreement, and its charge is the adult’s.',
                  'Care Act 2014 s.20',
                ),
              ],
              known: [asLastTime('careToAdult')],
              copy: 'Care given to the person you look after',
            },
          ),
          ask.choice(
            'adultAgrees',
            'Their agreement',
            'Does the person looked after agree to it?',
            [
              ['yes', 'Yes'],
              ['no', 'No'],
              ['cannot-decide', 'They cannot decide, and it is in their best interests'],
              ['not-asked', 'They have not been asked'],
            ],
            { when: when('careToAdult', 'yes'), statutory: true, copy: 'They agree to it' },
          ),
        ],
        { when: aboutCarer },
      ),
      page('options', 'Options', [
        ask.long(
          'optionsConsidered',
          'Options talked through',
          'Which other ways to meet the needs were talked through?',
          {
            hint: 'For example equipment, technology, reablement, or a different provider, and why this one.',
            optional: true,
            law: [
              law.secondary('Money bears on how needs are met, not on whether they are.', 'Statutory guidance 10.27'),
            ],
            known: [
              asLastTime('optionsConsidered'),
              { list: 'assessment', question: 'telecare', beside: true },
              { list: 'decision', question: 'withoutCareAndSupport', beside: true },
              { list: 'carer-decision', question: 'withoutCareAndSupport', beside: true },
            ],
            copy: 'Other ways that we talked through',
          },
        ),
        ask.yesno(
          'combined',
          'Combined with another plan',
          'Is it combined with the plan of a carer, or of the person looked after?',
          {
            optional: true,
            law: [law.fromMemory('Plans may be combined only if everyone concerned agrees.', 'Care Act 2014 s.25(11)')],
            copy: 'Combined with another plan',
          },
        ),
        ask.yesno('combinedAgreed', 'Agreement to combine', 'Does everyone concerned agree that they are combined?', {
          when: when('combined', 'yes'),
        }),
      ]),
      page('risks', 'Risks and emergencies', [
        ask.table(
          'risks',
          'Risks',
          'Which risks are there and what was agreed?',
          'risk',
          [
            inOwnWords(column.long('risk', 'Risk'), 'What could go wrong?'),
            inOwnWords(column.long('agreed', 'What was agreed'), 'What should be done about it?'),
          ],
          {
            hint: 'A person may choose to take a risk.',
            own: {
              label: 'What could go wrong, and how {do you} want to keep safe?',
              hint: 'A person may choose to take a risk.',
            },
            optional: true,
            known: [asLastTime('risks'), { list: 'assessment', question: 'risks', beside: true }],
          },
        ),
        ask.long('contingency', 'If things change suddenly', 'What happens if things change suddenly?', {
          law: [
            law.confirmed(
              'Where needs go up and down, the plan says what to do on a sudden change or in an emergency.',
              'Think Local Act Personal, on fluctuating needs',
            ),
          ],
          known: [
            asLastTime('contingency'),
            { list: 'carer-assessment', question: 'ifCannotGoOn', beside: true },
            { list: 'carer-assessment', question: 'emergencyPlan', beside: true },
          ],
          copy: 'If something changes suddenly',
          own: {
            label: 'What should happen if something changes suddenly?',
            hint: 'For example if {you are} ill, or whoever helps {you} cannot come.',
          },
        }),
      ]),
      harmPage([asLastTime('harmSuspected'), ...toldBeside('treatedBadly', ...whoever)]),
      page('advice', 'Advice', [
        ask.long(
          'adviceMeetOrReduce',
          'Advice to meet or reduce needs',
          'What advice was given on what can meet or reduce the needs?',
          {
            statutory: true,
            law: [law.confirmed('The plan holds advice on both.', 'Care Act 2014 s.25(1)(f)')],
            known: [asLastTime('adviceMeetOrReduce'), { list: 'decision', question: 'adviceMeetOrReduce' }],
            copy: 'What can meet or reduce your needs',
            meets: ['s.25(1)(f)'],
          },
        ),
        ask.long(
          'advicePreventOrDelay',
          'Advice to prevent or delay needs',
          'What advice was given on what can prevent or delay needs?',
          {
            statutory: true,
            known: [asLastTime('advicePreventOrDelay'), { list: 'decision', question: 'advicePreventOrDelay' }],
            copy: 'What can prevent or delay needs',
            meets: ['s.25(1)(f)'],
          },
        ),
        ask.table(
          'adviceLinks',
          'Where to find more',
          'Where is there more about it?',
          'link',
          [column.text('title', 'Name'), column.text('address', 'Web address')],
          { optional: true, known: [asLastTime('adviceLinks'), { list: 'decision', question: 'adviceLinks' }] },
        ),
      ]),
    ]),
    section('less', 'Say what gets less', [
      page(
        'less',
        'Less than the plan in force',
        [
          ask.table(
            'lessReasons',
            'Reasons for less',
            'For which needs is there less, in cost, hours or help, than in the plan in force?',
            'need with less',
            [
              column.choice('outcome', 'Outcome', planOutcomes),
              column.long('why', 'Why there is less'),
              column.long('metNow', 'How the need is met now'),
            ],
            { optional: true, statutory: true, copy: 'Where there is less, and why' },
          ),
          ask.long('lessView', 'What the person says to less', 'What does the person say to having less?', {
            optional: true,
            statutory: true,
            known: [
              { list: 'review', question: 'viewOfLess' },
              { list: 'review', question: 'lessFrom', beside: true },
            ],
            copy: 'What you said to it',
          }),
          ask.date('lessToldOn', 'Day told of less', 'When was the person told that there will be less?', {
            range: 'past-or-today',
            optional: true,
            statutory: true,
            copy: 'We told you on',
          }),
          ask.yesno('lessSooner', 'Sooner than the notice', 'Does the person agree that it starts sooner?', {
            hint: 'Otherwise it starts when the council’s days of notice are over.',
            optional: true,
            copy: 'You agreed that it starts sooner',
          }),
        ],
        {
          law: [
            law.confirmed(
              'A cut is not barred. It needs a review or reassessment, a reason for each need, how it is met now, and the person’s view.',
              'Care Act 2014 s.27(4) and (5); LGSCO, Dudley 25 000 854',
            ),
            law.design(
              'No length of notice is in the law: 28 days unless the council says otherwise.',
              'Our own choice',
            ),
          ],
        },
      ),
    ]),
    section('budget', 'Set out the budget', [
      page(
        'personal-budget',
        'Personal budget',
        [
          ask.choice(
            'budgetStage',
            'Stage of the budget',
            'Is the budget estimated or final?',
            [
              ['estimated', 'Estimated: the financial assessment is still to come'],
              ['final', 'Final'],
            ],
            {
              law: [
                law.confirmed(
                  'An estimate comes before planning and may go up or down; the figure is final at sign-off.',
                  'Statutory guidance 11.24',
                ),
              ],
              copy: 'The budget is',
              meets: ['L40'],
            },
          ),
          ask.money(
            'budgetCost',
            'Weekly cost of the plan',
            'What does it cost the council each week to meet the needs?',
            {
              per: 'week',
              statutory: true,
              law: [
                law.confirmed(
                  'The budget states the cost to the council of meeting the needs.',
                  'Care Act 2014 s.26(1)(a)',
                ),
                law.fromMemory(
                  'Reablement and intermediate care stay out of it.',
                  'Personal Budget: Exclusion of Costs Regulations 2014',
                ),
              ],
              known: [{ list: 'estimate', question: 'weeklyTotal' }],
              copy: 'What your support costs',
              meets: ['s.26(1)(a)'],
            },
          ),
          ask.money('budgetPerson', 'Weekly amount the person pays', 'What does the person pay each week?', {
            hint: 'Leave both shares blank: they come from the financial assessment. If you enter them, they have to agree with it.',
            per: 'week',
            optional: true,
            statutory: true,
            law: [law.confirmed('After the financial assessment.', 'Care Act 2014 s.26(1)(b)')],
            known: [{ list: 'finances', question: 'personPays' }],
            copy: 'You pay',
            meets: ['s.26(1)(b)'],
          }),
          ask.money('budgetCouncil', 'Weekly amount the council pays', 'What does the council pay each week?', {
            per: 'week',
            optional: true,
            statutory: true,
            copy: 'The council pays',
            meets: ['s.26(1)(c)'],
          }),
          ask.long(
            'estimateDiffersWhy',
            'Why it is not the estimate',
            'If the plan costs more or less than the estimate, why?',
            {
              optional: true,
              statutory: true,
              law: [
                law.confirmed(
                  'An estimate may go up or down. Whoever checks the plan reads why.',
                  'Statutory guidance 11.24',
                ),
              ],
              known: [{ list: 'estimate', question: 'weeklyTotal', beside: true }],
              copy: 'Why it is not the estimate',
            },
          ),
          ask.table(
            'otherPublicMoney',
            'Other public money',
            'What other public money helps to meet the needs?',
            'amount',
            [
              column.choice('source', 'Where it is from', [
                ['health', 'The NHS'],
                ['housing', 'Housing'],
                ['education', 'Education'],
                ['employment', 'Employment'],
                ['other', 'Somewhere else'],
              ]),
              column.text('detail', 'What it is for'),
              column.money('weekly', 'Weekly amount'),
            ],
            {
              optional: true,
              law: [
                law.confirmed('It may be listed beside the budget and is no part of its sum.', 'Care Act 2014 s.26(3)'),
              ],
              known: [asLastTime('otherPublicMoney')],
              meets: ['CV71', 's.26(3)'],
            },
          ),
        ],
        {
          computed: [
            { id: 'budgetLines', label: 'Cost by the needs that the council meets', rule: 'plan-weekly-cost' },
            { id: 'budgetShares', label: 'Both shares together', sum: ['budgetPerson', 'budgetCouncil'] },
          ],
        },
      ),
      page(
        'payment-routes',
        'How the budget is held',
        [
          ask.multi('paymentRoutes', 'How the budget is held', 'How is the budget held?', waysToHold, {
            alone: 'none',
            statutory: true,
            law: [
              law.confirmed(
                'The person is told which needs may be met by direct payments, and helped to decide.',
                'Care Act 2014 s.24(1)',
              ),
            ],
            known: [asLastTime('paymentRoutes'), { list: 'review', question: 'directPaymentDetail', beside: true }],
            meets: ['CB26', 'CB27', 'CB28', 'CV65', 'CV66'],
          }),
          ask.long('waysTalkedThrough', 'Ways talked through', 'What was said when these ways were talked through?', {
            hint: 'For example what a direct payment is, and who could help with it or look after it.',
            optional: true,
            known: [asLastTime('waysTalkedThrough')],
            copy: 'What we said about the ways to hold it',
            meets: ['CV68'],
          }),
          ask.table(
            'directPayments',
            'Direct payments',
            'Which direct payments are made?',
            'payment',
            [
              column.text('needs', 'Numbers of the needs it meets'),
              column.money('weekly', 'Weekly amount'),
              column.choice('every', 'How often it is paid', [
                ['weekly', 'Every week'],
                ['every-four-weeks', 'Every four weeks'],
                ['monthly', 'Every month'],
                ['once', 'Once'],
              ]),
              column.money('amountEachTime', 'Amount each time'),
              column.choice('paidTo', 'Paid to', [
                ['person', 'The person'],
                ['nominee', 'A nominee'],
                ['authorised-person', 'An authorised person'],
              ]),
              column.text('recipientName', 'Name of who receives it'),
            ],
            {
              hint: 'Needs are numbered from 1 in the order above. A single payment has a weekly amount of £0.',
              maxRows: 10,
              when: directPayment,
              statutory: true,
              law: [
                law.confirmed(
                  'Say which needs it meets, its amount and how often it is paid.',
                  'Care Act 2014 s.25(1)(g) and (2)',
                ),
              ],
              known: [asLastTime('directPayments')],
              meets: ['s.25(1)(g)', 'CV69'],
            },
          ),
          ask.long(
            'paymentRefusedWhy',
            'Why there is no direct payment',
            'If a direct payment was asked for and there is none, why not?',
            {
              hint: 'The person reads this in their plan, with how to question it.',
              optional: true,
              statutory: true,
              law: [
                law.secondary(
                  'A refusal is in writing, with reasons and how to question it.',
                  'Councils’ published procedures',
                ),
              ],
              known: [{ list: 'plan-agreement', question: 'budgetHeld', beside: true }],
              copy: 'Why there is no direct payment',
            },
          ),
          ask.money(
            'managedWeekly',
            'Weekly amount the council manages',
            'How much does the council manage each week?',
            {
              per: 'week',
              when: when('paymentRoutes', 'council-managed'),
              known: [asLastTime('managedWeekly')],
            },
          ),
          ask.money(
            'fundWeekly',
            'Weekly amount held by a third party',
            'How much does the third party hold each week?',
            {
              per: 'week',
              when: fund,
              known: [asLastTime('fundWeekly')],
            },
          ),
          ask.text('fundHeldBy', 'Who holds it', 'Who holds the money for the person?', {
            when: fund,
            known: [asLastTime('fundHeldBy')],
          }),
          ask.choice(
            'contributionPaid',
            'How the person pays',
            'How does the person pay what they pay?',
            [
              ['to-council', 'To the council'],
              ['taken-off-direct-payment', 'It is taken off the direct payment'],
            ],
            { when: directPayment, known: [asLastTime('contributionPaid')] },
          ),
        ],
        {
          computed: [
            {
              id: 'heldWeekly',
              label: 'All ways together, each week',
              sum: ['directPayments.weekly', 'managedWeekly', 'fundWeekly'],
            },
          ],
        },
      ),
      page(
        'direct-payment-conditions',
        'Whether it must be a direct payment',
        [
          ask.yesno('paymentAskedFor', 'Asked for', 'Did the person ask for a direct payment?', {
            notInCopy: true,
            law: [law.confirmed('Who asks, and meets four conditions, must be paid.', 'Care Act 2014 s.31')],
          }),
          ask.yesno('paymentCapacity', 'Capacity to ask for it', 'Can the person decide to ask for it?', {
            notInCopy: true,
            law: [
              law.confirmed(
                'Otherwise an authorised person may ask, who holds power over care needs or is found suitable.',
                'Care Act 2014 s.32(4)',
              ),
            ],
          }),
          ask.choice(
            'authorisedAs',
            'On which footing they are authorised',
            'On which footing may whoever asks for the person do so?',
            [
              ['holds-power', '(a) They hold power over care needs under the Mental Capacity Act'],
              ['agreed-with-holder', '(b) Whoever holds that power, and the council, agree that they are suitable'],
              ['council-decides', '(c) Nobody holds that power, and the council finds them suitable'],
            ],
            {
              optional: true,
              statutory: true,
              when: withoutCapacity,
              notInCopy: true,
              law: [law.confirmed('Three footings, in this order.', 'Care Act 2014 s.32(4)(a) to (c)')],
            },
          ),
          ask.choice(
            'authorityOver',
            'What their authority is over',
            'What is the authority of whoever asks over?',
            [
              ['welfare', 'Health, welfare or care'],
              ['property', 'Property and money alone'],
              ['none', 'They hold none'],
            ],
            { optional: true, statutory: true, when: withoutCapacity, notInCopy: true },
          ),
          ask.choice(
            'authoritySupports',
            'Who holds authority',
            'Does whoever holds authority for the person’s care support it?',
            [
              ['yes', 'Yes'],
              ['no', 'No'],
              ['nobody', 'Nobody holds authority'],
            ],
            { when: withoutCapacity, notInCopy: true },
          ),
          ask.yesno(
            'recipientBestInterests',
            'Acts in their best interests',
            'Will whoever receives it act in the person’s best interests?',
            {
              when: withoutCapacity,
              notInCopy: true,
            },
          ),
          ask.choice(
            'recipientAgrees',
            'Whether a nominee agrees',
            'Does a nominee agree to receive it?',
            [
              ['no-nominee', 'There is no nominee'],
              ['yes', 'Yes'],
              ['no', 'No'],
            ],
            { notInCopy: true },
          ),
          ask.yesno(
            'paymentManageable',
            'Can be managed',
            'Can whoever receives it manage it, with the help there is?',
            {
              notInCopy: true,
            },
          ),
          ask.choice(
            'paymentRuledOut',
            'Ruled out',
            'Is it ruled out?',
            [
              ['no', 'No'],
              ['prohibited', 'Regulations prohibit it'],
              ['council-decided', 'Regulations leave it to the council, which decided against it'],
            ],
            {
              notInCopy: true,
              law: [
                law.fromMemory(
                  'For example long stays in a care home, or treatment that a court has ordered.',
                  'SI 2014/2871 regs 2 and 6',
                ),
              ],
            },
          ),
          ask.yesno('paymentAppropriate', 'Fits the needs', 'Is it an appropriate way to meet these needs?', {
            notInCopy: true,
          }),
          ask.yesno('paysRelative', 'Pays a relative', 'Is it to pay a partner or a relative of the person?', {
            law: [
              law.secondary(
                'A partner is never paid, nor a close relative in the same home, unless the council finds it necessary.',
                'SI 2014/2871 reg 3',
              ),
            ],
            notInCopy: true,
          }),
          ask.choice(
            'relativeIs',
            'Relative who is paid',
            'Which relative is it?',
            [
              ['partner', 'Husband, wife or partner'],
              ['same-home', 'Another relative in the same home'],
              ['other-home', 'Another relative who lives elsewhere'],
            ],
            { when: paysRelative, notInCopy: true },
          ),
          ask.choice(
            'relativePaidFor',
            'What the relative is paid for',
            'What is the relative paid for?',
            [
              ['care', 'Care'],
              ['administration', 'Managing the payment'],
            ],
            { optional: true, when: paysRelative, notInCopy: true },
          ),
          ask.long('relativeNecessary', 'Why it is necessary', 'Why is it necessary to pay them?', {
            hint: 'Of a partner in any home, or another close relative in the same home.',
            optional: true,
            when: paysRelative,
            notInCopy: true,
          }),
        ],
        { when: directPayment },
      ),
    ]),
    section('agreement', 'Share it and set the dates', [
      page('sharing', 'Sharing the plan', [
        ask.table(
          'shareConsents',
          'Who may have a copy',
          'Who may have a copy, and who may not?',
          'person or service',
          [
            column.text('who', 'Who'),
            column.yesno('may', 'They may have it'),
            column.text('what', 'What they may have, if not all', true),
            column.choice('basis', 'Why', [
              ['consent', 'The person decided so'],
              ['professional', 'They are involved in the care'],
              ['best-interests', 'It is in the person’s best interests'],
            ]),
          ],
          {
            optional: true,
            law: [law.fromMemory('The person, and on their wish others, are given a copy.', 'Care Act 2014 s.25(9)')],
            known: [
              asLastTime('shareConsents'),
              ...toldBeside('shareWith', 'needs-assessment', 'carers-assessment'),
              ...fromAssessment('professionalsConsulted').map((known) => ({ ...known, beside: true as const })),
            ],
            meets: ['s.25(9)'],
          },
        ),
      ]),
      page('dates', 'Dates', [
        ask.date('supportStartsOn', 'Date support starts', 'When does support start?', {
          known: ['replacedFrom', 'endsOn'].map((question) => ({
            list: 'direct-payment-review',
            question,
            beside: true as const,
          })),
          copy: 'Support starts',
        }),
        ask.date('firstReviewOn', 'Date of the first review', 'When is the first review, if a day is agreed?', {
          optional: true,
          copy: 'First review',
          meets: ['L41', 'S30'],
        }),
      ]),
    ]),
  ],
});

/** What a plan says: the answers to its list. */
export type PlanAnswers = AnswersOf<typeof plan>;
