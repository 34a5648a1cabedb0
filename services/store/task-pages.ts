import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StaffRole } from '../../schemas/staff.ts';
import { type Task, type TaskKind, type TaskPriority, task } from '../../schemas/task.ts';
import { type Documents, readItem } from './item-kinds.ts';
import { parts, type WalkPart } from './parts.ts';
import { listedIn, type TaskPart } from './task-keys.ts';

/** Where a page begins: after the last task of the page before it, or before the first of the page after it. */
export type Cursor = { readonly after: string } | { readonly before: string };

/** Which tasks are wanted: of some partitions, between two places, and what they must be. */
export type TaskQuery = {
  readonly parts: readonly TaskPart[];
  /** Places: from this on, and before that. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly kind?: TaskKind | undefined;
  readonly priority?: TaskPriority | undefined;
  readonly roles?: readonly StaffRole[] | undefined;
  /** Not with this member of staff. */
  readonly notWith?: string | undefined;
  readonly cursor?: Cursor | undefined;
  readonly newestFirst?: boolean;
};

/**
 * A page of tasks in the order of their places. `next` and `previous` are cursors; where one is there, there may be more. A page that looks for
 * something rare may be short and still have a `next`: so many items were read, and the next request goes on from there.
 */
export type TaskPage = { readonly tasks: Task[]; readonly next?: string; readonly previous?: string };

/** Tasks on a page. */
export const pageSize = 50;

/** Items that one request reads of one partition when it must leave some out, so that it ends however rare is what it looks for. */
const mostLookedAt = 500;

/** Between which places tasks are read, and how many at a time. */
type Span = { readonly from?: string; readonly until?: string; readonly atATime?: number };

/** No place begins with either. */
const [first, last] = ['!', '~'];

type Row = { readonly place: string; readonly task: Task };
/** What one partition gave, and up to where it was read; nothing where it was read to its end. */
type Read = { readonly rows: Row[]; readonly upTo?: string };

const filterOf = ({ kind, priority, roles, notWith }: TaskQuery) => {
  const clauses: string[] = [];
  const values: Record<string, unknown> = {};
  if (kind) {
    clauses.push('#data.#kind = :kind');
    values[':kind'] = kind;
  }
  if (priority) {
    // What was stored without one is in its turn.
    clauses.push(
      priority === 3
        ? '(#data.#priority = :priority OR attribute_not_exists(#data.#priority))'
        : '#data.#priority = :priority',
    );
    values[':priority'] = priority;
  }
  if (roles) {
    clauses.push(`#data.#role IN (${roles.map((_, at) => `:role${at}`).join(', ')})`);
    for (const [at, role] of roles.entries()) values[`:role${at}`] = role;
  }
  if (notWith) {
    clauses.push('#data.#assignee.#id <> :notWith');
    values[':notWith'] = notWith;
  }
  const names = {
    '#data': 'data',
    ...(kind && { '#kind': 'kind' }),
    ...(priority && { '#priority': 'priority' }),
    ...(roles && { '#role': 'role' }),
    ...(notWith && { '#assignee': 'assignee', '#id': 'id' }),
  };
  return clauses.length === 0
    ? undefined
    : { FilterExpression: clauses.join(' AND '), values, names: names as Record<string, string> };
};

