import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journeys, slug, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const queue = (as: 'contact-officer' | 'finance-officer', accept = 'application/json') =>
  journeys.send('GET', `/${slug}/staff/print`, { as, headers: { accept } });

describe('the letters to print', () => {
  it('are none at first, and the page says so', async () => {
    expect((await queue('contact-officer')).json).toEqual({ letters: [] });
    expect((await queue('contact-officer', 'text/html')).text).toContain('Nothing waits to be printed.');
  });

  it('are the papers of whoever wants them on paper, each with its file, until the task says how they were sent', async () => {
    const reference = await journeys.apply({ copyBy: 'post' });
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');
    const { json } = await queue('contact-officer');

    const [letter] = json.letters;
    expect(letter).toMatchObject({ reference, late: false });
    expect(letter.copies.length).toBeGreaterThan(0);
    const file = await journeys.send('GET', letter.copies[0].pdf, { as: 'contact-officer' });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const page = await queue('contact-officer', 'text/html');
    expect(page.text).toContain(`/staff/tasks/${letter.task}`);
    expect(page.text).not.toContain('Okafor');
    expect((await queue('finance-officer')).json.letters).toEqual([]);

    const before = json.letters.length;
    await journeys.work(reference, 'send-copy');

    expect((await queue('contact-officer')).json.letters).toHaveLength(before - 1);
  });
});
