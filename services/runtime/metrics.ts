import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What is counted for operators, each a thing that happens to people; none of it says to whom. */
type Counted =
  | 'ApplicationReceived'
  | 'EmailFailed'
  /** SES refuses whatever we send: a paused account, a sender that is not verified, a right that is missing. */
  | 'MailSenderRefused'
  /** SES refuses one address or one message for good. */
  | 'MailRefused'
  /** SES is out of reach, or the account has sent all it may for now; it goes out later. */
  | 'MailPutOff'
  | 'WorkflowStopped'
  | 'SignalSwept'
  | 'TaskOverdue'
  | 'TaskEscalated'
  | 'PromiseLate';

let metrics: Metrics | undefined;

/** Counts something, as CloudWatch's embedded metric format writes it to the log. */
export const count = (what: Counted, howMany = 1): void => {
  metrics ??= new Metrics({ namespace: 'Careway', serviceName: 'careway' });
  if (howMany > 0) metrics.singleMetric().addMetric(what, MetricUnit.Count, howMany);
};
