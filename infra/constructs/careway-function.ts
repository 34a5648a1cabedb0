import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
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
import { accepted } from './accepted.ts';
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
  /** Encrypts those events, where they name people. */
  readonly eventsKey?: IKey | undefined;
  /** A state machine calls it and tries again what fails: an alarm tells of what goes on failing. @default false */
  readonly retried?: boolean;
};

/** Retries of a state machine lie up to half an hour apart, so three of the last twelve quarters of an hour say that they do not help. */
const quarter = { period: Duration.minutes(15) };

/**
 * One Lambda of the manifest. Defaults: Node 24 on arm64, traced, logs as JSON in a group that it alone writes to; unattended ones are retried twice
 * and then keep the event.
 *
 * A single error raises no alarm: machines and Lambda try again, and what outlasts that is told by the failed execution, the queue, the job that did
 * not come to its end, or the API's error pages.
 */
export class CarewayFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;
  /** Where an unattended function's lost events go; absent for the others. */
  readonly unhandled: IQueue | undefined;

  constructor(scope: Construct, id: string, props: CarewayFunctionProps) {
    super(scope, id);
    const {
      name,
      spec,
      code,
      environment,
      logRetention,
      alarms,
      unattended = false,
      eventsKey,
      retried = false,
    } = props;
    const { errorImpact } = spec;
    const logGroup = new LogGroup(this, 'Logs', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
    // AWS's ready-made policy for Lambda may write to every log group of the account; this role may write to one.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    accepted(this.role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray has no resource for the traces that a function writes; nothing else stands there.',
    });
    this.unhandled = unattended
      ? new UnhandledEvents(this, 'Unhandled', { errorImpact, alarms, key: eventsKey }).queue
      : undefined;
    this.lambda = new LambdaFunction(this, 'Function', {
      description: errorImpact,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: `${name}.handler`,
      code,
      role: this.role,
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
    if (eventsKey) {
      const stars = 'CDK grants the queue’s key so; each star names two or four actions of one kind, on the one key.';
      accepted(this.role, {
        'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]': stars,
        'AwsSolutions-IAM5[Action::kms:ReEncrypt*]': stars,
      });
    }
    if (retried) {
      const [errors, invocations] = [this.lambda.metricErrors(quarter), this.lambda.metricInvocations(quarter)];
      new ImpactAlarm(this, 'Errors', {
        metric: new MathExpression({
          expression: '100 * errors / invocations',
          usingMetrics: { errors, invocations },
          ...quarter,
        }),
        moreThan: 50,
        times: 3,
        of: 12,
        errorImpact,
        cause: `Most calls of the function ${name} fail, and have for some time; its log group is ${logGroup.logGroupName}.`,
        runbook: 'a-step-keeps-failing',
        topic: alarms,
      });
    }
  }

  /** Lets this function, and no other, do the actions to the resources. */
  allow(actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  }
}
