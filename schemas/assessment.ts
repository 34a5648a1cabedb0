import * as z from 'zod';
import { writtenText } from './eligibility.ts';
import { isoDate } from './scalars.ts';

const picked = <const T extends readonly string[]>(values: T, error: string) => z.enum(values, { error });
const date = (what: string) => isoDate.describe(`${what}, a date in London`);

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
