import type { FollowUp, TaskOutcome } from '../../domain/journey/work-outcome.ts';
import type { CareCase, CaseWorker } from '../../schemas/case.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';

/**
 * The workers whom finished work gives a case to, from the council's staff directory.
 *
 * @throws Problem 400 where one of them is not in the directory, or has not the role
 */
export const caseWorkers = async (
  { store }: Pick<Deps, 'store'>,
  task: Task,
  gives: TaskOutcome['gives'],
): Promise<Pick<Partial<CareCase>, 'assessor' | 'keyWorker'>> => {
  const find = async (field: string, id: string | undefined, role: StaffRole): Promise<CaseWorker | undefined> => {
    if (id === undefined) return undefined;
    const member = await store.staff(task.council, id);
    if (!member?.roles.includes(role)) {
      throw problems.invalid([{ field, message: `Choose someone in your staff directory who has the role ${role}` }]);
    }
    return { id: member.id, name: member.name, email: member.email };
  };
  const assessor = await find('assessorId', gives?.assessorId, 'assessor');
  const keyWorker = await find('keyWorkerId', gives?.keyWorkerId, 'key-worker');
  return { ...(assessor && { assessor }), ...(keyWorker && { keyWorker }) };
};

/** A case without workers who have left the council's staff directory, or lost the role: nobody is given work who is not there. */
export const withWorkersHere = async ({ store }: Pick<Deps, 'store'>, careCase: CareCase): Promise<CareCase> => {
  const isHere = async (worker: CaseWorker | undefined, role: StaffRole): Promise<boolean> =>
    worker !== undefined && (await store.staff(careCase.council, worker.id))?.roles.includes(role) === true;
  const { assessor, keyWorker, ...rest } = careCase;
  return {
    ...rest,
    ...(assessor && (await isHere(assessor, 'assessor')) && { assessor }),
    ...(keyWorker && (await isHere(keyWorker, 'key-worker')) && { keyWorker }),
  };
};

/** The team whose work it is that follows, and who is to do it, while they are in the council's staff directory with that role. */
export const holderOf = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  { kind, holderId, role = kindsOfWork[kind].role }: FollowUp,
): Promise<{ role: StaffRole; assignee?: CaseWorker }> => {
  if (holderId === undefined) return { role };
  const member = await store.staff(council, holderId);
  if (!member?.roles.includes(role)) return { role };
  return { role, assignee: { id: member.id, name: member.name, email: member.email } };
};
