import * as z from 'zod';
import type { createDefinitions, Machine } from './definitions.ts';
import type { Execution } from './execution.ts';
import { PAYLOAD_BYTES, StateFailure } from './failure.ts';
import type { createRunner } from './runner.ts';
import { StepFunctionsError } from './service-error.ts';
import { taskFailed, taskSucceeded } from './states/task.ts';
import type { ExecutionStore } from './store.ts';
import { executionOfToken } from './tokens.ts';

/** What the operations work on. */
export interface OperationDeps {
  machines: readonly Machine[];
  definitions: ReturnType<typeof createDefinitions>;
  runner: ReturnType<typeof createRunner>;
  store: ExecutionStore;
  uuid: () => string;
  /** When the machines were loaded, in seconds since 1970: shown as their creation date. */
  loadedAt: number;
}

type Operation = (deps: OperationDeps, input: unknown) => Promise<unknown>;

/** Parses the input of an operation. @throws StepFunctionsError ValidationException naming every wrong field */
function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (deps: OperationDeps, input: z.infer<Schema>) => Promise<unknown>,
): Operation {
  return async (deps, input) => {
    const parsed = schema.safeParse(input ?? {});
    if (parsed.success) return run(deps, parsed.data);
    const problems = parsed.error.issues.map(({ path, message }) => `Value at '${path.join('.')}': ${message}`);
    throw new StepFunctionsError(
      'ValidationException',
      `${problems.length} validation error detected: ${problems.join('; ')}`,
    );
  };
}

const arn = z.string().min(1).max(256);
const token = z.string().min(1).max(2048);
// Not allowed: whitespace, brackets, wildcards and the other characters that AWS lists for names.
const executionName = z
  .string()
  .max(80)
  .regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]+$/u);
const sized = (text: string) => Buffer.byteLength(text) <= PAYLOAD_BYTES;
const payload = z.string().refine(sized, `must have length less than or equal to ${PAYLOAD_BYTES}`);
const page = { maxResults: z.int().min(0).max(1000).optional(), nextToken: z.string().optional() };
const problem = { error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() };

/**
 * The operations of the AWS API by name. Dates are seconds since 1970, as in the AWS JSON 1.0 protocol.
 *
 * Longer than most files: one entry an operation, each short, over the same few lookups.
 *
 * @see AWS Step Functions API Reference
 */
