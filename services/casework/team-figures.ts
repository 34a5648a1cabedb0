import { namedWorker } from '../../domain/journey/key-worker.ts';
import { summaryOf, targetOf } from '../../domain/journey/step-times.ts';
import { absenceOn } from '../../domain/staff/absence.ts';
import { daysBetween, londonDate } from '../../domain/time/clock-time.ts';
import { shortDate } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { signal } from '../../schemas/signal.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { stepTimes, type WorkFigures, workFigures } from '../../schemas/work-figures.ts';
import type { Bar } from '../../templates/staff/bar-chart.ts';
import type { Deps } from '../deps.ts';
import { casePartition, figuresPartition } from '../store/keys.ts';
import { teamPart } from '../store/task-keys.ts';
import type { StaffRequest } from '../web/site.ts';
import { namesInLists } from './names-in-lists.ts';
import { addressOf } from './work-list.ts';
import { priorityWords } from './work-list-page.ts';

/** A cell of a table: what it says, and the list that a number counts. */
export type Cell = string | number | { readonly text: string | number; readonly href: string };

/** A table of figures, perhaps with the chart before it. */
export type FigureTable = {
  readonly id: string;
  readonly caption: string;
  /** Which columns hold numbers stands in the number of the first of them. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly chart?: { readonly name: string; readonly bars: readonly Bar[]; readonly part?: string };
  /** What is said where there are no rows. */
  readonly empty: string;
};

/** What a page of a manager shows. */
export type TeamFigures = {
  readonly title: string;
  /** When it was counted; a list that is read now has none. */
  readonly at?: IsoInstant | undefined;
  readonly intro: readonly string[];
  readonly tables: readonly FigureTable[];
  readonly next?: string;
  /** The months that may be chosen, and those that are. */
  readonly period?: { readonly from: readonly MonthChoice[]; readonly to: readonly MonthChoice[] };
};

/** A month in a list of which one is chosen. */
type MonthChoice = { readonly value: string; readonly text: string; readonly selected: boolean };

/** What figures are made from. */
export type FigureDeps = Pick<Deps, 'store' | 'clock'>;

/** A number that leads to what it counts; none leads nowhere. */
const linked = (value: number, href: string): Cell => (value === 0 ? 0 : { text: value, href });

const counted = ({ store }: FigureDeps, { slug }: Council): Promise<WorkFigures | undefined> =>
  store.items.get(workFigures, figuresPartition(slug), 'NOW');

/** What is said before the first night. */
export const notYet = 'Nothing has been counted yet: that is done every morning at half past five.';

