import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Metric as CloudWatchMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type Metric, metricsNamespace } from '../../schemas/metrics.ts';
import type { Firewall } from './firewall.ts';
import { ImpactAlarm } from './impact-alarm.ts';

export type SiteAlarmsProps = {
  readonly api: RestApi;
  readonly accessLog: ILogGroup;
  readonly firewall: Firewall;
  readonly stage: string;
  readonly topic: ITopic;
};

/** What is watched of the API: error pages, waiting, and who is turned away before a function is called. */
export class SiteAlarms extends Construct {
  constructor(scope: Construct, id: string, { api, accessLog, firewall, stage, topic }: SiteAlarmsProps) {
    super(scope, id);
    const log = `its access log is ${accessLog.logGroupName}.`;
    new ImpactAlarm(this, 'Faults', {
      metric: api.metricServerError({ statistic: 'Sum' }),
      times: 2,
      of: 12,
      errorImpact: 'People or staff are shown an error page in place of what they asked for.',
      cause: `The API has answered with a status of 500 or more, twice within an hour; ${log}`,
      runbook: 'people-see-error-pages',
      topic,
    });
    new ImpactAlarm(this, 'Slow', {
      metric: api.metricLatency({ statistic: 'p95' }),
      atLeast: 5000,
      times: 3,
      errorImpact: 'People and staff wait for their pages for more than five seconds.',
      cause: `One answer of the API in twenty has, for a quarter of an hour; ${log}`,
      runbook: 'pages-are-slow',
      topic,
    });
    const name: Metric = 'RequestsThrottled';
    const throttled = new MetricFilter(this, 'Throttled', {
      logGroup: accessLog,
      filterPattern: FilterPattern.stringValue('$.error', '=', 'THROTTLED'),
      metricNamespace: metricsNamespace(stage),
      metricName: name,
      metricValue: '1',
    });
    new ImpactAlarm(this, 'TurnedAway', {
      metric: throttled.metric({ statistic: 'Sum' }),
      atLeast: 20,
      errorImpact: 'People are told that there are too many requests just now.',
      cause: `A door of the API has turned away twenty requests within five minutes; ${log}`,
      runbook: 'people-are-turned-away',
      topic,
    });
    new ImpactAlarm(this, 'Stopped', {
      metric: new CloudWatchMetric({
        namespace: 'AWS/WAFV2',
        metricName: 'BlockedRequests',
        dimensionsMap: { WebACL: firewall.metricName, Rule: 'ALL', Region: api.env.region },
        statistic: 'Sum',
      }),
      atLeast: 1000,
      times: 2,
      of: 3,
      errorImpact: 'Somebody floods the site, or a whole office is shut out of it.',
      cause: 'The firewall has stopped a thousand requests within five minutes, more than once.',
      runbook: 'people-are-turned-away',
      topic,
    });
  }
}
