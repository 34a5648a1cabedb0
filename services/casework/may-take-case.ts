import type { StaffMember } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { namesInLists } from './names-in-lists.ts';

/** Why a worker may not be given work on a case: its record is restricted, and they are not among those for whom it is. */
export const mayTakeCase = async (
  deps: Pick<Deps, 'store'>,
  { council, reference }: Task,
  { id, name }: StaffMember,
): Promise<string | undefined> => {
  const who = (await namesInLists(deps, council, [reference], id)).get(reference);
  return who && 'restricted' in who
    ? `The record is restricted, and ${name} is not among those who may read it. Say that they may too, or ask who may`
    : undefined;
};
