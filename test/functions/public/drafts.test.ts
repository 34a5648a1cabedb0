import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type CaseReference, councilSlug } from '../../../schemas/scalars.ts';
import { createCorrections } from '../../../services/apply/corrections.ts';
import { createDraftStore } from '../../../services/store/draft-store.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
const at = '/leicestershire/draft';
let platform: TestPlatform;
let browser: Browser;
beforeEach(async () => {
  platform = await startTestPlatform();
  browser = createBrowser(platform.url);
});
afterEach(() => platform.stop());

const minutesLater = (minutes: number) => platform.platform.clock.forward({ minutes });
const fillsBirth = (on: Browser, day = '2', month = '3', year = '1948') => {
  for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year })) on.fill(part, value);
};
/** The first questions, and the name and birth. */
const startForm = async (on: Browser) => {
  await begin(on, needsAssessment);
  for (const label of ['No', 'I am doing it for myself']) {
    on.fill(label);
    await on.press('Continue');
  }
  await on.open(`${at}/pages/name`);
  on.fill('What is your first name?', 'Rose');
  on.fill('What is your last name?', 'Okafor');
  fillsBirth(on);
  on.set([['assessedBefore', 'no']]);
  await on.press('Continue');
};
const name = async (on: Browser, first: string) => {
  await on.open(`${at}/pages/name`);
  on.fill('What is your first name?', first);
  on.fill('What is your last name?', 'Okafor');
  return on.press('Continue');
};
/** The page of unpaid carers, which a yes opens. */
const openCarers = async (on: Browser) => {
  await on.open(`${at}/pages/people`);
  on.set([
    ['looksAfter', 'nobody'],
    ['hasCarer', 'yes'],
  ]);
  await on.press('Continue');
};
const carer = (row: number, called: string, relationship: string): [string, string][] => [
  [`carers[${row}].name`, called],
  [`carers[${row}].relationship`, relationship],
  [`carers[${row}].whatTheyDo`, 'Cooks'],
  [`carers[${row}].agreesToContact`, 'yes'],
];
const mailed = async () =>
  (await platform.platform.mail.list()).map(({ to, text }) => ({ to, link: /\/return\/[\w-]{43}/.exec(text)?.[0] }));
const saveWith = async (on: Browser, address = 'rose@example.com') => {
  await on.open(`${at}/save`);
  on.fill('What is your email address?', address);
  return on.press('Save and send me a link');
};
const newestLink = async () => `/leicestershire${(await mailed()).at(0)?.link}`;

