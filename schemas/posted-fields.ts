/**
 * Fields that people and staff send, with messages in plain English that say what is asked for; the path names the field.
 *
 * In each, `what` reads like "the reasons for the decision".
 */
import * as z from 'zod';
import { asTyped, asTypedName } from './typed-text.ts';

/** Text that a person writes: trimmed and never empty. */
export const writtenText = (what: string, maxCharacters = 4000) =>
  z
    .string({ error: `Enter ${what}` })
    .overwrite(asTyped)
    .min(1, { error: `Enter ${what}` })
    .max(maxCharacters, { error: `${what} must be ${maxCharacters} characters or fewer` });

/** Somebody's name that staff write. */
export const writtenName = (what: string, maxCharacters = 200) =>
  writtenText(what, maxCharacters).overwrite(asTypedName);

/** One of a few words; `instruction` is the whole message. */
export const oneOf = <const Words extends readonly string[]>(words: Words, instruction: string) =>
  z.enum(words, { error: instruction });

/** Answers that belong together. */
export const group = <Shape extends z.core.$ZodLooseShape>(what: string, shape: Shape) =>
  z.object(shape, { error: `Enter ${what}` });

/** Any number of the same, perhaps none. */
export const listOf = <Item extends z.core.SomeType>(what: string, item: Item) =>
  z.array(item, { error: `Give ${what} as a list` });

/** A calendar date in Europe/London, `YYYY-MM-DD`. */
export const dateOf = (what: string) =>
  z.iso.date({ error: `Enter ${what} as a real date, such as 2026-11-21` }).brand<'IsoDate'>();

/**
 * An amount of money in whole pence, never negative.
 *
 * @param error what is said of anything else, where people type it in pounds
 */
export const amountOf = (what: string, error = `Enter ${what} in whole pence`) =>
  z
    .int({ error })
    .nonnegative({ error: `${what} cannot be less than 0` })
    .brand<'Pence'>();

/** The name of a field in HTML and in problems: `['carers', 0, 'name']` is `carers[0].name`. */
export const fieldName = (path: PropertyKey[]): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
