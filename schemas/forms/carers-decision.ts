import type { Form } from '../form-language.ts';
import { ask, column, page, when } from './fragments/build.ts';
import { carerActivities } from './fragments/carer-activities.ts';
import { wellbeingQuestions } from './fragments/wellbeing.ts';

/** What staff record after a carer's assessment. Care Act 2014 ss.13 and 20; Eligibility Regulations 2015 reg 3. */
export const carersDecision: Form = {
  id: 'carers-decision',
  version: 1,
  title: 'Decision on a carer’s needs',
  audience: 'staff',
  minutes: 20,
  intro: ['One outcome is enough for a carer, or health that is getting worse or may do so.'],
  send: 'Record the decision',
  exits: [],
  sections: [
    {
      id: 'three-conditions',
      title: 'Answer the three conditions',
      pages: [
        page('necessary-care', 'Necessary care', [
          ask.yesno('necessaryCare', 'Condition 1', 'Do the needs arise from providing necessary care for an adult?', {
            meets: ['reg 3(1)(a)'],
          }),
          ask.long('necessaryCareReason', 'Condition 1: reason', 'Condition 1: why?'),
        ]),
        page('health-and-outcomes', 'Health and outcomes', [
          ask.choice(
            'carerHealth',
            'Carer’s health',
            'Is the carer’s health getting worse, or at risk of it?',
            [
              ['deteriorating', 'It is getting worse'],
              ['at-risk', 'It is at risk of getting worse'],
              ['no', 'Neither'],
            ],
            { meets: ['reg 3(2)(a)'] },
          ),
          ask.multi(
            'outcomesCounted',
            'Outcomes counted',
            'Which outcomes is the carer unable to achieve?',
            [
              ...carerActivities.map(({ outcome, name }) => [outcome, name.replace('your', 'the')] as const),
              ['none', 'None'],
            ],
            { alone: 'none', meets: ['reg 3(2)(b)'] },
          ),
          ask.long('outcomesReason', 'Condition 2: reason', 'Condition 2: why?'),
        ]),
        page('significant-impact', 'Impact on well-being', [
          ask.choice(
            'significantImpact',
            'Condition 3',
            'Is there a significant impact on the carer’s well-being?',
            [
              ['yes', 'Yes'],
              ['likely', 'It is likely'],
              ['no', 'No'],
            ],
            { meets: ['reg 3(1)(c)'] },
          ),
          ask.multi(
            'impactAreas',
            'Areas of well-being',
            'Which areas of well-being?',
            wellbeingQuestions.map(({ area, name }) => [area, name] as const),
            { when: when('significantImpact', 'yes', 'likely') },
          ),
          ask.long('impactReason', 'Condition 3: reason', 'Condition 3: why?'),
        ]),
      ],
    },
    {
      id: 'decision',
      title: 'Decide and give advice',
      pages: [
        page('decision', 'Decision', [
          ask.choice(
            'result',
            'Result',
            'What is the result?',
            [
              ['eligible', 'Eligible needs'],
              ['not-eligible', 'No eligible needs'],
            ],
            { meets: ['s.13(1)'] },
          ),
          ask.long('decisionReasons', 'Reasons in plain English', 'What are the reasons, in plain English?', {
            meets: ['s.13(2)'],
          }),
          ask.long('carerAdvice', 'Advice given', 'Which advice was given to meet, reduce, prevent or delay needs?', {
            meets: ['s.13(5)', 'L7'],
          }),
          ask.money('carerBudget', 'Estimated weekly budget', 'What is the estimated weekly budget?', {
            per: 'week',
            when: when('result', 'eligible'),
          }),
          ask.date('carerReviewOn', 'Date of the review', 'When is the review?', {
            when: when('result', 'eligible'),
            meets: ['CV62'],
          }),
          ask.table(
            'copies',
            'Copies given',
            'Which copies were given?',
            'copy',
            [column.text('what', 'What'), column.text('to', 'Given to'), column.date('on', 'Date')],
            { optional: true, meets: ['L26'] },
          ),
          ask.sign('author', 'Author’s signature', 'Sign by typing your full name'),
          ask.date('decidedOn', 'Date of the decision', 'When was it decided?', { range: 'past-or-today' }),
        ]),
      ],
    },
  ],
};
