import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontStacks } from '../schemas/brand.ts';
import { templateSource } from './template-files.ts';

/** What every rule that names a font has in its place: a council's own, or else those of the device. */
export const ourFonts = `var(--careway-font,${fontStacks.system})`;

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
    .replaceAll('GDS Transport,arial,sans-serif', ourFonts);
  if (/GDS Transport|url\(|sourceMappingURL/.test(govuk))
    throw new Error('govuk-frontend’s stylesheet still names its font or another file');
  return `${govuk}\n${readFileSync(join(import.meta.dirname, 'careway.css'), 'utf8')}`;
};
