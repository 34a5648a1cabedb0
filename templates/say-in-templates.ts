import { messageSaid } from '../schemas/say.ts';

/** How a value is printed into a message: escaped in HTML, as it is in text. */
export type Printing = { readonly print: (value: unknown) => string; readonly escaping: (text: string) => string };

const slot = /(\{\d{1,2}\}|<\/?[a-z]+>)/;
/** A message in parts, every second of which is a slot: read once. */
const split = new Map<string, readonly string[]>();
const partsOf = (message: string): readonly string[] => {
  const known = split.get(message);
  if (known) return known;
  const parts = message.split(slot);
  split.set(message, parts);
  return parts;
};

/** The tags of the English message by name, in order, so that a translation may have them in another. */
const tagsByName = (english: string, tags: readonly string[]): ReadonlyMap<string, string[]> => {
  const opens = partsOf(english).filter((part, index) => index % 2 === 1 && /^<(?!\/|br>)/.test(part));
  return Map.groupBy(tags, (_, index) => opens[index] ?? '') as Map<string, string[]>;
};

/**
 * A message of a template in the language of whoever reads it.
 *
 * @param english the message, as `messages.ts` made it
 * @param values what stands in place of `{1}`, `{2}` …
 * @param tags the opening tags with their attributes, in the order of the English
 * @throws Error where a value is missing: a mistake in a template
 */
export const sayTemplate = (
  { print, escaping }: Printing,
  english: string,
  values: readonly unknown[],
  tags: readonly unknown[],
): string => {
  if (values.some((value) => value === undefined || value === null)) {
    throw new Error(`A value of “${english}” is null or undefined`);
  }
  const message = messageSaid(english);
  const parts = partsOf(message);
  if (parts.length === 1) return message === english ? message : written(message, english, escaping);
  const byName = tagsByName(english, tags.map(String));
  const used = new Map<string, number>();
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return written(part, english, escaping, message);
      if (part.startsWith('{')) return print(values[Number(part.slice(1, -1)) - 1]);
      if (part.startsWith('</') || part === '<br>') return part;
      const turn = used.get(part) ?? 0;
      used.set(part, turn + 1);
      return byName.get(part)?.[turn] ?? '';
    })
    .join('');
};

/** English words of a template are HTML already; what a translator wrote is text. */
const written = (part: string, english: string, escaping: (text: string) => string, message = part): string =>
  message.includes(english) ? part : escaping(part);
