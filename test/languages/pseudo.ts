import { everyMessage } from '../../local/words/every-message.ts';
import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import { speaksOf, textsOf } from '../../schemas/translated-form.ts';

const latin = 'abcdefghijklmnopqrstuvwxyz';
const greek = 'αβψδεφγηιξκλμνοπχρστθωςζυζ';
const put = (letter: string): string => {
  const at = latin.indexOf(letter.toLowerCase());
  const made = greek.charAt(at);
  return letter === letter.toLowerCase() ? made : made.toUpperCase();
};

/** Words that nobody can take for English, with the placeholders and tags of the English. */
export const pseudo = (english: string): string =>
  english
    .split(/(%?\{[^}]*\}|<[^>]*>|&[a-z]+;)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[A-Za-z]/g, put)))
    .join('');

const pseudoOfForm = (form: Form) =>
  Object.fromEntries(
    textsOf(form).map(({ id, english }) => {
      const text = pseudo(english.replace(/\{(?!signing\})[^}]*\}/g, 'Ψ'));
      return [id, speaksOf.test(english) ? { self: text, other: `${text} {name}` } : text];
    }),
  );

/** A whole language file of made-up words, for a council and its forms. */
export const pseudoLanguage = (
  council: Council,
  forms: Iterable<Form>,
  { tag, direction }: { tag: string; direction: 'ltr' | 'rtl' },
) => {
  const messages = [...everyMessage().values()].flat();
  const fields = {
    area: council.area,
    'contact.name': council.contact.name,
    ...(council.contact.hours && { 'contact.hours': council.contact.hours }),
    'complaints.role': council.complaints.role,
    ...Object.fromEntries(Object.entries(council.terms).map(([key, text]) => [`terms.${key}`, text])),
    ...Object.fromEntries(Object.entries(council.notices).map(([key, text]) => [`notices.${key}`, text])),
    ...Object.fromEntries(council.eligibilityNotice.map((text, at) => [`eligibilityNotice.${at + 1}`, text])),
  };
  return {
    language: tag,
    name: pseudo(`Made up ${tag}`),
    english: `Made up ${tag}`,
    direction,
    provenance: { status: 'example', source: 'Made by a test' },
    forms: Object.fromEntries([...forms].map((form) => [form.id, pseudoOfForm(form)])),
    pages: Object.fromEntries(messages.map((english) => [english, pseudo(english)])),
    council: Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, pseudo(text)])),
  };
};

const shownText = (html: string): string[] => {
  const body = html.replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '');
  const attributes = [...body.matchAll(/\s(?:aria-label|alt|placeholder|data-i18n[\w.-]*)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  return [...body.split(/<[^>]*>/), ...attributes].map((text) =>
    text
      .replaceAll(/&#?\w+;/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
};

/** The English that is left on a page of a made-up language: every text with Latin letters, without what is nobody's to translate. */
export const englishLeftOn = (html: string, untranslated: readonly string[]): string[] =>
  [...new Set(shownText(html))].filter((text) => {
    const rest = [...untranslated]
      .sort((a, b) => b.length - a.length)
      .reduce((left, one) => left.replaceAll(one, ''), text.replaceAll('%{count}', ''));
    return /[A-Za-z]{2}/.test(rest);
  });
