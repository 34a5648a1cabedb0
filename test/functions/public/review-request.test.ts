import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { reviewForAnother } from '../../../schemas/forms/review-for-another.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, rose, signedIn, slug } from '../../support/followed-case.ts';
import { fieldsOf } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { teamTasks } from '../../support/team-tasks.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

let platform: TestPlatform;
let reference: CaseReference;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  await workUpTo(platform, reference, 'check-support');
});
afterAll(() => platform.stop());

const path = `/${council}/review-request`;
let keys = 0;

const provider: Answers = {
  askerRole: 'provider',
  organisation: 'Example Home Care',
  fullName: 'Pat Provider',
  replyBy: 'email',
  email: 'pat@provider.example.com',
  personName: 'Rose Okafor',
  knowsDateOfBirth: 'yes',
  personDateOfBirth: '1948-03-02',
  personKnows: 'agrees',
  reviewReasons: ['needs-changed'],
  requestDetail: 'She has fallen twice this month.',
  requestUrgent: 'no',
};
const send = async (
  answers: Answers = {},
  { key, ...more }: { key?: string } & Record<string, string | undefined> = {},
) => {
  keys += 1;
  const given = completeAnswers(reviewForAnother, { ...provider, ...answers });
  const { headers, ...fields } = { headers: {}, ...more };
  const answer = await platform.send('POST', path, {
    body: String(
      new URLSearchParams({
        submissionKey: key ?? `key-${keys}`,
        ...Object.fromEntries(fieldsOf(reviewForAnother, given)),
        ...(fields as object),
      }),
    ),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...(headers as object) },
  });
  await platform.settle();
  return answer;
};
const searches = async () =>
  (await teamTasks(platform.deps.store, slug, 'contact-officer')).filter(({ kind }) => kind === 'find-person');
const ofCase = async (of = reference) =>
  (await platform.deps.store.tasks(slug, of)).filter(({ id }) => id.includes('-by-other-'));
const headingOf = (html: string) => /<h1[^>]*>([^<]*)/.exec(html)?.[1];
let tied: string | undefined;
const anyId = (html: string) => html.replaceAll(/key-\d+/g, 'key');

