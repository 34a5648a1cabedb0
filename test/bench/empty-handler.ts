/** The floor of a cold start: a handler with the DynamoDB client, which reads one item. Bundled as the functions are. */
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const dynamoDb = new DynamoDBClient({});

export const handler = async (): Promise<unknown> =>
  dynamoDb.send(new GetItemCommand({ TableName: 'careway', Key: { pk: { S: 'pk' }, sk: { S: 'sk' } } }));
