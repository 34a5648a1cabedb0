import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsError } from '../../local/aws-endpoint.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Browser } from '../support/browser-client.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, signedIn } from '../support/followed-case.ts';
import { begin, fieldsOf } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

const isDown = { all: false, writes: false };
let platform: TestPlatform;
let reference: string;
let task: string;
let section: string;
let question: string;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform({
    toTable: async (operation, go) => {
      const isWrite = /Put|Write|Update|Delete/.test(operation);
      if (isDown.all || (isDown.writes && isWrite)) throw new AwsError('ThrottlingException', 'Slow down');
      return go();
    },
  });
  const opened = await openCase(platform);
  reference = opened;
  await workUpTo(platform, opened, 'assess-needs');
  task = (await platform.client.waitForTask(decides, opened, 'decide-eligibility')).id;
  const { text } = await platform.send('GET', `/${council}/staff/tasks/${task}`, {
    as: decides,
    headers: { accept: 'text/html' },
  });
  section = /\/sections\/([\w-]+)/.exec(text)?.[1] ?? '';
  const shown = await platform.send('GET', `/${council}/staff/tasks/${task}/sections/${section}`, {
    as: decides,
    headers: { accept: 'text/html' },
  });
  question = /<textarea[^>]*name="(\w+)"/.exec(shown.text)?.[1] ?? '';
  browser = await signedIn(platform);
});
afterAll(() => platform.stop());

const decides = kindsOfWork['decide-eligibility'].role;
const typed = 'She said: "I manage", <twice>.';
const escaped = 'She said: &quot;I manage&quot;, &lt;twice&gt;.';

const whileDown = async <T>(which: keyof typeof isDown, act: () => Promise<T>): Promise<T> => {
  isDown[which] = true;
  try {
    return await act();
  } finally {
    isDown[which] = false;
  }
};

describe('a form of a person, sent when the table is out of reach', () => {
  const pages = [
    { what: 'a draft page', field: 'firstName', open: '/draft/pages/name', begins: true },
    { what: 'a complaint', field: 'aboutWhat', open: '/case/REF/ask/complaint' },
    { what: 'a query', field: 'question', open: '/case/REF/ask/query' },
    { what: 'details', field: 'addressLine1', open: '/case/REF/details' },
    { what: 'a form to send', field: 'note', open: '/draft/send', begins: true },
  ];

  it.each(pages)('keeps $what as it was typed, and sends it again', async ({ field, open, begins }) => {
    if (begins) await begin(browser, needsAssessment);
    const path = `/${council}${open.replace('REF', reference)}`;
    const fields = { csrf: 'not-read-yet', submissionKey: 'a-key-of-the-page', [field]: typed };
    const page = await whileDown('all', () => browser.post(path, fields));

    expect(page.status).toBe(503);
    expect(page.html).toContain(escaped);
    expect(page.text).toMatch(/[Tt]ry again in a few minutes/);
    expect(browser.fields.some((form) => form.get(field) === typed)).toBe(true);
  });

  it('is taken as if it had been sent once, when the table is there again', async () => {
    const path = `/${council}/case/${reference}/details`;
    await browser.open(path);
    const own = browser.fields.find((form) => form.has('csrf') && form.has('phone')) ?? new URLSearchParams();
    own.set('phone', '01632 960 555');
    const page = await whileDown('writes', () => browser.post(path, own));
    const done = await browser.press('Send it again');

    expect([page.status, done.status, done.heading]).toEqual([503, 200, 'We have saved your details']);
    expect(page.html).toContain('01632 960 555');
  });

  it('is kept on its own page where that needs no table: a review request', async () => {
    const given = completeAnswers(reviewForAnother, { requestDetail: typed });
    const fields = new URLSearchParams([['submissionKey', 'one-key'], ...fieldsOf(reviewForAnother, given)]);
    const page = await whileDown('all', () => browser.post(`/${council}/review-request`, fields));

    expect(page.status).toBe(503);
    expect(page.html).toContain(escaped);
    expect(page.text).toContain('Try again in a few minutes');
  });

  it('is not put on a page for another site', async () => {
    const answer = await whileDown('all', () =>
      platform.send('POST', `/${council}/review-request`, {
        body: new URLSearchParams({ requestDetail: typed }).toString(),
        headers: {
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'cross-site',
        },
      }),
    );

    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain(escaped);
  });
});

describe('a form of staff', () => {
  const send = (path: string, fields: Record<string, string>, as: StaffRole) =>
    platform.send('POST', `/${council}/staff${path}`, {
      as,
      body: new URLSearchParams(fields).toString(),
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });
  const wait = { for: 'something-else', 'until-day': '20', 'until-month': '1', 'until-year': '2026', note: typed };
  const forms = (): { what: string; path: string; fields: Record<string, string>; as: StaffRole }[] => [
    { what: 'hold', path: `/tasks/${task}/wait`, fields: { ...wait, version: '1' }, as: 'manager' },
    { what: 'note beside a task', path: `/tasks/${task}/note`, fields: { text: typed }, as: 'manager' },
    {
      what: 'reassign',
      path: '/tasks/reassign',
      fields: { tasks: `1:${task}`, to: platform.member(decides).id, reason: typed },
      as: 'manager',
    },
    {
      what: 'case note',
      path: `/cases/${reference}/notes`,
      fields: {
        ...{ kind: 'call', 'happenedOn.day': '4', 'happenedOn.month': '1', 'happenedOn.year': '2026' },
        ...{ said: typed, shown: 'yes', pressed: 'finish' },
      },
      as: 'key-worker',
    },
    { what: 'decision', path: `/tasks/${task}/sections/${section}`, fields: { [question]: typed }, as: decides },
    {
      what: 'a person',
      path: '/join',
      fields: { id: 'new', name: typed, email: 'a@b.example', roles: 'assessor' },
      as: 'manager',
    },
  ];

  it.each(['all', 'writes'] as const)('keeps what was typed when the table is out of reach: %s', async (which) => {
    for (const { what, path, fields, as } of forms()) {
      const page = await whileDown(which, () => send(path, fields, as));

      expect([what, page.status]).toEqual([what, 503]);
      expect([what, page.text.includes(escaped)]).toEqual([what, true]);
    }
  });

  it('keeps what was typed where somebody else was first', async () => {
    const hold = await send(`/tasks/${task}/wait`, { ...wait, version: '99' }, 'manager');

    expect(hold.status).toBe(409);
    expect(hold.text).toContain(escaped);
  });
});
