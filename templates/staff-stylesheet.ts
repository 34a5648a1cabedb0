import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourFonts } from './stylesheet.ts';
import { templateSource } from './template-files.ts';

/**
 * What the pages of staff add to the stylesheet of every page: moj-frontend's compiled one without its pictures and fonts, then our rules.
 *
 * @throws Error if a new moj-frontend names its font or a file in another way
 */
export const staffStylesheet = (): string => {
  const moj = templateSource('moj/moj-frontend.min.css')
    .replace(/\/\*# sourceMappingURL.*?\*\//, '')
    .replaceAll(/[\w-]+:[^;{}]*url\([^)]*\)[^;{}]*;?/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', ourFonts);
  if (/GDS Transport|url\(|sourceMappingURL/.test(moj))
    throw new Error('moj-frontend’s stylesheet still names its font or another file');
  return `${moj}\n${readFileSync(join(import.meta.dirname, 'staff.css'), 'utf8')}`;
};
