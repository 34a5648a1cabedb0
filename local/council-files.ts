import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Council, council } from '../schemas/council.ts';
import { everyForm } from '../schemas/forms/every-form.ts';
import { overlayFaults, overlays } from '../schemas/overlay.ts';
import { supportCatalogue } from '../schemas/support-catalogue.ts';
import { workLists } from '../schemas/work-lists.ts';
import { readCouncilFile } from '../services/runtime/council-file.ts';
import { CarewayError } from '../services/runtime/errors.ts';
import { readLanguage } from '../services/runtime/languages.ts';
import { readLogos } from '../templates/logos.ts';
import { councilFolders } from './new-council/council-index.ts';
import { slugFault } from './new-council/slug.ts';

const knownLists = new Map([...everyForm, ...Object.values(workLists)].map((list) => [list.id, list] as const));

/** What is read, or what is wrong with it, a line each. */
type Read<Data> = { readonly data?: Data; readonly faults: readonly string[] };

/** Whatever refuses a file does so with a line for each fault. */
const faultsIn = (error: unknown): string[] => {
  if (error instanceof CarewayError) return error.message.split('\n');
  throw error;
};

/** A JSON file of `councils/` as it lies there. @param read what makes of its data what it is @param without what to do where there is none */
const fileOf = async <Data>(
  root: string,
  file: string,
  read: (data: unknown) => Data,
  without: string,
): Promise<Read<Data>> => {
  const text = await readFile(join(root, file), 'utf8').catch(() => undefined);
  if (text === undefined) return { faults: [`${file}: this file is missing. ${without}`] };
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    try {
      return { data: read(json), faults: [] };
    } catch (error) {
      return { faults: faultsIn(error) };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { faults: [`${file}: this is not JSON. ${error.message}`] };
  }
};

/** What is wrong with what a council changes in question lists: its shape, a list that there is not, a change that may not be made. */
const overlayFaultsOf = ({ slug, lists = {} }: Council): string[] => {
  const file = `councils/${slug}/council.json`;
  try {
    return Object.entries(readCouncilFile(file, overlays, lists, ['lists'])).flatMap(([id, overlay]) => {
      const base = knownLists.get(id);
      if (base === undefined)
        return [`${file}: lists.${id}: there is no such list. There are ${[...knownLists.keys()].join(', ')}`];
      return overlayFaults(base, overlay).map((fault) => `${file}: lists.${id}.${fault}`);
    });
  } catch (error) {
    return faultsIn(error);
  }
};

/** What is wrong with what a council says of forms by their names. */
const formFaultsOf = ({ slug, formMinutes = {} }: Council): string[] => {
  const forms = everyForm.filter(({ audience }) => audience === 'public').map(({ id }) => id);
  return Object.keys(formMinutes)
    .filter((id) => !forms.includes(id))
    .map(
      (id) => `councils/${slug}/council.json: formMinutes.${id}: there is no such form. There are ${forms.join(', ')}`,
    );
};

/** What is wrong with the logos: a file that may not be shown, one that is named and is not there, one that is there and not named. */
const logoFaultsOf = (root: string, councils: readonly Council[]): string[] => {
  try {
    const files = readLogos(join(root, 'councils'));
    return councils.flatMap(({ slug, brand }) => {
      const named = brand?.logo !== undefined;
      if (named === files.has(slug)) return [];
      return named
        ? [`councils/${slug}/council.json: brand.logo: there is no file councils/${slug}/logo.svg to be shown`]
        : [
            `councils/${slug}/logo.svg: it is shown nowhere, as council.json has no brand.logo with its width and height`,
          ];
    });
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n');
  }
};

const read = ['council.json', 'support-catalogue.json', 'logo.svg', 'languages'];

/** What lies in a folder and is read by nobody, such as a logo of another kind. */
const strangersIn = async (root: string, slug: string): Promise<string[]> =>
  (await readdir(join(root, 'councils', slug)))
    .filter((name) => !read.includes(name) && !/^\.|\.md$/.test(name))
    .map((name) => `councils/${slug}/${name}: nothing reads this file. A council may have ${read.join(', ')}`);

/** Everything that is wrong with the files of `councils/`, a line each: the file, the field, what is wrong and what is allowed. */
export const councilFaults = async (root: string): Promise<string[]> => {
  const folders = await councilFolders(root);
  const each = await Promise.all(
    folders.map(async ({ slug, languages }) => {
      const file = `councils/${slug}/council.json`;
      const [decided, catalogue, strangers, ...spoken] = await Promise.all([
        fileOf(
          root,
          file,
          (data) => readCouncilFile(file, council, data),
          'Make a council with npm run new-council, or delete its folder',
        ),
        fileOf(
          root,
          `councils/${slug}/support-catalogue.json`,
          (data) => readCouncilFile(`councils/${slug}/support-catalogue.json`, supportCatalogue, data),
          'While the council names no support of its own, write {"support": []} into it',
        ),
        strangersIn(root, slug),
        ...languages.map((tag) =>
          fileOf(root, `councils/${slug}/languages/${tag}.json`, (data) => readLanguage(slug, tag, data), ''),
        ),
      ]);
      const fault = slugFault(slug);
      const isOther = decided.data !== undefined && decided.data.slug !== slug;
      return {
        council: decided.data,
        faults: [
          ...(fault ? [`councils/${fault}`] : []),
          ...(isOther ? [`${file}: slug: give the name of the folder, "${slug}" (it is "${decided.data?.slug}")`] : []),
          ...decided.faults,
          ...(decided.data && !isOther ? [...overlayFaultsOf(decided.data), ...formFaultsOf(decided.data)] : []),
          ...catalogue.faults,
          ...strangers,
          ...spoken.flatMap(({ faults }) => faults),
        ],
      };
    }),
  );
  const national = 'councils/national-support.json';
  const { faults: nationalFaults } = await fileOf(
    root,
    national,
    (data) => readCouncilFile(national, supportCatalogue, data),
    'It holds what is the same in all of England',
  );
  const whole = each.flatMap(({ council: one }) => one ?? []);
  return [...each.flatMap(({ faults }) => faults), ...nationalFaults, ...logoFaultsOf(root, whole)];
};

/** Reads every file of `councils/` before anything asks for it. @throws with every fault, one a line, and what to do about them */
export const expectCouncilFiles = async (root: string): Promise<void> => {
  const faults = await councilFaults(root);
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\nPut this right and start again.`);
};
