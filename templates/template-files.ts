import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { withMessages } from './messages.ts';

const ours = import.meta.dirname;

const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Where the templates of others lie, by how their names begin; moj-frontend is for the staff site alone. */
const others: Readonly<Record<string, () => string>> = {
  'govuk/': () => join(packageFolder('govuk-frontend'), 'dist'),
  'moj/': () => packageFolder('@ministryofjustice/frontend'),
};

/**
 * The absolute path of a template: names that begin with `govuk/` are govuk-frontend's, with `moj/` moj-frontend's, all others lie in this folder.
 *
 * @throws RangeError for a name that would leave both folders
 */
const templatePath = (name: string): string => {
  if (posix.normalize(name) !== name || name.startsWith('../') || name.startsWith('/')) {
    throw new RangeError(`"${name}" is not the name of a template`);
  }
  const folder = Object.entries(others).find(([prefix]) => name.startsWith(prefix))?.[1];
  return join(folder?.() ?? ours, name);
};

/** A template as it is written. */
export const templateWritten = (name: string): string => readFileSync(templatePath(name), 'utf8');

/** Folders of what people read in their own language; staff read English. */
const translated = /^(?:pages|emails)\//;

/** The source of a template, by its name: `pages/start.njk` or `govuk/components/button/macro.njk`. */
export const templateSource = (name: string): string =>
  translated.test(name) ? withMessages(templateWritten(name), name.endsWith('.txt.njk')) : templateWritten(name);

/** The names of our own templates for the public, or for staff, in order; those of others are found by following what these refer to. */
export const ownTemplates = (of: 'public' | 'staff'): string[] =>
  readdirSync(ours, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.njk') && name.startsWith('staff/') === (of === 'staff'))
    .sort();
