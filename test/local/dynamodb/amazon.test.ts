import { describe } from 'vitest';
import { hasJdk, startAmazonDynamoDbLocal } from './amazon-dynamodb-local.ts';
import { dynamoDbContract } from './contract.ts';

const withAmazon = hasJdk();
if (!withAmazon)
  console.log('Skipped: the data contract against Amazon DynamoDB Local, which needs a JDK 11 or later on the PATH');
describe.runIf(withAmazon)('with a JDK', () => {
  dynamoDbContract('Amazon DynamoDB Local', startAmazonDynamoDbLocal);
});
