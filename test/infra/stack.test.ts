// One long file, because each further file would load the CDK and synthesize the stack once more.
import { describe, expect, it } from 'vitest';
import {
  compressedFrom,
  doors,
  functions,
  type Limit,
  limits,
  machines,
  type Right,
  schedules,
} from '../../infra/service-map.ts';
import { staffRole } from '../../schemas/staff.ts';
import { functionNames, only, type Resource, resources, synthesized } from './synthesized.ts';

const template = synthesized();
const names = functionNames(template);
const types = Object.values((template.toJSON() as { Resources: Record<string, Resource> }).Resources);

type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string>>;
};
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const statements = (policy: Resource): Statement[] => policy.Properties.PolicyDocument.Statement;
const policies = resources(template, 'AWS::IAM::Policy');
const account = { Ref: 'AWS::AccountId' };

/** The subscription that brings reports of mail. */
const feedback = (): Resource => {
  const [one, ...others] = resources(template, 'AWS::SNS::Subscription').filter(
    ([, { Properties }]) => Properties.Protocol === 'lambda',
  );
  if (one === undefined || others.length > 0) throw new Error('Not exactly one subscription of a function');
  return one[1];
};

/** What a function's role may do, each action with the resources it may do it to. */
const rightsOf = (name: string): { action: string; statement: Statement }[] => {
  const [id] = [...names].find(([, of]) => of === name) ?? [''];
  const role = new Map(resources(template, 'AWS::Lambda::Function')).get(id)?.Properties.Role['Fn::GetAtt'][0];
  return policies
    .filter(([, { Properties }]) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role))
    .flatMap(([, policy]) => statements(policy))
    .flatMap((statement) => list(statement.Action).map((action) => ({ action, statement })));
};

describe('what keeps people’s data', () => {
  const [, table] = only(template, 'AWS::DynamoDB::GlobalTable');
  const [replica] = table.Properties.Replicas;

  it('encrypts the table under a key of the account that rotates each year', () => {
    const [key, { Properties }] = only(template, 'AWS::KMS::Key');

    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(replica.SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0]).toBe(key);
    expect(Properties.EnableKeyRotation).toBe(true);
  });

  it('can restore any second of the last 35 days', () => {
    expect(replica.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it.each([
    ['AWS::DynamoDB::GlobalTable', 'Retain'],
    ['AWS::KMS::Key', 'Retain'],
    ['AWS::Cognito::UserPool', 'Retain'],
  ])('keeps the %s when the stack is deleted', (type, policy) => {
    expect(only(template, type)[1].DeletionPolicy).toBe(policy);
  });

  it('protects table and user pool from deletion by mistake', () => {
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(only(template, 'AWS::Cognito::UserPool')[1].Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('deletes all of it where the deployment is a rehearsal that asks for it', () => {
    const rehearsal = synthesized({ stage: 'rehearsal', removal: 'destroy' });
    const [, { DeletionPolicy, Properties }] = only(rehearsal, 'AWS::DynamoDB::GlobalTable');

    expect(DeletionPolicy).toBe('Delete');
    expect(Properties.Replicas[0].DeletionProtectionEnabled).toBe(false);
  });

  it('encrypts reports of undelivered mail, which name the recipient, under the same key', () => {
    const [key] = only(template, 'AWS::KMS::Key');
    const [, { Properties }] = only(template, 'AWS::SES::ConfigurationSetEventDestination');
    const topic = new Map(resources(template, 'AWS::SNS::Topic')).get(
      Properties.EventDestination.SnsDestination.TopicARN.Ref,
    );

    expect(topic?.Properties.KmsMasterKeyId['Fn::GetAtt'][0]).toBe(key);
  });

  it('lets SES write those reports: the topic takes them from its configuration set, and the key serves it', () => {
    const [, { Properties: key }] = only(template, 'AWS::KMS::Key');
    const subscription = feedback();
    const [, topic] =
      resources(template, 'AWS::SNS::TopicPolicy').find(
        ([, { Properties }]) => Properties.Topics[0].Ref === subscription.Properties.TopicArn.Ref,
      ) ?? [];
    const bySes = (all: { Principal: { Service?: string } }[]) =>
      all.filter(({ Principal }) => Principal.Service === 'ses.amazonaws.com');

    expect(bySes(topic?.Properties.PolicyDocument.Statement)).toMatchObject([
      { Effect: 'Allow', Action: 'sns:Publish', Condition: { StringEquals: { 'AWS:SourceAccount': account } } },
    ]);
    expect(bySes(key.KeyPolicy.Statement)).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'ses.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      },
    ]);
  });

  it('keeps a report that could not be handed on under the same key, and lets SNS of this stack put it there', () => {
    const [key, { Properties }] = only(template, 'AWS::KMS::Key');
    const given = feedback().Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0];
    const queue = new Map(resources(template, 'AWS::SQS::Queue')).get(given);
    const bySns = Properties.KeyPolicy.Statement.filter(
      ({ Principal }: { Principal: { Service?: string } }) => Principal.Service === 'sns.amazonaws.com',
    );
    const held = rightsOf('record-mail-feedback').filter(({ action }) => action.startsWith('kms:'));

    expect(queue?.Properties.KmsMasterKeyId['Fn::GetAtt'][0]).toBe(key);
    expect(bySns).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: {
            'aws:SourceArn': { 'Fn::Join': ['', ['arn:aws:sns:eu-west-2:', account, ':careway-production-*']] },
          },
        },
      },
    ]);
    // Lambda puts what failed for good there with the function's own role.
    expect(held.map(({ action }) => action)).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey']));
  });

  it('names in the key’s policy no service without its account', () => {
    const [, { Properties }] = only(template, 'AWS::KMS::Key');
    const services = Properties.KeyPolicy.Statement.filter(
      ({ Principal }: { Principal: { Service?: string } }) => Principal.Service !== undefined,
    );

    expect(services).toHaveLength(2);
    for (const { Condition } of services) expect(Condition.StringEquals['aws:SourceAccount']).toEqual(account);
  });

  it('is read and written with the key by the function’s own role', () => {
    for (const [name, { rights }] of Object.entries(functions)) {
      const held = new Set(rightsOf(name).map(({ action }) => action));
      const wanted = (rights as readonly Right[]).includes('write-cases')
        ? ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']
        : ['kms:Decrypt'];
      expect(
        wanted.filter((action) => !held.has(action)),
        name,
      ).toEqual([]);
    }
  });
});

