import type { ExecutionView } from '../stepfunctions/types.ts';
import { type Definition, everyState, expression, isHumanStep, type State } from './definition.ts';
import { atOf, detailsOf, fieldsOf, fromJson, type Visit, visitsOf } from './visits.ts';

/** What a state under way waits for: a person, a date, or a function (perhaps once more). */
export type Waiting = {
  readonly state: string;
  /** When the state was entered, ISO 8601 in UTC. */
  readonly since: string;
  readonly for: 'person' | 'date' | 'function' | 'another attempt';
  /** The function that works, or the error after which it is tried again; empty for a person or a date. */
  readonly name: string;
  /** When the wait ends by itself, ISO 8601 in UTC: the date waited for, or the moment of giving up. */
  readonly until?: string;
};

/** The function's name out of what a task was scheduled with, `send-mail`; the resource where it is no function. */
export const functionOf = (scheduled: Readonly<Record<string, unknown>>): string => {
  const arn = fieldsOf(fromJson(scheduled['parameters']))['FunctionName'];
  return typeof arn === 'string' ? (arn.split(':').at(-1) ?? arn) : String(scheduled['resource'] ?? '');
};

/** What a variable was last set to: the runner shows variables in its history only. */
const variable = (visits: readonly Visit[], name: string): unknown => {
  const set = visits
    .flatMap(({ events }) => events)
    .filter(({ type }) => type.endsWith('StateExited'))
    .findLast((event) => name in fieldsOf(detailsOf(event)['assignedVariables']));
  return set && fromJson(fieldsOf(detailsOf(set)['assignedVariables'])[name]);
};

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

const dateOf = ({ Timestamp, Seconds }: State, visit: Visit, visits: readonly Visit[]): string | undefined => {
  if (typeof Seconds === 'number') return later(visit.enteredAt, Seconds);
  if (Timestamp === undefined) return undefined;
  const written = expression(Timestamp);
  const value = written.startsWith('$') ? variable(visits, written.slice(1)) : written;
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : undefined;
};

const ofTask = (state: State, { state: name, enteredAt: since, events }: Visit): Waiting => {
  const scheduled = events.findLast(({ type }) => type === 'TaskScheduled');
  const latest = events.at(-1);
  if (latest?.type === 'TaskFailed' || latest?.type === 'TaskTimedOut') {
    return { state: name, since, for: 'another attempt', name: String(detailsOf(latest)['error'] ?? '') };
  }
  const details = scheduled ? detailsOf(scheduled) : {};
  const seconds = details['timeoutInSeconds'];
  return {
    state: name,
    since,
    for: isHumanStep(state) ? 'person' : 'function',
    name: isHumanStep(state) ? '' : functionOf(details),
    ...(scheduled && typeof seconds === 'number' && { until: later(atOf(scheduled), seconds) }),
  };
};

/** What each state waits for that an execution is in now; nothing once it has ended. */
export const waitingOf = (execution: ExecutionView, definition: Definition | undefined): Waiting[] => {
  const visits = visitsOf(execution.history);
  const states = new Map(definition && everyState(definition));
  return execution.currentStates.flatMap((name) => {
    const visit = visits.findLast(({ state, exitedAt }) => state === name && exitedAt === undefined);
    const state = states.get(name);
    if (!visit || !state) return [];
    if (state.Type !== 'Wait') return [ofTask(state, visit)];
    const until = dateOf(state, visit, visits);
    return [{ state: name, since: visit.enteredAt, for: 'date' as const, name: '', ...(until && { until }) }];
  });
};
