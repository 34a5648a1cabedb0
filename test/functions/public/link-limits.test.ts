import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { askForLink, openCase, rose } from '../../support/followed-case.ts';
import { begin } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
  await openCase(platform);
});
afterAll(() => platform.stop());

const linksTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(
    ({ to, subject }) =>
      to.includes(address) && subject === 'Leicestershire County Council: your link to come back to us',
  );
const nobody = 'success@simulator.amazonses.com';

/** What a call asks of the table, in order, without what it asks about. */
const callsOf = async (run: () => Promise<unknown>): Promise<string[]> => {
  const calls: string[] = [];
  const { store } = platform.deps;
  const watched = [
    [store, ['case', 'knownCase', 'record', 'casesOfAddress']],
    [store.items, ['get', 'put', 'list']],
  ] as const;
  const given = watched.map(([of, names]) => {
    const target = of as unknown as Record<string, (...args: unknown[]) => unknown>;
    return names.map((name) => {
      const original = target[name];
      if (original === undefined) throw new Error(`The store has no ${name}`);
      target[name] = (...args) => {
        // One case is read in either way of asking for it.
        calls.push(name === 'knownCase' ? 'case' : name);
        return Reflect.apply(original, of, args);
      };
      return () => {
        target[name] = original;
      };
    });
  });
  await run();
  for (const giveBack of given.flat()) giveBack();
  return calls;
};
const reads = (calls: readonly string[]) =>
  Object.entries(Object.groupBy(calls, (name) => name))
    .map(([name, of]) => `${name} ${of?.length}`)
    .toSorted();

describe('asking for a link to a case', () => {
  it('shows the same page and asks the same of the table and of SES, whether the address is known or not', async () => {
    const [known, unknown] = [createBrowser(platform.url), createBrowser(platform.url)];
    // Once before, so that what is loaded or made but once does not count.
    await askForLink(createBrowser(platform.url), 'first@example.com');
    const before = (await platform.platform.mail.list()).length;
    const ofKnown = await callsOf(() => askForLink(known, rose));
    const ofUnknown = await callsOf(() => askForLink(unknown, 'ruth.okafor@example.com'));

    expect(known.page.html.replaceAll(rose, '')).toBe(unknown.page.html.replaceAll('ruth.okafor@example.com', ''));
    expect(reads(ofUnknown)).toEqual(reads(ofKnown).map((one) => (one.startsWith('case ') ? 'case 1' : one)));
    expect((await platform.platform.mail.list()).length).toBe(before + 2);
    expect(await linksTo('ruth.okafor@example.com')).toEqual([]);
    expect(await linksTo(nobody)).toHaveLength(2);
  });
});

describe('one sender', () => {
  it('is sent 60 links in an hour, and the 61st person is told when it goes on and what else there is; then it does', async () => {
    const own = await startTestPlatform();
    const ask = async (address: string) => {
      const browser = createBrowser(own.url);
      await askForLink(browser, address);
      return browser.page;
    };
    const sent = async () => (await own.platform.mail.list()).length;
    for (let n = 1; n <= 60; n += 1) await ask(`person${n}@example.com`);
    const before = await sent();
    const last = await ask('person61@example.com');

    expect([before, await sent()]).toEqual([60, 60]);
    expect([last.status, last.errors]).toEqual([
      429,
      [
        'Many links have been asked for from your network in this hour. Try again after 11:00am, or on another connection, such as a mobile phone’s. If it cannot wait, contact Adult Social Care.',
      ],
    ]);
    expect(last.html).toContain('value="person61@example.com"');
    await own.platform.clock.forward('PT1H');
    await ask('person62@example.com');
    expect(await sent()).toBe(61);
    await own.stop();
  });

  it('is counted without being kept: no item of the table holds its address', async () => {
    const scan = await platform.platform.dynamoDb.handle('Scan', { TableName: 'careway' });

    expect(JSON.stringify(scan)).toContain('HOUR#');
    expect(JSON.stringify(scan)).not.toMatch(/127\.0\.0\.1|::1/);
  });
});

describe('asking for a link to a form', () => {
  it('goes by the same limit, and takes the same mail where no form is saved', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);
    const before = (await linksTo(nobody)).length;
    await browser.open(`/${council}/return`);
    browser.fill('What is your email address?', 'no.form@example.com');
    await browser.press('Send me a link');

    expect(browser.page.heading).toBe('Check your email');
    expect(await linksTo(nobody)).toHaveLength(before + 1);
  });
});
