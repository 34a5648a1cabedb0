import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CarewayFunction } from './careway-function.ts';

export type DataKeyProps = {
  readonly keep: boolean;
  /** The service's stack, whose topics begin with its name. */
  readonly service: string;
};

/**
 * The key under which people's data lies. It is the account's own rather than one that AWS manages, because the council is
 * the controller: CloudTrail then shows each use, the key's policy can shut out a role at once, and disabling the key
 * stops all reading in an incident. It costs a dollar a month. Defaults: yearly rotation, 30 days before a deletion.
 *
 * Its policy names no function: which function may use it stands in the function's own role, so the key needs no change for a new one. SES
 * and SNS have no role of ours: the one writes to the encrypted topic of undelivered mail, the other puts what it could not hand on into an encrypted
 * queue, each only if the key's policy lets it, and for this account alone.
 *
 * @see Amazon SNS Developer Guide, compatibility between event sources from AWS services and encrypted topics
 */
export const dataKey = (scope: Construct, id: string, { keep, service }: DataKeyProps): Key => {
  const key = new Key(scope, id, {
    description: "Careway: people's cases, their documents and reports of undelivered mail",
    enableKeyRotation: true,
    removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const { account } = Stack.of(scope);
  const topics = Stack.of(scope).formatArn({ service: 'sns', resource: `${service}-*` });
  const callers = { ses: {}, sns: { ArnLike: { 'aws:SourceArn': topics } } };
  for (const [caller, conditions] of Object.entries(callers)) {
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`${caller}.amazonaws.com`)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account }, ...conditions },
      }),
    );
  }
  return key;
};

/** Lets a function read what lies under the key. */
export const letDecrypt = (key: IKey, reader: CarewayFunction): void => reader.allow(['kms:Decrypt'], [key.keyArn]);

/**
 * Lets a function write under the key, and read. CDK's own grant has stars after the verbs, which give pairs of asymmetric keys too.
 *
 * @see Amazon DynamoDB Developer Guide, encryption at rest: authorizing use of a customer managed key
 */
export const letEncrypt = (key: IKey, writer: CarewayFunction): void =>
  writer.allow(
    [
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ],
    [key.keyArn],
  );
