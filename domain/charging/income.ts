import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { WorkingLine } from './charge.ts';
import { type IncomeTreatment, incomeLabels, incomeTreatments } from './income-treatment.ts';
import type { Income, Person } from './means.ts';
import type { Worksheet } from './worksheet.ts';

/** Where the care is given, and the council's choices, so far as they matter to what income counts. */
export interface IncomeSetting {
  readonly at: 'home' | 'care-home';
  readonly household: Person['household'];
  readonly countDisabilityBenefits: boolean;
  /** Whether Savings Credit is left out at home up to the year's maximum, or wholly. */
  readonly savingsCreditAtHome: ChargingOptions['savingsCreditAtHome'];
  /** Whether a property counts as capital, which makes its rent capital too. */
  readonly propertyCounts: boolean;
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
    const leftOut = Math.min(income.weekly, leftOutOf(income, treatment, setting, savingsCreditLeft));
    // Of Universal Credit without parts for housing or children nothing is in doubt.
    if (treatment.treatment !== 'universal-credit' || leftOut > 0) {
      sheet.rely(`income.${income.kind}`, label, status, basis);
    }
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
      return setting.at === 'care-home' && passesHalf(income) ? Math.ceil(income.weekly / 2) : 0;
    case 'universal-credit':
      return income.elements ?? 0;
    case 'rent':
      return setting.propertyCounts ? income.weekly : 0;
    case 'lodger-with-meals':
      return LODGER + Math.ceil(Math.max(0, income.weekly - LODGER) / 2);
    case 'lodger':
      return LODGER;
  }
}

/** Whether an income is a benefit for disability, beside whose counting costs of disability are allowed. */
export const isForDisability = ({ kind }: Income): boolean => incomeTreatments[kind].treatment === 'disability-benefit';

/** Less than half passed on leaves nothing out. */
const passesHalf = ({ weekly, halfToSpouse = false, passedOn }: Income): boolean =>
  passedOn === undefined ? halfToSpouse : passedOn * 2 >= weekly;

/** What is left out of what each lodger pays a week. SI 1987/1967, Schedule 9. */
const LODGER = 20_00;

/** Savings Credit is left out up to the year's maximum, in a care home, at home or elsewhere; a council may leave out all of it at home. */
function savingsCreditMaximum(
  incomes: readonly Income[],
  { at, household, savingsCreditAtHome }: IncomeSetting,
  sheet: Worksheet,
): number {
  if (!incomes.some(({ kind, weekly }) => kind === 'savings-credit' && weekly > 0)) return 0;
  if (at === 'home' && savingsCreditAtHome === 'all-out') return Number.MAX_SAFE_INTEGER;
  return sheet.rate(`savings-credit-disregard-${household === 'couple' ? 'couple' : 'single'}`);
}
