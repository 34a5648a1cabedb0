import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startServer } from '../../local/server.ts';

const START = '2026-01-05T10:00:00Z';

let server: Server;
beforeAll(async () => {
  server = await startServer({ port: 0, clock: 'frozen', start: Temporal.Instant.from(START) });
});
afterAll(() => server.stop());

const at = (path: string) => `${server.url}${path}`;
const html = { accept: 'text/html' };
const moveBy = (body: object | string, form = false) =>
  fetch(at('/_local/clock'), {
    method: 'POST',
    headers: { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
// biome-ignore lint/suspicious/noExplicitAny: what it answers with is what these tests look at.
const bodyOf = async (response: Response): Promise<any> => response.json();
const now = async () => (await bodyOf(await fetch(at('/_local/clock')))).now;

describe('the clock', () => {
  it.each([
    { description: 'past the last year', body: { to: '2060-06-01T09:00:00Z' } },
    { description: 'past 2060', body: { to: '2061-01-01T00:00:00Z' } },
    { description: 'by 99999 years', body: { forward: 'P99999Y' } },
    { description: 'by more than there is', body: { forward: 'P999999999Y' } },
    { description: 'to the last instant of all', body: { to: '+275760-09-13T00:00:00Z' } },
  ])('is not moved $description, and says how far it goes', async ({ body }) => {
    const response = await moveBy(body);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      detail:
        'The clock goes to the end of 2059. Bank holidays are known to the end of 2060, and dates are worked out a year ahead.',
    });
    expect(await now()).toBe(START);
  });

  it.each([
    { description: 'backwards', body: { forward: '-P1D' } },
    { description: 'by more hours than there are', body: { forward: 'PT99999999999999H' } },
    { description: 'by a fraction', body: { forward: 'P1.5D' } },
    { description: 'by no number', body: { forward: 'PNaND' } },
    { description: 'by units in no order', body: { forward: 'P1D1Y' } },
    { description: 'by a number that is no text', body: { forward: 5 } },
    { description: 'to a day that there is not', body: { to: '2027-02-30T09:00' } },
    { description: 'to a number', body: { to: 1_800_000_000 } },
    { description: 'to before now', body: { to: '2026-01-05T09:59:59Z' } },
  ])('is not moved $description, with a sentence', async ({ body }) => {
    const response = await moveBy(body);

    expect(response.status).toBe(400);
    expect((await bodyOf(response)).detail).toMatch(
      /^(Send one of|The clock stands at|Give an instant|Give a duration)/,
    );
    expect(await now()).toBe(START);
  });

  it('says the same on the start page, with what was asked for', async () => {
    const response = await moveBy('to=2061-01-01+09%3A00', true);

    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain('The clock goes to the end of 2059.');
    expect(page).toContain('value="2061-01-01 09:00"');
  });
});

describe('a path, query, form or cookie with %E0%A4%A in it', () => {
  const bad = '%E0%A4%A';

  it.each([
    `/${bad}`,
    `/leicestershire/${bad}`,
    `/leicestershire/apply/${bad}`,
    `/leicestershire/applications/${bad}`,
    `/leicestershire/staff/tasks/${bad}`,
    `/leicestershire/staff/cases/${bad}`,
    `/assets/${bad}`,
    `/_local/${bad}`,
    `/_local/executions/${bad}`,
    `/_local/mailbox/${bad}`,
    '/_local/executions/%',
  ])('GET %s is a 404', async (path) => {
    expect((await fetch(at(path), { headers: html })).status).toBe(404);
  });

  it('is a page for a browser', async () => {
    const response = await fetch(at(`/leicestershire/${bad}`), { headers: html });

    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('Page not found');
  });

  it.each([
    `/leicestershire?to=${bad}`,
    `/leicestershire/help?q=${bad}`,
    `/leicestershire/staff/sign-in?to=${bad}&who=${bad}`,
    `/leicestershire/staff/signed-in?code=${bad}&state=${bad}`,
    `/leicestershire/staff/find?name=${bad}`,
    `/leicestershire/case?to=${bad}`,
    `/_local?since=${bad}`,
    `/_local/executions?status=${bad}&after=${bad}`,
    `/_local/mail?after=${bad}`,
    `/_local/s3/careway-documents/${bad}`,
  ])('GET %s is no fault of ours', async (path) => {
    const cookie = `careway-staff=${bad}; __Host-careway-staff=${bad}; careway-case=${bad}; ${bad}=${bad}; =; ;;`;
    const response = await fetch(at(path), { headers: { ...html, cookie }, redirect: 'manual' });

    expect(response.status).toBeLessThan(500);
  });

  it.each([
    '/leicestershire/apply/needs-assessment',
    '/leicestershire/case',
    '/leicestershire/return',
    '/leicestershire/staff/sign-in',
    '/leicestershire/ask-for-review',
    '/_local/clock',
    '/_local/sign-in',
  ])('POST %s is no fault of ours', async (path) => {
    const response = await fetch(at(path), {
      method: 'POST',
      headers: { ...html, 'content-type': 'application/x-www-form-urlencoded', cookie: `a=${bad}` },
      body: `csrf=${bad}&to=${bad}&${bad}=1&email=${bad}`,
      redirect: 'manual',
    });

    expect(response.status).toBeLessThan(500);
  });
});

describe('lists under /_local', () => {
  const machine = 'arn:aws:states:eu-west-2:000000000000:stateMachine:review-cycle';
  const many = 1003;

  beforeAll(async () => {
    const { stepFunctions, clock, mail } = server.platform;
    // An input that its machine cannot use: it has ended when it is looked at.
    for (let count = 0; count < many; count += 1) {
      await stepFunctions.handle('StartExecution', { stateMachineArn: machine, name: `many-${count}`, input: '{}' });
    }
    await clock.settle();
    const client = new SESClient(mail.clientOptions());
    for (let count = 0; count < many; count += 1) {
      await client.send(
        new SendEmailCommand({
          Source: 'no-reply@careway.example',
          Destination: { ToAddresses: ['rose.okafor@example.com'] },
          Message: { Subject: { Data: `Mail ${count}` }, Body: { Text: { Data: 'Words' } } },
        }),
      );
    }
  });

  const every = async (path: string): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const response: Response = await fetch(at(next));
      found.push(...(await bodyOf(response)));
      next = /^<(.+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    }
    return found;
  };

  it('give the first 1,000 executions and say where the next are', async () => {
    const first = await fetch(at('/_local/executions'));

    expect(await first.json()).toHaveLength(1000);
    expect(first.headers.get('link')).toMatch(/^<\/_local\/executions\?after=[^>]+>; rel="next"$/);
    const names = (await every('/_local/executions')).map(({ name }) => name);
    expect([names.length, new Set(names).size]).toEqual([many, many]);
  });

  it('give the first 1,000 mails and say where the next are', async () => {
    expect(await (await fetch(at('/_local/mail'))).json()).toHaveLength(1000);
    const subjects = (await every('/_local/mail')).map(({ subject }) => subject);
    expect([subjects.length, subjects[0], subjects.at(-1)]).toEqual([many, `Mail ${many - 1}`, 'Mail 0']);
  });

  it.each([
    { path: '/_local/executions', link: /<a href="(\/_local\/executions\?after=[^"]+)">Older executions<\/a>/ },
    { path: '/_local/executions?status=FAILED', link: /<a href="(\/_local\/executions\?[^"]+)">Older executions<\/a>/ },
    { path: '/_local/mailbox', link: /<a href="(\/_local\/mailbox\?after=[^"]+)">Older mail<\/a>/ },
  ])('$path shows 200 on a page, and a link to the older', async ({ path, link }) => {
    let [pages, rows] = [0, 0];
    for (let next: string | undefined = path; next !== undefined; ) {
      const page = await (await fetch(at(next), { headers: html })).text();
      pages += 1;
      rows += page.split('<tr>').length - 2;
      next = link.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }

    expect([pages, rows]).toEqual([6, many]);
  });

  it('count all mail on the start page', async () => {
    expect(await (await fetch(at('/_local'))).text()).toContain(`(${many} emails)`);
  });

  it('find the oldest execution by its name', async () => {
    const page = await fetch(at('/_local/executions/many-0'), { headers: html });

    expect([page.status, (await page.text()).includes('many-0')]).toEqual([200, true]);
  });

  it.each(['/_local/executions?after=nothing', '/_local/mail?after=nothing'])(
    '%s is the list from its beginning',
    async (path) => {
      const response = await fetch(at(path));

      expect(response.status).toBe(200);
      expect(await response.json()).toHaveLength(1000);
    },
  );
});
