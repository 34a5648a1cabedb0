import { createCouncils, everyCouncil } from '../services/runtime/councils.ts';
import { supportOf } from '../services/runtime/support-catalogues.ts';

/** Reads every file of `councils/` before anybody asks for it. @throws with every fault, one a line, and what to do about them */
export const expectCouncilFiles = async (): Promise<void> => {
  const slugs = everyCouncil();
  const councils = createCouncils(slugs);
  const read = await Promise.allSettled([
    ...slugs.map(async (slug) => councils.known(slug)),
    ...slugs.map((slug) => supportOf(slug)),
  ]);
  const faults = read.flatMap((one) => (one.status === 'rejected' ? String(one.reason.message).split('\n') : []));
  // A file that all councils share is read with each.
  if (faults.length > 0) throw new Error(`${[...new Set(faults)].join('\n')}\nPut this right and start again.`);
};
