import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { caseForms } from '../../../schemas/forms/case-forms.ts';
import { helpNow } from '../../../schemas/forms/help-now.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { eventOf } from '../../../services/store/audit.ts';
import { changeCouncil } from '../../support/a-council.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { askForLink, linkTo, openCase, signedIn, slug, useLink } from '../../support/followed-case.ts';
import { begin, fieldsOf, fillIn } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { walkCaseForm } from '../../support/walk-case-form.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const later = (duration: string) => platform.platform.clock.forward(duration);
const mails = () => platform.platform.mail.list();
const mailsTo = async (address: string) => (await mails()).filter(({ to }) => to.includes(address));
const staffMailsOf = async (reference: CaseReference) =>
  (await mails()).filter(
    ({ tags, to }) => tags['reference'] === reference && to.every((one) => one.endsWith('.example')),
  );
const tasksOf = (reference: CaseReference) => platform.deps.store.tasks(slug, reference);
const limited = (limits: Partial<ReturnType<typeof limitsNow>>) =>
  changeCouncil(platform.deps, { limits: { ...limitsNow(), ...limits } });
const limitsNow = () => platform.deps.councils.known(slug).limits;

describe('a stranger’s address', () => {
  it('is sent one mail by 50 applications that give it at once', async () => {
    const address = 'stranger@example.com';
    const answers = (n: number) =>
      completeAnswers(needsAssessment, { email: address, hasCarer: 'no', firstName: `Name${'abcdefghij'[n % 10]}` });
    await Promise.all(Array.from({ length: 50 }, (_, n) => platform.client.submit(answers(n), randomUUID())));
    await platform.settle();

    expect(await mailsTo(address)).toHaveLength(1);
  });

  it('is sent the mail after all where SES did not take it at first, and then no other', async () => {
    const address = 'put.off@example.com';
    const { mailer } = platform.deps;
    let refused = 0;
    const send: typeof mailer.send = async (message) => {
      if (message.to !== address || refused > 0) return mailer.send(message);
      refused += 1;
      throw Object.assign(new Error('Later'), { name: 'MailNotAccepted' });
    };
    Object.defineProperty(platform.deps, 'mailer', { value: { send }, configurable: true });
    await openCase(platform, { email: address });
    await later('PT10M');
    Object.defineProperty(platform.deps, 'mailer', { value: mailer, configurable: true });

    expect([refused, (await mailsTo(address)).length]).toEqual([1, 1]);
  });
});

describe('somebody who asks again and again for links to another’s address', () => {
  it('locks its owner out neither for an hour nor for a day: the newest link works until there may be another', async () => {
    const address = 'owner@example.com';
    const reference = await openCase(platform, { email: address });
    const attacker = createBrowser(platform.url);
    // Three hours of asking each minute.
    for (let minute = 0; minute < 180; minute += 3) {
      await askForLink(attacker, address);
      await later('PT3M');
    }
    await later('PT5H');
    const links = (await mailsTo(address)).filter(({ text }) => text.includes('/case/sign-in/'));
    expect(links).toHaveLength(15);

    // The owner asks, gets no new link, is told so, and finds that the newest one works.
    const owner = createBrowser(platform.url);
    await askForLink(owner, address);
    expect(owner.page.text).toContain('the newest one that you have still works');
    expect(owner.page.text).toContain(platform.deps.councils.known(slug).contact.name);
    const opened = await useLink(owner, await linkTo(platform, address));
    expect(opened.path).toBe(`/${council}/case/${reference}`);
    expect(links[0]?.text).toMatch(/until .*6 January/);

    // Whoever has come in is not held up any more.
    const other = createBrowser(platform.url);
    await askForLink(other, address);
    expect((await useLink(other, await linkTo(platform, address))).path).toBe(`/${council}/case/${reference}`);
  });
});

