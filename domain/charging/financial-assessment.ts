import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import type { BrokenRule } from '../ruling.ts';
import type { ChargeResult } from './charge.ts';
import { chargeAtHome } from './charge-at-home.ts';
import { chargeInCareHome } from './charge-in-care-home.ts';
import {
  answerProblems,
  careHomeAssessmentFrom,
  confirmedRatesFrom,
  type FinancesAnswers,
  homeAssessmentFrom,
  questionOf,
} from './finances-from.ts';
import { isChargedAsHome } from './setting.ts';

/** Whether care is charged as care at home: at home, and in a short stay where the council has so chosen. */
const asHome = ({ setting, stayFrom, stayTo }: FinancesAnswers, options: ChargingOptions | undefined): boolean =>
  setting === 'home' ||
  (setting === 'short-stay' &&
    stayFrom !== undefined &&
    isChargedAsHome(
      { firstDay: stayFrom, lastDay: stayTo },
      { chargeShortStaysAsHome: options?.chargeShortStaysAsHome ?? false },
    ));

/**
 * The charge for what a finance officer answered, final or not: the figures that the officer has put right take the place of the council's and
 * the year's.
 */
export const chargeFor = (answers: FinancesAnswers, councilOptions: ChargingOptions | undefined): ChargeResult => {
  const own = confirmedRatesFrom(answers);
  const years = new Set([...Object.keys(councilOptions?.confirmedRates ?? {}), ...Object.keys(own)]);
  const confirmedRates = Object.fromEntries(
    [...years].map((year) => [year, { ...councilOptions?.confirmedRates[year], ...own[year] }]),
  );
  const options = { ...councilOptions, confirmedRates };
  return asHome(answers, councilOptions)
    ? chargeAtHome(homeAssessmentFrom(answers), options)
    : chargeInCareHome(careHomeAssessmentFrom(answers), options);
};

/**
 * The charge that follows from what a finance officer answered, or what stands in the way at the question where it can be put right: a rule that
 * the figures break, or a rate that nobody has confirmed yet.
 *
 * @param councilOptions what the council decides about charging, with the rates it has confirmed
 * @see Care Act 2014, sections 14 and 17; SI 2014/2672
 */
export const assessFinances = (
  answers: FinancesAnswers,
  councilOptions: ChargingOptions | undefined,
):
  | { readonly ok: true; readonly charge: KeptCharge }
  | { readonly ok: false; readonly broken: readonly BrokenRule[] } => {
  const problems = answerProblems(answers);
  if (problems.length > 0) return { ok: false, broken: problems };
  const result = chargeFor(answers, councilOptions);
  if (!result.ok) {
    const broken = result.broken.map((rule) => ({ ...rule, field: questionOf(rule.field, answers) }));
    return { ok: false, broken };
  }
  const { charge } = result;
  const open = charge.toConfirm.filter(({ field }) => !answers.confirmed?.some((one) => one.field === field));
  if (open.length > 0) {
    return {
      ok: false,
      broken: open.map(({ field, what, source }) => ({
        field: 'confirmed',
        rule: 'A charge rests on confirmed figures only',
        message: `Look up ${what} and add “${field}” to the figures found right, or give the right amount. We have it from: ${source}`,
      })),
    };
  }
  return {
    ok: true,
    charge: {
      ...charge,
      status: 'final',
      toConfirm: charge.toConfirm.map((one) => ({ ...one })),
      working: charge.working.map((line) => ({ ...line })),
      capitalWorking: charge.capitalWorking.map((line) => ({ ...line })),
    },
  };
};
