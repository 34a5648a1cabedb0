import type { Evidence } from '../../schemas/charging-rates.ts';
import { type IncomeKind, incomeKinds } from '../../schemas/finance.ts';

/** What happens to one kind of income, and where that is written. */
export interface IncomeTreatment {
  /**
   * `counted`; `left-out` altogether; `disability-benefit`, counted if the council chooses to, which must then
   * allow the costs of disability; `first-ten-pounds` left out and the rest counted; `rent`, capital where the property is; the rest
   * counted in part, each by its own rule.
   */
  readonly treatment:
    | 'counted'
    | 'left-out'
    | 'disability-benefit'
    | 'first-ten-pounds'
    | 'savings-credit'
    | 'occupational-pension'
    | 'universal-credit'
    | 'rent'
    | 'lodger-with-meals'
    | 'lodger';
  readonly basis: string;
  /** Given where the rule itself must still be looked up by a person. */
  readonly status?: Evidence;
}

const INCOME_COUNTS = 'SI 2014/2672, Part 3: income counts unless Schedule 1 leaves it out';
const COUNCIL_PAGES = 'SI 2014/2672, Schedule 1, as councils’ charging pages restate it';

const counted: IncomeTreatment = { treatment: 'counted', basis: INCOME_COUNTS };
const leftOut = (basis = COUNCIL_PAGES): IncomeTreatment => ({ treatment: 'left-out', basis });
const firstTenPounds: IncomeTreatment = { treatment: 'first-ten-pounds', basis: COUNCIL_PAGES };
const disabilityBenefit: IncomeTreatment = {
  treatment: 'disability-benefit',
  basis: 'SI 2014/2672, Schedule 1, paragraph 4; care and support statutory guidance, Annex C, paragraph 40',
};

/** What each kind of income is called in working that a person reads. */
export const incomeLabels = Object.fromEntries(incomeKinds) as Readonly<Record<IncomeKind, string>>;

/** How each kind of income is treated in a financial assessment. */
export const incomeTreatments: Readonly<Record<IncomeKind, IncomeTreatment>> = {
  'state-pension': counted,
  'pension-credit-guarantee': counted,
  'savings-credit': {
    treatment: 'savings-credit',
    basis: 'SI 2014/2672, Schedule 1: Savings Credit is left out up to a yearly maximum',
  },
  'occupational-pension': {
    treatment: 'occupational-pension',
    basis: 'SI 2014/2672, Schedule 1: half is left out in a care home if passed to a spouse or civil partner elsewhere',
  },
  'universal-credit': {
    treatment: 'universal-credit',
    basis: 'SI 2014/2672, Schedule 1: its parts for housing and children are left out',
    status: 'recalled',
  },
  'jobseekers-allowance': counted,
  'income-support': counted,
  'employment-and-support-allowance': counted,
  'carers-allowance': counted,
  'industrial-injuries': counted,
  bereavement: counted,
  maternity: counted,
  'other-benefit': counted,
  'other-income': counted,
  annuity: counted,
  trust: counted,
  maintenance: { ...counted, status: 'recalled' },
  rent: { treatment: 'rent', basis: 'SI 2014/2672, regulation 19(3): rent of what counts as capital is capital' },
  interest: leftOut('SI 2014/2672, regulation 19(3): interest is capital'),
  'lodger-with-meals': {
    treatment: 'lodger-with-meals',
    basis: 'SI 2014/2672, Schedule 1; SI 1987/1967, Schedule 9, paragraph 20: 20.00 and half of the rest are left out',
    status: 'recalled',
  },
  lodger: {
    treatment: 'lodger',
    basis: 'SI 2014/2672, Schedule 1; SI 1987/1967, Schedule 9: the first 20.00 are left out',
    status: 'recalled',
  },
  housemate: leftOut('SI 2014/2672, Schedule 1; SI 1987/1967, Schedule 9, paragraph 18'),
  'protected-trust': leftOut(),
  gifts: leftOut(),
  'education-grant': leftOut(),
  'attendance-allowance': disabilityBenefit,
  'pip-daily-living': disabilityBenefit,
  'dla-care': disabilityBenefit,
  'pip-mobility': leftOut('SI 2014/2672, Schedule 1, paragraph 8'),
  'dla-mobility': leftOut('SI 2014/2672, Schedule 1, paragraph 8'),
  'housing-benefit': leftOut('SI 2014/2672, Schedule 1, paragraph 3'),
  'council-tax-reduction': leftOut('SI 2014/2672, Schedule 1, paragraph 3'),
  earnings: leftOut('SI 2014/2672, regulation 14'),
  'direct-payment': leftOut(),
  'child-benefit': leftOut(),
  'child-tax-credit': leftOut(),
  'child-maintenance': leftOut(),
  'christmas-bonus': leftOut(),
  'social-fund': leftOut(),
  'winter-fuel-payment': leftOut(),
  'war-pension': leftOut(),
  'other-war-payment': firstTenPounds,
  'civilian-war-injury': firstTenPounds,
  'nazi-persecution': firstTenPounds,
  'war-widow-before-1973': leftOut(),
  'veterans-income': leftOut(),
  'armed-forces-independence': leftOut(),
  gallantry: leftOut(),
  'guardians-allowance': leftOut(),
  'war-constant-attendance-allowance': counted,
};
