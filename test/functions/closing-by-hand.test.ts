import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, signedIn, slug } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const whole = async (reference: CaseReference) => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error('No case');
  return found;
};
const post = async (path: string, body: object) => {
  const answer = await platform.send('POST', `/${council}/staff${path}`, { as: 'manager', body });
  await platform.settle();
  return answer;
};
const close = (reference: CaseReference, body: object) => post(`/cases/${reference}/close`, body);
const today = () => platform.platform.clock.now().toString().slice(0, 10);
const finish = async (reference: CaseReference, kind: TaskKind, answers: object = {}) => {
  const { role } = kindsOfWork[kind];
  const task = await platform.client.waitForTask(role, reference, kind);
  await platform.client.complete(role, task, { ...staffAnswers(today())[kind], ...answers });
  await platform.settle();
};
const subjects = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

describe('a case with support', () => {
  it('is not closed by hand: the refusal says what to do, which is somebody’s work then', async () => {
    const reference = await openCase(platform, { email: 'hand@example.com' });
    await workUpTo(platform, reference, 'check-support');
    for (const reason of ['support-ended', 'withdrawn']) {
      const { status, json } = await close(reference, { reason });
      expect([status, json.code]).toEqual([409, 'not-yet']);
      expect(json.detail).toContain('Give notice with the reasons first');
    }

    const { case: careCase, tasks } = await whole(reference);
    expect(careCase).toMatchObject({ stage: 'support', planInForce: 1 });
    expect(tasks.filter(({ kind }) => kind === 'give-notice-of-end').map(({ status }) => status)).toEqual(['open']);
  });

  it('of somebody who moves on the 20th is not closed on the 5th: support runs until they arrive (J1)', async () => {
    const reference = await openCase(platform, { email: 'moves@example.com' });
    await workUpTo(platform, reference, 'check-support');
    const early = await close(reference, { reason: 'moved-away', movedOn: '2026-01-20' });
    expect([early.status, early.json.detail]).toEqual([409, expect.stringContaining('Tuesday 20 January 2026')]);
    await finish(reference, 'send-plan-to-council', { arrivesOn: '2026-01-20' });
    expect((await close(reference, { reason: 'moved-away', movedOn: '2026-01-05' })).status).toBe(409);
    expect((await whole(reference)).case).toMatchObject({ stage: 'support', planInForce: 1 });

    await platform.platform.clock.forward('P15D');
    await finish(reference, 'confirm-arrival');
    expect((await whole(reference)).case.closed?.reason).toBe('moved-away');
  });

  it('whom we place elsewhere has not moved', async () => {
    const reference = await openCase(platform, { email: 'placed@example.com' });
    await workUpTo(platform, reference, 'check-support');
    await close(reference, { reason: 'moved-away' });
    await finish(reference, 'send-plan-to-council', {
      residenceStays: 'stays',
      sentOn: undefined,
      arrivesOn: undefined,
      personTold: undefined,
    });

    const { case: careCase, tasks } = await whole(reference);
    expect(careCase).toMatchObject({ stage: 'support', planInForce: 1 });
    expect(tasks.some(({ kind }) => kind === 'confirm-arrival')).toBe(false);
  });
});

describe('a case without support', () => {
  it('whose eligible needs are not to be met closes with written reasons and advice, which the person reads', async () => {
    const email = 'reasons@example.com';
    const reference = await openCase(platform, { email });
    await workUpTo(platform, reference, 'decide-eligibility');
    const bare = await close(reference, { reason: 'withdrawn' });
    expect(bare.json.errors.map(({ field }: { field: string }) => field)).toEqual(['reasons', 'advice']);
    const given = { reasons: 'Her son does it all.', advice: 'The carers’ centre, for her son.' };
    expect((await close(reference, { reason: 'withdrawn', ...given })).status).toBe(200);

    const browser = await signedIn(platform, email);
    const page = await browser.follow('Why we closed your case');
    expect(page.text).toContain('Her son does it all.');
    expect(page.text).toContain('The carers’ centre, for her son.');
  });

  it('is opened again at triage or at the assessment, the person is told, and it closes again', async () => {
    const email = 'again@example.com';
    const reference = await openCase(platform, { email });
    await signedIn(platform, email);
    await close(reference, { reason: 'withdrawn' });
    expect((await post(`/cases/${reference}/reopen`, { reason: 'Closed by mistake.' })).json).toMatchObject({
      stage: 'received',
    });
    expect((await whole(reference)).case.closed).toBeUndefined();
    await finish(reference, 'triage-request');
    await close(reference, { reason: 'withdrawn' });
    await post(`/cases/${reference}/reopen`, { reason: 'She wants it after all.' });

    expect((await whole(reference)).case).toMatchObject({ stage: 'assessment', journey: 3 });
    await platform.client.waitForTask('assessor', reference, 'assess-needs');
    expect((await subjects(email)).filter((one) => one.includes('open again'))).toHaveLength(2);
    expect((await subjects(email)).filter((one) => one.includes('is closed'))).toHaveLength(2);
    expect((await whole(reference)).events.filter(({ action }) => action === 'case-reopened')).toHaveLength(2);
  });

  it('is told with which case the council goes on, where it is the duplicate, and is not opened beside that one', async () => {
    const [one, two] = [
      await openCase(platform, { email: 'twice@example.com' }),
      await openCase(platform, { email: 'twice@example.com' }),
    ];
    await signedIn(platform, 'twice@example.com');
    const { case: first } = await whole(one);
    const { case: second } = await whole(two);
    await post(`/persons/${first.personId}/join`, { other: second.personId });
    expect((await close(two, { reason: 'duplicate' })).status).toBe(200);

    const mail = (await platform.platform.mail.list()).find(({ subject }) => subject.includes('one request'));
    expect(mail?.text).toContain(`We go on with the reference ${one}.`);
    expect((await post(`/cases/${two}/reopen`, { reason: 'A try.' })).json).toMatchObject({
      code: 'other-open-case',
      reference: one,
    });
  });
});

describe('advice without an assessment', () => {
  it('is what the mail leads to: the person signs in and reads what was typed at triage', async () => {
    const email = 'advice@example.com';
    const reference = await openCase(platform, { email });
    const browser = await signedIn(platform, email);
    await finish(reference, 'triage-request', {
      ...{ appearsToHaveNeeds: 'no', outcome: 'advice-only', adviceGiven: 'The balance class on Tuesdays.' },
    });
    expect((await whole(reference)).mail.some(({ template }) => template === 'advice-given')).toBe(true);

    await browser.open(`/${council}/case/${reference}`);
    const page = await browser.follow('What happens first');
    expect(page.text).toContain('The balance class on Tuesdays.');
  });
});
