import type { Council } from '../../schemas/council.ts';
import { createCouncils, everyCouncil } from '../../services/runtime/councils.ts';

const councils = createCouncils(everyCouncil());

/** A council as its file says, with what a test wants different. */
export const aCouncil = (different: Partial<Council> = {}, slug = 'leicestershire'): Council => ({
  ...councils.known(slug),
  ...different,
});
