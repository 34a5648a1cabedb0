import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

export type FirewallProps = {
  /** The API Gateway stage that it stands before. */
  readonly stageArn: string;
};

/** Requests in 5 minutes from one address. A whole council's offices may come from one, so this stops floods only. */
const requestsPerAddress = 3000;

/**
 * Rules of AWS's common set that read the body are counted, not enforced: people describe their lives in long free text, the set
 * refuses bodies over 8 KB, and what a person sent must not be lost. The functions check and escape all of it, up to 256 KB.
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

const managed = (name: string, priority: number, counted: readonly string[]): CfnWebACL.RuleProperty => ({
  name,
  priority,
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

/** AWS WAF before the site: a rate limit for each address, then AWS's common and known-bad-input rules. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stageArn }: FirewallProps) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('Site'),
      customResponseBodies: {
        tooMany: {
          contentType: 'APPLICATION_JSON',
          content: JSON.stringify({
            type: 'about:blank',
            title: 'Too many requests just now. Try again later.',
            status: 429,
          }),
        },
      },
      rules: [
        {
          name: 'RateLimit',
          priority: 0,
          action: {
            block: {
              customResponse: {
                responseCode: 429,
                customResponseBodyKey: 'tooMany',
                responseHeaders: [{ name: 'retry-after', value: '300' }],
              },
            },
          },
          statement: {
            rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddress, evaluationWindowSec: 300 },
          },
          visibilityConfig: visibility('RateLimit'),
        },
        managed('AWSManagedRulesCommonRuleSet', 1, bodyRules),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 2, []),
      ],
    });
    new CfnWebACLAssociation(this, 'Association', { resourceArn: stageArn, webAclArn: acl.attrArn });
  }
}
