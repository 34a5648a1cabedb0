import { type Task, taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import type { StaffRequest } from '../web/site.ts';
import { wantsPage } from '../web/staff-forms.ts';
import { permittedTask } from '../work/task-views.ts';

/** Whom to ask for a piece of work of another role: who holds it, and who may hand it out. */
const whomToAsk = async ({ store }: Pick<Deps, 'store'>, { council, params }: StaffRequest, refused: Problem) => {
  const id = taskId.safeParse(params['id']);
  const [task, everyone] = await Promise.all([
    id.success ? store.task(council.slug, id.data) : undefined,
    store.everyone(council.slug),
  ]);
  if (task === undefined) return refused;
  const managers = everyone.filter(({ roles }) => roles.includes('manager')).map(({ name }) => name);
  const asked = [...(task.assignee ? [`${task.assignee.name}, who holds it`] : []), ...managers.slice(0, 3)];
  const title = kindsOfWork[task.kind].title.toLowerCase();
  return new Problem({
    ...refused.details,
    title: 'This work is for another role',
    detail: `To ${title} is work of a ${task.role.replaceAll('-', ' ')}. ${asked.length > 0 ? `If you need it for your work, ask ${asked.join(' or ')}.` : 'If you need it for your work, ask your manager.'}`,
  });
};

/**
 * The task that a request names, for whoever has its role and for managers; `opens` where it is shown. Who may not see it reads on a page whom to ask.
 *
 * @throws Problem 403
 */
export const whoseTask = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  request: StaffRequest,
  { opens = false }: { readonly opens?: boolean } = {},
): Promise<Task> => {
  try {
    return await permittedTask(deps, request, { managerToo: true, opens });
  } catch (error) {
    const isRole = error instanceof Problem && error.details.code === 'not-yours';
    throw isRole && wantsPage(request) ? await whomToAsk(deps, request, error) : error;
  }
};
