/**
 * The words of pages and mails in the language of whoever reads them: the one place that knows which that is.
 *
 * A page's own words are written in English where they stand, and are looked up by it when they are said: `` say`We keep it until ${day}.` `` is
 * the message `We keep it until {1}.`. The words of templates become messages by themselves (`templates/messages.ts`). Questions have ids, and are put
 * into a language as a whole (`schemas/translated-form.ts`).
 *
 * What has no translation is said in English between two marks, which {@link marked} makes `<span lang="en">` of in the finished page, so that a
 * screen reader speaks it right. Without a language there is nothing to look up and no mark.
 */
export type Spoken = {
  /** BCP 47: `cy`, `ur`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its own name for itself, and its English one. */
  readonly name: string;
  readonly english: string;
  readonly messages: ReadonlyMap<string, string>;
  /** By list and by id of the text. */
  readonly forms: Readonly<Record<string, Readonly<Record<string, Translation>>>>;
  /** The council's own words by their field. */
  readonly council: Readonly<Record<string, string>>;
};

/** Words of a list in a language: alike for everybody, or one text to somebody about themselves and another about somebody else. */
export type Translation = string | { readonly self: string; readonly other: string };

/** Whoever is answered now: the language is the browser's choice, or else that of the form that it goes on with. */
export type Reader = {
  words: Spoken | undefined;
  readonly isChosen: boolean;
  /** Whether they chose Easy Read, so that English is said in easy words. */
  isEasy: boolean;
  /** Whether a link on the page changes the words; a page of a form has a button of its own for it. */
  choosesWords: boolean;
  /** What was chosen by that link, now or before. */
  readonly easyChosen?: boolean | undefined;
  /** What the council offers beside English. */
  readonly offered: readonly Spoken[];
  /** What the page was asked with, which a choice of language keeps. */
  readonly query: Readonly<Record<string, string>>;
};

let hear: () => Reader | undefined = () => undefined;
let alone: Pick<Reader, 'words' | 'isEasy'> | undefined;

/** How it is known who is answered now: `services/runtime/readers.ts` follows each request. */
export const hearFrom = (reader: typeof hear): void => {
  hear = reader;
};

/** The language of whoever is answered now; undefined is English. */
export const spokenNow = (): Spoken | undefined => (alone ?? hear())?.words;

/** Whether whoever is answered now chose Easy Read. */
export const isEasyNow = (): boolean => (alone ?? hear())?.isEasy ?? false;

/** Writes something in one language, whoever is answered meanwhile: a mail to somebody else. It must not wait for anything. */
export const writtenIn = <T>(words: Spoken | undefined, write: () => T, isEasy = false): T => {
  const before = alone;
  alone = { words, isEasy };
  try {
    return write();
  } finally {
    alone = before;
  }
};

/** Goes on in the language in which a form was begun, unless the browser has chosen another. */
export const goOnIn = (tag: string | undefined, isEasy: boolean): void => {
  const reader = hear();
  if (reader === undefined) return;
  reader.isEasy = isEasy;
  reader.choosesWords = false;
  if (!reader.isChosen) reader.words = reader.offered.find((one) => one.tag === tag);
};

/** Shows somebody their case as they read, unless the browser has chosen otherwise. */
export const readTo = ({ tag, isEasy }: { readonly tag?: string | undefined; readonly isEasy: boolean }): void => {
  const reader = hear();
  if (reader === undefined) return;
  reader.isEasy = reader.easyChosen ?? isEasy;
  if (!reader.isChosen) reader.words = reader.offered.find((one) => one.tag === tag);
};

const english = { tag: 'en-GB', direction: 'ltr', name: 'English' } as const;

/** The language that the browser has chosen, if it has: what is begun or gone on with is kept with it. */
export const chosenNow = (): { language?: string } => {
  const reader = hear();
  return reader?.isChosen ? { language: reader.words?.tag ?? english.tag } : {};
};

/** The language of a page as HTML says it, and the others in which it can be read, each under its own name. */
export const pageLanguage = () => {
  const reader = hear();
  const { tag, direction } = spokenNow() ?? english;
  const all = reader && reader.offered.length > 0 ? [english, ...reader.offered] : [];
  return {
    lang: tag,
    dir: direction,
    isEasy: isEasyNow(),
    words: reader?.choosesWords
      ? {
          text: isEasyNow() ? say`Plain words` : say`Easy read`,
          href: `?${new URLSearchParams({ ...reader.query, words: isEasyNow() ? 'plain' : 'easy-read' })}`,
        }
      : false,
    languages: all
      .filter((one) => one.tag !== tag)
      .map((one) => ({
        lang: one.tag,
        dir: one.direction,
        name: one.name,
        href: `?${new URLSearchParams({ ...reader?.query, lang: one.tag })}`,
      })),
  };
};

const mark = { begins: '\u{E000}', ends: '\u{E001}' } as const;

/** English words on a page of another language. */
export const inEnglish = (text: string): string => `${mark.begins}${text}${mark.ends}`;

/** A message with its values, each in place of `{1}`, `{2}` …. */
const filled = (message: string, values: readonly unknown[]): string =>
  values.length === 0 ? message : message.replace(/\{(\d{1,2})\}/g, (_, number) => String(values[Number(number) - 1]));

/** Our own words in Easy Read, by the words that they stand for: whoever draws pages and mails brings them, since nothing else says any. */
let easyWords: ReadonlyMap<string, string> = new Map();
export const sayEasily = (words: ReadonlyMap<string, string>): void => {
  easyWords = words;
};

/** A message as it is written in the language of whoever is answered, its values still in braces. */
export const messageSaid = (message: string): string => {
  const words = spokenNow();
  if (words === undefined) return isEasyNow() ? (easyWords.get(message) ?? message) : message;
  return words.messages.get(message) ?? inEnglish(message);
};

/** A sentence that is written once as a constant and said later: `msg` marks it for translators, `said` says it. */
export const msg = (strings: TemplateStringsArray): string => strings[0] ?? '';
export const said = (message: string): string => messageSaid(message);

/** A message with its values. */
export const saidWith = (message: string, ...values: readonly unknown[]): string =>
  filled(messageSaid(message), values);

/** Words of a page in the language of whoever reads it. */
export const say = (strings: TemplateStringsArray, ...values: readonly unknown[]): string =>
  filled(messageSaid(strings.reduce((whole, part, index) => `${whole}{${index}}${part}`)), values);

const marks = new RegExp(`[${mark.begins}${mark.ends}]`, 'gu');
/** A tag with its attributes, or a whole element whose text cannot hold another. */
const tagOrPlain = /<(title|textarea|option|script|style)\b[^>]*>[\s\S]*?<\/\1>|<[^>]*>/g;

/** Text without marks, for where no element may stand. */
export const unmarked = (text: string): string => (text.includes(mark.begins) ? text.replace(marks, '') : text);

/** A finished page in which each English part says that it is English. */
export const marked = (html: string): string => {
  if (!html.includes(mark.begins)) return html;
  let depth = 0;
  const spans = (text: string): string =>
    text.replace(marks, (found) => {
      if (found === mark.begins) {
        depth += 1;
        return depth === 1 ? '<span lang="en" dir="ltr">' : '';
      }
      depth -= 1;
      return depth === 0 ? '</span>' : '';
    });
  let at = 0;
  let made = '';
  for (const found of html.matchAll(tagOrPlain)) {
    made += spans(html.slice(at, found.index)) + unmarked(found[0]);
    at = found.index + found[0].length;
  }
  return made + spans(html.slice(at));
};
