import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directDocuments } from '../../../local/dynamodb/documents.ts';
import { contractTable, TableName } from './contract/tested.ts';
import { startLocalDynamoDb } from './local-dynamodb.ts';

type Documents = Pick<DynamoDBDocumentClient, 'send'>;
type Started = Awaited<ReturnType<typeof startLocalDynamoDb>>;

let started: Started;
beforeEach(async () => {
  started = await startLocalDynamoDb();
  await started.client.send(contractTable(TableName));
});
afterEach(() => started.stop());

const marshallOptions = { removeUndefinedValues: true };
const throughSdk = (): Documents => DynamoDBDocumentClient.from(started.client, { marshallOptions });
const direct = (): Documents => directDocuments(started.dynamoDb.handleTyped);

const item = {
  sk: 'a',
  text: 'Róisín “O’Kafor” \u{1f600} <&>',
  empty: '',
  none: null,
  gone: undefined,
  number: -12.5,
  yes: true,
  list: [1, 'two', { three: [undefined, 3] }],
  map: { Item: { Key: 1 }, deep: { deeper: { gone: undefined, left: 1 } } },
  worker: 'w',
};

/** What the functions ask for, each as a transaction of its own, and what they are answered. */
const conversation = async (documents: Documents, pk: string) => {
  const said: unknown[] = [];
  const say = async (command: PutCommand | GetCommand | QueryCommand | DeleteCommand | TransactWriteCommand) => {
    try {
      // Of the overloads of `send`, any: at run time they are one.
      const answer = await documents.send(command as GetCommand);
      said.push(JSON.parse(JSON.stringify({ ...answer, $metadata: undefined }).replaceAll(pk, 'PK')));
    } catch (error) {
      const { name, message, CancellationReasons } = error as TransactionCanceledException;
      const isOf = [ConditionalCheckFailedException, TransactionCanceledException].map((each) => error instanceof each);
      said.push({ name, message: message.replaceAll(pk, 'PK'), CancellationReasons, isOf });
    }
  };
  const put = (sk: string, rest: object = {}) => new PutCommand({ TableName, Item: { ...item, pk, sk }, ...rest });
  const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  const query = (rest: object = {}) =>
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': '' },
      ConsistentRead: true,
      ...rest,
    });

  await say(put('a', isNew));
  await say(put('a', isNew));
  await say(put('b', { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': 1 } }));
  await say(new GetCommand({ TableName, Key: { pk, sk: 'a' }, ConsistentRead: true }));
  await say(new GetCommand({ TableName, Key: { pk, sk: 'none' } }));
  await say(put('c'));
  await say(query({ KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, Limit: 1 }));
  await say(
    query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ExclusiveStartKey: { pk, sk: 'a' },
    }),
  );
  await say(query());
  await say(
    new TransactWriteCommand({ TransactItems: [{ Put: put('d').input }, { Put: { ...put('a').input, ...isNew } }] }),
  );
  await say(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { ...put('d').input, ...isNew } },
        { Delete: { TableName, Key: { pk, sk: 'c' } } },
        { ConditionCheck: { TableName, Key: { pk, sk: 'a' }, ConditionExpression: 'attribute_exists(pk)' } },
      ],
    }),
  );
  await say(new DeleteCommand({ TableName, Key: { pk, sk: 'a' } }));
  await say(new DeleteCommand({ TableName, Key: { pk, sk: 'a' } }));
  await say(query({ ExpressionAttributeValues: { ':pk': pk, ':sk': 'd' } }));
  await say(new GetCommand({ TableName: 'Nothing', Key: { pk, sk: 'a' } }));
  return said;
};

describe('documents without the wire', () => {
  it('are answered as through the whole SDK: items, pages, conditions that fail, transactions, errors by their class', async () => {
    const [sdk, own] = [await conversation(throughSdk(), 'sdk'), await conversation(direct(), 'own')];

    expect(own).toEqual(sdk);
    expect(sdk.filter((each) => JSON.stringify(each).includes('"isOf":[true,false]'))).toHaveLength(2);
    expect(sdk.filter((each) => JSON.stringify(each).includes('"isOf":[false,true]'))).toHaveLength(1);
    expect(JSON.stringify(sdk)).toContain('Róisín');
  });
});
