import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { storedVersions } from '../../schemas/versions.ts';
import { kindOf } from '../../services/store/item-kinds.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

type Item = { pk: string; sk: string; schemaVersion: number; version?: number; data: Record<string, unknown> };

const ofLater = { writtenBy: 'a later version' };

/** Adds a field that nobody knows to a thing and to every structure in it that a schema describes. */
const withFields = (value: unknown, at = ''): unknown => {
  if (Array.isArray(value)) return value.map((one) => withFields(one, at));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => [
    key,
    // Tables by question or by year, and what an execution gets: their names are data, and no field of a schema.
    ['answers', 'added', 'unchanged', 'output', 'confirmedRates'].includes(key) ? field : withFields(field, key),
  ]);
  return { ...Object.fromEntries(fields), ofLater };
};

const allItems = async ({ platform: { dynamoDb } }: Journeys): Promise<Item[]> => {
  const { Items } = (await dynamoDb.handle('Scan', { TableName: dynamoDb.tableName })) as {
    Items: Parameters<typeof unmarshall>[0][];
  };
  return Items.map((item) => unmarshall(item) as Item);
};

const put = ({ platform: { dynamoDb } }: Journeys, item: object) =>
  dynamoDb.handle('PutItem', { TableName: dynamoDb.tableName, Item: marshall(item, { removeUndefinedValues: true }) });

describe('a case of which every item has been written by a later version, with fields that this one does not know', () => {
  let journeys: Journeys;
  let reference: CaseReference;
  const marked = new Set<string>();

  /** As if the later version had run until now, and had then been taken back. */
  const rollBack = async () => {
    for (const item of await allItems(journeys)) {
      await put(journeys, { ...item, data: withFields(item.data) });
      marked.add(`${item.pk} ${item.sk}`);
    }
  };

  beforeAll(async () => {
    journeys = await startJourneys();
    reference = await journeys.apply();
    for (const work of [...toSupport, 'check-support'] as const) {
      await rollBack();
      await journeys.work(reference, work);
    }
  });
  afterAll(() => journeys.stop());

  it('goes on to running support', async () => {
    expect(journeys.errors).toEqual([]);
    expect(await journeys.case(reference)).toMatchObject({ stage: 'support', reviewGeneration: 1 });
    expect(await journeys.ending(reference, 'assessment-1')).toBe('SUCCEEDED at Support is under review');
  });

  it('keeps each of these fields through every change', async () => {
    const items = await allItems(journeys);
    const lost = items.filter(({ pk, sk, data }) => marked.has(`${pk} ${sk}`) && !('ofLater' in data));

    expect(lost.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
    expect(items.filter(({ sk, version = 1 }) => sk === 'CASE' && version > 5)).toHaveLength(1);
  });

  it('is shown to staff without them', async () => {
    const answer = await journeys.send('GET', `/${slug}/staff/cases/${reference}`, { as: 'manager' });

    expect([answer.status, answer.json.case.reference]).toEqual([200, reference]);
    expect(answer.text).not.toContain('a later version');
  });

  it('has the version of its schema in each item', async () => {
    const items = await allItems(journeys);

    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((item) => item.schemaVersion !== storedVersions[kindOf(item)].version)).toEqual([]);
  });
});

describe('a case that a later version has written in another meaning', () => {
  it('is refused by name, and nothing of it is changed', async () => {
    const journeys = await startJourneys();
    const reference = await journeys.apply();
    const items = await allItems(journeys);
    for (const item of items.filter(({ sk }) => sk === 'CASE')) await put(journeys, { ...item, schemaVersion: 2 });
    const before = await allItems(journeys);

    await expect(journeys.case(reference)).rejects.toMatchObject({
      name: 'UnknownVersion',
      message: 'A case of version 2 was found, and this code reads 1 to 1',
    });
    const answer = await journeys.send('GET', `/${slug}/staff/cases/${reference}`, { as: 'manager' });

    expect(answer.status).toBe(500);
    expect(await allItems(journeys)).toEqual(before);
    await journeys.stop();
  });
});
