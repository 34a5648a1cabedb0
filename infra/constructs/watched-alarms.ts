import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { metricsNamespace, metricsService } from '../../schemas/metrics.ts';
import { type Watched, watched } from '../alarms.ts';
import { table } from '../service-map.ts';
import { ImpactAlarm } from './impact-alarm.ts';

export type WatchedAlarmsProps = {
  readonly stage: string;
  /** The name of the table that is read and written. */
  readonly tableName: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly topic: ITopic;
};

/** SES's words for the limits at which it looks at an account; it pauses one at twice as much. @see Amazon SES Developer Guide, reputation metrics */
const reviewed = { bounces: 0.05, complaints: 0.001 };

/**
 * The alarms that belong to no resource of the stack alone: what the platform counts by the manifest, and what AWS counts of the account, the table
 * and the user pool.
 */
export class WatchedAlarms extends Construct {
  constructor(scope: Construct, id: string, props: WatchedAlarmsProps) {
    super(scope, id);
    const { stage, tableName, userPoolId, userPoolClientId, topic } = props;
    for (const [name, { metric, statistic, minutes, ...one }] of Object.entries<Watched>(watched)) {
      new ImpactAlarm(this, name, {
        metric: new Metric({
          namespace: metricsNamespace(stage),
          metricName: metric,
          dimensionsMap: { service: metricsService },
          statistic,
          period: Duration.minutes(minutes),
        }),
        topic,
        ...one,
      });
    }

    new ImpactAlarm(this, 'functions-throttled', {
      metric: LambdaFunction.metricAllThrottles(),
      times: 3,
      errorImpact: 'Pages and work are refused or come late.',
      cause: 'Functions are not started, because the account runs as many at once as it may.',
      runbook: 'aws-holds-us-back',
      topic,
    });
    const of = (metricName: string, dimensionsMap: Record<string, string>) =>
      new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: 'Sum' });
    const throttled = {
      reads: of('ReadThrottleEvents', { TableName: tableName }),
      writes: of('WriteThrottleEvents', { TableName: tableName }),
      ...Object.fromEntries(
        Object.keys(table.indexes).map((index) => [
          `index_${index}`,
          of('WriteThrottleEvents', { TableName: tableName, GlobalSecondaryIndexName: index }),
        ]),
      ),
    };
    new ImpactAlarm(this, 'table-throttled', {
      metric: new MathExpression({
        // What has not been throttled has no data, and a sum with it would have none.
        expression: Object.keys(throttled)
          .map((each) => `FILL(${each}, 0)`)
          .join(' + '),
        usingMetrics: throttled,
      }),
      atLeast: 10,
      times: 3,
      errorImpact: 'Pages and work are refused or come late.',
      cause: `The table ${tableName} or an index of it takes no more for now.`,
      runbook: 'aws-holds-us-back',
      topic,
    });
    new ImpactAlarm(this, 'sign-in-throttled', {
      metric: new Metric({
        namespace: 'AWS/Cognito',
        metricName: 'SignInThrottles',
        dimensionsMap: { UserPool: userPoolId, UserPoolClient: userPoolClientId },
        statistic: 'Sum',
      }),
      times: 2,
      of: 3,
      errorImpact: 'Staff cannot sign in.',
      cause: 'Cognito turns their sign-ins away, because there are more than it lets through.',
      runbook: 'aws-holds-us-back',
      topic,
    });
    for (const [kind, metricName] of Object.entries({ bounces: 'BounceRate', complaints: 'ComplaintRate' } as const)) {
      // Both are of the account, as SES judges it.
      const rate = new Metric({
        namespace: 'AWS/SES',
        metricName: `Reputation.${metricName}`,
        statistic: 'Maximum',
        period: Duration.hours(1),
      });
      new ImpactAlarm(this, `ses-${kind}`, {
        metric: rate,
        atLeast: kind === 'bounces' ? reviewed.bounces : reviewed.complaints,
        errorImpact: 'Email still goes out, and SES may soon stop all of it.',
        cause: `The account's rate of ${kind} is where SES begins to look at it.`,
        runbook: 'many-emails-fail',
        topic,
      });
    }
  }
}
