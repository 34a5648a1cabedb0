import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { type Metric, metricsService } from '../../schemas/metrics.ts';

/** What is measured, not counted; 0 is a measure too. */
type Measured = 'OldestMoveMinutes' | 'OldestNewsMinutes';
type Counted = Exclude<Metric, Measured | 'JobFinished' | 'RequestsThrottled'>;

/** One line of the log in CloudWatch's embedded metric format. Its namespace, which names the stage, is in the function's environment. */
const line = (): Metrics => new Metrics({ serviceName: metricsService, singleMetric: true });

/** Counts something. */
export const count = (what: Counted, howMany = 1): void => {
  if (howMany > 0) line().addMetric(what, MetricUnit.Count, howMany);
};

/** Writes a measure down, in the unit of its name. */
export const measure = (what: Measured, value: number): void => {
  line().addMetric(what, MetricUnit.NoUnit, value);
};

/** Says that a job has come to its end: the sign of life for want of which an alarm is raised. */
export const countFinished = (job: string): void => {
  line().addDimension('job', job).addMetric('JobFinished', MetricUnit.Count, 1);
};
