import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { helpNow } from '../../schemas/forms/help-now.ts';
import { caseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const html = { accept: 'text/html' };
const page = (path: string, as: StaffRole = 'contact-officer') => platform.send('GET', path, { as, headers: html });
const post = (path: string, fields: URLSearchParams | Record<string, string>, as: StaffRole = 'contact-officer') =>
  platform.send('POST', path, {
    as,
    body: new URLSearchParams(fields).toString(),
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
  });
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const to = (answer: { headers: Headers }) => answer.headers.get('location') ?? '';
const begin = (fields: Record<string, string> = {}) =>
  post(`/${slug}/staff/forms`, { form: 'help-now', formChannel: 'phone', ...fields });

const titles: string[] = [];

/** Fills in page after page as they come, and answers the address at which all answers are checked. */
const fill = async (first: string, answers: ReturnType<typeof completeAnswers>): Promise<string> => {
  let at = first;
  for (let pages = 0; pages < 30 && !at.endsWith('/check'); pages += 1) {
    const { text } = await page(at);
    titles.push(/<title>(.*?)<\/title>/.exec(text)?.[1] ?? '');
    const fields = new URLSearchParams({
      seen: /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '',
      action: 'continue',
    });
    for (const [id, answer] of Object.entries(answers)) {
      if (!text.includes(`name="${id}"`) && !text.includes(`name="${id}.day"`)) continue;
      if (text.includes(`name="${id}.day"`)) {
        const [year = '', month = '', day = ''] = String(answer).split('-');
        for (const [part, value] of Object.entries({ day, month, year })) fields.append(`${id}.${part}`, value);
      } else for (const one of Array.isArray(answer) ? answer : [answer]) fields.append(id, String(one));
    }
    at = to(await post(at, fields));
  }
  return at;
};

describe('a form that staff fill in for a caller', () => {
  it('asks the same pages in the frame of staff, fills nothing in by itself, and opens one case however often it is sent', async () => {
    const begun = await begin({ formChannel: 'letter', formReceivedOn: '2/1/2026' });
    const first = await page(to(begun));
    const answers = completeAnswers(helpNow, { firstName: 'Imogen', lastName: 'Quill', dateOfBirth: '1950-02-03' });
    const check = await fill(to(begun), answers);
    const checked = await page(check);
    const sent = await Promise.all([
      post(check.replace('/check', '/send'), {}),
      post(check.replace('/check', '/send'), {}),
    ]);
    await platform.settle();
    const reference = caseReference.parse(/cases\/([^?]+)/.exec(to(sent[0]))?.[1]);
    const whole = await platform.deps.store.whole(slug, reference);

    expect(to(begun)).toMatch(new RegExp(`^/${slug}/staff/forms/[\\w-]{22}/pages/`));
    expect(words(first.text)).toContain('You type for somebody (by letter, received on Friday 2 January 2026)');
    expect(words(first.text)).toContain('Question 1 on paper.');
    expect(first.text).toContain('Find a person');
    expect(first.text).not.toMatch(/autocomplete="(?!off)/);
    expect(first.text).not.toContain(`"/${slug}/draft`);
    expect(words(checked.text)).toContain('Imogen');
    expect(titles[0]).toContain('Is anyone in danger');
    expect(titles.filter((title) => /Imogen|Quill/.test(title))).toEqual([]);
    expect(to(sent[1])).toBe(to(sent[0]));
    expect(whole?.records[0]).toMatchObject({
      kind: 'application',
      by: { kind: 'staff' },
      taken: { channel: 'letter', receivedOn: '2026-01-02' },
    });
    expect(whole?.tasks.map(({ kind }) => kind)).toContain('triage-request');
    expect((await page(`/${slug}/staff/open`)).text).not.toContain('Imogen');
  });

  it('is kept for who began it, and nobody else opens it', async () => {
    const at = to(await begin());
    const id = /forms\/([\w-]+)/.exec(at)?.[1];
    const seen = /name="seen" value="([^"]*)"/.exec((await page(at)).text)?.[1] ?? '';
    const left = await post(at, { seen, action: 'later', reportAbuse: 'no' });
    const list = await page(`/${slug}/staff/open`);

    expect((await page(at, 'assessor')).status).toBe(403);
    expect((await page(`/${slug}/draft`)).status).toBe(404);
    expect(to(left)).toBe(`/${slug}/staff/open?done=form-kept`);
    expect(list.text).toContain(`/staff/forms/${id}`);
  });

  it('offers whom we know, and goes to their open case where it is said to be theirs', async () => {
    const known = await openCase(platform, {
      firstName: 'Barnaby',
      lastName: 'Featherstone',
      dateOfBirth: '1944-05-06',
      email: 'b@example.com',
      hasPreferredName: 'no',
    });
    const { personId } = await platform.deps.store.knownCase(slug, known);
    const answers = completeAnswers(helpNow, {
      firstName: 'Barney',
      lastName: 'Fetherstone',
      dateOfBirth: '1944-06-05',
    });
    const check = await fill(to(await begin()), answers);
    const offered = await page(check);
    const chosen = await post(check.replace('/check', '/person'), { person: personId });
    const sent = await post(check.replace('/check', '/send'), {});

    expect(words(offered.text)).toContain('Barnaby Featherstone');
    expect(to(chosen)).toBe(check);
    expect(to(sent)).toBe(`/${slug}/staff/cases/${known}?done=form-taken`);
  });

  it('says what is missing before it begins, and shows the exit where somebody is in danger', async () => {
    const nothing = await post(`/${slug}/staff/forms`, {});
    const future = await begin({ formReceivedOn: '1/1/2030' });
    const at = to(await begin());
    const { text } = await page(at);
    const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const stop = to(await post(at, { seen, action: 'continue', reportAbuse: 'danger' }));

    expect(nothing.status).toBe(400);
    expect(words(nothing.text)).toContain('Select a form');
    expect(words(future.text)).toContain('must be today or in the past');
    expect(words((await page(stop)).text)).toContain('Danger now? Record the call first');
  });
});
