import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const listed = (slug: string) => (/^[a-z]+$/.test(slug) ? slug : `'${slug}'`);
const named = (slug: string) => slug.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The folders of councils of a copy of the project, in the order of the alphabet. */
export const councilFolders = async (root: string): Promise<string[]> =>
  (await readdir(join(root, 'councils'), { withFileTypes: true }))
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .toSorted();

const written =
  '// Written by `npm run new-council` from the folders of `councils/`; a test compares it with them. Nobody edits it.';

/**
 * The modules that name the files of every council, so that a bundle of a Lambda holds them: made of the folders alone. Catalogues stand apart,
 * since few functions read any.
 *
 * @see decision 35
 */
export const councilIndex = (slugs: readonly string[]): Readonly<Record<string, string>> => ({
  'services/runtime/council-index.ts': `${written}
${slugs.map((slug) => `import ${named(slug)} from '../../councils/${slug}/council.json' with { type: 'json' };`).join('\n')}

/** What each council decides, as its file says. */
export const councilFiles: Readonly<Record<string, unknown>> = {
${slugs.map((slug) => `  ${slug === named(slug) ? slug : `'${slug}': ${named(slug)}`},`).join('\n')}
};
`,
  'services/runtime/catalogue-index.ts': `${written}

/** The catalogue of each council, a file of its own in a bundle: read when it is first asked for. */
export const catalogueFiles: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
${slugs.map((slug) => `  ${listed(slug)}: () => import('../../councils/${slug}/support-catalogue.json', { with: { type: 'json' } }),`).join('\n')}
};
`,
});
