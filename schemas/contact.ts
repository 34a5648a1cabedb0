import * as z from 'zod';
import { personId } from './person.ts';
import { isoDate } from './scalars.ts';
import { channel } from './taken.ts';
import { asTyped, asTypedName } from './typed-text.ts';

const text = (what: string, most = 200) =>
  z
    .string({ error: `Send ${what} as text` })
    .overwrite(/name$/.test(what) ? asTypedName : asTyped)
    .max(most, { error: `${what} must be ${most} characters or fewer` })
    .optional();

/** What is urgent, in the words of the form for help now. */
const urgent = z.enum(['carer-cannot-continue', 'no-food-heat-or-medicine', 'leaving-hospital', 'other']);

/**
 * `POST /{council}/staff/open`: what somebody said who rang, wrote or came, in the order in which it is said. All but what is wrong and half of a
 * name may be missing; what is missing is asked by whoever takes it up.
 */
export const contactBody = z.strictObject({
  channel,
  receivedOn: isoDate.optional(),
  caller: z.enum(['person', 'other'], { error: 'Select who is calling' }),
  callerName: text('the caller’s name'),
  callerPhone: text('the caller’s phone number', 40),
  agrees: z.enum(['yes', 'no']).optional(),
  safeToTalk: z.enum(['yes', 'no', 'not-known']).optional(),
  danger: z.enum(['no', 'danger', 'yes'], { error: 'Select whether anyone is in danger, or being hurt or neglected' }),
  urgent: z.array(urgent).optional(),
  happening: z
    .string({ error: 'Enter what is wrong' })
    .overwrite(asTyped)
    .min(1, { error: 'Enter what is wrong' })
    .max(2000, { error: 'What is wrong must be 2000 characters or fewer' }),
  firstName: text('the first name'),
  lastName: text('the last name'),
  born: text('the date of birth', 40),
  phone: text('the phone number', 40),
  whereToFind: text('where they are', 1000),
  postcode: text('the postcode', 10),
  person: personId.optional().describe('The person whom it is about, where they are known already'),
  key: z.string().max(100).optional().describe('Marks one sending; the same again opens no second case'),
});
export type ContactBody = z.infer<typeof contactBody>;

/** `POST /{council}/staff/persons/{id}/details`: what was still to be asked of a person. What is left empty stays as it is. */
export const detailsBody = z.strictObject({
  firstName: text('the first name'),
  lastName: text('the last name'),
  born: text('the date of birth', 40),
  phone: text('the phone number', 40),
  address: text('the address', 1000),
  postcode: text('the postcode', 10),
});
export type DetailsBody = z.infer<typeof detailsBody>;

/** The case that it opened, or that took it. */
export const contactRecorded = z
  .object({ reference: z.string(), missing: z.array(z.string()).describe('What is still to be asked') })
  .meta({ id: 'ContactRecorded' });
