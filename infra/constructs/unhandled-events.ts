import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ImpactAlarm } from './impact-alarm.ts';

export type UnhandledEventsProps = {
  /** What people suffer while an event lies here. */
  readonly errorImpact: string;
  readonly alarms: ITopic;
};

/** A dead-letter queue and the alarm on its first message. Defaults: events kept 14 days, encrypted, TLS only. */
export class UnhandledEvents extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { errorImpact, alarms }: UnhandledEventsProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    new ImpactAlarm(this, 'Waiting', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      errorImpact,
      cause: `An event was given up after retries; it waits in the queue ${this.queue.queueName}, to be sent again or deleted.`,
      runbook: 'an-event-was-given-up',
      topic: alarms,
    });
  }
}
