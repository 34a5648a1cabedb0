import * as z from 'zod';
import { confirmedRates, rateYear } from './charging-rates.ts';
import { pence } from './scalars.ts';

/**
 * What a council decides for itself about charging; with none of it set, the regulations' least generous lawful rules.
 *
 * The regulations set floors, and a council may always be kinder: Care Act 2014 section 14, SI 2014/2672.
 */
export const chargingOptions = z.strictObject({
  /** The share of disposable income taken for care at home, in per cent. */
  percentOfDisposable: z.int().min(0).max(100).default(100),
  /** The most that an assessed charge at home may be a week. A person who pays in full is not helped by it. */
  weeklyCap: pence.optional(),
  /** An assessed charge at home below this many pence a week is not collected. */
  minimumCharge: pence.default(pence.parse(0)),
  /** Added to everyone's minimum income guarantee, in pence a week. */
  migUplift: pence.default(pence.parse(0)),
  /** Limits of capital for care outside a care home, in pence; lower than the regulations' are not used. */
  homeCapitalLimits: z
    .strictObject({ upper: pence, lower: pence })
    .refine(({ upper, lower }) => lower <= upper, {
      path: ['lower'],
      error: 'The lower limit cannot be above the upper',
    })
    .optional(),
  /** Whether Attendance Allowance, PIP daily living and DLA care count as income. */
  countDisabilityBenefits: z.boolean().default(true),
  /** Whether Savings Credit is left out at home up to the year's maximum, or all of it. */
  savingsCreditAtHome: z.enum(['capped', 'all-out']).default('capped'),
  /** What is kept for a home beside the costs that the regulations name. */
  otherHousingCosts: z.array(z.enum(['insurance', 'water'])).default(['insurance', 'water']),
  /** A sum a week for costs of disability that everyone with a benefit for it has without a claim; whose costs are higher has those. */
  standardDisabilityCosts: pence.optional(),
  /** Whether a stay in a care home of up to 8 weeks is charged as care at home (SI 2014/2672, regulation 8). */
  chargeShortStaysAsHome: z.boolean().default(false),
  /** The most nights of such a stay, where the council stops before 8 weeks: some stop at 28. */
  shortStayNights: z.int().min(1).max(55).optional(),
  /** Whether a carer is charged for support of their own. */
  chargeCarers: z.boolean().default(true),
  /** Whether new rates apply from 6 April itself or from the Monday nearest to it. */
  newRatesFrom: z.enum(['6-april', 'nearest-monday']).default('6-april'),
  /** Pence a week that a resident with a deferred payment keeps, at most 144.00. */
  deferredPaymentKept: z.int().min(0).max(14_400).brand<'Pence'>().default(pence.parse(14_400)),
  confirmedRates: confirmedRates.default({}),
  /** The years that staff of this deployment have entered and confirmed. Not a council's choice: the platform adds them. */
  nationalRates: z.array(rateYear).default([]),
});
export type ChargingOptions = z.infer<typeof chargingOptions>;
/** What a council writes; everything may be left out. */
export type ChargingOptionsInput = z.input<typeof chargingOptions>;
