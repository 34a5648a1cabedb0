import type { Actor } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import type { PresentCase } from '../store/case-store.ts';

/** What each role is called in lists of who did something. */
export const roleWords: Readonly<Record<StaffRole, string>> = {
  'contact-officer': 'contact officer',
  assessor: 'assessor',
  'key-worker': 'key worker',
  manager: 'manager',
  'finance-officer': 'finance officer',
  'complaints-manager': 'complaints manager',
  'safeguarding-lead': 'safeguarding lead',
};

/** Who did something, in words: a member of staff by name, the person or whoever helps them, or Careway by itself. */
export type WhoDidIt = (actor: Actor) => { readonly name: string; readonly isSystem: boolean };

/** Names that stand in the case itself, of people who may have left the directory since. */
const knownIn = ({ case: careCase, tasks }: Pick<PresentCase, 'case' | 'tasks'>): Map<string, string> =>
  new Map(
    [...tasks.flatMap(({ assignee, closed }) => [assignee, closed?.by]), careCase.assessor, careCase.keyWorker].flatMap(
      (one) => (one ? [[one.id, one.name] as const] : []),
    ),
  );

/** Reads the names of these actors: from the case, and for the rest from the council's directory. */
export const whoDidIt = async (
  { store }: Pick<Deps, 'store'>,
  council: Council,
  of: Pick<PresentCase, 'case' | 'tasks'>,
  actors: readonly Actor[],
): Promise<WhoDidIt> => {
  const names = knownIn(of);
  const ids = new Set(actors.flatMap((actor) => (actor.kind === 'staff' && !names.has(actor.id) ? [actor.id] : [])));
  await Promise.all(
    [...ids].map(async (id) => {
      const member = await store.staff(council.slug, id);
      if (member) names.set(id, member.name);
    }),
  );
  return (actor) => {
    if (actor.kind === 'platform') return { name: 'Careway', isSystem: true };
    if (actor.kind === 'public') {
      const name = actor.invited
        ? 'somebody invited to the plan'
        : actor.as === 'helper'
          ? 'whoever helps'
          : actor.as === 'person'
            ? 'the person'
            : 'somebody online';
      return { name, isSystem: false };
    }
    return {
      name: `${names.get(actor.id) ?? 'a member of staff who left'}, ${roleWords[actor.role]}`,
      isSystem: false,
    };
  };
};
