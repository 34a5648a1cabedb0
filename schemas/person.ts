import * as z from 'zod';
import { restriction } from './restriction.ts';
import { councilSlug, isoDate, isoInstant } from './scalars.ts';

/** 128 random bits as text. It may stand in keys, logs and addresses; it says nothing of the person. */
export const personId = z
  .string()
  .regex(/^[\w-]{22}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof personId>;

/** What tells one of a person's helpers from the others, so that a case can name theirs: 72 random bits as text. */
export const helperId = z
  .string()
  .regex(/^[\w-]{12}$/)
  .brand<'HelperId'>();
export type HelperId = z.infer<typeof helperId>;

/** How it is known that a mailbox is theirs who gave its address: by a link that was mailed to it and used, or by staff who checked it. */
export const addressProof = z.strictObject({ at: isoInstant, by: z.enum(['link', 'staff']) });
export type AddressProof = z.infer<typeof addressProof>;

/** Someone who is written to or called about a case. Without an email address they are told by phone or post. */
export const contactPerson = z.strictObject({
  /** Either may be empty while it is not known, of somebody whom a caller could not name in full. */
  firstName: z.string().max(200),
  lastName: z.string().max(200),
  email: z.email().optional(),
  /** Absent while the address is only typed: nothing personal is mailed to it then. It goes when the address does. */
  emailProved: addressProof.optional(),
  phone: z.string().max(40).optional(),
});
export type ContactPerson = z.infer<typeof contactPerson>;

/**
 * By what right someone acts for another who has not agreed, as they say. Mental Capacity Act 2005; `best-interests` is for staff to check.
 * `deputy` is one of whom nobody asked for what the court appointed them.
 */
export const helperAuthority = z.enum([
  'lpa-health',
  'lpa-money',
  'lpa-both',
  'deputy',
  'deputy-welfare',
  'deputy-property',
  'deputy-both',
  'appointee',
  'best-interests',
  'none',
]);
export type HelperAuthority = z.infer<typeof helperAuthority>;

/** Someone who helps the person, and what is known of their right to act. Which case they help with is the case's to say. */
export const helper = contactPerson.extend({
  id: helperId,
  /** How they know the person, such as `child`. */
  relationship: z.string().max(100).optional(),
  organisation: z.string().max(200).optional(),
  /** Whether the person agrees to their help, as far as anyone has said. */
  agrees: z.boolean().optional(),
  authority: helperAuthority.optional(),
  /** What is known of a paper that proves the authority: none was given, one was sent, a member of staff has seen it. */
  proof: z.enum(['none', 'sent', 'seen']).optional(),
  /** When it was recorded that they have died: they are not written to, and open no case, from then on. */
  diedAt: isoInstant.optional(),
});
export type Helper = z.infer<typeof helper>;

/** Whose contact details were changed: the person's, or those of whoever helps by this id. */
const changedOf = z.union([z.literal('person'), helperId]);

/** Contact details as they were before a change, of those that it touched. A phone number that was not there is an empty text. */
export const detailsBefore = z.strictObject({
  of: changedOf,
  email: z.strictObject({ address: z.email(), proof: addressProof }).optional(),
  phone: z.string().max(40).optional(),
});
export type DetailsBefore = z.infer<typeof detailsBefore>;

/** That a change of contact details was undone: sign-ins from before it count no more, nor do ways to undo what was changed later. */
const changeUndone = z.strictObject({
  of: changedOf,
  details: z.array(z.enum(['email', 'phone'])).min(1),
  changedAt: isoInstant,
  at: isoInstant,
});
export type ChangeUndone = z.infer<typeof changeUndone>;
/** Most that are remembered: the first go when there are more, long after their links have ended. */
export const mostUndone = 20;

/** An address that was told of its change, and can undo it for as long as the council says. */
const addressTold = z.strictObject({ of: changedOf, address: z.email(), changedAt: isoInstant });
/** Most that are remembered: the last go when there are more, for the first one's rights come before theirs. */
export const mostTold = 20;

/**
 * That a person has died, as it was first told: from then on nobody is written to about them. Somebody else than who recorded it confirms it,
 * and it can be undone before and after. `by` are ids of the staff directory.
 */
export const death = z.strictObject({
  on: isoDate.optional(),
  howKnown: z.string().max(500),
  recorded: z.strictObject({ at: isoInstant, by: z.string().max(128) }),
  confirmed: z.strictObject({ at: isoInstant, by: z.string().max(128) }).optional(),
});
export type Death = z.infer<typeof death>;

/** Most characters of what an alert says. */
export const longestAlert = 1000;

/** What whoever makes contact with the person must know first. Never shown on a page or in a file that others may open. */
export const alert = z.strictObject({
  kind: z.enum(['harm-disclosed', 'risk-to-workers']),
  says: z.string().max(longestAlert).optional(),
  /** Where it comes from, such as `application K7M-29QX-T4F`. */
  source: z.string().max(200),
  on: isoDate,
});
export type Alert = z.infer<typeof alert>;

/** The details of which the newest counts where two items are found to be one person's. A name and a birth are not among them. */
export const changingDetail = z.enum([
  'nhsNumber',
  'preferredName',
  'email',
  'phone',
  'home',
  'safeContact',
  'contactBy',
  'formats',
  'language',
]);
export type ChangingDetail = z.infer<typeof changingDetail>;

/**
 * Most items that can be one person's: a form for two such people with all the documents that it takes fits into one transaction, which
 * takes 100 items. @see Amazon DynamoDB Developer Guide, TransactWriteItems
 */
export const mostJoined = 6;
/** Most people who can be kept as helping one person, and most alerts: the first go when there are more. */
export const mostHelpers = 30;
export const mostAlerts = 30;

const told = {
  ...contactPerson.shape,
  preferredName: z.string().max(200).optional(),
  /** Absent while nobody has said it. */
  dateOfBirth: isoDate.optional(),
  nhsNumber: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  /** Whether a message may be left on the phone; not known where nobody has said. */
  safeToLeaveMessage: z.boolean().optional(),
  /** The address without its postcode. Neither is there for someone without a home. */
  address: z.string().max(1000).optional(),
  postcode: z.string().max(10).optional(),
  /** Where someone without an address is to be found. */
  whereToFind: z.string().max(1000).optional(),
  /** When and how it is safe to make contact, in their own words. */
  safeContact: z.string().max(2000).optional(),
  /** How the person wants to be told of news; by email where they have not said. */
  contactBy: z.enum(['email', 'phone', 'post']).optional(),
  /** The formats that they need, such as `large-print`. */
  formats: z.array(z.string().max(100)).max(20),
  /** The language in which the person wants to be written to and spoken with, where that is not English. */
  language: z.string().max(100).optional(),
  /** Whether they need someone who interprets; not known where nobody has said. */
  interpreter: z.boolean().optional(),
  /** Who helps, the one named last at the end. */
  helpers: z.array(helper).max(mostHelpers),
  alerts: z.array(alert).max(mostAlerts),
  changesUndone: z.array(changeUndone).max(mostUndone).optional(),
  addressesTold: z.array(addressTold).max(mostTold).optional(),
  died: death.optional(),
  /** That the record is for named staff alone. */
  restricted: restriction.optional(),
};

/**
 * A person as one council knows them: who they are, how to reach them safely, in what format and language, who helps, and what to be wary
 * of. Cases refer to it by its id and hold nothing of this themselves.
 *
 * Two items of one person, who applied twice, are joined by staff: the one then says whose it is (`joinedTo`), the other which are its
 * own (`joined`). What each of them says stays as it was said (`domain/journey/joined-person.ts`), so that they can be parted again.
 *
 * @example { "council": "leicestershire", "id": "Jc0w…", "version": 1, "firstName": "Rose", "lastName": "Okafor",
 *   "dateOfBirth": "1948-03-02", "formats": [], "helpers": [], "alerts": [], "saidAt": {}, "joined": [] }
 */
export const person = z.strictObject({
  council: councilSlug,
  id: personId,
  version: z.int().positive(),
  ...told,
  /** When each detail was said last. A detail that is absent and has a time was taken away. */
  saidAt: z.partialRecord(changingDetail, isoInstant),
  joinedTo: z.strictObject({ person: personId, at: isoInstant }).optional(),
  joined: z.array(personId).max(mostJoined),
});
export type Person = z.infer<typeof person>;

/** A person as they are read: one, however many items they were found to have. It is never stored. `id` is that of the leading item. */
export const knownPerson = z
  .strictObject({
    council: councilSlug,
    id: personId,
    ...told,
    // Of several items all count: none of what they hold is dropped to make room.
    helpers: z.array(helper),
    alerts: z.array(alert),
    changesUndone: z.array(changeUndone).optional(),
    addressesTold: z.array(addressTold).optional(),
    /** The ids of all items of this person, the leading one first. */
    items: z.array(personId).min(1),
  })
  .meta({ id: 'Person' });
export type KnownPerson = z.infer<typeof knownPerson>;
