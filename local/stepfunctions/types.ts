import type { LocalClock, Store } from '../clock.ts';

/** What a Lambda function answered: its payload, or the error that it threw. */
export type LambdaAnswer = { payload: unknown } | { functionError: LambdaError };

/** The error of a Lambda function as the Invoke API reports it. */
export interface LambdaError {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/**
 * Calls a Lambda function by its name (an ARN is reduced to the name first).
 * The signal aborts when the answer is no longer wanted: the state timed out, or the execution was stopped.
 */
export type InvokeLambda = (
  functionName: string,
  payload: unknown,
  options: { signal: AbortSignal },
) => Promise<LambdaAnswer>;

/** What a Step Functions runner is made of. */
export interface StepFunctionsOptions {
  store: Store;
  clock: LocalClock;
  /** The machines by name. A definition is JSON text or the parsed object, with every placeholder bound. */
  machines: Record<string, { arn: string; definition: unknown; roleArn?: string }>;
  invokeLambda: InvokeLambda;
  /** Numbers from 0 up to 1 for jitter and `$random()`. @default Math.random */
  random?: () => number;
  /** @default crypto.randomUUID */
  uuid?: () => string;
  region: string;
  account: string;
  /** Told of an error that is the runner's own fault, such as a store that fails. @default console.error */
  onError?: (error: unknown) => void;
}

/** The status of an execution, in AWS's words. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One event of an execution's history, as GetExecutionHistory answers it; `timestamp` is in seconds since 1970. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  /** The details, under the one name that AWS gives to this type, such as `stateEnteredEventDetails`. */
  [details: `${string}EventDetails`]: Record<string, unknown>;
}

/** An execution as a viewer shows it. Instants are ISO 8601 in UTC. */
export interface ExecutionView {
  arn: string;
  name: string;
  machine: string;
  status: ExecutionStatus;
  /** The names of the states that it is in now: several while branches run side by side, none when it has ended. */
  currentStates: string[];
  startDate: string;
  stopDate?: string;
  input: unknown;
  output?: unknown;
  error?: string;
  cause?: string;
  history: HistoryEvent[];
}

/** A small, durable Step Functions. */
export interface StepFunctions {
  /**
   * Carries out one operation of the AWS API (`StartExecution`, `SendTaskSuccess`, ...).
   * Takes and answers the JSON bodies of the AWS JSON 1.0 protocol: dates are seconds since 1970.
   * @throws StepFunctionsError with AWS's error name, message and HTTP status
   */
  handle(operation: string, input: unknown): Promise<unknown>;
  /** Takes up every running execution where it was: timers wait again, an interrupted call is made again. */
  start(): Promise<void>;
  /** Lets go of timers and calls, and waits for the last write. The store stays open. */
  stop(): Promise<void>;
  /**
   * Executions for a viewer, the newest first.
   * @param filter.limit at most so many; default 100
   * @param filter.after the ARN of the last that was seen: those before it in time; one that there is not is passed over
   */
  executions(filter?: {
    machine?: string;
    status?: ExecutionStatus;
    limit?: number;
    after?: string;
  }): Promise<ExecutionView[]>;
  /** The newest execution of a name, for a viewer. */
  executionNamed(name: string): Promise<ExecutionView | undefined>;
}
