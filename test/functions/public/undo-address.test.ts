import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { createApplications } from '../../../services/apply/applications.ts';
import { createCorrections } from '../../../services/apply/corrections.ts';
import { casesToFollow } from '../../../services/follow/case-access.ts';
import { MailNotAccepted } from '../../../services/mail/ses-faults.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { linkTo, openCase, signedIn, slug } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const later = (duration: string) => platform.platform.clock.forward(duration);
const born = { 'dateOfBirth.day': '2', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' };
let people = 0;
/** Two addresses of one person: the one that they have, and another. */
const addresses = () => {
  people += 1;
  return [`old${people}@example.com`, `new${people}@example.com`] as const;
};
const changed = 'Leicestershire County Council: your contact details were changed';
const toldMails = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to, subject }) => to.includes(address) && subject === changed);
const undoLinks = async (address: string) =>
  (await toldMails(address)).flatMap(
    ({ text }) => /\/leicestershire\/case\/undo-change\/[\w-]{43}/.exec(text)?.[0] ?? [],
  );
const undoLink = async (address: string): Promise<string> => {
  const [newest] = await undoLinks(address);
  if (newest === undefined) throw new Error(`${address} was not told`);
  return newest;
};
const whole = async (reference: CaseReference) => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error('No case');
  return found;
};
const emailOf = async (reference: CaseReference) => (await whole(reference)).person.email;
const contactTasks = async (reference: CaseReference) =>
  (await whole(reference)).tasks
    .filter(({ kind, status }) => kind === 'contact-another-way' && status === 'open')
    .map(({ reason }) => reason ?? '');

const saveDetails = async (browser: Browser, reference: CaseReference, fields: Record<string, string>) => {
  await browser.open(`/${council}/case/${reference}/details`);
  browser.set(Object.entries(fields));
  return browser.press('Save');
};
const proveNew = async (address: string) => {
  const browser = createBrowser(platform.url);
  await browser.open(await linkTo(platform, address, 'confirm-email'));
  browser.set(Object.entries(born));
  const page = await browser.press('Use this email address');
  await platform.settle();
  return page;
};
/** Changes an address as whoever is signed in does. */
const change = async (browser: Browser, reference: CaseReference, to: string) => {
  await saveDetails(browser, reference, { email: to });
  return proveNew(to);
};
const undo = async (path: string, fields: Record<string, string> = born) => {
  const browser = createBrowser(platform.url);
  await browser.open(path);
  browser.set(Object.entries(fields));
  const page = await browser.press('Change it back');
  await platform.settle();
  return page;
};
const taken = async (answers: Answers = {}) => {
  const [old, fresh] = addresses();
  const reference = await openCase(platform, { email: old, ...answers });
  const browser = await signedIn(platform, old);
  await later('PT1M');
  await change(browser, reference, fresh);
  await later('PT1M');
  return { old, fresh, reference, browser };
};

