import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../support/followed-case.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const put = (path: string, body: object, as: 'manager' | 'key-worker' = 'manager') =>
  journeys.send('PUT', `/${slug}/staff${path}`, { as, body });
const hire = async (id: string, name: string) => {
  await put(`/people/${id}`, { name, email: `${id}@leicestershire.example`, roles: ['key-worker'] });
};

describe('the key worker of a case', () => {
  it('is named by the plan at the latest, where triage named nobody, and takes the open work', async () => {
    const reference = await journeys.apply({ email: 'none@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: undefined }], ...toSupport.slice(1, 5));
    const task = await journeys.openTask(reference, 'draft-plan');
    expect(task.assignee).toBeUndefined();
    const refused = journeys.finish(reference, 'draft-plan');

    await expect(refused).rejects.toThrow('Name the key worker');
    await journeys.finish(reference, 'draft-plan', { keyWorkerId: journeys.member('key-worker').id });
    expect((await journeys.case(reference)).keyWorker?.id).toBe(journeys.member('key-worker').id);
    await journeys.work(reference, 'check-plan');
    expect((await journeys.openTask(reference, 'agree-plan')).assignee?.id).toBe(journeys.member('key-worker').id);
  });

  it('is changed with a reason: open work follows, the person is told and sees who it is, and it is in the history', async () => {
    await hire('ann-ford', 'Ann Ford');
    const council = journeys.deps.councils.known(slug);
    const { teams } = council;
    journeys.setCouncil({ teams: { ...teams, 'key-worker': { ...teams['key-worker'], phone: '01632 960 077' } } });
    const reference = await journeys.apply({ email: 'changed@example.com' });
    await journeys.work(reference, ...toSupport);
    const nameless = await put(`/cases/${reference}/key-worker`, { to: 'ann-ford' });
    expect([nameless.status, nameless.json.errors[0].field]).toEqual([400, 'reason']);
    const body = { to: 'ann-ford', reason: 'She asked for somebody who speaks Igbo.' };
    const given = await put(`/cases/${reference}/key-worker`, body);
    await put(`/cases/${reference}/key-worker`, body);

    expect(given.status).toBe(200);
    expect((await journeys.openTask(reference, 'check-support')).assignee?.name).toBe('Ann Ford');
    const mails = (await journeys.platform.mail.list()).filter(
      ({ to, tags }) => to.includes('changed@example.com') && tags['message']?.includes('key-worker'),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('is now Ann Ford.');
    const old = journeys.member('key-worker').id;
    expect(await journeys.events(reference)).toContain(`key-worker-changed ${old} to ann-ford`);
    const notes = await journeys.deps.store.records(slug, reference, 'note');
    expect(notes).toMatchObject([{ content: { text: body.reason } }]);
    // In mails with the phone of the team, where the council gives one, and on the page of the case.
    expect(mails[0]?.text).toContain(`Your ${council.terms.keyWorker} is Ann Ford. Phone 01632 960 077.`);
    journeys.setCouncil({});
    const browser = await signedIn({ ...journeys, url: journeys.deps.siteUrl }, 'changed@example.com');
    await browser.open(`/${slug}/case/${reference}`);
    expect(browser.page.text).toContain(`Your ${council.terms.keyWorker} is Ann Ford`);
  });

  it('is the one name that the person knows: who assesses until there is one, then told by mail and on the page, as staff read it', async () => {
    await hire('dee-cole', 'Dee Cole');
    const reference = await journeys.apply({ email: 'one.name@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: undefined }], ...toSupport.slice(1, 5));
    const assessor = journeys.member('assessor').name;
    const council = journeys.deps.councils.known(slug);
    const people = async () =>
      (await journeys.send('GET', `/${slug}/staff/cases/${reference}/people`, { as: 'manager' })).text;
    const browser = await signedIn({ ...journeys, url: journeys.deps.siteUrl }, 'one.name@example.com');
    await browser.open(`/${slug}/case/${reference}`);
    expect(browser.page.text).toMatch(new RegExp(`Your ${council.terms.worker} is ${assessor} , since \\w+ \\d`));
    expect(await people()).toContain(`Nobody yet. The person is told to ask ${assessor}`);

    await journeys.finish(reference, 'draft-plan', { keyWorkerId: 'dee-cole' });
    await journeys.settle();
    const mails = (await journeys.platform.mail.list()).filter(
      ({ to, tags }) => to.includes('one.name@example.com') && tags['message']?.includes('key-worker'),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/is now Dee Cole\. It is so from \w+ \d+ \w+ \d{4}\. How to reach them/);
    await browser.open(`/${slug}/case/${reference}`);
    expect(browser.page.text).toMatch(new RegExp(`Your ${council.terms.keyWorker} is Dee Cole , since \\w+ \\d`));
    expect(browser.page.text).not.toContain(`is ${assessor}`);
    expect(await people()).toContain('Dee Cole');
    expect(await people()).not.toContain('Nobody yet');
  });

  it('who leaves the directory gives open work back to the team, and gets no more', async () => {
    await hire('bo-lane', 'Bo Lane');
    const reference = await journeys.apply({ email: 'left@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: 'bo-lane' }], ...toSupport.slice(1));
    expect((await journeys.openTask(reference, 'check-support')).assignee?.id).toBe('bo-lane');
    const left = await journeys.send('POST', `/${slug}/staff/people/bo-lane/leave`, {
      as: 'manager',
      body: { left: true },
    });

    expect([left.status, left.json.tasks]).toEqual([200, [`${reference}.assessment-1.check-support`]]);
    expect((await journeys.openTask(reference, 'check-support')).assignee).toBeUndefined();
    expect(await journeys.events(reference)).toContain('task-handed-on assessment-1.check-support');
  });
});