describe('a request for a review of someone’s plan', () => {
  it('is asked on a valid page that anyone can open, linked from the start page and from help', async () => {
    const browser = createBrowser(platform.url);
    await browser.open(path);

    expect([browser.page.status, browser.page.heading]).toEqual([200, 'Ask for a review of someone’s plan']);
    expect(await htmlFaults(browser.page.html)).toEqual([]);
    expect(browser.page.text).not.toContain('Only answer');
    for (const id of ['personDateOfBirth-day', 'requestUrgentWhy', 'phone']) {
      expect(browser.page.html).toMatch(new RegExp(`govuk-radios__conditional--hidden[^]*?id="${id}"`));
    }
    for (const page of [`/${council}`, `/${council}/help`]) {
      expect((await browser.open(page)).html).toContain(`href="${path}"`);
    }
  });

  it('goes to the case where it names its reference and the date of birth', async () => {
    const answer = await send({ caseReference: reference.toLowerCase() });
    const [task] = await ofCase();

    expect([answer.status, headingOf(answer.text)]).toEqual([200, 'We have your request']);
    expect(task).toMatchObject({ kind: 'decide-review-request', role: 'key-worker', status: 'open' });
    expect(task?.reason).toContain('They say that the person agrees');
    expect(await searches()).toEqual([]);
    const [record] = await platform.deps.store.records(slug, reference, 'request');
    expect(record).toMatchObject({ list: 'review-for-another', by: { kind: 'public' } });
  });

  it('is decided as any other: the review comes sooner, and nothing is mailed to the person as if they had asked', async () => {
    const [task] = await ofCase();
    const before = await platform.deps.store.knownCase(slug, reference);
    await platform.client.complete('key-worker', task as never, {
      decision: 'review',
      urgency: 'standard',
      reasons: 'She has fallen twice.',
      moneyAffected: 'no',
      toldOn: platform.platform.clock.now().toString().slice(0, 10),
    });
    await platform.settle();
    const after = await platform.deps.store.knownCase(slug, reference);
    const notes = await platform.deps.store.records(slug, reference, 'note');

    expect([before.reviewGeneration, after.reviewGeneration]).toEqual([1, 2]);
    expect(notes.flatMap((note) => (note.kind === 'note' ? [note.content.text] : []))).toContain(
      'Asked for by someone else. She has fallen twice.',
    );
    const toRose = (await platform.platform.mail.list()).filter(({ to }) => to.includes(rose));
    expect(toRose.filter(({ subject }) => subject.includes('answered'))).toEqual([]);
  });

  it('shows the person and who helps nothing of what someone else said', async () => {
    const browser = await signedIn(platform);
    const overview = browser.page.html;
    const everything = await platform.deps.store.whole(slug, reference);

    expect(everything?.records.some((one) => one.kind === 'request')).toBe(true);
    expect(overview).not.toMatch(/review-for-another|by-other/);
    const { heldAbout } = await import('../../../services/follow/case-export.ts');
    if (everything === undefined) throw new Error('The case is there');
    expect(JSON.stringify(heldAbout(everything, 'person'))).not.toMatch(
      /Pat Provider|fallen|by-other|review-for-another/,
    );
  });

  it.each([
    { what: 'without a reference', answers: {} },
    { what: 'with a reference that nobody has', answers: { caseReference: 'AAA-AAAA-AAA' } },
    { what: 'with another date of birth', answers: { personDateOfBirth: '1948-03-03' }, known: true },
    {
      what: 'with an address alone',
      answers: { knowsDateOfBirth: 'no', personAddress: '12 Sycamore Road' },
      known: true,
    },
  ])('$what becomes the task to find the person, and the answer is the same', async ({ answers, known }) => {
    // Sent once: five tries a day name a case.
    tied ??= (await send({ caseReference: reference })).text;
    const before = (await searches()).length;
    const answer = await send({ ...answers, ...(known && { caseReference: reference }) });

    expect(anyId(answer.text)).toBe(anyId(tied));
    expect(await searches()).toHaveLength(before + 1);
  });

  it('opens no case, and is found with what was sent by whoever looks for the person', async () => {
    const [task] = await searches();
    if (task === undefined) throw new Error('There is a search');
    const read = await platform.send('GET', `/${council}/staff/tasks/${task.id}`, { as: 'contact-officer' });

    expect(await platform.deps.store.case(slug, task.reference)).toBeUndefined();
    expect(read.json.request.answers).toMatchObject({ fullName: 'Pat Provider', personName: 'Rose Okafor' });
    const [mail] = (await platform.platform.mail.list()).filter(({ tags }) => tags['reference'] === task.reference);
    expect(mail?.to).toEqual([platform.deps.councils.known(slug).teams['contact-officer'].email]);
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/Rose|Okafor|Pat/);
  });

  it('goes on with the case of a person who is found, and ends where nobody is', async () => {
    const [first, second] = await searches();
    const finish = (id = '', answers: object) =>
      platform.send('POST', `/${council}/staff/tasks/${id}/complete`, { as: 'contact-officer', body: { answers } });
    const before = (await ofCase()).length;
    const wrong = await finish(first?.id, { found: 'yes', reference: 'AAA-AAAA-AAA', howYouKnow: 'By name.' });
    const found = await finish(first?.id, { found: 'yes', reference, howYouKnow: 'By name and street.' });
    const again = await finish(first?.id, { found: 'yes', reference, howYouKnow: 'By name and street.' });
    const none = await finish(second?.id, { found: 'no', whereLooked: 'Nobody is known by this name.' });

    expect([wrong.status, found.status, again.status, none.status]).toEqual([400, 200, 409, 200]);
    expect([found.json.outcome, none.json.outcome]).toEqual(['found', 'not-found']);
    expect(await ofCase()).toHaveLength(before + 1);
    expect((await ofCase()).every(({ kind }) => kind === 'decide-review-request')).toBe(true);
  });

  it('can be given to a member of staff though it belongs to no case', async () => {
    await send();
    const [task] = await searches();
    const to = platform.member('contact-officer').id;
    const given = await platform.send('POST', `/${council}/staff/tasks/${task?.id}/assign`, {
      as: 'manager',
      body: { to },
    });

    expect([given.status, given.json.assignee.id]).toEqual([200, to]);
  });

  it('is one request however often the same page is sent', async () => {
    const before = (await searches()).length;
    const twice = await Promise.all([send({}, { key: 'same' }), send({}, { key: 'same' })]);
    const later = await send({}, { key: 'same' });
    const other = await send({ requestDetail: 'Something else.' }, { key: 'same' });

    expect([...twice, later, other].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await searches()).toHaveLength(before + 2);
  });

  it('that is urgent is work of the same day, and the person who asked is told so', async () => {
    const answer = await send({ requestUrgent: 'yes', requestUrgentWhy: 'She cannot get up.' });
    const today = platform.platform.clock.now().toString().slice(0, 10);

    expect(answer.text).toContain('reads it by Monday 5 January 2026');
    expect((await searches()).some(({ dueOn }) => dueOn === today)).toBe(true);
  });

  it('is acknowledged to the mailbox that was given by a mail that says nothing, once an hour', async () => {
    const email = 'new@provider.example.com';
    await send({ email });
    await send({ email });
    const mails = (await platform.platform.mail.list()).filter(({ to }) => to.includes(email));

    expect(mails.map(({ subject }) => subject)).toEqual(['Leicestershire County Council: we have what you sent us']);
    expect(`${mails[0]?.text}${mails[0]?.html}`).not.toMatch(/Rose|Okafor|Pat|review|a plan/i);
  });
});

