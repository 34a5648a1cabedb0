import type { Task } from '../../schemas/task.ts';

/** What is said of open work once more requests of its kind have come than have work of their own. */
const moreCame = 'More of the same have come since: read them all under “Answers” before you answer.';

/** The longest reason that a task may have. */
const longest = 300;

/** The step of a task without the mark of the request that opened it. */
const stepOf = ({ id }: Task): string | undefined => /\.case\.([a-z-]+)-[0-9a-f]{12}$/.exec(id)?.[1];

const saying = (task: Task): Task => {
  const { reason = '' } = task;
  if (reason.includes(moreCame)) return task;
  const room = longest - moreCame.length - 1;
  return { ...task, version: task.version + 1, reason: `${reason.slice(0, room)} ${moreCame}`.trim() };
};

/**
 * The work of one more request, where a day has brought many of its kind: open work that an earlier one has opened takes it in, and says so
 * once. Where none is open there is work as ever, so that nothing that somebody sends lies unread.
 *
 * @param opened what it would open by itself
 * @param open the open work that takes more in; none where the day has not brought many
 * @returns the tasks to write, those of which staff are told, and whether none is its own
 */
export const readTogether = (
  opened: readonly Task[],
  open: readonly Task[],
): { tasks: Task[]; told: Task[]; isReadWithOthers: boolean } => {
  const pairs = opened.map((task) => ({ task, takes: open.find((other) => stepOf(other) === stepOf(task)) }));
  const told = pairs.filter(({ takes }) => takes === undefined).map(({ task }) => task);
  const changed = pairs.flatMap(({ takes }) => (takes && saying(takes) !== takes ? [saying(takes)] : []));
  return { tasks: [...told, ...changed], told, isReadWithOthers: opened.length > 0 && told.length === 0 };
};
