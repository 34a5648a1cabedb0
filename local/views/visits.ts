import type { HistoryEvent } from '../stepfunctions/types.ts';

/** One stay of an execution in a state. Instants are ISO 8601 in UTC. */
export type Visit = {
  readonly state: string;
  readonly enteredAt: string;
  /** Absent while the execution is there, and where it ended there. */
  exitedAt?: string;
  /** The state that led here; absent for the first of a machine. */
  readonly from?: string;
  readonly events: HistoryEvent[];
};

/** The moment of an event, ISO 8601 in UTC. */
export const atOf = ({ timestamp }: HistoryEvent): string => new Date(Math.round(timestamp * 1000)).toISOString();

/** The details of an event, whatever AWS calls them for its type; empty where it has none. */
export const detailsOf = (event: HistoryEvent): Readonly<Record<string, unknown>> =>
  Object.entries(event).flatMap(([key, value]) => (key.endsWith('EventDetails') ? [value] : []))[0] ?? {};

/** Every stay of an execution in a state, in the order of entering, each with its events. */
export const visitsOf = (history: readonly HistoryEvent[]): Visit[] => {
  const visits: Visit[] = [];
  const visitOf = new Map<number, Visit>();
  for (const event of history) {
    const before = visitOf.get(event.previousEventId);
    const name = detailsOf(event)['name'];
    const visit = event.type.endsWith('StateEntered')
      ? { state: String(name), enteredAt: atOf(event), ...(before && { from: before.state }), events: [] }
      : event.type.endsWith('StateExited') && before?.state !== name
        ? // A Parallel or Map state is left after the last event of what ran inside it.
          visits.findLast(({ state, exitedAt }) => state === name && exitedAt === undefined)
        : before;
    if (!visit) continue;
    if (event.type.endsWith('StateEntered')) visits.push(visit);
    if (event.type.endsWith('StateExited')) visit.exitedAt = atOf(event);
    visit.events.push(event);
    visitOf.set(event.id, visit);
  }
  return visits;
};

/** A JSON text as what it says; a text that is no JSON, as itself. */
export const fromJson = (json: unknown): unknown => {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
};

/** The fields of an object; none where it is something else. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
