import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const daysLater = (days: number) => platform.platform.clock.forward({ hours: 24 * days });
const reminders = async () =>
  (await platform.platform.mail.list()).filter(({ subject }) => subject.includes('will be deleted'));

const savedForm = async () => {
  const browser = createBrowser(platform.url);
  await begin(browser, needsAssessment);
  browser.fill('No');
  await browser.press('Continue');
  await browser.open('/leicestershire/draft/save');
  browser.fill('What is your email address?', 'rose@example.com');
  await browser.press('Save and send me a link');
  return browser;
};

describe('a reminder of a form that is about to be deleted', () => {
  it('comes once, 7 days before, and names nothing of the form', async () => {
    await savedForm();
    await daysLater(22);
    expect(await reminders()).toEqual([]);
    await daysLater(1);
    const [mail] = await reminders();
    expect(mail?.to).toEqual(['rose@example.com']);
    expect(mail?.text).toContain('We keep it until Wednesday 4 February 2026.');
    expect(mail?.text).not.toMatch(/assess|care and support/i);
    await daysLater(20);

    expect(await reminders()).toHaveLength(1);
  });

  it('comes once to an address at which many forms are saved, on one device or on 12', async () => {
    for (let device = 0; device < 12; device += 1) await savedForm();
    await daysLater(23);

    expect(await reminders()).toHaveLength(1);
  });

  it('is put off by 10 days where the form was gone on with 10 days later', async () => {
    await savedForm();
    await daysLater(10);
    const browser = createBrowser(platform.url);
    await browser.open('/leicestershire/return');
    browser.fill('What is your email address?', 'rose@example.com');
    await browser.press('Send me a link');
    const link =
      /\/leicestershire\/return\/[\w-]{43}/.exec((await platform.platform.mail.list())[0]?.text ?? '')?.[0] ?? '';
    await browser.open(link);
    await browser.press('Open my form');
    await daysLater(22);
    expect(await reminders()).toEqual([]);
    await daysLater(1);

    expect(await reminders()).toHaveLength(1);
  });

  it('does not say that a form was not sent which was called back after it was sent', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment);
    await platform.platform.clock.forward({ minutes: 20 });
    await browser.open('/leicestershire/draft/save');
    browser.fill('What is your email address?', 'rose@example.com');
    await browser.press('Save and send me a link');
    await browser.open('/leicestershire/draft/check');
    await browser.press('Send your application');
    await platform.settle();
    await browser.open('/leicestershire/draft/sent');
    expect((await browser.press('Correct my form')).path).toBe('/leicestershire/draft/check');

    await daysLater(24);

    expect(await reminders()).toEqual([]);
  });

  it('does not come for a form that nobody can reach any more', async () => {
    const browser = await savedForm();
    await browser.open('/leicestershire/draft/save');
    browser.fill('What is your email address?', 'ada@example.com');
    await browser.press('Save and send me a link');
    await daysLater(24);

    expect((await reminders()).map(({ to }) => to)).toEqual([['ada@example.com']]);
  });
});
