import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { metricsNamespace, metricsService } from '../../schemas/metrics.ts';
import { ImpactAlarm } from './impact-alarm.ts';

export type SignOfLifeProps = {
  /** The job's name in the manifest. */
  readonly job: string;
  readonly stage: string;
  /** What people suffer where it does not run. */
  readonly errorImpact: string;
  /** Minutes without its end after which it has not run. */
  readonly silentMinutes: number;
  readonly topic: ITopic;
};

/**
 * The dead man's switch of a job: an alarm that is raised by its silence, whatever kept it from its end: a schedule that is off, a function that
 * does not start, a fault, a run that was cut short.
 *
 * @see Amazon CloudWatch API Reference, PutMetricAlarm: periods of an hour may look back for seven days, shorter ones for one
 */
export class SignOfLife extends Construct {
  constructor(scope: Construct, id: string, { job, stage, errorImpact, silentMinutes, topic }: SignOfLifeProps) {
    super(scope, id);
    const periodMinutes = silentMinutes < 120 ? 5 : 60;
    new ImpactAlarm(this, 'Silent', {
      metric: new Metric({
        namespace: metricsNamespace(stage),
        metricName: 'JobFinished',
        dimensionsMap: { service: metricsService, job },
        statistic: 'Sum',
        period: Duration.minutes(periodMinutes),
      }),
      errorImpact,
      cause: `The job ${job} has not come to its end for ${silentMinutes} minutes.`,
      runbook: 'a-job-did-not-run',
      silentPeriods: Math.ceil(silentMinutes / periodMinutes),
      topic,
    });
  }
}
