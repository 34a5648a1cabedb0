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
  ['bereavement', 'Bereavement benefit'],
  ['maternity', 'Maternity Allowance'],
  ['child-benefit', 'Child Benefit'],
  ['child-tax-credit', 'Child Tax Credit'],
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
  ['rent', 'Rent from property or a lodger'],
  ['maintenance', 'Maintenance for an adult'],
  ['child-maintenance', 'Maintenance for a child'],
  ['annuity', 'Annuity'],
  ['trust', 'Income from a trust'],
  ['direct-payment', 'Direct payment for care'],
  ['other-income', 'Other'],
] as const;

/** Every kind of income: one vocabulary for the public form, the finance officer’s list and the rules. */
export const incomeKinds = [...benefitKinds, ...otherIncomeKinds] as const;
export type IncomeKind = (typeof incomeKinds)[number][0];

/**
 * One amount that comes in every week: `{"kind":"state-pension","weekly":23025}`.
 *
 * `halfToSpouse`: half of an occupational pension goes to a husband, wife or civil partner who lives elsewhere.
 */
const income = z.strictObject({
  kind: z.enum(incomeKinds.map(([kind]) => kind)),
  weekly: pence,
  halfToSpouse: z.boolean().default(false),
});
export type Income = z.infer<typeof income>;

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
const capitalKind = z.enum([...capitalKinds.map(([kind]) => kind), 'other-property', 'given-away'] as const);

/** Something owned, with its whole value and how many people own it in equal shares: `{"kind":"savings-account","value":900000,"owners":1}`. */
const capital = z.strictObject({ kind: capitalKind, value: pence, owners: z.int().min(1).max(20).default(1) });
export type Capital = z.infer<typeof capital>;

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
] as const;

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

/** How often a cost comes. */
export const costIntervals = [
  ['week', 'Every week'],
  ['fortnight', 'Every 2 weeks'],
  ['four-weeks', 'Every 4 weeks'],
  ['month', 'Every month'],
  ['quarter', 'Every 3 months'],
  ['year', 'Every year'],
  ['once', 'Once'],
] as const;
export type CostInterval = (typeof costIntervals)[number][0];

/** The home that the person owns, in whole or in equal shares, once they live in a care home for good. */
const home = z.strictObject({
  value: pence,
  owners: z.int().min(1).max(20).default(1),
  mortgage: pence.default(pence.parse(0)),
  occupant: z.enum(occupants.map(([who]) => who)),
  /** Whether the occupant has lived there since before the person moved out. */
  occupiedSinceBefore: z.boolean().default(true),
  /** The day of permanent admission or, later, the day on which another disregard ended unexpectedly. */
  twelveWeeksFrom: isoDate,
});
export type Home = z.infer<typeof home>;

/** What decides the amount that the person must be left with: SI 2014/2672, regulations 6 and 7. */
export const person = z.strictObject({
  dateOfBirth: isoDate,
  household: z.enum(['single', 'lone-parent', 'couple']),
  /** Whether the person, and a partner, have reached the age for Pension Credit. */
  pensionAge: z.boolean(),
  partnerPensionAge: z.boolean().default(false),
  childrenInHousehold: z.int().min(0).max(20).default(0),
  /** Premiums that the person has, or in the council's view would have on income support. */
  premiums: z.array(z.enum(['disability', 'enhanced-disability', 'carer'])).default([]),
});
export type Person = z.infer<typeof person>;

/**
 * How the assessment is made (SI 2014/2672, regulation 10): in full; not at all, because the person will not take part;
 * or by light touch, with the person's consent, on evidence that satisfies the council.
 */
const route = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('full') }),
  z.strictObject({ by: z.literal('declined') }),
  z.strictObject({
    by: z.literal('light-touch'),
    consented: z.literal(true, { error: 'A light-touch assessment needs consent (SI 2014/2672, regulation 10)' }),
    evidence: z.string().min(1, 'A light-touch assessment needs evidence (SI 2014/2672, regulation 10)').max(1000),
    finding: z.enum(['pays-in-full', 'pays-agreed-charge', 'pays-nothing']),
    agreedCharge: pence.optional(),
  }),
]);
export type Route = z.infer<typeof route>;

/** A service, so far as it matters to whether it may be charged for at all. */
export const service = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('care') }),
  z.strictObject({ kind: z.literal('aid-or-adaptation'), cost: pence }),
  z.strictObject({
    kind: z.literal('reablement'),
    startedOn: isoDate,
    plannedLastDay: isoDate.optional(),
  }),
  z.strictObject({ kind: z.literal('care-for-cjd') }),
  z.strictObject({ kind: z.literal('section-117-aftercare') }),
  z.strictObject({ kind: z.literal('nhs-service') }),
  z.strictObject({ kind: z.literal('assessment') }),
  z.strictObject({ kind: z.literal('information-or-advice') }),
  z.strictObject({ kind: z.literal('prevention-for-carer') }),
  z.strictObject({ kind: z.literal('replacement-care-for-carer') }),
]);
export type Service = z.infer<typeof service>;

const means = {
  /** First day of the week charged for; the rates are those of that day. */
  weekOf: isoDate,
  route: route.default({ by: 'full' }),
  person,
  income: z.array(income).max(60),
  capital: z.array(capital).max(60),
};

/** Care at home for one week: what it costs, what the person has, and what they must pay for first. */
export const homeAssessment = z.strictObject({
  ...means,
  service: service.default({ kind: 'care' }),
  weeklyCost: pence,
  /** Rent, mortgage, council tax and the like, with the part that a benefit meets. */
  housingCosts: z.array(
    z.strictObject({ what: z.string().min(1).max(80), weekly: pence, metByBenefit: pence.default(pence.parse(0)) }),
  ),
  /** Disability-related expenditure that the council has accepted. */
  disabilityCosts: z.array(z.strictObject({ what: z.string().min(1).max(80), weekly: pence })),
});
export type HomeAssessment = z.infer<typeof homeAssessment>;

/** A permanent place in a care home for one week: the home's fee and the most that the council would pay for it. */
export const careHomeAssessment = z.strictObject({
  ...means,
  weeklyFee: pence,
  councilRate: pence,
  home: home.optional(),
  /** Whether a deferred payment agreement is in force. */
  deferredPayment: z.boolean().default(false),
  /** Who pays the part of the fee above the council's rate. */
  topUpPayer: z.enum(['third-party', 'own-money']).optional(),
});
export type CareHomeAssessment = z.infer<typeof careHomeAssessment>;

/** What a caller may leave out of a home assessment; amounts are plain whole numbers of pence. */
export type HomeAssessmentInput = z.input<typeof homeAssessment>;
/** What a caller may leave out of a care home assessment; amounts are plain whole numbers of pence. */
export type CareHomeAssessmentInput = z.input<typeof careHomeAssessment>;
