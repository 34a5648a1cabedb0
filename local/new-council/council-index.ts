import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const quoted = (name: string) => (/^[a-z]+$/.test(name) ? name : `'${name}'`);
/** The name of a file in a module: no word of JavaScript, whatever the council is called. */
const named = (slug: string) => `of${`-${slug}`.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** A council's folder, and the languages that its forms have in it beside English, both in the order of the alphabet. */
type CouncilFolder = { readonly slug: string; readonly languages: readonly string[] };

const languagesIn = async (folder: string): Promise<string[]> =>
  (await readdir(join(folder, 'languages')).catch(() => []))
    .flatMap((file) => /^([A-Za-z0-9-]+)\.json$/.exec(file)?.[1] ?? [])
    .toSorted();

/** The folders of councils of a copy of the project, in the order of the alphabet. What begins with a dot is no council. */
export const councilFolders = async (root: string): Promise<CouncilFolder[]> => {
  const entries = await readdir(join(root, 'councils'), { withFileTypes: true });
  const slugs = entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : []));
  return Promise.all(
    slugs.toSorted().map(async (slug) => ({ slug, languages: await languagesIn(join(root, 'councils', slug)) })),
  );
};

const written = `// Written from the folders of \`councils/\` by whatever starts, tests or checks the project. Nobody edits it.
// biome-ignore-all format: a council of a long name would be laid out in another way`;

/**
 * The modules that name the files of every council, so that a bundle of a Lambda holds them: made of the folders alone. Catalogues stand apart,
 * since few functions read any.
 *
 * @see decision 35
 */
export const councilIndex = (councils: readonly CouncilFolder[]): Readonly<Record<string, string>> => {
  const spoken = councils.filter(({ languages }) => languages.length > 0);
  const json = "with { type: 'json' }";
  return {
    'services/runtime/council-index.ts': `${written}
${councils.map(({ slug }) => `import ${named(slug)} from '../../councils/${slug}/council.json' ${json};`).join('\n')}

/** What each council decides, as its file says. */
export const councilFiles: Readonly<Record<string, unknown>> = {
${councils.map(({ slug }) => `  ${quoted(slug)}: ${named(slug)},`).join('\n')}
};
`,
    'services/runtime/catalogue-index.ts': `${written}

/** The catalogue of each council, a file of its own in a bundle: read when it is first asked for. */
export const catalogueFiles: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
${councils.map(({ slug }) => `  ${quoted(slug)}: () => import('../../councils/${slug}/support-catalogue.json', { with: { type: 'json' } }),`).join('\n')}
};
`,
    'services/runtime/language-files.ts': `${written}
${spoken.flatMap(({ slug, languages }) => languages.map((tag) => `import ${named(`${slug}-${tag}`)} from '../../councils/${slug}/languages/${tag}.json' ${json};\n`)).join('')}
/** The languages of each council beside English, by their tags: \`docs/languages.md\` says how one is added. */
export const languageFiles: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
${spoken.map(({ slug, languages }) => `  ${quoted(slug)}: { ${languages.map((tag) => `${quoted(tag)}: ${named(`${slug}-${tag}`)}`).join(', ')} },\n`).join('')}};
`,
  };
};

/**
 * Writes the indexes anew where they are not as the folders of `councils/`: a folder that is added or deleted is all that a council is.
 *
 * @param root the copy of the project
 */
export const writeCouncilIndexes = async (root: string): Promise<void> => {
  for (const [name, text] of Object.entries(councilIndex(await councilFolders(root)))) {
    const file = join(root, name);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    // At once, since two may write it and a third may read it meanwhile.
    const beside = `${file}.${process.pid}`;
    await writeFile(beside, text);
    await rename(beside, file);
  }
};
