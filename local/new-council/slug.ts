import { routes } from '../../schemas/routes.ts';
import { councilSlug } from '../../schemas/scalars.ts';

/** What stands at the beginning of an address, or right after a council's name, and so would be taken for something else. */
const taken: ReadonlySet<string> = new Set([
  ...routes.flatMap(({ path }) => path.split('/').slice(1, 3)),
  // What machines in front of a service ask for.
  'api',
  'health',
  'robots',
  'favicon',
]);

/** Why a council may not have this short name, as a sentence that says what is allowed; nothing where it may. */
export const slugFault = (given: string): string | undefined => {
  if (!councilSlug.safeParse(given).success)
    return `${given}: give a short name of small letters and hyphens, at most 40, such as rutland`;
  return taken.has(given) ? `${given}: pages have this word in their address. Give another short name` : undefined;
};
