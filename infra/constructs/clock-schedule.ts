import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { accepted, findingArn } from './accepted.ts';
import type { CarewayFunction } from './careway-function.ts';

export type ClockScheduleProps = {
  /** An EventBridge Scheduler expression in Europe/London time, such as `cron(30 8 * * ? *)`. */
  readonly expression: string;
  /** What it calls; an unattended function, whose queue takes the calls that could not be made. */
  readonly target: CarewayFunction;
};

/** Calls a function by the clock of Europe/London. Defaults: tried for an hour at most, 10 times, then kept in the function's queue. */
export class ClockSchedule extends Construct {
  constructor(scope: Construct, id: string, { expression, target }: ClockScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    accepted(role, {
      [`AwsSolutions-IAM5[Resource::${findingArn(target.lambda)}:*]`]:
        'The star is for versions and aliases of this one function, of which there are none; the grant is CDK’s own.',
    });
    new Schedule(this, 'Schedule', {
      schedule: ScheduleExpression.expression(expression, TimeZone.EUROPE_LONDON),
      target: new LambdaInvoke(target.lambda, {
        role,
        maxEventAge: Duration.hours(1),
        retryAttempts: 10,
        ...(target.unhandled && { deadLetterQueue: target.unhandled }),
      }),
    });
  }
}
