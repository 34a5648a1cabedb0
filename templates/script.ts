import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * A script of pages, from the file of this name in `scripts/`, whole and small. Only where esbuild is.
 *
 * @throws esbuild's BuildFailure, with the file and line of each fault
 */
export const builtScript = (entry: string): string => {
  const { buildSync }: typeof import('esbuild') = createRequire(import.meta.url)('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'scripts', entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    // What browsers have known since 2020; older ones have the pages without a script.
    target: 'es2020',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
};

/**
 * The one script of every public page: `scripts/careway.ts` with the components of govuk-frontend that it uses. esbuild, which only a machine
 * with the project's own tools has, makes it when it is first asked for; a bundle has `precompile.ts`'s module in place of this one.
 *
 * @throws esbuild's BuildFailure, with the file and line of each fault
 */
export const script = (): string => builtScript('careway.ts');
