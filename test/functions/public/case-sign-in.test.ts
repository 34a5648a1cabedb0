import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { askForLink, linkTo, openCase, rose, signedIn, slug, useLink } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

let platform: TestPlatform;
let reference: string;
let browser: Browser;
beforeEach(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  browser = createBrowser(platform.url);
});
afterEach(() => platform.stop());

const later = (duration: string) => platform.platform.clock.forward(duration);
const wrongBirth = { 'dateOfBirth.day': '3', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' };

describe('signing in to a case', () => {
  it('takes an email address, a link and the date of birth, and shows the case', async () => {
    await askForLink(browser, rose);
    const page = await useLink(browser, await linkTo(platform, rose));

    expect(page.path).toBe(`/${council}/case/${reference}`);
    expect(page.heading).toBe('Your case');
    expect([...browser.jar.keys()]).toEqual(['__Host-careway-answer', '__Host-careway-case']);
  });

  it('answers alike for an address that nobody has', async () => {
    await askForLink(browser, rose);
    const known = browser.page.text.replaceAll(rose, 'x');
    await askForLink(browser, 'nobody@example.com');

    expect(browser.page.text.replaceAll('nobody@example.com', 'x')).toBe(known);
    expect((await platform.platform.mail.list()).filter(({ to }) => to.includes('nobody@example.com'))).toEqual([]);
  });

  it('changes nothing by HEAD or GET, so that a mail scanner does not use the link up', async () => {
    await askForLink(browser, rose);
    const link = await linkTo(platform, rose);
    await fetch(platform.url + link, { method: 'HEAD' });
    for (const _ of [1, 2]) expect((await fetch(platform.url + link)).status).toBe(200);

    expect((await useLink(browser, link)).heading).toBe('Your case');
  });

  it('opens a link once, and tells the second time that it was used', async () => {
    await askForLink(browser, rose);
    const link = await linkTo(platform, rose);
    await useLink(browser, link);

    const again = await createBrowser(platform.url).open(link);

    expect([again.status, again.text]).toEqual([410, expect.stringContaining('This link has been used.')]);
  });

  it('opens no link after 10 minutes', async () => {
    await askForLink(browser, rose);
    const link = await linkTo(platform, rose);
    await later('PT10M');

    expect((await browser.open(link)).text).toContain('This link has expired.');
  });

  it('refuses a wrong date of birth and says how many tries are left', async () => {
    await askForLink(browser, rose);
    const page = await useLink(browser, await linkTo(platform, rose), wrongBirth);

    expect([page.status, page.errors]).toEqual([400, ['The date of birth does not match. You can try 4 more times']]);
    expect(browser.jar.has('__Host-careway-case')).toBe(false);
  });

  it('is not done by a form that another site sends', async () => {
    await askForLink(browser, rose);
    const response = await fetch(platform.url + (await linkTo(platform, rose)), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      body: 'dateOfBirth.day=2&dateOfBirth.month=3&dateOfBirth.year=1948',
    });

    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('gives a cookie that no script reads, only over https, and not to other sites’ forms', async () => {
    await askForLink(browser, rose);
    const response = await fetch(platform.url + (await linkTo(platform, rose)), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'dateOfBirth.day=2&dateOfBirth.month=3&dateOfBirth.year=1948',
    });

    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-careway-case=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
  });

  it('is kept in the history', async () => {
    await signedIn(platform);
    const whole = await platform.deps.store.whole(slug, reference as never);

    expect(whole?.events.map(({ action }) => action)).toContain('signed-in');
  });

  it('has valid pages', async () => {
    await browser.open(`/${council}/case/sign-in`);
    expect(await htmlFaults(browser.page.html)).toEqual([]);
    await askForLink(browser, rose);
    expect(await htmlFaults(browser.page.html)).toEqual([]);
    await browser.open(await linkTo(platform, rose));
    expect(await htmlFaults(browser.page.html)).toEqual([]);
  });
});

describe('a session', () => {
  beforeEach(async () => {
    browser = await signedIn(platform);
  });

  it('ends after 60 minutes without a request and says so', async () => {
    await later('PT59M');
    expect((await browser.open(`/${council}/case/${reference}`)).heading).toBe('Your case');
    await later('PT60M');

    const page = await browser.open(`/${council}/case/${reference}`);

    expect(page.path).toBe(`/${council}/case/sign-in?ended=yes`);
    expect(page.text).toContain('We signed you out because an hour had passed.');
  });

  it('ends on the server when the person signs out', async () => {
    const stolen = new Map(browser.jar);
    await browser.press('Sign out');

    const page = await createBrowser(platform.url, stolen).open(`/${council}/case/${reference}`);

    expect(browser.jar.has('__Host-careway-case')).toBe(false);
    expect(page.path).toBe(`/${council}/case/sign-in`);
  });

  it('is worth nothing at another council', async () => {
    const page = await browser.open(`/coventry/case/${reference}`);

    expect(page.path).toBe('/coventry/case/sign-in');
  });

  it('opens no case of someone else', async () => {
    const other = await openCase(platform, { email: 'someone.else@example.com', firstName: 'Other' });

    for (const part of [
      '',
      '/details',
      '/plan',
      '/everything',
      '/withdraw',
      '/ask/query',
      '/copies/application.application',
    ]) {
      expect((await browser.open(`/${council}/case/${other}${part}`)).status).toBe(404);
    }
  });

  it('opens a case no longer when its address was changed', async () => {
    const careCase = await platform.deps.store.knownCase(slug, reference as never);
    const { items } = await platform.deps.store.personOf(careCase);
    const person = { ...items[0], version: items[0].version + 1, email: 'new@example.com' };
    const event = {
      council: slug,
      person: person.id,
      at: platform.deps.clock.now(),
      id: 'x',
      actor: { kind: 'public' as const },
      action: 'test',
      authority: 'test',
    };
    await platform.deps.store.commit({ people: [{ person }], personEvents: [event] });

    expect((await browser.open(`/${council}/case/${reference}`)).status).toBe(404);
  });

  it('lists several cases of one address', async () => {
    const second = await openCase(platform, { town: 'Loughborough' });
    await later('PT2M');
    const both = await signedIn(platform);

    expect(both.page.heading).toBe('Your cases');
    expect(both.page.text).toContain(reference);
    expect(both.page.text).toContain(second);
  });
});

describe('a helper', () => {
  let helped: TestPlatform;
  const ada = 'ada.okafor@example.com';
  const byHelper = { filledInBy: 'helper', helperEmail: ada, updatesTo: ['helper'], helperFirstName: 'Ada' };
  beforeAll(async () => {
    helped = await startTestPlatform();
  });
  afterAll(() => helped.stop());

  it('follows the case of a person who agrees', async () => {
    await openCase(helped, { ...byHelper, personAgrees: 'yes' });

    expect((await signedIn(helped, ada)).page.heading).toBe('The case of Rose');
  });

  it.each([
    ['who has no right to act for the person', { personAgrees: 'no', helperAuthority: 'none' }],
    ['who acts for money only', { personAgrees: 'no', helperAuthority: 'lpa-money' }],
    ['whom the person wants no updates for', { personAgrees: 'yes', updatesTo: ['person'] }],
  ])('gets no link where it is one %s', async (_, answers) => {
    const address = `${JSON.stringify(answers).replaceAll(/\W/g, '').toLowerCase()}@example.com`;
    await openCase(helped, { ...byHelper, helperEmail: address, ...answers });
    await askForLink(createBrowser(helped.url), address);

    await expect(linkTo(helped, address)).rejects.toThrow('No link');
  });
});
