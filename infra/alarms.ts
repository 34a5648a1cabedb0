import type { Metric } from '../schemas/metrics.ts';

/** An alarm on something that the platform itself counts or measures. */
export type Watched = {
  readonly metric: Metric;
  readonly statistic: 'Sum' | 'Maximum';
  /** What raises it, in one period of so many minutes. */
  readonly atLeast: number;
  readonly minutes: number;
  /** In how many of the last so many periods; in one, unless said otherwise. */
  readonly times?: number;
  readonly of?: number;
  /** What people suffer meanwhile, and what has happened. */
  readonly errorImpact: string;
  readonly cause: string;
  /** Its part of `docs/operations.md`. */
  readonly runbook: string;
};

/**
 * What is watched of what the platform counts, as plain data: CDK raises alarms by it, and the start page of the local platform goes by the same
 * numbers. What AWS counts by itself is watched where its resource is made.
 */
export const watched = {
  'owed-moves': {
    metric: 'OldestMoveMinutes',
    statistic: 'Maximum',
    atLeast: 30,
    minutes: 5,
    errorImpact: 'Work that people have finished does not move their case on.',
    cause:
      'Something has been owed to a state machine or a case for half an hour, and every sweep since has failed at it.',
    runbook: 'something-is-owed-for-too-long',
  },
  'owed-news': {
    metric: 'OldestNewsMinutes',
    statistic: 'Maximum',
    atLeast: 120,
    minutes: 5,
    errorImpact: 'People and staff are not told what has happened.',
    cause: 'An email has been owed for two hours, and every sweep since has failed at it.',
    runbook: 'something-is-owed-for-too-long',
  },
  'sender-refused': {
    metric: 'MailSenderRefused',
    statistic: 'Sum',
    atLeast: 1,
    minutes: 5,
    times: 2,
    of: 6,
    errorImpact: 'No email goes out, to people or to staff.',
    cause: 'SES refuses whatever we send: the account is paused, the sender is not verified, or a right is missing.',
    runbook: 'ses-refuses-us',
  },
  'people-not-reached': {
    metric: 'EmailFailed',
    statistic: 'Sum',
    atLeast: 10,
    minutes: 60,
    errorImpact: 'Many people are not reached by email, and staff have to ring them or write.',
    cause: 'Ten emails or more have failed for good within an hour; each has become a task.',
    runbook: 'many-emails-fail',
  },
  'not-mended': {
    metric: 'JourneyUnmended',
    statistic: 'Sum',
    atLeast: 1,
    minutes: 60,
    errorImpact: 'A person’s case or review stands still, and nothing moves it by itself.',
    cause: 'The nightly comparison with the executions has found one that it cannot set going; its log says which.',
    runbook: 'a-case-cannot-be-mended',
  },
  'scan-late': {
    metric: 'DocumentScanLate',
    statistic: 'Sum',
    atLeast: 1,
    minutes: 60,
    errorImpact: 'People and staff cannot open documents that were sent.',
    cause: 'A document is more than an hour old, and GuardDuty has not said that it is safe, or could not look at it.',
    runbook: 'documents-are-not-scanned',
  },
} as const satisfies Record<string, Watched>;
