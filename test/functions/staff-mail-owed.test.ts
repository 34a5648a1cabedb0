import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { openByHand } from '../../services/work/opening.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { allOwed } from '../support/owed.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const mails = async (reference: CaseReference, message: RegExp) =>
  (await platform.platform.mail.list()).filter(
    ({ tags }) => tags['reference'] === reference && message.test(tags['message'] ?? ''),
  ).length;

const owed = async (reference: CaseReference) =>
  (await allOwed(platform.deps, platform.deps.clock.now())).filter((one) => one.reference === reference).length;

/** The process dies as soon as the work is written: nothing that comes after its transaction happens. */
const dying = async (kind: string, does: () => Promise<unknown>) => {
  const { store, workflows, mailer } = platform.deps;
  const { commit } = store;
  const { trySend } = workflows;
  const { send } = mailer;
  let isDead = false;
  const dies = async () => {
    throw new Error('The process died');
  };
  store.commit = async (...changes) => {
    if (isDead) return dies();
    const written = await commit(...changes);
    isDead = changes.some((change) => 'tasks' in change && change.tasks?.some((task) => task.kind === kind));
    return written;
  };
  workflows.trySend = async (signals) => (isDead ? dies() : trySend(signals));
  mailer.send = async (mail) => (isDead ? dies() : send(mail));
  await does().catch(() => undefined);
  Object.assign(store, { commit });
  Object.assign(workflows, { trySend });
  Object.assign(mailer, { send });
  return isDead;
};

const byHand = async (reference: CaseReference, key: string) =>
  openByHand(
    platform.deps,
    await platform.deps.store.knownCase(slug, reference),
    { kind: 'assess-capacity', reason: 'She asked to be rung' },
    key,
    { kind: 'staff', id: platform.member('manager').id, role: 'manager' },
  );

describe('the mail about a piece of work', () => {
  it('is sent once and owed no more where nothing goes wrong', async () => {
    const reference = await openCase(platform, { email: 'calm@example.com' });
    await byHand(reference, 'calm');
    const atOnce = await mails(reference, /assess-capacity-by-hand.*task-opened/);
    await platform.platform.clock.forward('PT15M');

    expect([atOnce, await mails(reference, /assess-capacity-by-hand.*task-opened/)]).toEqual([1, 1]);
    expect(await owed(reference)).toBe(0);
  });

  it('that was opened by hand is sent by the sweep where the process died after writing it', async () => {
    const reference = await openCase(platform, { email: 'dies@example.com' });

    expect(await dying('assess-capacity', () => byHand(reference, 'dies'))).toBe(true);
    await platform.platform.clock.forward('PT15M');

    expect(await mails(reference, /assess-capacity-by-hand.*task-opened/)).toBe(1);
    expect(await owed(reference)).toBe(0);
  });

  it('that was given to somebody is sent by the sweep where the process died after giving it', async () => {
    const reference = await openCase(platform, { email: 'given@example.com' });
    const task = (await platform.deps.store.tasks(slug, reference)).find(({ kind }) => kind === 'triage-request');
    const to = platform.member('contact-officer').id;

    const give = () =>
      platform.send('POST', `/${council}/staff/tasks/${task?.id}/assign`, { as: 'manager', body: { to } });
    expect(await dying('triage-request', give)).toBe(true);
    await platform.platform.clock.forward('PT15M');

    expect(await mails(reference, /task-opened__v2/)).toBe(1);
  });
});
