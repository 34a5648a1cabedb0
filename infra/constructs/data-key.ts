import { RemovalPolicy } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The key under which people's data lies. It is the account's own rather than one that AWS manages, because the council is
 * the controller: CloudTrail then shows each use, the key's policy can shut out a role at once, and disabling the key
 * stops all reading in an incident. It costs a dollar a month. Defaults: yearly rotation, 30 days before a deletion.
 *
 * Its policy names no function: which function may use it stands in the function's own role, so the key needs no change for a new one. SES
 * has no role of ours, and writes to the encrypted topic of undelivered mail only if the key's policy lets it.
 */
export const dataKey = (scope: Construct, id: string, { keep }: { readonly keep: boolean }): Key => {
  const key = new Key(scope, id, {
    description: "Careway: people's cases, their documents and reports of undelivered mail",
    enableKeyRotation: true,
    removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  key.grantEncryptDecrypt(new ServicePrincipal('ses.amazonaws.com'));
  return key;
};
