import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logoFaults } from '../schemas/logo.ts';

const councils = join(import.meta.dirname, '../councils');

/**
 * The drawing of every council that has one, by its slug: `<folder>/<slug>/logo.svg`.
 *
 * @throws Error naming each file that may not be shown and what is wrong with it
 */
export const readLogos = (folder: string): ReadonlyMap<string, string> => {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name, 'logo.svg');
    return entry.isDirectory() && existsSync(file) ? [[entry.name, readFileSync(file, 'utf8').trim()] as const] : [];
  });
  const faults = found.flatMap(([slug, svg]) => logoFaults(svg).map((fault) => `councils/${slug}/logo.svg: ${fault}`));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return new Map(found);
};

/** The logos of `councils/`. A bundle has `precompile.ts`'s module in place of this one. */
export const logos = (): ReadonlyMap<string, string> => readLogos(councils);