describe('one page after another', () => {
  it('asks one question a page with a heading, a way back and the part that it belongs to', async () => {
    await startForm(browser);

    expect(browser.page).toMatchObject({ path: `${at}/pages/where-now`, heading: 'Where are you now?' });
    expect((await browser.follow('Back')).heading).toBe('Your name and date of birth');
    expect(browser.page.html).toContain('value="1948"');
  });

  it('moves what depends on an answer to the page after it', async () => {
    await startForm(browser);
    await browser.open(`${at}/pages/urgent`);
    expect(browser.page.text).not.toContain('What is urgent?');
    browser.fill('Something else is urgent');

    const next = await browser.press('Continue');

    expect(next).toMatchObject({ path: `${at}/pages/urgent-2`, heading: 'What is urgent?', errors: [] });
  });

  it('shows a wrong page again with the problem at its field and all that was typed', async () => {
    await startForm(browser);
    await browser.open(`${at}/pages/reach`);
    browser.fill('What is your phone number? (optional)', 'ring <me>');
    browser.fill('What is your email address? (optional)', 'rose at home');

    const again = await browser.press('Continue');

    expect(again.status).toBe(400);
    expect(again.errors).toEqual([
      'Phone number must be like 01632 960 001 or +44 808 157 0192',
      'Email address must be like name@example.com',
    ]);
    expect([...(browser.fields[0] ?? [])]).toEqual(
      expect.arrayContaining([
        ['phone', 'ring <me>'],
        ['email', 'rose at home'],
      ]),
    );
  });

  it('keeps a page that is too long to be saved on the screen', async () => {
    await startForm(browser);
    await browser.open(`${at}/pages/name`);
    const long = 'x'.repeat(300_000);
    browser.fill('What is your first name?', long);

    const again = await browser.press('Continue');

    expect(again.status).toBe(413);
    expect(browser.fields[0]?.get('firstName')).toBe(long);
  });

  it('adds and removes rows without losing what is typed in the others', async () => {
    await startForm(browser);
    await openCarers(browser);
    browser.set([['carers[0].name', 'Ann']]);
    await browser.press('Add another helper');
    browser.set(carer(1, 'Bo', 'Friend'));
    await browser.press('Add another helper');
    browser.set(carer(2, 'Cy', 'Son'));

    await browser.press('Remove helper 1');

    expect(browser.page).toMatchObject({ status: 200, errors: [] });
    expect([...(browser.fields[0] ?? [])].filter(([field, value]) => field.startsWith('carers') && value)).toEqual([
      ...carer(0, 'Bo', 'Friend'),
      ...carer(1, 'Cy', 'Son'),
    ]);
    expect((await browser.press('Continue')).status).toBe(200);
    await browser.open(`${at}/pages/carers`);
    expect(browser.fields[0]?.get('carers[1].name')).toBe('Cy');
  });

  it('presses Continue, and no Remove, when Enter is pressed', async () => {
    await startForm(browser);
    await openCarers(browser);
    await browser.press('Add another helper');

    const [first] = [...browser.page.html.matchAll(/<button\b[^>]*type="submit"[^>]*>/g)];

    expect(first?.[0]).toContain('value="continue"');
  });

  it.each([
    { answer: 'Yes, someone is in danger now', heading: 'Call 999 now.' },
    { answer: 'Yes, and we should be told about it', heading: 'Call our safeguarding team about it now.' },
  ])('leads from “$answer” to what to do instead, and keeps what was typed', async ({ answer, heading }) => {
    await startForm(browser);
    await browser.open(`${at}/pages/start-check`);
    browser.fill(answer);

    const stopped = await browser.press('Continue');

    expect(stopped).toMatchObject({ status: 200, path: `${at}/stop`, heading });
    expect((await browser.open(`${at}/check`)).path).toBe(`${at}/stop`);
    await browser.follow('Change this answer');
    browser.fill('No');
    await browser.press('Continue');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('value="1948"');
  });

  it('comes back from Change to all answers, by what the change has opened', async () => {
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment);
    await browser.open(`${at}/pages/where-now?change=yes`);
    browser.fill('In hospital');

    const opened = await browser.press('Continue');

    expect(opened.path).toBe(`${at}/pages/hospital?change=yes`);
    browser.set([['ward', 'Ward 5']]);
    expect((await browser.press('Continue')).path).toBe(`${at}/check`);
    expect(browser.page.text).toContain('Ward 5');
  });

  it('lists what is missing on the page of all answers, and has no button to send', async () => {
    await startForm(browser);

    const check = await browser.open(`${at}/check`);

    expect(check.errors).toContain('Select the place');
    expect(check.text).not.toContain('Send it to us');
  });
});

describe('two windows', () => {
  it('merge what they save on two pages', async () => {
    await startForm(browser);
    const other = browser.tab();
    await browser.open(`${at}/pages/name`);
    await other.open(`${at}/pages/goals`);
    other.fill('What would make your life better?', 'A garden');
    await other.press('Continue');
    browser.fill('What is your first name?', 'Rose');
    browser.fill('What is your last name?', 'Okafor');
    await browser.press('Continue');

    expect((await browser.open(`${at}/pages/goals`)).html).toContain('A garden');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('Okafor');
  });

  it('on one page: the second is shown both, and nothing is saved until the person chooses', async () => {
    await startForm(browser);
    const other = browser.tab();
    await other.open(`${at}/pages/name`);
    await name(browser, 'Rosa');
    other.fill('What is your first name?', 'Rosemary');
    other.fill('What is your last name?', 'Okafor');

    const both = await other.press('Continue');

    expect(both.status).toBe(409);
    expect(both.path).toMatch(new RegExp(`^${at}/pages/name\\?answer=`));
    expect(both.text).toContain('First name Rosa ');
    expect(other.fields[0]?.get('firstName')).toBe('Rosemary');
    expect((await browser.open(`${at}/pages/name`)).html).not.toContain('Rosemary');
    expect((await other.press('Continue')).status).toBe(200);
    expect((await browser.open(`${at}/pages/name`)).html).toContain('Rosemary');
  });

  it('are not bothered where both typed the same', async () => {
    await startForm(browser);
    const other = browser.tab();
    await other.open(`${at}/pages/name`);
    await name(browser, 'Rose');
    other.fill('What is your first name?', 'Rose');
    other.fill('What is your last name?', 'Okafor');

    expect((await other.press('Continue')).status).toBe(200);
  });

  it('may save 5 pages at one moment, and all 5 are kept', async () => {
    await startForm(browser);
    const typed: Record<string, [string, string][]> = {
      goals: [['betterLife', 'A garden']],
      'other-help': [['otherHelpDetail', 'A stick']],
      sharing: [
        ['shareWith', 'gp'],
        ['shareLimits', 'Not my brother'],
      ],
      reach: [['phone', '01632 960 003']],
      'working-together': [
        ['selfAssessment', 'no'],
        ['preferredWay', 'home'],
        ['beforeWeMeet', 'Mind the dog'],
      ],
    };
    const tabs = Object.entries(typed).map(([page, fields]) => ({ page, fields, tab: browser.tab() }));
    for (const { page, fields, tab } of tabs) {
      await tab.open(`${at}/pages/${page}`);
      tab.set(fields);
    }

    const after = await Promise.all(tabs.map(({ tab }) => tab.press('Continue')));

    expect(after.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const { page, fields } of tabs) {
      expect((await browser.open(`${at}/pages/${page}`)).html).toContain(fields.at(-1)?.[1]);
    }
  });
});

