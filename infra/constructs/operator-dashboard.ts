import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, AlarmStatusWidget, Dashboard, GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type Metric as Counted, metrics, metricsNamespace, metricsService } from '../../schemas/metrics.ts';
import { jobs } from '../service-map.ts';

/** What stands together, by the question that it answers. */
const rows: readonly (readonly [title: string, statistic: 'Sum' | 'Maximum', names: readonly Counted[]])[] = [
  ['Is anything owed?', 'Maximum', ['OldestMoveMinutes', 'OldestNewsMinutes']],
  ['Does mail go out?', 'Sum', ['MailSenderRefused', 'MailRefused', 'MailPutOff', 'EmailFailed']],
  [
    'Do cases move?',
    'Sum',
    ['ApplicationReceived', 'SignalSwept', 'WorkflowStopped', 'JourneyReconciled', 'JourneyUnmended'],
  ],
  ['Is work done in time?', 'Sum', ['TaskOverdue', 'TaskEscalated', 'PromiseLate']],
  ['Can people use it?', 'Sum', ['RequestsThrottled', 'DocumentScanLate']],
];

/** One dashboard a stage, named as its stack: first every alarm of the stack, then what matters to people, then each job's signs of life. */
export class OperatorDashboard extends Construct {
  constructor(scope: Construct, id: string, { stage }: { readonly stage: string }) {
    super(scope, id);
    const stack = Stack.of(this);
    const alarms = stack.node.findAll().filter((node): node is Alarm => node instanceof Alarm);
    const ofStage = (metricName: Counted, statistic: string, dimensions: Record<string, string> = {}) =>
      new Metric({
        namespace: metricsNamespace(stage),
        metricName,
        // What a filter of the log counts has no dimension.
        ...(metricName !== 'RequestsThrottled' && { dimensionsMap: { service: metricsService, ...dimensions } }),
        statistic,
        period: Duration.minutes(5),
        label: dimensions['job'] ?? metrics[metricName],
      });
    const graphs = rows.map(
      ([title, statistic, names]) =>
        new GraphWidget({ title, width: 12, left: names.map((name) => ofStage(name, statistic)) }),
    );
    const ran = [...jobs.keys()].map((job) => ofStage('JobFinished', 'Sum', { job }));
    new Dashboard(this, 'Dashboard', {
      dashboardName: stack.stackName,
      defaultInterval: Duration.days(2),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms; each says what people suffer', width: 24, height: 6, alarms })],
        ...[0, 2, 4].map((first) => graphs.slice(first, first + 2)),
        [new GraphWidget({ title: 'Did every job come to its end?', width: 24, left: ran })],
      ],
    });
  }
}
