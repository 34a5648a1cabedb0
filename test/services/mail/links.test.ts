import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { councilSlug } from '../../../schemas/scalars.ts';
import { createLinks } from '../../../services/mail/links.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
const address = 'rose.okafor@example.com';

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const links = () => createLinks(platform.deps);
const ask = (asking: Partial<Parameters<ReturnType<typeof createLinks>['send']>[1]> = {}) =>
  links().send(platform.deps.councils.known(slug), {
    address,
    purpose: 'draft',
    path: '/leicestershire/return',
    subjects: ['one'],
    ...asking,
  });
const mails = () => platform.platform.mail.list();
const tokens = async () => (await mails()).flatMap(({ text }) => /return\/([\w-]{43})/.exec(text)?.[1] ?? []);
const newestToken = async () => (await tokens())[0] ?? '';
const later = (minutes: number) => platform.platform.clock.forward({ minutes });
const yes = { judge: async () => true };
const no = { judge: async () => undefined };

describe('a link', () => {
  it('is mailed with 43 characters of token, opens once, and then says that it was used', async () => {
    await ask();
    const token = await newestToken();

    expect(await links().use(slug, 'draft', token, yes)).toMatchObject({
      state: 'opened',
      link: { subjects: ['one'] },
    });
    expect(await links().use(slug, 'draft', token, yes)).toMatchObject({ state: 'used' });
  });

  it('is good for 10 minutes and says that it expired after them', async () => {
    await ask();
    const token = await newestToken();
    await later(9);
    expect((await links().look(slug, 'draft', token)).state).toBe('ready');
    await later(1);

    expect(await links().use(slug, 'draft', token, yes)).toMatchObject({ state: 'expired' });
  });

  it('is replaced by a newer one for the same address, however that is written', async () => {
    await ask();
    const old = await newestToken();
    await later(2);
    await ask({ address: ' Rose.Okafor@Example.com ' });

    expect((await links().look(slug, 'draft', old)).state).toBe('replaced');
    expect((await links().look(slug, 'draft', await newestToken())).state).toBe('ready');
  });

  it('for a form does not open a case, nor replace a link for one', async () => {
    await ask();
    const token = await newestToken();
    await later(2);
    await ask({ purpose: 'case' });

    expect((await links().look(slug, 'case', token)).state).toBe('unknown');
    expect((await links().look(slug, 'draft', token)).state).toBe('ready');
  });

  it('is dead after 5 wrong dates of birth', async () => {
    await ask();
    const token = await newestToken();
    const states = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) states.push(await links().use(slug, 'draft', token, no));

    expect(states).toEqual([
      { state: 'refused', triesLeft: 4 },
      { state: 'refused', triesLeft: 3 },
      { state: 'refused', triesLeft: 2 },
      { state: 'refused', triesLeft: 1 },
      { state: 'locked' },
    ]);
    expect(await links().use(slug, 'draft', token, yes)).toEqual({ state: 'locked' });
  });

  it('opens for 1 of 2 who use it at the same moment', async () => {
    await ask();
    const token = await newestToken();

    const states = await Promise.all([1, 2].map(() => links().use(slug, 'draft', token, yes)));

    expect(states.map(({ state }) => state).toSorted()).toEqual(['opened', 'used']);
  });

  it('is sent at most once a minute and 5 times an hour to one address', async () => {
    await ask();
    await ask();
    expect(await tokens()).toHaveLength(1);
    for (let more = 0; more < 6; more += 1) {
      await later(1);
      await ask();
    }

    expect(await tokens()).toHaveLength(5);
  });

  it('that would open nothing goes to nobody, by a mail that takes as long as one to somebody', async () => {
    await ask({ subjects: [] });

    expect((await mails()).map(({ to }) => to)).toEqual([['success@simulator.amazonses.com']]);
    expect((await links().look(slug, 'draft', await newestToken())).state).toBe('ready');
  });

  it('for a first contact is good for 30 days, tells nothing, and a newer one does not replace it', async () => {
    const asking = { purpose: 'contact', path: '/leicestershire/return' } as const;
    await ask(asking);
    const [first] = await tokens();
    await ask(asking);
    await later(60);
    await ask(asking);

    expect(await tokens()).toHaveLength(2);
    expect((await mails())[0]?.subject).toBe('Leicestershire County Council: please confirm your email address');
    expect((await mails())[0]?.text).toContain('until Wednesday 4 February 2026');
    await later(30 * 24 * 60 - 61);
    expect((await links().look(slug, 'contact', first ?? '')).state).toBe('ready');
    await later(1);
    expect((await links().look(slug, 'contact', first ?? '')).state).toBe('expired');
  });

  it('for a first contact is sent at most 3 times a day and 10 times in 30 days', async () => {
    for (let hour = 0; hour < 6; hour += 1) {
      await ask({ purpose: 'contact' });
      await later(60);
    }
    expect(await tokens()).toHaveLength(3);
    for (let day = 0; day < 20; day += 1) {
      await later(24 * 60);
      await ask({ purpose: 'contact' });
    }

    expect(await tokens()).toHaveLength(10);
  });

  it('says nothing personal in its mail', async () => {
    await ask();
    const [mail] = await mails();

    expect(mail?.subject).toBe('Leicestershire County Council: your link to come back to us');
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/rose|okafor|assess|care and support/i);
  });
});
