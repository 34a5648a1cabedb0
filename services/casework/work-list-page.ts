import { isWaiting } from '../../domain/journey/task-holding.ts';
import { daysBetween, londonDate } from '../../domain/time/clock-time.ts';
import { shortDate } from '../../domain/time/readable-date.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { type Task, taskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { type WhoseTurn, type WorkFilter, whenDue } from '../../schemas/work-filter.ts';
import { waitsForWords } from '../../templates/staff/waits-for.ts';
import type { Deps } from '../deps.ts';
import { teamPart } from '../store/task-keys.ts';
import type { TaskPage } from '../store/task-pages.ts';
import type { StaffRequest } from '../web/site.ts';
import { outcomeWords } from './case-words.ts';
import { namesInLists } from './names-in-lists.ts';
import { roleWords } from './who-did-it.ts';
import { type countsIn, countsOf, inWords, mostCounted } from './work-counts.ts';
import { addressOf, neighbours, teamsSeenBy } from './work-list.ts';

/** How much it matters, in a word: the number is for the order. */
export const priorityWords = { 1: 'Urgent', 2: 'High', 3: 'In turn' } as const;

const dueWords = { late: 'Late', today: 'Due today', week: 'Later this week', later: 'After this week' } as const;

const tabs: readonly (readonly [WhoseTurn, string])[] = [
  ['mine', 'Mine'],
  ['unclaimed', 'Nobody’s yet'],
  ['waiting', 'Waiting'],
  ['others', 'With someone else'],
  ['done', 'Done'],
];

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** How late it is, or how soon it is due, in words below the date. */
const soonWords = (dueOn: IsoDate, today: IsoDate): string => {
  const left = daysBetween(today, dueOn);
  if (left < 0) return `${days(-left)} late`;
  if (left === 0) return 'Today';
  return left === 1 ? 'Tomorrow' : left <= 7 ? `In ${days(left)}` : '';
};

/** Where a task stands, as its tag says it last in its row. */
const tagOf = (task: Task, today: IsoDate): { readonly text: string; readonly classes: string } => {
  if (task.status === 'completed') return { text: 'Done', classes: 'govuk-tag--green' };
  if (isWaiting(task, today)) return { text: 'Waiting', classes: 'govuk-tag--yellow' };
  if (task.dueOn < today) return { text: 'Late', classes: 'govuk-tag--red' };
  if (task.handover && !task.handover.readAt) return { text: 'Handed over', classes: 'govuk-tag--purple' };
  if (task.dueOn === today) return { text: 'Today', classes: 'govuk-tag--orange' };
  return task.assignee
    ? { text: 'In hand', classes: 'govuk-tag--blue' }
    : { text: 'Nobody’s', classes: 'govuk-tag--grey' };
};

/** A task as a row of a list. */
const rowOf = (
  { council, staff }: StaffRequest,
  task: Task,
  named: Awaited<ReturnType<typeof namesInLists>>,
  today: IsoDate,
) => {
  const { id, version, reference, assignee, waiting, priority = 3, handover, closed } = task;
  const who = named.get(reference);
  const own = `/${council.slug}/staff/tasks/${id}`;
  // Of what is no case's yet there is nothing that was promised.
  const isHandedToMe =
    who !== undefined && assignee?.id === staff.id && handover !== undefined && handover.readAt === undefined;
  const { title } = kindsOfWork[task.kind];
  const name = who && 'name' in who ? who.name : undefined;
  return {
    id,
    version,
    reference,
    caseUrl: `/${council.slug}/staff/cases/${reference}`,
    name: name ?? '',
    restricted: who !== undefined && 'restricted' in who,
    isNoCase: who === undefined,
    title,
    // Two tasks of one kind for one person are told apart by what each is about; a reason holds nothing personal.
    why: task.reason ?? '',
    url: isHandedToMe ? `${own}/handover` : own,
    holdUrl: `${own}/hold`,
    claimUrl: `${own}/claim`,
    due: shortDate(task.dueOn),
    soon: task.status === 'open' ? soonWords(task.dueOn, today) : '',
    isLate: task.status === 'open' && task.dueOn < today,
    priority: priorityWords[priority],
    isPressing: priority < 3,
    holder: assignee === undefined ? 'Nobody' : assignee.id === staff.id ? 'You' : assignee.name,
    team: council.teams[task.role].name,
    waits:
      waiting && isWaiting(task, today) ? `For ${waitsForWords[waiting.for]}, until ${shortDate(waiting.until)}` : '',
    done: closed ? `${outcomeWords(task)}, ${shortDate(londonDate(closed.at))}` : '',
    canClaim: task.status === 'open' && assignee === undefined && staff.roles.includes(task.role),
    tag: tagOf(task, today),
    label: `${title} for ${[name, reference].filter(Boolean).join(', ')}`,
  };
};

const option = (value: string, text: string, chosen: string | undefined) => ({
  value,
  text,
  selected: value === chosen,
});

