import type { Store } from '../clock.ts';
import type { Execution } from './execution.ts';
import type { HistoryEvent } from './types.ts';

/** What the runner keeps, in one Level store. */
export interface ExecutionStore {
  /** Writes a snapshot and the events that led to it, as one batch: both are there after a crash, or neither. */
  commit(execution: Execution, events: readonly HistoryEvent[]): Promise<void>;
  get(arn: string): Promise<Execution | undefined>;
  /** The executions that have not ended, read some at a time. */
  running(): AsyncIterable<Execution>;
  /** All executions, the newest first, from after a position. */
  newestFirst(after?: string): AsyncIterable<{ position: string; execution: Execution }>;
  /** The committed events of an execution whose ids lie between two numbers, both included. */
  history(arn: string, from: number, to: number): Promise<HistoryEvent[]>;
  /** Keeps the text of a definition under its hash for executions that outlive it. */
  saveDefinition(hash: string, text: string): Promise<void>;
  definition(hash: string): Promise<string | undefined>;
}

const READ_AT_ONCE = 100;

const eventKey = (arn: string, id: number) => `${arn}/${String(id).padStart(5, '0')}`;
/** Where an execution stands in the order of their starts. */
export const positionOf = (execution: Execution) =>
  `${String(execution.startedAtMs).padStart(15, '0')}/${execution.arn}`;

/** Opens the runner's part of a store. */
export function createExecutionStore(store: Store): ExecutionStore {
  const json = { valueEncoding: 'json' };
  const executions = store.sublevel<string, Execution>('executions', json);
  const events = store.sublevel<string, HistoryEvent>('events', json);
  const definitions = store.sublevel('definitions');
  // Indexes: the value is the ARN.
  const byStart = store.sublevel('by-start');
  const runningArns = store.sublevel('running');

  return {
    async commit(execution, added) {
      const { arn } = execution;
      const isNew = added[0]?.id === 1;
      await store.batch<string, unknown>(
        [
          { type: 'put', key: arn, value: execution, sublevel: executions },
          ...added.map((event) => ({
            type: 'put' as const,
            key: eventKey(arn, event.id),
            value: event,
            sublevel: events,
          })),
          ...(isNew ? [{ type: 'put' as const, key: positionOf(execution), value: arn, sublevel: byStart }] : []),
          ...(isNew ? [{ type: 'put' as const, key: arn, value: arn, sublevel: runningArns }] : []),
          ...(execution.status === 'RUNNING' ? [] : [{ type: 'del' as const, key: arn, sublevel: runningArns }]),
        ],
        {},
      );
    },
    get: (arn) => executions.get(arn),
    async *running() {
      const arns = runningArns.keys();
      try {
        for (let some = await arns.nextv(READ_AT_ONCE); some.length > 0; some = await arns.nextv(READ_AT_ONCE)) {
          for (const execution of await executions.getMany(some)) if (execution) yield execution;
        }
      } finally {
        await arns.close();
      }
    },
    async *newestFirst(after) {
      for await (const [position, arn] of byStart.iterator({ reverse: true, ...(after ? { lt: after } : {}) })) {
        const execution = await executions.get(arn);
        if (execution) yield { position, execution };
      }
    },
    history: (arn, from, to) => events.values({ gte: eventKey(arn, from), lte: eventKey(arn, to) }).all(),
    saveDefinition: (hash, text) => definitions.put(hash, text),
    definition: (hash) => definitions.get(hash),
  };
}
