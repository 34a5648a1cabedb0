import type { Mail } from '../mail/accepted-mail.ts';
import type { ExecutionView } from '../stepfunctions/types.ts';
import type { Definition } from './definition.ts';
import { diagram, type Trace } from './diagram.ts';
import { type GraphEdge, graphOf, ordinaryWays, way } from './graph.ts';
import { historyRows } from './history.ts';
import { londonSecond } from './london.ts';
import { mailOf } from './mail-links.ts';
import { waitWords } from './start-view.ts';
import { fieldsOf, type Visit, visitsOf } from './visits.ts';
import { waitingOf } from './waiting.ts';

/** How one execution is shown. */
export type ExecutionOptions = {
  readonly now: string;
  readonly mail?: readonly Mail[];
  /** Whether the picture has the ways on an error too. @default false */
  readonly catches?: boolean;
  /** Whether a history of more than 500 events is shown whole. @default false */
  readonly allEvents?: boolean;
};

const longestHistory = 500;

const traceOf = (visits: readonly Visit[], currentStates: readonly string[]): Trace => ({
  times: new Map([...Map.groupBy(visits, ({ state }) => state)].map(([state, stays]) => [state, stays.length])),
  current: new Set(currentStates),
  taken: new Set(visits.flatMap(({ from, state }) => (from === undefined ? [] : [way(from, state)]))),
});

/** Where the ways that were left out lead: one entry a state. */
const leftWords = (left: readonly GraphEdge[]) =>
  [...Map.groupBy(left, ({ to }) => to)].map(([to, edges]) => ({
    to,
    errors: [...new Set(edges.map(({ label }) => label))],
    from: edges.map(({ from }) => from),
  }));

const picture = async (machine: string, definition: Definition, trace: Trace, catches: boolean) => {
  const whole = graphOf(definition);
  const { shown, left } = catches ? { shown: whole, left: [] } : ordinaryWays(whole, trace.taken);
  return { picture: await diagram(machine, shown, trace), left: leftWords(left), leftCount: left.length };
};

/** What the page of one execution shows, besides its name, status and times. */
export const executionView = async (
  execution: ExecutionView,
  definition: Definition | undefined,
  { now, mail = [], catches = false, allEvents = false }: ExecutionOptions,
) => {
  const { machine, history, currentStates, error, cause } = execution;
  const visits = visitsOf(history);
  const shown = allEvents ? history : history.slice(-longestHistory);
  const { council, reference } = fieldsOf(execution.input);
  const nothing = { picture: '', left: [], leftCount: 0 };
  return {
    machine,
    comment: definition?.Comment,
    error,
    cause,
    reference,
    statusHref:
      typeof council === 'string' && typeof reference === 'string'
        ? `/${encodeURIComponent(council)}/requests/${encodeURIComponent(reference)}`
        : undefined,
    now: waitingOf(execution, definition).map((wait) => waitWords(now, wait, execution, mail)),
    catches,
    ...(definition ? await picture(machine, definition, traceOf(visits, currentStates), catches) : nothing),
    visits: visits.map((visit, index) => ({
      state: visit.state,
      entered: { at: visit.enteredAt, words: londonSecond(visit.enteredAt) },
      left: visit.exitedAt === undefined ? undefined : { at: visit.exitedAt, words: londonSecond(visit.exitedAt) },
      current:
        currentStates.includes(visit.state) &&
        index === visits.findLastIndex(({ state, exitedAt }) => state === visit.state && exitedAt === undefined),
      mail: mailOf(visit, mail),
    })),
    rows: historyRows(shown, visits),
    earlier: history.length - shown.length,
  };
};
