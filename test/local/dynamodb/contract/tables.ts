import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { contractTable, TableName, type Tested } from './tested.ts';

/** Tables: created once, described, protected, deleted with their items, with a time-to-live attribute. */
export const tablesContract = ({ db, failure }: Tested): void => {
  describe('tables', () => {
    it('describes an ACTIVE table with its index, billed by request', async () => {
      const { Table } = await db.send(new DescribeTableCommand({ TableName }));

      expect(Table).toMatchObject({
        TableStatus: 'ACTIVE',
        BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
        GlobalSecondaryIndexes: [{ IndexName: 'byWorker', IndexStatus: 'ACTIVE' }],
      });
      expect(Table?.CreationDateTime).toBeInstanceOf(Date);
    });

    it('refuses to create a table twice', async () => {
      expect(await failure(db.send(contractTable(TableName)))).toMatchObject({ name: 'ResourceInUseException' });
    });

    it.each([
      { what: 'read', command: () => new GetCommand({ TableName: 'Nowhere', Key: { pk: 'x', sk: 'a' } }) },
      { what: 'write', command: () => new PutCommand({ TableName: 'Nowhere', Item: { pk: 'x', sk: 'a' } }) },
    ])('refuses to $what where there is no table', async ({ command }) => {
      expect(await failure(db.send<never, never>(command() as never))).toMatchObject({
        name: 'ResourceNotFoundException',
        $metadata: { httpStatusCode: 400 },
      });
    });

    it('accepts a table with protection, encryption, tags and on-demand limits, and does not delete it', async () => {
      const { input } = contractTable('Protected');
      await db.send(
        new CreateTableCommand({
          ...input,
          DeletionProtectionEnabled: true,
          SSESpecification: { Enabled: true },
          Tags: [{ Key: 'stage', Value: 'test' }],
          OnDemandThroughput: { MaxReadRequestUnits: 5, MaxWriteRequestUnits: 5 },
        }),
      );

      const error = await failure(db.send(new DeleteTableCommand({ TableName: 'Protected' })));

      expect(error).toMatchObject({ name: 'ValidationException' });
      expect(error.message).toContain('protected against deletion');
    });

    it('forgets the items of a deleted table, also when it is created again', async () => {
      await db.send(contractTable('Brief'));
      await db.send(new PutCommand({ TableName: 'Brief', Item: { pk: 'x', sk: 'a', worker: 'w', due: '1' } }));

      await db.send(new DeleteTableCommand({ TableName: 'Brief' }));
      await db.send(contractTable('Brief'));

      expect((await db.send(new ScanCommand({ TableName: 'Brief' }))).Count).toBe(0);
      expect((await db.send(new ScanCommand({ TableName: 'Brief', IndexName: 'byWorker' }))).Count).toBe(0);
    });

    it('tells, sets and unsets the time-to-live attribute, and refuses to set it twice', async () => {
      await db.send(contractTable('Expiring'));
      const describeIt = async () =>
        (await db.send(new DescribeTimeToLiveCommand({ TableName: 'Expiring' }))).TimeToLiveDescription;
      const set = (Enabled: boolean, AttributeName = 'expiresAt') =>
        db.send(
          new UpdateTimeToLiveCommand({
            TableName: 'Expiring',
            TimeToLiveSpecification: { Enabled, AttributeName },
          }),
        );

      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'DISABLED' });
      expect((await set(true)).TimeToLiveSpecification).toEqual({ Enabled: true, AttributeName: 'expiresAt' });
      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
      expect(await failure(set(true))).toMatchObject({ message: 'TimeToLive is already enabled' });
      expect(await failure(set(true, 'other'))).toMatchObject({ name: 'ValidationException' });
      await set(false);
      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'DISABLED' });
      expect(await failure(set(false))).toMatchObject({ message: 'TimeToLive is already disabled' });
    });
  });
};
