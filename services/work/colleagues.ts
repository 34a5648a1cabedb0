import { absenceOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
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
