import { readFileSync } from 'node:fs';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { metricsNamespace } from '../schemas/metrics.ts';
import { accepted } from './constructs/accepted.ts';
import { alarmTopic } from './constructs/alarm-topic.ts';
import { CarewayFunction } from './constructs/careway-function.ts';
import { ClockSchedule } from './constructs/clock-schedule.ts';
import { OperatorDashboard } from './constructs/operator-dashboard.ts';
import { OutgoingMail } from './constructs/outgoing-mail.ts';
import { SignOfLife } from './constructs/sign-of-life.ts';
import { SiteApi } from './constructs/site-api.ts';
import { StaffSignIn } from './constructs/staff-sign-in.ts';
import {
  executionArns,
  machineArn,
  placeholdersIn,
  StateMachineFromFile,
} from './constructs/state-machine-from-file.ts';
import { WatchedAlarms } from './constructs/watched-alarms.ts';
import type { DataStack } from './data-stack.ts';
import { type Deployment, reachedBy } from './deployment.ts';
import {
  type FunctionName,
  type FunctionSpec,
  functions,
  jobs,
  type MachineName,
  machines,
  mailFeedback,
  placeholder,
  type Right,
  schedules,
  sites,
} from './service-map.ts';

export type ServiceStackProps = StackProps & {
  readonly deployment: Deployment;
  /** What the service works on. */
  readonly data: DataStack;
  /** The bundle of each function; tests that do not look at code give a stand-in. */
  readonly code: (name: FunctionName) => Code;
  /** How long logs are kept; they hold no personal data. */
  readonly logRetention: RetentionDays;
};

/** The parts of a record by the same names, each made from its entry. */
const each = <Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  make: (name: Name, from: From) => To,
) =>
  Object.fromEntries(
    (Object.entries(record) as [Name, From][]).map(([name, from]) => [name, make(name, from)]),
  ) as Record<Name, To>;

const unattended = new Set<FunctionName>([mailFeedback.function, ...jobs.keys()]);
const projectFile = (file: string): URL => new URL(`../${file}`, import.meta.url);

