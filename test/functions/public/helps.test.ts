import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { openCase, signedIn } from '../../support/followed-case.ts';
import { begin } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const at = '/leicestershire/draft';
const left = '/leicestershire/time-left/draft';
let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
});
beforeEach(async () => {
  browser = createBrowser(platform.url);
  await begin(browser, needsAssessment);
});
afterAll(() => platform.stop());

const forward = (minutes: number) => platform.platform.clock.forward({ minutes });
/** Answers the pages that come before the parts of the form. */
const passStart = async () => {
  for (const answer of ['No', 'I am doing it for myself']) {
    browser.fill(answer);
    await browser.press('Continue');
  }
};
const answer = async () => JSON.parse((await browser.open(left)).html) as { secondsLeft: number; until: string };

describe('Easy Read', () => {
  it('is chosen with the form’s start, and stays from page to page', async () => {
    await browser.open('/leicestershire/forms/needs-assessment');
    const first = await browser.press('Start with easy read and pictures');
    browser.fill('No');
    const second = await browser.press('Continue');

    expect(first.heading).toBe('Is someone in danger, or being hurt?');
    expect(second.text).toContain('I am doing it for me');
  });

  it('is chosen on a page, and what was typed is still there, unchecked and no answer yet', async () => {
    await passStart();
    await browser.open(`${at}/pages/name`);
    browser.fill('Day', '31');
    browser.fill('Month', '13');
    const easy = await browser.press('Easy read with pictures');
    const [fields] = browser.fields;

    expect(easy).toMatchObject({ status: 200, errors: [] });
    expect(easy.text).toContain('When were you born?');
    expect(fields?.get('dateOfBirth.day')).toBe('31');
    expect(fields?.get('dateOfBirth.month')).toBe('13');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('value="31"');
  });

  it('is left again for the plain words', async () => {
    await browser.press('Easy read with pictures');
    const plain = await browser.press('Go back to the plain words');

    const heading = 'Is anyone in danger, or being hurt or neglected?';
    expect(plain.heading).toBe(heading);
    expect((await browser.open(`${at}/pages/start-check`)).heading).toBe(heading);
  });

  it('is still there on another day, on another page', async () => {
    await browser.press('Easy read with pictures');
    browser.fill('No');
    const who = await browser.press('Continue');

    expect(who.text).toContain('I am doing it for me');
  });

  it('hides no change that somebody else made to the page meanwhile', async () => {
    const other = browser.tab();
    await other.open(`${at}/pages/start-check`);
    other.fill('No');
    await other.press('Continue');
    browser.fill('Yes, someone is in danger now');
    const page = await browser.press('Easy read with pictures');

    expect(page.status).toBe(409);
    expect(page.text).toContain('Someone changed this page while you had it open');
  });
});

describe('the time that is left', () => {
  it('is said on each page, as the time of day in London an hour from now', () => {
    const inAnHour = new Date(Date.parse(platform.deps.clock.now()) + 3_600_000);
    const [hour, minute] = [inAnHour.getUTCHours(), inAnHour.toISOString().slice(14, 16)];

    // In January London has UTC.
    expect(browser.page.text).toMatch(
      new RegExp(`If you do nothing until ${hour % 12 || 12}:${minute}[ap]m ?, this page`),
    );
  });

  it('is 3,600 seconds at first, and asking gains none', async () => {
    const before = await answer();
    await forward(54);
    const after = await answer();

    expect(before.secondsLeft).toBe(3600);
    expect(after.secondsLeft).toBe(360);
  });

  it('is an hour again for who asks for more, and nothing for a form that has ended', async () => {
    const csrf = browser.fields[0]?.get('csrf') ?? '';
    await forward(59);
    const more = await browser.post(left, { csrf });
    await forward(61);
    const late = await browser.post(left, { csrf });

    expect(JSON.parse(more.html)).toMatchObject({ secondsLeft: 3600 });
    expect(JSON.parse(late.html)).toEqual({ secondsLeft: 0, until: '' });
    expect((await browser.open(at)).status).toBe(403);
  });

  it('is not given to another site’s form, nor to a browser that holds nothing', async () => {
    const foreign = await browser.post(left, { csrf: 'x' });
    const stranger = await createBrowser(platform.url).post(left, { csrf: 'x' });

    expect(foreign.status).toBe(403);
    expect(JSON.parse(stranger.html)).toEqual({ secondsLeft: 0, until: '' });
  });

  it('is not said where nothing is held open', async () => {
    const page = await createBrowser(platform.url).open('/leicestershire');

    expect(page.html).not.toContain('careway-time-left');
  });
});

