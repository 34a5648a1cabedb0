/**
 * What is counted and measured for operators, by the names that CloudWatch knows, each with what it says in words. Each is a thing that happens to
 * people; none of it says to whom.
 */
export const metrics = {
  ApplicationReceived: 'Applications received',
  EmailFailed: 'People whom an email did not reach',
  /** A paused account, a sender that is not verified, a right that is missing: SES refuses whatever we send. */
  MailSenderRefused: 'Emails refused because of us',
  /** One address or one message, for good. */
  MailRefused: 'Emails refused because of their address',
  /** SES is out of reach, or the account has sent all it may for now; it goes out later. */
  MailPutOff: 'Emails put off',
  WorkflowStopped: 'Cases that a fault has stopped',
  SignalSwept: 'Signals that the sweep has sent',
  JourneyReconciled: 'Journeys that stood still and were set going again',
  JourneyUnmended: 'Journeys that stand still until a person mends them',
  /** After each sweep, of what it could not send and what its time did not reach; 0 where nothing is owed. */
  OldestMoveMinutes: 'Age of the oldest signal owed to a case, in minutes',
  OldestNewsMinutes: 'Age of the oldest news owed to people or staff, in minutes',
  /** Of one that somebody wanted to open. */
  DocumentScanLate: 'Documents that were not scanned within an hour',
  /** From the access log, by a filter. */
  RequestsThrottled: 'Requests that a door turned away',
  TaskOverdue: 'Pieces of work overdue',
  TaskEscalated: 'Pieces of work that managers were told of',
  PromiseLate: 'People told of a day that has passed',
  /** By job: a run that came to its end. Its absence is what an alarm watches. */
  JobFinished: 'Jobs that came to their end',
} as const;
export type Metric = keyof typeof metrics;

/** Under which all of a stage's metrics lie, so that two stages in one account do not tell of each other. */
export const metricsNamespace = (stage: string): string => `Careway/${stage}`;

/** The one value of the dimension `service`, whichever function counts. */
export const metricsService = 'careway';
