import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const at = '/leicestershire/draft';
let platform: TestPlatform;
let browser: Browser;
beforeEach(async () => {
  platform = await startTestPlatform();
  browser = createBrowser(platform.url);
  await begin(browser, needsAssessment);
  for (const label of ['No', 'I am doing it for myself']) {
    browser.fill(label);
    await browser.press('Continue');
  }
  await browser.open(`${at}/pages/name`);
});
afterEach(() => platform.stop());

const halfFilled = () => {
  browser.fill('What is your first name?', 'Rose');
  browser.fill('Day', '31');
  browser.fill('Month', 'Febuary');
};

describe('a page that is left half filled', () => {
  it('is kept by “Save and come back later” and by “See all parts of the form”', async () => {
    for (const [button, path] of [
      ['Save and come back later', `${at}/save`],
      ['See all parts of the form', at],
    ] as const) {
      await browser.open(`${at}/pages/name`);
      halfFilled();
      expect((await browser.press(button)).path, button).toBe(path);

      const again = await browser.open(`${at}/pages/name`);
      expect(again.html).toContain('value="Rose"');
      expect(again.html).toContain('value="Febuary"');
      expect(again.text).not.toContain('There is a problem');
    }
  });

  it('is an answer once it is right, and then nothing of it is left over', async () => {
    halfFilled();
    await browser.press('Save and come back later');
    await browser.open(`${at}/pages/name`);
    browser.fill('What is your last name?', 'Okafor');
    for (const [part, value] of Object.entries({ Day: '2', Month: '3', Year: '1948' })) browser.fill(part, value);
    browser.set([['assessedBefore', 'no']]);
    await browser.press('Continue');

    expect((await browser.open(`${at}/pages/name`)).html).not.toContain('Febuary');
    expect((await browser.open(`${at}/check`)).text).not.toContain('Finish what you began');
  });

  it('is forgotten where everything on it was rubbed out', async () => {
    halfFilled();
    await browser.press('Save and come back later');
    await browser.open(`${at}/pages/name`);
    for (const label of ['What is your first name?', 'Day', 'Month']) browser.fill(label, '');
    await browser.press('See all parts of the form');

    expect((await browser.open(`${at}/pages/name`)).html).not.toContain('Rose');
  });

  it('is kept when the hour has passed, and shown when the form is opened again', async () => {
    await browser.open(`${at}/pages/urgent`);
    browser.fill('Something else is urgent');
    await browser.press('Continue');
    await browser.open(`${at}/pages/name`);
    halfFilled();
    await platform.platform.clock.forward({ minutes: 61 });

    expect((await browser.press('Continue')).text).toMatch(/saved/);
  });
});

describe('a whole form with one page half filled', () => {
  it('is not sent without what was typed there: the check says which page to finish', async () => {
    await browser.open(at);
    await fillIn(browser, needsAssessment);
    expect(browser.page.path).toBe(`${at}/check`);
    await browser.open(`${at}/pages/name?change=yes`);
    browser.fill('What is your first name?', 'Rosemary');
    browser.fill('Year', '48');
    await browser.press('Save and come back later');

    expect((await browser.open(at)).text).toMatch(/About you (About \d+ minutes? )?In progress/);
    const check = await browser.open(`${at}/check`);
    expect(check.text).toContain('Finish what you began to type under “');
    expect(check.html).toContain(`href="${at}/pages/name?change=yes"`);
    expect(check.text).not.toContain('Send it to us');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('value="Rosemary"');
  });

  it('leads from what is no longer valid when it is sent to the page where it is asked', async () => {
    await browser.open(at);
    await fillIn(browser, needsAssessment, { whereNow: 'hospital', dischargeExpectedOn: '2026-01-05' });
    // Past midnight, with something done in each hour.
    for (let hours = 0; hours < 16; hours += 1) {
      await platform.platform.clock.forward({ minutes: 55 });
      await browser.open(`${at}/check`);
    }

    const refused = await browser.press(needsAssessment.send);
    expect(refused.status).toBe(400);
    expect(refused.html).toMatch(
      /<a href="[^"]*\/draft\/pages\/hospital[\w-]*\?change=yes">[^<]*date of leaving hospital/i,
    );
  });
});

describe('a page that is not right', () => {
  it('is shown by an address of its own, so that going back and loading again ask nothing', async () => {
    halfFilled();
    const wrong = await browser.press('Continue');

    expect(wrong).toMatchObject({ status: 400, path: `${at}/pages/name?wrong=yes` });
    expect(wrong.errors).toContain('Date of birth must be a real date');
    expect(wrong.html).toContain('value="Febuary"');
    expect((await browser.open(wrong.path)).errors).toEqual(wrong.errors);
  });

  it('has a row more by an address of its own, with what was typed', async () => {
    await browser.open(`${at}/pages/people`);
    browser.set([
      ['looksAfter', 'nobody'],
      ['hasCarer', 'yes'],
    ]);
    await browser.press('Continue');
    const carers = browser.page.path;
    browser.set([['carers[0].name', 'Ada']]);
    const more = await browser.press('Add another helper');

    expect(more.path).toBe(`${carers}?rows=carers.2`);
    expect(more.html).toContain('value="Ada"');
    expect(more.html).toContain('name="carers[1].name"');
  });
});

it('a home in another council’s area is said at the postcode, once, and stops nobody', async () => {
  await browser.open(`${at}/pages/where-now`);
  browser.set([['whereNow', 'home']]);
  await browser.press('Continue');
  const address = (postcode: string): [string, string][] => [
    ['addressLine1', '1 High Street'],
    ['town', 'Coventry'],
    ['postcode', postcode],
  ];
  await browser.open(`${at}/pages/address`);
  browser.set(address('CV1 1AA'));
  const told = await browser.press('Continue');
  expect(told).toMatchObject({ status: 200, path: `${at}/pages/address?outside=yes` });
  expect(told.text).toContain('CV1 1AA may not be in Leicestershire');
  expect(told.html).toContain('value="1 High Street"');
  expect((await browser.press('Continue')).path).not.toContain('/pages/address');

  await browser.open(`${at}/pages/address`);
  browser.set(address('LE3 8RA'));
  expect((await browser.press('Continue')).path).not.toContain('/pages/address');
});
