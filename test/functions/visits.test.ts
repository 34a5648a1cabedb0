import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import type { Browser } from '../support/browser-client.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, rose, signedIn, slug } from '../support/followed-case.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { walkCaseForm } from '../support/walk-case-form.ts';

let platform: TestPlatform;
let reference: CaseReference;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  await workUpTo(platform, reference, 'triage-request');
  browser = await signedIn(platform);
});
afterAll(() => platform.stop());

const today = () => platform.platform.clock.now().toString().slice(0, 10);
const overview = async () => (await browser.open(`/${council}/case/${reference}`)).text;
const moveTo = async (instant: string) => {
  await platform.platform.clock.moveTo(Temporal.Instant.from(instant));
  await platform.settle();
};
const openVisits = async (): Promise<Task[]> =>
  (await platform.deps.store.tasks(slug, reference)).filter(
    ({ kind, status }) => kind === 'arrange-visit' && status === 'open',
  );
const records = async (answers: object) => {
  const [task] = await openVisits();
  if (task === undefined) throw new Error('No visit is to be arranged');
  const sent = await platform.send('POST', `/${council}/staff/tasks/${task.id}/complete`, {
    as: task.role,
    body: { answers },
  });
  await platform.settle();
  return sent;
};
const arranged = (changes: object = {}) => ({ ...staffAnswers(today())['arrange-visit'], ...changes });
const mails = async () =>
  (await platform.platform.mail.list())
    .filter(({ to }) => to.includes(rose))
    .map(({ subject, text }) => ({ subject: subject.replace(/ \(.*/, '').replace(/^.*: /, ''), text }));

/** The lines of the calendar file of the visit that matter, as staff get it: whose entry it is, how often it changed, when, and whether it stands. */
const inCalendar = async (): Promise<string[]> => {
  const { text, headers } = await platform.send('GET', `/${council}/staff/cases/${reference}/visits/assessment`, {
    as: 'assessor',
  });
  expect(headers.get('content-type')).toContain('text/calendar');
  return text.split('\r\n').filter((line) => /^(METHOD|UID|SEQUENCE|DTSTART|STATUS|SUMMARY)/.test(line));
};
const toWorker = async () =>
  (await platform.platform.mail.list()).filter(({ tags }) => tags['message']?.endsWith('worker'));

describe('a visit', { timeout: 60_000 }, () => {
  it('is arranged by whoever assesses, told to the person, and stands on their page with its place and guests', async () => {
    expect((await openVisits()).map(({ role }) => role)).toEqual(['assessor']);
    expect((await records(arranged({ visitOn: '2026-01-12' }))).status).toBe(200);

    const [mail] = await mails();
    expect(mail?.subject).toBe('a day is arranged');
    expect(mail?.text).toContain('Monday 12 January 2026 at 14:30');
    expect(mail?.text).not.toMatch(/Your home|Ada/);
    const page = await overview();
    expect(page).toContain('Monday 12 January 2026 at 14:30');
    expect(page).toContain('Your home Who comes: Ada Okafor (Your daughter)');
    expect(page).toContain('Put it into your calendar');
    expect(await inCalendar()).toEqual([
      'METHOD:PUBLISH',
      `UID:${reference}-assessment-1@${council}.careway`,
      'SEQUENCE:0',
      'DTSTART:20260112T143000Z',
      `SUMMARY:Assessment: case ${reference}`,
      'STATUS:CONFIRMED',
    ]);
    const theirs = await browser.open(`/${council}/case/${reference}/visits/assessment`);
    expect(theirs.text).toContain(`SUMMARY:Leicestershire County Council (${reference})`);
    expect(theirs.text).not.toMatch(/Rose|Okafor|Your home/);
    expect((await toWorker()).map(({ subject }) => subject)).toEqual([
      `Visit for the assessment (${reference}), Monday 12 January 2026`,
    ]);
  });

  it('is moved when the person asks: the work goes to whoever arranges it, and the person is told', async () => {
    const form = caseForms.get('visit-change');
    if (form === undefined) throw new Error('No such form');
    const answers = { visitFor: 'assessment', visitWish: 'move', visitTimes: 'Any afternoon.' };
    await walkCaseForm(
      browser,
      `/${council}/case/${reference}/ask/visit-change`,
      fieldsOf(form, completeAnswers(form, answers)),
    );
    expect((await browser.press(form.send)).heading).toBe('We have it');
    await platform.settle();
    const [task] = await openVisits();
    expect([task?.role, task?.reason]).toEqual(['assessor', expect.stringContaining('asks to move the visit')]);
    expect(await overview()).toContain('Monday 12 January 2026 at 14:30');

    await records(arranged({ visitOn: '2026-01-13', movedWhy: 'She asked for it.' }));

    const page = await overview();
    expect(page).toContain('Tuesday 13 January 2026 at 14:30');
    expect(page).not.toContain('12 January');
    expect((await mails())[0]?.subject).toBe('a day has changed');
    // The same entry of the calendar, changed once.
    expect((await inCalendar()).slice(1, 4)).toEqual([
      `UID:${reference}-assessment-1@${council}.careway`,
      'SEQUENCE:1',
      'DTSTART:20260113T143000Z',
    ]);
    expect(await toWorker()).toHaveLength(2);
  });

  it('is reminded of the working day before, once, and not of the day that it was moved from', async () => {
    await moveTo('2026-01-12T10:00:00Z');

    const reminders = (await mails()).filter(({ subject }) => subject === 'a day that is coming');
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.text).toContain('Tuesday 13 January 2026 at 14:30');
  });

  it('that did not happen is recorded, arranged again, and no day to come on the page', async () => {
    await moveTo('2026-01-13T16:00:00Z');
    const begin = (as: 'assessor' | 'manager') =>
      platform.send('POST', `/${council}/staff/cases/${reference}/visit`, { as, body: { purpose: 'assessment' } });
    const [one, other] = await Promise.all([begin('assessor'), begin('manager')]);
    expect([one.status, other.status].toSorted()).toEqual([200, 201]);
    expect(one.json.id).toBe(other.json.id);
    const failed = {
      what: 'failed',
      failedOn: '2026-01-13',
      failedWhy: 'no-answer',
      knownSafe: 'not-known',
      failedNext: 'We ring her.',
    };
    expect((await records(failed)).status).toBe(200);

    browser = await signedIn(platform);
    expect(await overview()).not.toContain('at 14:30');
    const open = (await platform.deps.store.tasks(slug, reference)).filter(({ status }) => status === 'open');
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(['arrange-visit', 'assess-needs', 'look-into-safety']);
    expect((await records(failed)).json).toMatchObject({ errors: [{ field: 'otherWays' }] });
    await records({ ...failed, otherWays: 'Through her daughter.' });
    expect((await openVisits()).map(({ role }) => role)).toEqual(['manager']);
  });

  it('is over, and nobody is to arrange it, once the assessment is done', async () => {
    await workUpTo(platform, reference, 'assess-needs', 'assess-needs');

    expect(await openVisits()).toEqual([]);
    const refused = await platform.send('POST', `/${council}/staff/cases/${reference}/visit`, {
      as: 'key-worker',
      body: { purpose: 'review' },
    });
    expect([refused.status, refused.json.code]).toEqual([409, 'nothing-to-visit-for']);
  });

  it('for a review lies on a working day in its window, or says why not', async () => {
    await workUpTo(platform, reference, 'check-support', 'decide-eligibility');
    const { nextReview } = await platform.deps.store.knownCase(slug, reference);
    await moveTo(nextReview?.remindAt ?? '');

    expect((await openVisits()).map(({ role }) => role)).toEqual(['key-worker']);
    expect((await records(arranged({ visitOn: '2026-02-21' }))).json.errors).toEqual([
      { field: 'visitOn', message: expect.stringContaining('Friday 20 February 2026 or Monday 23 February 2026') },
      { field: 'outsideWhy', message: expect.stringContaining('Say why') },
    ]);
    expect((await records(arranged({ visitOn: nextReview?.appointmentOn }))).status).toBe(200);
    expect((await platform.deps.store.knownCase(slug, reference)).visits).toMatchObject([
      { purpose: 'review', on: nextReview?.appointmentOn },
    ]);
  });
});
