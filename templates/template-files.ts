import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';

const ours = import.meta.dirname;

const govukFrontend = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');

/**
 * The absolute path of a template: names that begin with `govuk/` are govuk-frontend's, all others lie in this folder.
 *
 * @throws RangeError for a name that would leave both folders
 */
const templatePath = (name: string): string => {
  if (posix.normalize(name) !== name || name.startsWith('../') || name.startsWith('/')) {
    throw new RangeError(`"${name}" is not the name of a template`);
  }
  return name.startsWith('govuk/') ? join(govukFrontend(), name) : join(ours, name);
};

/** The source of a template, by its name: `pages/start.njk` or `govuk/components/button/macro.njk`. */
export const templateSource = (name: string): string => readFileSync(templatePath(name), 'utf8');

/** The names of our own templates, in order; govuk-frontend's are found by following what these refer to. */
export const ownTemplates = (): string[] =>
  readdirSync(ours, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.njk'))
    .sort();
