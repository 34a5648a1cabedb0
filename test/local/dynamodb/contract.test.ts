import { dynamoDbContract } from './contract.ts';
import { startLocalDynamoDb } from './local-dynamodb.ts';

dynamoDbContract('local DynamoDB', startLocalDynamoDb);
