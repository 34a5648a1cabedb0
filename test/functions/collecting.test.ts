import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../support/followed-case.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

describe('what a person pays (CV67, CV81)', () => {
  it('is collected by somebody from the day that support is set up; the person reads how to pay, and a first payment is looked for', async () => {
    const email = 'pays@example.com';
    const reference = await journeys.apply({ email });
    await journeys.work(reference, ...toSupport);

    const task = await journeys.openTask(reference, 'collect-contribution');
    expect(task).toMatchObject({ role: 'finance-officer', reason: expect.stringContaining('tell them how to pay') });
    const howToPay = 'An invoice comes each month. It says where it is paid.';
    await journeys.finish(reference, 'collect-contribution', { howToPay });
    await journeys.settle();
    const mails = (await journeys.platform.mail.list()).filter(({ to }) => to.includes(email));
    expect(mails.map(({ tags }) => tags['message']).join()).toContain('collect-contribution');

    const browser = await signedIn({ ...journeys, url: journeys.deps.siteUrl }, email);
    await browser.open(`/${slug}/case/${reference}`);
    await browser.follow('How you pay towards your support');
    expect(browser.page.text).toContain(howToPay);
    expect(browser.page.text).toContain('By an invoice');

    await journeys.platform.clock.forward({ days: 36 });
    await journeys.settle();
    const again = await journeys.openTask(reference, 'collect-contribution');
    expect(again.id).not.toBe(task.id);
    expect(again.reason).toContain('look whether it has come');
  });
});
