import type { FinancesAnswers } from '../../../domain/charging/finances-from.ts';
import { assessFinances } from '../../../domain/charging/financial-assessment.ts';
import { decisionAnswers } from '../../../local/demo/decision-answers.ts';
import { answersSchema } from '../../../schemas/answers.ts';
import { type ChargingOptionsInput, chargingOptions } from '../../../schemas/charging-options.ts';
import { finances } from '../../../schemas/forms/finances.ts';
import { everyRateConfirmed, gbp } from './assessments.ts';

/** What the finance officer of the example answered, in January 2026, with what a test wants different: as the list lets it through. */
export const answers = (changes: object = {}) =>
  answersSchema(finances, () => '2026-01-12').parse({
    ...decisionAnswers('2026-01-12')['assess-finances'],
    ...changes,
    // The list has checked them: this is what its answers are.
  }) as FinancesAnswers;

const rule = (field: string) => ({ field, source: 'Looked up' });
const rules = [
  ...['home.value', 'capital.given-away', 'capital.other-property', 'income.rent', 'income.universal-credit'].map(rule),
  ...['2025-26', '2026-27'].map((year) => rule(`${year}.mig-single-pension-age`)),
];

export const assessed = (changes: object, options: ChargingOptionsInput = {}) => {
  const result = assessFinances(
    answers({ confirmed: rules, ...changes }),
    chargingOptions.parse({ confirmedRates: everyRateConfirmed, ...options }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.broken));
  return result.charge;
};

/** A resident who has 260.00 a week and savings of 12,000, in a home that costs what the council pays: 1,000.00. */
export const inCareHome = {
  setting: 'care-home',
  weekOf: '2025-10-06',
  weeklyFee: gbp(1000),
  budgetRate: gbp(1000),
  admittedForGoodOn: '2025-07-14',
  topUpPayer: 'none',
  deferredPayment: 'no',
  benefits: [{ kind: 'state-pension', weekly: gbp(260) }],
  capital: [{ kind: 'isa', owners: 1, value: gbp(12_000) }],
};

export const aHome = {
  address: '12 Sycamore Road',
  use: 'main-home',
  owners: 1,
  value: gbp(250_000),
  mortgage: 0,
  livedInNow: 'no',
  occupant: 'nobody',
};
export const ownsHome = (changes: object = {}) => ({
  ...inCareHome,
  ownsProperty: 'yes',
  property: [{ ...aHome, ...changes }],
  homeDiscretion: 'not-asked',
});

/** What was decided on a home that the law does not protect. */
export const decided = (homeDiscretion: 'left-out' | 'counted') => ({
  homeDiscretion,
  discretionWho: 'A niece, who cared for her',
  discretionOtherHome: 'no',
  discretionGaveUp: 'yes',
  discretionHarm: 'She would have nowhere to live.',
  homeDiscretionReasons: 'She gave up her flat to care.',
});