describe('an hour later', () => {
  it('says what happened, keeps the answers, and opens again with the date of birth', async () => {
    await startForm(browser);
    await minutesLater(61);

    const ended = await browser.open(at);

    expect(ended).toMatchObject({ status: 403, heading: 'We closed your form to keep it private' });
    expect(ended.text).toContain('Your answers are kept until Wednesday 4 February 2026.');
    expect(ended.html).not.toContain('1948');
    fillsBirth(browser);
    expect(await browser.press('Go on with my form')).toMatchObject({ status: 200, path: at });
  });

  it('has not come where a page was read 59 minutes ago', async () => {
    await startForm(browser);
    await minutesLater(59);
    await browser.open(at);
    await minutesLater(59);

    expect((await browser.open(at)).status).toBe(200);
  });

  it('still saves the page that was just sent', async () => {
    await startForm(browser);
    await browser.open(`${at}/pages/name`);
    browser.fill('What is your first name?', 'Rose');
    browser.fill('What is your last name?', 'Okafor');
    await minutesLater(90);

    const ended = await browser.press('Continue');

    expect(ended).toMatchObject({ status: 403 });
    expect(ended.text).toContain('We saved the page that you had open.');
    fillsBirth(browser);
    await browser.press('Go on with my form');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('Rose');
  });

  it('is over for this device after 5 wrong dates of birth', async () => {
    await startForm(browser);
    await minutesLater(61);
    await browser.open(at);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      fillsBirth(browser, '1', '1', '1960');
      expect((await browser.press('Go on with my form')).status).toBe(403);
    }

    expect(browser.page.text).not.toContain('Go on with my form');
  });
});

describe('a device that others use too', () => {
  it('forgets a form that is closed on it, and the form stays for a link by email', async () => {
    await startForm(browser);
    await saveWith(browser);
    await browser.open(at);

    expect((await browser.press('Close the form on this device')).path).toBe('/leicestershire');
    expect((await browser.open(at)).status).toBe(404);
    expect((await browser.open(await newestLink())).status).toBe(200);
  });
});

