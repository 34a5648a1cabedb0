import { partOfEvent } from '../../domain/access/part-of.ts';
import type { MayRead } from '../../domain/access/seen.ts';
import { addDays, londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import { typedDay } from '../../domain/time/typed-day.ts';
import type { AuditEvent, PersonEvent } from '../../schemas/case.ts';
import { type EventKind, eventKinds, wordsOfEvent } from '../../schemas/event-words.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { lineOf, type PresentCase } from '../store/case-store.ts';
import type { StaffRequest } from '../web/site.ts';
import { type EventLine, eventLine } from './case-events.ts';
import { type WhoDidIt, whoDidIt } from './who-did-it.ts';

type Line = AuditEvent | PersonEvent;

/** What a timeline is asked for; it stands in the address. */
export type TimelineFilter = {
  readonly kind?: EventKind | undefined;
  readonly who?: 'staff' | 'public' | 'platform' | undefined;
  /** Without what Careway did by itself. */
  readonly hidesSystem: boolean;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  /** `<at>#<id>` of the last line of the page before. */
  readonly before?: string | undefined;
};

/** Lines on a page, how many are read at a time, and most that are read for one page however few of them fit. */
const perPage = 50;
const atATime = 200;
const mostRead = 1000;

const who = ['staff', 'public', 'platform'] as const;
const cursor = /^\d{4}-\d\d-\d\dT[\d:.]+Z#[\w-]+$/;

/** The filter that an address asks for, and what in it is no day. */
export const timelineFilter = (
  query: StaffRequest['query'],
): { filter: TimelineFilter; wrong: { field: 'from' | 'to'; message: string }[] } => {
  const day = (field: 'from' | 'to'): IsoDate | undefined => typedDay(query[field] ?? '');
  const [from, to] = [day('from'), day('to')];
  const wrong = (['from', 'to'] as const).flatMap((field) =>
    query[field]?.trim() && day(field) === undefined
      ? [
          {
            field,
            message: `${field === 'from' ? 'Earliest' : 'Latest'} must be a real day, such as 31/1/2026`,
          },
        ]
      : [],
  );
  if (from && to && from > to)
    wrong.push({ field: 'to', message: 'Latest must be the same day as earliest or after it' });
  const kind = query['kind'] ?? '';
  const { before = '' } = query;
  return {
    filter: {
      kind: Object.hasOwn(eventKinds, kind) ? (kind as EventKind) : undefined,
      who: who.find((one) => one === query['who']),
      hidesSystem: query['system'] === 'hide',
      from,
      to,
      before: cursor.test(before) ? before : undefined,
    },
    wrong,
  };
};

const fits =
  ({ kind, who: by, hidesSystem }: TimelineFilter) =>
  ({ action, actor }: Line): boolean =>
    (kind === undefined || wordsOfEvent(action).kind === kind) &&
    (by === undefined || actor.kind === by) &&
    !(hidesSystem && actor.kind === 'platform');

/** A page of a history. `next` begins the page after it; there may be more behind it even where this page is not full. */
export type TimelinePart = { readonly lines: readonly Line[]; readonly next?: string | undefined };

/** The lines that fit a filter, the newest first, read only as far as the page needs. */
export const timelinePart = async (
  { store }: Pick<Deps, 'store'>,
  of: Pick<PresentCase, 'case' | 'person'> & { readonly may: MayRead },
  filter: TimelineFilter,
): Promise<TimelinePart> => {
  const isWanted = fits(filter);
  const found: Line[] = [];
  const part = {
    from: filter.from && londonInstant(filter.from, '00:00'),
    // Up to the last moment of the day: nothing is written at the very first of the next.
    to: filter.to && (londonInstant(addDays(filter.to, 1), '00:00') satisfies IsoInstant),
  };
  let { before } = filter;
  // Where little is left out the first read fills the page; where much is, the next ones are larger.
  for (let read = 0, atMost = perPage + 1; read < mostRead; read += atMost, atMost = atATime) {
    const lines = await store.history(of.case, of.person, { ...part, before, atMost });
    for (const line of lines) {
      if (isWanted(line) && of.may(partOfEvent(line))) found.push(line);
      if (found.length > perPage) break;
    }
    if (found.length > perPage) break;
    const last = lines.at(-1);
    if (last === undefined || lines.length < atMost) return { lines: found };
    before = lineOf(last);
  }
  const lines = found.slice(0, perPage);
  const last = lines.at(-1);
  return { lines, next: found.length > perPage && last ? lineOf(last) : before };
};

/** The lines of a page by their days, the newest day first. */
const byDay = (lines: readonly EventLine[]) =>
  [...Map.groupBy(lines, ({ day }) => day)].map(([day, of]) => ({
    day,
    id: `day-${londonDate(of[0]?.at as IsoInstant)}`,
    lines: of,
  }));

const queryOf = (filter: TimelineFilter, other: Readonly<Record<string, string>> = {}): string => {
  const { kind, who: by, hidesSystem, from, to } = filter;
  const all = { kind, who: by, system: hidesSystem ? 'hide' : undefined, from, to, ...other };
  return `?${new URLSearchParams(Object.entries(all).filter((one): one is [string, string] => Boolean(one[1])))}`;
};

const whoWords = { staff: 'Staff', public: 'The person, or whoever helps', platform: 'Careway by itself' } as const;

/** What the timeline of a case shows: a compact table by day, its filters, and the way to older lines. */
export const timelineView = async (
  deps: Deps,
  { council, query, path }: StaffRequest,
  opened: PresentCase & { readonly may: MayRead },
) => {
  const { filter, wrong } = timelineFilter(query);
  const { lines, next } = wrong.length > 0 ? { lines: [] } : await timelinePart(deps, opened, filter);
  const names: WhoDidIt = await whoDidIt(
    deps,
    council,
    opened,
    lines.map(({ actor }) => actor),
  );
  const shown = lines.map((line) => eventLine(opened, line, names));
  const picked = (value: string, text: string, selected: boolean) => ({ value, text, selected });
  return {
    days: byDay(shown),
    count: shown.length,
    action: path,
    clear: path,
    isFiltered: queryOf(filter) !== '?',
    errors: wrong.map(({ field, message }) => ({ text: message, href: `#${field}` })),
    typed: {
      from: query['from'] ?? '',
      to: query['to'] ?? '',
      fromError: wrong.find(({ field }) => field === 'from')?.message ?? '',
      toError: wrong.find(({ field }) => field === 'to')?.message ?? '',
      system: filter.hidesSystem,
    },
    kinds: [
      picked('', 'All', filter.kind === undefined),
      ...Object.entries(eventKinds)
        .filter(([kind]) => kind !== 'council')
        .map(([kind, text]) => picked(kind, text, kind === filter.kind)),
    ],
    whos: [
      picked('', 'Everybody', filter.who === undefined),
      ...who.map((one) => picked(one, whoWords[one], one === filter.who)),
    ],
    older: next === undefined ? '' : `${path}${queryOf(filter, { before: next })}`,
    newest: filter.before === undefined ? '' : `${path}${queryOf(filter).replace(/^\?$/, '')}`,
  };
};
