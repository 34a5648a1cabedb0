import { ask, list, page, section, when } from './fragments/build.ts';
import { law } from './fragments/staff-words.ts';

const content = when('personContent', 'yes');
const beside = [{ list: 'plan', question: 'needs', beside: true as const }];

/**
 * A small change to the plan in force by its author, which the person asked for and is content with: when support comes, who gives it, or how.
 * It makes a new version of the plan, and no review. Statutory guidance, chapter 13; S53.
 */
export const smallChange = list({
  id: 'small-change',
  version: 1,
  title: 'Small change to a plan',
  audience: 'staff',
  intro: ['Everything else in the plan stays as it is. Less support or less money is never a small change.'],
  send: 'Make the change',
  exits: [],
  sections: [
    section('change', 'Make the change', [
      page('content', 'What the person says', [
        ask.yesno('personContent', 'The person is content', 'Is the person content with the change as it is now?', {
          law: [
            law.fromMemory(
              'A small change that the person asks for and is content with needs no full review.',
              'Statutory guidance, chapter 13',
            ),
          ],
          known: [{ list: 'review-request-decision', question: 'change', beside: true }],
        }),
        ask.text('contentHow', 'How the person said so', 'How, and when, did they say so?', { when: content }),
        ask.long('notContentWhy', 'Why the person is not content', 'Why are they not content?', {
          when: when('personContent', 'no'),
        }),
      ]),
      page(
        'change',
        'The change',
        [
          ask.num(
            'need',
            'Number of the need',
            'Which need of the plan does it change? Give its number, from 1',
            [1, 50],
            {
              known: beside,
            },
          ),
          ask.text('newWhen', 'New day or time', 'When is the support given from now on, if that changes?', {
            optional: true,
          }),
          ask.text('newProvider', 'New provider', 'Who gives it from now on, if that changes?', { optional: true }),
          ask.long('newHow', 'New way of giving it', 'How is it given from now on, if that changes?', {
            optional: true,
          }),
          ask.yesno('less', 'Less support', 'Is there less time, money or help than before, in any way?', {
            law: [
              law.confirmed(
                'A budget is not cut without a reassessment that shows a change of need or circumstances.',
                'Councils’ published procedures on s.27',
              ),
            ],
          }),
          ask.date('changedFrom', 'Day of the change', 'From which day?'),
          ask.long('reason', 'Reason', 'Why is it changed?'),
        ],
        { when: content },
      ),
      page(
        'provider',
        'Who was told',
        [
          ask.text('providerTold', 'Provider told', 'Who gives the support and was told of the change?'),
          ask.date('providerToldOn', 'Day the provider was told', 'When were they told?', { range: 'past-or-today' }),
        ],
        { when: content },
      ),
    ]),
  ],
});
