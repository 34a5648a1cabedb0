import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnIPSet, CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { busyPage, type Reached } from '../../templates/busy-page.ts';
import { doors, forwardedHeader, gatewayHeaders, type Limit, limits, tooManyRequests } from '../service-map.ts';

export type FirewallProps = {
  /** The API Gateway stage that it stands before, and its name, with which paths begin under API Gateway's own address. */
  readonly stageArn: string;
  readonly stageName: string;
  /** The councils that are served, each of which has a limit of its own. */
  readonly councils: readonly string[];
  /** How they are reached, for the page of who is turned away. */
  readonly reached: readonly Reached[];
  /** Ranges of addresses of the proxies through which alone people come. @default none: they come straight */
  readonly proxies: readonly string[];
  /** Part of the name of its log, which AWS wants to begin with `aws-waf-logs-`. */
  readonly logName: string;
  readonly logRetention: RetentionDays;
};

type Statement = CfnWebACL.StatementProperty;
type Aggregated = Pick<CfnWebACL.RateBasedStatementProperty, 'aggregateKeyType' | 'forwardedIpConfig'>;
type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>;

/**
 * Rules of AWS's common set that read the body are counted, not enforced: people describe their lives in long free text, the set
 * refuses bodies over 8 KB, and what a person sent must not be lost. The functions check and escape all of it, up to `bodyLimits`.
 */
const bodyRules = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
];

const visibility = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples would keep people's addresses and headers.
  sampledRequestsEnabled: false,
});

const managed = (name: string, counted: readonly string[]): Rule => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visibility(name),
});

/** Paths in which letters are written as `%61` are the same paths. */
const decoded = [{ priority: 0, type: 'URL_DECODE' }];
const asItIs = [{ priority: 0, type: 'NONE' }];

const sends: Statement = {
  orStatement: {
    statements: ['POST', 'PUT'].map((searchString) => ({
      byteMatchStatement: {
        searchString,
        fieldToMatch: { method: {} },
        positionalConstraint: 'EXACTLY',
        textTransformations: asItIs,
      },
    })),
  },
};

const readsPages: Statement = {
  byteMatchStatement: {
    searchString: 'text/html',
    fieldToMatch: { singleHeader: { Name: 'accept' } },
    positionalConstraint: 'CONTAINS',
    textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
  },
};

/** Marks who is over a limit, for the rules after it to turn away. */
const overLimit = ({ seconds }: Pick<Limit, 'seconds'>): string => `limited:${seconds}`;

/**
 * AWS WAF before the site: the limits of the manifest, for each address and for each council, then AWS's common and known-bad-input rules. A limit only marks
 * who is over it; the rules after all limits turn the marked away, with a page or with JSON as they ask. What was refused is logged, without path, query, cookies and tokens.
 */
export class Firewall extends Construct {
  /** By which its metrics are found; the stack's name, since two stages may stand in one account. */
  readonly metricName: string;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    this.metricName = Stack.of(this).stackName;
    const { stageArn, stageName, councils, reached, proxies, logName, logRetention } = props;
    const pathBegins = (pattern: string): Statement => ({
      regexMatchStatement: {
        regexString: `^(/${stageName})?${pattern}(/|$)`,
        fieldToMatch: { uriPath: {} },
        textTransformations: decoded,
      },
    });
    const guarded = doors
      .filter((door) => 'guarded' in door)
      .map(({ path }) => pathBegins(path.replace(/\{\w+\}/, '[^/]+')));
    const guesses: Statement = { andStatement: { statements: [sends, { orStatement: { statements: guarded } }] } };
    const scopes: Record<Limit['counts'], Statement | undefined> = { all: undefined, sent: sends, guesses };

