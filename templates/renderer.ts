import type { Environment } from 'nunjucks';
import { easyWords } from '../schemas/easy-words.ts';
import { saidWith, sayEasily } from '../schemas/say.ts';
import { sayTemplate } from './say-in-templates.ts';

sayEasily(easyWords);

type SafeText = { toString(): string };

/** What rendering needs of Nunjucks: the whole package has it, and so has its slim runtime in a bundle. */
export type NunjucksRuntime = {
  Environment: typeof Environment;
  runtime: { SafeString: abstract new (text: string) => SafeText; markSafe(text: string): SafeText };
  lib: { escape(text: string): string };
};

/** A template as Nunjucks loads it: the text that it compiles, or compiled code. */
type Source = string | { type: 'code'; obj: unknown };

/** Makes the text of a template, by its name, from data. */
export type Render = (name: string, data: object) => string;

/**
 * How templates are compiled and printed. An undefined value is a mistake in a template and stops it; HTML is escaped by itself.
 * Text mails are not HTML, so they are printed as they are.
 */
export const settings = {
  html: { autoescape: true, throwOnUndefined: true },
  text: { autoescape: false, throwOnUndefined: true },
} as const;

/** Which settings a template is printed with: `.txt.njk` is text, all else is HTML. */
export const kindOf = (name: string): keyof typeof settings => (name.endsWith('.txt.njk') ? 'text' : 'html');

/** The name that a template means by `./x` or `../x`. Names never become paths, so they are the same in a bundle. */
export const resolveName = (from: string, to: string): string => {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/** Rendering over one source of templates. Nunjucks is taken, and its environments made, when something is first rendered. */
export const renderer = (nunjucks: () => NunjucksRuntime, sourceOf: (name: string) => Source): Render => {
  let environments: Record<keyof typeof settings, Environment> | undefined;
  return (name, data) => {
    environments ??= { html: make(nunjucks(), sourceOf, 'html'), text: make(nunjucks(), sourceOf, 'text') };
    return environments[kindOf(name)].render(name, data);
  };
};

const inLondon = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' });

/** A moment as a timeline says it, which moj-frontend's macro leaves to whoever uses it: theirs wants `moment`. */
const moment = (instant: string): string => inLondon.format(Date.parse(instant));

const make = (
  nunjucks: NunjucksRuntime,
  sourceOf: (name: string) => Source,
  kind: keyof typeof settings,
): Environment => {
  // A page resolves a name for each component that it is made of, every time.
  const resolved = new Map<string, string>();
  const resolve = (from: string, to: string): string => {
    const key = `${from}\n${to}`;
    const name = resolved.get(key) ?? resolveName(from, to);
    resolved.set(key, name);
    return name;
  };
  const loader = {
    isRelative: (name: string) => name.startsWith('./') || name.startsWith('../'),
    resolve,
    // The type package knows only templates as text; Nunjucks takes compiled ones in the same place.
    getSource: (name: string) => ({ src: sourceOf(name) as string, path: name, noCache: false }),
  };
  const { SafeString, markSafe } = nunjucks.runtime;
  // Nunjucks' own trim takes time that grows with the square of the spaces in a text; it was half of a long page's.
  const trim = (text: unknown) => {
    const trimmed = String(text ?? '').trim();
    return text instanceof SafeString ? markSafe(trimmed) : trimmed;
  };
  const asIs = (text: string) => text;
  const escaping = kind === 'html' ? (text: string) => nunjucks.lib.escape(text) : asIs;
  const print = (value: unknown) => (value instanceof SafeString ? String(value) : escaping(String(value)));
  const sayHtml = (message: string, values: unknown[], tags: unknown[]) =>
    markSafe(sayTemplate({ print, escaping }, message, values, tags));
  return new nunjucks.Environment(loader, settings[kind])
    .addFilter('trim', trim)
    .addFilter('mojDate', moment)
    .addGlobal('sayHtml', sayHtml)
    .addGlobal('sayText', saidWith);
};
