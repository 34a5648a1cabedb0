import type { Form } from '../form-language.ts';
import { ask, column, page, when } from './fragments/build.ts';

const outcomes = [
  ['nutrition', 'Eating and drinking'],
  ['hygiene', 'Keeping clean'],
  ['toilet', 'Using the toilet'],
  ['clothed', 'Getting dressed'],
  ['home-safely', 'Being safe at home'],
  ['habitable-home', 'Looking after the home'],
  ['relationships', 'Family and friends'],
  ['work-education', 'Work, learning and volunteering'],
  ['community', 'Getting out and about'],
  ['child-care', 'Looking after a child'],
  ['carer-health', 'The carer’s own health'],
  ['carer-outcome', 'Another outcome for a carer'],
] as const;

const supportTypes = [
  ['information-advice', 'Information and advice'],
  ['own-strengths', 'What the person can do'],
  ['family-friends', 'Family and friends'],
  ['community', 'Community groups'],
  ['equipment-adaptations', 'Equipment or changes to the home'],
  ['technology', 'Technology'],
  ['reablement', 'Reablement'],
  ['home-care', 'Home care'],
  ['day-opportunities', 'Day opportunities'],
  ['carer-support', 'Support for a carer'],
  ['carer-break', 'Break for a carer'],
  ['shared-lives', 'Shared Lives'],
  ['housing-with-care', 'Housing with care'],
  ['care-home', 'Care home'],
  ['other', 'Something else'],
] as const;

const check = (id: string, name: string, label: string) => [
  ask.yesno(id, name, label, { meets: ['CB12', 'CB13', 'CB14'] }),
  ask.long(`${id}Why`, `${name}: reason`, `${name}: why?`, { error: `Give the reason: ${name.toLowerCase()}` }),
];

/**
 * A care and support plan, or a carer's support plan, as the person and their worker write it together. Care Act 2014 s.25 and s.26.
 *
 * Longer than most files because the question list is read from top to bottom.
 */
