import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { type Journeys, slug, startJourneys } from '../../support/journey.ts';

let journeys: Journeys;
afterEach(() => journeys.stop());

/** The morning lists that were sent, oldest first. */
const sent = async () =>
  (await journeys.platform.mail.list()).filter(({ tags }) => tags['message']?.startsWith('overdue-digest__')).reverse();

describe('the morning list', { timeout: 60_000 }, () => {
  it('tells those who read it how many said something of the pages since the last working day, once, and nothing of what it was', async () => {
    journeys = await startJourneys({ digests: true, start: Temporal.Instant.from('2026-01-09T10:00:00Z') });
    const say = (words: string) =>
      journeys.send('POST', `/${slug}/feedback`, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams({ about: '/help', useful: 'no', words, key: words })),
      });
    // A manager who reads one list of their own a day has it there too, though nothing of theirs is due.
    const { id, email } = journeys.member('manager');
    const manager = await journeys.deps.store.staff(slug, id);
    if (manager === undefined) throw new Error('No manager');
    const event = {
      council: slug,
      at: journeys.now(),
      id: 'x',
      actor: { kind: 'platform', name: 'test' },
      action: 'mail-preferred',
      authority: 'x',
    } as const;
    await journeys.deps.store.saveStaff(slug, { ...manager, prefersDigest: true }, event, manager);
    await say('I do not know what a panel is.');
    // Friday’s and the weekend’s are told on Monday, Monday’s on Tuesday, and nothing on Wednesday.
    await journeys.moveTo('2026-01-10T12:00:00Z');
    await say('The words are too long.');
    await journeys.moveTo('2026-01-12T10:00:00Z');
    await say('Thank you.');
    await journeys.moveTo('2026-01-14T12:00:00Z');

    expect((await sent()).map(({ at, to, subject }) => `${at} ${to[0]?.split('@')[0]}: ${subject}`)).toEqual([
      '2026-01-12T08:30:00.000Z managers: 2 people told us about our pages',
      `2026-01-12T08:30:00.000Z ${email.split('@')[0]}: 2 people told us about our pages`,
      '2026-01-13T08:30:00.000Z managers: 1 person told us about our pages',
      `2026-01-13T08:30:00.000Z ${email.split('@')[0]}: 1 person told us about our pages`,
    ]);
    const mail = (await sent()).at(-1);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(`/${slug}/staff/feedback`);
      expect(part).toContain('Nothing on it is late or due.');
      expect(part).toContain('1 person told us about our pages since Monday 12 January 2026.');
      expect(part).not.toContain('<ul>');
      expect(part).not.toMatch(/panel|too long|Thank you/);
    }
  });
});
