import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import * as z from 'zod';
import { storedVersions } from '../schemas/versions.ts';
import { depsOnAws } from './compose.ts';
import type { Deps } from './deps.ts';
import { isAwsTrouble } from './runtime/aws-trouble.ts';
import { CarewayError } from './runtime/errors.ts';
import { logger } from './runtime/logger.ts';
import { countFinished } from './runtime/metrics.ts';
import type { Run } from './runtime/run-time.ts';
import { readable, schemaVersion, upgraded } from './store/versions.ts';

/** What a function is called with. An execution repeats with every call in which version its input was written; a schedule has none. */
const dataOf = (event: unknown): unknown => {
  if (typeof event !== 'object' || event === null || !(schemaVersion in event)) return event;
  const { [schemaVersion]: version, ...data } = event;
  return upgraded('execution-input', version, data, storedVersions['execution-input']);
};

/** The same answer; trouble of AWS goes on under its one name. The message has AWS's name alone, since its text may quote what was written. */
const named = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (!isAwsTrouble(error)) throw error;
    throw new CarewayError('AwsTrouble', 'code' in error ? `${error.name} ${error.code}` : error.name, {
      cause: error,
    });
  }
};

/**
 * A function that a state machine or a schedule calls: parses what goes in, and what comes out, and puts the case's
 * reference into every log line. Errors pass through by name, so that `Retry` and `Catch` decide; what is trouble of AWS, whatever its
 * name there, is `AwsTrouble`, so that machines need one name for it.
 *
 * `with(deps)` is the same handler over other deps; so the local platform runs what AWS runs.
 */
export const taskHandler = <In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
  create: (deps: Deps) => (event: z.output<In>, run: Run) => Promise<z.input<Out>>,
) => {
  const over = (deps: () => Deps) => {
    let run: ReturnType<typeof create> | undefined;
    return middy<unknown, z.output<Out>>()
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .handler(async (event: unknown, context) => {
        const parsed = readable(input, dataOf(event));
        if (typeof parsed === 'object' && parsed !== null && 'reference' in parsed) {
          logger.appendKeys({ reference: parsed.reference });
        }
        run ??= create(deps());
        return output.parse(await named(run(parsed, { remainingMs: () => context.getRemainingTimeInMillis() })));
      });
  };
  return Object.assign(over(depsOnAws), { with: (deps: Deps) => over(() => deps) });
};

/**
 * A job that runs by the clock. Where a run comes to its end it says so, and an alarm is raised where that is not said in time: a run that failed,
 * was never made, or left work for the next (`done: false`) says nothing.
 *
 * @param job its name in the manifest
 * @param input what an operator may tell it; the clock tells nothing
 */
export const jobHandler = <Out extends z.ZodType<object, object>, In extends z.ZodType = z.ZodUnknown>(
  job: string,
  output: Out,
  create: (deps: Deps) => (event: z.output<In>, run: Run) => Promise<z.input<Out>>,
  input?: In,
) => {
  const handler = taskHandler(input ?? z.unknown(), output, (deps) => {
    const work = create(deps);
    return async (event, run) => {
      // Without a schema of its own the job takes no notice of what it is called with.
      const result = await work(event as z.output<In>, run);
      if (!('done' in result) || result.done) countFinished(job);
      return result;
    };
  });
  return Object.assign(handler, { job });
};
