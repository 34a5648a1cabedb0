import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { directDocuments } from '../../../local/dynamodb/documents.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../../schemas/scalars.ts';
import { platform as byPlatform, eventOf } from '../../../services/store/audit.ts';
import { casePartition } from '../../../services/store/keys.ts';
import { verifyHistories, verifyPartition } from '../../../services/store/verify-history.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';

type Raw = Record<string, unknown> & { pk: string; sk: string };

const slug = councilSlug.parse(council);
let platform: TestPlatform;
let items: readonly Raw[];
let reference: ReturnType<typeof caseReference.parse>;
const opened = () => {
  const { handleTyped, tableName } = platform.platform.dynamoDb;
  return { documents: directDocuments(handleTyped), tableName };
};
const histories = async () => {
  const found = [];
  for await (const one of verifyHistories(opened(), slug)) found.push(one);
  return found;
};

beforeAll(async () => {
  platform = await startTestPlatform();
  reference = caseReference.parse((await platform.client.submit(completeAnswers(needsAssessment), 'one')).reference);
  await platform.settle();
  await platform.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' });
  const { handleTyped, tableName } = platform.platform.dynamoDb;
  const { Items } = (await handleTyped('Query', {
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: casePartition(slug, reference) } },
  })) as { Items: never[] };
  const { unmarshall } = await import('@aws-sdk/util-dynamodb');
  items = Items.map((item) => unmarshall(item) as Raw);
});
afterAll(() => platform.stop());

const events = () => items.filter(({ sk }) => sk.startsWith('EVENT#'));
const nth = (number: number): Raw => {
  const found = events().find(({ chain }) => (chain as { seq: number }).seq === number);
  if (!found) throw new Error(`No event ${number}`);
  return found;
};
const changed = (number: number, change: (item: Raw) => Raw | undefined): Raw[] => {
  const target = nth(number);
  return items.flatMap((item) => (item === target ? (change(structuredClone(item)) ?? []) : [item]));
};
const whats = (of: readonly Raw[]) => verifyPartition(of).faults.map(({ what, event }) => [event, what]);

describe('a history as it was written', () => {
  it('stands: every case, person, council and look of it', async () => {
    const found = await histories();

    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
    expect(found.reduce((sum, { linked }) => sum + linked, 0)).toBeGreaterThan(4);
    expect(found.map(({ partition }) => partition.split('#')[0])).toEqual(
      expect.arrayContaining(['CASE', 'LOOKS', 'COUNCIL', 'NATIONAL-RATES']),
    );
    expect(events().length).toBeGreaterThan(2);
  });

  it('stands where what an event said is erased with its salt', () => {
    const erased = changed(2, ({ data: _data, chain, ...item }) => {
      const { salt: _salt, ...link } = chain as Record<string, unknown>;
      return { ...item, chain: link } as Raw;
    });

    expect(verifyPartition(erased)).toMatchObject({ faults: [], erased: 1 });
  });

  it('stands where events are from before the chain began', () => {
    const old: Raw = {
      pk: nth(1).pk,
      sk: 'EVENT#2020-01-01T00:00:00.000Z#old',
      data: { action: 'application-received' },
    };

    expect(verifyPartition([...items, old])).toMatchObject({ faults: [], before: 1 });
  });
});

describe('a history that somebody has changed', () => {
  it('says which event says something else', () => {
    const tampered = changed(2, (item) => ({ ...item, data: { ...(item['data'] as object), action: 'case-closed' } }));

    expect(whats(tampered)).toEqual([[nth(2).sk, 'what it says is not what was written']]);
  });

  it('says which event is missing: in the middle, and at the end', () => {
    const last = Math.max(...events().map(({ chain }) => (chain as { seq: number }).seq));

    expect(whats(changed(2, () => undefined))).toEqual([[nth(3).sk, 'event 2 is missing before it']]);
    expect(whats(changed(last, () => undefined))).toEqual([
      [undefined, `the chain reaches to event ${last}, and the last ones are missing`],
    ]);
    expect(whats(items.filter(({ sk }) => !sk.startsWith('EVENT#')))).toContainEqual([
      undefined,
      'there is no history',
    ]);
  });

  it('says which events have changed places', () => {
    const [two, three] = [nth(2), nth(3)];
    const swapped = items.map((item) =>
      item === two ? { ...item, sk: three.sk } : item === three ? { ...item, sk: two.sk } : item,
    );

    expect(whats(swapped)).toEqual([
      [three.sk, 'its link is not the one that its place and digest make'],
      [two.sk, 'its link is not the one that its place and digest make'],
    ]);
  });

  it('says which event was written anew with a link of its own making, or beside the chain', () => {
    const forged = changed(2, (item) => {
      const chain = item['chain'] as Record<string, unknown>;
      return { ...item, chain: { ...chain, before: 'made-up' } };
    });
    const beside: Raw = { pk: nth(1).pk, sk: 'EVENT#2099-01-01T00:00:00.000Z#new', data: { action: 'case-closed' } };

    expect(whats(forged).map(([event]) => event)).toContain(nth(2).sk);
    expect(whats([...items, beside])).toEqual([[beside.sk, 'it stands in no chain, though the chain had begun']]);
  });

  it('is found in the table, with the case and the event', async () => {
    const two = nth(2);
    const { documents, tableName } = opened();
    await documents.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...two, data: { ...(two['data'] as object), authority: 'mine' } },
      }),
    );
    const faults = (await histories()).flatMap((one) => one.faults);
    await documents.send(new PutCommand({ TableName: tableName, Item: two }));

    expect(faults).toEqual([
      { partition: casePartition(slug, reference), event: two.sk, what: 'what it says is not what was written' },
    ]);
  });
});

describe('two who write into one history at once', () => {
  it('do not hinder each other: all are written, one after the other', async () => {
    const { store } = platform.deps;
    const careCase = await store.knownCase(slug, reference);
    const before = (await store.whole(slug, reference))?.events.length ?? 0;
    const written = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.commit({
          events: [
            eventOf(platform.deps, careCase, { actor: byPlatform('test'), action: 'email-sent', authority: 'none' }),
          ],
        }),
      ),
    );

    expect(written.every(Boolean)).toBe(true);
    expect((await store.whole(slug, reference))?.events.length).toBe(before + 8);
    expect((await histories()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
