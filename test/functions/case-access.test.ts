import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference, councilSlug } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { recordSearch } from '../../services/access/looks.ts';
import { workUpTo } from '../support/case-work.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { giveDocument } from '../support/uploads.ts';

const slug = councilSlug.parse(council);
let platform: TestPlatform;
let reference: CaseReference;
let personId: string;
let document: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = caseReference.parse((await platform.client.submit(completeAnswers(needsAssessment), 'one')).reference);
  await platform.settle();
  await workUpTo(platform, reference, 'draft-plan');
  ({ personId } = await platform.deps.store.knownCase(slug, reference));
  document = await giveDocument(platform, reference);
});
afterAll(() => platform.stop());

const at = (rest = '') => `/${council}/staff/cases/${reference}${rest}`;
const ask = (as: StaffRole, path: string) => platform.send('GET', path, { as });
const page = (as: StaffRole, path: string) => platform.send('GET', path, { as, headers: { accept: 'text/html' } });
const form = (as: StaffRole, path: string, fields: Record<string, string>) =>
  platform.send('POST', path, {
    as,
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  });
const looks = () => platform.deps.store.looks.of(slug, reference, 100);
const later = (minutes: number) => platform.platform.clock.forward({ minutes });

describe('what a role does not need', () => {
  it('is not in what it reads of a case, and is named', async () => {
    const { json } = await ask('finance-officer', at());

    expect(json.person.lastName).toBe('Okafor');
    expect(json.records.map(({ kind }: { kind: string }) => kind)).not.toContain('application');
    expect(JSON.stringify(json.events)).not.toContain('assess-needs');
    expect(json.withheld).toEqual(expect.arrayContaining(['application', 'assessment', 'decision']));
    expect((await ask('manager', at())).json.withheld).toEqual([]);
  });

  it('leaves whoever assesses what the person pays, and none of what they have', async () => {
    const { json } = await ask('assessor', at());
    const finances = json.records.find(({ work }: { work?: string }) => work === 'assess-finances');

    expect(finances.result.kind).toBe('charge');
    expect(finances.answers).toEqual({});
  });

  it('is refused with where to give a reason; a page leads there, and keeps where one wanted to go', async () => {
    const wanted = at(`/documents/${document}`);
    const refused = await ask('complaints-manager', wanted);
    const led = await page('complaints-manager', wanted);

    expect(refused.json).toMatchObject({ status: 403, code: 'needs-reason', askAt: at('/reason?part=documents') });
    expect(led.status).toBe(303);
    expect(led.headers.get('location')).toBe(`${at('/reason?part=documents')}&to=${encodeURIComponent(wanted)}`);
  });

  it('opens by a reason for an hour: what was typed stays where it is refused, and managers read it', async () => {
    const wanted = at(`/documents/${document}`);
    const asked = await page('complaints-manager', at(`/reason?part=documents&to=${encodeURIComponent(wanted)}`));
    const short = await form('complaints-manager', at('/reason'), { says: 'because', to: wanted });
    const given = await form('complaints-manager', at('/reason'), {
      ...{ kind: 'person-called', says: 'Her daughter asks about the letter.', to: wanted },
    });

    expect(asked.text).toContain('Open for 1 hour');
    expect(asked.text).not.toContain('Okafor');
    expect(short.status).toBe(400);
    expect(short.text).toContain('Select why you need it');
    expect(short.text).toContain('because');
    expect([given.status, given.headers.get('location')]).toEqual([303, `${wanted}?done=reason-given`]);
    expect((await ask('complaints-manager', wanted)).status).toBe(200);
    expect((await ask('complaints-manager', at())).json.withheld).toEqual([]);

    const seen = await page('manager', at('/looks'));
    expect(seen.text).toContain('Her daughter asks about the letter.');
    expect(seen.text).toContain('Overview');
    const wrong = await page('manager', `/${council}/staff/looks?day=rubbish`);
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Enter a day, such as 31/1/2026')]);
    const { json: day } = await ask('manager', `/${council}/staff/looks`);
    expect(day.looks).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ section: 'reason', reference })]),
    );

    await later(61);
    expect((await ask('complaints-manager', wanted)).json.code).toBe('needs-reason');
  });

  it('leads nobody out of the site by the address of a form', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      `/${council}/staff/..//evil`,
      '/coventry/staff/tasks',
    ]) {
      const given = await form('complaints-manager', at('/reason'), {
        ...{ kind: 'other', says: 'It is needed for my work.', to },
      });
      expect(given.headers.get('location')).toBe(`${at()}?done=reason-given`);
    }
    await later(61);
  });
});

