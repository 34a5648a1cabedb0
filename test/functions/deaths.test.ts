import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endingAnswers } from '../../local/demo/ending-answers.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { type CaseReference, caseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { createBrowser } from '../support/browser-client.ts';
import { workUpTo } from '../support/case-work.ts';
import { askForLink, openCase, signedIn, slug } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readableText } from '../templates/page-inputs.ts';

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
const personOf = async (reference: CaseReference) => (await whole(reference)).case.personId;
const post = async (as: StaffRole, path: string, body: object) => {
  const answer = await platform.send('POST', `/${council}/staff${path}`, { as, body });
  await platform.settle();
  return answer;
};
const page = (as: StaffRole, path: string) =>
  platform.send('GET', `/${council}/staff${path}`, { as, headers: { accept: 'text/html' } });
const sendForm = async (as: StaffRole, path: string, keys: readonly string[]) => {
  const answer = await platform.send('POST', `/${council}/staff${path}`, {
    as,
    body: new URLSearchParams(keys.map((key): [string, string] => ['keys', key])).toString(),
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
  });
  await platform.settle();
  return answer;
};
const record = async (reference: CaseReference, as: StaffRole = 'contact-officer') =>
  post(as, `/persons/${await personOf(reference)}/death`, { howKnown: 'Her daughter rang.', diedOn: '2026-01-04' });
const confirm = async (reference: CaseReference, answers: object = {}, as: StaffRole = 'manager') => {
  const task = (await whole(reference)).tasks.find(({ kind, status }) => kind === 'confirm-death' && status === 'open');
  const all = { ...endingAnswers('2026-01-05')['confirm-death'], ...answers };
  return post(as, `/tasks/${task?.id}/complete`, { answers: all });
};
const open = async (reference: CaseReference) =>
  (await whole(reference)).tasks.filter(({ status }) => status === 'open').map(({ kind }) => kind);
const mailsTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(address)).length;

