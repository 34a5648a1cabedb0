import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { createStaffBrowser, type Shown, type StaffBrowser } from '../support/staff-browser.ts';

let platform: TestPlatform;
let page: string;
let reference: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment), 'the case'));
  page = `/${council}/staff/cases/${reference}/open-work`;
});
afterAll(() => platform.stop());

const typed = 'She says that he shouts. “I am afraid,” she said.\r\nNobody else was in the room.';
let browser: StaffBrowser;
let csrf: string;
beforeEach(async () => {
  browser = createStaffBrowser(platform);
  await browser.signIn('assessor', page);
  csrf = await browser.csrf();
});

/** Sends the page's form with a key of its own. */
const send = (key: string, by = browser) =>
  by.post(page, { csrf, kind: 'look-into-safety', reason: typed, submissionKey: key });
const linkIn = ({ text }: Shown, words: string) =>
  new RegExp(`href="([^"]+)"[^>]*>${words}`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? 'no-such-link';
const opened = async () => {
  const { json } = await platform.send('GET', `/${council}/staff/tasks?reference=${reference}`, {
    as: 'safeguarding-lead',
  });
  return json.tasks.length;
};
const again = (answer: Shown, who: 'assessor' | 'manager') =>
  browser.follow(`${linkIn(answer, 'Sign in and go on')}&who=${browser.member(who).id}`);

describe('a form that is sent when its session is over', () => {
  it('is kept, named as kept, and sent after sign-in with every word, by one press, without scripts', async () => {
    const before = await opened();
    await platform.platform.clock.forward('PT61M');

    const answer = await send('lunch');
    const unchanged = await opened();
    const asked = await again(answer, 'assessor');
    const action = /<form method="post" action="([^"]*\/kept\/[^"]+)"/.exec(asked.text)?.[1] ?? '';
    const sent = await browser.post(action, { csrf: await browser.csrf() });
    const twice = await browser.post(action, { csrf: await browser.csrf() });

    expect(answer.status).toBe(401);
    expect(answer.text).toContain('What you typed is kept. You are signed out');
    expect(unchanged).toBe(before);
    expect(asked.text).toContain('It has not been sent');
    expect(asked.text).toContain('Nobody else was in the room.');
    expect([sent.status, sent.location]).toEqual([303, `/${council}/staff/cases/${reference}?done=work-opened`]);
    expect(await opened()).toBe(before + 1);
    expect([twice.status, twice.text.includes('If you have just sent it, it is done')]).toEqual([410, true]);
    expect(await opened()).toBe(before + 1);
  });

  it('is never shown to, or sent by, somebody else who signs in there', async () => {
    await platform.platform.clock.forward('PT61M');
    const answer = await send('somebody else');

    const other = await again(answer, 'manager');
    const action = /to=([^&]+)/.exec(linkIn(answer, 'Sign in and go on'))?.[1] ?? '';
    const sent = await browser.post(decodeURIComponent(action), { csrf: await browser.csrf() });
    const own = await browser.follow(`/${council}/staff/sign-in?to=${action}&who=${browser.member('assessor').id}`);

    expect([other.status, sent.status]).toEqual([410, 410]);
    expect(other.text).not.toContain('Nobody else was in the room');
    expect(own.text).toContain('Nobody else was in the room');
  });

  it('is kept for its own person where somebody else has signed in beside it meanwhile', async () => {
    await browser.signIn('manager');

    const answer = await send('beside');
    const asked = await again(answer, 'assessor');

    expect(answer.status).toBe(403);
    expect(answer.text).toContain('kept sealed for the person who opened the page');
    expect(asked.text).toContain('Nobody else was in the room');
  });

  it('is kept after a sign-out in another tab, which took the cookie', async () => {
    await browser.post(`/${council}/staff/sign-out`, { csrf });
    expect([...browser.cookies.keys()]).not.toContain('__Host-careway-staff');

    const asked = await again(await send('other tab'), 'assessor');

    expect(asked.text).toContain('Nobody else was in the room');
  });

  it('goes straight on where the same person has signed in again beside it', async () => {
    const before = await opened();
    await platform.platform.clock.forward('PT61M');
    await browser.signIn('assessor');

    const { status, location } = await send('signed in beside');

    expect([status, location]).toEqual([303, `/${council}/staff/cases/${reference}?done=work-opened`]);
    expect(await opened()).toBe(before + 1);
  });

  it('comes back with what was typed where it is refused, and stays kept until it is in order', async () => {
    await platform.platform.clock.forward('PT61M');
    const answer = await browser.post(page, { csrf, kind: '', reason: typed, submissionKey: 'half' });

    const asked = await again(answer, 'assessor');
    const action = /<form method="post" action="([^"]*\/kept\/[^"]+)"/.exec(asked.text)?.[1] ?? '';
    const refused = await browser.post(action, { csrf: await browser.csrf() });
    const still = await browser.get(action);

    expect(refused.status).toBe(400);
    expect(refused.text).toContain('There is a problem');
    expect(refused.text).toContain('Nobody else was in the room.');
    expect(refused.text).toContain(`action="${page}"`);
    expect(still.status).toBe(200);
  });

  it('is deleted by its own button, and gone after 12 hours', async () => {
    await platform.platform.clock.forward('PT61M');
    const answers = [await send('delete'), await send('too late')];
    const places = answers.map((answer) => decodeURIComponent(/to=([^&]+)/.exec(linkIn(answer, 'Sign in'))?.[1] ?? ''));

    await browser.signIn('assessor');
    const deleted = await browser.post(places[0] ?? '', { csrf: await browser.csrf(), do: 'delete' });
    const gone = await browser.get(places[0] ?? '');
    const there = await browser.get(places[1] ?? '');
    await platform.platform.clock.forward('PT12H');
    await browser.signIn('assessor');
    const late = await browser.get(places[1] ?? '');

    expect(deleted.location).toBe(`/${council}/staff/tasks?done=kept-deleted`);
    expect([gone.status, there.status, late.status]).toEqual([410, 200, 410]);
  });

  it('is not kept where another site sent it, or where it carries no mark of ours', async () => {
    await platform.platform.clock.forward('PT61M');
    const body = { kind: 'look-into-safety', reason: typed };

    const answers = [
      await browser.post(page, { ...body, csrf }, { 'sec-fetch-site': 'cross-site' }),
      await browser.post(page, { ...body, csrf }, { origin: 'https://elsewhere.example' }),
      await browser.post(page, { ...body, csrf: 'made-up' }),
      await browser.post(page, body),
    ];

    for (const { status, text } of answers) {
      expect(status).toBe(401);
      expect(text).not.toContain('kept');
    }
  });

  it('is kept whole where it is longer than an item of the table may be', async () => {
    const long = `${'é'.repeat(400_000)} the end`;
    await platform.platform.clock.forward('PT61M');

    const answer = await browser.post(page, { csrf, kind: 'look-into-safety', reason: long, submissionKey: 'long' });
    const asked = await again(answer, 'assessor');

    expect(asked.text).toContain(long.slice(-30));
  });

  it('cannot be read where it is stored', async () => {
    const put: string[] = [];
    const { documents } = { documents: platform.platform.dynamoDb };
    await platform.platform.clock.forward('PT61M');
    await send('stored');

    const { Items = [] } = (await documents.handle('Scan', { TableName: documents.tableName })) as {
      Items?: { pk: { S: string } }[];
    };
    put.push(...Items.filter(({ pk }) => pk.S.startsWith('KEPT#')).map((item) => JSON.stringify(item)));

    expect(put.length).toBeGreaterThan(0);
    for (const item of put) {
      expect(item).not.toMatch(/shouts|look-into-safety|open-work/);
      expect(item).not.toContain(browser.member('assessor').id);
    }
  });
});

describe('the end of a session', () => {
  it('is told on every page with what is kept, and a button that works without scripts and leaves the page', async () => {
    const { text } = await browser.get(page);

    expect(text).toMatch(/If you do nothing until <span data-until>[\d.:]+(am|pm)<\/span>, we sign you out/);
    expect(text).toContain('What you saved is kept.');
    expect(text).toMatch(
      /<noscript>\s*<form method="post" action="\/leicestershire\/staff\/time-left" target="_blank">/,
    );
  });

  it('is put off by the button, with scripts and without, and not by asking how long it is', async () => {
    const left = async () => JSON.parse((await browser.get(`/${council}/staff/time-left`, { accept: '*/*' })).text);
    await platform.platform.clock.forward('PT56M');

    const before = (await left()).secondsLeft;
    const asked = await browser.post(`/${council}/staff/time-left`, { csrf }, { accept: '*/*' });
    await platform.platform.clock.forward('PT56M');
    const inTab = await browser.post(`/${council}/staff/time-left`, { csrf });
    await platform.platform.clock.forward('PT59M');

    expect(before).toBe(4 * 60);
    expect(JSON.parse(asked.text).secondsLeft).toBe(3600);
    expect(inTab.text).toContain('You stay signed in');
    expect((await left()).secondsLeft).toBe(60);
  });

  it('by itself asks at the sign-in pages who it is, though they may still know the browser', async () => {
    await platform.platform.clock.forward('PT61M');

    const { location } = await browser.get(`/${council}/staff/sign-in?to=${page}`);
    const told = await browser.get(`/${council}/staff/signed-out?to=${page}`);

    expect(new URL(location ?? '').searchParams.get('prompt')).toBe('login');
    expect(told.text).toContain('You did nothing for a while');
    expect(linkIn(told, 'Sign in and go on')).toBe(`/${council}/staff/sign-in?to=${encodeURIComponent(page)}`);
  });
});