/** Reads lists of tasks: a page, a number, or all of them in parts. However many there are, a page and a number read a bounded number of items. */
export const createTaskPages = ({ documents, tableName }: { documents: Documents; tableName: string }) => {
  const partitionKeys = { work: 'workPk', due: 'duePk', holder: 'holderPk' } as const;

  const condition = ({ index, pk }: TaskPart, low: string, high: string) => ({
    TableName: tableName,
    IndexName: index,
    KeyConditionExpression: `${partitionKeys[index]} = :pk AND workSk BETWEEN :low AND :high`,
    ExpressionAttributeValues: { ':pk': pk, ':low': low, ':high': high } as Record<string, unknown>,
  });

  const readPart = async (part: TaskPart, query: TaskQuery, back: boolean): Promise<Read> => {
    const { cursor, from = first, until = last, newestFirst = false } = query;
    const at = cursor && ('after' in cursor ? cursor.after : cursor.before);
    const isForward = newestFirst === back;
    const [low, high] = isForward ? [at ?? from, until] : [from, at ?? until];
    if (low > high) return { rows: [] };
    const filter = filterOf(query);
    const base = condition(part, low, high);
    const found = await documents.send(
      new QueryCommand({
        ...base,
        ScanIndexForward: isForward,
        // The one at the cursor is among what is read, and one more says whether there is another page.
        Limit: filter ? mostLookedAt : pageSize + 2,
        ...(filter && {
          FilterExpression: filter.FilterExpression,
          ExpressionAttributeNames: filter.names,
          ExpressionAttributeValues: { ...base.ExpressionAttributeValues, ...filter.values },
        }),
      }),
    );
    const rows = (found.Items ?? [])
      .map((item) => ({ place: String(item['workSk']), task: readItem(task, item) }))
      .filter(({ place }) => place !== at);
    const upTo = found.LastEvaluatedKey?.['workSk'];
    return { rows, ...(upTo !== undefined && { upTo: String(upTo) }) };
  };

  /** What several partitions gave, in one order, as far as all of them were read. */
  const merged = (reads: readonly Read[], isForward: boolean): { rows: Row[]; more?: string } => {
    const order = (a: string, b: string) => (a < b === isForward ? -1 : 1);
    const ends = reads.flatMap(({ upTo }) => upTo ?? []).toSorted(order);
    const [end] = ends;
    const sorted = reads
      .flatMap(({ rows }) => rows)
      .filter(({ place }) => end === undefined || place === end || order(place, end) < 0)
      .toSorted((a, b) => order(a.place, b.place));
    const rows = sorted.slice(0, pageSize);
    const lastRow = rows.at(-1);
    if (sorted.length > pageSize && lastRow) return { rows, more: lastRow.place };
    return { rows, ...(end !== undefined && { more: end }) };
  };

  const page = async (query: TaskQuery): Promise<TaskPage> => {
    const { cursor, newestFirst = false } = query;
    const back = cursor !== undefined && 'before' in cursor;
    const isForward = newestFirst === back;
    const { rows, more } = merged(await Promise.all(query.parts.map((part) => readPart(part, query, back))), isForward);
    if (!back) {
      const previous = cursor && (rows[0]?.place ?? cursor.after);
      return {
        tasks: rows.map((row) => row.task),
        ...(more !== undefined && { next: more }),
        ...(previous !== undefined && { previous }),
      };
    }
    // Fewer than a page before it: that is the beginning, which is shown whole.
    if (more === undefined && rows.length < pageSize) return page({ ...query, cursor: undefined });
    return {
      tasks: rows.toReversed().map((row) => row.task),
      next: rows[0]?.place ?? cursor.before,
      ...(more !== undefined && { previous: more }),
    };
  };

  /** Some of the tasks of a partition between two places, after one of them. */
  const part = async (
    of: TaskPart,
    { from = first, until = last, atATime = 200, after }: Span & { readonly after?: string | undefined } = {},
  ): Promise<WalkPart<Task[]>> => {
    // No place begins as another one ends, so that what follows it begins here.
    const low = after === undefined ? from : `${after}${first}`;
    if (low > until) return { part: [] };
    const found = await documents.send(new QueryCommand({ ...condition(of, low, until), Limit: atATime }));
    const next = found.LastEvaluatedKey?.['workSk'];
    return {
      part: (found.Items ?? []).map((item) => readItem(task, item)),
      ...(next !== undefined && { next: String(next) }),
    };
  };

  return {
    page,

    /** How many tasks lie between two places, counted up to a number: where it is reached there are as many or more. */
    async count(parts: readonly TaskPart[], from: string | undefined, until: string | undefined, most: number) {
      // A span may hold no day, as the rest of the week on a Sunday.
      if ((from ?? first) > (until ?? last)) return 0;
      const countOf = async (part: TaskPart): Promise<number> => {
        let counted = 0;
        let start: Record<string, unknown> | undefined;
        // One answer may stop short of the number where items are large.
        do {
          const found = await documents.send(
            new QueryCommand({
              ...condition(part, from ?? first, until ?? last),
              Select: 'COUNT',
              Limit: most - counted,
              ...(start && { ExclusiveStartKey: start }),
            }),
          );
          counted += found.Count ?? 0;
          start = found.LastEvaluatedKey;
        } while (start && counted < most);
        return counted;
      };
      const counts = await Promise.all(parts.map(countOf));
      return Math.min(
        most,
        counts.reduce((sum, one) => sum + one, 0),
      );
    },

    part,

    /** All tasks of a partition between two places, part by part, for what runs by the clock and begins anew where it dies. */
    inParts: (of: TaskPart, span: Span = {}): AsyncGenerator<Task[]> => parts((after) => part(of, { ...span, after })),

    /** The open tasks of a council that lie where an older release put them, so many at most: they are written anew to be found. */
    async misplaced(part: TaskPart, most: number): Promise<Task[]> {
      const found: Task[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const answer = await documents.send(
          new QueryCommand({ ...condition(part, first, last), Limit: 500, ...(start && { ExclusiveStartKey: start }) }),
        );
        for (const item of answer.Items ?? []) {
          const one = readItem(task, item);
          const keys = Object.entries(listedIn(one));
          if (keys.some(([name, value]) => item[name] !== value)) found.push(one);
        }
        start = answer.LastEvaluatedKey;
      } while (start && found.length < most);
      return found.slice(0, most);
    },
  };
};