describe('what keeps people’s documents', () => {
  const [bucket, { Properties, DeletionPolicy }] = only(template, 'AWS::S3::Bucket');
  const [key] = only(template, 'AWS::KMS::Key');

  it('encrypts them under the same key as the table', () => {
    const [{ ServerSideEncryptionByDefault: by }] = Properties.BucketEncryption.ServerSideEncryptionConfiguration;

    expect(by.SSEAlgorithm).toBe('aws:kms');
    expect(by.KMSMasterKeyID['Fn::GetAtt'][0]).toBe(key);
  });

  it('shuts out the public and all that is not TLS', () => {
    const [, policy] = only(template, 'AWS::S3::BucketPolicy');
    const denied = statements(policy).filter(({ Effect }) => Effect === 'Deny');

    expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(denied.map(({ Condition }) => Condition)).toEqual(
      expect.arrayContaining([
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      ]),
    );
  });

  it('keeps the bucket when the stack is deleted, and not where a rehearsal asks for it', () => {
    const rehearsal = synthesized({ stage: 'rehearsal', removal: 'destroy' });

    expect(DeletionPolicy).toBe('Retain');
    expect(only(rehearsal, 'AWS::S3::Bucket')[1].DeletionPolicy).toBe('Delete');
  });

  it('lets the public site write where uploads wait and where documents are kept, and delete for good only the former', () => {
    const where = (action: string) =>
      rightsOf('public-site')
        .filter((right) => right.action === action)
        .map(({ statement }) => /"\/(\w+\/\*)"/.exec(JSON.stringify(statement.Resource))?.[1])
        .toSorted();

    expect(where('s3:PutObject')).toEqual(['documents/*', 'incoming/*']);
    expect(where('s3:DeleteObjectVersion')).toEqual(['incoming/*']);
    expect(where('s3:DeleteObject')).toEqual(['documents/*']);
    expect(rightsOf('public-site').filter(({ action }) => action === 's3:ListBucket')).toEqual([]);
  });

  it('tells each function that has a right to them where they are and whether they are scanned', () => {
    const told = resources(template, 'AWS::Lambda::Function')
      .filter(([, lambda]) => lambda.Properties.Environment.Variables.DOCUMENTS_BUCKET?.Ref === bucket)
      .map(([, lambda]) => lambda.Properties.Environment.Variables);

    expect(told.map((variables) => variables.POWERTOOLS_SERVICE_NAME).toSorted()).toEqual([
      'public-site',
      'staff-site',
      'sweep-documents',
    ]);
    expect(told.map((variables) => variables.DOCUMENTS_SCANNED)).toEqual(['yes', 'yes', 'yes']);
  });

  it('has GuardDuty scan each document and tag it, in a role that reads nothing else', () => {
    const [, plan] = only(template, 'AWS::GuardDuty::MalwareProtectionPlan');
    const role = new Map(resources(template, 'AWS::IAM::Role')).get(plan.Properties.Role['Fn::GetAtt'][0]);

    expect(plan.Properties).toMatchObject({
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { BucketName: { Ref: bucket }, ObjectPrefixes: ['documents/'] } },
    });
    expect(role?.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service).toBe(
      'malware-protection-plan.guardduty.amazonaws.com',
    );
  });

  it('scans nothing where the deployment says so, and the functions know', () => {
    const unscanned = synthesized({ scanDocuments: 'false' });
    const told = resources(unscanned, 'AWS::Lambda::Function').flatMap(
      ([, lambda]) => lambda.Properties.Environment.Variables.DOCUMENTS_SCANNED ?? [],
    );

    expect(resources(unscanned, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
    expect(told).toEqual(['no', 'no', 'no']);
  });
});

describe('who may do what', () => {
  /** Actions that AWS does not let a policy narrow to a resource, each with the reason. */
  const unnarrowed: Record<string, string> = {
    'xray:PutTraceSegments': 'X-Ray has no resource type for segments',
    'xray:PutTelemetryRecords': 'X-Ray has no resource type for telemetry',
    'xray:GetSamplingRules': 'X-Ray answers with all rules at once',
    'xray:GetSamplingTargets': 'X-Ray answers with all targets at once',
    'logs:CreateLogDelivery': 'log deliveries have no resource type',
    'logs:GetLogDelivery': 'log deliveries have no resource type',
    'logs:UpdateLogDelivery': 'log deliveries have no resource type',
    'logs:DeleteLogDelivery': 'log deliveries have no resource type',
    'logs:ListLogDeliveries': 'log deliveries have no resource type',
    'logs:PutResourcePolicy': 'the resource policy is one for the Region',
    'logs:DescribeResourcePolicies': 'the resource policy is one for the Region',
    'logs:DescribeLogGroups': 'needed by Step Functions to set its log group up',
  };

  it('has no policy that allows every action of a service', () => {
    const actions = policies.flatMap(([, policy]) => statements(policy).flatMap(({ Action }) => list(Action)));

    // A star after a verb names a few actions of one kind; the queue's own grant has two.
    expect(actions.filter((action) => action === '*' || action.endsWith(':*'))).toEqual([]);
    expect(new Set(actions.filter((action) => action.includes('*')))).toEqual(
      new Set(['kms:GenerateDataKey*', 'kms:ReEncrypt*']),
    );
  });

  it('allows an action on every resource only where AWS offers nothing narrower', () => {
    const wide = policies
      .flatMap(([, policy]) => statements(policy))
      .filter(({ Resource: to }) => list(to).includes('*'))
      .flatMap(({ Action }) => list(Action));

    expect(wide.filter((action) => !(action in unnarrowed))).toEqual([]);
  });

  it('uses one ready-made policy of AWS, with which API Gateway writes its logs', () => {
    const managed = resources(template, 'AWS::IAM::Role').flatMap(([, { Properties }]) =>
      (Properties.ManagedPolicyArns ?? []).map((arn: unknown) => JSON.stringify(arn)),
    );

    expect(managed).toHaveLength(1);
    expect(managed[0]).toContain('AmazonAPIGatewayPushToCloudWatchLogs');
  });

  const meaning: Record<Right, string[]> = {
    'read-cases': ['dynamodb:GetItem', 'dynamodb:Query'],
    'write-cases': ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    'scan-cases': ['dynamodb:Scan'],
    'send-mail': ['ses:SendEmail'],
    'start-executions': ['states:StartExecution'],
    'answer-tasks': ['states:SendTaskSuccess', 'states:SendTaskFailure'],
    'watch-executions': [
      'states:ListExecutions',
      'states:SendTaskHeartbeat',
      'states:DescribeExecution',
      'states:GetExecutionHistory',
      'states:StopExecution',
    ],
    'read-documents': ['s3:GetObjectTagging'],
    'write-documents': ['s3:PutObject', 's3:GetObjectVersion', 's3:DeleteObjectVersion'],
    'delete-documents': ['s3:DeleteObject'],
  };
  const each = Object.entries(functions).map(([name, { rights }]) => ({ name, rights: rights as readonly Right[] }));

  it.each(each)('lets $name do $rights and nothing else of that kind', ({ name, rights }) => {
    const known = Object.values(meaning).flat();
    const held = new Set(rightsOf(name).map(({ action }) => action));

    expect(known.filter((action) => held.has(action)).sort()).toEqual(rights.flatMap((right) => meaning[right]).sort());
  });

  it('lets nobody delete the table, and only the runs that index and reconcile what exists scan it', () => {
    const all = [...names.values()].flatMap((name) => rightsOf(name).map(({ action }) => ({ name, action })));

    expect(all.filter(({ action }) => /Scan|DeleteTable|PartiQL/.test(action))).toEqual([
      { name: 'index-persons', action: 'dynamodb:Scan' },
      { name: 'reconcile', action: 'dynamodb:Scan' },
    ]);
  });

  it('lets mail be sent from the one address only', () => {
    const [sending] = rightsOf('send-mail').filter(({ action }) => action === 'ses:SendEmail');

    expect(sending?.statement.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'no-reply@care.example.gov.uk' },
    });
  });

  it('sends mail over TLS or not at all, as a domain that it signs for, and not again where it bounced', () => {
    const [set, { Properties }] = only(template, 'AWS::SES::ConfigurationSet');

    expect(Properties.DeliveryOptions).toEqual({ TlsPolicy: 'REQUIRE' });
    expect(Properties.SuppressionOptions).toEqual({ SuppressedReasons: ['BOUNCE', 'COMPLAINT'] });
    expect(only(template, 'AWS::SES::EmailIdentity')[1].Properties).toMatchObject({
      EmailIdentity: 'care.example.gov.uk',
      ConfigurationSetAttributes: { ConfigurationSetName: { Ref: set } },
    });
  });

  it.each(['states:StartExecution', 'states:SendTaskSuccess'])(
    'lets %s be done to the two machines and no other',
    (right) => {
      const arns = Object.keys(machines).map((name) => ({
        'Fn::Join': ['', ['arn:aws:states:eu-west-2:', account, `:stateMachine:careway-production-${name}`]],
      }));
      const to = [...names.values()].flatMap((name) =>
        rightsOf(name).flatMap(({ action, statement }) => (action === right ? [statement.Resource] : [])),
      );

      expect(to.length).toBeGreaterThan(2);
      for (const resource of to) expect(resource).toEqual(arns);
    },
  );

  it('lets a function write to its own log group only', () => {
    const groups = [...names.values()].map(
      (name) => rightsOf(name).find(({ action }) => action === 'logs:PutLogEvents')?.statement.Resource,
    );

    expect(new Set(groups.map((group) => JSON.stringify(group))).size).toBe(Object.keys(functions).length);
    expect(groups).not.toContain('*');
  });
});

