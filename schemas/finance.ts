import * as z from 'zod';
import { isoDate, pence } from './scalars.ts';

/**
 * What an amount of income may be, by the name under which it is asked and kept: benefits and the State Pension. Each has its treatment in
 * `domain/charging/income-treatment.ts`.
 */
export const benefitKinds = [
  ['state-pension', 'State Pension'],
  ['pension-credit-guarantee', 'Pension Credit, guarantee part'],
  ['savings-credit', 'Pension Credit, savings part'],
  ['universal-credit', 'Universal Credit'],
  ['jobseekers-allowance', 'Jobseeker’s Allowance'],
  ['income-support', 'Income Support'],
  ['employment-and-support-allowance', 'Employment and Support Allowance'],
  ['attendance-allowance', 'Attendance Allowance'],
  ['pip-daily-living', 'Personal Independence Payment, daily living part'],
  ['pip-mobility', 'Personal Independence Payment, mobility part'],
  ['dla-care', 'Disability Living Allowance, care part'],
  ['dla-mobility', 'Disability Living Allowance, mobility part'],
  ['carers-allowance', 'Carer’s Allowance'],
  ['industrial-injuries', 'Industrial Injuries Disablement Benefit'],
  ['war-pension', 'War pension'],
  ['war-constant-attendance-allowance', 'War pension, Constant Attendance Allowance'],
  ['other-war-payment', 'War widow’s, widower’s or survivor’s payment'],
  ['war-widow-before-1973', 'War widow’s special payment, from before 1973'],
  ['civilian-war-injury', 'Pension for a civilian’s war injury'],
  ['nazi-persecution', 'Pension for victims of Nazi persecution'],
  ['veterans-income', 'Guaranteed income payment to a veteran'],
  ['armed-forces-independence', 'Armed Forces Independence Payment'],
  ['gallantry', 'Award for bravery'],
  ['bereavement', 'Bereavement benefit'],
  ['maternity', 'Maternity Allowance'],
  ['child-benefit', 'Child Benefit'],
  ['child-tax-credit', 'Child Tax Credit'],
  ['guardians-allowance', 'Guardian’s Allowance'],
  ['housing-benefit', 'Housing Benefit'],
  ['council-tax-reduction', 'Council Tax Reduction'],
  ['winter-fuel-payment', 'Winter Fuel Payment'],
  ['christmas-bonus', 'Christmas bonus'],
  ['social-fund', 'Social Fund payment'],
  ['other-benefit', 'Another benefit'],
] as const;

/** What else may come in. */
export const otherIncomeKinds = [
  ['occupational-pension', 'Work or private pension'],
  ['earnings', 'Wages or self-employment'],
  ['rent', 'Rent from property'],
  ['lodger-with-meals', 'A lodger who has meals: one row for each'],
  ['lodger', 'A lodger without meals: one row for each'],
  ['housemate', 'Share of the costs from someone you live with'],
  ['interest', 'Interest on savings'],
  ['maintenance', 'Maintenance for an adult'],
  ['child-maintenance', 'Maintenance for a child'],
  ['annuity', 'Annuity'],
  ['trust', 'Income from a trust'],
  ['protected-trust', 'Income from a trust for an injury, or that others decide on'],
  ['gifts', 'Regular gifts, or help from a charity'],
  ['education-grant', 'Grant for education'],
  ['direct-payment', 'Direct payment for care'],
  ['other-income', 'Other'],
] as const;

/** Every kind of income: one vocabulary for the public form, the finance officer’s list and the rules. */
export const incomeKinds = [...benefitKinds, ...otherIncomeKinds] as const;
export type IncomeKind = (typeof incomeKinds)[number][0];

/** What may be owned apart from property, by the name under which it is asked and kept; its treatment is in `domain/charging/capital.ts`. */
export const capitalKinds = [
  ['current-account', 'Current account'],
  ['savings-account', 'Savings account'],
  ['isa', 'ISA'],
  ['post-office', 'Post Office account'],
  ['premium-bonds', 'Premium Bonds'],
  ['shares', 'Shares'],
  ['unit-trusts', 'Unit trusts'],
  ['certificates', 'National Savings certificates'],
  ['cash', 'Cash'],
  ['trust', 'Trust'],
  ['personal-injury-trust', 'Trust for a personal injury'],
  ['bonds', 'Bonds'],
  ['crypto', 'Cryptocurrency'],
  ['life-insurance', 'Life insurance that could be cashed in'],
  ['personal-possessions', 'Personal possessions'],
  ['other', 'Other'],
] as const;

/** What an amount of capital is, apart from the home: what is owned, or what is treated as owned still. */
export type CapitalKind = (typeof capitalKinds)[number][0] | 'other-property' | 'given-away';
/** Who else lives in the home of someone who has moved to a care home. */
export const occupants = [
  ['nobody', 'Nobody else'],
  ['partner', 'A partner'],
  ['lone-parent-former-partner', 'A former partner who is a lone parent'],
  ['relative-60-or-over', 'A relative aged 60 or over'],
  ['incapacitated-relative', 'A relative who is ill or disabled'],
  ['child-under-18', 'A child under 18'],
  ['someone-else', 'Someone else'],
] as const;
export type Occupant = (typeof occupants)[number][0];