export const plan: Form = {
  id: 'plan',
  version: 1,
  title: 'Care and support plan',
  audience: 'staff',
  minutes: 60,
  intro: ['Write the plan with the person. It may be as short or as detailed as they wish.'],
  send: 'Send the plan for agreement',
  exits: [],
  sections: [
    {
      id: 'the-person',
      title: 'Put the person first',
      pages: [
        page('who-writes', 'Who writes the plan', [
          ask.choice(
            'planWrittenBy',
            'Plan written by',
            'Who writes the plan?',
            [
              ['person', 'The person'],
              ['with-help', 'The person with help from others'],
              ['someone-for-them', 'Someone for them'],
              ['council', 'The council, with the person'],
            ],
            { meets: ['CB5', 'CB6', 'CB7', 'S5', 'S6'] },
          ),
          ask.yesno('bestInterests', 'Best interests', 'Did whoever wrote it act in the person’s best interests?', {
            when: when('planWrittenBy', 'someone-for-them'),
            meets: ['CB8'],
          }),
        ]),
        page('what-matters', 'What matters', [
          ask.long('strengths', 'Strengths', 'What can the person do for themselves?', { meets: ['S21', 'L1'] }),
          ask.long(
            'peoplePlacesRoutines',
            'People, places and routines',
            'What matters to the person: people, places, routines?',
            { meets: ['S15'] },
          ),
          ask.long('howSupported', 'How the person wants support', 'How does the person want to be supported?', {
            meets: ['S13', 'S14'],
          }),
          ask.long(
            'informalSupport',
            'Support already in place',
            'Which support from family, friends and community is there?',
            { optional: true, meets: ['S22', 'CB4'] },
          ),
        ]),
      ],
    },
    {
      id: 'needs',
      title: 'Say how each need is met',
      pages: [
        page('needs', 'Needs', [
          ask.table(
            'needs',
            'Needs',
            'What are the needs and how are they met?',
            'need',
            [
              column.text('need', 'Need'),
              column.choice('outcome', 'Outcome', outcomes),
              column.yesno('eligible', 'Meets the eligibility criteria'),
              column.yesno('councilMeets', 'The council will meet it'),
              column.text('whyNotMet', 'Why the council will not meet it', true),
              column.choice('supportType', 'Kind of support', supportTypes),
              column.long('howMet', 'How it is met'),
              column.text('provider', 'Who provides it', true),
              column.text('when', 'When'),
              column.money('weeklyCost', 'Weekly cost'),
              column.money('oneOffCost', 'One-off cost', true),
              column.text('outcomeWanted', 'What the person wants to achieve'),
              column.text('wellbeing', 'Areas of well-being', true),
            ],
            { maxRows: 40, meets: ['s.25(1)(a)-(d)', 'L38', 'CV72'] },
          ),
        ]),
        page('risks', 'Risks and emergencies', [
          ask.table(
            'risks',
            'Risks',
            'Which risks are there and what was agreed?',
            'risk',
            [column.text('risk', 'Risk'), column.long('agreed', 'What was agreed')],
            { optional: true, meets: ['CB15'] },
          ),
          ask.long('contingency', 'If things change suddenly', 'What happens if things change suddenly?'),
        ]),
        page('plan-advice', 'Advice', [
          ask.long(
            'adviceMeetOrReduce',
            'Advice to meet or reduce needs',
            'What advice was given to meet or reduce needs?',
            { meets: ['s.25(1)(f)'] },
          ),
          ask.long(
            'advicePreventOrDelay',
            'Advice to prevent or delay needs',
            'What advice was given to prevent or delay needs?',
            { meets: ['s.25(1)(f)', 'CB20'] },
          ),
        ]),
      ],
    },
    {
      id: 'budget',
      title: 'Set out the budget',
      pages: [
        page('personal-budget', 'Personal budget', [
          ask.money(
            'budgetTotal',
            'Weekly cost of the plan',
            'What does it cost the council each week to meet the needs?',
            { per: 'week', meets: ['s.26(1)(a)'] },
          ),
          ask.money('budgetPerson', 'Weekly amount the person pays', 'What does the person pay each week?', {
            per: 'week',
            meets: ['s.26(1)(b)'],
          }),
          ask.money('budgetCouncil', 'Weekly amount the council pays', 'What does the council pay each week?', {
            per: 'week',
            meets: ['s.26(1)(c)'],
          }),
          ask.money('budgetHealth', 'Weekly amount from the NHS', 'What does the NHS pay each week?', {
            per: 'week',
            optional: true,
            meets: ['CV71', 's.26(3)'],
          }),
          ask.money(
            'budgetOther',
            'Weekly amount from other public money',
            'What other public money is there each week?',
            { per: 'week', optional: true, meets: ['s.26(3)'] },
          ),
        ]),
        page('payment-routes', 'How the budget is held', [
          ask.multi(
            'paymentRoutes',
            'How the budget is held',
            'How is the budget held?',
            [
              ['direct-payment', 'Direct payment'],
              ['council-managed', 'Managed by the council'],
              ['third-party', 'Held by a provider or other third party'],
            ],
            { meets: ['CB26', 'CB27', 'CB28', 'CV65', 'CV66'] },
          ),
          ask.text('directPaymentNeeds', 'Needs met by direct payment', 'Which needs does the direct payment meet?', {
            when: when('paymentRoutes', 'direct-payment'),
            meets: ['s.25(1)(g)'],
          }),
          ask.money('directPaymentAmount', 'Direct payment amount', 'How much is each direct payment?', {
            when: when('paymentRoutes', 'direct-payment'),
            meets: ['s.25(1)(g)'],
          }),
          ask.choice(
            'directPaymentEvery',
            'How often it is paid',
            'How often is it paid?',
            [
              ['week', 'Every week'],
              ['four-weeks', 'Every four weeks'],
              ['month', 'Every month'],
            ],
            { when: when('paymentRoutes', 'direct-payment'), meets: ['s.25(1)(g)'] },
          ),
          ask.text(
            'directPaymentNominee',
            'Nominee',
            'Who manages the direct payment for the person, if not they themselves?',
            { when: when('paymentRoutes', 'direct-payment'), optional: true, meets: ['CV69'] },
          ),
        ]),
      ],
    },
    {
      id: 'checks',
      title: 'Check the plan',
      pages: [
        page('plan-checks', 'Three checks', [
          ...check('affordable', 'Affordable', 'Is the plan within the budget?'),
          ...check('lawful', 'Lawful', 'Is it a sensible and legal use of the budget?'),
          ...check('effective', 'Effective', 'Does it achieve the assessed outcomes?'),
        ]),
      ],
    },
    {
      id: 'agreement',
      title: 'Agree, share and sign',
      pages: [
        page('plan-sharing', 'Sharing the plan', [
          ask.table(
            'shareConsents',
            'Who may have a copy',
            'Who may have a copy?',
            'person or service',
            [
              column.text('who', 'Who'),
              column.choice('basis', 'Why they may have it', [
                ['consent', 'The person agrees'],
                ['professional', 'They are involved in the care'],
                ['best-interests', 'It is in the person’s best interests'],
              ]),
            ],
            { optional: true, meets: ['CV73', 'CV74', 's.25(9)'] },
          ),
          ask.table(
            'copiesGiven',
            'Copies given',
            'Which copies were given?',
            'copy',
            [column.text('to', 'Given to'), column.text('how', 'How'), column.date('on', 'Date')],
            { optional: true, meets: ['S9', 'CB16'] },
          ),
        ]),
        page('plan-dates', 'Dates', [
          ask.date('supportStartsOn', 'Date support starts', 'When does support start?', { meets: ['S24'] }),
          ask.date('firstReviewOn', 'Date of the first review', 'When is the first review?', {
            optional: true,
            meets: ['L41', 'S30', 'CB32'],
          }),
        ]),
        page('plan-signatures', 'Signatures', [
          ask.sign('personSigns', 'Signature of the person', 'The person signs by typing their full name', {
            meets: ['S10'],
          }),
          ask.sign('councilSigns', 'Signature for the council', 'The worker signs by typing their full name'),
        ]),
      ],
    },
  ],
};