describe('what tells the operator', () => {
  const alarms = resources(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const text = (metric: string, namespace: string): string[] =>
    alarms
      .filter(({ MetricName, Namespace }) => MetricName === metric && Namespace === namespace)
      .map(({ AlarmDescription }) => JSON.stringify(AlarmDescription));

  it.each(['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted', 'ExecutionThrottled'])(
    'says what people suffer on %s of each state machine',
    (metric) => {
      const said = text(metric, 'AWS/States');

      for (const { errorImpact } of Object.values(machines)) {
        expect(said.filter((one) => one.includes(errorImpact))).toHaveLength(1);
      }
    },
  );

  it('says what people suffer while an event of an unattended function lies in its dead-letter queue', () => {
    const said = text('ApproximateNumberOfMessagesVisible', 'AWS/SQS');
    const unattended = [
      'apply-new-rates',
      'count-work',
      'hand-over-work',
      'index-persons',
      'reconcile',
      'record-mail-feedback',
      'remind-drafts',
      'send-digests',
      'sweep-documents',
      'sweep-signals',
    ] as const;

    expect(said).toHaveLength(unattended.length);
    for (const name of unattended) {
      expect(said.filter((one) => one.includes(functions[name].errorImpact))).toHaveLength(1);
    }
  });

  it('tells the one topic of every alarm and of its end, and raises none for want of data but by the silence of a job', () => {
    const topics = alarms.flatMap(({ AlarmActions, OKActions }) => [AlarmActions, OKActions]);

    expect(new Set(topics.map((topic) => JSON.stringify(topic))).size).toBe(1);
    expect(
      alarms.filter(
        ({ TreatMissingData, MetricName }) => TreatMissingData !== 'notBreaching' && MetricName !== 'JobFinished',
      ),
    ).toEqual([]);
  });
});

describe('what nobody waits for', () => {
  const queues = resources(template, 'AWS::SQS::Queue').map(([id]) => id);

  it('is kept in a queue where a function has failed twice more', () => {
    const kept = resources(template, 'AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => ({
      function: names.get(Properties.FunctionName.Ref),
      retries: Properties.MaximumRetryAttempts,
      queued: queues.includes(Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0]),
    }));

    expect(kept.sort((a, b) => String(a.function).localeCompare(String(b.function)))).toEqual(
      [
        'apply-new-rates',
        'count-work',
        'hand-over-work',
        'index-persons',
        'reconcile',
        'record-mail-feedback',
        'remind-drafts',
        'send-digests',
        'sweep-documents',
        'sweep-signals',
      ].map((name) => ({
        function: name,
        retries: 2,
        queued: true,
      })),
    );
  });

  it('is kept in a queue where a schedule could not call, or a topic could not deliver', () => {
    const bySchedule = resources(template, 'AWS::Scheduler::Schedule').map(
      ([, { Properties }]) => Properties.Target.DeadLetterConfig.Arn['Fn::GetAtt'][0],
    );
    const { Properties } = feedback();

    expect(bySchedule).toHaveLength(Object.keys(schedules).length);
    expect(queues).toEqual(
      expect.arrayContaining([...bySchedule, Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'][0]]),
    );
  });
});

