import { createRequire } from 'node:module';
import type { Environment, ILoader } from 'nunjucks';
import { resolveName, templateSource } from './template-files.ts';

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

/** Reads templates by name. Names stay relative, so that they are the same here and in the precompiled bundle. */
export const loader: ILoader & { isRelative(name: string): boolean; resolve(from: string, to: string): string } = {
  isRelative: (name) => name.startsWith('./') || name.startsWith('../'),
  resolve: resolveName,
  getSource: (name) => ({ src: templateSource(name), path: name, noCache: false }),
};

let environments: Record<keyof typeof settings, Environment> | undefined;

/** Loads Nunjucks when first asked for: an import must cost nothing, since handlers and tests import without rendering. */
const environmentFor = (name: string): Environment => {
  if (environments === undefined) {
    const nunjucks: typeof import('nunjucks') = createRequire(import.meta.url)('nunjucks');
    environments = {
      html: new nunjucks.Environment(loader, settings.html),
      text: new nunjucks.Environment(loader, settings.text),
    };
  }
  return environments[kindOf(name)];
};

/**
 * The text that a template makes of the data.
 *
 * @param name such as `pages/start.njk`
 * @throws Error if there is no such template, or it prints something that the data does not have
 */
export const render = (name: string, data: object): string => environmentFor(name).render(name, data);
