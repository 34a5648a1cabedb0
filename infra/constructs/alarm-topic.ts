import { ArnFormat, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * Where alarms and their ends are told. A topic with a policy of its own lets nobody write whom the policy does not name, alarms of the same account
 * included; this one lets CloudWatch, for the alarms of this stack, whose names begin with the stack's. Alarms hold no personal data, so it lies
 * under no key, which CloudWatch would have to be let use too.
 *
 * @param email who is told; they confirm the subscription that AWS mails them
 */
export const alarmTopic = (scope: Construct, id: string, email: string | undefined): Topic => {
  const topic = new Topic(scope, id, { enforceSSL: true });
  const { account, stackName } = Stack.of(scope);
  const alarms = Stack.of(scope).formatArn({
    service: 'cloudwatch',
    resource: 'alarm',
    resourceName: `${stackName}-*`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': alarms } },
    }),
  );
  if (email) topic.addSubscription(new EmailSubscription(email));
  return topic;
};