/** What is open, by team, by kind of work and by who has it; what is late of it. */
export const workload = async (deps: FigureDeps, { council }: StaffRequest): Promise<TeamFigures> => {
  const [figures, everyone] = await Promise.all([counted(deps, council), deps.store.everyone(council.slug)]);
  const { teams = [], kinds = [], workers = [] } = figures ?? {};
  const list = (filter: Parameters<typeof addressOf>[1]) => addressOf(council, filter);
  const today = londonDate(deps.clock.now());
  const members = new Map(everyone.map((member) => [member.id, member]));
  const awayWords = (id: string): string => {
    const member = members.get(id);
    if (member === undefined) return 'Has left';
    const away = absenceOn(member, today);
    return away ? `Until ${shortDate(away.to)}` : '';
  };
  const byKind = kinds
    .map((one) => ({ ...one, title: kindsOfWork[one.kind].title }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  return {
    title: 'Team: work in hand',
    at: figures?.at,
    intro: [],
    tables: [
      {
        id: 'teams',
        caption: 'By team',
        columns: ['Team', 'Open', 'Late', 'With nobody', 'Waiting'],
        rows: teams.map(({ role: team, open, late, unclaimed, waiting }) => [
          council.teams[team].name,
          linked(open, list({ whose: 'all', team })),
          linked(late, list({ whose: 'all', team, due: 'late' })),
          linked(unclaimed, list({ whose: 'unclaimed', team })),
          linked(waiting, list({ whose: 'waiting', team })),
        ]),
        chart: {
          name: 'Open work by team, and how much of it is late',
          bars: teams.map(({ role, open, late }) => ({ label: council.teams[role].name, value: open, part: late })),
          part: 'late',
        },
        empty: figures ? 'No work is open.' : notYet,
      },
      {
        id: 'kinds',
        caption: 'By kind of work',
        columns: ['Kind of work', 'Open', 'Late', 'Waiting', 'Earliest day'],
        rows: byKind.map(({ kind, title, open, late, waiting, oldestDueOn }) => [
          title,
          linked(open, list({ whose: 'all', kind })),
          linked(late, list({ whose: 'all', kind, due: 'late' })),
          linked(waiting, list({ whose: 'waiting', kind })),
          shortDate(oldestDueOn),
        ]),
        chart: {
          name: 'Open work by kind, and how much of it is late',
          bars: byKind.map(({ title, open, late }) => ({ label: title, value: open, part: late })),
          part: 'late',
        },
        empty: figures ? 'No work is open.' : notYet,
      },
      {
        id: 'workers',
        caption: 'By who has it, in the order of names: to spread work, not to compare people',
        columns: ['Name', 'Open', 'Late', 'Waiting', 'Away'],
        rows: workers.map(({ id: holder, name, open, late, waiting }) => [
          name,
          linked(open, list({ whose: 'all', holder })),
          linked(late, list({ whose: 'all', holder, due: 'late' })),
          linked(waiting, list({ whose: 'waiting', holder })),
          awayWords(holder),
        ]),
        empty: figures ? 'Nobody has a task.' : notYet,
      },
    ],
  };
};

/** The kinds of work for which a person waits. */
const waitedFor: readonly TaskKind[] = ['assess-needs', 'assess-carer'];

/** When somebody was last in touch with the person of a case, and when they look at the wait again. */
const contactOf = async ({ store }: FigureDeps, { council, reference }: Task) => {
  const [present, looks] = await Promise.all([
    store.present(council, reference),
    store.items.list(signal, casePartition(council, reference), 'SIGNAL#open-review-wait'),
  ]);
  const sent = (present?.mail ?? [])
    .filter(({ status, key }) => status === 'sent' && /\.(?:person|helper)$/.test(key))
    .map(({ at }) => at);
  const asked = present?.tasks.find(({ kind, status }) => kind === 'review-wait' && status === 'open')?.dueOn;
  const [planned] = looks.map(({ at }) => londonDate(at)).toSorted();
  const last = sent.toSorted().at(-1);
  return {
    openedAt: present?.case.openedAt,
    last: last === undefined ? 'Nothing was sent' : shortDate(londonDate(last)),
    next: asked ?? planned,
  };
};

/** Who waits for an assessment: the most pressing day first, with how long, when they were last told something, and when the wait is looked at again. */
export const waitingList = async (deps: FigureDeps, request: StaffRequest): Promise<TeamFigures> => {
  const { council, query, staff } = request;
  const { store, clock } = deps;
  const today = londonDate(clock.now());
  const kind = waitedFor.find((one) => one === query['kind']) ?? 'assess-needs';
  const found = await store.taskPages.page({
    parts: (['unclaimed', 'held', 'waiting'] as const).map((state) => teamPart(council.slug, 'assessor', state)),
    kind,
    cursor: query['after'] ? { after: query['after'] } : undefined,
  });
  const [named, contacts] = await Promise.all([
    namesInLists(
      deps,
      council.slug,
      found.tasks.map(({ reference }) => reference),
      staff.id,
    ),
    Promise.all(found.tasks.map((task) => contactOf(deps, task))),
  ]);
  const here = `/${council.slug}/staff/team/waiting`;
  return {
    title: 'Team: who waits for an assessment',
    intro: [
      'Read now, the earliest day first. A person is told the day; when it passes, whoever has the task is asked why.',
    ],
    tables: [
      {
        id: 'waiting',
        caption: kind === 'assess-needs' ? 'Adults who wait' : 'Carers who wait',
        columns: ['Person', 'Priority', 'Days waiting', 'Told the day', 'Last told something', 'Next check-in', 'With'],
        rows: found.tasks.map((task, index) => {
          const who = named.get(task.reference);
          const contact = contacts[index];
          const since = londonDate(contact?.openedAt ?? task.openedAt);
          return [
            {
              text: who && 'name' in who ? `${task.reference} ${who.name}` : task.reference,
              href: `/${council.slug}/staff/cases/${task.reference}`,
            },
            priorityWords[task.priority ?? 3],
            daysBetween(since, today),
            `${shortDate(task.dueOn)}${task.dueOn < today ? ', passed' : ''}`,
            contact?.last ?? '',
            contact?.next ? `${shortDate(contact.next)}${contact.next < today ? ', late' : ''}` : 'None planned',
            task.assignee?.name ?? 'Nobody',
          ];
        }),
        empty: found.next ? 'None on this part of the list. Go on to the next page.' : 'Nobody waits.',
      },
    ],
    ...(found.next && { next: `${here}?${new URLSearchParams({ kind, after: found.next })}` }),
  };
};

/** A month as it is read: "March 2026". */
export const monthInWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  );

/** The figures of the months that are asked for, the last twelve where none are, and the months of which one may choose. */
export const monthsChosen = <Of extends { readonly month: string }>(
  found: readonly Of[],
  query: StaffRequest['query'],
): { readonly chosen: readonly Of[]; readonly from: string; readonly to: string } & Pick<TeamFigures, 'period'> => {
  const all = found.toSorted((a, b) => a.month.localeCompare(b.month));
  const months = all.map(({ month }) => month);
  const asked = [query['from'], query['to']].map((month) => months.find((one) => one === month));
  const [first = months.at(-12) ?? months[0] ?? '', last = months.at(-1) ?? ''] = asked;
  const [from, to] = first <= last ? [first, last] : [last, first];
  const choices = (selected: string) =>
    months.map((month) => ({ value: month, text: monthInWords(month), selected: month === selected }));
  return {
    chosen: all.filter(({ month }) => month >= from && month <= to),
    from,
    to,
    ...(months.length > 1 && { period: { from: choices(from), to: choices(to) } }),
  };
};

/** The reviews that are planned, by the month in which they are due; those of one month as a list of cases. */
export const reviewsByMonth = async (deps: FigureDeps, request: StaffRequest): Promise<TeamFigures> => {
  const { council, query, staff } = request;
  const here = `/${council.slug}/staff/team/reviews`;
  const [month] = /^\d{4}-\d{2}$/.exec(query['month'] ?? '') ?? [];
  if (month === undefined) {
    const figures = await counted(deps, council);
    const { reviews = [] } = figures ?? {};
    return {
      title: 'Team: planned reviews',
      at: figures?.at,
      intro: [],
      tables: [
        {
          id: 'reviews',
          caption: 'Reviews by the month in which they are due',
          columns: ['Month', 'Due', 'Overdue'],
          rows: reviews.map(({ month: of, due, overdue }) => [
            monthInWords(of),
            linked(due, `${here}?month=${of}`),
            linked(overdue, `${here}?month=${of}`),
          ]),
          chart: {
            name: 'Reviews by the month in which they are due, and how many are overdue',
            bars: reviews.map(({ month: of, due, overdue }) => ({
              label: monthInWords(of),
              value: due + overdue,
              part: overdue,
            })),
            part: 'overdue',
          },
          empty: figures ? 'No review is planned.' : notYet,
        },
      ],
    };
  }
  const found = await deps.store.reviews.page(council.slug, {
    from: month,
    until: `${month}~`,
    after: query['after'],
  });
  const named = await namesInLists(
    deps,
    council.slug,
    found.cases.map(({ reference }) => reference),
    staff.id,
  );
  const today: IsoDate = londonDate(deps.clock.now());
  return {
    title: `Team: reviews due in ${monthInWords(month)}`,
    intro: ['Read now, the earliest day first.'],
    tables: [
      {
        id: 'month',
        caption: monthInWords(month),
        columns: ['Person', 'Due', 'Last day', 'Kind', 'Key worker'],
        rows: found.cases.flatMap((careCase) => {
          const { reference, nextReview } = careCase;
          if (nextReview === undefined) return [];
          const who = named.get(reference);
          return [
            [
              {
                text: who && 'name' in who ? `${reference} ${who.name}` : reference,
                href: `/${council.slug}/staff/cases/${reference}`,
              },
              `${shortDate(nextReview.dueOn)}${nextReview.dueOn < today ? ', overdue' : ''}`,
              shortDate(nextReview.lastDay),
              { first: 'First', later: 'Yearly', early: 'Brought forward' }[nextReview.kind],
              namedWorker(careCase)?.of.name ?? 'Nobody',
            ],
          ];
        }),
        empty: 'No review is due in this month.',
      },
    ],
    ...(found.next && { next: `${here}?${new URLSearchParams({ month, after: found.next })}` }),
  };
};

/** How long each kind of work took that was finished this month and the month before, beside the target: the middle, and the share within it. */
export const timesTaken = async ({ store, clock }: FigureDeps, { council }: StaffRequest): Promise<TeamFigures> => {
  const all = await store.items.list(stepTimes, figuresPartition(council.slug), 'TIMES#');
  const shown = all.toSorted((a, b) => b.month.localeCompare(a.month)).slice(0, 13);
  const thisMonth = londonDate(clock.now()).slice(0, 7);
  return {
    title: 'Team: how long work takes',
    intro: [
      'Working days from the day on which work opens to the day on which it is done, by the month in which it was done. Half of it took the middle number of days or fewer.',
    ],
    tables: shown.map(({ month, kinds, until }) => {
      const rows = Object.entries(kinds)
        .map(([kind, spread]) => {
          // The schema lets no other name through.
          const of = kind as TaskKind;
          const target = targetOf(council, of);
          return { title: kindsOfWork[of].title, target, ...summaryOf(spread ?? {}, target) };
        })
        .toSorted((a, b) => a.title.localeCompare(b.title));
      return {
        id: `times-${month}`,
        caption: `${monthInWords(month)}${month === thisMonth ? `, up to and without ${shortDate(until as IsoDate)}` : ''}`,
        columns: ['Kind of work', 'Done', 'Middle, in working days', 'Target', 'Within target'],
        rows: rows.map(({ title, count, median, target, within }) => [
          title,
          count,
          median,
          target,
          `${Math.round((within / count) * 100)}%`,
        ]),
        chart: {
          name: `Middle number of working days by kind of work in ${monthInWords(month)}`,
          bars: rows.map(({ title, median }) => ({ label: title, value: median })),
        },
        empty: 'Nothing was finished.',
      };
    }),
  };
};