describe('forms from one network address', () => {
  const fill = async (): Promise<Browser> => {
    const browser = createBrowser(platform.url);
    await begin(browser, helpNow);
    await fillIn(browser, helpNow, { firstName: 'Rosalind' });
    await later('PT5M');
    return browser;
  };

  it('are taken as many as a ward or a library sends, and beyond that kept with what to do', async () => {
    expect(limitsNow().formsPerSender).toBeGreaterThanOrEqual(100);
    await later('PT2H');
    const giveBack = limited({ formsPerSender: 2 });
    const [first, second, third] = [await fill(), await fill(), await fill()];
    for (const browser of [first, second]) expect((await browser.press(helpNow.send)).status).toBe(200);
    const before = (await mails()).length;
    const page = await third.press(helpNow.send);

    expect(page.status).toBe(429);
    expect(page.errors[0]).toContain('Many forms have come from your network');
    expect(page.errors[0]).toContain('Your answers are saved');
    expect(page.text).toContain(platform.deps.councils.known(slug).contact.name);
    expect(page.text).toContain('Rosalind');
    expect((await mails()).length).toBe(before);
    // What was sent already is not counted again.
    expect((await first.open(`/${council}/draft/sent`)).status).toBe(200);

    await later('PT50M');
    const sent = await third.press(helpNow.send);
    expect([sent.status, sent.path]).toEqual([200, `/${council}/draft/sent`]);
    giveBack();
  });

  it('are begun as many as a library begins, and beyond that a page says when and whom to contact; nothing is kept of them', async () => {
    await later('PT2H');
    const giveBack = changeCouncil(platform.deps, { limits: { ...limitsNow(), draftsPerSender: 4 } });
    const start = () =>
      fetch(`${platform.url}/${council}/forms/${helpNow.id}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      });
    const answers = await Promise.all(Array.from({ length: 12 }, start));
    const refused = answers.filter(({ status }) => status === 429);
    const text = await refused[0]?.text();

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(4);
    expect(refused).toHaveLength(8);
    expect(refused.map(({ headers }) => headers.get('set-cookie'))).toEqual(refused.map(() => null));
    expect(text).toContain('<h1');
    expect(text).toContain('Many forms have been begun from your network');
    expect(text).toContain(platform.deps.councils.known(slug).contact.name);
    await later('PT1H');
    expect((await start()).status).toBe(303);
    giveBack();
    expect(limitsNow().draftsPerSender).toBeGreaterThanOrEqual(200);
  });

  it('are counted by the API as well, each once however often it is repeated', async () => {
    await later('PT2H');
    const giveBack = limited({ formsPerSender: 1 });
    const send = (key: string, firstName: string) =>
      platform.send('POST', `/${council}/applications`, {
        body: { form: 'needs-assessment', answers: completeAnswers(needsAssessment, { firstName }) },
        headers: { 'idempotency-key': key },
      });
    const statuses = [
      await send('one', 'Ann'),
      await send('one', 'Ann'),
      await send('two', 'Bea'),
      await send('one', 'Ann'),
    ];
    await platform.settle();

    expect(statuses.map(({ status }) => status)).toEqual([201, 200, 429, 200]);
    expect(statuses[2]?.json).toMatchObject({ code: 'too-many' });
    expect(Number(statuses[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    giveBack();
  });
});

describe('a signed-in person who sends the same kind of request again and again in a day', () => {
  let reference: CaseReference;
  let browser: Browser;
  const person = 'again@example.com';
  beforeAll(async () => {
    reference = await openCase(platform, { email: person });
    await workUpTo(platform, reference, 'check-support');
    browser = await signedIn(platform, person);
  });
  const send = async (form: string, answers: Answers) => {
    const asked = caseForms.get(form);
    if (asked === undefined) throw new Error('No such form');
    const tab = browser.tab();
    const path = `/${council}/case/${reference}/ask/${form}`;
    const page = await walkCaseForm(tab, path, fieldsOf(asked, completeAnswers(asked, answers)));
    return page.status === 200 ? tab.press(asked.send) : page;
  };

  it('has 150 complaints kept, and staff and the person are not mailed 150 times', async () => {
    await browser.open(`/${council}/case/${reference}/ask/complaint`);
    const [before, staffBefore] = [(await mailsTo(person)).length, (await staffMailsOf(reference)).length];
    const pages = [];
    for (let n = 0; n < 150; n += 1) pages.push(await send('complaint', { complaintDetail: `Nobody came, ${n}.` }));
    await platform.settle();

    const kept = await platform.deps.store.records(slug, reference, 'request');
    const tasks = (await tasksOf(reference)).filter(({ kind }) => kind === 'acknowledge-complaint');
    expect(pages.map(({ heading }) => heading)).toEqual(pages.map(() => 'We have it'));
    expect(kept.filter((one) => one.kind === 'request' && one.list === 'complaint')).toHaveLength(150);
    const { requestsPerDay } = limitsNow();
    expect(tasks).toHaveLength(requestsPerDay);
    expect(tasks.some(({ reason }) => reason?.includes('More of the same have come since'))).toBe(true);
    expect((await mailsTo(person)).length - before).toBe(requestsPerDay);
    expect((await staffMailsOf(reference)).length - staffBefore).toBe(requestsPerDay);
    expect(pages[0]?.text).not.toContain('several of these today');
    expect(pages[149]?.text).toContain('You have sent us several of these today');

    // The same sending twice is one, and takes nothing from the limit; the next day there is a task again.
    await later('P1D');
    browser = await signedIn(platform, person);
    await browser.open(`/${council}/case/${reference}/ask/complaint`);
    await send('complaint', { complaintDetail: 'A new day.' });
    await platform.settle();
    expect((await tasksOf(reference)).filter(({ kind }) => kind === 'acknowledge-complaint')).toHaveLength(
      requestsPerDay + 1,
    );
  }, 120_000);

  it('opens work once more where staff have done all that was open', async () => {
    await browser.open(`/${council}/case/${reference}/ask/query`);
    const { requestsPerDay } = limitsNow();
    for (let n = 0; n <= requestsPerDay; n += 1)
      await send('query', { decisionAbout: 'plan', question: `Why, ${n}?`, wantsAdvocate: 'no' });
    const open = async () =>
      (await tasksOf(reference)).filter(({ kind, status }) => kind === 'answer-query' && status === 'open');
    expect(await open()).toHaveLength(requestsPerDay);
    for (const task of await open())
      await platform.deps.store.commit({
        tasks: [
          {
            ...task,
            version: task.version + 1,
            status: 'cancelled',
            closed: { at: platform.deps.clock.now(), outcome: 'taken-back', answer: { kind: 'output', output: {} } },
          },
        ],
        events: [
          eventOf(platform.deps, task, {
            actor: { kind: 'public' },
            action: 'task-completed',
            authority: 'test',
          }),
        ],
      });
    await send('query', { decisionAbout: 'plan', question: 'And this?', wantsAdvocate: 'no' });

    expect(await open()).toHaveLength(1);
  });

  it('has a few pieces of work by 12 answers that somebody is in danger, and none of them is passed over', async () => {
    const pages = [];
    for (let n = 0; n < 12; n += 1) {
      await browser.open(`/${council}/case/${reference}/ask/complaint/pages/start-check`);
      browser.set([['reportAbuse', 'yes']]);
      pages.push(await browser.press('Continue'));
    }
    await platform.settle();

    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([422]));
    const worries = (await tasksOf(reference)).filter(({ kind }) => kind === 'look-into-safety');
    expect(worries).toHaveLength(limitsNow().requestsPerDay);
  });

  it('has one piece of work by 64 wishes to withdraw at once', async () => {
    await browser.open(`/${council}/case/${reference}/withdraw`);
    const { csrf } = Object.fromEntries(browser.fields.flatMap((fields) => [...fields])) as { csrf: string };
    const staffBefore = (await staffMailsOf(reference)).length;
    await Promise.all(
      Array.from({ length: 64 }, () => browser.tab().post(`/${council}/case/${reference}/withdraw`, { csrf })),
    );
    await platform.settle();

    expect((await tasksOf(reference)).filter(({ kind }) => kind === 'consider-ending')).toHaveLength(1);
    expect((await staffMailsOf(reference)).length - staffBefore).toBe(1);
  });

  it('has links sent to no more than 5 new addresses in a day, and is told how to change it otherwise', async () => {
    const ask = async (n: number) => {
      await browser.open(`/${council}/case/${reference}/details`);
      browser.set([['email', `new${n}@strangers.example.com`]]);
      return browser.press('Save');
    };
    const pages = [];
    for (let n = 0; n < 12; n += 1) pages.push(await ask(n));
    const sent = (await mails()).filter(({ to }) => to.some((one) => one.endsWith('@strangers.example.com')));

    expect(sent).toHaveLength(5);
    expect(pages[4]?.text).toContain('We have sent a link to new4@strangers.example.com');
    expect(pages[5]?.text).not.toContain('We have sent a link');
    expect(pages[5]?.text).toContain('try again tomorrow');
    expect(pages[5]?.text).toContain(platform.deps.councils.known(slug).contact.name);
  });
});
