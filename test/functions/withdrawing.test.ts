import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Browser, createBrowser } from '../support/browser-client.ts';
import { workUpTo } from '../support/case-work.ts';
import { askForLink, linkTo, openCase, slug, useLink } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const follow = async (address: string): Promise<Browser> => {
  const browser = createBrowser(platform.url);
  await askForLink(browser, address);
  await useLink(browser, await linkTo(platform, address));
  return browser;
};
const whole = async (reference: CaseReference) => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error('No case');
  return found;
};
const openKinds = async (reference: CaseReference) =>
  (await whole(reference)).tasks.filter(({ status }) => status === 'open').map(({ kind }) => kind);
const subjectsTo = async (address: string, reference: CaseReference) =>
  (await platform.platform.mail.list())
    .filter(({ to, tags }) => to.includes(address) && tags['reference'] === reference)
    .map(({ subject }) => subject);

describe('a person who does not want to go on', () => {
  it('with a plan in force leaves it as it is: their key worker has a message, and answers', async () => {
    const reference = await openCase(platform, { email: 'living@example.com' });
    await workUpTo(platform, reference, 'check-support');
    const browser = await follow('living@example.com');
    const { nextReview } = (await whole(reference)).case;
    const page = await browser.open(`/${council}/case/${reference}/withdraw`);
    expect(page.heading).toBe('Ask for your support to end');
    browser.fill('Why do you want your support to end? (optional)', 'My daughter helps me now.');
    expect((await browser.press('Send this to us')).heading).toBe('We have it');
    await platform.settle();

    const after = await whole(reference);
    expect(after.case).toMatchObject({ stage: 'support', planInForce: 1, nextReview });
    expect(after.case.closed).toBeUndefined();
    expect(after.records.find(({ kind }) => kind === 'plan')).toMatchObject({ state: 'active' });
    const task = await platform.client.waitForTask('key-worker', reference, 'consider-ending');
    expect(task.reason).toContain('It goes on meanwhile');
    // What they said stands beside the question.
    const shown = await platform.send('GET', `/${council}/staff/tasks/${task.id}`, { as: 'key-worker' });
    expect(JSON.stringify(shown.json.known)).toContain('My daughter helps me now.');
  });

  it('with a plan in force ends nothing by an old page either, sent twice', async () => {
    const reference = await openCase(platform, { email: 'old-page@example.com' });
    const browser = await follow('old-page@example.com');
    await browser.open(`/${council}/case/${reference}/withdraw`);
    const { path, fields } = browser.sending('Yes, withdraw my request');
    await workUpTo(platform, reference, 'check-support');
    for (const _ of [1, 2]) expect((await browser.post(path, fields)).heading).toBe('We have your message');

    expect((await whole(reference)).case.closed).toBeUndefined();
    expect(await openKinds(reference)).toEqual(['collect-contribution', 'consider-ending']);
  });

  it('before a plan closes the case, and whoever had open work on it is told', async () => {
    const reference = await openCase(platform, { email: 'early@example.com' });
    await workUpTo(platform, reference, 'triage-request');
    const browser = await follow('early@example.com');
    const asked = await browser.open(`/${council}/case/${reference}/withdraw`);
    expect(asked.heading).toBe('Do you want to withdraw your request?');
    expect((await whole(reference)).case.closed).toBeUndefined();
    await browser.press('Yes, withdraw my request');
    await platform.settle();

    const { case: careCase, events } = await whole(reference);
    expect(careCase.closed?.reason).toBe('withdrawn');
    expect(events.find(({ action }) => action === 'case-closed')?.actor).toEqual({ kind: 'public', as: 'person' });
    const overview = await browser.open(`/${council}/case/${reference}`);
    expect(overview.text).toContain('You told us that you do not want to go on.');
    expect(await openKinds(reference)).toEqual([]);
    const told = (await platform.platform.mail.list()).find(({ subject }) => subject.startsWith('Taken back: '));
    expect(told?.subject).toBe(`Taken back: Assess needs (${reference})`);
  });

  it('where harm is known is not closed: s.11(2) is asked first, and the page tells nobody why', async () => {
    const reference = await openCase(platform, { email: 'harmed@example.com' });
    const triage = await platform.client.waitForTask('contact-officer', reference, 'triage-request');
    await platform.client.complete('contact-officer', triage, {
      ...staffAnswers('2026-01-05')['triage-request'],
      harmSuspected: 'yes',
      harmWhat: 'Bruises.',
    });
    await platform.settle();
    const browser = await follow('harmed@example.com');
    await browser.open(`/${council}/case/${reference}/withdraw`);
    const page = await browser.press('Yes, withdraw my request');
    await platform.settle();

    expect(page.text).toContain('We check a few things before we close a case.');
    expect((await whole(reference)).case.closed).toBeUndefined();
    expect((await openKinds(reference)).sort()).toEqual([
      'arrange-visit',
      'assess-needs',
      'consider-refusal',
      'look-into-safety',
    ]);
    expect((await subjectsTo('harmed@example.com', reference)).join()).not.toContain('closed');
  });
});