describe('who looked', () => {
  it('is told with the section, the work or the lack of it, once in five minutes, and the case keeps its version', async () => {
    await later(61);
    const before = await platform.deps.store.knownCase(slug, reference);
    const count = (await looks()).length;
    for (let time = 0; time < 3; time += 1) await ask('safeguarding-lead', at());
    await ask('key-worker', at());
    const [keyWorker, lead] = await looks();

    expect((await looks()).length - count).toBe(2);
    expect(lead).toMatchObject({ section: 'overview', by: 'role', staff: { role: 'safeguarding-lead' } });
    expect(['task', 'team', 'worker']).toContain(keyWorker?.by);
    expect((await platform.deps.store.knownCase(slug, reference)).version).toBe(before.version);
    await later(6);
    await ask('safeguarding-lead', at());
    expect((await looks()).length - count).toBe(3);
  });

  it('is written of a search for the council and for each case that it showed', async () => {
    const member = platform.member('contact-officer');
    const request = {
      council: platform.deps.councils.known(slug),
      staff: { id: member.id, roles: member.roles },
    };
    await recordSearch(platform.deps, request, { fields: ['name', 'postcode'], shown: [reference] });

    expect((await looks())[0]).toMatchObject({ section: 'search', by: 'search', staff: { id: member.id } });
  });

  it('is written of a person who is opened apart from a case, once for the page and what a program reads', async () => {
    await later(6);
    const { personId } = await platform.deps.store.knownCase(slug, reference);
    const count = (await looks()).length;

    await page('contact-officer', `/${council}/staff/persons/${personId}`);
    await ask('contact-officer', `/${council}/staff/persons/${personId}`);

    const [last] = await looks();
    expect((await looks()).length - count).toBe(1);
    expect(last).toMatchObject({ section: 'person', staff: { role: 'contact-officer' } });
  });

  it('is none of what the person has of their own case', async () => {
    const { json } = await ask('manager', at());

    expect(JSON.stringify(json.events)).not.toContain('"section"');
  });
});

