import type { IncomeKind } from '../../schemas/finance.ts';

/** What happens to one kind of income, what it is called, and where that is written. */
export interface IncomeTreatment {
  readonly label: string;
  /**
   * `counted`; `left-out` altogether; `disability-benefit`, counted if the council chooses to, which must then
   * allow the costs of disability; `first-ten-pounds` left out and the rest counted; `savings-credit` and
   * `occupational-pension`, counted in part.
   */
  readonly treatment:
    | 'counted'
    | 'left-out'
    | 'disability-benefit'
    | 'first-ten-pounds'
    | 'savings-credit'
    | 'occupational-pension';
  readonly basis: string;
}

const INCOME_COUNTS = 'SI 2014/2672, Part 3: income counts unless Schedule 1 leaves it out';
const COUNCIL_PAGES = 'SI 2014/2672, Schedule 1, as councils’ charging pages restate it';

const counted = (label: string): IncomeTreatment => ({
  label,
  treatment: 'counted',
  basis: INCOME_COUNTS,
});

const leftOut = (label: string, basis = COUNCIL_PAGES): IncomeTreatment => ({
  label,
  treatment: 'left-out',
  basis,
});

const disabilityBenefit = (label: string): IncomeTreatment => ({
  label,
  treatment: 'disability-benefit',
  basis: 'SI 2014/2672, Schedule 1, paragraph 4; care and support statutory guidance, Annex C, paragraph 40',
});

/** How each kind of income is treated in a financial assessment. */
export const incomeTreatments: Readonly<Record<IncomeKind, IncomeTreatment>> = {
  'state-pension': counted('State Pension'),
  'pension-credit-guarantee': counted('Pension Credit, guarantee'),
  'savings-credit': {
    label: 'Pension Credit, savings credit',
    treatment: 'savings-credit',
    basis: 'SI 2014/2672, Schedule 1: Savings Credit is left out up to a yearly maximum',
  },
  'occupational-pension': {
    label: 'Occupational or private pension',
    treatment: 'occupational-pension',
    basis: 'SI 2014/2672, Schedule 1: half is left out in a care home if passed to a spouse or civil partner elsewhere',
  },
  'universal-credit': counted('Universal Credit'),
  'employment-and-support-allowance': counted('Employment and Support Allowance'),
  'carers-allowance': counted('Carer’s Allowance'),
  'other-benefit': counted('Another benefit'),
  'other-income': counted('Other income'),
  'attendance-allowance': disabilityBenefit('Attendance Allowance'),
  'pip-daily-living': disabilityBenefit('Personal Independence Payment, daily living'),
  'dla-care': disabilityBenefit('Disability Living Allowance, care'),
  'pip-mobility': leftOut('Personal Independence Payment, mobility', 'SI 2014/2672, Schedule 1, paragraph 8'),
  'dla-mobility': leftOut('Disability Living Allowance, mobility', 'SI 2014/2672, Schedule 1, paragraph 8'),
  earnings: leftOut('Earnings'),
  'direct-payment': leftOut('Direct payments'),
  'child-benefit': leftOut('Child Benefit'),
  'child-tax-credit': leftOut('Child Tax Credit'),
  'child-maintenance': leftOut('Child maintenance'),
  'christmas-bonus': leftOut('Christmas bonus'),
  'social-fund': leftOut('Social Fund payment'),
  'winter-fuel-payment': leftOut('Winter Fuel Payment'),
  'war-pension': leftOut('War pension or guaranteed income payment'),
  'other-war-payment': {
    label: 'War payment of which only the first 10.00 is left out',
    treatment: 'first-ten-pounds',
    basis: COUNCIL_PAGES,
  },
  'war-constant-attendance-allowance': counted('Constant Attendance Allowance'),
};