describe('the site', () => {
  const [, stage] = only(template, 'AWS::ApiGateway::Stage');
  const [api, { Properties: apiProperties }] = only(template, 'AWS::ApiGateway::RestApi');

  it('stands behind AWS WAF', () => {
    const [, { Properties }] = only(template, 'AWS::WAFv2::WebACLAssociation');

    expect(JSON.stringify(Properties.ResourceArn)).toContain(
      stage.Properties.StageName.Ref ?? 'SiteApiDeploymentStage',
    );
    expect(Properties.WebACLArn['Fn::GetAtt'][0]).toBe(only(template, 'AWS::WAFv2::WebACL')[0]);
  });

  type Rule = {
    Name: string;
    Priority: number;
    Action?: Record<string, unknown>;
    RuleLabels?: unknown;
    // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties differ by rule; tests read the few they name
    Statement: any;
  };
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties differ by rule; tests read the few they name
  const aclOf = (of: typeof template): any => only(of, 'AWS::WAFv2::WebACL')[1].Properties;
  const rulesOf = (of: typeof template): Rule[] => aclOf(of).Rules;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const rateOf = (of: typeof template, name: string): any =>
    rulesOf(of).find(({ Name }) => Name === name)?.Statement.RateBasedStatement;

  it('lets a request of more than 8 KB through the firewall, since an application is longer', () => {
    const common = rulesOf(template).find(({ Name }) => Name === 'AWSManagedRulesCommonRuleSet');
    const { RuleActionOverrides } = common?.Statement.ManagedRuleGroupStatement ?? {};

    expect(RuleActionOverrides).toContainEqual({ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } });
  });

  it('has the manifest’s limits in the firewall: of each address, and of each council by its path', () => {
    const councils = ['leicestershire', 'coventry'];
    const two = synthesized({ councils });
    const counted = rulesOf(two).filter(({ Statement }) => 'RateBasedStatement' in Statement);
    const expected = Object.entries<Limit>(limits).flatMap(([name, { of, requests, seconds }]) =>
      (of === 'council' ? councils.map((slug) => `${name}-${slug}`) : [name]).map((one) => ({
        name: one,
        by: of === 'council' ? 'CONSTANT' : 'IP',
        requests,
        seconds,
        marks: [{ Name: `limited:${seconds}` }],
      })),
    );
    const paths = councils.map(
      (slug) => rateOf(two, `one-council-${slug}`).ScopeDownStatement.RegexMatchStatement.RegexString,
    );

    expect(
      counted.map(({ Name, RuleLabels, Statement }) => {
        const { AggregateKeyType, Limit, EvaluationWindowSec } = Statement.RateBasedStatement;
        return { name: Name, by: AggregateKeyType, requests: Limit, seconds: EvaluationWindowSec, marks: RuleLabels };
      }),
    ).toEqual(expected);
    expect(paths).toEqual(['^(/live)?/leicestershire(/|$)', '^(/live)?/coventry(/|$)']);
    expect(paths.map((path) => new RegExp(path).test('/leicestershire/case'))).toEqual([true, false]);
    expect(new RegExp(paths[0]).test('/leicestershires')).toBe(false);
  });

  it('counts guesses at the doors that the manifest calls guarded, and at no others', () => {
    const { AndStatement } = rateOf(template, 'guessed-by-one-address').ScopeDownStatement;
    const [, { OrStatement }] = AndStatement.Statements;
    const patterns: RegExp[] = OrStatement.Statements.map(
      ({ RegexMatchStatement }: { RegexMatchStatement: { RegexString: string } }) =>
        new RegExp(RegexMatchStatement.RegexString),
    );
    const counts = (path: string) => patterns.some((pattern) => pattern.test(path));

    for (const { path, ...door } of doors) expect(counts(path.replace('{council}', 'x')), path).toBe('guarded' in door);
    expect(counts('/live/rutland/case/sign-in/token')).toBe(true);
  });

  it('turns away who is over a limit with a page or JSON as they ask, after all limits, with the wait in words and in a header', () => {
    const rules = rulesOf(template);
    const lastLimit = rules.findLastIndex(({ Statement }) => 'RateBasedStatement' in Statement);
    const turnedAway = rules.slice(lastLimit + 1, lastLimit + 5);
    const bodies = aclOf(template).CustomResponseBodies;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const answer = ({ Action }: Rule): any => (Action as any).Block.CustomResponse;

    expect(turnedAway.map(({ Name }) => Name)).toEqual(['page-of-600', 'json-of-600', 'page-of-60', 'json-of-60']);
    for (const rule of turnedAway) {
      const { ResponseCode, CustomResponseBodyKey, ResponseHeaders } = answer(rule);
      const { Content, ContentType } = bodies[CustomResponseBodyKey];
      const seconds = rule.Name.endsWith('600') ? '600' : '60';
      expect(ResponseCode).toBe(429);
      expect(ResponseHeaders).toContainEqual({ Name: 'retry-after', Value: seconds });
      expect(ContentType).toBe(rule.Name.startsWith('page') ? 'TEXT_HTML' : 'APPLICATION_JSON');
      expect(Content).toContain(
        rule.Name.startsWith('page') ? (seconds === '600' ? '10 minutes' : '1 minute') : seconds,
      );
      // AWS WAF keeps 10,240 bytes of a body.
      expect(Buffer.byteLength(Content)).toBeLessThan(10_240);
    }
    expect(bodies.page60.Content).toContain('0345 045 5202');
  });

  it('believes a header about the client where the deployment names proxies, and then lets nobody in but through them', () => {
    const behind = synthesized({ proxyAddresses: '198.51.100.0/24,2001:db8::/48' });
    const [first] = rulesOf(behind);
    const sets = resources(behind, 'AWS::WAFv2::IPSet').map(([, { Properties }]) => Properties.Addresses);
    const told = (of: typeof template) =>
      resources(of, 'AWS::Lambda::Function').map(
        ([, lambda]) => lambda.Properties.Environment.Variables.PROXY_ADDRESSES,
      );

    expect(first).toMatchObject({ Name: 'only-through-the-proxies', Action: { Block: {} } });
    expect(sets).toEqual([['198.51.100.0/24'], ['2001:db8::/48']]);
    expect(rateOf(behind, 'one-address')).toMatchObject({
      AggregateKeyType: 'FORWARDED_IP',
      ForwardedIPConfig: { HeaderName: 'X-Forwarded-For', FallbackBehavior: 'NO_MATCH' },
    });
    expect(new Set(told(behind))).toEqual(new Set(['198.51.100.0/24,2001:db8::/48']));
    expect(new Set(told(template))).toEqual(new Set(['']));
    expect(JSON.stringify(aclOf(template))).not.toContain('FORWARDED');
  });

  it('logs what the firewall refused alone, without paths, queries, cookies and tokens, for as long as the other logs', () => {
    const [, { Properties }] = only(template, 'AWS::WAFv2::LoggingConfiguration');
    const [, group] =
      resources(template, 'AWS::Logs::LogGroup').find(
        ([, { Properties: of }]) => of.LogGroupName === 'aws-waf-logs-careway-production',
      ) ?? [];

    expect(JSON.stringify(Properties.LogDestinationConfigs)).toContain(':log-group:aws-waf-logs-careway-production"');
    expect(group?.Properties.RetentionInDays).toBe(30);
    expect(Properties.RedactedFields).toEqual([
      { UriPath: {} },
      { QueryString: {} },
      ...['authorization', 'cookie', 'referer', 'user-agent', 'x-csrf-token'].map((Name) => ({
        SingleHeader: { Name },
      })),
    ]);
    expect(Properties.LoggingFilter).toEqual({
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    });
  });

  it('is regional and refuses TLS below 1.2', () => {
    expect(apiProperties.EndpointConfiguration.Types).toEqual(['REGIONAL']);
    expect(apiProperties.SecurityPolicy).toBe('SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09');
  });

  it('takes and gives bytes of every kind, pages and files alike', () => {
    expect(apiProperties.BinaryMediaTypes).toEqual(['*/*']);
  });

  it('compresses answers from the size at which the local gateway does', () => {
    expect(apiProperties.MinimumCompressionSize).toBe(compressedFrom);
  });

  it('is not traced by X-Ray, which would keep paths with people’s references and tokens', () => {
    expect(stage.Properties.TracingEnabled ?? false).toBe(false);
  });

  it('answers for the council’s host with its certificate, and then for API Gateway’s own no more', () => {
    const certificateArn = 'arn:aws:acm:eu-west-2:000000000000:certificate/one';
    const own = synthesized({
      siteUrl: 'https://care.example.gov.uk',
      proxyAddresses: '198.51.100.0/24',
      certificateArn,
    });
    const [domain, { Properties }] = only(own, 'AWS::ApiGateway::DomainName');

    expect(Properties).toMatchObject({
      DomainName: 'care.example.gov.uk',
      RegionalCertificateArn: certificateArn,
      EndpointConfiguration: { Types: ['REGIONAL'] },
      SecurityPolicy: 'TLS_1_2',
    });
    expect(only(own, 'AWS::ApiGateway::BasePathMapping')[1].Properties).toMatchObject({ DomainName: { Ref: domain } });
    expect(only(own, 'AWS::ApiGateway::BasePathMapping')[1].Properties.BasePath).toBeUndefined();
    expect(only(own, 'AWS::ApiGateway::RestApi')[1].Properties.DisableExecuteApiEndpoint).toBe(true);
  });

  it('limits every method to more than one address may send, so that none can shut a door to others', () => {
    const { Limit, EvaluationWindowSec } = rateOf(template, 'one-address');
    const perMethod: number[] = stage.Properties.MethodSettings.flatMap(
      ({ ThrottlingRateLimit }: { ThrottlingRateLimit?: number }) => ThrottlingRateLimit ?? [],
    );

    expect(perMethod).toHaveLength(resources(template, 'AWS::ApiGateway::Method').length);
    expect(Math.min(...perMethod)).toBeGreaterThan(Limit / EvaluationWindowSec);
  });

  it('logs no address, name, path or header of the person who asks', () => {
    const { Format } = stage.Properties.AccessLogSetting;

    expect(Object.keys(JSON.parse(Format))).toEqual([
      'requestId',
      'at',
      'method',
      'door',
      'status',
      'milliseconds',
      'bytes',
      'functionRequestId',
      'error',
    ]);
    expect(Format).not.toMatch(/identity|userAgent|authorizer|context\.path\b/);
  });

  it('answers with a page what people meet where API Gateway answers by itself, and with problem details what programs meet', () => {
    const types = Object.fromEntries(
      resources(template, 'AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => [
        Properties.ResponseType,
        [
          Properties.ResponseParameters['gatewayresponse.header.Content-Type'],
          Properties.ResponseTemplates['application/json'].slice(0, 9),
        ],
      ]),
    );
    const [problem, page] = [
      ["'application/problem+json'", '{"type":"'],
      ["'text/html; charset=utf-8'", '<!DOCTYPE'],
    ];

    expect(types).toEqual({
      MISSING_AUTHENTICATION_TOKEN: problem,
      REQUEST_TOO_LARGE: problem,
      UNSUPPORTED_MEDIA_TYPE: problem,
      DEFAULT_4XX: problem,
      THROTTLED: page,
      WAF_FILTERED: page,
      INTEGRATION_TIMEOUT: page,
      DEFAULT_5XX: page,
    });
  });

  it('tells the functions its address by the id of the API, or the address that the deployment gives', () => {
    const told = (of: typeof template): unknown =>
      resources(of, 'AWS::Lambda::Function')[0]?.[1].Properties.Environment.Variables.SITE_URL;

    expect(JSON.stringify(told(template))).toContain(api);
    expect(told(synthesized({ siteUrl: 'https://care.example.gov.uk', proxyAddresses: '198.51.100.0/24' }))).toBe(
      'https://care.example.gov.uk',
    );
  });
});

