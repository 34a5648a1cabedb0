import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { LocalClock, Timer } from '../clock.ts';
import type { MachineDefinition } from './definition.ts';
import type { createDefinitions } from './definitions.ts';
import type { Execution, Run, Scope, TaskWaiting } from './execution.ts';
import { StateFailure } from './failure.ts';
import { HISTORY_EVENTS, HistoryFull, nextEvent } from './history.ts';
import { jsonataFunctions } from './jsonata-functions.ts';
import { finish, type Next, proceed } from './proceed.ts';
import { failureOf, type ResourceDeps, resourceOf } from './resources.ts';
import { enterState } from './scopes.ts';
import { enterChoice } from './states/choice.ts';
import { enterFail } from './states/fail.ts';
import { enterMap } from './states/map.ts';
import { enterParallel } from './states/parallel.ts';
import { enterPass } from './states/pass.ts';
import { enterSucceed } from './states/succeed.ts';
import { enterTask, taskAnswered, taskFailed, taskTimedOut } from './states/task.ts';
import { enterWait } from './states/wait.ts';
import type { ExecutionStore } from './store.ts';
import { type Outcome, type Turn, type TurnSources, turnOf } from './turn.ts';

/** "Maximum execution time: 1 year." Assumed: 365 days. */
const LONGEST_EXECUTION_MS = 365 * 24 * 60 * 60 * 1000;

/** What the runner is made of. */
export interface RunnerDeps {
  store: ExecutionStore;
  definitions: Pick<ReturnType<typeof createDefinitions>, 'of'>;
  clock: LocalClock;
  resources: ResourceDeps;
  random: () => number;
  uuid: () => string;
  region: string;
  onError: (error: unknown) => void;
}

/** An execution in memory. Everything that changes it is queued, so that one thing happens to it at a time. */
interface Live extends TurnSources {
  definition: MachineDefinition;
  queue: Promise<unknown>;
  timers: Map<number, Timer[]>;
  calls: Map<number, AbortController>;
  end: Timer | null;
}

/**
 * Runs executions: takes their states one after another, writes every step before its effect, and waits for
 * timers, Lambda answers and tokens. A step that was written is taken up again by `resume` after a crash.
 *
 * Longer than most files, because starting, waiting and taking up again must show side by side that they agree.
 */
