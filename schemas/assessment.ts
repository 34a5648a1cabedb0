import * as z from 'zod';
import { confirmedRates } from './charging-rates.ts';
import { writtenText } from './eligibility.ts';
import { careHomeAssessment, homeAssessment } from './finance.ts';
import { isoDate, pence } from './scalars.ts';

const picked = <const T extends readonly string[]>(values: T, error: string) => z.enum(values, { error });
const money = (what: string) => pence.min(0, { error: `${what} must be 0 or more, in whole pence` });
const date = (what: string) => isoDate.describe(`${what}, a date in London`);

/** What "estimate budget" posts: the estimated personal budget, before the plan. Statutory guidance 11.24. */
export const budgetEstimate = z.strictObject({
  weeklyCost: money('The weekly cost'),
  basis: writtenText('how the estimate was worked out'),
  toldPersonOn: date('The day the person was told'),
});
export type BudgetEstimate = z.infer<typeof budgetEstimate>;

const workingLine = z.strictObject({
  step: z.enum(['add', 'take-away', 'result', 'left-out']),
  label: z.string(),
  pence: z.int(),
  basis: z.string(),
});

/** The charge for one week as `domain/charging` works it out, kept whole so that the person can follow it line by line. */
const charge = z.strictObject({
  rateYear: z.string(),
  status: z.enum(['final', 'provisional']),
  toConfirm: z.array(
    z.object({ field: z.string(), what: z.string(), pence: z.int().nullish(), status: z.string(), source: z.string() }),
  ),
  outcome: z.enum(['assessed', 'full-cost', 'agreed', 'free', 'deferred']),
  personPays: pence,
  councilPays: pence,
  deferred: pence,
  topUp: pence,
  working: z.array(workingLine),
  capitalWorking: z.array(workingLine),
});

/**
 * What "assess finances" posts: what the person has, never what they pay, which the rules work out. Care Act 2014 section 17;
 * the person gets a written record (17(6)).
 *
 * `confirmed` names the figures and rules of the result that someone has looked up and found right. A charge with any other
 * unconfirmed figure is not recorded, since a wrong charge harms a person; a figure that is wrong is put right in `confirmedRates`.
 */
export const financialAssessment = z.strictObject({
  assessment: z.discriminatedUnion(
    'setting',
    [
      homeAssessment.extend({ setting: z.literal('home') }),
      careHomeAssessment.extend({ setting: z.literal('care-home') }),
    ],
    { error: 'Choose home or care-home' },
  ),
  confirmedRates: confirmedRates.default({}),
  confirmed: z
    .array(
      z.strictObject({
        field: writtenText('what was looked up', 200),
        source: writtenText('where it was looked up', 300),
      }),
    )
    .default([]),
  toldPersonOn: date('The day the person was told'),
});

/** The financial assessment as it is kept. */
export const financialAssessmentRecord = financialAssessment.extend({ charge });
export type FinancialAssessmentRecord = z.infer<typeof financialAssessmentRecord>;

/** What "set up support" posts: how the personal budget is held, and when support starts. */
export const setUpRecord = z.strictObject({
  startedOn: date('The day support started'),
  arrangement: picked(['direct-payment', 'council-managed', 'both'], 'Choose direct payment, council-managed or both'),
  providers: z.array(writtenText('the provider', 200)),
  continuingHealthcareReferred: z.boolean({ error: 'Say whether NHS continuing healthcare was considered' }),
});
export type SetUpRecord = z.infer<typeof setUpRecord>;

/** What "check support" posts: the key worker's call soon after support starts. */
export const supportCheck = z.strictObject({
  spokenOn: date('The day you spoke'),
  howItGoes: writtenText('how support is going'),
  changeNeeded: z.boolean({ error: 'Say whether something must change now' }),
});

/** What the tasks outside the machines post: what was done, in words. */
export const workDone = z.strictObject({ whatWasDone: writtenText('what was done') });