describe('a restricted record', () => {
  const restriction = () => `/${council}/staff/persons/${personId}/restriction`;
  const restrict = (as: StaffRole, to: readonly string[], reviewOn = '2026-06-01') =>
    platform.send('POST', restriction(), { as, body: { to, reason: 'Her son works here.', reviewOn } });
  const named = () => platform.member('key-worker');

  beforeEach(async () => {
    await later(61);
    await restrict('manager', [named().id, platform.member('manager').id]);
  });

  it('is looked at again on a day that is typed as on every page', async () => {
    const fields = { to: platform.member('manager').id, reason: 'Her son works here.', reviewOn: '1/7/2026' };
    const { status } = await form('manager', restriction(), fields);
    const shown = await page('manager', restriction());

    expect(status).toBe(303);
    expect(shown.text).toContain('value="1/7/2026"');
    expect((await ask('manager', restriction())).json.restricted.reviewOn).toBe('2026-07-01');
  });

  it('is refused to others with whom to ask and no name, wherever they look', async () => {
    const tasks = await platform.deps.store.tasks(slug, reference);
    const own = tasks.find(({ role }) => role === 'assessor');
    const places: readonly [StaffRole, string][] = [
      ['assessor', at()],
      ['assessor', at('/timeline')],
      ['assessor', at('/work')],
      ['assessor', at('/answers')],
      ['assessor', at('/documents')],
      ['assessor', at(`/documents/${document}`)],
      ['assessor', at('/copies/application.application')],
      ['assessor', at('/copies/application.application/read')],
      ['assessor', `/${council}/staff/tasks/${own?.id}`],
      ['contact-officer', at()],
      ['finance-officer', at()],
      ['complaints-manager', at()],
    ];
    for (const [role, path] of places) {
      const { status, text } = await ask(role, path);
      const shown = await page(role, path);

      expect([path, status]).toEqual([path, 403]);
      for (const said of [text, shown.text]) {
        expect(said).toContain(named().name);
        expect(said).not.toContain('Okafor');
        expect(said).not.toContain('Her son works here');
      }
    }
  });

  it('is open to the named, and nothing can be done with it by others', async () => {
    expect((await ask('key-worker', at())).status).toBe(200);
    const act = await platform.send('POST', at('/visit'), { as: 'assessor', body: { purpose: 'review' } });
    expect(act.json.code).toBe('restricted');
    const death = await platform.send('POST', `/${council}/staff/persons/${personId}/death`, {
      as: 'contact-officer',
      body: { howKnown: 'A call' },
    });
    expect(death.json.code).toBe('restricted');
  });

  it('is opened by a safeguarding lead with a reason, and the named are told at once without a name', async () => {
    const lead = await page('safeguarding-lead', at());
    expect(lead.headers.get('location')).toContain('/reason');
    expect((await form('assessor', at('/reason'), { kind: 'other', says: 'I would like to see it.' })).status).toBe(
      403,
    );

    const given = await platform.send('POST', at('/reason'), {
      as: 'safeguarding-lead',
      body: { kind: 'urgent-risk', says: 'A neighbour hears shouting at the house.' },
    });
    await platform.settle();

    expect(given.status).toBe(201);
    expect((await ask('safeguarding-lead', at())).json.person.lastName).toBe('Okafor');
    const mails = (await platform.platform.mail.list()).filter(({ subject }) =>
      /a record that few may see/.test(subject),
    );
    expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(
      [named().email, platform.member('manager').email].toSorted(),
    );
    for (const { text, subject } of mails) {
      expect(text).toContain(reference);
      expect(subject + text).not.toMatch(/Okafor|Rose|neighbour/);
    }
    const { json } = await ask('key-worker', at('/looks'));
    expect(json.looks[0].reason ?? json.looks[1].reason).toMatchObject({ says: expect.stringContaining('neighbour') });
  });

  it('has its open work with the named or above them, and more is given with access in the same step', async () => {
    const tasks = (await platform.deps.store.tasks(slug, reference)).filter(({ status }) => status === 'open');
    const allowed = [named().id, platform.member('manager').id];
    expect(tasks.length).toBeGreaterThan(0);
    for (const { assignee } of tasks) expect(allowed).toContain(assignee?.id);

    const task = tasks.find(({ role }) => role === 'key-worker') ?? tasks[0];
    const to = 'ann-ford';
    await platform.deps.store.saveStaff(
      slug,
      { id: to, name: 'Ann Ford', email: 'ann@example.com', roles: [task?.role ?? 'key-worker'] },
      {
        ...{ council: slug, at: platform.deps.clock.now(), id: 'ann', authority: 'a', action: 'staff-saved' },
        actor: { kind: 'platform', name: 'test' },
      },
    );
    const give = (body: object) =>
      platform.send('POST', `/${council}/staff/tasks/${task?.id}/assign`, { as: 'manager', body });

    expect((await give({ to })).json.code).toBe('needs-access');
    expect((await give({ to, givesAccess: true })).status).toBe(200);
    expect((await ask('manager', restriction())).json.restricted.to).toContain(to);

    const version = (await platform.deps.store.tasks(slug, reference)).find(({ id }) => id === task?.id)?.version;
    await platform.deps.store.saveStaff(
      slug,
      { id: 'bo-lee', name: 'Bo Lee', email: 'bo@example.com', roles: [task?.role ?? 'key-worker'] },
      {
        ...{ council: slug, at: platform.deps.clock.now(), id: 'bo', authority: 'a', action: 'staff-saved' },
        actor: { kind: 'platform', name: 'test' },
      },
    );
    const move = (more: object) =>
      platform.send('POST', `/${council}/staff/tasks/reassign`, {
        as: 'manager',
        body: { to: 'bo-lee', reason: 'Ann is away next week.', tasks: [{ id: task?.id, version }], ...more },
      });

    expect((await move({})).json.rows[0]).toMatchObject({ moved: false });
    expect((await move({ givesAccess: true })).json.rows[0]).toMatchObject({ moved: true });
  });

  it('is asked for with a day to look again, and ends', async () => {
    expect((await restrict('manager', [named().id], '2020-01-01')).json.errors[0].field).toBe('reviewOn');
    expect((await restrict('manager', ['nobody'])).json.errors[0].field).toBe('to');
    const shown = await page('manager', restriction());
    expect(shown.text).toContain('It is to be looked at again on');
    const ended = await form('manager', restriction(), { action: 'end', reason: 'He works here no more.', to: 'x' });
    expect(ended.headers.get('location')).toBe(`${restriction()}?done=restriction-ended`);
    expect((await ask('assessor', at())).status).toBe(200);
  });
});
