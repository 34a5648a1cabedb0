import { ask, column, listAgain, page, section } from './fragments/build.ts';
import { ratePer } from './fragments/plan-words.ts';
import { law } from './fragments/staff-words.ts';

/** The estimated budget, told before the plan is made. Care Act 2014 s.26; care and support statutory guidance 11.24. */
export const estimate = listAgain({
  id: 'estimate',
  version: 1,
  title: 'Estimated personal budget',
  audience: 'staff',
  intro: [
    'An estimate may go up or down when the plan is made. The person can say that it is not enough, now and then.',
  ],
  copyTitle: 'Your estimated budget',
  send: 'Record the estimate',
  exits: [],
  sections: [
    section('estimate', 'Estimate the budget', [
      page(
        'support',
        'Support and its cost',
        [
          ask.table(
            'support',
            'Support costed',
            'Which support is costed?',
            'kind of support',
            [
              column.text('what', 'What'),
              column.num('times', 'How many times a week', [1, 500]),
              column.num('minutes', 'Minutes each time, if paid by the hour', [1, 1440], true),
              column.choice('per', 'The rate is for', ratePer),
              column.money('rate', 'Rate'),
            ],
            {
              statutory: true,
              law: [
                law.confirmed(
                  'Told before planning, in good time, clear how it was made, and enough to meet the needs.',
                  'Statutory guidance 11.24',
                ),
                law.fromMemory(
                  'Reablement and intermediate care are left out of the budget.',
                  'Exclusion of Costs Regulations 2014',
                ),
              ],
              known: [{ list: 'last', question: 'support' }],
              maxRows: 30,
              meets: ['L40', 'CV64'],
            },
          ),
          ask.money('oneOff', 'One-off costs', 'Are there one-off costs?', { optional: true }),
          ask.long('basis', 'Basis of the estimate', 'How was it worked out?', {
            statutory: true,
            copy: 'How we worked it out',
          }),
        ],
        { computed: [{ id: 'weeklyTotal', label: 'Weekly total', rule: 'estimate' }] },
      ),
      page('told', 'Told', [
        ask.text('toldTo', 'Who was told', 'Who was told of it, if not the person?', {
          optional: true,
          notInCopy: true,
        }),
        ask.date('toldPersonOn', 'Day the person was told', 'When was the person told?', {
          statutory: true,
          law: [law.secondary('The person knows the estimate before planning begins.', 'Statutory guidance 11.24')],
          copy: 'You were told on',
        }),
      ]),
    ]),
  ],
});
