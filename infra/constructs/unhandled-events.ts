import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accepted } from './accepted.ts';
import { ImpactAlarm } from './impact-alarm.ts';

export type UnhandledEventsProps = {
  /** What people suffer while an event lies here. */
  readonly errorImpact: string;
  readonly alarms: ITopic;
  /** Encrypts events that name people. @default SQS's own key: events of the clock name nobody */
  readonly key?: IKey | undefined;
};

/** A dead-letter queue and the alarm on its first message. Defaults: events kept 14 days, encrypted, TLS only. */
export class UnhandledEvents extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { errorImpact, alarms, key }: UnhandledEventsProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
    });
    accepted(this.queue, {
      'AwsSolutions-SQS3':
        'It is itself where events go that could not be handled; the rule sees only queues that give to queues.',
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