/** The fields of the filter, each with what is chosen. */
const fieldsOf = (filter: WorkFilter, teams: ReturnType<typeof teamsSeenBy>) => {
  const kinds = taskKind.options
    .filter((kind) => teams.includes(kindsOfWork[kind].role))
    .map((kind) => ({ kind, title: kindsOfWork[kind].title as string }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  return {
    due: [
      option('', 'Any day', filter.due ?? ''),
      ...whenDue.options.map((due) => option(due, dueWords[due], filter.due)),
    ],
    priority: [
      option('', 'Any', filter.priority ?? ''),
      ...([1, 2, 3] as const).map((one) => option(String(one), priorityWords[one], filter.priority)),
    ],
    kind: [
      option('', 'All kinds', filter.kind ?? ''),
      ...kinds.map(({ kind, title }) => option(kind, title, filter.kind)),
    ],
    team:
      teams.length > 1
        ? [
            option('', 'All teams', filter.team ?? ''),
            ...teams.map((role) => option(role, roleWords[role], filter.team)),
          ]
        : [],
  };
};

/** What filters a list, each with the address of the list without it. */
const tagsOf = (request: StaffRequest, filter: WorkFilter, holderName: string | undefined) => {
  const { after: _after, before: _before, ...same } = filter;
  const words: Readonly<Partial<Record<keyof WorkFilter, string | undefined>>> = {
    due: filter.due && dueWords[filter.due],
    priority: filter.priority && `Priority: ${priorityWords[Number(filter.priority) as 1 | 2 | 3]}`,
    kind: filter.kind && kindsOfWork[filter.kind].title,
    team: filter.team && `Team: ${roleWords[filter.team]}`,
    reference: filter.reference && `Reference: ${filter.reference}`,
    holder: filter.holder && `With ${holderName ?? 'somebody who is not in the directory'}`,
  };
  return Object.entries(words).flatMap(([name, text]) =>
    text ? [{ text, href: addressOf(request.council, { ...same, [name]: undefined }) }] : [],
  );
};

/** "4 late, 3 today and 9 more this week", or what there is in its place. */
const countSentence = ({ late, today, week }: Awaited<ReturnType<typeof countsIn>>): string =>
  late + today + week === 0
    ? 'Nothing is due this week'
    : `${inWords(late)} late, ${inWords(today)} today, ${inWords(week)} more this week`;

/** What the page of a work list shows. */
export const workListView = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
  filter: WorkFilter & { readonly whose: WhoseTurn },
  found: TaskPage,
) => {
  const { council, staff } = request;
  const { store, clock } = deps;
  const today = londonDate(clock.now());
  const teams = teamsSeenBy(staff);
  const unclaimed = teams.map((role) => teamPart(council.slug, role, 'unclaimed'));
  const [mine, ofTeam, named, holder] = await Promise.all([
    countsOf(deps, council.slug, staff),
    store.taskPages.count(unclaimed, undefined, undefined, mostCounted),
    namesInLists(
      deps,
      council.slug,
      found.tasks.map(({ reference }) => reference),
      staff.id,
    ),
    filter.holder === undefined ? undefined : store.staff(council.slug, filter.holder),
  ]);
  const { after: _after, before: _before, whose, ...filters } = filter;
  const pages = neighbours(council, filter, found);
  const rows = found.tasks.map((task) => rowOf(request, task, named, today));
  const mayGive = staff.roles.includes('manager') && whose !== 'done';
  const tags = tagsOf(request, filter, holder?.name);
  return {
    title: 'My work',
    counts: countSentence(mine),
    ofTeam: ofTeam === 0 ? '' : `${inWords(ofTeam)} ${ofTeam === 1 ? 'task is' : 'tasks are'} with nobody yet`,
    tabs: tabs.map(([id, text]) => ({
      text,
      // The filters stay where one looks elsewhere; whose it is does not, as it is what the other tab says.
      href: addressOf(council, {
        ...filters,
        holder: id === 'mine' || id === 'unclaimed' ? undefined : filter.holder,
        whose: id,
      }),
      active: id === whose,
    })),
    whose,
    heading: tabs.find(([id]) => id === whose)?.[1] ?? 'All open work',
    fields: fieldsOf(filter, teams),
    reference: filter.reference ?? '',
    holder: filter.holder ?? '',
    clearUrl: addressOf(council, { whose }),
    listUrl: `/${council.slug}/staff/tasks`,
    tags,
    rows,
    isShort: found.tasks.length < 50 && pages.next !== undefined,
    pages,
    hasTeams: teams.length > 1,
    mayGive,
    sends: mayGive || rows.some(({ canClaim }) => canClaim),
    nextUrl: `/${council.slug}/staff/tasks/next`,
    reassignUrl: `/${council.slug}/staff/tasks/reassign`,
    here: addressOf(council, { ...filters, whose, after: filter.after, before: filter.before }),
  };
};
