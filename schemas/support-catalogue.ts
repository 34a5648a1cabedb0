import * as z from 'zod';
import { adultOutcomeCode, carerOutcomeCode } from './eligibility.ts';
import { amountOf, oneOf, writtenText } from './posted-fields.ts';
import { supportKind } from './support-kinds.ts';

/** The most entries that a catalogue may have, so that an answer with all of them stays small. */
const mostEntries = 300;

const allOf = (codes: readonly string[]) => codes.join(', ');

/** An object of a catalogue: what its fields are is said where it is none, and where it has a field too many. */
const fields = <Shape extends z.core.$ZodLooseShape>(what: string, shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no field ${allOf(issue.keys)} here: ${what} has ${allOf(Object.keys(shape))}`
        : `Give ${what} as an object with ${allOf(Object.keys(shape))}`,
  });

const listed = <Item extends z.core.SomeType>(what: string, item: Item) =>
  z
    .array(item, { error: `Give ${what} as a list` })
    .min(1, { error: `Give at least one of ${what}` })
    .refine((items) => new Set(items).size === items.length, { error: `Give each of ${what} once` });

/** The stable name of an entry: plans and advice refer to it, so it is never given to something else. */
export const supportId = z
  .string({ error: 'Give the id as text' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Give an id of small letters and digits with hyphens, such as day-opportunities',
  })
  .max(60, { error: 'Give an id of 60 characters or fewer' });

/** An outcome of the carer's own, or their health, which the carers' conditions name beside the outcomes. Eligibility Regs reg 3(2)(a). */
const carerNeed = oneOf(
  [...carerOutcomeCode.options, 'carer-health'],
  `Choose an outcome of carers: ${allOf(carerOutcomeCode.options)}, carer-health`,
);
const adultNeed = oneOf(adultOutcomeCode.options, `Choose an outcome of adults: ${allOf(adultOutcomeCode.options)}`);

/** Outcomes, or `any` where the source ties the support to none. */
const anyOr = <Outcome extends z.ZodType<string>>(outcome: Outcome, codes: readonly string[]) =>
  z.union([z.literal('any'), listed('the outcomes', outcome)], {
    error: `Give "any", or a list of these outcomes: ${allOf(codes)}`,
  });

const web = z.url({ protocol: /^https$/, error: 'Give a web address that begins with https://' });

const ways = ['council', 'worker', 'phone', 'web', 'referral', 'open-to-all'];

/** Whether the source itself says that there is this support, or that it is reached so, and which source it is. */
const evidence = fields('the evidence', {
  status: oneOf(['confirmed', 'unconfirmed'], 'Choose a status: confirmed, unconfirmed'),
  source: writtenText('the source: the page and the part of it', 400),
});

/**
 * How to get it. `council` is the council's own contact and `worker` its word for who works with the person, both in
 * `council.json`; `referral` names who refers; `open-to-all` needs nobody and no assessment.
 */
const wayToGet = z.discriminatedUnion(
  'by',
  [
    fields('the way', { by: z.literal('council') }),
    fields('the way', { by: z.literal('worker') }),
    fields('the way', {
      by: z.literal('phone'),
      who: writtenText('whom to phone', 100),
      number: z.string({ error: 'Give the number' }).regex(/^0[\d ]{9,13}$/, {
        error: 'Give a number such as 024 7683 3003',
      }),
    }),
    // Its own evidence is given where it comes from somewhere else than the entry.
    fields('the way', { by: z.literal('web'), url: web, evidence: evidence.optional() }),
    fields('the way', { by: z.literal('referral'), from: writtenText('who refers', 100) }),
    fields('the way', { by: z.literal('open-to-all') }),
  ],
  { error: `Give a way to get it, by: ${allOf(ways)}` },
);
export type WayToGet = z.infer<typeof wayToGet>;

const chargeLevels = ['free', 'free-within-limit', 'may-be-charged', 'charged'] as const;

/** Whether it costs the person anything: the level, the sentence that says so, and where that is known from. */
export const supportCharge = fields('the charge', {
  level: oneOf(chargeLevels, `Choose a level: ${allOf(chargeLevels)}`),
  says: writtenText('what the person pays, in words', 200),
  source: writtenText('where the charge is known from', 400),
});
export type SupportCharge = z.infer<typeof supportCharge>;

const units = ['hour', 'day', 'week', 'once'] as const;
const whom = ['adult', 'carer'] as const;

/** Whom support is for: an adult with needs, the carer of one, or both. */
const supportFor = oneOf(whom, `Choose whom it is for: ${allOf(whom)}`);

const shape = {
  id: supportId,
  kind: supportKind,
  name: writtenText('the name', 100),
  /** Who provides it; absent where the source names nobody. */
  provider: writtenText('who provides it', 200).optional(),
  /** What it is, for a reader of nine, in no one's voice: no "you", so that it can be said to anybody. */
  what: writtenText('what it is', 500),
  for: listed('whom it is for', supportFor),
  /** Where it is to be had, where that is not the whole area of the council (or, of national support, England). */
  area: writtenText('the area', 200).optional(),
  /** What is paid for at a time, and its price in pence. Absent where nobody has said: a price is never guessed. */
  unit: oneOf(units, `Choose a unit: ${allOf(units)}`).optional(),
  price: amountOf('the price').optional(),
  /** Absent where the source is silent; `domain/charging/` says what the law says of its kind. */
  charge: supportCharge.optional(),
  howToGet: z.array(wayToGet, { error: 'Give how to get it as a list' }).min(1, { error: 'Give a way to get it' }),
  /** The needs that it may help with: our reading of what the source says it is, since no source speaks of outcomes. */
  adultOutcomes: anyOr(adultNeed, adultNeed.options).optional(),
  carerOutcomes: anyOr(carerNeed, carerNeed.options).optional(),
  evidence,
};

/** One kind of help that a person, a carer or both can get. */
const supportEntry = fields('the support', shape).check((context) => {
  const entry = context.value;
  const refuse = (field: keyof typeof shape, message: string) =>
    context.issues.push({ code: 'custom', input: entry[field], path: [field], message });
  if (entry.price !== undefined && entry.unit === undefined) {
    refuse('unit', `Give the unit of the price: ${allOf(units)}`);
  }
  if (entry.price !== undefined && entry.price > 0 && entry.charge?.level === 'free') {
    refuse('price', 'Leave the price out, or do not call it free');
  }
  for (const [one, field] of [
    ['adult', 'adultOutcomes'],
    ['carer', 'carerOutcomes'],
  ] as const) {
    const isFor = entry.for.includes(one);
    if (isFor && entry[field] === undefined) refuse(field, `Give ${field}, or "any": it is for ${one}s`);
    if (!isFor && entry[field] !== undefined) refuse(field, `Leave ${field} out: it is not for ${one}s`);
  }
});

/**
 * What help there is, as data: `councils/<slug>/support-catalogue.json`, and `councils/national-support.json` for what is the same in
 * all of England.
 *
 * Only what a source says, in our own words; each entry names its source. Longer than a page for a large council, so it is read
 * when it is first asked for, and never at a cold start.
 *
 * @example { "support": [{ "id": "telecare", "kind": "technology", "name": "Telecare", "what": "…", "for": ["adult"],
 *   "howToGet": [{ "by": "council" }], "adultOutcomes": ["home-safely"], "evidence": { "status": "confirmed", "source": "…" } }] }
 */
export const supportCatalogue = fields('the catalogue', {
  support: z
    .array(supportEntry, { error: 'Give the support as a list' })
    .max(mostEntries, { error: `Give ${mostEntries} entries or fewer` }),
}).check((context) => {
  const seen = new Map<string, number>();
  for (const [index, { id }] of context.value.support.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else {
      const message = `Give another id: support[${first}] has this one`;
      context.issues.push({ code: 'custom', input: id, path: ['support', index, 'id'], message });
    }
  }
});

/** An entry as rules see it: with the mark of what is the same everywhere in England. */
export type Support = z.infer<typeof supportEntry> & { readonly national: boolean };

/** What support is looked for; each filter that is given narrows the list. `GET /{council}/staff/support`. */
export const supportWanted = z.strictObject({
  kind: supportKind.optional(),
  outcome: z
    .union([adultNeed, carerNeed], {
      error: `Choose an outcome: ${allOf([...new Set([...adultNeed.options, ...carerNeed.options])])}`,
    })
    .optional()
    .describe('A need that it may help with, of an adult or of a carer as "for" says, or of either'),
  for: supportFor.optional(),
  words: z
    .string()
    .max(100, { error: 'Use 100 characters or fewer' })
    .optional()
    .describe(
      'Beginnings of words in the name, the provider or the description; all must be there. Nothing about a person',
    ),
});
export type SupportWanted = z.infer<typeof supportWanted>;

/** One entry as staff see it, with the council's own contact, its area and the law's word on charges filled in. */
const supportView = z
  .object(shape)
  .extend({
    area: z.string(),
    national: z.boolean().describe('The same in all of England, and not the council’s own'),
    charge: supportCharge.optional().describe('Absent where neither the source nor the law says'),
    howToGet: z.array(z.string()).describe('Sentences, the nearest way first'),
  })
  .meta({ id: 'Support' });
export type SupportView = z.infer<typeof supportView>;

/** The answer of `GET /{council}/staff/support`: at most a catalogue, so there are no pages of it. */
export const supportFound = z.object({ support: z.array(supportView) }).meta({ id: 'SupportFound' });
