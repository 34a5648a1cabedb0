import type { WorkingLine } from './charge.ts';
import { type IncomeTreatment, incomeLabels, incomeTreatments } from './income-treatment.ts';
import type { Income, Person } from './means.ts';
import type { Worksheet } from './worksheet.ts';

/** Where the care is given, and the council's choices, so far as they matter to what income counts. */
export interface IncomeSetting {
  readonly at: 'home' | 'care-home';
  readonly household: Person['household'];
  readonly countDisabilityBenefits: boolean;
}

/**
 * The lines of a person's own weekly income: what counts is added, what the law leaves aside is shown as left out.
 *
 * @see Care Act 2014, section 17; SI 2014/2672, Part 3 and Schedule 1
 */
export function incomeLines(incomes: readonly Income[], setting: IncomeSetting, sheet: Worksheet): WorkingLine[] {
  let savingsCreditLeft = savingsCreditMaximum(incomes, setting, sheet);
  return incomes.flatMap((income) => {
    const treatment = incomeTreatments[income.kind];
    const { basis, status = 'confirmed' } = treatment;
    const label = incomeLabels[income.kind];
    sheet.rely(`income.${income.kind}`, label, status, basis);
    const leftOut = Math.min(income.weekly, leftOutOf(income, treatment, setting, savingsCreditLeft));
    if (income.kind === 'savings-credit') savingsCreditLeft -= leftOut;
    return [
      ...(leftOut < income.weekly ? [{ step: 'add' as const, label, pence: income.weekly - leftOut, basis }] : []),
      ...(leftOut > 0 ? [{ step: 'left-out' as const, label, pence: leftOut, basis }] : []),
    ];
  });
}

function leftOutOf(income: Income, { treatment }: IncomeTreatment, setting: IncomeSetting, savingsCreditLeft: number) {
  switch (treatment) {
    case 'counted':
      return 0;
    case 'left-out':
      return income.weekly;
    case 'disability-benefit':
      return setting.countDisabilityBenefits ? 0 : income.weekly;
    case 'first-ten-pounds':
      return 10_00;
    case 'savings-credit':
      return savingsCreditLeft;
    case 'occupational-pension':
      // The odd penny of a half goes the person's way (regulation 11).
      return setting.at === 'care-home' && income.halfToSpouse ? Math.ceil(income.weekly / 2) : 0;
  }
}

/** In a care home Savings Credit is left out up to the year's maximum; at home all of it is, which a person must check. */
function savingsCreditMaximum(incomes: readonly Income[], { at, household }: IncomeSetting, sheet: Worksheet): number {
  if (!incomes.some(({ kind, weekly }) => kind === 'savings-credit' && weekly > 0)) return 0;
  if (at === 'care-home') return sheet.rate(`savings-credit-disregard-${household === 'couple' ? 'couple' : 'single'}`);
  sheet.rely(
    'income.savings-credit',
    'Savings Credit left out in full for care at home',
    'recalled',
    'SI 2014/2672, Schedule 1',
  );
  return Number.MAX_SAFE_INTEGER;
}
