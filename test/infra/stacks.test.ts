import { type App, CfnResource, type Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { type Deployed, importsOf, inApp, synthesizedStacks } from './synthesized.ts';

const { data, service } = synthesizedStacks();
const typesOf = ({ Resources }: Deployed): string[] => [...new Set(Object.values(Resources).map(({ Type }) => Type))];
const exportsOf = ({ Outputs }: Deployed): string[] =>
  Object.values(Outputs).flatMap(({ Export }) => Export?.Name ?? []);
const variables = ({ Resources }: Deployed): Record<string, unknown>[] =>
  Object.values(Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::Lambda::Function' ? [Properties.Environment.Variables] : [],
  );

/** What the CDK's command line is told of each stack, by name: whether it is protected, and what comes before it. */
const toldOf = (context: Readonly<Record<string, unknown>>) =>
  inApp(context, (_, app) =>
    Object.fromEntries(
      app.synth().stacks.map(({ stackName, terminationProtection, dependencies }) => [
        stackName,
        {
          protected: terminationProtection,
          after: dependencies.map(({ id }) => id).filter((id) => !id.endsWith('.assets')),
        },
      ]),
    ),
  );
const told = toldOf({});

describe('the data stack', () => {
  const kept = [
    'AWS::KMS::Key',
    'AWS::DynamoDB::GlobalTable',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::Cognito::UserPool',
    'AWS::Cognito::UserPoolGroup',
  ];
  const scan = ['AWS::GuardDuty::MalwareProtectionPlan', 'AWS::IAM::Role', 'AWS::IAM::Policy'];

  it('holds what people have entrusted and what scans it, and nothing of it is in the other', () => {
    expect(typesOf(data).toSorted()).toEqual([...kept, ...scan].toSorted());
    expect(typesOf(service).filter((type) => kept.includes(type))).toEqual([]);
  });

  it('cannot be deleted by mistake, and the service can', () => {
    expect(told['careway-production-data']?.protected).toBe(true);
    expect(told['careway-production']?.protected).toBe(false);
  });

  it('can be deleted with all that it keeps where a rehearsal asks for it', () => {
    const rehearsal = { stage: 'rehearsal', removal: 'destroy' };
    const policies = Object.values(synthesizedStacks(rehearsal).data.Resources).map(
      ({ DeletionPolicy = 'Delete' }) => DeletionPolicy,
    );

    expect(toldOf(rehearsal)['careway-rehearsal-data']?.protected).toBe(false);
    expect(new Set(policies)).toEqual(new Set(['Delete']));
  });

  it('knows nothing of the service: it imports nothing, and its key’s policy names the account, SES and SNS alone', () => {
    const [key] = Object.values(data.Resources).filter(({ Type }) => Type === 'AWS::KMS::Key');
    const principals = key?.Properties.KeyPolicy.Statement.map(({ Principal }: { Principal: unknown }) => Principal);

    expect(importsOf(data)).toEqual([]);
    expect(principals).toEqual([
      { AWS: { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root']] } },
      { Service: 'ses.amazonaws.com' },
      { Service: 'sns.amazonaws.com' },
    ]);
  });

  // A new name here is a new table, bucket, key or user pool: CloudFormation would refuse to deploy it, and rightly.
  it('exports the same six things under names that never change', () => {
    expect(exportsOf(data)).toEqual([
      'careway-production-data:ExportsOutputFnGetAttDataKey17AFBB84ArnCE2A1BC6',
      'careway-production-data:ExportsOutputRefCasesTable7FA77C7D09BA46C4',
      'careway-production-data:ExportsOutputFnGetAttCasesTable7FA77C7DArnC6BF4E9E',
      'careway-production-data:ExportsOutputRefDocumentsBucket089EA6651B1BFD54',
      'careway-production-data:ExportsOutputFnGetAttDocumentsBucket089EA665Arn9C7B4550',
      'careway-production-data:ExportsOutputRefStaffPool8CA90F245C3D2F1A',
    ]);
  });
});

describe('the service', () => {
  it('imports what the data stack exports for good, and nothing that came with its own use of it', () => {
    expect(importsOf(service).toSorted()).toEqual(exportsOf(data).toSorted());
  });

  it('is deployed after the data stack, which waits for nothing', () => {
    expect(told['careway-production']?.after).toEqual(['careway-production-data']);
    expect(told['careway-production-data']?.after).toEqual([]);
  });

  it('lets go of the data stack’s table where a restored one takes its place, so that the stack may take that over', () => {
    const restored = synthesizedStacks({ casesTable: 'careway-restored' });
    const told = new Set(variables(restored.service).flatMap(({ CASES_TABLE }) => CASES_TABLE ?? []));

    expect(told).toEqual(new Set(['careway-restored']));
    expect(importsOf(restored.service).filter((name) => name.includes('CasesTable'))).toEqual([]);
    expect(JSON.stringify(restored.service)).toContain(':table/careway-restored/index/work');
    expect(exportsOf(restored.data)).toEqual(exportsOf(data));
  });
});

describe('two stages in one account and Region', () => {
  /** Properties by which a template gives a resource its name, where the name is unique in an account and Region, or wider. */
  const namedBy: Readonly<Record<string, string>> = {
    'AWS::StepFunctions::StateMachine': 'StateMachineName',
    'AWS::Cognito::UserPoolDomain': 'Domain',
    'AWS::SES::EmailIdentity': 'EmailIdentity',
    'AWS::Logs::LogGroup': 'LogGroupName',
    'AWS::CloudWatch::Dashboard': 'DashboardName',
    'AWS::ApiGateway::DomainName': 'DomainName',
  };
  /** Names that need to be unique only in what they belong to, or not at all. */
  const within = new Set([
    'AWS::ApiGateway::RestApi Name',
    'AWS::ApiGateway::Stage StageName',
    'AWS::Cognito::UserPoolGroup GroupName',
    'AWS::CloudWatch::Alarm MetricName',
    'AWS::WAFv2::WebACL Name',
    'AWS::IAM::Policy PolicyName',
  ]);
  const namesIn = ({ Resources }: Deployed) =>
    Object.values(Resources).flatMap(({ Type, Properties = {} }) =>
      Object.entries<unknown>(Properties)
        .filter(([key]) => /Name$|^Name$/.test(key) || namedBy[Type] === key)
        .filter(([, value]) => typeof value === 'string' || JSON.stringify(value).includes('Fn::Join'))
        .map(([key, value]) => ({
          type: `${Type} ${key}`,
          isKnown: namedBy[Type] === key,
          name: JSON.stringify(value),
        })),
    );
  const stages = ['production', 'trial'].map((stage) => {
    const both = synthesizedStacks({ stage });
    return [...namesIn(both.data), ...namesIn(both.service)].filter(({ type }) => !within.has(type));
  });

  it('share no name, and every name that a template gives is known here', () => {
    const [one = [], other = []] = stages;
    const taken = new Set(one.map(({ type, name }) => `${type} ${name}`));

    expect(one.filter(({ isKnown }) => !isKnown).map(({ type }) => type)).toEqual([]);
    expect(one.length).toBeGreaterThan(3);
    expect(other.map(({ type, name }) => `${type} ${name}`).filter((name) => taken.has(name))).toEqual([]);
  });

  it('send by one identity of the domain, which production makes, unless the settings say otherwise', () => {
    const identities = (context: Record<string, unknown>) =>
      Object.values(synthesizedStacks(context).service.Resources).filter(
        ({ Type }) => Type === 'AWS::SES::EmailIdentity',
      ).length;
    const { service: trial } = synthesizedStacks({ stage: 'trial' });

    expect([identities({}), identities({ stage: 'trial' })]).toEqual([1, 0]);
    expect(identities({ stage: 'trial', mailIdentity: 'own' })).toBe(1);
    expect(identities({ mailIdentity: 'shared' })).toBe(0);
    expect(JSON.stringify(trial.Resources)).toContain(':identity/care.example.gov.uk');
    expect(trial.Outputs).not.toHaveProperty('MailDnsRecords');
  });
});

describe('synthesis', () => {
  /** Uses the stacks when one of them has been brought to this number of resources. */
  const withResources = <T>(which: 'data' | 'service', count: number, use: (stack: Stack, app: App) => T): T =>
    inApp({}, ({ [which]: stack }, app) => {
      const has = stack.node.findAll().filter((node) => CfnResource.isCfnResource(node)).length;
      for (let n = has; n < count; n += 1) new CfnResource(stack, `More${n}`, { type: 'AWS::SNS::Topic' });
      return use(stack, app);
    });
  const faults = (stack: Stack): string[] => stack.node.validate();

  it.each(['data', 'service'] as const)('takes 450 resources in the %s stack and not one more', (which) => {
    expect(withResources(which, 450, faults)).toEqual([]);
    expect(withResources(which, 451, faults)).toHaveLength(1);
  });

  it('fails above 450 resources and says what to do', () => {
    const synthesize = () => withResources('service', 451, (_, app) => app.synth());

    expect(synthesize).toThrow(
      'careway-production has 451 resources; 450 may be, and CloudFormation takes 500. Give a part that stands alone a stack of its own in infra/stacks.ts, or have fewer doors in infra/service-map.ts.',
    );
  });

  it('leaves room: every council of the tree takes less than 350 resources a stack', () => {
    for (const { Resources } of [data, service]) expect(Object.keys(Resources).length).toBeLessThan(350);
  });
});
