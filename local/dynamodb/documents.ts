import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { AwsError, type Handle } from '../aws-endpoint.ts';

/** The operations that the functions ask for, by the commands of the SDK. */
const operations = new Map<unknown, string>([
  [BatchGetCommand, 'BatchGetItem'],
  [DeleteCommand, 'DeleteItem'],
  [GetCommand, 'GetItem'],
  [PutCommand, 'PutItem'],
  [QueryCommand, 'Query'],
  [ScanCommand, 'Scan'],
  [TransactWriteCommand, 'TransactWriteItems'],
  [UpdateCommand, 'UpdateItem'],
]);

/** Members of a request whose values are attributes; all others stand as they are on the wire. */
const attributes = new Set(['Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues']);

const onTheWire = (value: unknown, member = ''): unknown => {
  if (Array.isArray(value)) return value.map((each) => onTheWire(each, member === 'Keys' ? 'Key' : ''));
  if (typeof value !== 'object' || value === null) return value;
  if (attributes.has(member)) return marshall(value, { removeUndefinedValues: true });
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, onTheWire(each, name)]));
};

type Attributes = Parameters<typeof unmarshall>[0];
type Output = {
  Attributes?: Attributes;
  Item?: Attributes;
  Items?: Attributes[];
  Responses?: Record<string, Attributes[]>;
  LastEvaluatedKey?: Attributes;
};

const asRead = (output: Output) => ({
  ...output,
  ...(output.Attributes && { Attributes: unmarshall(output.Attributes) }),
  ...(output.Item && { Item: unmarshall(output.Item) }),
  ...(output.Items && { Items: output.Items.map((item) => unmarshall(item)) }),
  ...(output.Responses && {
    Responses: Object.fromEntries(
      Object.entries(output.Responses).map(([table, items]) => [table, items.map((item) => unmarshall(item))]),
    ),
  }),
  ...(output.LastEvaluatedKey && { LastEvaluatedKey: unmarshall(output.LastEvaluatedKey) }),
});

/** The errors that callers tell by their class: a condition that did not hold, alone or in a transaction. */
const classOf = new Map<string, typeof ConditionalCheckFailedException | typeof TransactionCanceledException>([
  ['ConditionalCheckFailedException', ConditionalCheckFailedException],
  ['TransactionCanceledException', TransactionCanceledException],
]);

/** The error as the SDK throws it. */
const asThrown = (error: unknown): unknown => {
  if (!(error instanceof AwsError)) return error;
  const { name, message, status, details } = error;
  const $metadata = { httpStatusCode: status };
  const Known = classOf.get(name);
  const thrown = Known
    ? new Known({ message, $metadata })
    : new DynamoDBServiceException({ name, message, $fault: status < 500 ? 'client' : 'server', $metadata });
  return Object.assign(thrown, details);
};

/**
 * The SDK's document client as the functions use it, straight to the local DynamoDB.
 *
 * A request goes through no signature, endpoint, retry, HTTP message or text, of which a call within one process needs nothing and which took
 * three times as long as the database. The contract tests of `test/local/dynamodb` ask the same database through the SDK as a whole.
 */
export class DirectDocuments {
  readonly #handle: Handle;
  constructor(handle: Handle) {
    this.#handle = handle;
  }

  /** @throws Error for a command that no function sends */
  async send(command: { readonly input: object }): Promise<unknown> {
    const operation = operations.get(command.constructor);
    if (operation === undefined) throw new Error(`No function sends ${command.constructor.name}; add it here`);
    try {
      return asRead((await this.#handle(operation, onTheWire(command.input))) as Output);
    } catch (error) {
      throw asThrown(error);
    }
  }
}

/** The same, in the type by which the functions know the document client: of it they only call `send`. */
export const directDocuments = (handle: Handle): Pick<DynamoDBDocumentClient, 'send'> =>
  new DirectDocuments(handle) as Pick<DynamoDBDocumentClient, 'send'>;
