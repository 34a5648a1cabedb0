import { type Council, council } from '../../schemas/council.ts';
import type { Spoken } from '../../schemas/say.ts';
import { type CouncilSlug, councilSlug } from '../../schemas/scalars.ts';
import { readCouncilFile } from './council-file.ts';
import { councilFiles } from './council-index.ts';
import { CarewayError } from './errors.ts';
import { languageFiles } from './language-files.ts';
import { readLanguage } from './languages.ts';

/** The councils that this deployment serves, each parsed when it is first asked for. */
export type Councils = {
  readonly slugs: readonly CouncilSlug[];
  find(slug: string): Council | undefined;
  /** @throws UnknownCouncil, for callers that hold a council which must be served */
  known(slug: string): Council;
  /** The languages in which its public forms can be read beside English. */
  languagesOf(slug: CouncilSlug): readonly Spoken[];
};

/**
 * The councils among `served` whose data is in `councils/`.
 *
 * Reading one throws WrongCouncilFile where its file is not as its schema says.
 */
export const createCouncils = (served: readonly CouncilSlug[], ofLanguages = languageFiles): Councils => {
  const parsed = new Map<string, Council>();
  const spoken = new Map<string, readonly Spoken[]>();
  const find = (slug: string): Council | undefined => {
    const file = served.some((one) => one === slug) ? councilFiles[slug] : undefined;
    if (file === undefined) return undefined;
    const found = parsed.get(slug) ?? readCouncilFile(`councils/${slug}/council.json`, council, file);
    parsed.set(slug, found);
    return found;
  };
  return {
    slugs: served,
    find,
    known(slug) {
      const found = find(slug);
      if (found === undefined) throw new CarewayError('UnknownCouncil', `This deployment does not serve ${slug}`);
      return found;
    },
    languagesOf(slug) {
      const found =
        spoken.get(slug) ?? Object.entries(ofLanguages[slug] ?? {}).map(([tag, file]) => readLanguage(slug, tag, file));
      spoken.set(slug, found);
      return found;
    },
  };
};

/** Every council whose data the project holds. */
export const everyCouncil = (): CouncilSlug[] => Object.keys(councilFiles).map((slug) => councilSlug.parse(slug));
