import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export type ImpactAlarmProps = {
  /** What is counted or measured, with its period. */
  readonly metric: IMetric;
  /** What people suffer meanwhile, as a sentence; whoever is on duty reads this first. */
  readonly errorImpact: string;
  /** What has happened and where to look, as a sentence. */
  readonly cause: string;
  /** The address of its part in `docs/operations.md`. */
  readonly runbook: string;
  /** Where the alarm and its end are told. */
  readonly topic: ITopic;
  /** What raises the alarm in one period. @default 1 */
  readonly atLeast?: number;
  /** Instead: what must be exceeded. */
  readonly moreThan?: number;
  /** In how many of how many periods, so that what a retry mends raises none. @default 1 of 1 */
  readonly times?: number;
  readonly of?: number;
  /** Instead: as many periods one after another in which nothing was counted raise it, and so does no data. */
  readonly silentPeriods?: number;
};

/** An alarm whose text says what people suffer, and last where it stands what to do. Defaults: one occurrence raises it, no data means that all is well. */
export class ImpactAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    const { metric, errorImpact, cause, runbook, topic, atLeast = 1, moreThan, times = 1, of = times } = props;
    const { silentPeriods } = props;
    const raised =
      silentPeriods !== undefined
        ? {
            threshold: 1,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            evaluationPeriods: silentPeriods,
            treatMissingData: TreatMissingData.BREACHING,
          }
        : {
            threshold: moreThan ?? atLeast,
            comparisonOperator:
              moreThan === undefined
                ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
                : ComparisonOperator.GREATER_THAN_THRESHOLD,
            evaluationPeriods: of,
            ...(times < of && { datapointsToAlarm: times }),
            treatMissingData: TreatMissingData.NOT_BREACHING,
          };
    this.alarm = new Alarm(this, 'Alarm', {
      metric,
      alarmDescription: `${errorImpact} ${cause} What to do: docs/operations.md#${runbook}`,
      ...raised,
    });
    this.alarm.addAlarmAction(new SnsAction(topic));
    this.alarm.addOkAction(new SnsAction(topic));
  }
}