describe('what is not taken', () => {
  it('is shown again with everything that was typed, and what is wrong', async () => {
    const answer = await send({}, { fullName: '', requestDetail: 'Fell on the stairs' });

    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Enter your full name');
    expect(answer.text).toContain('Fell on the stairs');
    expect(await htmlFaults(answer.text)).toEqual([]);
  });

  it('stops for danger and abuse, with nothing lost and nothing sent', async () => {
    const before = (await searches()).length;
    const danger = await send({}, { reportAbuse: 'danger', requestDetail: 'He is on the floor' });
    const abuse = await send({}, { reportAbuse: 'yes' });

    expect([danger.status, abuse.status]).toEqual([422, 422]);
    expect(danger.text).toContain('href="tel:999"');
    expect(danger.text).toContain('He is on the floor');
    expect(await searches()).toHaveLength(before);
  });

  it('from a machine that fills in what nobody sees looks taken, and is not', async () => {
    const before = (await searches()).length;

    expect(headingOf((await send({}, { website: 'https://spam.example' })).text)).toBe('We have your request');
    expect(await searches()).toHaveLength(before);
  });

  it('from another site is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' } as never;

    expect((await send({}, { headers })).status).toBe(403);
  });

  it('is the 21st from one network within an hour, with nothing lost', async () => {
    const one = await startTestPlatform();
    const statuses = [];
    for (let n = 1; n <= 21; n += 1) {
      const answer = await one.send('POST', path, {
        body: String(
          new URLSearchParams([
            ['submissionKey', `${n}`],
            ...fieldsOf(reviewForAnother, completeAnswers(reviewForAnother, provider)),
          ]),
        ),
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      });
      statuses.push(answer.status);
      if (n === 21) expect(answer.text).toContain('She has fallen twice this month.');
    }
    await one.stop();

    expect(statuses).toEqual([...Array(20).fill(200), 429]);
  });
});