/** What may be paid for a home, of which the part that no benefit meets is kept. */
export const housingCostKinds = [
  ['rent', 'Rent'],
  ['mortgage', 'Mortgage'],
  ['council-tax', 'Council Tax'],
  ['ground-rent', 'Ground rent'],
  ['service-charge', 'Service charge'],
  ['insurance', 'Buildings insurance'],
  ['water', 'Water'],
] as const;
export type HousingCostKind = (typeof housingCostKinds)[number][0];

/** What illness or disability may make a person pay for. Care and support statutory guidance, Annex C, paragraph 40; not all there may be. */
export const disabilityCostKinds = [
  ['alarm', 'Alarm'],
  ['private-care', 'Private care or breaks'],
  ['specialist-items', 'Special items'],
  ['laundry', 'Laundry'],
  ['diet', 'Special diet'],
  ['clothing', 'Clothes and shoes'],
  ['bedding', 'Bedding'],
  ['heating-and-water', 'More heating or water than usual'],
  ['garden', 'Garden'],
  ['domestic-help', 'Help in the house'],
  ['equipment', 'Buying or mending equipment'],
  ['transport', 'Transport'],
  ['other', 'Other'],
] as const;

/** Why a cost of disability is not taken, or only the part of it that something cheaper would cost. Councils’ policies. */
export const disabilityRefusals = [
  ['not-disability', 'It does not come from the disability'],
  ['met-by-plan', 'The council’s plan meets it'],
  ['nhs', 'The NHS should provide it'],
  ['cheaper', 'There is a cheaper way'],
  ['anyone', 'Anyone would spend it'],
  ['no-evidence', 'There is no evidence'],
  ['over', 'It is over'],
] as const;

/** At which rate the NHS pays for nursing care. */
export const nursingRates = [
  ['none', 'No nursing care'],
  ['standard', 'The standard rate'],
  ['higher', 'The higher rate, of before October 2007'],
] as const;
export type NursingRate = Exclude<(typeof nursingRates)[number][0], 'none'>;

/** How often a cost comes. */
export const costIntervals = [
  ['day', 'Every day'],
  ['week', 'Every week'],
  ['fortnight', 'Every 2 weeks'],
  ['four-weeks', 'Every 4 weeks'],
  ['month', 'Every month'],
  ['quarter', 'Every 3 months'],
  ['half-year', 'Every 6 months'],
  ['year', 'Every year'],
  ['once', 'Once'],
] as const;
export type CostInterval = (typeof costIntervals)[number][0];

const workingLine = z.strictObject({
  step: z.enum(['add', 'take-away', 'result', 'left-out']),
  label: z.string(),
  pence: z.int(),
  basis: z.string(),
});

const weeklySums = { personPays: pence, councilPays: pence, deferred: pence, topUp: pence };
const outcome = z.enum(['assessed', 'full-cost', 'agreed', 'free', 'deferred']);

/** The charge for one week as `domain/charging` works it out, kept whole so that the person can follow it line by line. */
export const charge = z.strictObject({
  rateYear: z.string(),
  status: z.enum(['final', 'provisional']),
  toConfirm: z.array(
    z.strictObject({
      field: z.string(),
      what: z.string(),
      pence: z.int().nullish(),
      status: z.string(),
      source: z.string(),
    }),
  ),
  outcome,
  ...weeklySums,
  working: z.array(workingLine),
  capitalWorking: z.array(workingLine),
  /** Stretches of a week that is not alike on all its days, each with its own working. */
  parts: z
    .array(
      z.strictObject({
        from: isoDate,
        to: isoDate,
        days: z.int(),
        outcome,
        weekly: z.strictObject(weeklySums),
        ...weeklySums,
        working: z.array(workingLine),
        capitalWorking: z.array(workingLine),
      }),
    )
    .optional(),
  /** What a whole week comes to, where this one was none. */
  wholeWeek: z.strictObject(weeklySums).optional(),
  /** How far a deferred payment reaches. */
  deferral: z
    .strictObject({
      soFar: z.int(),
      limit: z.int(),
      wholeWeeks: z.int().optional(),
      leftOver: z.int(),
      reviewAt: z.int(),
    })
    .optional(),
  /** That a deferred payment must be offered. */
  mustOfferDeferral: z.literal(true).optional(),
  /** What the person pays a week for having it arranged, in what they pay. */
  arranging: pence.optional(),
  /** Who else owes the council what the person cannot pay. */
  othersOwe: z
    .array(z.strictObject({ who: z.string(), weekly: pence, most: pence, weeks: z.int(), lastWeek: pence }))
    .optional(),
  /** What is known already to change later. */
  later: z.array(z.strictObject({ from: isoDate, why: z.string(), outcome, ...weeklySums })).optional(),
});
export type KeptCharge = z.infer<typeof charge>;
