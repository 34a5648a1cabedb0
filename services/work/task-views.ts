import { lookedBy } from '../../domain/access/held-work.ts';
import type { TaskView } from '../../schemas/api.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { recordLook } from '../access/looks.ts';
import { refuseRestricted } from '../access/who-may-see.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';

/** A task as staff see it. */
export const taskView = ({ token: _token, ...task }: Task): TaskView => ({
  ...task,
  title: kindsOfWork[task.kind].title,
});

/** What a request wants of a task; `opens` where its page is shown, `unopened` where nothing is said of whom it is about. */
type WantedTask = {
  readonly managerToo: boolean;
  readonly opens?: boolean;
  readonly unopened?: boolean;
};

/**
 * The task that a request names, if its role is the caller's; a manager may see and hand out every task of the council. The work on a restricted
 * record is for the named, as the record is. Opening a task is a look at its case.
 *
 * @throws Problem 403 alike for a task of another role and for one that does not exist; 403 `restricted`
 */
export const permittedTask = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  request: StaffRequest,
  { managerToo, opens = false, unopened = false }: WantedTask,
): Promise<Task> => {
  const { store, clock } = deps;
  const { council, staff, params } = request;
  const id = taskId.safeParse(params['id']);
  const task = id.success ? await store.task(council.slug, id.data) : undefined;
  const role = staff.roles.find((one) => one === task?.role || (managerToo && one === 'manager'));
  if (task === undefined || role === undefined) throw problems.notYours();
  if (unopened) return task;
  // Of a request that is not tied to a case yet there is none.
  const careCase = await store.case(council.slug, task.reference);
  if (careCase === undefined) return task;
  const now = clock.now();
  const [{ person }, granted] = await Promise.all([
    store.personOf(careCase),
    store.looks.granted(council.slug, task.reference, staff.id, now),
  ]);
  await refuseRestricted(deps, request, person, task.reference, granted);
  if (opens) {
    const { by, task: own } = lookedBy(staff, careCase, [task], now);
    const who = { staff: { id: staff.id, role }, by, ...(own && { task: own.id }) };
    const { council: slug, reference } = careCase;
    await recordLook(deps, { council: slug, reference, section: 'task', about: task.id, ...who });
  }
  return task;
};