describe('sign-in of staff', () => {
  const [, { Properties: pool }] = only(template, 'AWS::Cognito::UserPool');
  const [, { Properties: client }] = only(template, 'AWS::Cognito::UserPoolClient');

  it('is by invitation and with a second factor', () => {
    expect(pool.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool.MfaConfiguration).toBe('ON');
    expect(pool.EnabledMfas).toEqual(['SOFTWARE_TOKEN_MFA']);
  });

  it('mails staff through SES from the deployment’s own address, in our words, once the domain is verified', () => {
    const unverified = synthesized({ mailVerified: false });

    expect(pool.EmailConfiguration).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      From: 'Adult social care casework <no-reply@care.example.gov.uk>',
    });
    expect(JSON.stringify(pool.EmailConfiguration.SourceArn)).toContain(':identity/care.example.gov.uk"');
    expect(only(unverified, 'AWS::Cognito::UserPool')[1].Properties.EmailConfiguration).toBeUndefined();
    for (const words of ['{username}', '{####}', 'within 7 days', 'tell your manager']) {
      expect(pool.AdminCreateUserConfig.InviteMessageTemplate.EmailMessage).toContain(words);
    }
    expect(pool.VerificationMessageTemplate.EmailMessage).toContain('{####}');
  });

  it('is by authorization code without a secret, and by no flow that shows the password to the site', () => {
    expect(client.AllowedOAuthFlows).toEqual(['code']);
    expect(client.GenerateSecret).toBe(false);
    expect(client.ExplicitAuthFlows).toEqual(['ALLOW_REFRESH_TOKEN_AUTH']);
  });

  it('has its pages at a host of the stage and account, or of the name that the deployment gives', () => {
    const host = (of: typeof template): unknown => only(of, 'AWS::Cognito::UserPoolDomain')[1].Properties.Domain;

    expect(host(template)).toEqual({ 'Fn::Join': ['', ['careway-production-', account]] });
    expect(host(synthesized({ signInPrefix: 'care-rutland' }))).toBe('care-rutland');
  });

  it('is told to the staff site, which checks tokens, and to the public site, whose OpenAPI document names it', () => {
    const told = resources(template, 'AWS::Lambda::Function')
      .filter(([, lambda]) => lambda.Properties.Environment.Variables.STAFF_ISSUER !== undefined)
      .map(([, lambda]) => lambda.Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME);

    expect(told.toSorted()).toEqual(['public-site', 'staff-site']);
  });

  it('comes back to each council that is served, from signing in and from signing out, by code alone', () => {
    const two = synthesized({
      siteUrl: 'https://care.example.gov.uk',
      proxyAddresses: '198.51.100.0/24',
      councils: 'leicestershire,coventry',
    });

    expect(only(two, 'AWS::Cognito::UserPoolClient')[1].Properties).toMatchObject({
      CallbackURLs: [
        'https://care.example.gov.uk/leicestershire/staff/signed-in',
        'https://care.example.gov.uk/coventry/staff/signed-in',
      ],
      LogoutURLs: [
        'https://care.example.gov.uk/leicestershire/staff/signed-out',
        'https://care.example.gov.uk/coventry/staff/signed-out',
      ],
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
    });
  });

  it('is told to the staff site: where its pages are, and which councils have a directory of their own', () => {
    const own = synthesized({ staffDirectories: { leicestershire: 'https://login.example/metadata.xml' } });
    const told = (of: ReturnType<typeof synthesized>) =>
      resources(of, 'AWS::Lambda::Function')
        .map(([, { Properties }]) => Properties.Environment?.Variables ?? {})
        .filter((variables) => 'STAFF_SIGN_IN_URL' in variables);

    // The staff site, and the public one, whose OpenAPI document says where staff sign in.
    expect(told(own).map(({ STAFF_DIRECTORIES }) => STAFF_DIRECTORIES)).toEqual(['leicestershire', 'leicestershire']);
    expect(JSON.stringify(told(own)[0]?.['STAFF_SIGN_IN_URL'])).toContain('.amazoncognito.com');
  });

  it('has a group for every role of every council that is served', () => {
    const two = synthesized({ councils: ['leicestershire', 'coventry'] });
    const groups = resources(two, 'AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties.GroupName);

    expect(groups.sort()).toEqual(
      ['leicestershire', 'coventry'].flatMap((council) => staffRole.options.map((role) => `${council}.${role}`)).sort(),
    );
  });

  it('takes a council’s own directory where the deployment names its metadata', () => {
    const own = synthesized({ staffDirectories: { leicestershire: 'https://login.example/metadata.xml' } });

    const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
    expect(only(own, 'AWS::Cognito::UserPoolIdentityProvider')[1].Properties).toMatchObject({
      ProviderName: 'leicestershire',
      ProviderType: 'SAML',
      ProviderDetails: { MetadataURL: 'https://login.example/metadata.xml' },
      AttributeMapping: { email: `${claims}/emailaddress`, name: `${claims}/name` },
    });
    expect(only(own, 'AWS::Cognito::UserPoolClient')[1].Properties.SupportedIdentityProviders).toContainEqual({
      Ref: only(own, 'AWS::Cognito::UserPoolIdentityProvider')[0],
    });
  });
});

describe('every function', () => {
  it.each(resources(template, 'AWS::Lambda::Function'))(
    '%s is Node 24 on arm64, traced, with JSON logs',
    (_, lambda) => {
      expect(lambda.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      });
    },
  );

  it('is the stack’s only code: no custom resource runs on the side', () => {
    expect(types.filter(({ Type }) => Type.startsWith('Custom::'))).toEqual([]);
    expect(names.size).toBe(Object.keys(functions).length);
  });
});
