import { ask, column, page, when } from './build.ts';
import { anAdult, carerToldBeside, law, toldBeside } from './staff-words.ts';
import { wellbeingQuestions } from './wellbeing.ts';

const eligible = when('result', 'eligible');
const yesLikelyNo = [
  ['yes', 'Yes'],
  ['likely', 'It is likely'],
  ['no', 'No'],
] as const;

/** Condition 3, the same for adults and carers. Eligibility Regulations 2015 regs 2(1)(c) and 3(1)(c); Care Act 2014 s.1(2). */
export const impactPage = (whose: 'person' | 'carer', regulation: string) =>
  page('significant-impact', 'Impact on well-being', [
    ask.choice(
      'condition3',
      'Condition 3',
      `As a consequence, is there a significant impact on the ${whose}’s well-being?`,
      yesLikelyNo,
      {
        statutory: true,
        law: [
          law.confirmed('That it is likely is enough.', `Eligibility Regulations 2015 ${regulation}`),
          law.confirmed('“Significant” has its everyday meaning.', 'SCIE, eligibility criteria for adults'),
        ],
        known: whose === 'carer' ? carerToldBeside('effectSize') : toldBeside('effectSize', ...anAdult),
        meets: ['L30', regulation],
      },
    ),
    ask.multi(
      'condition3Areas',
      'Condition 3: areas',
      'Which areas of well-being?',
      wellbeingQuestions.map(({ area, name }) => [area, name] as const),
      {
        when: when('condition3', 'yes', 'likely'),
        statutory: true,
        known: [{ list: whose === 'carer' ? 'carer-assessment' : 'assessment', question: 'wellbeingAreas' }],
        meets: ['s.1(2)'],
      },
    ),
    ask.long('condition3Reason', 'Condition 3: reason', 'Condition 3: why?', { statutory: true }),
  ]);

/** The result with its reasons, and what could be done. Care Act 2014 s.13(1) to (4). */
export const decisionPage = (whose: 'person' | 'carer', fromRule: 'eligibility' | 'carer-eligibility') =>
  page(
    'decision',
    'Decision',
    [
      ask.choice(
        'result',
        'Result',
        'What is the result?',
        [
          ['eligible', 'Eligible needs'],
          ['not-eligible', 'No eligible needs'],
        ],
        {
          statutory: true,
          law: [
            law.confirmed('All three conditions must be met.', 'Care Act 2014 s.13(1); Eligibility Regulations 2015'),
          ],
          meets: ['L27', 's.13(1)'],
        },
      ),
      ask.long('decisionReasons', 'Reasons in plain English', 'What are the reasons, in plain English?', {
        statutory: true,
        law: [
          law.confirmed(
            'A written record of the decision and the reasons is given, whatever the result.',
            'Care Act 2014 s.13(2)',
          ),
        ],
        meets: ['s.13(2)'],
      }),
      ask.long(
        'withoutCareAndSupport',
        'Without care and support',
        'What could be done to meet the needs without care and support?',
        {
          statutory: true,
          law: [
            law.confirmed('Consider what could be done to meet eligible needs.', 'Care Act 2014 s.13(3)(a) and (4)'),
          ],
        },
      ),
      ...(whose === 'person'
        ? [
            ask.yesno(
              'wantsCouncilToMeetNeeds',
              'Wants the council to meet them',
              'Does the person want the council to meet the needs?',
              {
                when: eligible,
                statutory: true,
                law: [law.confirmed('Find out before a plan is made.', 'Care Act 2014 s.13(3)(b)')],
                meets: ['s.13(3)'],
              },
            ),
          ]
        : []),
      ask.choice(
        'ordinaryResidence',
        'Ordinary residence',
        'Where does the adult who needs care ordinarily live?',
        [
          ['in-area', 'In the area'],
          ['no-settled-residence', 'Nowhere settled, and is in the area'],
          ['elsewhere', 'In another council’s area'],
          ['not-established', 'It is not established yet'],
        ],
        {
          when: eligible,
          statutory: true,
          law: [
            law.confirmed(
              whose === 'carer'
                ? 'For a carer’s support the residence of the adult cared for counts.'
                : 'It is established after the decision, and never stands in the way of an assessment.',
              whose === 'carer' ? 'Care Act 2014 ss.13(4) and 20(1)' : 'Care Act 2014 s.13(3)(c)',
            ),
          ],
          known: [{ list: 'triage', question: 'residence', beside: true }],
          meets: ['L5'],
        },
      ),
      ask.text('authoriser', 'Who authorised it', 'Who authorised it, if anyone had to?', {
        optional: true,
        notInCopy: true,
      }),
    ],
    { computed: [{ id: 'eligibility', label: 'What the answers come to', rule: fromRule }] },
  );

const givesAdvice = when('adviceGiven', 'yes');

/** Written advice: by law where no needs are eligible, and wherever it helps. Care Act 2014 ss.2, 4 and 13(5). */
export const advicePage = page('advice', 'Advice', [
  ask.yesno('adviceGiven', 'Advice given', 'Is written advice given?', {
    statutory: true,
    law: [law.confirmed('With a decision of no eligible needs it must be.', 'Care Act 2014 s.13(5)')],
    notInCopy: true,
  }),
  ask.long('adviceMeetOrReduce', 'Advice: meet or reduce', 'What can meet or reduce the needs?', {
    when: givesAdvice,
    known: [{ list: 'triage', question: 'adviceGiven', beside: true }],
    statutory: true,
    meets: ['s.13(5)'],
  }),
  ask.long('advicePreventOrDelay', 'Advice: prevent or delay', 'What can prevent or delay needs?', {
    when: givesAdvice,
    statutory: true,
    meets: ['s.13(5)'],
  }),
  ask.table(
    'adviceLinks',
    'Where to find it',
    'Which web pages help?',
    'web page',
    [column.text('title', 'Title'), column.text('address', 'Web address')],
    { when: givesAdvice, optional: true },
  ),
]);

/** Who was given what. Care Act 2014 ss.12(3), (4) and 13(2). */
export const copiesPage = page('copies', 'Copies', [
  ask.yesno(
    'copyToOther',
    'Copy for the carer, or the adult',
    'Is a copy of the assessment wanted for the carer, or in a carer’s case for the adult looked after?',
    {
      optional: true,
      hint: 'A task opens to send it.',
      law: [
        law.fromMemory(
          'To any carer, if the adult asks; to the adult, if the carer asks.',
          'Care Act 2014 s.12(3) and (4)',
        ),
      ],
      notInCopy: true,
    },
  ),
  ask.text('copiesToOthers', 'Copies for others', 'For whom else is a copy wanted?', {
    optional: true,
    hint: 'A task opens to send them.',
    notInCopy: true,
  }),
  ask.table(
    'copies',
    'Copies given',
    'Which copies were given on paper or by hand?',
    'copy',
    [
      column.choice('what', 'What', [
        ['assessment', 'Assessment'],
        ['decision', 'Decision'],
        ['advice', 'Advice'],
      ]),
      column.text('to', 'Given to'),
      column.text('how', 'How'),
      column.date('on', 'Date'),
    ],
    {
      optional: true,
      law: [
        law.fromMemory(
          'The person gets the assessment; the carer and others if the person asks. Of a carer’s: the carer, and others if the carer asks.',
          'Care Act 2014 s.12(3) and (4)',
        ),
      ],
      notInCopy: true,
    },
  ),
]);
