import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../service-map.ts';
import { ImpactAlarm } from './impact-alarm.ts';
import { UnhandledEvents } from './unhandled-events.ts';

export type CarewayFunctionProps = {
  /** The function's name in the manifest. */
  readonly name: string;
  readonly spec: FunctionSpec;
  /** The bundle, whose `<name>.mjs` exports `handler`. */
  readonly code: Code;
  /** What every function is told; what a right needs is added with the right. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  readonly alarms: ITopic;
  /** Nobody waits for the answer (a schedule, a topic): events that fail for good are kept in a queue. @default false */
  readonly unattended?: boolean;
};

/**
 * One Lambda of the manifest. Defaults: Node 24 on arm64, traced, logs as JSON in a group that it alone writes to, and an alarm on
 * the first error; unattended ones are retried twice and then keep the event.
 */
export class CarewayFunction extends Construct {
  readonly lambda: LambdaFunction;
  /** Where an unattended function's lost events go; absent for the others. */
  readonly unhandled: IQueue | undefined;

  constructor(scope: Construct, id: string, props: CarewayFunctionProps) {
    super(scope, id);
    const { name, spec, code, environment, logRetention, alarms, unattended = false } = props;
    const { errorImpact } = spec;
    const logGroup = new LogGroup(this, 'Logs', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
    // AWS's ready-made policy for Lambda may write to every log group of the account; this role may write to one.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.unhandled = unattended ? new UnhandledEvents(this, 'Unhandled', { errorImpact, alarms }).queue : undefined;
    this.lambda = new LambdaFunction(this, 'Function', {
      description: errorImpact,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: `${name}.handler`,
      code,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: Tracing.ACTIVE,
      memorySize: spec.memoryMegabytes,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: {
        ...environment,
        POWERTOOLS_SERVICE_NAME: name,
      },
      ...(this.unhandled && { onFailure: new SqsDestination(this.unhandled), retryAttempts: 2 }),
    });
    new ImpactAlarm(this, 'Errors', {
      metric: this.lambda.metricErrors(),
      errorImpact,
      cause: `The function ${name} has failed; its log group is ${logGroup.logGroupName}.`,
      topic: alarms,
    });
    new ImpactAlarm(this, 'Throttles', {
      metric: this.lambda.metricThrottles(),
      errorImpact,
      cause: `The function ${name} was refused a start, because the account runs as many functions as it may.`,
      topic: alarms,
    });
  }

  /** Lets this function, and no other, do the actions to the resources. */
  allow(actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  }
}
