import { hash, randomBytes } from 'node:crypto';
import { isEasyNow, spokenNow } from '../schemas/say.ts';
import { render } from './environment.ts';

/** HTML that is put into a page as it is: made by a template, so that everything in it is escaped already. */
export type Html = { readonly html: string };

/** What is a person's own on a page, by the name that the template has for it. */
type Own = Readonly<Record<string, string | Html>>;

/** A page as pieces in turn: HTML that all have alike, the name of what is a person's own, HTML again. */
type Pieces = readonly string[];

/** Pages that are kept, at most; each holds about 20 kB. */
const most = 200;
const kept = new Map<string, Pieces>();

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\\': '&#92;',
};
const escaped = (text: string): string => text.replace(/[&<>"'\\]/g, (character) => characters[character] ?? '');

/** Marks stand for a person's own values while the page is drawn. They are random, so that nobody can type one. */
const drawn = (name: string, shared: object, own: Own): Pieces => {
  const random = randomBytes(12).toString('hex');
  const marks = Object.entries(own).map(([key, value]) => [key, value === '' ? '' : `own${random}${key}end`] as const);
  const html = render(name, { ...shared, ...Object.fromEntries(marks) });
  return html.split(new RegExp(`own${random}(\\w+?)end`));
};

/**
 * Renders a page of which most is the same for many people: it is drawn once for everything in `shared`, and what is a person's `own` is put
 * in each time. The result is what `render` makes of both together, and takes a tenth of its time.
 *
 * A value in `own` may only be printed by the template, or asked whether it is empty: it is drawn without being known. Every other value, and
 * whatever decides how the page looks, belongs in `shared`, which is the whole of what a page is found by; nothing of it is kept but a hash.
 *
 * @param shared plain data, as JSON has it; the language of whoever reads is shared too
 */
export const renderShared = (name: string, shared: object, own: Own): string => {
  const empty = Object.keys(own).filter((key) => own[key] === '');
  const key = hash(
    'sha256',
    JSON.stringify([name, spokenNow()?.tag ?? '', isEasyNow(), Object.keys(own), empty, shared]),
    'base64url',
  );
  const pieces = kept.get(key) ?? drawn(name, shared, own);
  // The one that nobody asked for the longest stands first, and goes first.
  kept.delete(key);
  kept.set(key, pieces);
  for (const [oldest] of kept) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : shown(own[piece]))).join('');
};

const shown = (value: string | Html | undefined): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? escaped(value) : value.html;
};
