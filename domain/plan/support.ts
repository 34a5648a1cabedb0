/** Which support of a catalogue fits what is looked for, and how to get it. */
import type { Council } from '../../schemas/council.ts';
import type { Question } from '../../schemas/form-language.ts';
import type { Support, SupportWanted, WayToGet } from '../../schemas/support-catalogue.ts';
import type { BrokenRule } from '../ruling.ts';

/** Letters and digits alone, without accents and apostrophes, and without the s of a plural: "Carers’ Trust" is carer, trust. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word));

const hasAll = (text: string, typed: readonly string[]): boolean => {
  const words = wordsOf(text);
  return typed.every((one) => words.some((word) => word.startsWith(one)));
};

type Closeness = 'named' | 'any' | 'no';

const closest = (found: readonly Closeness[]): Closeness =>
  found.includes('named') ? 'named' : found.includes('any') ? 'any' : 'no';

/** Whether support is tied to the outcome, to none, or to others only. */
const closenessTo = ({ adultOutcomes, carerOutcomes }: Support, { outcome, for: whom }: SupportWanted): Closeness => {
  if (outcome === undefined) return 'any';
  const closeness = (outcomes: readonly string[] | 'any' | undefined): Closeness =>
    outcomes === 'any' ? 'any' : outcomes?.includes(outcome) ? 'named' : 'no';
  return closest([
    whom === 'carer' ? 'no' : closeness(adultOutcomes),
    whom === 'adult' ? 'no' : closeness(carerOutcomes),
  ]);
};

/**
 * The support that fits everything that is looked for. What is tied to the outcome comes before what is tied to none, then what
 * has the typed words in its name before what has them elsewhere; else the catalogue's own order stays.
 */
export const supportThatFits = (catalogue: readonly Support[], wanted: SupportWanted): Support[] => {
  const typed = wordsOf(wanted.words ?? '');
  return catalogue
    .filter(({ kind }) => wanted.kind === undefined || kind === wanted.kind)
    .filter((one) => wanted.for === undefined || one.for.includes(wanted.for))
    .map((one) => ({ one, closeness: closenessTo(one, wanted), inName: hasAll(one.name, typed) }))
    .filter(({ closeness }) => closeness !== 'no')
    .filter(({ one: { name, provider = '', what, kind }, inName }) =>
      inName ? true : hasAll(`${name} ${provider} ${what} ${kind}`, typed),
    )
    .toSorted(
      (a, b) =>
        Number(b.closeness === 'named') - Number(a.closeness === 'named') || Number(b.inName) - Number(a.inName),
    )
    .map(({ one }) => one);
};

const sentence = (way: WayToGet, { contact, terms }: Pick<Council, 'contact' | 'terms'>): string => {
  switch (way.by) {
    case 'council':
      return `Contact ${contact.name}${contact.phone ? ` on ${contact.phone}` : ''}.`;
    case 'worker':
      return `Ask the ${terms.worker}.`;
    case 'phone':
      return `Phone ${way.who} on ${way.number}.`;
    case 'web':
      return `See ${way.url}.${way.evidence?.status === 'unconfirmed' ? ' Nobody has confirmed this address yet.' : ''}`;
    case 'referral':
      return `Ask ${way.from} to refer.`;
    case 'open-to-all':
      return 'Anyone can use it, without an assessment.';
  }
};

/** How to get support, in sentences, with the council's own contact and its own word for who works with the person. */
export const waysToGet = (
  { howToGet }: Pick<Support, 'howToGet'>,
  council: Pick<Council, 'contact' | 'terms'>,
): string[] => howToGet.map((way) => sentence(way, council));

/** Questions that are answered with what is in the catalogue: what is advised, and what prevents needs. Care Act 2014 ss.2 and 4. */
const advice: ReadonlySet<string> = new Set([
  'adviceGiven',
  'adviceMeetOrReduce',
  'advicePreventOrDelay',
  'adviceLinks',
  'prevention',
]);

type NamesSupport = { readonly support?: string | undefined };

/** An entry that a row of a table names has to be one of the council's catalogue, or of what is the same in all of England. */
export const unknownSupport = (
  table: string,
  rows: readonly NamesSupport[],
  catalogue: readonly string[] | undefined,
): readonly BrokenRule[] =>
  rows.flatMap(({ support }, row) =>
    support === undefined || catalogue === undefined || catalogue.includes(support)
      ? []
      : [
          {
            field: `${table}[${row}].support`,
            rule: 'the council’s catalogue',
            message: 'Enter the id of an entry in the support catalogue, such as home-care, or leave it blank',
          },
        ],
  );

/** Whether a question names entries of the catalogue by their ids. */
export const namesSupport = (question: Question): boolean =>
  question.type === 'table' && question.columns.some(({ id }) => id === 'support');

/** Whether the catalogue is wanted beside a question: it asks for advice, or for an entry of the catalogue by its id. */
export const asksForSupport = (question: Question): boolean => advice.has(question.id) || namesSupport(question);
