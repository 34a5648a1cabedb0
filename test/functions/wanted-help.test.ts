import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { openCase, signedIn } from '../support/followed-case.ts';
import { council, start, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const today = start.slice(0, 10);

describe('help that is offered at the first look (CV26, CV27)', () => {
  it('is arranged by a piece of work that shows what was offered, and is read by the person with whom is called', async () => {
    const reference = await openCase(platform);
    const { client } = platform;
    const triage = await client.waitForTask('contact-officer', reference, 'triage-request');
    const offered = { what: 'A pendant alarm', answer: 'wanted' };
    await client.complete('contact-officer', triage, {
      ...staffAnswers(today)['triage-request'],
      helpOffered: [offered],
    });
    await platform.settle();

    const work = await client.waitForTask('contact-officer', reference, 'arrange-wanted-help');
    expect(work.reason).toBe('Help that was offered is wanted: 1 of 1');
    const seen = await platform.send('GET', `/${council}/staff/tasks/${work.id}`, { as: 'contact-officer' });
    expect(JSON.stringify(seen.json.known)).toContain('A pendant alarm');

    const row = { what: 'A pendant alarm', done: 'ordered', who: 'The alarm service', callers: 'Bola, her daughter' };
    await client.complete('contact-officer', work, { help: [row] });
    await platform.settle();

    const browser = await signedIn(platform);
    await browser.follow('Help that we found for you');
    expect(browser.page.text).toContain('Bola, her daughter');
  });
});
