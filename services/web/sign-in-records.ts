import { randomUUID } from 'node:crypto';
import { standingRoles } from '../../domain/staff/standing-roles.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import { type StaffRole, signInRecord } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { councilPartition, signInSort } from '../store/keys.ts';

/** The generation of whoever has never ended their sessions. */
const firstGeneration = 'first';

/** How somebody stands with a council at this moment. */
export type Standing = {
  readonly name?: string;
  readonly generation: string;
  /** When all of their sessions were ended last, in epoch milliseconds; 0 where that never was. */
  readonly endedAt: number;
  /** Their roles of now, out of those that a sign-in claims. */
  readonly roles: (claimed: readonly StaffRole[]) => readonly StaffRole[];
};

/** How somebody stands with a council now: their place in its directory, and since when their sessions count. Read with every request. */
export const standingOf = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  id: string,
): Promise<Standing> => {
  const [member, record] = await Promise.all([
    store.staff(council, id),
    store.items.get(signInRecord, councilPartition(council), signInSort(id)),
  ]);
  return {
    ...(member && { name: member.name }),
    generation: record?.generation ?? firstGeneration,
    endedAt: record === undefined ? 0 : Date.parse(record.endedAt),
    roles: (claimed) => standingRoles(claimed, { member, hasLeft: record?.left ?? false }),
  };
};

/** Ends all sessions of a person with a council, wherever they are open. */
export const endSessions = (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  council: CouncilSlug,
  id: string,
): Promise<void> => store.endSignIns(council, id, { generation: randomUUID(), endedAt: clock.now() });
