import type { ExecutionStatus } from './types.ts';

/** What is remembered of one execution: everything needed to take it up again after the process died. Plain JSON. */
export interface Execution {
  arn: string;
  name: string;
  machine: string;
  machineArn: string;
  roleArn: string;
  /** SHA-256 of the definition it was started with: a definition changed later leaves running executions alone. */
  definition: string;
  status: ExecutionStatus;
  /** The JSON text that it was started with. */
  input: string;
  startedAtMs: number;
  stoppedAtMs?: number;
  /** JSON text. */
  output?: string;
  error?: string;
  cause?: string;
  lastEvent: number;
  /** Counts scopes and attempts, so that no number is used twice and a late answer finds nobody. */
  lastNumber: number;
  /** What runs side by side: scope 0 is the machine itself, others are branches and iterations. Empty when ended. */
  scopes: Record<number, Scope>;
}

/** One run of a block of states, with its own variables. */
export interface Scope {
  id: number;
  /** The scope whose Parallel or Map state this belongs to; null for the machine itself. */
  parent: number | null;
  /** Which branch or iteration of the parent's state. */
  index: number;
  item?: MapItem;
  variables: Record<string, unknown>;
  /** The event that the next one of this scope follows. */
  lastEvent: number;
  run: Run | null;
  /** Set when the scope has ended well. */
  output?: unknown;
}

/** The item of a Map iteration, as `$states.context.Map.Item` shows it. */
export interface MapItem {
  Index: number;
  Value: unknown;
  /** Of an object's entry. */
  Key?: string;
}

/** A state under way. */
export interface Run {
  attempt: number;
  state: string;
  input: unknown;
  enteredAtMs: number;
  enteredEvent: number;
  /** `$states.context.State.RetryCount`. */
  retryCount: number;
  /** How often each retrier was used, by its place in `Retry`. */
  retries: Record<number, number>;
  token: string | null;
  /** What it waits for; null while it has still to be run, also after a crash. */
  waiting: Waiting | null;
}

/** What a state under way waits for. */
export type Waiting =
  | { kind: 'timer'; untilMs: number; then: 'finish' | 'retry' }
  | TaskWaiting
  | { kind: 'branches'; scopes: number[]; iterations?: { input: unknown; item: MapItem }[]; concurrency: number };

/** A task under way. */
export interface TaskWaiting {
  kind: 'task';
  parameters: unknown;
  /** Whether the resource has answered: a task with a token then waits on, and is not called again after a crash. */
  answered: boolean;
  timeoutAtMs: number | null;
  heartbeatSeconds: number | null;
  heartbeatAtMs: number | null;
}
