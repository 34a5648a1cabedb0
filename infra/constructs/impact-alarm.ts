import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export type ImpactAlarmProps = {
  /** What is counted, summed over its period. */
  readonly metric: IMetric;
  /** What people suffer meanwhile, as a sentence; whoever is on duty reads this first. */
  readonly errorImpact: string;
  /** What has happened and where to look, as a sentence. */
  readonly cause: string;
  /** Where the alarm and its end are told. */
  readonly topic: ITopic;
  /** The count in one period that raises the alarm. @default 1 */
  readonly threshold?: number;
  /** Instead: as many periods one after another in which nothing was counted raise it, and so does no data. */
  readonly silentPeriods?: number;
};

/** An alarm whose text says what people suffer. Defaults: one occurrence raises it, no data means that all is well. */
export class ImpactAlarm extends Construct {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    const { metric, errorImpact, cause, topic, threshold = 1, silentPeriods } = props;
    const alarm = new Alarm(this, 'Alarm', {
      metric,
      threshold,
      alarmDescription: `${errorImpact} ${cause}`,
      evaluationPeriods: silentPeriods ?? 1,
      comparisonOperator:
        silentPeriods === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: silentPeriods === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
  }
}
