import type { AnswersOf } from '../answers-of.ts';
import type { KnownFrom } from '../form-language.ts';
import { moneyBehindPlan, needsBehindPlan, wishesBehindPlan } from './fragments/behind-plan.ts';
import { ask, list, page, section, when } from './fragments/build.ts';
import { notPassedQuestions, saysWhatToChange } from './fragments/plan-not-passed.ts';
import { law } from './fragments/staff-words.ts';

/**
 * @param known what was found before, by which it is judged
 * @param differs what stands beside the reason: how the plan differs from the other records of the case, which its writer has explained
 */
const check = <const Key extends string>(
  key: Key,
  name: string,
  label: string,
  known: KnownFrom[],
  ...differs: string[]
) =>
  [
    ask.yesno(key, name, label, { copy: name, ...(known.length > 0 && { known }) }),
    ask.long(`${key}Why` as const, `${name}: reason`, `${name}: why?`, {
      error: `Give the reason: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      known: differs.map((question) => ({ list: 'plan', question, beside: true as const })),
    }),
  ] as const;

const failed = {
  any: ['affordable', 'lawful', 'effective', 'involved', 'risksCovered'].map((one) => when(one, 'no')),
};

/**
 * The checks of a plan before it goes to the person, by whoever the council says: whether it is affordable, lawful and effective, and
 * whether the person was involved and risks are covered. Cambridgeshire's and Lincolnshire's published checks; Care Act 2014 s.25.
 */
export const planChecks = list({
  id: 'plan-checks',
  version: 1,
  title: 'Checks of a plan',
  audience: 'staff',
  intro: ['Give a reason for each answer. The person reads them in their copy of the plan.'],
  send: 'Record the checks',
  exits: [],
  sections: [
    section('checks', 'Check the plan', [
      page(
        'three-checks',
        'Affordable, lawful and effective',
        [
          ...check(
            'affordable',
            'Affordable',
            'Is the plan within the budget?',
            moneyBehindPlan,
            'moneyDiffers',
            'estimateDiffersWhy',
          ),
          ...check(
            'lawful',
            'Lawful',
            'Is it a sensible and legal use of the budget?',
            [],
            'lessView',
            'lessSooner',
            'changesMade',
          ),
          ...check(
            'effective',
            'Effective',
            'Does it achieve the assessed outcomes?',
            needsBehindPlan,
            'needsDiffer',
            'lessReasons',
          ),
        ],
        {
          law: [
            law.confirmed(
              'An estimate may go up where the needs cannot be met for less. A manager decides.',
              'Statutory guidance 11.24',
            ),
            law.confirmed(
              'Panels look at large or unusual budgets. They do not rewrite plans, nor refuse for money alone.',
              'Statutory guidance 10.85',
            ),
          ],
        },
      ),
      page('involvement-and-risk', 'Involvement and risk', [
        ask.yesno('involved', 'Involved as they wished', 'Was the person involved as much as they wished?', {
          known: [
            ...wishesBehindPlan,
            ...['writtenWith', 'bestInterestsWhy'].map((question) => ({
              list: 'plan',
              question,
              beside: true as const,
            })),
          ],
          meets: ['S8'],
        }),
        ask.yesno('risksCovered', 'Risks covered', 'Are risks and sudden changes covered?', {
          known: ['risks', 'contingency'].map((question) => ({ list: 'plan', question, beside: true as const })),
        }),
      ]),
      page('changes', 'What to change', [...notPassedQuestions(failed)], {
        when: failed,
        oneNeeded: saysWhatToChange,
      }),
    ]),
  ],
});

/** The checks of a plan. */
export type PlanChecks = AnswersOf<typeof planChecks>;
