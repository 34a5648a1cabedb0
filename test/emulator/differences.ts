/** A template, as far as differences change it. */
export type EmulatedTemplate = {
  Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
  Outputs: Record<string, unknown>;
};

/** Where the emulator cannot do what AWS documents, and how the template is changed for it before the deployment. */
export type Difference = {
  readonly lacks: string;
  /** AWS's own page on what the emulator lacks. */
  readonly documented: string;
  readonly adapt: (template: EmulatedTemplate) => void;
};

/** 300 days, in seconds: what the machines' expressions come to where a task begins with the execution. */
const longestWait = 25_920_000;

const keysModule = new URL('reroute-keys.ts', import.meta.url).href;

/** Lets the statements that hold the action apply to every resource, under no condition. */
const widen = ({ Resources }: EmulatedTemplate, action: string): void => {
  for (const { Type, Properties } of Object.values(Resources)) {
    if (Type !== 'AWS::IAM::Policy') continue;
    // CDK writes every inline policy so.
    const { Statement } = Properties.PolicyDocument as { Statement: Record<string, unknown>[] };
    for (const statement of Statement.filter(({ Action }) => [Action].flat().includes(action))) {
      statement.Resource = '*';
      delete statement.Condition;
    }
  }
};

/**
 * Every change between what `npm run synth` writes and what is deployed to the emulator, made to each stack. Found with MiniStack 1.5.33.
 */
export const differences: readonly Difference[] = [
  {
    lacks:
      'It has web ACLs but neither logs of them nor an association with a stage, so the site stands without its firewall.',
    documented:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html',
    adapt: ({ Resources }) => {
      for (const [id, { Type }] of Object.entries(Resources)) {
        if (['AWS::WAFv2::WebACLAssociation', 'AWS::WAFv2::LoggingConfiguration'].includes(Type)) delete Resources[id];
      }
    },
  },
  {
    lacks: 'It knows no alarm on a sum or a rate of several metrics, so those alarms watch the first of them.',
    documented: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html',
    adapt: ({ Resources }) => {
      for (const { Type, Properties } of Object.values(Resources)) {
        if (Type !== 'AWS::CloudWatch::Alarm' || Properties.Metrics === undefined) continue;
        const metrics = Properties.Metrics as { MetricStat?: { Metric: object; Period: number; Stat: string } }[];
        const [first] = metrics.flatMap(({ MetricStat }) => MetricStat ?? []);
        delete Properties.Metrics;
        Object.assign(Properties, first?.Metric, { Period: first?.Period, Statistic: first?.Stat });
      }
    },
  },
  {
    lacks: 'It makes no DNS records for the DKIM of an email identity, so the output that lists them is left out.',
    documented:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-emailidentity.html',
    adapt: ({ Outputs }) => {
      delete Outputs.MailDnsRecords;
    },
  },
  {
    lacks: 'It issues tokens in the name of Cognito, but serves the keys to check them at its own address.',
    documented:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
    adapt: ({ Resources }) => {
      for (const { Type, Properties } of Object.values(Resources)) {
        if (Type !== 'AWS::Lambda::Function') continue;
        // CDK gives every function an environment.
        const environment = Properties.Environment as { Variables: Record<string, unknown> };
        environment.Variables.NODE_OPTIONS = `--import=${keysModule}`;
      }
    },
  },
  {
    lacks:
      'It does not evaluate an expression in the TimeoutSeconds of a task that waits for a token, so that is a number.',
    documented: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
    adapt: ({ Resources }) => {
      for (const { Type, Properties } of Object.values(Resources)) {
        if (Type !== 'AWS::StepFunctions::StateMachine') continue;
        const numbered = (key: string, value: unknown) =>
          key === 'TimeoutSeconds' && typeof value === 'string' ? longestWait : value;
        Properties.DefinitionString = JSON.stringify(JSON.parse(String(Properties.DefinitionString), numbered));
      }
    },
  },
  {
    lacks: 'It does not know the identity and sender that a right to send mail names, so that right is for any sender.',
    documented: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonses.html',
    adapt: (template) => widen(template, 'ses:SendEmail'),
  },
  {
    lacks: 'It does not know whose a task token is, so the right to answer tasks is for any machine.',
    documented:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html#stepfunctions-callback-policy',
    adapt: (template) => widen(template, 'states:SendTaskSuccess'),
  },
];
