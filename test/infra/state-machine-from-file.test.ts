import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { afterAll, describe, expect, it } from 'vitest';
import { placeholdersIn, StateMachineFromFile } from '../../infra/constructs/state-machine-from-file.ts';

// As in `synthesized.ts`: the check of templates takes seconds to load.
process.env.CDK_VALIDATION = 'false';

const folder = mkdtempSync(path.join(tmpdir(), 'careway-asl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const invoke = (name: string) => ({ ...call, Arguments: { FunctionName: `\${${name}}` } });
const again = (machine: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::aws-sdk:sfn:startExecution',
  Arguments: { StateMachineArn: machine, Input: {} },
  End: true,
});

/** A stack with one machine of the given states, which may invoke functions by the given placeholders. */
const machineOf = (states: Record<string, unknown>, placeholders: string[]): Template => {
  const file = path.join(folder, `${Object.keys(states).join('-')}.asl.json`);
  writeFileSync(file, JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states }));
  const stack = new Stack(new App({ outdir: path.join(folder, 'synthesized') }), 'probe', {
    env: { region: 'eu-west-2' },
  });
  const arn = (name: string) => `arn:aws:lambda:eu-west-2:123456789012:function:${name}`;
  new StateMachineFromFile(stack, 'Machine', {
    file: pathToFileURL(file),
    name: 'probe-machine',
    functions: Object.fromEntries(
      placeholders.map((name) => [name, LambdaFunction.fromFunctionArn(stack, name, arn(name))]),
    ),
    errorImpact: 'Cases stand still.',
    alarms: new Topic(stack, 'Alarms'),
    logRetention: RetentionDays.ONE_DAY,
  });
  return Template.fromStack(stack);
};

describe('StateMachineFromFile', () => {
  it('invokes the functions named in the file and no others', () => {
    const template = machineOf({ Call: invoke('OneFunctionArn') }, ['OneFunctionArn']);

    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          {
            Effect: 'Allow',
            Action: 'lambda:InvokeFunction',
            Resource: 'arn:aws:lambda:eu-west-2:123456789012:function:OneFunctionArn',
          },
        ]),
      },
    });
    expect(JSON.stringify(template.toJSON())).not.toContain('states:StartExecution');
  });

  it('may start itself where a state continues it as new', () => {
    const template = machineOf({ Again: again('{% $states.context.StateMachine.Id %}') }, []);

    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: 'states:StartExecution' })]),
      },
    });
    expect(JSON.stringify(template.toJSON())).toContain(':stateMachine:probe-machine');
  });

  it('logs errors without the execution’s data', () => {
    const template = machineOf({ Log: invoke('OneFunctionArn') }, ['OneFunctionArn']);

    const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
    expect(machine?.Properties).toMatchObject({
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });

  it('refuses a file whose placeholder has no function', () => {
    expect(() => machineOf({ Unbound: invoke('OneFunctionArn') }, [])).toThrow('no function for OneFunctionArn');
  });

  it('refuses a function that no state of the file invokes', () => {
    expect(() => machineOf({ Unused: { Type: 'Succeed' } }, ['OneFunctionArn'])).toThrow(
      'no state invokes OneFunctionArn',
    );
  });

  it('refuses a state that would start another machine', () => {
    expect(() => machineOf({ Other: again('arn:aws:states:eu-west-2:123456789012:stateMachine:other') }, [])).toThrow(
      'only its own machine',
    );
  });
});

describe('placeholdersIn', () => {
  it('names each placeholder once, in order, and takes no JSONata for one', () => {
    expect(placeholdersIn(`\${BArn} {% $x{"a": 1} %} \${AArn} \${BArn}`)).toEqual(['AArn', 'BArn']);
  });
});
