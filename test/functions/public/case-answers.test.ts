import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readableDate } from '../../../domain/time/readable-date.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import { caseForms } from '../../../schemas/forms/case-forms.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import type { StaffRole } from '../../../schemas/staff.ts';
import type { Task, TaskKind } from '../../../schemas/task.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { type wholeJourney, workUpTo } from '../../support/case-work.ts';
import { linkTo, openCase, rose, signedIn, slug } from '../../support/followed-case.ts';
import { fieldsOf } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { walkCaseForm } from '../../support/walk-case-form.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

let platform: TestPlatform;
let reference: CaseReference;
let browser: Browser;
afterEach(() => platform.stop());

const at = async (last: (typeof wholeJourney)[number] | undefined, answers = {}) => {
  platform = await startTestPlatform();
  reference = await openCase(platform, answers);
  if (last) await workUpTo(platform, reference, last);
  browser = await signedIn(platform);
};
const go = (part = '') => browser.open(`/${council}/case/${reference}${part}`);
const whole = async () => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error('No case');
  return found;
};
const task = async (kind: TaskKind, status: Task['status'] = 'open') =>
  (await whole()).tasks.findLast((one) => one.kind === kind && one.status === status);
const statesNow = async () =>
  (await platform.platform.stepFunctions.executions({ limit: 100 }))
    .filter(({ name, status }) => name.includes(reference) && status === 'RUNNING')
    .flatMap(({ currentStates }) => currentStates);
const finish = async (role: StaffRole, kind: TaskKind, answers: object) => {
  const found = await platform.client.waitForTask(role, reference, kind);
  await platform.client.complete(role, found, answers);
  await platform.settle();
};
const mailTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

describe('the plan', () => {
  beforeEach(() => at('check-plan'));

  it('is asked about on the overview, and agreeing it moves the journey on (S10, CB15)', async () => {
    const overview = await go();
    expect(overview.text).toContain('Read your plan and tell us if you agree');
    const page = await browser.follow('Read your plan and tell us if you agree');
    expect(await htmlFaults(page.html)).toEqual([]);
    const checked = await walkCaseForm(browser, `/${council}/case/${reference}/plan`, [
      ['answer', 'agreed'],
      ['signature', 'Rose Okafor'],
    ]);
    expect(checked.text).toContain('Yes, I agree');

    const done = await browser.press('Send your answer');
    await platform.settle();

    expect(done.heading).toBe('You have agreed the plan');
    expect(await statesNow()).toEqual(['Set up support']);
    const { case: careCase, records, events } = await whole();
    expect(careCase.stage).toBe('setting-up-support');
    expect(records.find(({ kind }) => kind === 'plan')).toMatchObject({
      state: 'agreed',
      signed: { by: 'Rose Okafor', on: '2026-01-05' },
    });
    expect(events.filter(({ action, actor }) => action === 'task-completed' && actor.kind === 'public')).toHaveLength(
      1,
    );
  });

  it('goes back with the changes that are asked for, and with how the budget is to be held (CB18, CB21, CB26)', async () => {
    await walkCaseForm(browser, `/${council}/case/${reference}/plan`, [
      ['answer', 'changes-asked'],
      ['sentBack[0].part', 'needs'],
      ['sentBack[0].row', '2'],
      ['sentBack[0].why', 'Help with shoes in the evening too.'],
      ['whatChanges', 'A later visit on Sundays.'],
      ['budgetHeld', 'direct-payment'],
    ]);
    await browser.press('Send your answer');
    await platform.settle();

    expect(await statesNow()).toEqual(['Draft the plan']);
    const { records } = await whole();
    expect(records.find(({ kind }) => kind === 'plan')).toMatchObject({
      state: 'changes-requested',
      changesAsked:
        'Needs, number 2: Help with shoes in the evening too.\nA later visit on Sundays. The budget is wanted as a direct payment.',
    });
  });

  it('is not agreed without a signature, and what was chosen stays', async () => {
    const page = await walkCaseForm(browser, `/${council}/case/${reference}/plan`, [['answer', 'agreed']]);

    expect([page.status, page.errors]).toEqual([400, ['Type your full name to sign']]);
    const before = await go('/ask/plan-agreement/pages/answer');
    expect(before.html).toMatch(/value="agreed" checked/);
    expect(await statesNow()).toEqual(['Agree the plan']);
  });

  it('that staff have finished meanwhile is not answered twice', async () => {
    await walkCaseForm(browser, `/${council}/case/${reference}/plan`, [
      ['answer', 'not-agreed'],
      ['whyNot', 'Too little.'],
    ]);
    await finish('key-worker', 'agree-plan', { answer: 'agreed', signature: 'Rose Okafor' });

    expect((await browser.press('Send your answer')).heading).toBe('No plan waits for you');
    expect(await statesNow()).toEqual(['Set up support']);
  });

  it('is not answered by a form without the token of the session', async () => {
    await walkCaseForm(browser, `/${council}/case/${reference}/plan`, [
      ['answer', 'agreed'],
      ['signature', 'Rose Okafor'],
    ]);
    const { path, fields } = browser.sending('Send your answer');
    fields.set('csrf', 'forged');
    const page = await browser.post(path, fields);

    expect(page.status).toBe(403);
    expect((await task('agree-plan'))?.status).toBe('open');
  });
});

