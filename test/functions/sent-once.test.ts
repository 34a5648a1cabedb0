import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRemindDrafts } from '../../functions/scheduled/remind-drafts.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, isoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { createBrowser } from '../support/browser-client.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { begin } from '../support/form-journey.ts';
import { allOwed } from '../support/owed.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const mailsTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(address)).reverse();
const messages = async (address: string) => (await mailsTo(address)).map(({ tags }) => tags['message']);
const asked = async (address: string) => {
  const found = (await mailsTo(address)).flatMap(
    ({ text }) => /\/leicestershire\/confirm-email\/[\w-]{43}/.exec(text)?.[0] ?? [],
  );
  return found.at(-1) ?? '';
};
/** The page of a confirming link with the date of birth filled in, the button not yet pressed. */
const atConfirm = async (link: string) => {
  const browser = createBrowser(platform.url);
  await browser.open(link);
  browser.set(Object.entries({ 'dateOfBirth.day': '2', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' }));
  return browser;
};
const news = 'assessment-1__acknowledge-application__person';
const owed = async () => (await allOwed(platform.deps, platform.deps.clock.now())).map(({ kind }: Signal) => kind);

describe('two presses at once on “Confirm my email address”', () => {
  it.each([1, 2, 3, 4, 5, 6])('tell the news once, try %i', async (n) => {
    const address = `twice${n}@example.com`;
    await openCase(platform, { email: address });
    const link = await asked(address);
    const pages = [await atConfirm(link), await atConfirm(link)];

    await Promise.all(pages.map((page) => page.press('Confirm my email address')));
    await platform.settle();

    expect((await messages(address)).filter((message) => message === news)).toEqual([news]);
    expect(await owed()).toEqual([]);
  });
});

describe('a message of which somebody has begun to send', () => {
  it('is left to them, and sent by the sweep where they died before SES had it', async () => {
    const address = 'died@example.com';
    const reference = await openCase(platform, { email: address });
    const lease = { name: `mail#${reference}#held.person#sending`, answer: 'a process that died' };
    const inFiveMinutes = Math.floor(Date.parse(platform.deps.clock.now()) / 1000) + 300;
    await platform.deps.store.claim(slug, { ...lease, expiresAt: inFiveMinutes }, platform.deps.clock.now());
    await (await atConfirm(await asked(address))).press('Confirm my email address');
    await platform.settle();
    const before = await messages(address);

    await platform.platform.clock.forward('PT15M');

    expect(before).not.toContain(news);
    expect((await messages(address)).filter((message) => message === news)).toEqual([news]);
  });

  const twoAtOnce = async (reference: CaseReference, send: () => Promise<unknown>) => {
    await Promise.all([send(), send(), send()]);
    await platform.platform.clock.forward('PT15M');
    const all = await platform.platform.mail.list();
    return all.filter(({ tags }) => tags['reference'] === reference).map(({ tags }) => tags['message'] ?? '');
  };

  it('is sent once where a step runs twice at once, to the person and to staff', async () => {
    const address = 'steps@example.com';
    const reference = await openCase(platform, { email: address });
    const of = await platform.deps.store.personsCase(slug, reference);
    await createAddressProofs(platform.deps).bySignIn([of], address);
    const step = { council: slug, reference, thread: 'assessment-1', step: 'send-decision', template: 'decision-made' };
    const told = await twoAtOnce(reference, () => platform.platform.lambda.invoke('send-mail', step));
    const [task] = await platform.deps.store.tasks(slug, reference);
    if (task === undefined) throw new Error('No task');
    const toldStaff = await twoAtOnce(reference, () =>
      createNotices(platform.deps).tellStaff(of.careCase, task, 'again'),
    );

    expect(told.filter((message) => message.includes('send-decision'))).toHaveLength(1);
    expect(toldStaff.filter((message) => message.endsWith('__again'))).toHaveLength(1);
  });

  it('is sent once where two runs of the morning remind of the same unsent form', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);
    browser.fill('No');
    await browser.press('Continue');
    await browser.open('/leicestershire/draft/save');
    browser.fill('What is your email address?', 'unsent@example.com');
    await browser.press('Save and send me a link');
    const remind = createRemindDrafts({
      ...platform.deps,
      clock: { now: () => isoInstant.parse('2026-01-29T09:00:00.000Z') },
    });

    const runs = await Promise.all([remind(), remind()]);

    expect((await messages('unsent@example.com')).filter((message) => message === 'draft-lapsing')).toHaveLength(1);
    expect(runs.map(({ reminded }) => reminded).toSorted()).toEqual([0, 1]);
    expect(await remind()).toEqual({ reminded: 0, done: true });
  });
});
