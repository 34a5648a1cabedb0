import { RemovalPolicy } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The key under which people's data lies. It is the account's own rather than one that AWS manages, because the council is
 * the controller: CloudTrail then shows each use, the key's policy can shut out a role at once, and disabling the key
 * stops all reading in an incident. It costs a dollar a month. Defaults: yearly rotation, 30 days before a deletion.
 */
export const dataKey = (scope: Construct, id: string, { keep }: { readonly keep: boolean }): Key =>
  new Key(scope, id, {
    description: "Careway: people's cases, their documents and reports of undelivered mail",
    enableKeyRotation: true,
    removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