describe('a changed email address', () => {
  it('is told to the old one, by a mail that says nothing of a person or a case, and the new one works', async () => {
    const { old, fresh, reference } = await taken();

    const [mail, ...others] = await toldMails(old);
    expect(others).toEqual([]);
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(new RegExp(`Rose|Okafor|${reference}|${fresh}`));
    expect(mail?.text).toContain('until Monday 19 January 2026');
    expect(await emailOf(reference)).toBe(fresh);
    expect((await whole(reference)).events.map(({ action }) => action)).toContain('details-change-told');
    expect(await contactTasks(reference)).toEqual([]);
    expect((await signedIn(platform, fresh)).page.heading).toBe('Your case');
  });

  it('is undone from there with the date of birth: sessions end, staff find out, and it stands in the history', async () => {
    const { old, fresh, reference, browser } = await taken();
    const taker = await signedIn(platform, fresh);
    await later('PT1M');
    const path = await undoLink(old);
    for (const method of ['HEAD', 'GET']) {
      expect((await platform.send(method, path, { headers: { accept: 'text/html' } })).status).toBe(200);
    }
    const shown = createBrowser(platform.url);
    expect(await htmlFaults((await shown.open(path)).html)).toEqual([]);
    expect(await emailOf(reference)).toBe(fresh);

    const page = await undo(path);

    expect([page.status, page.heading]).toEqual([200, 'We have changed it back']);
    expect(await htmlFaults(page.html)).toEqual([]);
    expect(await emailOf(reference)).toBe(old);
    expect((await whole(reference)).person.emailProved).toBeDefined();
    for (const session of [browser, taker]) {
      expect((await session.open(`/${council}/case/${reference}`)).status).toBe(404);
    }
    expect((await whole(reference)).events.map(({ action }) => action)).toContain('details-changed-back');
    expect((await contactTasks(reference))[0]).toContain('changed back from the old email address');
    await later('PT1M');
    expect((await signedIn(platform, old)).page.heading).toBe('Your case');
  });

  it('is told once SES takes mail again, and once only', async () => {
    const [old, fresh] = addresses();
    const reference = await openCase(platform, { email: old });
    const browser = await signedIn(platform, old);
    await later('PT1M');
    const saved = await saveDetails(browser, reference, { email: fresh });
    expect(saved.text).toContain(
      'Then we tell your old email address that it was changed. If that is not safe for you',
    );
    const { mailer } = platform.deps;
    const send: typeof mailer.send = async (message) => {
      if (message.tags.message === 'details-changed') throw new MailNotAccepted('passing');
      return mailer.send(message);
    };
    Object.defineProperty(platform.deps, 'mailer', { value: { send }, configurable: true });
    await proveNew(fresh);
    await later('PT30M');
    expect([await emailOf(reference), await toldMails(old)]).toEqual([fresh, []]);
    Object.defineProperty(platform.deps, 'mailer', { value: mailer, configurable: true });
    await later('PT6H');

    expect(await toldMails(old)).toHaveLength(1);
    expect((await undo(await undoLink(old))).status).toBe(200);
    expect(await emailOf(reference)).toBe(old);
  });

  it('is undone once, however often and by how many at once', async () => {
    const { old, reference } = await taken();
    const path = await undoLink(old);
    const pages = await Promise.all(Array.from({ length: 6 }, () => undo(path)));

    expect(pages.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(pages.filter(({ status }) => status === 410)).toHaveLength(5);
    expect(await contactTasks(reference)).toHaveLength(1);
    expect((await createBrowser(platform.url).open(path)).text).toContain('changed it back already');
  });

  it('is not undone with another date of birth, by 64 tries at once, nor after 14 days', async () => {
    const { old, fresh, reference } = await taken();
    const path = await undoLink(old);
    const days = Array.from({ length: 64 }, (_, n) => ({ ...born, 'dateOfBirth.year': String(1900 + (n % 40)) }));
    await Promise.all([...days, born].map((fields) => createBrowser(platform.url).post(path, fields)));
    expect(await emailOf(reference)).toBe(fresh);

    const second = await taken();
    const late = await undoLink(second.old);
    await later('P14D');
    expect((await createBrowser(platform.url).open(late)).status).toBe(410);
    expect(await emailOf(second.reference)).toBe(second.fresh);
  });

  it('is undone after another change too, and what was changed later undoes nothing after that', async () => {
    const { old, fresh, reference } = await taken();
    const taker = await signedIn(platform, fresh);
    await later('PT1M');
    const third = `third-${fresh}`;
    await change(taker, reference, third);
    await later('PT1M');
    // The taker asks for one more address, and uses that link once all is undone.
    const again = await signedIn(platform, third);
    await saveDetails(again, reference, { email: `fourth-${fresh}` });
    const fourth = await linkTo(platform, `fourth-${fresh}`, 'confirm-email');
    await later('PT1M');

    expect((await undo(await undoLink(old))).status).toBe(200);
    expect(await emailOf(reference)).toBe(old);
    expect((await undo(await undoLink(fresh))).status).not.toBe(200);
    await createBrowser(platform.url).post(fourth, born);
    expect(await emailOf(reference)).toBe(old);
  });

  it('that is changed back by the way of every change leaves whoever had it between no way to undo that', async () => {
    const { old, fresh, reference } = await taken();
    const taker = await signedIn(platform, fresh);
    await later('PT1M');
    const third = `third-${fresh}`;
    await change(taker, reference, third);
    await later('PT10M');
    const browser = await signedIn(platform, third);
    await later('PT1M');
    await change(browser, reference, old);
    await later('PT1M');

    expect(await emailOf(reference)).toBe(old);
    expect([await undoLinks(old), await undoLinks(third)].map(({ length }) => length)).toEqual([1, 0]);
    expect((await undo(await undoLink(fresh))).text).toContain('An earlier change was undone already');
    expect(await emailOf(reference)).toBe(old);
    expect((await undo(await undoLink(old))).status).toBe(200);
    expect(await emailOf(reference)).toBe(old);
  });

  it('that is changed back after its time for undoing is a change like any other', async () => {
    const { old, fresh, reference } = await taken();
    await later('P15D');
    await change(await signedIn(platform, fresh), reference, old);
    await later('PT1M');

    expect(await emailOf(reference)).toBe(old);
    expect((await undo(await undoLink(fresh))).status).toBe(200);
    expect(await emailOf(reference)).toBe(fresh);
  });

  it('is undone each time it is taken, also after an earlier change was undone', async () => {
    const { old, fresh, reference } = await taken();
    await later('PT1M');
    await undo(await undoLink(old));
    await later('PT10M');
    await change(await signedIn(platform, old), reference, `again-${fresh}`);
    await later('PT1M');
    expect(await emailOf(reference)).toBe(`again-${fresh}`);

    expect((await undo(await undoLink(old))).heading).toBe('We have changed it back');
    expect(await emailOf(reference)).toBe(old);
  });

  it('is undone where the new owner has withdrawn and the case is closed', async () => {
    const { old, fresh, reference } = await taken();
    const taker = await signedIn(platform, fresh);
    await taker.open(`/${council}/case/${reference}/withdraw`);
    await taker.press('Yes, withdraw my request');
    await platform.settle();
    expect((await whole(reference)).case.closed).toBeDefined();

    expect((await undo(await undoLink(old))).status).toBe(200);
    expect(await emailOf(reference)).toBe(old);
    expect((await contactTasks(reference))[0]).toContain('The case was closed meanwhile');
  });

  it('tells nobody of the same address, differently written', async () => {
    const [old] = addresses();
    const reference = await openCase(platform, { email: old });
    const browser = await signedIn(platform, old);
    await saveDetails(browser, reference, { email: old.toUpperCase() });
    await platform.settle();

    expect(await toldMails(old)).toEqual([]);
  });

  it('that is taken away is told and undone alike, and so is a phone number', async () => {
    const [old] = addresses();
    const reference = await openCase(platform, { email: old, phone: '0116 496 0001' });
    const browser = await signedIn(platform, old);
    await later('PT1M');
    await saveDetails(browser, reference, { phone: '0116 496 0999' });
    await platform.settle();
    expect(await undoLinks(old)).toHaveLength(1);
    await later('PT1M');
    await saveDetails(browser, reference, { email: '', contactBy: 'post' });
    await platform.settle();
    expect(await undoLinks(old)).toHaveLength(2);
    expect(await emailOf(reference)).toBeUndefined();
    await later('PT1M');
    const [ofEmail = '', ofPhone = ''] = await undoLinks(old);

    expect((await undo(ofEmail)).status).toBe(200);
    expect(await emailOf(reference)).toBe(old);
    expect((await undo(ofPhone)).status).toBe(200);
    expect((await whole(reference)).person.phone).toBe('0116 496 0001');
  });

  it('of a phone number that staff change is told to the person as well', async () => {
    const [old] = addresses();
    const reference = await openCase(platform, { email: old, phone: '0116 496 0001' });
    await signedIn(platform, old);
    const { personId } = (await whole(reference)).case;
    const answer = await platform.send('POST', `/${council}/staff/persons/${personId}/details`, {
      as: 'contact-officer',
      body: { phone: '0116 496 0555' },
    });
    await platform.settle();

    expect(answer.status).toBe(200);
    expect(await undoLinks(old)).toHaveLength(1);
  });

  it.each([
    { how: 'applies once more', treatedBadly: 'no', told: 1 },
    { how: 'applies once more and discloses harm', treatedBadly: 'yes', told: 0 },
  ])('that comes with an application is told alike: somebody signed in $how', async ({ treatedBadly, told }) => {
    const [old, fresh] = addresses();
    const reference = await openCase(platform, { email: old });
    await signedIn(platform, old);
    await later('PT1M');
    const known = await casesToFollow(platform.deps, slug, old);
    const proof = { at: platform.deps.clock.now(), by: 'link' } as const;
    const send = createApplications(platform.deps, { known, proved: [{ address: fresh, proof }] });
    const answers = completeAnswers(needsAssessment, { email: fresh, hasCarer: 'no', treatedBadly });
    await send(platform.deps.councils.known(slug), 'needs-assessment', answers, fresh);
    await platform.settle();

    expect(await emailOf(reference)).toBe(fresh);
    expect(await undoLinks(old)).toHaveLength(told);
    expect((await contactTasks(reference)).length).toBe(1 - told);
  });

  it('that comes with a correction of an application is told alike', async () => {
    const [old, fresh] = addresses();
    const reference = await openCase(platform, { email: old });
    await signedIn(platform, old);
    await later('PT1M');
    const answers = completeAnswers(needsAssessment, { email: fresh, conditions: ['physical'], hasCarer: 'no' });
    const council = platform.deps.councils.known(slug);
    const correct = createCorrections(platform.deps).correct;
    expect(await correct(council, 'needs-assessment', answers, [reference])).toBe(true);
    await platform.settle();

    expect(await undoLinks(old)).toHaveLength(1);
    await later('PT1M');
    expect((await undo(await undoLink(old))).status).toBe(200);
    expect(await emailOf(reference)).toBe(old);
  });

  it('of whoever helps is told to them, and undone for them alone', async () => {
    const [person, mine] = addresses();
    const [helper, fresh] = addresses();
    const reference = await openCase(platform, {
      email: person,
      filledInBy: 'helper',
      helperFirstName: 'Ada',
      helperEmail: helper,
      personAgrees: 'yes',
      updatesTo: ['person', 'helper'],
    });
    const browser = await signedIn(platform, helper);
    await later('PT1M');
    await change(browser, reference, fresh);
    const helperNow = async () => (await whole(reference)).person.helpers.map(({ email }) => email);
    expect([await helperNow(), await undoLinks(mine), (await undoLinks(helper)).length]).toEqual([[fresh], [], 1]);
    await later('PT1M');
    await undo(await undoLink(helper));

    expect([await helperNow(), await emailOf(reference)]).toEqual([[helper], person]);
  });
});

describe('where a safe way to be reached was given, or harm was disclosed', () => {
  it.each([
    { what: 'a safe way', answers: { treatedBadly: 'no', safeContact: 'Only on Tuesdays, by my sister.' } },
    { what: 'harm', answers: { treatedBadly: 'yes' } },
  ])('the old address is told nothing of a change: staff confirm it ($what)', async ({ answers }) => {
    const [old, fresh] = addresses();
    const reference = await openCase(platform, { email: old });
    await workUpTo(platform, reference, 'triage-request');
    const browser = await signedIn(platform, old);
    const { items } = await platform.deps.store.personOf((await whole(reference)).case);
    const [item] = items;
    if (item === undefined) throw new Error('No person');
    const { eventOf, personEventOf } = await import('../../../services/store/audit.ts');
    const actor = { kind: 'public' } as const;
    await platform.deps.store.commit(
      {
        people: [
          {
            person: {
              ...item,
              version: item.version + 1,
              ...(answers.safeContact && { safeContact: answers.safeContact }),
              ...(answers.treatedBadly === 'yes' && {
                alerts: [{ kind: 'harm-disclosed', source: 'application x', on: '2026-01-05' as never }],
              }),
            },
          },
        ],
        personEvents: [
          personEventOf(platform.deps, item, { actor, action: 'details-changed', authority: 'test', reference }),
        ],
      },
      {
        events: [
          eventOf(platform.deps, (await whole(reference)).case, {
            actor,
            action: 'warning-changed',
            authority: 'test',
          }),
        ],
      },
    );
    await later('PT1M');
    await change(browser, reference, fresh);

    expect(await toldMails(old)).toEqual([]);
    expect(await emailOf(reference)).toBe(fresh);
    expect((await contactTasks(reference))[0]).toContain('Confirm it with the person');

    // Changed again and again before staff have asked, it is one piece of work.
    const again = await signedIn(platform, fresh);
    for (let n = 0; n < 12; n += 1) {
      await saveDetails(again, reference, { phone: `0116 496 00${10 + n}` });
      await later('PT1S');
    }
    expect(await contactTasks(reference)).toHaveLength(1);
    expect((await whole(reference)).person.phone).toBe('0116 496 0021');
  });
});
