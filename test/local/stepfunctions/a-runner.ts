import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { createLocalClock, type Store } from '../../../local/clock.ts';
import { createStepFunctions } from '../../../local/stepfunctions/step-functions.ts';
import type { HistoryEvent, InvokeLambda, LambdaAnswer } from '../../../local/stepfunctions/types.ts';

/** Where every test's clock begins. */
export const START = '2026-11-02T09:00:00.000Z';

export const arnOf = (machine: string) => `arn:aws:states:eu-west-2:000000000000:stateMachine:${machine}`;

/** A Lambda call that a test answers when it likes. */
export interface Call {
  name: string;
  payload: Record<string, unknown>;
  signal: AbortSignal;
}

/** A runner on a frozen clock and a store in memory, with Lambda functions given as plain functions. */
export async function aRunner(options: {
  machines: Record<string, unknown>;
  lambdas?: Record<string, (call: Call) => unknown>;
  store?: Store;
  random?: () => number;
  mode?: 'frozen' | 'ticking';
}) {
  const { machines, lambdas = {} } = options;
  const store: Store = options.store ?? new MemoryLevel();
  const clock = await createLocalClock({
    store: store.sublevel('clock'),
    mode: options.mode ?? 'frozen',
    start: Temporal.Instant.from(START),
  });
  const calls: Call[] = [];
  const errors: unknown[] = [];
  const invokeLambda: InvokeLambda = async (name, payload, { signal }) => {
    const call = { name, payload: payload as Record<string, unknown>, signal };
    calls.push(call);
    const answer = await lambdas[name]?.(call);
    const isError = typeof answer === 'object' && answer !== null && 'functionError' in answer;
    return isError ? (answer as LambdaAnswer) : { payload: answer ?? null };
  };
  let uuids = 0;
  const functions = createStepFunctions({
    store: store.sublevel('stepfunctions'),
    clock,
    machines: Object.fromEntries(
      Object.entries(machines).map(([name, definition]) => [name, { arn: arnOf(name), definition }]),
    ),
    invokeLambda,
    random: options.random ?? (() => 0.5),
    uuid: () => `00000000-0000-4000-8000-${String(++uuids + Math.floor(Math.random() * 1e6) * 1000).padStart(12, '0')}`,
    region: 'eu-west-2',
    account: '000000000000',
    onError: (error) => errors.push(error),
  });
  await functions.start();

  const describe = async (executionArn: string) =>
    (await functions.handle('DescribeExecution', { executionArn })) as Record<string, unknown>;

  return {
    store,
    clock,
    functions,
    calls,
    errors,
    call: (operation: string, input: unknown) => functions.handle(operation, input) as Promise<Record<string, unknown>>,
    /** Starts an execution, waits until it rests, and answers its ARN. */
    async begin(machine: string, input: unknown = {}, name?: string): Promise<string> {
      const answer = (await functions.handle('StartExecution', {
        stateMachineArn: arnOf(machine),
        input: JSON.stringify(input),
        ...(name && { name }),
      })) as { executionArn: string };
      await clock.settle();
      return answer.executionArn;
    },
    describe,
    /** What the execution has come to: its status, parsed output, error and cause. */
    async ending(executionArn: string) {
      const { status, output, error, cause } = await describe(executionArn);
      return {
        status,
        ...(output !== undefined && { output: JSON.parse(String(output)) as unknown }),
        ...(error !== undefined && { error }),
        ...(cause !== undefined && { cause }),
      };
    },
    async history(executionArn: string): Promise<HistoryEvent[]> {
      const answer = await functions.handle('GetExecutionHistory', { executionArn, maxResults: 1000 });
      return (answer as { events: HistoryEvent[] }).events;
    },
    async stop() {
      await functions.stop();
      clock.close();
    },
  };
}

/** A machine of JSONata around these states, beginning at the first. */
export const aMachine = (States: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...more,
});

/** A task that calls a Lambda function with the state's input. */
export const aTask = (functionName: string, more: Record<string, unknown> = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionName, Payload: '{% $states.input %}' },
  ...more,
});

/** A task that hands its token to a Lambda function and waits for somebody. */
export const aHumanTask = (more: Record<string, unknown> = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
});

/** The answer of a Lambda function that threw. */
export const anError = (errorType: string, errorMessage = 'no') => ({ functionError: { errorType, errorMessage } });
