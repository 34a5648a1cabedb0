import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import cdk from '../../cdk.json' with { type: 'json' };
import { deployment, settingsIn } from '../../infra/deployment.ts';
import { carewayStacks } from '../../infra/stacks.ts';

// CDK checks templates against CloudFormation's schemas in WebAssembly that takes seconds to load; `npm run synth` does it.
process.env.CDK_VALIDATION = 'false';

/** A resource of a template, as far as tests look into it. */
export type Resource = {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties differ by type; tests read the few they name
  readonly Properties: any;
  readonly DeletionPolicy?: string;
};

type Context = Readonly<Record<string, unknown>>;

/** What a council that goes live sets. */
const production = {
  stage: 'production',
  removal: 'retain',
  mailFrom: 'no-reply@care.example.gov.uk',
  mailVerified: true,
  alarmEmail: 'on-call@care.example.gov.uk',
};

/** The stacks that `npm run synth` writes, with a stand-in for the functions' code, which other tests look at. */
export const inApp = <T>(context: Context, use: (stacks: ReturnType<typeof carewayStacks>, app: App) => T): T => {
  // CDK leaves what it writes behind where a test's thread ends; the template is in memory by then.
  const outdir = mkdtempSync(join(tmpdir(), 'careway-synth-'));
  try {
    const app = new App({ outdir, context: { ...cdk.context, ...production, ...context } });
    const stacks = carewayStacks(app, {
      deployment: deployment.parse(settingsIn({ ...cdk.context, ...production, ...context })),
      code: () => Code.fromInline('exports.handler = async () => {};'),
      logRetention: RetentionDays.ONE_MONTH,
    });
    return use(stacks, app);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** A stack's template as it is deployed. */
export type Deployed = {
  readonly Resources: Record<string, Resource>;
  readonly Outputs: Record<string, { Value: unknown; Export?: { Name: string } }>;
};

const known = new Map<string, { data: Deployed; service: Deployed }>();

/** Both stacks, each as it is deployed. Synthesized once for each context, since tests only look. */
export const synthesizedStacks = (context: Context = {}): { data: Deployed; service: Deployed } => {
  const name = JSON.stringify(context);
  const made =
    known.get(name) ??
    inApp(context, ({ data, service }) => ({
      data: Template.fromStack(data).toJSON() as Deployed,
      service: Template.fromStack(service).toJSON() as Deployed,
    }));
  known.set(name, made);
  return made;
};

/** The names of the exports that a template imports, each once. */
export const importsOf = (template: Deployed): string[] => [
  ...new Set([...JSON.stringify(template).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name = '']) => name)),
];

/**
 * What both stacks come to: the resources of both, with what the one imports put in place.
 *
 * @throws Error where something is imported that is not exported
 */
export const synthesized = (context: Context = {}): Template => {
  const { data, service } = synthesizedStacks(context);
  const exported = new Map(Object.values(data.Outputs).map(({ Value, Export }) => [Export?.Name, Value]));
  const Resources = JSON.parse(JSON.stringify({ ...data.Resources, ...service.Resources }), (_, value) => {
    const name = value?.['Fn::ImportValue'];
    if (name !== undefined && !exported.has(name)) throw new Error(`Nothing exports ${name}`);
    return name === undefined ? value : exported.get(name);
  });
  return Template.fromJSON({ Resources });
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
