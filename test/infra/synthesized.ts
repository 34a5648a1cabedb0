import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import cdk from '../../cdk.json' with { type: 'json' };
import { CarewayStack } from '../../infra/careway-stack.ts';
import { deployment } from '../../infra/deployment.ts';

// CDK checks templates against CloudFormation's schemas in WebAssembly that takes seconds to load; `npm run synth` does it.
process.env.CDK_VALIDATION = 'false';

/** A resource of a template, as far as tests look into it. */
export type Resource = {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties differ by type; tests read the few they name
  readonly Properties: any;
  readonly DeletionPolicy?: string;
};

/** The stack that `npm run synth` writes, with a stand-in for the functions' code, which other tests look at. */
export const synthesized = (context: Readonly<Record<string, unknown>> = {}): Template => {
  // CDK leaves what it writes behind where a test's thread ends; the template is in memory by then.
  const outdir = mkdtempSync(join(tmpdir(), 'careway-synth-'));
  try {
    const app = new App({ outdir, context: { ...cdk.context, ...context } });
    const settings = deployment.parse({ ...cdk.context, ...context });
    return Template.fromStack(
      new CarewayStack(app, `careway-${settings.stage}`, {
        env: { region: settings.region },
        deployment: settings,
        code: () => Code.fromInline('exports.handler = async () => {};'),
        logRetention: RetentionDays.ONE_MONTH,
      }),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** The resources of one type, by logical id. */
export const resources = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.findResources(type) as Record<string, Resource>);

/** The only resource of a type. @throws Error where there is none or more than one */
export const only = (template: Template, type: string): [string, Resource] => {
  const [one, ...others] = resources(template, type);
  if (one === undefined || others.length > 0) throw new Error(`Not exactly one ${type}`);
  return one;
};

/** The manifest's name of each function, by logical id. */
export const functionNames = (template: Template): Map<string, string> =>
  new Map(
    resources(template, 'AWS::Lambda::Function').map(([id, { Properties }]) => [
      id,
      String(Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME),
    ]),
  );
