import type { RateName, RateYear } from '../../schemas/charging-rates.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { inPounds } from '../forms/forms.ts';
import { addMonths } from '../time/clock-time.ts';
import type { FinancesAnswers } from './finances-from.ts';
import { amountOn, bookOf } from './rates.ts';

/** Amounts that are the same for everybody who gets them: what was typed is one of these, or it is looked at again. */
const flat: Readonly<Record<'attendance-allowance' | 'nursing', readonly RateName[]>> = {
  'attendance-allowance': ['attendance-allowance-lower', 'attendance-allowance-higher'],
  nursing: ['nhs-nursing', 'nhs-nursing-higher'],
};

/**
 * Amounts that may be last year’s or mistyped: an Attendance Allowance or a payment for nursing that is none of that week’s rates, and a State
 * Pension at last year’s full rate. Benefits go up on the first Monday from 6 April, what the NHS pays on 1 April.
 */
export const amountsToLookAt = (
  { weekOf, benefits = [], nursingPaid }: Pick<FinancesAnswers, 'weekOf' | 'benefits' | 'nursingPaid'>,
  national: readonly RateYear[],
): string[] => {
  const book = bookOf(national);
  const on = (day: IsoDate) => (name: RateName) => amountOn(name, day, book) ?? [];
  const unlike = (what: string, typed: number, names: readonly RateName[]): string[] => {
    const rates = names.flatMap(on(weekOf));
    if (typed === 0 || rates.length === 0 || rates.includes(typed)) return [];
    return [
      `Look again: ${what} is ${rates.map(inPounds).join(' or ')} in that week, and ${inPounds(typed)} was given`,
    ];
  };
  const lastYears = on(addMonths(weekOf, -12))('state-pension');
  return [
    ...benefits.flatMap(({ kind, weekly }) => {
      if (kind === 'attendance-allowance') return unlike('Attendance Allowance', weekly, flat['attendance-allowance']);
      if (kind === 'state-pension' && weekly === lastYears)
        return unlike('the full State Pension', weekly, ['state-pension']);
      return [];
    }),
    ...unlike('what the NHS pays for nursing', nursingPaid ?? 0, flat.nursing),
  ];
};
