import type { Condition } from '../../form-language.ts';
import { ask } from './build.ts';
import { sentBackQuestion } from './sent-back.ts';
import { law } from './staff-words.ts';

const ofChecks = (questions: readonly string[]) =>
  questions.map((question) => ({ list: 'plan-checks', question, beside: true as const }));

/**
 * What follows for a plan that does not pass, and what its writer and the person are told of it.
 *
 * @param next and @param change which reasons of the checks stand beside
 */
export const notPassedQuestions = (unless: Condition, next: readonly string[] = [], change: readonly string[] = []) =>
  [
    ask.choice(
      'leadsTo',
      'What happens next',
      'What happens with the plan?',
      [
        ['change', 'It is changed, and checked again'],
        ['not-agreed', 'The council does not agree to it: the plan before it stands'],
        ['assess-again', 'It is not clear: the assessment is looked at again'],
      ],
      {
        optional: true,
        when: unless,
        ...(next.length > 0 && { known: ofChecks(next) }),
        hint: 'Left blank, it is changed and checked again.',
        law: [
          law.confirmed(
            'A plan that is not agreed is changed first; a revised one that is refused leaves the plan before it.',
            'Cambridgeshire, creating a care and support plan',
          ),
        ],
      },
    ),
    sentBackQuestion('staff', { when: unless }),
    ask.long('whatToChange', 'What should change', 'What else should change, and why?', {
      hint: 'The person is told this.',
      optional: true,
      when: unless,
      ...(change.length > 0 && { known: ofChecks(change) }),
      law: [
        law.secondary(
          'A reason that only names a highest amount is not enough: fixed ceilings are unlawful.',
          'LGSCO, Rutland 22 000 033',
        ),
      ],
    }),
  ] as const;

/** That a plan does not go back without saying what should change. */
export const saysWhatToChange = {
  of: ['sentBack', 'whatToChange'],
  error: 'Name the answers that go back, or enter what should change',
};