    // The first address in the header counts, so a proxy must write the header anew; it is read only of requests that come from a proxy.
    const client: Aggregated =
      proxies.length === 0
        ? { aggregateKeyType: 'IP' }
        : {
            aggregateKeyType: 'FORWARDED_IP',
            forwardedIpConfig: { headerName: forwardedHeader, fallbackBehavior: 'NO_MATCH' },
          };
    const rate = (
      name: string,
      limit: Limit,
      aggregated: Aggregated,
      scopeDownStatement: Statement | undefined,
    ): Rule => ({
      name,
      action: { count: {} },
      ruleLabels: [{ name: overLimit(limit) }],
      statement: {
        rateBasedStatement: {
          limit: limit.requests,
          evaluationWindowSec: limit.seconds,
          ...aggregated,
          ...(scopeDownStatement && { scopeDownStatement }),
        },
      },
      visibilityConfig: visibility(name),
    });
    const counted = Object.entries<Limit>(limits).flatMap(([name, limit]): Rule[] =>
      limit.of === 'address'
        ? [rate(name, limit, client, scopes[limit.counts])]
        : councils.map((slug) =>
            rate(`${name}-${slug}`, limit, { aggregateKeyType: 'CONSTANT' }, pathBegins(`/${slug}`)),
          ),
    );

    const windows = [...new Set(Object.values<Limit>(limits).map(({ seconds }) => seconds))].toSorted((a, b) => b - a);
    const turnedAway = windows.flatMap((seconds): Rule[] => {
      const marked: Statement = { labelMatchStatement: { scope: 'LABEL', key: overLimit({ seconds }) } };
      const block = (name: string, customResponseBodyKey: string, statement: Statement): Rule => ({
        name,
        action: {
          block: {
            customResponse: {
              responseCode: 429,
              customResponseBodyKey,
              responseHeaders: Object.entries({ ...gatewayHeaders, 'Retry-After': String(seconds) }).map(
                ([header, value]) => ({ name: header.toLowerCase(), value }),
              ),
            },
          },
        },
        statement,
        visibilityConfig: visibility(name),
      });
      return [
        block(`page-of-${seconds}`, `page${seconds}`, { andStatement: { statements: [marked, readsPages] } }),
        block(`json-of-${seconds}`, `json${seconds}`, marked),
      ];
    });
    const customResponseBodies = Object.fromEntries(
      windows.flatMap((seconds) => [
        [`page${seconds}`, { contentType: 'TEXT_HTML', content: busyPage(seconds / 60, reached) }],
        [`json${seconds}`, { contentType: 'APPLICATION_JSON', content: JSON.stringify(tooManyRequests(seconds)) }],
      ]),
    );

    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(this.metricName),
      customResponseBodies,
      rules: [
        ...this.#onlyThrough(proxies),
        ...counted,
        ...turnedAway,
        managed('AWSManagedRulesCommonRuleSet', bodyRules),
        managed('AWSManagedRulesKnownBadInputsRuleSet', []),
      ].map((rule, priority) => ({ ...rule, priority })),
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: stageArn, webAclArn: acl.attrArn });
    this.#log(acl, `aws-waf-logs-${logName}`, logRetention);
  }

  /** Where people come through proxies, nobody else comes in: otherwise whoever goes round them could write any address into the header. */
  #onlyThrough(proxies: readonly string[]): Rule[] {
    const sets = [
      { version: 'IPV4', addresses: proxies.filter((range) => !range.includes(':')) },
      { version: 'IPV6', addresses: proxies.filter((range) => range.includes(':')) },
    ].filter(({ addresses }) => addresses.length > 0);
    const among = sets.map(({ version, addresses }) => ({
      ipSetReferenceStatement: {
        arn: new CfnIPSet(this, `Proxies${version}`, { scope: 'REGIONAL', ipAddressVersion: version, addresses })
          .attrArn,
      },
    }));
    const [one, ...others] = among;
    if (one === undefined) return [];
    const name = 'only-through-the-proxies';
    return [
      {
        name,
        action: { block: {} },
        statement: {
          notStatement: { statement: others.length > 0 ? { orStatement: { statements: [one, ...others] } } : one },
        },
        visibilityConfig: visibility(name),
      },
    ];
  }

  /** What was refused is logged, and nothing of what was let through. AWS leaves the address in it, and takes out what we name. */
  #log(acl: CfnWebACL, logGroupName: string, retention: RetentionDays): void {
    const logs = new LogGroup(this, 'Logs', { logGroupName, retention, removalPolicy: RemovalPolicy.DESTROY });
    // AWS WAF takes the group's ARN without the star with which CloudFormation ends it.
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [arn],
      // Property names in these two pass through as they are, in CloudFormation's spelling.
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        ...['authorization', 'cookie', 'referer', 'user-agent', 'x-csrf-token'].map((Name) => ({
          singleHeader: { Name },
        })),
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] },
        ],
      },
    });
    logging.node.addDependency(logs);
  }
}
