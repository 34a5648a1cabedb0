import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';

/** What the SDK's own list lacks of what DynamoDB and KMS answer to a request that may succeed later. @see Amazon DynamoDB Developer Guide, "Error handling with DynamoDB" */
const more: readonly string[] = ['TransactionConflictException', 'KMSThrottlingException', 'KmsThrottlingException'];

/** Reasons for which DynamoDB cancels a transaction that may succeed later. @see DynamoDB API, TransactWriteItems */
const passing: readonly string[] = [
  'None',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'InternalServerError',
];

const wasCancelledForNow = (error: Error): boolean =>
  error.name === 'TransactionCanceledException' &&
  'CancellationReasons' in error &&
  Array.isArray(error.CancellationReasons) &&
  error.CancellationReasons.every(({ Code = 'None' }) => passing.includes(Code));

/**
 * Whether an error says that AWS is in trouble, or the way there, so that the same call may succeed later: throttled, a fault of the
 * service, a time limit, a lost connection.
 */
export const isAwsTrouble = (error: unknown): error is Error => {
  if (!(error instanceof Error)) return false;
  // The SDK reads a cause as an error if there is one; anything may be thrown.
  const thrown = error as Parameters<typeof isTransientError>[0];
  return (
    isThrottlingError(thrown) ||
    isTransientError(thrown) ||
    isServerError(thrown) ||
    more.includes(error.name) ||
    wasCancelledForNow(error)
  );
};
