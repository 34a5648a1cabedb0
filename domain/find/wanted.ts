import { type CaseReference, caseReference } from '../../schemas/scalars.ts';

/** A birth date as far as it was given. Of a year of two digits both centuries may be meant. */
export type Born = { readonly years: readonly number[]; readonly day?: number; readonly month?: number };

/** Whom somebody looks for, as far as they have said. */
export type Wanted = {
  /** What is left to be a name. */
  readonly name: string;
  readonly born?: Born;
  readonly postcode?: string;
  readonly nhsNumber?: string;
  readonly reference?: CaseReference;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const yearsIn = (text: string | undefined): number[] => {
  if (text === undefined) return [];
  return text.length === 2 ? [1900 + Number(text), 2000 + Number(text)] : [Number(text)];
};

/** Day first, as dates are said here; undefined where there is no such day in either order. */
const dayAndMonth = (one: number, other: number): { day: number; month: number } | undefined => {
  if (one < 1 || other < 1 || one > 31 || other > 31) return undefined;
  if (other <= 12) return { day: one, month: other };
  return one <= 12 ? { day: other, month: one } : undefined;
};

/**
 * A birth date as staff type one: 3/4/1948, 3.4.48, 3 April 1948, 1948-04-03, 3/4, or a year alone.
 *
 * @returns undefined where it is none
 */
export const bornIn = (text: string): Born | undefined => {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) {
    const day = dayAndMonth(Number(iso[3]), Number(iso[2]));
    return day && { years: yearsIn(iso[1]), ...day };
  }
  if (/^(19|20)\d\d$/.test(typed)) return { years: yearsIn(typed) };
  const numbers = /^(\d{1,2})[ /.-](\d{1,2})(?:[ /.-](\d{4}|\d{2}))?$/.exec(typed);
  if (numbers) {
    const day = dayAndMonth(Number(numbers[1]), Number(numbers[2]));
    return day && { years: yearsIn(numbers[3]), ...day };
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3})[a-z]*,? ?(\d{4}|\d{2})?$/.exec(typed);
  const month = named ? months.indexOf(named[2] ?? '') + 1 : 0;
  const day = named && month > 0 ? dayAndMonth(Number(named[1]), month) : undefined;
  return day && { years: yearsIn(named?.[3]), ...day };
};

/** A reference as it was typed: without hyphens, in small letters, with O for 0 and I or L for 1. */
export const referenceIn = (text: string): CaseReference | undefined => {
  const signs = text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return caseReference.safeParse(`${signs.slice(0, 3)}-${signs.slice(3, 7)}-${signs.slice(7)}`).data;
};

const postcodeAnywhere = /\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b/i;
const dateAnywhere = /\b(\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?|\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d\d)\b/;

/** What was typed into the three boxes, of which the first takes everything. */
export type Typed = { readonly words: string; readonly born?: string; readonly postcode?: string };

/**
 * Whom somebody looks for. The one box takes a name, a reference, an NHS number, a birth date and a postcode, in any order. Ten letters may be
 * a reference and a name alike; both are looked for.
 */
export const wantedIn = ({ words, born = '', postcode = '' }: Typed): Wanted => {
  const reference = referenceIn(words);
  const digits = words.replaceAll(/[\s-]/g, '');
  if (/^\d{10}$/.test(digits)) return { name: '', nhsNumber: digits, ...(reference && { reference }) };
  const inWords = postcode === '' ? postcodeAnywhere.exec(words)?.[1] : undefined;
  const withoutPostcode = inWords === undefined ? words : words.replace(inWords, ' ');
  const dateText = born === '' ? dateAnywhere.exec(withoutPostcode)?.[1] : undefined;
  const date = dateText === undefined ? undefined : bornIn(dateText);
  const name = (date && dateText ? withoutPostcode.replace(dateText, ' ') : withoutPostcode).trim();
  const given = bornIn(born) ?? date;
  const home = postcode || inWords;
  return {
    name,
    ...(given && { born: given }),
    ...(home && { postcode: home }),
    ...(reference && { reference }),
  };
};
