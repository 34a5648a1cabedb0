import * as z from 'zod';
import { isoDate, pence } from './scalars.ts';

/** What an amount of income is; each has its treatment in `domain/charging/income-treatment.ts`. */
export const incomeKind = z.enum([
  'state-pension',
  'pension-credit-guarantee',
  'savings-credit',
  'occupational-pension',
  'universal-credit',
  'employment-and-support-allowance',
  'carers-allowance',
  'other-benefit',
  'other-income',
  'attendance-allowance',
  'pip-daily-living',
  'dla-care',
  'pip-mobility',
  'dla-mobility',
  'earnings',
  'direct-payment',
  'child-benefit',
  'child-tax-credit',
  'child-maintenance',
  'christmas-bonus',
  'social-fund',
  'winter-fuel-payment',
  'war-pension',
  'other-war-payment',
  'war-constant-attendance-allowance',
]);
export type IncomeKind = z.infer<typeof incomeKind>;

/**
 * One amount that comes in every week: `{"kind":"state-pension","weekly":23025}`.
 *
 * `halfToSpouse`: half of an occupational pension goes to a husband, wife or civil partner who lives elsewhere.
 */
const income = z.strictObject({ kind: incomeKind, weekly: pence, halfToSpouse: z.boolean().default(false) });
export type Income = z.infer<typeof income>;

/** What an amount of capital is, apart from the home; each has its treatment in `domain/charging/capital.ts`. */
export const capitalKind = z.enum([
  'savings',
  'investments',
  'other-property',
  'given-away',
  'personal-possessions',
  'life-insurance',
  'personal-injury-trust',
]);
export type CapitalKind = z.infer<typeof capitalKind>;

/** Something owned, with its whole value and how many people own it in equal shares: `{"kind":"savings","value":900000,"owners":1}`. */
const capital = z.strictObject({ kind: capitalKind, value: pence, owners: z.int().min(1).max(20).default(1) });
export type Capital = z.infer<typeof capital>;

/** Who else lives in the home of someone who has moved to a care home. */
export const occupant = z.enum([
  'nobody',
  'partner',
  'lone-parent-former-partner',
  'relative-60-or-over',
  'incapacitated-relative',
  'child-under-18',
  'someone-else',
]);
export type Occupant = z.infer<typeof occupant>;

/** The home that the person owns, in whole or in equal shares, once they live in a care home for good. */
const home = z.strictObject({
  value: pence,
  owners: z.int().min(1).max(20).default(1),
  mortgage: pence.default(pence.parse(0)),
  occupant,
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
