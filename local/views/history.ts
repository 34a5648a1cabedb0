import type { HistoryEvent } from '../stepfunctions/types.ts';
import { londonSecond } from './london.ts';
import { atOf, detailsOf, fieldsOf, fromJson, type Visit } from './visits.ts';
import { functionOf } from './waiting.ts';

type Fact = { readonly name: string; readonly value: string };

/** One event of a history as a row of a table. */
export type HistoryRow = {
  readonly id: number;
  readonly at: string;
  /** In London, to the second. */
  readonly time: string;
  /** AWS's type in words: `Task state entered`. */
  readonly type: string;
  readonly state: string;
  readonly facts: readonly Fact[];
  /** The event as AWS answers it, its JSON texts opened, indented. */
  readonly json: string;
};

const longest = 90;

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

/** A token is long and says nothing to a reader. */
const hidden = new Set(['token', 'ExecutedVersion', 'StatusCode', 'SdkHttpMetadata', 'SdkResponseMetadata']);

const facts = (value: unknown): Fact[] => {
  const fields = Object.entries(fieldsOf(value));
  return fields.flatMap(([name, one]) =>
    hidden.has(name) || one === undefined ? [] : name === 'Payload' ? facts(one) : [{ name, value: short(one) }],
  );
};

const duration = (seconds: number) => {
  const [unit, size] = (
    [
      ['day', 86_400],
      ['hour', 3600],
      ['minute', 60],
    ] as const
  ).find(([, length]) => seconds >= length && seconds % length === 0) ?? ['second', 1];
  return `${seconds / size} ${unit}${seconds === size ? '' : 's'}`;
};

const factsOf = (event: HistoryEvent): Fact[] => {
  const details = detailsOf(event);
  const error = [details['error'], details['cause']].flatMap((value, index) =>
    value === undefined ? [] : [{ name: index === 0 ? 'error' : 'cause', value: short(value) }],
  );
  if (event.type.endsWith('StateEntered')) return [];
  if (event.type.endsWith('StateExited')) {
    const assigned = Object.entries(fieldsOf(details['assignedVariables']));
    return assigned.map(([name, value]) => ({ name: `$${name}`, value: short(fromJson(value)) }));
  }
  if (event.type === 'TaskScheduled') {
    const { timeoutInSeconds } = details;
    return [
      { name: 'calls', value: functionOf(details) },
      // What every call of a case carries is in the row of the execution's start.
      ...facts(fieldsOf(fromJson(details['parameters']))['Payload']).filter(
        ({ name }) => !['council', 'reference', 'thread'].includes(name),
      ),
      ...(typeof timeoutInSeconds === 'number' ? [{ name: 'gives up after', value: duration(timeoutInSeconds) }] : []),
    ];
  }
  return [...error, ...facts(fromJson(details['output'] ?? details['input']))];
};

const words = (type: string) => {
  const spaced = type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

const opened = (event: HistoryEvent) =>
  Object.fromEntries(
    Object.entries(event).map(([key, value]) => [
      key,
      key.endsWith('EventDetails')
        ? Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, one]) => [name, fromJson(one)]))
        : value,
    ]),
  );

/** A history as rows for reading, in its own order. `visits` are those of the whole history. */
export const historyRows = (history: readonly HistoryEvent[], visits: readonly Visit[]): HistoryRow[] => {
  const stateOf = new Map(visits.flatMap(({ state, events }) => events.map(({ id }) => [id, state] as const)));
  return history.map((event) => ({
    id: event.id,
    at: atOf(event),
    time: londonSecond(atOf(event)),
    type: words(event.type),
    state: stateOf.get(event.id) ?? '',
    facts: factsOf(event),
    json: JSON.stringify(opened(event), null, 2),
  }));
};
