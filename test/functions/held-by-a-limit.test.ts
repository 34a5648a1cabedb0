import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseReference, isoInstant } from '../../schemas/scalars.ts';
import { createBrowser } from '../support/browser-client.ts';
import { openCase } from '../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const mailsTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(address)).reverse();
const linksTo = async (address: string) =>
  (await mailsTo(address)).flatMap(({ text }) => /\/leicestershire\/confirm-email\/[\w-]{43}/.exec(text)?.[0] ?? []);
/** Time goes by as on AWS, where the sweep runs whether or not anything has happened. */
const hours = async (count: number) => {
  for (let hour = 0; hour < count; hour += 1) {
    await platform.platform.clock.forward('PT61M');
    await platform.platform.lambda.invoke('sweep-signals', {});
  }
};
const birthDays = ['2', '3', '4', '5'];
const confirm = async (link: string, day: string) => {
  const browser = createBrowser(platform.url);
  await browser.open(link);
  const born = { 'dateOfBirth.day': day, 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' };
  browser.set(Object.entries(born));
  await browser.press('Confirm my email address');
  await platform.settle();
};

describe('a ward with four referrals from one mailbox in an hour', () => {
  it('is asked about each of them as soon as the limit allows, and told all of it in the end', async () => {
    const ward = 'ward@hospital.example.com';
    const names = ['Ada', 'Bea', 'Cleo', 'Dora'];
    const references: CaseReference[] = [];
    for (const [n, firstName] of names.entries()) {
      const dateOfBirth = `1948-03-0${birthDays[n]}`;
      references.push(await openCase(platform, { email: ward, firstName, lastName: `${firstName}son`, dateOfBirth }));
    }
    const atOnce = await linksTo(ward);
    await hours(6);
    const today = await linksTo(ward);
    await hours(36);
    const links = await linksTo(ward);

    // Three a day are the limit of one mailbox.
    expect([atOnce.length, today.length, links.length]).toEqual([1, 3, 4]);
    for (const [n, link] of links.entries()) await confirm(link, birthDays[n] ?? '');

    const told = (await mailsTo(ward)).filter(({ tags }) =>
      tags['message']?.includes('acknowledge-application__person'),
    );
    const references4 = told
      .filter(({ tags }) => !tags['message']?.endsWith('__ask'))
      .map(({ tags }) => tags['reference']);
    expect(references4.toSorted()).toEqual(references.toSorted());
  });
});

describe('a stranger whose address many applications give', () => {
  it('is asked no more often for that, and no more at all after two weeks', async () => {
    const stranger = 'bombed@example.com';
    for (let n = 1; n <= 12; n += 1) {
      const dateOfBirth = `1950-04-${String(n).padStart(2, '0')}`;
      await openCase(platform, {
        email: stranger,
        firstName: `N${'abcdefghijkl'[n - 1]}`,
        lastName: 'Other',
        dateOfBirth,
      });
    }
    await hours(26);
    const aDay = (await linksTo(stranger)).length;
    for (let day = 0; day < 20; day += 1) {
      await platform.platform.clock.forward('P1D');
      await platform.platform.lambda.invoke('sweep-signals', {});
    }

    expect(aDay).toBeLessThanOrEqual(4);
    expect((await linksTo(stranger)).length).toBeLessThanOrEqual(10);
    const owed = await platform.deps.store.signals('tells', isoInstant.parse('2027-01-01T00:00:00.000Z'));
    expect(owed.signals).toEqual([]);
  });
});
