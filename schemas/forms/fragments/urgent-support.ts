import type { Condition } from '../../form-language.ts';
import { ask } from './build.ts';
import { law } from './staff-words.ts';

/** What is recorded of support that is given before an assessment. Care Act 2014 s.19(3). @param when it is given */
export const urgentlyGiven = <const When extends Condition>(when: When) =>
  [
    ask.long('urgentServices', 'Urgent services', 'Which support is given?', { when }),
    ask.long('urgentReason', 'Why it cannot wait', 'Why can it not wait?', { when }),
    ask.date('urgentStartsOn', 'Start of urgent support', 'When does it start?', { when }),
    ask.num('urgentHours', 'Hours of urgent support', 'How many hours a week?', [0, 168], {
      when,
      optional: true,
    }),
    ask.date('urgentReviewOn', 'Review of urgent support', 'By when is it looked at again?', {
      notBefore: 'urgentStartsOn',
      when,
    }),
    ask.date('urgentToldOfCostOn', 'Told of the cost', 'When was the person told that they may have to pay?', {
      when,
      optional: true,
      range: 'past-or-today',
      law: [
        law.confirmed(
          'Not showing that the cost was told first was found to be fault.',
          'LGSCO 19 018 353 and 18 015 004',
        ),
      ],
    }),
  ] as const;
