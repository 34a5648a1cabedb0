import type { Look } from '../../schemas/access.ts';
import { type CaseReference, isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import type { StaffRequest } from '../web/site.ts';

/** Milliseconds for which a repeated look of one person at one section is the same look. */
const sameLookMs = 5 * 60_000;

type LookDeps = Pick<Deps, 'store' | 'clock' | 'newId'>;

/**
 * Writes that somebody looked, before they are shown anything. A look that cannot be written because others write at the same moment is tried
 * again by the store; one that is the same as a few minutes ago is not written twice.
 */
export const recordLook = async ({ store, clock, newId }: LookDeps, value: Omit<Look, 'at' | 'id'>): Promise<void> => {
  const at = clock.now();
  const until = isoInstant.parse(new Date(Date.parse(at) + sameLookMs).toISOString());
  await store.looks.record({ ...value, at, id: newId() }, until);
};

/**
 * Writes that somebody searched: for the council by which fields and what was shown, and for each case that was shown. What they searched for
 * is not kept. Called with what a page shows, before it is shown.
 */
export const recordSearch = async (
  deps: LookDeps,
  { council, staff }: Pick<StaffRequest, 'council' | 'staff'>,
  { fields, shown }: { readonly fields: readonly string[]; readonly shown: readonly CaseReference[] },
): Promise<void> => {
  const [role] = staff.roles;
  if (role === undefined) return;
  const who = { id: staff.id, role };
  await deps.store.looks.searched({
    ...{ council: council.slug, at: deps.clock.now(), id: deps.newId() },
    staff: who,
    fields: [...fields],
    shown: [...shown].slice(0, 100),
  });
  const looks = shown.map((reference) =>
    recordLook(deps, { council: council.slug, reference, staff: who, section: 'search', by: 'search' }),
  );
  await Promise.all(looks);
};
