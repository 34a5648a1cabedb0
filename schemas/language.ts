import * as z from 'zod';
import type { Form } from './form-language.ts';
import type { Translation } from './say.ts';
import { speaksOf, textsOf } from './translated-form.ts';

const words = z.string().trim().min(1).max(2000);

/**
 * The words of a council's public forms in one language: `councils/<slug>/languages/<tag>.json`. What is left out is said in English.
 *
 * @example { "language": "cy", "name": "Cymraeg", "direction": "ltr", "provenance": { … },
 *   "forms": { "needs-assessment": { "question.dateOfBirth.label": { "self": "…", "other": "… {name} …" } } },
 *   "pages": { "Continue": "Parhau" }, "council": { "notices.waiting": "…" } }
 */
export const languageFile = z.strictObject({
  /** BCP 47, as HTML takes it. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as cy, ur or zh-Hant'),
  /** Its own name for itself, by which people find it. */
  name: words,
  /** Its name in English, for staff. */
  english: words,
  direction: z.enum(['ltr', 'rtl']),
  provenance: z.strictObject({
    /** `confirmed` was read by a second person who knows the language; `unconfirmed` by nobody but whoever wrote it; `example` is no real translation. */
    status: z.enum(['confirmed', 'unconfirmed', 'example']),
    /** Who translated it, and when. */
    source: words,
  }),
  /** By the list's id and the id of the text. */
  forms: z
    .record(z.string(), z.record(z.string(), z.union([words, z.strictObject({ self: words, other: words })])))
    .default({}),
  /** The pages' own words, by the English. */
  pages: z.record(z.string(), words).default({}),
  /** The council's own words, by their field in `council.json`. */
  council: z.record(z.string(), words).default({}),
});
export type LanguageFile = z.infer<typeof languageFile>;

const bracesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{[^}]*\}/g)].map(([found]) => found))];
const tagsIn = (text: string): string[] => (text.match(/<[^>]*>/g) ?? []).sort();
const quoted = (list: readonly string[]): string => list.map((one) => `“${one}”`).join(', ');

/** What is wrong with one text of a list, each as the rest of a sentence about it. */
const formTextFaults = (english: string, given: Translation): string[] => {
  const isOfTwo = speaksOf.test(english);
  if (isOfTwo && typeof given === 'string') {
    return [
      `the English speaks of somebody (“${english}”), so give both { "self": to the person themselves, "other": of somebody else }`,
    ];
  }
  if (!isOfTwo && typeof given !== 'string') return [`the English speaks of nobody (“${english}”), so give one text`];
  const texts = typeof given === 'string' ? [given] : [given.self, given.other];
  const names = /\{(?:(?:subject|carer|cared):)?(?:[Yy]our?|named|[A-Za-z]+ you|[Yy]ou [a-z]+)\}/.test(english);
  const allowed = [
    ...(isOfTwo ? ['{name}'] : []),
    ...bracesIn(english).filter((one) => /^\{(signing|\d+)\}$/.test(one)),
  ];
  return [
    ...(typeof given !== 'string' && names && !given.other.includes('{name}')
      ? ['“other” must say {name} where the person’s name stands']
      : []),
    ...texts.flatMap((text) => placeholderFaults(text, allowed)),
    ...(english.includes('{signing}') && texts.some((text) => !text.includes('{signing}'))
      ? ['{signing} is missing']
      : []),
    ...texts.flatMap((text) => (tagsIn(text).length > 0 ? ['markup is not allowed here'] : [])),
  ];
};

const placeholderFaults = (text: string, allowed: readonly string[]): string[] => {
  const unknown = bracesIn(text).filter((one) => !allowed.includes(one));
  if (unknown.length === 0) return [];
  const may = allowed.length > 0 ? `allowed is ${quoted(allowed)}` : 'none is allowed';
  return [`there is no placeholder ${quoted(unknown)}: ${may}`];
};

const pageTextFaults = (english: string, given: string): string[] => {
  const wanted = bracesIn(english);
  const missing = wanted.filter((one) => !given.includes(one));
  return [
    ...(missing.length > 0 ? [`${quoted(missing)} is missing`] : []),
    ...placeholderFaults(given, wanted),
    ...(String(tagsIn(given)) === String(tagsIn(english))
      ? []
      : [`its tags must be those of the English: ${quoted(tagsIn(english)) || 'none'}`]),
  ];
};

/** Fields of a council whose words stand on pages of forms. */
export const councilWords =
  /^(?:area|carerChargingNotice|contact\.(?:name|hours)|complaints\.role|terms\.\w+|notices\.\w+|eligibilityNotice\.[123])$/;

/**
 * What is wrong in a language file beside its shape, each as `field: what is wrong`, with what is allowed.
 *
 * @param known every list that the public sees, as the council asks it, and every message of the pages and mails: where they are at hand
 */
export const languageFaults = (
  file: LanguageFile,
  known?: { readonly forms: ReadonlyMap<string, Form>; readonly pages: ReadonlySet<string> },
): string[] => [
  ...Object.entries(known ? file.forms : {}).flatMap(([id, texts]) => {
    const form = known?.forms.get(id);
    if (form === undefined)
      return [`forms.${id}: there is no form of this name. There are: ${[...(known?.forms.keys() ?? [])].join(', ')}`];
    const own = new Map(textsOf(form).map((text) => [text.id, text.english]));
    return Object.entries(texts).flatMap(([key, given]) => {
      const english = own.get(key);
      const at = `forms.${id}.${key}`;
      if (english === undefined)
        return [`${at}: the form has no text of this name. See the list that “npm run words” writes`];
      return formTextFaults(english, given).map((fault) => `${at}: ${fault}`);
    });
  }),
  ...Object.entries(file.pages).flatMap(([english, given]) => [
    ...(known === undefined || known.pages.has(english)
      ? []
      : [`pages.${english}: no page says this. See the list that “npm run words” writes`]),
    ...pageTextFaults(english, given).map((fault) => `pages.${english}: ${fault}`),
  ]),
  ...Object.entries(file.council).flatMap(([key, given]) => [
    ...(councilWords.test(key) ? [] : [`council.${key}: it is not a field whose words stand on pages of forms`]),
    ...(/[<{]/.test(given) ? [`council.${key}: neither markup nor placeholders are allowed here`] : []),
  ]),
];
