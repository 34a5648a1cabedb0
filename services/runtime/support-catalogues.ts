import type { CouncilSlug } from '../../schemas/scalars.ts';
import { type Support, supportCatalogue } from '../../schemas/support-catalogue.ts';
import { catalogueFiles } from './catalogue-index.ts';
import { readCouncilFile } from './council-file.ts';
import { CarewayError } from './errors.ts';
import { loadedOnceBy } from './loaded-once.ts';

type File = () => Promise<{ readonly default: unknown }>;

const nationalFile: File = () => import('../../councils/national-support.json', { with: { type: 'json' } });

const read = async (file: string, load: File, national: boolean): Promise<Support[]> => {
  const { support } = readCouncilFile(file, supportCatalogue, (await load()).default);
  return support.map((one) => ({ ...one, national }));
};

const known = new Map<string, Promise<readonly Support[]>>();

/**
 * All the support that a council's catalogue names, and after it what is the same in all of England.
 *
 * @throws WrongCouncilFile where a file is not as its schema says; UnknownCouncil where there is none for this council
 */
export const supportOf = (slug: CouncilSlug): Promise<readonly Support[]> => {
  const load = catalogueFiles[slug];
  if (load === undefined) {
    return Promise.reject(new CarewayError('UnknownCouncil', `There is no support catalogue of ${slug}`));
  }
  return loadedOnceBy(known, slug, async () => {
    const both = await Promise.all([
      read(`councils/${slug}/support-catalogue.json`, load, false),
      read('councils/national-support.json', nationalFile, true),
    ]);
    return both.flat();
  });
};
