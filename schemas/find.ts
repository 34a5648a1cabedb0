import * as z from 'zod';
import { caseInShort } from './api.ts';
import { personId } from './person.ts';
import { councilSlug, isoDate, isoInstant } from './scalars.ts';
import { asTyped } from './typed-text.ts';

const typedText = (what: string) =>
  z
    .string({ error: `Send ${what} as text` })
    .overwrite(asTyped)
    .max(200, { error: `${what} must be 200 characters or fewer` })
    .optional();

/** What is looked for: the first takes a name, a reference, an NHS number, a birth date and a postcode, in any order. */
export const typedSearch = z.strictObject({
  words: typedText('a name, reference or NHS number'),
  born: typedText('a date of birth, such as 3/4/1948'),
  postcode: typedText('a postcode'),
});
export type TypedSearch = z.infer<typeof typedSearch>;

/** `POST /{council}/staff/find`: never in an address, where it would stand in histories and logs. */
export const findPersonsBody = typedSearch.extend({
  after: z.string().max(400).optional().describe('`next` of the page before'),
});

/** Somebody who may be whom one looks for. */
export const personFound = z
  .object({
    person: personId,
    name: z.string().optional().describe('Absent where the record is restricted to others'),
    ask: z.string().optional().describe('Whom to ask about a restricted record'),
    dateOfBirth: isoDate.optional(),
    age: z.int().nonnegative().optional(),
    postcode: z.string().optional(),
    died: z.boolean().optional(),
    birth: z
      .enum(['same', 'swapped', 'near', 'other'])
      .optional()
      .describe('How the birth date fits what was said: day and month may be swapped, or one part be wrong'),
    cases: z.array(caseInShort.extend({ keyWorker: z.string().optional() })).describe('The newest first'),
  })
  .meta({ id: 'PersonFound' });
export type PersonFound = z.infer<typeof personFound>;

/** Those who fit, the best first. */
export const personsFound = z
  .object({
    people: z.array(personFound),
    next: z.string().optional().describe('Send it as `after` for more'),
  })
  .meta({ id: 'PersonsFound' });

/** What a member of staff has looked for, kept under a random name while they work, so that no address holds it and going back shows it again. */
export const keptSearch = z.strictObject({
  council: councilSlug,
  staff: z.string().max(128),
  at: isoInstant,
  typed: typedSearch,
});
export type KeptSearch = z.infer<typeof keptSearch>;
