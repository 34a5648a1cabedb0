import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference } from '../../../schemas/scalars.ts';
import { createApplications } from '../../../services/apply/applications.ts';
import { createCorrections } from '../../../services/apply/corrections.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, signedIn, slug } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

const bornOn = { 'dateOfBirth.day': '2', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1948' };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

let people = 0;
/** An address of a person of their own, since one address is asked once an hour. */
const someone = () => {
  people += 1;
  return `person${people}@example.com`;
};
const mailsTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(address)).reverse();
const subjects = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject);
const asking = 'Leicestershire County Council: please confirm your email address';
const linkIn = (text = '') => /\/leicestershire\/confirm-email\/[\w-]{43}/.exec(text)?.[0] ?? '';
const linkTo = async (address: string) => linkIn((await mailsTo(address)).findLast(({ text }) => linkIn(text))?.text);

const confirm = async (address: string, born: Record<string, string> = bornOn) => {
  const browser = createBrowser(platform.url);
  await browser.open(await linkTo(address));
  browser.set(Object.entries(born));
  await browser.press('Confirm my email address');
  await platform.settle();
  return browser;
};
const apply = (email: string, answers: Answers = {}) => openCase(platform, { email, ...answers });
const contactTasks = async (reference: CaseReference) =>
  (await platform.deps.store.tasks(slug, reference))
    .filter(({ kind }) => kind === 'contact-another-way')
    .map(({ status, reason, closed }) => `${closed?.outcome ?? status}: ${reason}`);
const reasonOf = async (reference: CaseReference, kind: string) =>
  (await platform.deps.store.tasks(slug, reference)).find((task) => task.kind === kind && task.status === 'open')
    ?.reason;

describe('an address that was only typed', () => {
  it('gets a mail that names the form and nothing of a person, and no other, however much is due', async () => {
    const address = someone();
    const reference = await apply(address, { firstName: 'Roswitha', preferredName: 'Rosalba' });
    await workUpTo(platform, reference, 'decide-eligibility');

    expect(await subjects(address)).toEqual([asking]);
    const [mail] = await mailsTo(address);
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(
      new RegExp(`Ros|Okafor|${reference}|decision|12 Sycamore|physical`, 'i'),
    );
    // It names the form, so that who has just sent it knows that the mail is no fraud; a stranger learns nothing of anyone.
    expect(mail?.text).toContain(
      'Someone sent the form “Ask for a care and support needs assessment” to Leicestershire County Council on Monday 5 January 2026.',
    );
    expect(mail?.text).toContain('If this was not you');
  });

  it('is told to staff: in the triage task, and for each later thing to tell by a task of its own', async () => {
    const reference = await apply(someone());
    const atTriage = await reasonOf(reference, 'triage-request');
    await workUpTo(platform, reference, 'decide-eligibility');

    expect(atTriage).toBe(
      'Emails about this do not arrive yet: the address of the person is not confirmed. Phone or write instead.',
    );
    expect(await contactTasks(reference)).toEqual(['open: The email address is not confirmed: the decision is made']);
  });

  it('is told to the key worker when a review comes, and no more once it is confirmed', async () => {
    const address = someone();
    const reference = await apply(address);
    await workUpTo(platform, reference, 'check-support');
    const { nextReview } = await platform.deps.store.knownCase(slug, reference);
    await platform.platform.clock.forward({ days: 45 });
    const before = await reasonOf(reference, 'review-plan');
    await confirm(address);

    expect(nextReview?.kind).toBe('first');
    expect(before).toContain('the address of the person is not confirmed');
    expect(await reasonOf(reference, 'review-plan')).toBeUndefined();
  });
});

