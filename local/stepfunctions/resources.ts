import { StateFailure } from './failure.ts';
import { StepFunctionsError } from './service-error.ts';
import type { InvokeLambda } from './types.ts';

/** What the resources reach out to. */
export interface ResourceDeps {
  invokeLambda: InvokeLambda;
  /** StartExecution of this same service. */
  startExecution: (input: unknown) => Promise<{ executionArn: string; startDate: number }>;
}

/** A resource that a Task state can name. */
export interface Resource {
  /** As history events show it, such as `lambda` and `invoke`. */
  resourceType: string;
  resource: string;
  waitsForToken: boolean;
  /** What is wrong with the literal part of `Arguments`. */
  problems: (template: unknown) => string[];
  /** Fills in what must stay the same when the call is made again after a crash. */
  prepare?: (parameters: Record<string, unknown>, uuid: () => string) => Record<string, unknown>;
  /** @throws StateFailure as the integration reports it */
  call: (parameters: Record<string, unknown>, deps: ResourceDeps, signal: AbortSignal) => Promise<unknown>;
}

const needs =
  (required: string, allowed: string[]) =>
  (template: unknown): string[] => {
    if (typeof template === 'string' && template.startsWith('{%')) return [];
    if (typeof template !== 'object' || template === null) return [`must be an object with "${required}"`];
    const unknown = Object.keys(template).filter((key) => key !== required && !allowed.includes(key));
    const problems = unknown.map((key) => `unknown field "${key}"`);
    return required in template ? problems : [`"${required}" is missing`, ...problems];
  };

const lambda = {
  resourceType: 'lambda',
  problems: needs('FunctionName', ['Payload']),
  call: async (parameters: Record<string, unknown>, deps: ResourceDeps, signal: AbortSignal) => {
    const answer = await deps.invokeLambda(functionNameOf(parameters.FunctionName), parameters.Payload ?? {}, {
      signal,
    });
    if ('functionError' in answer) {
      const { errorType, errorMessage, trace } = answer.functionError;
      throw new StateFailure(errorType, JSON.stringify({ errorType, errorMessage, trace: trace ?? [] }));
    }
    return { ExecutedVersion: '$LATEST', Payload: answer.payload ?? null, StatusCode: 200 };
  },
};

/**
 * The resources by their ARN.
 *
 * @see AWS Step Functions Developer Guide, "Invoke an AWS Lambda function" and "Learning to use AWS service SDK integrations"
 */
export const RESOURCES: Record<string, Resource> = {
  'arn:aws:states:::lambda:invoke': { ...lambda, resource: 'invoke', waitsForToken: false },
  'arn:aws:states:::lambda:invoke.waitForTaskToken': {
    ...lambda,
    resource: 'invoke.waitForTaskToken',
    waitsForToken: true,
  },
  'arn:aws:states:::aws-sdk:sfn:startExecution': {
    resourceType: 'aws-sdk:sfn',
    resource: 'startExecution',
    waitsForToken: false,
    problems: needs('StateMachineArn', ['Input', 'Name']),
    // Without a name of its own, a call made again after a crash would start a second execution.
    prepare: (parameters, uuid) => ({ Name: uuid(), ...parameters }),
    call: async ({ StateMachineArn, Name, Input }, deps) => {
      // Assumed: an object given as Input is passed as its JSON text, as for the integration `states:startExecution`.
      const input = Input === undefined || typeof Input === 'string' ? Input : JSON.stringify(Input);
      try {
        const started = await deps.startExecution({ stateMachineArn: StateMachineArn, name: Name, input });
        return { ExecutionArn: started.executionArn, StartDate: new Date(started.startDate * 1000).toISOString() };
      } catch (error) {
        if (!(error instanceof StepFunctionsError)) throw error;
        // The SDK's exception classes always end in Exception; the wire names do not.
        throw new StateFailure(`Sfn.${error.name.replace(/(Exception)?$/, 'Exception')}`, error.message);
      }
    },
  },
};

/** The resource of a Task state whose definition has been validated. */
export function resourceOf(arn: string): Resource {
  const resource = RESOURCES[arn];
  if (!resource) throw new StateFailure('States.Runtime', `The resource ${arn} is not run here.`);
  return resource;
}

/** Answers the failure that a state reports for whatever a resource threw. */
export function failureOf(error: unknown, { resourceType }: Resource): StateFailure {
  if (error instanceof StateFailure) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  // Lambda.Unknown: AWS's name for a failure of the Lambda service that has no other.
  const other = resourceType === 'lambda' ? 'Lambda.Unknown' : 'States.TaskFailed';
  return new StateFailure(name.startsWith('Lambda.') ? name : other, message);
}

/** `arn:aws:lambda:eu-west-2:123456789012:function:name:alias` and `name` both give `name`. */
function functionNameOf(name: unknown): string {
  if (typeof name !== 'string') throw new StateFailure('States.Runtime', 'FunctionName must be a string.');
  return name.startsWith('arn:') ? (name.split(':')[6] ?? name) : name;
}