describe('save and return', () => {
  it('on another device with a link and the date of birth', async () => {
    await startForm(browser);
    await name(browser, 'Rose');
    expect((await saveWith(browser)).heading).toBe('Your form is saved');
    const phone = createBrowser(platform.url);
    await phone.open(await newestLink());
    fillsBirth(phone);

    const list = await phone.press('Open my form');

    expect(list).toMatchObject({ status: 200, path: at });
    expect((await phone.open(`${at}/pages/name`)).html).toContain('value="Rose"');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('value="Rose"');
  });

  it('survives a scanner: HEAD and 2 GETs change nothing, the button works once', async () => {
    await startForm(browser);
    await saveWith(browser);
    const link = await newestLink();
    const head = await fetch(platform.url + link, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const scanner = createBrowser(platform.url);
    for (const _ of [1, 2]) expect((await scanner.open(link)).status).toBe(200);
    const phone = createBrowser(platform.url);
    await phone.open(link);
    fillsBirth(phone);
    const { path, fields } = phone.sending('Open my form');
    expect((await phone.press('Open my form')).path).toBe(at);

    const again = await createBrowser(platform.url).post(path, fields);

    expect(again.status).toBe(410);
    expect(again.text).toContain('This link has been used.');
    expect(again.headers.get('cache-control')).toBe('no-store');
    expect(again.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says that a newer link took the place of an old one', async () => {
    await startForm(browser);
    await saveWith(browser);
    const old = await newestLink();
    await minutesLater(2);
    await browser.open('/leicestershire/return');
    browser.fill('What is your email address?', 'rose@example.com');
    await browser.press('Send me a link');

    expect((await browser.open(old)).text).toContain('You asked for a newer link after this one.');
    expect((await browser.open(await newestLink())).status).toBe(200);
  });

  it('says that a link expired after 10 minutes, and that the answers are kept', async () => {
    await startForm(browser);
    await saveWith(browser);
    const link = await newestLink();
    await minutesLater(11);

    const late = await createBrowser(platform.url).open(link);

    expect(late.status).toBe(410);
    expect(late.text).toContain('This link has expired.');
    expect(late.text).toContain('Your answers are kept');
  });

  it('refuses a wrong date of birth, and the link dies with the fifth', async () => {
    await startForm(browser);
    await saveWith(browser);
    const phone = createBrowser(platform.url);
    await phone.open(await newestLink());
    for (const left of [4, 3, 2, 1]) {
      fillsBirth(phone, '9', '9', '1999');
      expect((await phone.press('Open my form')).errors[0]).toMatch(new RegExp(`${left} more`));
    }
    fillsBirth(phone, '9', '9', '1999');

    expect((await phone.press('Open my form')).text).toContain('was wrong 5 times');
    expect((await phone.open(at)).status).toBe(404);
  });

  it('answers alike whether or not an address is known, and mails only the known one', async () => {
    await startForm(browser);
    await saveWith(browser);
    await minutesLater(2);
    const ask = async (address: string) => {
      const any = createBrowser(platform.url);
      await any.open('/leicestershire/return');
      any.fill('What is your email address?', address);
      const { status, text } = await any.press('Send me a link');
      return { status, text: text.replaceAll(address, 'ADDRESS') };
    };

    const [known, unknown] = [await ask('rose@example.com'), await ask('nobody@example.com')];

    expect(known).toEqual(unknown);
    // Who is not known is mailed too, at an address of Amazon's that nobody reads, so that the answer takes as long.
    expect((await mailed()).map(({ to }) => to.join()).toSorted()).toEqual([
      'rose@example.com',
      'rose@example.com',
      'success@simulator.amazonses.com',
    ]);
  });

  it('lists several forms of one address, and opens the one chosen', async () => {
    await startForm(browser);
    await saveWith(browser);
    const second = createBrowser(platform.url);
    await minutesLater(2);
    await startForm(second);
    await name(second, 'Bea');
    await saveWith(second);
    const phone = createBrowser(platform.url);
    await phone.open(await newestLink());
    fillsBirth(phone);

    const list = await phone.press('Open my form');

    expect(list.heading).toBe('Which form do you want to open?');
    const { path, fields } = phone.sending(
      'Open “Ask for a care and support needs assessment”, saved on Monday 5 January 2026',
    );
    expect((await phone.post(path, fields)).path).toBe(at);
  });

  it('keeps a form whose questions have changed: what fits stays, and what is new is named', async () => {
    await startForm(browser);
    await name(browser, 'Rose');
    const id = [...browser.jar.values()][0]?.slice(0, 22) ?? '';
    // Saved as it would have been before the form changed.
    await createDraftStore(platform.deps).update(slug, id, (found) => ({
      ...found,
      formVersion: 0,
      answers: { ...found.answers, shoeSize: '7' },
    }));

    const list = await browser.open(at);

    expect(list.text).toContain('We have changed this form');
    expect(list.text).toContain('1 of your earlier answers no longer fits');
    expect(list.text).toContain('Where now');
    expect((await browser.open(`${at}/pages/name`)).html).toContain('Rose');
  });

  it('opens no form that a newer version of its list saved, keeps it, and says so', async () => {
    await startForm(browser);
    const id = [...browser.jar.values()][0]?.slice(0, 22) ?? '';
    const store = createDraftStore(platform.deps);
    await store.update(slug, id, (found) => ({ ...found, formVersion: needsAssessment.version + 1 }));

    const list = await browser.open(at);
    const page = await browser.open(`${at}/pages/name`);
    const start = await browser.open('/leicestershire/forms/needs-assessment');

    expect([list.status, page.status]).toEqual([503, 503]);
    expect(list.heading).toBe('We cannot open your form now');
    expect(list.text).toContain('Your answers are kept until Wednesday 4 February 2026');
    expect(start).toMatchObject({ status: 200, heading: needsAssessment.title });
    expect((await store.read(slug, id))?.answers).toMatchObject({ firstName: 'Rose' });
  });
});

describe('sending', () => {
  const filled = async () => {
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment);
    await minutesLater(20);
  };
  const referenceOn = (text: string) => /\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/.exec(text)?.[0] as CaseReference;
  const triaged = (reference: CaseReference) =>
    platform.deps.store.task(slug, `${reference}.assessment-1.triage-request` as never);

  it('twice at once, again, and after going back makes 1 case', async () => {
    await filled();
    const { path, fields } = browser.sending('Send your application');
    const tabs = [browser.tab(), browser.tab(), browser.tab()];
    const sent = await Promise.all(tabs.map((tab) => tab.post(path, fields)));
    const later = await browser.post(path, fields);

    expect(new Set([...sent, later].map(({ text }) => referenceOn(text)))).toHaveProperty('size', 1);
    await platform.settle();
    expect(await platform.platform.stepFunctions.executions({ limit: 10 })).toHaveLength(1);
    expect((await browser.open(`${at}/pages/name`)).path).toBe(`${at}/sent`);
  });

  it('within 10 seconds of beginning is asked for once more, and nothing is lost', async () => {
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment);

    const early = await browser.press('Send your application');

    expect(early.status).toBe(429);
    await minutesLater(1);
    expect((await browser.press('Send your application')).path).toBe(`${at}/sent`);
  });

  it('can be called back and corrected until someone takes it; the case keeps its reference', async () => {
    await filled();
    await browser.press('Send your application');
    const reference = referenceOn(browser.page.text);
    await platform.settle();
    await browser.open(`${at}/sent`);
    expect((await browser.press('Correct my form')).path).toBe(`${at}/check`);
    await browser.open(`${at}/pages/name?change=yes`);
    browser.fill('What is your first name?', 'Rosalind');
    await browser.press('Continue');

    const again = await browser.press('Send your application');

    expect(again).toMatchObject({ status: 200, path: `${at}/sent` });
    const whole = await platform.deps.store.whole(slug, reference);
    expect(whole?.case).toMatchObject({ reference, version: 2 });
    expect(whole?.person.firstName).toBe('Rosalind');
    expect(whole?.records.filter(({ kind }) => kind === 'application')).toMatchObject([
      { version: 2, answers: { firstName: 'Rosalind' } },
    ]);
    expect(whole?.events.map(({ action }) => action)).toContain('application-corrected');
    expect(await platform.platform.stepFunctions.executions({ limit: 10 })).toHaveLength(1);
  });

  it('can be called back before its journey has opened the triage, which then says what was corrected', async () => {
    await filled();
    await browser.press('Send your application');
    const reference = referenceOn(browser.page.text);
    await platform.settle();
    const { store } = platform.deps;
    const before = await triaged(reference);
    // As it is between sending and the first step of the journey, which takes its turn while the correction is written.
    let read = 0;
    const task: typeof store.task = async (...key) => {
      read += 1;
      return read > 2 ? store.task(...key) : undefined;
    };
    const corrections = createCorrections({ ...platform.deps, store: { ...store, task } });
    const council = platform.deps.councils.known(slug);
    const sent = (await store.record(slug, reference, 'application', 'application')) ?? { kind: 'note' };
    if (sent.kind !== 'application') throw new Error('The application is on record');

    expect(await corrections.possible(council, [reference])).toBe(true);
    const answers = { ...sent.answers, firstName: 'Rosalind' };
    expect(await corrections.correct(council, sent.list, answers, [reference])).toBe(true);

    const whole = await store.whole(slug, reference);
    expect(whole?.person.firstName).toBe('Rosalind');
    expect((await triaged(reference))?.version).toBe((before?.version ?? 0) + 1);
  });

  it('that was called back and is begun on meanwhile says so at once', async () => {
    await filled();
    await browser.press('Send your application');
    const reference = referenceOn(browser.page.text);
    await platform.settle();
    await browser.open(`${at}/sent`);
    await browser.press('Correct my form');
    expect((await browser.open(at)).text).toContain('You can correct it until someone here starts on it.');
    const task = await triaged(reference);
    await platform.send('POST', `/leicestershire/staff/tasks/${task?.id}/assign`, {
      as: 'contact-officer',
      body: { to: platform.member('contact-officer').id },
    });

    const { text } = await browser.open(at);

    expect(text).toContain(
      'Someone here has started on your form as you sent it, so it can no longer be corrected here.',
    );
    expect(text).toContain(`Contact us and give the reference ${reference}.`);
    expect(text).not.toContain('You can correct it until someone here starts on it.');
  });

  it('cannot be corrected once someone has taken it, and says so with the answers kept', async () => {
    await filled();
    await browser.press('Send your application');
    const reference = referenceOn(browser.page.text);
    await platform.settle();
    await browser.open(`${at}/sent`);
    await browser.press('Correct my form');
    const task = await triaged(reference);
    const member = platform.member('contact-officer');
    await platform.send('POST', `/leicestershire/staff/tasks/${task?.id}/assign`, {
      as: 'contact-officer',
      body: { to: member.id },
    });

    const late = await browser.press('Send your application');

    expect(late.status).toBe(409);
    expect(late.errors[0]).toContain(reference);
    expect((await platform.deps.store.whole(slug, reference))?.case.version).toBe(1);
  });

  it('tells the safeguarding team at once of a disclosure', async () => {
    await begin(browser, needsAssessment);
    await fillIn(browser, needsAssessment, { treatedBadly: 'yes', safeContact: 'Ring on Mondays' });
    await minutesLater(20);

    await browser.press('Send your application');

    const subjects = (await platform.platform.mail.list()).map(({ subject }) => subject);
    expect(subjects).toContainEqual(expect.stringContaining('Look into a worry about safety'));
    const reference = referenceOn(browser.page.text);
    expect((await platform.deps.store.whole(slug, reference))?.tasks.map(({ kind }) => kind)).toContain(
      'look-into-safety',
    );
  });
});

