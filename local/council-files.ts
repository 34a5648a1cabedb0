import type { Council } from '../schemas/council.ts';
import { everyForm } from '../schemas/forms/every-form.ts';
import { overlayFaults, overlays } from '../schemas/overlay.ts';
import { workLists } from '../schemas/work-lists.ts';
import { createCouncils, everyCouncil } from '../services/runtime/councils.ts';
import { supportOf } from '../services/runtime/support-catalogues.ts';
import { logos } from '../templates/logos.ts';

const knownLists = new Map([...everyForm, ...Object.values(workLists)].map((list) => [list.id, list] as const));

/** What is wrong with the logos: a file that may not be shown, one that is named and is not there, one that is there and not named. */
const logoFaultsOf = (councils: readonly Council[]): string[] => {
  try {
    const files = logos();
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

/** What is wrong with what a council changes in question lists: its shape, a list that there is not, a change that may not be made. */
const overlayFaultsOf = (councils: readonly Council[]): string[] =>
  councils.flatMap(({ slug, lists }) => {
    const file = `councils/${slug}/council.json: lists`;
    const read = overlays.safeParse(lists ?? {});
    if (!read.success) return read.error.issues.map(({ path, message }) => `${file}.${path.join('.')}: ${message}`);
    return Object.entries(read.data).flatMap(([id, overlay]) => {
      const base = knownLists.get(id);
      if (base === undefined)
        return [`${file}.${id}: there is no such list. There are ${[...knownLists.keys()].join(', ')}`];
      return overlayFaults(base, overlay).map((fault) => `${file}.${id}.${fault}`);
    });
  });

/** Reads every file of `councils/` before anybody asks for it. @throws with every fault, one a line, and what to do about them */
export const expectCouncilFiles = async (): Promise<void> => {
  const slugs = everyCouncil();
  const councils = createCouncils(slugs);
  const read = await Promise.allSettled([
    ...slugs.map(async (slug) => councils.known(slug)),
    ...slugs.map((slug) => supportOf(slug)),
  ]);
  const whole = slugs.filter((_, index) => read[index]?.status === 'fulfilled').map((slug) => councils.known(slug));
  const faults = [
    ...read.flatMap((one) => (one.status === 'rejected' ? String(one.reason.message).split('\n') : [])),
    ...logoFaultsOf(whole),
    ...overlayFaultsOf(whole),
  ];
  // A file that all councils share is read with each.
  if (faults.length > 0) throw new Error(`${[...new Set(faults)].join('\n')}\nPut this right and start again.`);
};
