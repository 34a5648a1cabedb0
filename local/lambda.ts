import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { type FunctionName, functions } from '../infra/service-map.ts';
import type { Deps } from '../services/deps.ts';
import type { LambdaAnswer } from './stepfunctions/types.ts';

/** A handler as every file in `functions/` exports it: itself over AWS, and `with(deps)` over anything else. */
type Handler = { with(deps: Deps): (event: unknown, context: Context) => Promise<unknown> };

/** The name in an ARN, or the name itself. */
export const functionNameOf = (arn: string): FunctionName => {
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  if (!Object.hasOwn(functions, name)) throw new Error(`The manifest has no function ${name}`);
  return name as FunctionName;
};

const contextOf = (name: FunctionName): Context => ({
  awsRequestId: randomUUID(),
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}`,
  memoryLimitInMB: String(functions[name].memoryMegabytes),
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => functions[name].timeoutSeconds * 1000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

/**
 * What crosses the border of a function is JSON, here as there: no class, `undefined` or date survives it. The same as writing and reading
 * JSON, without the text, of which a page would take the most time.
 */
export const acrossTheBorder = (value: unknown): unknown => asJson(value) ?? null;

/** @returns undefined for what JSON leaves out */
const asJson = (value: unknown): unknown => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'bigint') throw new TypeError('JSON has no BigInt');
  if (typeof value !== 'object') return undefined;
  if ('toJSON' in value && typeof value.toJSON === 'function') return asJson(value.toJSON());
  if (Array.isArray(value)) return Array.from(value, acrossTheBorder);
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const kept = asJson(member);
    if (kept !== undefined) members.push([name, kept]);
  }
  return Object.fromEntries(members);
};

/**
 * Runs the same handlers in this process over local deps. A handler is loaded when it is first called, as a cold start is.
 *
 * Unlike Lambda, a call is not ended at its timeout, and memory is not limited.
 */
export const createLambda = (deps: Deps, onCall: (name: FunctionName) => void = () => undefined) => {
  const loaded = new Map<FunctionName, ReturnType<Handler['with']>>();

  const load = async (name: FunctionName) => {
    const before = loaded.get(name);
    if (before) return before;
    const { handler }: { handler: Handler } = await import(`../${functions[name].entry}`);
    const run = handler.with(deps);
    loaded.set(name, run);
    return run;
  };

  const invoke = async (name: FunctionName, event: unknown): Promise<unknown> => {
    onCall(name);
    const run = await load(name);
    return acrossTheBorder(await run(acrossTheBorder(event), contextOf(name)));
  };

  return {
    /** @throws what the handler throws */
    invoke,
    /** The same, with an error as the Invoke API reports it. */
    async invokeByArn(arn: string, event: unknown): Promise<LambdaAnswer> {
      try {
        return { payload: await invoke(functionNameOf(arn), event) };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        return { functionError: { errorType: name, errorMessage: message } };
      }
    },
  };
};

export type Lambda = ReturnType<typeof createLambda>;
