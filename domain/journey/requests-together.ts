import type { CaseRecord } from '../../schemas/records.ts';
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

type Request = Extract<CaseRecord, { kind: 'request' }>;

const roles: Readonly<Record<string, string>> = {
  person: 'the person',
  carer: 'a carer',
  family: 'family or friend',
  provider: 'gives paid support',
  professional: 'works with them',
  council: 'from the council',
};

/** Who made a request, as staff tell one from another: “Sam Patel (family or friend)”. */
export const whoAsked = ({ answers, by }: Pick<Request, 'answers' | 'by'>): string => {
  const { fullName, requesterRole, askerRole } = answers;
  const role =
    roles[String(requesterRole ?? askerRole)] ?? (by.kind === 'public' && by.as === 'person' && roles['person']);
  if (typeof fullName === 'string') return role ? `${fullName} (${role})` : fullName;
  return role || (by.kind === 'public' && by.as === 'helper' ? 'whoever helps them' : 'taken down by staff');
};

/** A request that somebody has to answer: by work of its own, read with another, or still open beside it. */
export type AskedFor = { readonly request: Request; readonly isOther: boolean };

/**
 * The requests that a task answers, the first first: its own, and those of the same list that were kept with it because a day had brought many.
 * After them come those of the same kind for which other work is open, since both are decided on one plan. Undefined where it answers none.
 */
export const askedFor = (
  task: Pick<Task, 'id' | 'kind'>,
  { tasks, records }: { readonly tasks: readonly Task[]; readonly records: readonly CaseRecord[] },
): AskedFor[] | undefined => {
  const requests = records
    .filter((record): record is Request => record.kind === 'request')
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const markOf = ({ id }: { readonly id: string }) => id.slice(id.lastIndexOf('-') + 1);
  const own = requests.find(({ id }) => id === `case.request-${markOf(task)}`);
  if (own === undefined) return undefined;
  const workOf = (one: Request) => tasks.filter(({ id }) => id.includes('.case.') && id.endsWith(`-${markOf(one)}`));
  const kept = requests.filter((one) => one.list === own.list && one.at > own.at && workOf(one).length === 0);
  const beside = requests.filter(
    (one) => one !== own && workOf(one).some(({ kind, status }) => kind === task.kind && status === 'open'),
  );
  return [
    ...[own, ...kept].map((request) => ({ request, isOther: false })),
    ...beside.map((request) => ({ request, isOther: true })),
  ];
};