describe('“Exit this page”', () => {
  const exit = (headers: Record<string, string> = {}) =>
    fetch(`${platform.url}/leicestershire/exit`, {
      redirect: 'manual',
      headers: { cookie: [...browser.jar].map((pair) => pair.join('=')).join('; '), ...headers },
    });

  it('is on a page about harm, twice, and on no other', async () => {
    const danger = browser.page.html;
    await passStart();
    const urgent = browser.page.html;

    expect(danger.match(/href="\/leicestershire\/exit"/g)).toHaveLength(2);
    expect(urgent).not.toContain('/exit"');
  });

  it('is on the page that says what to do about abuse, and where all answers are checked', async () => {
    browser.fill('Yes, and we should be told about it');
    const stop = await browser.press('Continue');
    const check = await browser.open(`${at}/check`);

    expect(stop.html).toContain('/leicestershire/exit"');
    expect(check.html).toContain('/leicestershire/exit"');
  });

  it('leads to a page about the weather and makes the browser forget the form', async () => {
    const response = await exit();

    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('https://www.bbc.co.uk/weather');
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-careway-draft=;.*Max-Age=0/)]);
  });

  it('closes nothing for a link on another site', async () => {
    const response = await exit({ 'sec-fetch-site': 'cross-site' });

    expect(response.status).toBe(303);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('the time that is left of a sign-in to a case', () => {
  const path = '/leicestershire/time-left/case';
  let reader: Browser;
  let reference: string;
  beforeAll(async () => {
    reference = await openCase(platform);
    reader = await signedIn(platform);
  });

  const csrf = () => reader.fields.flatMap((fields) => fields.get('csrf') ?? [])[0] ?? '';
  const seconds = async (body?: Record<string, string>): Promise<number> =>
    JSON.parse((await (body ? reader.post(path, body) : reader.open(path))).html).secondsLeft;

  it('is said on the page of the case, is an hour, and can be asked for more until it has ended', async () => {
    const page = await reader.open(`/leicestershire/case/${reference}`);
    const token = csrf();
    await forward(50);
    const asked = await seconds();
    const more = await seconds({ csrf: token });
    await forward(61);
    const late = await seconds({ csrf: token });

    expect(page.text).toMatch(/If you do nothing until \d{1,2}:\d\d[ap]m ?, we will sign you out\./);
    expect([asked, more, late]).toEqual([600, 3600, 0]);
    expect((await reader.open(`/leicestershire/case/${reference}`)).text).toContain('an hour had passed');
  });

  it('is never more than the 12 hours that a sign-in lasts', async () => {
    reader = await signedIn(platform);
    await reader.open(`/leicestershire/case/${reference}`);
    const token = csrf();
    for (let time = 0; time < 14; time += 1) {
      await forward(50);
      await seconds({ csrf: token });
    }
    const last = await seconds({ csrf: token });

    expect(last).toBe(20 * 60);
  });

  it('is not given to another site’s form', async () => {
    expect((await reader.post(path, { csrf: 'x' })).status).toBe(403);
  });

  it('is over at once for who leaves quickly', async () => {
    await fetch(`${platform.url}/leicestershire/exit`, {
      redirect: 'manual',
      headers: { cookie: [...reader.jar].map((pair) => pair.join('=')).join('; ') },
    });

    expect(await seconds()).toBe(0);
  });
});
