import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { AwsError, awsEndpoint, type Handle } from '../../local/aws-endpoint.ts';

const recorder = (answer: (operation: string) => unknown) => {
  const calls: [operation: string, input: unknown][] = [];
  const handle: Handle = async (operation, input) => {
    calls.push([operation, input]);
    return answer(operation);
  };
  return { calls, handle };
};

const dynamoDb = (handle: Handle) => new DynamoDBClient(awsEndpoint(handle));
const stepFunctions = (handle: Handle) => new SFNClient(awsEndpoint(handle));
const arn = 'arn:aws:states:eu-west-2:000000000000:execution:machine:name';
const getItem = new GetItemCommand({ TableName: 'Cases', Key: { pk: { S: 'é' }, bin: { B: new Uint8Array([1, 2]) } } });

describe('awsEndpoint', () => {
  it('hands DynamoDB requests on as the JSON of the wire, and blobs as base64', async () => {
    const { calls, handle } = recorder(() => ({ Item: { bin: { B: 'AQI=' } } }));

    const { Item } = await dynamoDb(handle).send(getItem);

    expect(calls).toEqual([['GetItem', { TableName: 'Cases', Key: { pk: { S: 'é' }, bin: { B: 'AQI=' } } }]]);
    expect(Item).toEqual({ bin: { B: new Uint8Array([1, 2]) } });
  });

  it('hands Step Functions requests on and gives dates back as dates', async () => {
    const startDate = new Date('2026-01-05T09:00:00.250Z');
    const { calls, handle } = recorder(() => ({ executionArn: arn, startDate }));

    const started = await stepFunctions(handle).send(
      new StartExecutionCommand({ stateMachineArn: 'machine', input: '{"a":1}' }),
    );

    expect(calls).toEqual([['StartExecution', { stateMachineArn: 'machine', input: '{"a":1}' }]]);
    expect(started).toMatchObject({ executionArn: arn, startDate });
  });

  it('answers an empty output with an empty object', async () => {
    const { handle } = recorder(() => undefined);

    const output = await stepFunctions(handle).send(new SendTaskSuccessCommand({ taskToken: 't', output: '{}' }));

    expect(output.$metadata.httpStatusCode).toBe(200);
  });

  it('gives an AwsError its name, message and status at the client', async () => {
    const { handle } = recorder(() => {
      throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    });

    await expect(stepFunctions(handle).send(new DescribeExecutionCommand({ executionArn: arn }))).rejects.toMatchObject(
      {
        name: 'ExecutionDoesNotExist',
        message: `Execution Does Not Exist: '${arn}'`,
        $fault: 'client',
        $metadata: { httpStatusCode: 400, attempts: 1 },
      },
    );
  });

  it('carries the cancellation reasons of a transaction', async () => {
    const CancellationReasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { pk: { S: 'x' } } }];
    const { handle } = recorder(() => {
      throw new AwsError('TransactionCanceledException', 'Transaction cancelled', { CancellationReasons });
    });

    await expect(dynamoDb(handle).send(new TransactWriteItemsCommand({ TransactItems: [] }))).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons,
    });
  });

  it('lets the client try again after an error of the service, status 500', async () => {
    let calls = 0;
    const handle: Handle = async () => {
      calls += 1;
      if (calls === 1) throw new AwsError('InternalServerError', 'Try again', {}, 500);
      return { Item: { pk: { S: 'x' } } };
    };

    const { Item } = await dynamoDb(handle).send(getItem);

    expect([calls, Item]).toEqual([2, { pk: { S: 'x' } }]);
  });

  it('rejects with a defect of the handler as it is, after one attempt', async () => {
    const defect = new TypeError('undefined is not a function');
    const { calls, handle } = recorder(() => {
      throw defect;
    });

    await expect(dynamoDb(handle).send(getItem)).rejects.toBe(defect);
    expect(calls).toHaveLength(1);
  });

  it('does not call the handler for a request that was aborted before', async () => {
    const { calls, handle } = recorder(() => ({}));

    const sent = dynamoDb(handle).send(getItem, { abortSignal: AbortSignal.abort() });

    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toEqual([]);
  });

  it('says so when a client speaks another protocol', async () => {
    const { requestHandler } = awsEndpoint(async () => ({}));
    const headers = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };

    await expect(requestHandler.handle({ headers, body: '' })).rejects.toThrow('AWS JSON, not application/cbor');
  });
});
