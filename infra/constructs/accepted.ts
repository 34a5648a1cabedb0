import { type CfnResource, type Resource, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A resource's ARN as those rules write it. */
export const findingArn = (resource: Resource): string => {
  // The one resource of CloudFormation that each such construct is made of.
  const { logicalId } = resource.node.defaultChild as CfnResource;
  return `<${Stack.of(resource).resolve(logicalId)}.Arn>`;
};

/**
 * Accepts what the rules of AWS Solutions (cdk-nag, run by a test) find at this construct, each for a reason. Written where CDK's own
 * `Validations.acknowledge` writes, which takes no id with an ARN in it, as findings about IAM have.
 */
export const accepted = (at: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  for (const [rule, reason] of Object.entries(reasons)) {
    at.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { [rule]: reason });
  }
};
