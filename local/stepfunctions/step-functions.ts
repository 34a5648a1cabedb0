import { randomUUID } from 'node:crypto';
import { createDefinitions, type Machine } from './definitions.ts';
import type { Execution } from './execution.ts';
import { OPERATIONS, type OperationDeps } from './operations.ts';
import { createRunner, hashOf } from './runner.ts';
import { StepFunctionsError } from './service-error.ts';
import { createExecutionStore, positionOf } from './store.ts';
import type { ExecutionView, StepFunctions, StepFunctionsOptions } from './types.ts';
import { validateDefinition } from './validate.ts';

/**
 * Makes a durable runner of state machines in JSONata. Call `start` before the first operation: it takes up what an
 * earlier process left running.
 *
 * A Lambda call that was under way when the process died is made again, so a handler may be called twice with the
 * same payload and token: at least once, as Lambda itself may retry.
 *
 * @throws InvalidDefinition if a machine cannot be run
 */
export function createStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const { clock, region, account, invokeLambda } = options;
  const uuid = options.uuid ?? randomUUID;
  const store = createExecutionStore(options.store);
  const machines = Object.entries(options.machines).map(([name, { arn, definition, roleArn }]): Machine => {
    const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
    return {
      name,
      arn,
      roleArn: roleArn ?? `arn:aws:iam::${account}:role/${name}`,
      definition: validateDefinition(name, text),
      text,
      hash: hashOf(text),
    };
  });

  const definitions = createDefinitions(store, machines);
  const runner = createRunner({
    store,
    definitions,
    clock,
    resources: { invokeLambda, startExecution: (input) => startExecution(input) },
    random: options.random ?? Math.random,
    uuid,
    region,
    onError: options.onError ?? console.error,
  });
  const deps: OperationDeps = { machines, definitions, runner, store, uuid, loadedAt: runner.nowMs() / 1000 };

  // One start after another, so that two with the same name cannot both find it free.
  let starts: Promise<unknown> = Promise.resolve();
  async function startExecution(input: unknown) {
    const result = starts.then(() => OPERATIONS.StartExecution?.(deps, input));
    starts = result.catch(() => undefined);
    // StartExecution answers this shape: see operations.ts.
    return (await result) as { executionArn: string; startDate: number };
  }

  async function viewOf(execution: Execution): Promise<ExecutionView> {
    const { arn, name, machine, status, input, output, error, cause, startedAtMs, stoppedAtMs, scopes } = execution;
    const states = Object.values(scopes).flatMap(({ run }) => (run ? [run] : []));
    return {
      arn,
      name,
      machine,
      status,
      // The states that hold branches are shown by what runs inside them.
      currentStates: states.filter(({ waiting }) => waiting?.kind !== 'branches').map(({ state }) => state),
      startDate: new Date(startedAtMs).toISOString(),
      ...(stoppedAtMs !== undefined && { stopDate: new Date(stoppedAtMs).toISOString() }),
      input: JSON.parse(input),
      ...(output !== undefined && { output: JSON.parse(output) }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      history: await store.history(arn, 1, execution.lastEvent),
    };
  }

  return {
    async handle(operation, input) {
      if (operation === 'StartExecution') return clock.track(startExecution(input));
      const run = OPERATIONS[operation];
      if (run) return clock.track(run(deps, input));
      throw new StepFunctionsError('UnknownOperationException', `${operation} is not run here.`);
    },
    start: () => runner.resumeAll(),
    stop: () => runner.stop(),
    async executions({ machine, status, limit = 100, after } = {}) {
      const found: ExecutionView[] = [];
      const last = after === undefined ? undefined : await store.get(after);
      for await (const { execution } of store.newestFirst(last && positionOf(last))) {
        if (found.length === limit) break;
        if (machine !== undefined && execution.machine !== machine) continue;
        if (status !== undefined && execution.status !== status) continue;
        found.push(await viewOf(execution));
      }
      return found;
    },
    async executionNamed(name) {
      for await (const { execution } of store.newestFirst()) if (execution.name === name) return viewOf(execution);
      return undefined;
    },
  };
}
