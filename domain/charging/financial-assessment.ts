import type * as z from 'zod';
import type { financialAssessment, financialAssessmentRecord } from '../../schemas/assessment.ts';
import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { BrokenRule } from '../ruling.ts';
import type { ChargeResult } from './charge.ts';
import { chargeAtHome } from './charge-at-home.ts';
import { chargeInCareHome } from './charge-in-care-home.ts';

type Posted = z.output<typeof financialAssessment>;
type Kept = z.output<typeof financialAssessmentRecord>;

const chargeFor = ({ assessment }: Posted, options: Partial<ChargingOptions>): ChargeResult => {
  if (assessment.setting === 'home') {
    const { setting: _setting, ...means } = assessment;
    return chargeAtHome(means, options);
  }
  const { setting: _setting, ...means } = assessment;
  return chargeInCareHome(means, options);
};

/**
 * The charge that follows from what a finance officer posted, or what stands in the way: a rule that the figures break, or a rate
 * that nobody has confirmed yet, each named so that it can be looked up.
 *
 * @param councilOptions what the council decides about charging, with the rates it has confirmed
 * @see Care Act 2014, sections 14 and 17; SI 2014/2672
 */
export const assessFinances = (
  posted: Posted,
  councilOptions: ChargingOptions | undefined,
): { readonly ok: true; readonly record: Kept } | { readonly ok: false; readonly broken: readonly BrokenRule[] } => {
  const years = new Set([...Object.keys(councilOptions?.confirmedRates ?? {}), ...Object.keys(posted.confirmedRates)]);
  const confirmedRates = Object.fromEntries(
    [...years].map((year) => [year, { ...councilOptions?.confirmedRates[year], ...posted.confirmedRates[year] }]),
  );
  const result = chargeFor(posted, { ...councilOptions, confirmedRates });
  if (!result.ok) {
    return { ok: false, broken: result.broken.map((rule) => ({ ...rule, field: `assessment.${rule.field}` })) };
  }
  const { charge } = result;
  const open = charge.toConfirm.filter(({ field }) => !posted.confirmed.some((one) => one.field === field));
  if (open.length > 0) {
    return {
      ok: false,
      broken: open.map(({ field, what, source }) => ({
        field: `confirmed.${field}`,
        rule: 'A charge rests on confirmed figures only',
        message: `Look up ${what} and add "${field}" to what is confirmed, or give the right figure in confirmedRates. We have it from: ${source}`,
      })),
    };
  }
  return {
    ok: true,
    record: {
      ...posted,
      charge: {
        ...charge,
        status: 'final',
        toConfirm: charge.toConfirm.map((one) => ({ ...one })),
        working: charge.working.map((line) => ({ ...line })),
        capitalWorking: charge.capitalWorking.map((line) => ({ ...line })),
      },
    },
  };
};
