import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase, slug } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const staff = (path: string, body: object, form?: string) =>
  platform.send('POST', `/${council}/staff${path}`, { as: 'manager', body: form ?? body });

/** What somebody else does to a case at the very moment at which a call is about to write: it has read what is old by then. */
const meanwhile = (reference: Awaited<ReturnType<typeof openCase>>, times: number) => {
  const { store, newId } = platform.deps;
  const commit = store.commit.bind(store);
  let left = times;
  store.commit = async (...changes) => {
    const isOnCase = changes.some((change) => 'case' in change || 'asRead' in change);
    if (left > 0 && isOnCase) {
      left -= 1;
      const careCase = await store.knownCase(slug, reference);
      const event = {
        ...{ council: slug, reference, at: platform.deps.clock.now(), id: newId(), action: 'task-noted' },
        ...{ actor: { kind: 'platform' as const, name: 'test' }, authority: 'test' },
      };
      await commit({ case: { ...careCase, version: careCase.version + 1 }, events: [event] });
    }
    return commit(...changes);
  };
  return () => {
    store.commit = commit;
  };
};

describe('a change to a case that loses against another one', () => {
  it('is tried again on the case as it is then: a close, a reopening, a key worker, a review', async () => {
    const reference = await openCase(platform, { email: 'loses@example.com' });
    const said: [string, number][] = [];
    const post = async (path: string, body: object) => {
      const done = meanwhile(reference, 2);
      said.push([path, (await staff(`/cases/${reference}${path}`, body)).status]);
      done();
      await platform.settle();
    };
    await post('/key-worker', { to: platform.member('key-worker').id, reason: 'She knows the family.' });
    await post('/close', { reason: 'withdrawn' });
    await post('/reopen', { reason: 'She wants it after all.' });

    expect(said).toEqual([
      ['/key-worker', 200],
      ['/close', 200],
      ['/reopen', 200],
    ]);
    const whole = await platform.deps.store.whole(slug, reference);
    const events = whole?.events.map(({ action }) => action) ?? [];
    for (const once of ['key-worker-changed', 'case-closed', 'case-reopened'])
      expect(events.filter((action) => action === once)).toHaveLength(1);
  });

  it('says that it was busy where the case never rests, and has changed nothing', async () => {
    const reference = await openCase(platform, { email: 'never@example.com' });
    const done = meanwhile(reference, 100);
    const { status, json } = await staff(`/cases/${reference}/close`, { reason: 'withdrawn' });
    done();

    expect([status, json.code]).toEqual([503, 'busy']);
    expect(await platform.deps.store.case(slug, reference)).toMatchObject({ stage: 'received' });
  });
});
