import { absenceOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Council } from '../../schemas/council.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';

/** Whether a kind of work agrees to a plan for the council, so that it matters who else could. */
export const isAgreeing = (kind: TaskKind): boolean => kind === 'check-plan' || kind === 'agree-plan-for-council';

/** Who works for a council today: everybody in the directory who is not away, and whoever asks. */
export const colleaguesToday = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  council: CouncilSlug,
  asking?: string,
): Promise<StaffMember[]> => {
  const today = londonDate(clock.now());
  return (await store.everyone(council)).filter((one) => one.id === asking || absenceOn(one, today) === undefined);
};

/** Who else does a piece of work, in a sentence; whom to ask where nobody else does. */
export const whoElse = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  { slug, teams }: Council,
  { role }: Pick<Task, 'role'>,
  me: string,
): Promise<string> => {
  const others = (await colleaguesToday(deps, slug)).filter(({ id, roles }) => id !== me && roles.includes(role));
  const names = others.slice(0, 3).map(({ name }) => name);
  return names.length > 0
    ? `${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)} can.`
    : `Nobody else with this role works today. Ask ${teams.manager.name}: ${teams.manager.email}.`;
};