describe('confirming an address', () => {
  it('is done by a button and the date of birth: HEAD and GET, twice, change nothing', async () => {
    const address = someone();
    const reference = await apply(address);
    const path = await linkTo(address);
    for (const method of ['HEAD', 'GET', 'GET']) {
      expect((await platform.send(method, path, { headers: { accept: 'text/html' } })).status).toBe(200);
    }
    expect(await subjects(address)).toEqual([asking]);

    const { page } = await confirm(address);

    expect(page.heading).toBe('Your email address is confirmed');
    expect(page.text).not.toContain(reference);
    expect(await subjects(address)).toEqual([
      asking,
      `Leicestershire County Council: we have your request (${reference})`,
    ]);
    expect((await platform.deps.store.personsCase(slug, reference)).person.emailProved).toEqual({
      at: platform.deps.clock.now(),
      by: 'link',
    });
    expect(await reasonOf(reference, 'triage-request')).toBeUndefined();
  });

  it('has valid pages, which say that a link is used and that one is not known', async () => {
    const address = someone();
    await apply(address);
    const path = await linkTo(address);
    const browser = createBrowser(platform.url);
    await browser.open(path);
    expect(await htmlFaults(browser.page.html)).toEqual([]);
    await confirm(address);
    await browser.open(path);

    expect([browser.page.status, browser.page.text]).toEqual([
      410,
      expect.stringContaining('This link has been used, so your email address is confirmed'),
    ]);
    expect(await htmlFaults(browser.page.html)).toEqual([]);
    expect((await browser.open(`/${council}/confirm-email/${'A'.repeat(43)}`)).text).toContain('do not know this link');
  });

  it('is refused with another date of birth, and dead after 5', async () => {
    const address = someone();
    await apply(address);
    const pages = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      pages.push((await confirm(address, { ...bornOn, 'dateOfBirth.day': '3' })).page.text);
    }

    expect(pages[0]).toContain('You can try 4 more times');
    expect(pages[4]).toContain('wrong 5 times');
    expect(await subjects(address)).toEqual([asking]);
  });

  it('tells in one mail all that was due, and takes back the tasks to tell it another way', async () => {
    const address = someone();
    const reference = await apply(address);
    await workUpTo(platform, reference, 'decide-eligibility');
    await confirm(address);

    expect(await subjects(address)).toEqual([
      asking,
      `Leicestershire County Council: what we had to tell you (${reference})`,
    ]);
    const { text } = (await mailsTo(address)).at(-1) ?? { text: '' };
    expect(text).toContain('1. We have your request.');
    expect(text).toContain('2. We have made a decision about your request.');
    expect(text).toContain(`/${council}/case/sign-in`);
    expect(await contactTasks(reference)).toEqual([
      'told-by-email: The email address is not confirmed: the decision is made',
    ]);
    await workUpTo(platform, reference, 'agree-plan', 'estimate-budget');
    // The estimate, the money that is asked for, the charge, the plan that waits to be written, the plan to answer, the agreed plan and the final budget, each at once.
    expect((await subjects(address)).length).toBe(2 + 7);
  });

  it('is done by signing in to the case too', async () => {
    const address = someone();
    const reference = await apply(address);
    await signedIn(platform, address);

    expect(await subjects(address)).toEqual([
      asking,
      'Leicestershire County Council: your link to come back to us',
      `Leicestershire County Council: we have your request (${reference})`,
    ]);
  });

  it('is done by staff who checked it, and how they did is kept', async () => {
    const address = someone();
    const reference = await apply(address);
    const body = { whose: 'person', howChecked: 'Read it back to her on the phone.' };
    const call = () =>
      platform.send('POST', `/${council}/staff/cases/${reference}/address`, { as: 'contact-officer', body });
    const first = await call();
    const again = await call();

    expect(first.json).toEqual({ reference, whose: 'person', at: platform.deps.clock.now(), by: 'staff' });
    expect(again.json).toEqual(first.json);
    expect(await subjects(address)).toEqual([
      asking,
      `Leicestershire County Council: we have your request (${reference})`,
    ]);
    const notes = await platform.deps.store.records(slug, reference, 'note');
    expect(notes).toMatchObject([{ content: { text: 'Read it back to her on the phone.' } }]);
    const none = await platform.send('POST', `/${council}/staff/cases/${reference}/address`, {
      as: 'contact-officer',
      body: { ...body, whose: 'helper' },
    });
    expect([none.status, none.json.code]).toEqual([409, 'no-address']);
  });

  it('counts for a helper as for the person, each for their own address', async () => {
    const [person, helper] = [someone(), someone()];
    const reference = await apply(person, {
      filledInBy: 'helper',
      helperFirstName: 'Ada',
      helperEmail: helper,
      personAgrees: 'yes',
      updatesTo: ['person', 'helper'],
    });
    await confirm(helper);

    expect(await subjects(person)).toEqual([asking]);
    expect(await subjects(helper)).toEqual([
      asking,
      `Leicestershire County Council: we have your request (${reference})`,
    ]);
    expect(await reasonOf(reference, 'triage-request')).toContain('the address of the person is not confirmed');
  });

  it('of one case proves nothing for another person who gave the same address', async () => {
    const address = someone();
    const own = await apply(address);
    await confirm(address);
    const strangers = await apply(address, { dateOfBirth: '1931-05-06', firstName: 'Edith' });

    expect((await platform.deps.store.personsCase(slug, own)).person.emailProved).toBeDefined();
    expect((await platform.deps.store.personsCase(slug, strangers)).person.emailProved).toBeUndefined();
    expect((await mailsTo(address)).filter(({ text }) => text.includes('Edith'))).toEqual([]);
  });

  it('of two people who applied in one form is asked once, and proves both', async () => {
    const address = someone();
    const answers = completeAnswers(jointAssessment, { email: address, carerEmail: address });
    const send = createApplications(platform.deps);
    const { application } = await send(platform.deps.councils.known(slug), 'joint-assessment', answers, randomUUID());
    await platform.settle();
    expect(await subjects(address)).toEqual([asking]);
    await confirm(address);

    expect((await subjects(address)).toSorted()).toEqual(
      [
        asking,
        ...[application.reference, application.carerReference].map(
          (one) => `Leicestershire County Council: we have your request (${one})`,
        ),
      ].toSorted(),
    );
  });

  it('is needless where the form was come back to by its link', async () => {
    const address = someone();
    const proof = { at: platform.deps.clock.now(), by: 'link' } as const;
    const send = createApplications(platform.deps, { proved: [{ address: address.toUpperCase(), proof }] });
    const answers = completeAnswers(needsAssessment, { email: address });
    const { application } = await send(platform.deps.councils.known(slug), 'needs-assessment', answers, randomUUID());
    await platform.settle();

    expect(await subjects(address)).toEqual([
      `Leicestershire County Council: we have your request (${application.reference})`,
    ]);
  });

  it('is asked anew of an address that a correction brings, and kept for one that stays', async () => {
    const [mistyped, right] = [someone(), someone()];
    const reference = await apply(mistyped);
    const known = platform.deps.councils.known(slug);
    const correct = (email: string) =>
      createCorrections(platform.deps).correct(
        known,
        'needs-assessment',
        completeAnswers(needsAssessment, { email, conditions: ['physical'] }),
        [caseReference.parse(reference)],
      );
    expect(await correct(right)).toBe(true);
    await confirm(right);
    expect(await correct(right)).toBe(true);

    expect(await subjects(right)).toEqual([
      asking,
      `Leicestershire County Council: we have your request (${reference})`,
    ]);
    expect((await platform.deps.store.personsCase(slug, reference)).person.emailProved).toBeDefined();
    // The link that the mistyped address was sent proves nothing any more.
    expect((await confirm(mistyped)).page.text).toContain('does not match');
  });
});