export function createRunner(deps: RunnerDeps) {
  const { store, clock, onError } = deps;
  const live = new Map<string, Live>();
  let stopped = false;
  const nowMs = () => clock.now().epochMilliseconds;
  const functions = jsonataFunctions({ nowMs, random: deps.random, uuid: deps.uuid });

  function bringToLife(execution: Execution, definition: MachineDefinition): Live {
    const one: Live = {
      definition,
      execution,
      events: [],
      nowMs,
      random: deps.random,
      uuid: deps.uuid,
      region: deps.region,
      functions,
      queue: Promise.resolve(),
      timers: new Map(),
      calls: new Map(),
      end: null,
      letGo(attempt) {
        for (const timer of one.timers.get(attempt) ?? []) timer.cancel();
        one.timers.delete(attempt);
        one.calls.get(attempt)?.abort();
        one.calls.delete(attempt);
      },
    };
    live.set(execution.arn, one);
    const longestMs = Math.min(LONGEST_EXECUTION_MS, (definition.TimeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000);
    one.end = clock.at(instant(execution.startedAtMs + longestMs), () =>
      end(one, 'TIMED_OUT', { error: 'States.Timeout' }),
    );
    return one;
  }

  /** Does something to an execution when its turn comes, unless it has ended; settles when it is written. */
  function enqueue<T>(one: Live, job: () => Promise<T>): Promise<T | undefined> {
    const result = one.queue.then(async () => {
      if (stopped || one.execution.status !== 'RUNNING') return undefined;
      try {
        return await job();
      } catch (error) {
        if (!(error instanceof HistoryFull)) throw error;
        const cause = `The execution reached the maximum number of history events (${HISTORY_EVENTS}).`;
        finish(one, 'FAILED', { error: 'States.Runtime', cause }, null);
        await commit(one);
        return undefined;
      }
    });
    one.queue = result.catch(() => undefined);
    return clock.track(result);
  }

  async function commit(one: Live): Promise<void> {
    await store.commit(one.execution, one.events.splice(0));
    if (one.execution.status === 'RUNNING') return;
    one.end?.cancel();
    live.delete(one.execution.arn);
  }

  function end(one: Live, status: 'TIMED_OUT' | 'ABORTED', result: { error?: string; cause?: string }): Promise<void> {
    const job = async () => {
      finish(one, status, result, null);
      await commit(one);
    };
    return enqueue(one, job);
  }

  /** The loop: from state to state, each step written before the next, until the scope waits or has ended. */
  async function drive(one: Live, scope: Scope, outcome?: Outcome): Promise<void> {
    let next: Next = { scope, ...(outcome && { outcome }) };
    while (next?.scope.run) {
      const here: Scope = next.scope;
      const turn = turnOf(one, here, next.scope.run);
      next = await proceed(one, turn, next.outcome ?? (await enter(turn)));
      await commit(one);
      if (!next) arm(one, here);
    }
  }

  /** Lets a state wait: sets its timers, makes its call, starts its branches. Also what a restart does. */
  function arm(one: Live, scope: Scope): void {
    const { run } = scope;
    const waiting = run?.waiting;
    if (!run || stopped || one.execution.status !== 'RUNNING') return;
    if (!waiting) {
      // By its turn it may have been driven already, or given up.
      const job = async () => (scope.run === run && !run.waiting ? drive(one, scope) : undefined);
      enqueue(one, job).catch(onError);
    } else if (waiting.kind === 'branches') {
      for (const id of waiting.scopes) {
        const inner = one.execution.scopes[id];
        if (inner) arm(one, inner);
      }
    } else if (waiting.kind === 'timer') {
      wake(one, scope, run, waiting.untilMs, ({ run: now }) => {
        now.waiting = null;
        return waiting.then === 'finish' ? { kind: 'done', result: now.input } : undefined;
      });
    } else {
      armTask(one, scope, run, waiting);
    }
  }

  function armTask(one: Live, scope: Scope, run: Run, waiting: TaskWaiting): void {
    for (const timer of one.timers.get(run.attempt) ?? []) timer.cancel();
    one.timers.delete(run.attempt);
    const { timeoutAtMs, heartbeatAtMs } = waiting;
    if (timeoutAtMs !== null) wake(one, scope, run, timeoutAtMs, (turn) => taskTimedOut(turn, 'timeout'));
    if (heartbeatAtMs !== null) wake(one, scope, run, heartbeatAtMs, (turn) => taskTimedOut(turn, 'heartbeat'));
    if (!waiting.answered && !one.calls.has(run.attempt)) call(one, scope, run, waiting);
  }

  function wake(one: Live, scope: Scope, run: Run, atMs: number, come: Come): void {
    const { attempt } = run;
    const timer = clock.at(instant(atMs), async () => {
      await resume(one, scope.id, attempt, come);
    });
    one.timers.set(attempt, [...(one.timers.get(attempt) ?? []), timer]);
  }

  /** Calls a task's resource. Its answer finds the task by the number of the attempt, or finds nobody. */
  function call(one: Live, scope: Scope, run: Run, waiting: TaskWaiting): void {
    const state = turnOf(one, scope, run).state;
    const resource = resourceOf(state.Type === 'Task' ? state.Resource : '');
    const controller = new AbortController();
    one.calls.set(run.attempt, controller);
    const { attempt } = run;
    const letGo = new Promise<'let go'>((resolve) => {
      controller.signal.addEventListener('abort', () => resolve('let go'), { once: true });
    });
    // Checked when it was evaluated: parameters are an object.
    const parameters = waiting.parameters as Record<string, unknown>;
    const work = (async () => resource.call(parameters, deps.resources, controller.signal))();
    const answered = work.then(
      (answer): Come =>
        (turn, now) =>
          taskAnswered(turn, now, answer),
      (error): Come =>
        (turn) =>
          taskFailed(turn, failureOf(error, resource)),
    );
    const carryOn = Promise.race([answered, letGo]).then((come) =>
      come === 'let go' ? false : resume(one, scope.id, attempt, come),
    );
    clock.track(carryOn).catch(onError);
  }

  /** Carries a waiting state on. Answers whether it was still waiting. */
  async function resume(one: Live, scopeId: number, attempt: number, come: Come): Promise<boolean> {
    const job = async () => {
      const scope = one.execution.scopes[scopeId];
      const run = scope?.run;
      if (!scope || run?.attempt !== attempt) return false;
      const waiting = run.waiting?.kind === 'task' ? run.waiting : NO_TASK;
      const outcome = come(turnOf(one, scope, run), waiting);
      if (outcome?.kind === 'waits') one.calls.delete(attempt);
      else one.letGo(attempt);
      await drive(one, scope, outcome);
      return true;
    };
    return (await enqueue(one, job)) ?? false;
  }

  return {
    nowMs,

    /** Writes a new execution and sets it going. */
    async begin(execution: Execution, definition: MachineDefinition): Promise<void> {
      const one = bringToLife(execution, definition);
      const scope: Scope = { id: 0, parent: null, index: 0, variables: {}, lastEvent: 0, run: null };
      execution.scopes[0] = scope;
      const { input, roleArn } = execution;
      const details = { input, inputDetails: { truncated: false }, roleArn };
      one.events.push(nextEvent(execution, null, nowMs(), 'ExecutionStarted', details));
      enterState({ ...one, nowMs: nowMs() }, scope, definition, definition.StartAt, JSON.parse(input));
      await enqueue(one, async () => {
        await commit(one);
        arm(one, scope);
      });
    },

    /** Ends an execution from outside. Answers whether it was running. */
    async abort(arn: string, result: { error?: string; cause?: string }): Promise<boolean> {
      const one = live.get(arn);
      if (!one) return false;
      await end(one, 'ABORTED', result);
      return true;
    },

    /** Carries on the task that waits for a token. Answers whether one did. */
    async resumeToken(arn: string, token: string, come: Come): Promise<boolean> {
      const one = live.get(arn);
      const found = one && taskOf(one, token);
      return one && found ? resume(one, found.scope.id, found.run.attempt, come) : false;
    },

    /** Puts off the heartbeat timeout of the task that waits for a token. Answers whether one did. */
    async heartbeat(arn: string, token: string): Promise<boolean> {
      const one = live.get(arn);
      if (!one) return false;
      const beat = async () => {
        const found = taskOf(one, token);
        if (!found) return false;
        const { scope, run, waiting } = found;
        if (waiting.heartbeatSeconds !== null) waiting.heartbeatAtMs = nowMs() + waiting.heartbeatSeconds * 1000;
        await commit(one);
        armTask(one, scope, run, waiting);
        return true;
      };
      return (await enqueue(one, beat)) ?? false;
    },

    /** Takes up every execution that had not ended, each with the definition that it was started with. */
    async resumeAll(): Promise<void> {
      stopped = false;
      // All are alive before the first goes on: what it does may answer another's token.
      const taken: Live[] = [];
      for await (const execution of store.running()) {
        if (live.has(execution.arn)) continue;
        taken.push(bringToLife(execution, await deps.definitions.of(execution)));
      }
      for (const one of taken) {
        const root = one.execution.scopes[0];
        if (root) arm(one, root);
      }
    },

    async stop(): Promise<void> {
      stopped = true;
      for (const one of live.values()) {
        one.end?.cancel();
        for (const attempt of [...one.timers.keys(), ...one.calls.keys()]) one.letGo(attempt);
      }
      await Promise.all([...live.values()].map((one) => one.queue));
      live.clear();
    },
  };
}

/** Turns what came from outside into what the state came to; nothing when the state is to be run again. */
type Come = (turn: Turn, waiting: TaskWaiting) => Outcome | undefined;

// For states that are no tasks: their way of coming on does not look at it.
const NO_TASK: TaskWaiting = {
  kind: 'task',
  parameters: {},
  answered: true,
  timeoutAtMs: null,
  heartbeatSeconds: null,
  heartbeatAtMs: null,
};

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

/** SHA-256 of the text of a definition, in hex. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function enter(turn: Turn): Promise<Outcome> {
  try {
    return await enterStateOfType(turn);
  } catch (error) {
    if (error instanceof StateFailure) return { kind: 'failed', failure: error };
    throw error;
  }
}

function enterStateOfType(turn: Turn): Promise<Outcome> {
  const { state, run } = turn;
  switch (state.Type) {
    case 'Pass':
      return enterPass(run.input);
    case 'Succeed':
      return enterSucceed(run.input);
    case 'Fail':
      return enterFail(turn, state);
    case 'Choice':
      return enterChoice(turn, state);
    case 'Wait':
      return enterWait(turn, state);
    case 'Task':
      return enterTask(turn, state);
    case 'Parallel':
      return enterParallel(turn, state);
    case 'Map':
      return enterMap(turn, state);
  }
}

function taskOf(one: Live, token: string) {
  for (const scope of Object.values(one.execution.scopes)) {
    const { run } = scope;
    if (run?.token === token && run.waiting?.kind === 'task') return { scope, run, waiting: run.waiting };
  }
  return null;
}