describe('a death', () => {
  it('that is recorded silences every case of the person at once, and a second member of staff confirms it', async () => {
    const email = 'nora@example.com';
    const first = await openCase(platform, { email });
    await workUpTo(platform, first, 'check-support');
    await signedIn(platform, email);
    const before = await mailsTo(email);
    expect((await record(first, 'manager')).status).toBe(200);

    const { case: careCase, person } = await whole(first);
    expect(careCase.closed).toBeUndefined();
    expect(person.died).toMatchObject({ howKnown: 'Her daughter rang.', on: '2026-01-04' });
    // The reminder of the review comes due meanwhile: it is held, and nothing is mailed.
    await platform.platform.clock.forward('P5W');
    expect(await mailsTo(email)).toBe(before);
    expect((await whole(first)).mail.find(({ key }) => key === 'review-1.remind.person')).toMatchObject({
      status: 'held',
      withheld: 'death',
    });
    // Nobody opens their case any more.
    await askForLink(createBrowser(platform.url), email);
    expect(await mailsTo(email)).toBe(before);

    const own = await confirm(first);
    expect([own.status, own.json.code]).toEqual([409, 'author-cannot-check']);
  });

  it('that was none is undone, with what was held, which is sent anew when staff want it', async () => {
    const email = 'alive@example.com';
    const reference = await openCase(platform, { email });
    await workUpTo(platform, reference, 'check-support');
    await signedIn(platform, email);
    await record(reference);
    await platform.platform.clock.forward('P5W');
    const before = await mailsTo(email);
    const person = await personOf(reference);
    const undone = await post('key-worker', `/persons/${person}/death/undo`, { reason: 'It was her sister.' });

    const held = { reference, key: 'review-1.remind.person', template: 'review-coming' };
    expect(undone.json.held).toEqual(expect.arrayContaining([expect.objectContaining(held)]));
    expect((await whole(reference)).person.died).toBeUndefined();
    expect(await open(reference)).not.toContain('confirm-death');
    expect(await mailsTo(email)).toBe(before);

    // The case leads to what is held, and its page sends what is ticked: once, whoever presses twice.
    expect((await page('key-worker', `/cases/${reference}`)).text).toContain(`/cases/${reference}/held"`);
    expect((await page('key-worker', `/cases/${reference}/held`)).text).toContain(`value="${held.key}"`);
    const none = await sendForm('key-worker', `/cases/${reference}/held`, []);
    expect([none.status, readableText(none.text).includes('Select the messages to send')]).toEqual([400, true]);
    const wrong = await sendForm('key-worker', `/cases/${reference}/held`, [held.key, 'no-such.person']);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(new RegExp(`value="${held.key}" checked`));
    expect(await mailsTo(email)).toBe(before);
    for (const _ of [1, 2]) {
      const sent = await sendForm('key-worker', `/cases/${reference}/held`, [held.key]);
      expect([sent.status, sent.headers.get('location')]).toEqual([
        303,
        `/${council}/staff/cases/${reference}?done=held-sent`,
      ]);
    }
    await post('key-worker', `/cases/${reference}/held`, { keys: [held.key] });
    expect(await mailsTo(email)).toBe(before + 1);
    expect((await page('key-worker', `/cases/${reference}/held`)).text).not.toContain(`value="${held.key}"`);
  });

  it('that is confirmed closes all cases, leaves work by hand, and is still undone: the plan is in force again', async () => {
    const email = 'late@example.com';
    const reference = await openCase(platform, { email });
    await workUpTo(platform, reference, 'check-support');
    await signedIn(platform, email);
    await record(reference);
    expect((await confirm(reference)).status).toBe(200);

    const closed = await whole(reference);
    expect(closed.case.closed?.reason).toBe('died');
    expect((await open(reference)).sort()).toEqual(['final-accounts', 'write-condolence']);
    expect(closed.records.find(({ kind }) => kind === 'plan')).toMatchObject({ state: 'ended' });
    const before = await mailsTo(email);

    const undone = await post('manager', `/persons/${closed.person.id}/death/undo`, { reason: 'Another Nora.' });
    expect(undone.status).toBe(200);
    const again = await whole(reference);
    expect(again.case).toMatchObject({ stage: 'support', planInForce: 1, nextReview: { kind: 'early' } });
    expect(again.records.find(({ kind }) => kind === 'plan')).toMatchObject({ state: 'active' });
    // They are told that it is open again, and that a review is coming.
    expect(await mailsTo(email)).toBe(before + 2);
  });

  it('of a carer gives the adult’s case urgent work (J2), and the adult’s mail goes to the adult', async () => {
    const adult = await openCase(platform, { email: 'adult@example.com' });
    const answers = completeAnswers(carersAssessment, { email: 'carer@example.com' });
    const sent = await platform.client.request<{ reference: string }>(
      'POST',
      `/${council}/applications`,
      { form: 'carers-assessment', answers },
      { 'idempotency-key': randomUUID() },
    );
    await platform.settle();
    const carer = caseReference.parse(sent.reference);
    await platform.send('PUT', `/${council}/staff/cases/${carer}/cared-for`, {
      as: 'manager',
      body: { person: await personOf(adult) },
    });
    await record(carer);

    const task = (await whole(adult)).tasks.find(({ kind }) => kind === 'adult-whose-carer-died');
    expect(task).toMatchObject({ status: 'open', dueOn: task?.openedAt.slice(0, 10) });
    expect((await whole(adult)).person.died).toBeUndefined();
  });

  it('is refused on a day that cannot be, and is not a reason for closing one case', async () => {
    const reference = await openCase(platform, { email: 'days@example.com' });
    const person = await personOf(reference);
    const future = await post('manager', `/persons/${person}/death`, { howKnown: 'A call.', diedOn: '2030-01-01' });
    expect([future.status, future.json.errors?.[0]?.field]).toEqual([400, 'diedOn']);
    const closing = await post('manager', `/cases/${reference}/close`, { reason: 'died' });
    expect([closing.status, closing.text]).toEqual([
      400,
      expect.stringContaining('A death is recorded with the person'),
    ]);
  });
});
