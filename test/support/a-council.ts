import type { Council } from '../../schemas/council.ts';
import type { Deps } from '../../services/deps.ts';
import { type Councils, createCouncils, everyCouncil } from '../../services/runtime/councils.ts';

const councils = createCouncils(everyCouncil());

/** A council as its file says, with what a test wants different. */
export const aCouncil = (different: Partial<Council> = {}, slug = 'leicestershire'): Council => ({
  ...councils.known(slug),
  ...different,
});

/** Changes a council for a running platform until what it answers is called. */
export const changeCouncil = (deps: Pick<Deps, 'councils'>, different: Partial<Council>): (() => void) => {
  const before = deps.councils;
  const known: Councils['known'] = (slug) => ({ ...before.known(slug), ...different });
  const find: Councils['find'] = (slug) => {
    const found = before.find(slug);
    return found && { ...found, ...different };
  };
  const put = (value: Councils) => Object.defineProperty(deps, 'councils', { value, configurable: true });
  put({ ...before, known, find });
  return () => {
    put(before);
  };
};