describe('against other sites and machines', () => {
  it('begins nothing where another site sends the form', async () => {
    const response = await fetch(`${platform.url}/leicestershire/forms/needs-assessment`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    });

    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  it.each(['pages/postcode', 'send', 'save', 'recall'])(
    'refuses /draft/%s without the token of this browser',
    async (path) => {
      await startForm(browser);

      const refused = await browser.post(`${at}/${path}`, { csrf: 'x'.repeat(32), postcode: 'LE3 8RA' });

      expect(refused.status).toBe(403);
      expect((await browser.open(`${at}/pages/postcode`)).html).not.toContain('LE3 8RA');
    },
  );

  it('stores nothing for a machine that fills in the field that no person sees', async () => {
    await browser.open('/leicestershire/forms/needs-assessment');
    browser.set([['website', 'https://example.com']]);

    expect((await browser.press('Start now')).path).toBe('/leicestershire/forms/needs-assessment');
    expect(browser.jar.size).toBe(0);
  });

  it('keeps the secret out of scripts and off plain connections', async () => {
    const response = await fetch(`${platform.url}/leicestershire/forms/needs-assessment`, {
      method: 'POST',
      redirect: 'manual',
    });

    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-careway-draft=[\w-]{22}\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it.each([
    { what: 'no cookie', cookie: '' },
    { what: 'a cookie with another secret', cookie: 'wrong' },
  ])('shows nothing to $what', async ({ cookie }) => {
    await startForm(browser);
    const stranger = createBrowser(platform.url);
    const [[key = '', value = ''] = []] = browser.jar;
    if (cookie) stranger.jar.set(key, `${value.slice(0, 22)}.${'A'.repeat(43)}`);

    const none = await stranger.open(`${at}/pages/name`);

    expect(none).toMatchObject({ status: 404, heading: 'There is no open form on this device' });
    expect(none.html).not.toContain('1948');
  });
});
