import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import type { CaseStore } from '../../services/store/case-store.ts';
import { teamPart } from '../../services/store/task-keys.ts';

/** All open tasks of a team, the earliest due first. */
export const teamTasks = async (store: CaseStore, council: CouncilSlug, role: StaffRole): Promise<Task[]> => {
  const found: Task[] = [];
  for (const state of ['unclaimed', 'held', 'waiting'] as const) {
    for await (const tasks of store.taskPages.inParts(teamPart(council, role, state))) found.push(...tasks);
  }
  return found.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
};
