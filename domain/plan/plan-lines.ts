import type { Row } from '../../schemas/form-conditions.ts';
import { pence } from '../../schemas/scalars.ts';
import type { LineRule } from '../forms/computed-lines.ts';
import { inPounds } from '../forms/forms.ts';
import { topUpWeekly } from './accommodation-choice.ts';
import { budgetedCost } from './budget.ts';
import { costedWeekly } from './estimate.ts';
import { amountOf as number, rowsOf as rows } from './half-written.ts';
import type { PlanNeed } from './plan-answers.ts';
import { budgetForPlace } from './top-up-answers.ts';

/** What the times of a need come to at their rate, in pence; nothing where no rate is given. */
export const ratedCost = ({ times, minutes, per, rate }: Row): number =>
  costedWeekly({
    times: number(times),
    minutes: number(minutes),
    per: per === 'hour' ? 'hour' : 'time',
    rate: number(rate),
  });

/** Nothing is shown as long as there is nothing. */
const pounds = (amount: number): string[] => (amount > 0 ? [inPounds(amount)] : []);

/** What the pages of a plan and of its set-up work out and show; each stands in a list under this name. */
export const planLines = {
  /** What the times of all needs come to at their rates. */
  'plan-rated-cost': (answers) => pounds(rows(answers, 'needs').reduce((sum, row) => sum + ratedCost(row), 0)),
  /** What the budget must state as its cost. Care Act 2014 s.26(1)(a). */
  'plan-weekly-cost': (answers) =>
    pounds(
      budgetedCost(
        rows(answers, 'needs').map(({ councilMeets, supportType, weeklyCost }) => ({
          councilMeets: councilMeets === 'yes' ? 'yes' : 'no',
          supportType: supportType as PlanNeed['supportType'],
          weeklyCost: number(weeklyCost),
        })),
      ),
    ),
  /** What a dearer place costs above the budget's rate. SI 2014/2670. */
  'top-up-weekly': ({ topUpFee, topUpBudgetRate, cheapestHome }) =>
    pounds(topUpWeekly(pence.parse(number(topUpFee)), budgetForPlace(number(topUpBudgetRate), number(cheapestHome)))),
} satisfies Readonly<Record<string, LineRule>>;
