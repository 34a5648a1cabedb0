import { placesOf } from '../../domain/journey/due-spans.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { problemsOf } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import { type CouncilSlug, caseReference, type IsoDate } from '../../schemas/scalars.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { Task, TaskPriority } from '../../schemas/task.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import { type WhoseTurn, type WorkFilter, workFilter } from '../../schemas/work-filter.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { holderPart, placeOf, stateOf, type TaskPart, teamPart } from '../store/task-keys.ts';
import type { TaskPage, TaskQuery } from '../store/task-pages.ts';
import type { StaffRequest } from '../web/site.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';

/** The teams whose work somebody sees: those of their roles, and for a manager all. */
export const teamsSeenBy = ({ roles }: Pick<StaffIdentity, 'roles'>): readonly StaffRole[] =>
  roles.includes('manager') ? staffRole.options : roles;

/** What a list is asked for. @throws Problem 400 with what is wrong in the address */
export const filterOf = (query: StaffRequest['query']): WorkFilter => {
  const parsed = workFilter.safeParse(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
  return parsed.data;
};

const todoAndWaiting = (council: CouncilSlug, id: string): TaskPart[] => [
  holderPart(council, id, 'todo'),
  holderPart(council, id, 'waiting'),
];

/** The partitions in which a list lies. */
const partsOf = (
  council: CouncilSlug,
  { id }: StaffIdentity,
  { holder, mine }: WorkFilter,
  whose: WhoseTurn,
  teams: readonly StaffRole[],
): TaskPart[] => {
  const ofTeams = (...states: Parameters<typeof teamPart>[2][]) =>
    teams.flatMap((role) => states.map((state) => teamPart(council, role, state)));
  if (mine === 'true') return todoAndWaiting(council, id);
  switch (whose) {
    case 'mine':
      return [holderPart(council, id, 'todo')];
    case 'done':
      return [holderPart(council, holder ?? id, 'done')];
    case 'waiting':
      return holder ? [holderPart(council, holder, 'waiting')] : ofTeams('waiting');
    case 'others':
      return holder ? [holderPart(council, holder, 'todo')] : ofTeams('held');
    case 'unclaimed':
      return ofTeams('unclaimed');
    case 'all':
      return holder ? todoAndWaiting(council, holder) : ofTeams('unclaimed', 'held', 'waiting');
  }
};

/** Whether one task of a case belongs into a list, where the case is asked for and its tasks are all read. */
const belongs = (
  task: Task,
  { id }: StaffIdentity,
  { holder, mine, kind, priority, due }: WorkFilter,
  whose: WhoseTurn,
  today: IsoDate,
): boolean => {
  const state = stateOf(task);
  const isMine = task.assignee?.id === id;
  const byTurn: Readonly<Record<WhoseTurn, boolean>> = {
    mine: isMine && state === 'held',
    unclaimed: state === 'unclaimed',
    waiting: state === 'waiting',
    others: state === 'held' && !isMine,
    done: task.status === 'completed' && task.closed?.by?.id === (holder ?? id),
    all: true,
  };
  const { from = '', until = '~' } = due && whose !== 'done' ? placesOf(due, today) : {};
  const place = placeOf(task);
  return (
    byTurn[whose] &&
    (whose === 'done' || task.status === 'open') &&
    (mine !== 'true' || isMine) &&
    (holder === undefined || whose === 'done' || task.assignee?.id === holder) &&
    (kind === undefined || task.kind === kind) &&
    (priority === undefined || String(task.priority ?? 3) === priority) &&
    place >= from &&
    place <= until
  );
};

/**
 * A page of work as somebody may see it. However much there is, a bounded number of items is read: fifty of a partition, or five hundred where a
 * filter leaves some out; the next page goes on from there.
 */
export const workPageOf = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { slug }: Pick<Council, 'slug'>,
  staff: StaffIdentity,
  filter: WorkFilter,
): Promise<TaskPage> => {
  const { whose = 'all', kind, priority, due, holder, team, reference, after, before, mine } = filter;
  const today = londonDate(clock.now());
  const seen = teamsSeenBy(staff);
  const teams = team ? seen.filter((role) => role === team) : seen;
  // What others have done is a manager's to see.
  if (whose === 'done' && holder !== undefined && holder !== staff.id && !staff.roles.includes('manager')) {
    return { tasks: [] };
  }
  if (reference !== undefined) {
    const of = caseReference.safeParse(asTyped(reference).toUpperCase());
    const all = of.success ? await store.tasks(slug, of.data) : [];
    return {
      tasks: all
        .filter((task) => teams.includes(task.role) && belongs(task, staff, filter, whose, today))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) === (whose !== 'done') ? -1 : 1)),
    };
  }
  const isOwn = mine === 'true' || whose === 'mine' || (whose === 'done' && holder === undefined);
  const query: TaskQuery = {
    parts: partsOf(slug, staff, filter, whose, teams),
    ...(due && whose !== 'done' && placesOf(due, today)),
    kind,
    // The schema of the filter lets no other number through.
    priority: priority && (Number(priority) as TaskPriority),
    // A partition of one worker holds the work of all of their roles.
    roles: (holder !== undefined && !isOwn) || (isOwn && team) ? teams : undefined,
    notWith: whose === 'others' && holder === undefined ? staff.id : undefined,
    newestFirst: whose === 'done',
    cursor: after ? { after } : before ? { before } : undefined,
  };
  if (query.roles?.length === 0 || query.parts.length === 0) return { tasks: [] };
  return store.taskPages.page(query);
};

/** The address of a list with its filters, and perhaps where its page begins. */
export const addressOf = (
  { slug }: Pick<Council, 'slug'>,
  filter: Readonly<Partial<Record<keyof WorkFilter, string | undefined>>>,
): string => {
  const given = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  const query = new URLSearchParams(given).toString();
  return `/${slug}/staff/tasks${query ? `?${query}` : ''}`;
};

/** The addresses of the pages before and after. */
export const neighbours = (
  council: Pick<Council, 'slug'>,
  filter: WorkFilter,
  { next, previous }: TaskPage,
): { readonly next?: string; readonly previous?: string } => {
  const { after: _after, before: _before, ...same } = filter;
  return {
    ...(next && { next: addressOf(council, { ...same, after: next }) }),
    ...(previous && { previous: addressOf(council, { ...same, before: previous }) }),
  };
};