/** What serves one council or several with the data of its data stack: what the manifest says, as AWS resources. It can be deleted and deployed anew. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, data, code, logRetention, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const { stage, councils, siteUrl, certificateArn, mailFrom, alarmEmail, proxyAddresses } = deployment;
    const mailIdentity = deployment.mailIdentity ?? (stage === 'production' ? 'own' : 'shared');
    const { key, cases, documents } = data;

    const alarms = alarmTopic(this, 'Alarms', alarmEmail);
    const mail = new OutgoingMail(this, 'Mail', { from: mailFrom, key, identity: mailIdentity });
    const site = new SiteApi(this, 'Site', {
      siteUrl,
      certificateArn,
      councils,
      reached: reachedBy(councils),
      proxies: proxyAddresses,
      logRetention,
      stage,
      alarms,
    });
    const staff = new StaffSignIn(this, 'Staff', {
      pool: data.staff.pool,
      stage,
      councils,
      siteUrl: site.url,
      prefix: deployment.signInPrefix,
      directories: deployment.staffDirectories,
    });

    const environment = {
      COUNCILS: councils.join(','),
      SITE_URL: site.url,
      PROXY_ADDRESSES: proxyAddresses.join(','),
      POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(stage),
    };
    const built = each<FunctionName, FunctionSpec, CarewayFunction>(
      functions,
      (name, spec) =>
        new CarewayFunction(this, name, {
          name,
          spec,
          code: code(name),
          environment,
          logRetention,
          alarms,
          unattended: unattended.has(name),
          // Reports of mail name the recipient, under the data's key as where they come from.
          eventsKey: name === mailFeedback.function ? key : undefined,
          retried: spec.entry.startsWith('functions/journey/'),
        }),
    );

    // Machines are named by the stack: functions are told the machine's ARN and the machine is told theirs, and a name known
    // beforehand is what breaks the circle.
    const machineNames = each(machines, (name) => `${id}-${name}`);
    const machineArns = each(machineNames, (_, name) => machineArn(this, name));
    const grants: Record<Right, (to: CarewayFunction) => void> = {
      'read-cases': (to) => cases.allowReading(to),
      'write-cases': (to) => cases.allowWriting(to),
      'scan-cases': (to) => cases.allowScanning(to),
      'send-mail': (to) => mail.allowSending(to),
      'read-documents': (to) => documents.allowReading(to),
      'write-documents': (to) => documents.allowWriting(to),
      'delete-documents': (to) => documents.allowDeleting(to),
      'start-executions': (to) => {
        to.allow(['states:StartExecution'], Object.values(machineArns));
        to.lambda.addEnvironment('ASSESSMENT_JOURNEY_ARN', machineArns['assessment-journey']);
        to.lambda.addEnvironment('REVIEW_CYCLE_ARN', machineArns['review-cycle']);
      },
      // A token names no resource; AWS takes the machine that issued it, as SAM's StepFunctionsCallbackPolicy does.
      'answer-tasks': (to) =>
        to.allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], Object.values(machineArns)),
      'watch-executions': (to) => {
        to.allow(['states:ListExecutions', 'states:SendTaskHeartbeat'], Object.values(machineArns));
        to.allow(
          ['states:DescribeExecution', 'states:GetExecutionHistory', 'states:StopExecution'],
          Object.values(machineNames).map((name) => executionArns(this, name)),
        );
        for (const name of Object.values(machineNames)) {
          accepted(to.role, {
            [`AwsSolutions-IAM5[Resource::arn:aws:states:${this.region}:<AWS::AccountId>:execution:${name}:*]`]:
              'Executions are begun while the service runs, and are named by the case; these are all of one machine.',
          });
        }
      },
    };
    each<FunctionName, FunctionSpec, void>(functions, (name, { rights }) => {
      for (const right of rights) grants[right](built[name]);
    });
    staff.tell(built[sites.staff]);
    // The OpenAPI document, which is public, says where staff sign in.
    staff.tell(built[sites.public]);

    each<MachineName, (typeof machines)[MachineName], StateMachineFromFile>(
      machines,
      (name, { definition, errorImpact }) => {
        const file = projectFile(definition);
        const wanted = placeholdersIn(readFileSync(file, 'utf8'));
        const bound = each(functions, (of) => [placeholder(of), built[of].lambda] as const);
        return new StateMachineFromFile(this, name, {
          file,
          name: machineNames[name],
          functions: Object.fromEntries(Object.values(bound).filter(([placed]) => wanted.includes(placed))),
          errorImpact,
          alarms,
          logRetention,
        });
      },
    );
    each(schedules, (name, { expression, function: target }) => {
      new ClockSchedule(this, `${name}-schedule`, { expression, target: built[target] });
    });
    for (const [job, silentMinutes] of jobs) {
      const { errorImpact } = functions[job];
      new SignOfLife(this, `${job}-sign-of-life`, { job, stage, errorImpact, silentMinutes, topic: alarms });
    }
    new WatchedAlarms(this, 'Watched', {
      stage,
      tableName: cases.name,
      userPoolId: data.staff.pool.userPoolId,
      userPoolClientId: staff.client.userPoolClientId,
      topic: alarms,
    });
    mail.reportTo(built[mailFeedback.function]);
    site.serve({ public: built[sites.public], staff: built[sites.staff] });

    // Last, since it shows every alarm that there is by now.
    new OperatorDashboard(this, 'Dashboard', { stage });

    const outputs = {
      SiteUrl: site.url,
      SiteDomainTarget: site.domainTarget,
      StaffClient: staff.client.userPoolClientId,
      StaffSignInUrl: staff.url,
      MailDnsRecords: mail.dnsRecords?.map(({ name, value }) => `${name} CNAME ${value}`).join(', '),
      AlarmTopic: alarms.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) {
      if (value !== undefined) new CfnOutput(this, name, { value });
    }
  }
}
