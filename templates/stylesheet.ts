import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateSource } from './template-files.ts';

export const systemFonts = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

/**
 * The stylesheet of every page: govuk-frontend's own compiled one without its font and crest, which are for GOV.UK alone, and
 * then our rules. Nothing in it refers to another file.
 *
 * @throws Error if a new govuk-frontend names its font in another way, so that the licence is not broken unnoticed
 */
export const stylesheet = (): string => {
  const govuk = templateSource('govuk/govuk-frontend.min.css')
    .replace(/\/\*! Copyright \(c\) 2011.*?\*\//s, '')
    .replace(/\/\*# sourceMappingURL.*?\*\//, '')
    .replaceAll(/\{[^{}]*url\([^{}]*\}/g, '{}')
    .replaceAll('@font-face{}', '')
    .replaceAll('GDS Transport,arial,sans-serif', systemFonts);
  if (/GDS Transport|url\(|sourceMappingURL/.test(govuk))
    throw new Error('govuk-frontend’s stylesheet still names its font or another file');
  return `${govuk}\n${readFileSync(join(import.meta.dirname, 'careway.css'), 'utf8')}`;
};