export const OPERATIONS: Record<string, Operation> = {
  StartExecution: operation(
    z.object({
      stateMachineArn: arn,
      name: executionName.optional(),
      input: payload.default('{}'),
      traceHeader: z.string().optional(),
    }),
    async (deps, { stateMachineArn, name = deps.uuid(), input }) => {
      const machine = machineOf(deps, stateMachineArn);
      parseJson(input, 'InvalidExecutionInput');
      const [, , , region, account] = machine.arn.split(':');
      const executionArn = `arn:aws:states:${region}:${account}:execution:${machine.arn.split(':').at(-1)}:${name}`;
      const earlier = await deps.store.get(executionArn);
      if (earlier) {
        // "If the execution is closed or if the input is different, it returns a 400 ExecutionAlreadyExists error."
        if (earlier.status === 'RUNNING' && earlier.input === input) return started(earlier);
        throw new StepFunctionsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
      }
      const execution: Execution = {
        arn: executionArn,
        name,
        machine: machine.name,
        machineArn: machine.arn,
        roleArn: machine.roleArn,
        definition: machine.hash,
        status: 'RUNNING',
        input,
        startedAtMs: deps.runner.nowMs(),
        lastEvent: 0,
        lastNumber: 0,
        scopes: {},
      };
      await deps.definitions.save(machine);
      await deps.runner.begin(execution, machine.definition);
      return started(execution);
    },
  ),

  DescribeExecution: operation(z.object({ executionArn: arn }), async (deps, { executionArn }) => {
    const execution = await executionOf(deps, executionArn);
    const { input, output, error, cause, machineArn } = execution;
    return {
      ...summary(execution),
      stateMachineArn: machineArn,
      input,
      inputDetails: { included: true },
      ...(output !== undefined && { output, outputDetails: { included: true } }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
    };
  }),

  ListExecutions: operation(
    z.object({
      stateMachineArn: arn,
      statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']).optional(),
      ...page,
    }),
    async (deps, { stateMachineArn, statusFilter, maxResults, nextToken }) => {
      machineOf(deps, stateMachineArn);
      const executions: ReturnType<typeof summary>[] = [];
      let last = '';
      for await (const { position, execution } of deps.store.newestFirst(positionOf(nextToken))) {
        if (execution.machineArn !== stateMachineArn) continue;
        if (statusFilter && execution.status !== statusFilter) continue;
        if (executions.length === (maxResults || 100)) return { executions, nextToken: tokenOf(last) };
        executions.push(summary(execution));
        last = position;
      }
      return { executions };
    },
  ),

  GetExecutionHistory: operation(
    z.object({
      executionArn: arn,
      reverseOrder: z.boolean().default(false),
      includeExecutionData: z.boolean().optional(),
      ...page,
    }),
    async (deps, { executionArn, reverseOrder, maxResults, nextToken }) => {
      const { lastEvent } = await executionOf(deps, executionArn);
      const size = maxResults || 100;
      const first = Number(positionOf(nextToken) ?? (reverseOrder ? lastEvent : 1));
      if (!Number.isInteger(first)) throw new StepFunctionsError('InvalidToken', `Invalid Token: '${nextToken}'`);
      const [from, to] = reverseOrder
        ? [Math.max(1, first - size + 1), first]
        : [first, Math.min(lastEvent, first + size - 1)];
      const events = await deps.store.history(executionArn, from, to);
      const more = reverseOrder ? from > 1 : to < lastEvent;
      if (reverseOrder) events.reverse();
      return { events, ...(more && { nextToken: tokenOf(String(reverseOrder ? from - 1 : to + 1)) }) };
    },
  ),

  StopExecution: operation(
    z.object({ executionArn: arn, ...problem }),
    async (deps, { executionArn, error, cause }) => {
      await deps.runner.abort(executionArn, {
        ...(error !== undefined && { error }),
        ...(cause !== undefined && { cause }),
      });
      const { stoppedAtMs } = await executionOf(deps, executionArn);
      return { stopDate: (stoppedAtMs ?? deps.runner.nowMs()) / 1000 };
    },
  ),

  SendTaskSuccess: operation(z.object({ taskToken: token, output: payload }), async (deps, { taskToken, output }) => {
    const result = parseJson(output, 'InvalidOutput');
    const executionArn = await issuerOf(deps, taskToken);
    return taken(await deps.runner.resumeToken(executionArn, taskToken, (turn) => taskSucceeded(turn, result)));
  }),

  SendTaskFailure: operation(z.object({ taskToken: token, ...problem }), async (deps, { taskToken, error, cause }) => {
    const executionArn = await issuerOf(deps, taskToken);
    // Assumed: a task reported as failed without an error's name has failed with States.TaskFailed.
    const failure = new StateFailure(error ?? 'States.TaskFailed', cause);
    return taken(await deps.runner.resumeToken(executionArn, taskToken, (turn) => taskFailed(turn, failure)));
  }),

  SendTaskHeartbeat: operation(z.object({ taskToken: token }), async (deps, { taskToken }) =>
    taken(await deps.runner.heartbeat(await issuerOf(deps, taskToken), taskToken)),
  ),

  ListStateMachines: operation(z.object(page), async ({ machines, loadedAt }) => ({
    stateMachines: machines.map(({ arn: stateMachineArn, name }) => ({
      stateMachineArn,
      name,
      type: 'STANDARD',
      creationDate: loadedAt,
    })),
  })),

  DescribeStateMachine: operation(z.object({ stateMachineArn: arn }), async (deps, { stateMachineArn }) => {
    const { name, roleArn, text } = machineOf(deps, stateMachineArn);
    return {
      stateMachineArn,
      name,
      status: 'ACTIVE',
      definition: text,
      roleArn,
      type: 'STANDARD',
      creationDate: deps.loadedAt,
    };
  }),
};

function machineOf({ machines }: OperationDeps, stateMachineArn: string): Machine {
  if (!stateMachineArn.startsWith('arn:'))
    throw new StepFunctionsError('InvalidArn', `Invalid Arn: '${stateMachineArn}'`);
  const machine = machines.find((one) => one.arn === stateMachineArn);
  if (machine) return machine;
  throw new StepFunctionsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
}

async function executionOf({ store }: OperationDeps, executionArn: string): Promise<Execution> {
  if (!executionArn.startsWith('arn:')) throw new StepFunctionsError('InvalidArn', `Invalid Arn: '${executionArn}'`);
  const execution = await store.get(executionArn);
  if (execution) return execution;
  throw new StepFunctionsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
}

/** The execution that a token was made for. */
async function issuerOf({ store }: OperationDeps, taskToken: string): Promise<string> {
  const executionArn = executionOfToken(taskToken);
  if (executionArn !== null && (await store.get(executionArn))) return executionArn;
  throw new StepFunctionsError('InvalidToken', "Invalid Token: 'Invalid token'");
}

/** "The task token has either expired or the task associated with the token has already been closed." */
function taken(wasWaiting: boolean): Record<string, never> {
  if (wasWaiting) return {};
  throw new StepFunctionsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
}

function parseJson(text: string, errorType: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StepFunctionsError(errorType, `Invalid JSON: ${error instanceof Error ? error.message : error}`);
  }
}

const started = ({ arn: executionArn, startedAtMs }: Execution) => ({ executionArn, startDate: startedAtMs / 1000 });

const summary = ({ arn: executionArn, name, status, machineArn, startedAtMs, stoppedAtMs }: Execution) => ({
  executionArn,
  stateMachineArn: machineArn,
  name,
  status,
  startDate: startedAtMs / 1000,
  ...(stoppedAtMs !== undefined && { stopDate: stoppedAtMs / 1000 }),
});

const tokenOf = (position: string) => Buffer.from(position).toString('base64url');
const positionOf = (nextToken: string | undefined) => nextToken && Buffer.from(nextToken, 'base64url').toString();
