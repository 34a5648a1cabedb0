import { describe, expect, it } from 'vitest';
import { callOf, liveAll, type Trouble } from '../support/faulty-lives.ts';
import { start } from '../support/platform.ts';

/** `npm run test:faults` tries every name; the other runs some of each kind. */
const every = process.env['FAULTS'] === 'every';
const some = <T>(all: readonly T[], few: number): readonly T[] => (every ? all : all.slice(0, few));

const fromLambda = [
  'Lambda.ClientExecutionTimeoutException',
  'Runtime.ExitError',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Lambda.EC2ThrottledException',
  'Lambda.KMSThrottlingException',
  'Lambda.ResourceNotReadyException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'AwsTrouble',
  'UnknownVersion',
];
const fromTheTable = [
  'ThrottlingException',
  'TimeoutError',
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
  'ServiceUnavailable',
  'LimitExceededException',
  'KMSThrottlingException',
  'ECONNRESET',
  'ENOTFOUND',
];
const fromStepFunctions = [
  'ThrottlingException',
  'InternalServerException',
  'ExecutionLimitExceeded',
  'KmsThrottlingException',
];

const calls = (error: string, after: boolean): Trouble => ({
  set: (journeys, isDuring) => journeys.setFault((call) => (isDuring(callOf(call)) ? { error, after } : undefined)),
});
const table = (error: string, which: 'reads' | 'writes' | 'writes, whose answers are lost,'): Trouble => ({
  set: (journeys, isDuring) =>
    journeys.setTableFault((operation, call) => {
      const isWrite = !['GetItem', 'Query', 'BatchGetItem', 'Scan'].includes(operation);
      return isWrite === (which !== 'reads') && isDuring(callOf(call))
        ? { error, after: which === 'writes, whose answers are lost,' }
        : undefined;
    }),
});
/** Each piece of work begins six hours after the one before; a token is new with each try, so the hour is told by the clock. */
const isFirstHour = (now: string): boolean => ((Date.parse(now) - Date.parse(start)) / 3_600_000) % 6 < 1;
const signals = (error: string, after: boolean): Trouble => ({
  set: (journeys) => journeys.setSignalFault(() => (isFirstHour(journeys.now()) ? { error, after } : undefined)),
});
const mail: Trouble = {
  set: (journeys) => journeys.setMailFault(() => (isFirstHour(journeys.now()) ? 'unavailable' : undefined)),
};

const troubles: readonly (readonly [string, Trouble])[] = [
  ...some(fromLambda, 1).map((error) => [`${error} of each call, which never began,`, calls(error, false)] as const),
  ...some(fromLambda, 1).map((error) => [`${error} of each call, whose answer is lost,`, calls(error, true)] as const),
  ...some(fromTheTable, 1).map((error) => [`${error} of the table for reads`, table(error, 'reads')] as const),
  ...some(fromTheTable, 1).map((error) => [`${error} of the table for writes`, table(error, 'writes')] as const),
  ...some(fromTheTable.slice(1), 1).map(
    (error) =>
      [
        `${error} of the table for writes, whose answers are lost,`,
        table(error, 'writes, whose answers are lost,'),
      ] as const,
  ),
  ...some(fromStepFunctions, 1).map((error) => [`${error} of Step Functions`, signals(error, false)] as const),
  ...some(fromStepFunctions, 1).map(
    (error) => [`${error} of Step Functions, which took it,`, signals(error, true)] as const,
  ),
  ...(every ? [['SES that takes nothing', mail] as const] : []),
];

/** The lives without any trouble, once for all. */
const called = new Set<string>();
const undisturbed = liveAll(undefined, (name) => called.add(name));

describe('an hour of trouble at every step of every life', { timeout: 300_000 }, () => {
  it('meets all functions that a machine calls but those that tell of faults', async () => {
    await undisturbed;

    expect([...called].toSorted()).toEqual([
      'close-case',
      'open-task',
      'plan-review',
      'send-mail',
      'start-reassessment',
      'start-review-cycle',
      'take-up-case',
    ]);
  });

  it.each(troubles)('%s changes nothing: the same tasks, mails and history, each once', async (_, trouble) => {
    const { seen } = await liveAll(trouble);

    expect(seen).toEqual((await undisturbed).seen);
  });
});