describe('a plan, for whoever helps', () => {
  const ada = 'ada.okafor@example.com';

  it('can be read and not agreed, without lawful authority', async () => {
    platform = await startTestPlatform();
    reference = await openCase(platform, {
      filledInBy: 'helper',
      helperEmail: ada,
      updatesTo: ['helper'],
      personAgrees: 'yes',
    });
    await workUpTo(platform, reference, 'check-plan');
    browser = await signedIn(platform, ada);
    const { text, html } = await go('/plan');
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec((await go()).html) ?? [];
    const refused = await browser.post(`/${council}/case/${reference}/ask/plan-agreement/pages/answer`, {
      csrf,
      answer: 'agreed',
    });

    expect(text).toContain('The person has to agree it themselves');
    expect(html).not.toContain('Answer the plan');
    expect(refused.status).toBe(403);
    expect((await task('agree-plan'))?.status).toBe('open');
  });
});

describe('a running case', () => {
  beforeEach(() => at('check-support'));

  const ask = async (form: string, fields: [string, string][]) => {
    return walkCaseForm(browser, `/${council}/case/${reference}/ask/${form}`, [['reportAbuse', 'no'], ...fields]);
  };
  const reviewRequest: [string, string][] = [
    ['reviewReasons', 'needs-changed'],
    ['requestDetail', 'My sight is worse.'],
    ['requestUrgent', 'no'],
  ];

  it('takes a request for a review with its reason, which staff grant: the review comes forward (CB41, CB42, S33, S44)', async () => {
    const page = await ask('review-request', reviewRequest);
    expect(await htmlFaults(page.html)).toEqual([]);
    expect((await browser.press('Send your request')).heading).toBe('We have it');
    expect(await task('decide-review-request')).toMatchObject({ role: 'key-worker' });

    await finish('key-worker', 'decide-review-request', {
      decision: 'review',
      urgency: 'standard',
      reasons: 'Her sight is worse.',
      moneyAffected: 'no',
    });

    const { case: careCase } = await whole();
    expect(careCase.reviewGeneration).toBe(2);
    expect(careCase.nextReview).toMatchObject({ kind: 'early' });
    expect(await mailTo(rose)).toContain(`Leicestershire County Council: we have answered you (${reference})`);
    expect((await go()).text).toContain('Our answer to your request for a review');
  });

  it('refuses a review only in writing, with reasons and how to challenge it (S34, L43)', async () => {
    await ask('review-request', reviewRequest);
    await browser.press('Send your request');
    const open = await platform.client.waitForTask('key-worker', reference, 'decide-review-request');
    const bare = platform.client.asStaff('key-worker', 'POST', `/tasks/${open.id}/complete`, {
      answers: { decision: 'refuse', reasons: 'Nothing that matters to the care has changed.', moneyAffected: 'no' },
    });
    await expect(bare).rejects.toThrow('how to challenge it');
    await finish('key-worker', 'decide-review-request', {
      decision: 'refuse',
      reasons: 'Nothing that matters to the care has changed.',
      howToChallenge: 'Ask us, or complain to Customer Relations.',
      moneyAffected: 'no',
    });

    await go();
    const copy = await browser.follow('Our answer to your request for a review');
    expect(copy.text).toContain('Nothing that matters to the care has changed.');
    expect(copy.text).toContain('Ask us, or complain to Customer Relations.');
    expect((await whole()).case.reviewGeneration).toBe(1);
  });

  it('is one request however often it is sent', async () => {
    await ask('review-request', reviewRequest);
    const { path, fields } = browser.sending('Send your request');
    for (const _ of [1, 2, 3]) expect((await browser.post(path, fields)).heading).toBe('We have it');

    expect((await whole()).tasks.filter(({ kind }) => kind === 'decide-review-request')).toHaveLength(1);
  });

  it('brings a question about a decision to the very worker who made it (L31, CB24, CB40, CB49)', async () => {
    await ask('query', [
      ['decisionAbout', 'eligibility'],
      ['question', 'Why is cooking not counted?'],
      ['disagrees', 'no'],
      ['wantsAdvocate', 'yes'],
    ]);
    await browser.press('Send your question');

    const opened = await task('answer-query');
    expect(opened).toMatchObject({ role: 'assessor', assignee: { id: platform.member('assessor').id } });
    expect(opened?.reason).toContain('independent advocate');
    await finish('assessor', 'answer-query', { answer: 'You told us that you manage it.', decisionStands: 'yes' });
    await go();
    expect((await browser.follow('Our answer to your question')).text).toContain('You told us that you manage it.');
  });

  it('sends a complaint to the complaints manager, due in 3 working days, then answered in 6 months (L32, CB25)', async () => {
    await ask('complaint', [
      ['complaintAbout', 'delay'],
      ['complaintDetail', 'Visits are late.'],
      ['eventOn.day', '5'],
      ['eventOn.month', '1'],
      ['eventOn.year', '2026'],
      ['complaintWants', 'Visits on time.'],
    ]);
    const page = await browser.press('Send your complaint');
    expect(page.text).toContain('Thursday 8 January 2026');
    expect(await task('acknowledge-complaint')).toMatchObject({ role: 'complaints-manager', dueOn: '2026-01-08' });

    await finish('complaints-manager', 'acknowledge-complaint', {
      acknowledgedOn: '2026-01-05',
      talkOffered: 'yes',
      late: 'no',
      handledBy: 'Customer Relations',
    });
    expect(await task('answer-complaint')).toMatchObject({ dueOn: '2026-07-04' });
    await finish('complaints-manager', 'answer-complaint', {
      outcome: 'not-upheld',
      considered: 'We read the records.',
      findings: 'The visits were on time.',
      signedBy: 'The Director',
    });

    await go();
    const copy = await browser.follow('Our answer to your complaint');
    expect(copy.text).toContain('Local Government and Social Care Ombudsman');
    expect(copy.text).toContain('Signed by The Director');
  });

  it.each([
    { changed: 'money', kinds: ['look-at-money'], id: 'S48' },
    { changed: 'needs', kinds: ['look-at-change'], id: 'S47' },
    { changed: 'provider', kinds: ['look-at-change'], id: 'S53' },
  ])('brings news of $changed to who must act on it ($id)', async ({ changed, kinds }) => {
    await ask('change', [
      ['changed', changed],
      ['changeDetail', 'It has changed.'],
      ['changeUrgent', 'no'],
      ['wantsAdvocate', 'no'],
    ]);
    await browser.press('Send this to us');

    const opened = (await whole()).tasks.filter(({ id }) => id.includes('.case.look-at'));
    expect(opened.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('keeps whom the person invites to the review, and tells the key worker (CB35, CB36)', async () => {
    await ask('invitation', [
      ['guests[0].name', 'Ada Okafor'],
      ['guests[0].role', 'Daughter'],
    ]);
    await browser.press('Send this to us');

    expect(await task('look-at-change')).toMatchObject({ role: 'key-worker' });
    const overview = await go();
    const name = /Your list of people for the review of \d+ \w+ \d{4}/.exec(overview.text)?.[0] ?? '';
    expect((await browser.follow(name)).text).toContain('Name: Ada Okafor');
  });

  it('sends nothing for a form with a danger in it, says to call 999, and has it looked into (s.42)', async () => {
    await ask('change', [
      ['changed', 'needs'],
      ['changeDetail', 'He is hitting me.'],
      ['changeUrgent', 'yes'],
      ['wantsAdvocate', 'no'],
    ]);
    await go('/ask/change/pages/start-check?change=yes');
    browser.set([['reportAbuse', 'danger']]);
    const page = await browser.press('Continue');

    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Call 999 now.')]);
    expect((await go('/ask/change/pages/what-changed')).html).toContain('He is hitting me.');
    const { records, tasks } = await whole();
    expect(records.filter(({ kind }) => kind === 'request')).toEqual([]);
    expect(tasks.filter(({ kind }) => kind === 'look-into-safety')).toMatchObject([{ role: 'safeguarding-lead' }]);
  });

  it('keeps what was typed when the hour has passed, and takes it after a new sign-in', async () => {
    await ask('review-request', reviewRequest);
    await go('/ask/review-request/pages/request-reasons?change=yes');
    browser.set([['requestDetail', 'My sight is much worse.']]);
    const { path, fields } = browser.sending('Continue');
    await platform.platform.clock.forward('PT61M');
    const ended = await browser.post(path, fields);
    expect(ended.heading).toBe('Sign in to follow your case');
    expect(ended.text).toContain('What you typed last is kept too');

    const fresh = await signedIn(platform);
    expect(fresh.page.text).toContain('What you have not sent yet');
    const stale = await fresh.post(path, fields);
    expect([stale.status, stale.html]).toEqual([403, expect.stringContaining('My sight is much worse.')]);
    await walkCaseForm(fresh, `/${council}/case/${reference}/ask/review-request`, []);
    expect(fresh.page.text).toContain('My sight is much worse.');
    expect((await fresh.press('Send your request')).heading).toBe('We have it');
    expect((await fresh.open(`/${council}/case/${reference}`)).text).not.toContain('What you have not sent yet');
  });

  it('signs the record of a review once (CB39)', async () => {
    await platform.platform.clock.moveTo(Temporal.Instant.from((await whole()).case.nextReview?.remindAt ?? ''));
    const today = platform.platform.clock.now().toString().slice(0, 10);
    const { personSigns: _, personSignedOn: __, ...review } = staffAnswers(today)['review-plan'];
    await finish('key-worker', 'review-plan', { ...review, personSigning: 'by-themselves' });
    browser = await signedIn(platform);
    const page = await browser.follow(
      `Read and sign the record of your review of ${readableDate(isoDate.parse(today))}`,
    );
    expect(await htmlFaults(page.html)).toEqual([]);
    browser.fill('Sign by typing your full name', 'Rose Okafor');
    const { path, fields } = browser.sending('Sign the review');
    for (const _ of [1, 2]) expect((await browser.post(path, fields)).heading).toBe('You have signed the review');

    expect((await whole()).records.filter(({ kind }) => kind === 'signature')).toHaveLength(1);
    expect((await go()).text).not.toContain('Read and sign the record of your review');
    const signed = await go(`/sign/${path.split('/').at(-1)}`);
    expect([signed.text, signed.html.includes('<input type="text"')]).toEqual([
      expect.stringContaining('It is signed. There is nothing that you need to do.'),
      false,
    ]);
  });
});

describe('contact details', () => {
  beforeEach(() => at(undefined));

  it('are corrected, with how the person wants to be told and in what format', async () => {
    const page = await go('/details');
    expect(await htmlFaults(page.html)).toEqual([]);
    browser.set([
      ['phone', '01632 960 002'],
      ['address', '1 New Street, Leicester'],
      ['contactBy', 'post'],
      ['formats', 'large-print'],
      ['language', 'Gujarati'],
    ]);
    await browser.press('Save');

    expect((await whole()).person).toMatchObject({
      contactBy: 'post',
      formats: ['large-print'],
      language: 'Gujarati',
      phone: '01632 960 002',
      address: '1 New Street, Leicester',
      email: rose,
    });
  });

  it('that ask for post make news a task for staff, with the format, in place of an email', async () => {
    await go('/details');
    browser.set([
      ['contactBy', 'post'],
      ['formats', 'large-print'],
    ]);
    await browser.press('Save');
    await workUpTo(platform, reference, 'decide-eligibility');

    expect(await mailTo(rose)).not.toContain(expect.stringContaining('something to read'));
    // The letter is the news: nobody is asked to write of it besides.
    expect((await task('send-copy'))?.reason).toBe('Asked for: large print, by post.');
    expect(await task('contact-another-way')).toBeUndefined();
  });

  it('take a new email address only once its link was opened, and then sign in with it', async () => {
    const fresh = 'rose.new@example.com';
    await go('/details');
    browser.set([['email', fresh]]);
    const saved = await browser.press('Save');
    expect(saved.text).toContain(`We have sent a link to ${fresh}.`);
    expect((await whole()).person.email).toBe(rose);

    const elsewhere = createBrowser(platform.url);
    await elsewhere.open(await linkTo(platform, fresh, 'confirm-email'));
    elsewhere.set([
      ['dateOfBirth.day', '2'],
      ['dateOfBirth.month', '3'],
      ['dateOfBirth.year', '1948'],
    ]);
    const proved = await elsewhere.press('Use this email address');

    expect(proved.heading).toBe('We use your new email address');
    expect((await whole()).person.email).toBe(fresh);
    expect((await go()).status).toBe(404);
    expect((await signedIn(platform, fresh)).page.heading).toBe('Your case');
  });

  it('have each wrong field named, with everything typed still there', async () => {
    await go('/details');
    browser.set([
      ['postcode', 'nowhere'],
      ['address', 'Typed and kept'],
    ]);
    const page = await browser.press('Save');

    expect(page.status).toBe(400);
    expect(page.errors).toHaveLength(1);
    expect(page.html).toContain('Typed and kept');
  });
});

describe('the financial form', () => {
  it('is asked for while finances are assessed, and its answers are shown to the finance officer', async () => {
    await at('estimate-budget');
    const page = await go('/ask/financial-assessment');
    expect(page.text).not.toContain('Only answer');
    expect((await go()).text).toContain('Tell us about your money');
    expect(page.heading).toBe('Tell us about your money');
    expect(await htmlFaults(page.html)).toEqual([]);
    const form = caseForms.get('financial-assessment');
    if (form === undefined) throw new Error('No form');
    const answers = completeAnswers(form, { setting: 'home', financialChoice: 'full' });
    await walkCaseForm(browser, `/${council}/case/${reference}/ask/financial-assessment`, fieldsOf(form, answers));
    const sent = await browser.press('Send your answers');

    expect(sent.errors).toEqual([]);
    expect(sent.heading).toBe('We have it');
    expect(await task('look-at-money')).toMatchObject({ role: 'finance-officer' });
    expect((await go()).text).not.toMatch(/What we need from you\s+Tell us about your money/);
  });
});
