import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functions, placeholder } from '../../infra/service-map.ts';
import { parts } from '../../local/platform.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createUploads } from '../../services/documents/uploads.ts';
import { startTestPlatform } from '../support/platform.ts';
import { functionNames, only, type Resource, resources, synthesized } from './synthesized.ts';

const template = synthesized();
const names = functionNames(template);
const byName = <T>(entries: [string, T][]) => Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
const referred = (node: unknown): string => {
  const [, id = ''] = /"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/.exec(JSON.stringify(node)) ?? [];
  return id;
};

/** The path of an API Gateway resource, put together from its parents. */
const pathOf = (id: string): string => {
  const resource = new Map(resources(template, 'AWS::ApiGateway::Resource')).get(id);
  if (resource === undefined) return '';
  return `${pathOf(referred(resource.Properties.ParentId))}/${resource.Properties.PathPart}`;
};

const letThrough = ({ Properties: { HttpMethod, ResourceId, Integration } }: Resource) => ({
  method: HttpMethod,
  path: pathOf(ResourceId.Ref ?? '') || '/',
  function: names.get(referred(Integration.Uri)),
});

const tableOf = (from: Template) => {
  const [, { Properties }] = only(from, 'AWS::DynamoDB::GlobalTable');
  const keys = (schema: { AttributeName: string; KeyType: string }[]) => ({
    partitionKey: schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName,
    sortKey: schema.find(({ KeyType }) => KeyType === 'RANGE')?.AttributeName,
  });
  return {
    ...keys(Properties.KeySchema),
    timeToLive: Properties.TimeToLiveSpecification.AttributeName,
    indexes: Object.fromEntries(
      Properties.GlobalSecondaryIndexes.map((index: { IndexName: string; KeySchema: never }) => [
        index.IndexName,
        keys(index.KeySchema),
      ]),
    ),
  };
};

/** The bucket in the manifest's words: where uploads wait, where documents are kept, and when what is left over goes. */
const documentsOf = (from: Template) => {
  const [, { Properties }] = only(from, 'AWS::S3::Bucket');
  const [uploads, deleted] = Properties.LifecycleConfiguration.Rules;
  const [, plan] = only(from, 'AWS::GuardDuty::MalwareProtectionPlan');
  return {
    versioned: Properties.VersioningConfiguration.Status,
    incoming: uploads.Prefix,
    kept: deleted.Prefix,
    incomingDays: uploads.ExpirationInDays,
    restorableDays: deleted.NoncurrentVersionExpiration.NoncurrentDays,
    scanned: plan.Properties.ProtectedResource.S3Bucket.ObjectPrefixes,
  };
};

const machineOf = ({ Properties }: Resource): [string, unknown] => [
  String(Properties.StateMachineName).replace(/^careway-production-/, ''),
  {
    definition: JSON.parse(Properties.DefinitionString),
    invokes: byName(
      Object.entries(Properties.DefinitionSubstitutions).map(([place, arn]) => [place, names.get(referred(arn))]),
    ),
  },
];

const scheduleOf = ({ Properties }: Resource) => ({
  expression: Properties.ScheduleExpression,
  timeZone: Properties.ScheduleExpressionTimezone,
  function: names.get(referred(Properties.Target.Arn)),
});

/** What the stack deploys, in the words of the manifest. */
const deployed = {
  gateway: resources(template, 'AWS::ApiGateway::Method').map(([, method]) => letThrough(method)),
  functions: [...names.values()],
  table: tableOf(template),
  documents: documentsOf(template),
  machines: byName(resources(template, 'AWS::StepFunctions::StateMachine').map(([, machine]) => machineOf(machine))),
  schedules: resources(template, 'AWS::Scheduler::Schedule').map(([, schedule]) => scheduleOf(schedule)),
};

const started = await parts();
const byPath = <T extends { method: string; path: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));

describe('the deployed stack', () => {
  it('lets through what the local gateway lets through and nothing else, each to the same function', () => {
    expect(byPath(deployed.gateway)).toEqual(byPath(started.gateway));
  });

  it('has the functions that the local platform has and no others', () => {
    expect([...deployed.functions].sort()).toEqual([...started.functions].sort());
  });

  it('has a table with the same keys, indexes and time to live', () => {
    expect(deployed.table).toEqual(started.table);
  });

  it('has a bucket that keeps versions, with the same places and days', () => {
    expect(deployed.documents).toEqual({
      ...started.documents,
      versioned: 'Enabled',
      scanned: [started.documents.kept],
    });
  });

  it('has people’s files put into the manifest’s places by the functions themselves', async () => {
    const { deps, platform, stop } = await startTestPlatform();
    const owner = { kind: 'draft', council: councilSlug.parse('leicestershire'), id: 'a-draft' } as const;
    const form = await createUploads(deps).form(owner, (upload) => `${platform.origin}/${upload}`);
    await stop();

    expect(form.url).toContain('/careway-documents');
    expect(form.fields['key']?.startsWith(started.documents.incoming)).toBe(true);
    expect(deps.documents.keyOf('leicestershire', 'id').startsWith(started.documents.kept)).toBe(true);
  });

  it('runs the same state machines, each placeholder bound to the function of its name', () => {
    // Every key of the manifest's functions is a function name.
    const places = Object.keys(functions).map((name) => [placeholder(name as keyof typeof functions), name] as const);
    const expected = Object.entries(started.machines).map(([name, text]): [string, unknown] => [
      name,
      {
        definition: JSON.parse(text),
        invokes: byName(places.filter(([place]) => text.includes(`\${${place}}`)).map(([...pair]) => pair)),
      },
    ]);

    expect(deployed.machines).toEqual(byName(expected));
  });

  it('calls the same functions by the same clock, that of Europe/London', () => {
    const expected = Object.values(started.schedules).map((schedule) => ({ ...schedule, timeZone: 'Europe/London' }));

    expect(deployed.schedules).toEqual(expected);
  });

  it('leaves no function of the manifest uncalled', () => {
    const called = new Set([
      ...deployed.gateway.map(({ function: name }) => name),
      ...deployed.schedules.map(({ function: name }) => name),
      ...Object.values(deployed.machines).flatMap((machine) =>
        Object.values((machine as { invokes: Record<string, string> }).invokes),
      ),
      ...resources(template, 'AWS::SNS::Subscription').map(([, { Properties }]) =>
        names.get(referred(Properties.Endpoint)),
      ),
    ]);

    expect(deployed.functions.filter((name) => !called.has(name))).toEqual([]);
  });
});
