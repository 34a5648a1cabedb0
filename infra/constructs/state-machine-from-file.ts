import { readFileSync } from 'node:fs';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { accepted } from './accepted.ts';
import { ImpactAlarm } from './impact-alarm.ts';

export type StateMachineFromFileProps = {
  /** The `*.asl.json`, whose placeholders are written `${OpenTaskFunctionArn}`. */
  readonly file: URL;
  /** The machine's physical name, 1 to 80 characters. */
  readonly name: string;
  /** By placeholder, exactly the functions that the file invokes. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** What people suffer when an execution stops. */
  readonly errorImpact: string;
  readonly alarms: ITopic;
  readonly logRetention: RetentionDays;
};

const startExecution = 'arn:aws:states:::aws-sdk:sfn:startExecution';
const ownArn = '{% $states.context.StateMachine.Id %}';

/** The names of the placeholders in a definition, each once, in order of the alphabet. */
export const placeholdersIn = (definition: string): string[] =>
  [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

/** The ARN of a machine that the stack names itself, known before the machine is made. */
export const machineArn = (scope: Construct, name: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** The ARNs of every execution of a machine. */
export const executionArns = (scope: Construct, name: string): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${name}:*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Whether some state starts the machine again. @throws Error where a state starts another machine, which nothing here allows */
const continuesAsNew = (node: unknown): boolean => {
  if (typeof node !== 'object' || node === null) return false;
  const { Resource, Arguments } = node as { Resource?: unknown; Arguments?: { StateMachineArn?: unknown } };
  if (Resource === startExecution && Arguments?.StateMachineArn !== ownArn) {
    throw new Error(`A state may start only its own machine: StateMachineArn must be "${ownArn}"`);
  }
  return Resource === startExecution || Object.values(node).some(continuesAsNew);
};

/**
 * A state machine from its file. Defaults: standard type, traced, errors logged without the execution's data, an alarm each on
 * executions that failed, timed out, were aborted or throttled. It may invoke the functions named in the file, and start itself
 * only where the file says so.
 *
 * @throws Error at synthesis where a placeholder has no function, or a function no placeholder
 */
export class StateMachineFromFile extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: StateMachineFromFileProps) {
    super(scope, id);
    const { file, name, functions, errorImpact, alarms, logRetention } = props;
    const definition: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const text = JSON.stringify(definition);
    const wanted = placeholdersIn(text);
    const unbound = wanted.filter((placeholder) => !(placeholder in functions));
    const unused = Object.keys(functions).filter((placeholder) => !wanted.includes(placeholder));
    if (unbound.length > 0) throw new Error(`${file.pathname}: no function for ${unbound.join(', ')}`);
    if (unused.length > 0) throw new Error(`${file.pathname}: no state invokes ${unused.join(', ')}`);

    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(text),
      definitionSubstitutions: Object.fromEntries(
        Object.entries(functions).map(([placeholder, { functionArn }]) => [placeholder, functionArn]),
      ),
      tracingEnabled: true,
      logs: {
        // The prefix keeps Step Functions from filling up the Region's limited resource policy of CloudWatch Logs.
        destination: new LogGroup(this, 'Logs', {
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        includeExecutionData: false,
      },
    });
    accepted(this.machine.role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray and the delivery of logs have no resource that a policy could name; nothing else stands there.',
    });
    accepted(this.machine, {
      'AwsSolutions-SF1':
        'The history of every execution is kept by Step Functions itself for 90 days; a log of all events would repeat it, a log of errors is what is searched.',
    });
    const invoked = Object.values(functions).map(({ functionArn }) => functionArn);
    if (invoked.length > 0) this.#allow('lambda:InvokeFunction', invoked);
    // The ARN is built from the name: a reference would make the machine wait for its role and the role for the machine.
    if (continuesAsNew(definition)) this.#allow('states:StartExecution', [machineArn(this, name)]);

    const ends = {
      failed: this.machine.metricFailed(),
      'timed out': this.machine.metricTimedOut(),
      'been aborted': this.machine.metricAborted(),
    };
    for (const [what, metric] of Object.entries(ends)) {
      new ImpactAlarm(this, `Has ${what}`, {
        metric,
        errorImpact,
        cause: `An execution of ${name} has ${what}; its name holds the case's reference.`,
        runbook: 'an-execution-has-ended-badly',
        topic: alarms,
      });
    }
    new ImpactAlarm(this, 'Has been throttled', {
      metric: this.machine.metricThrottled(),
      times: 3,
      errorImpact,
      cause: `Executions of ${name} are held up, because the account has more of them at work than Step Functions lets it.`,
      runbook: 'aws-holds-us-back',
      topic: alarms,
    });
  }

  #allow(action: string, resources: string[]): void {
    this.machine.addToRolePolicy(new PolicyStatement({ actions: [action], resources }));
  }
}
