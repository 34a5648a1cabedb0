import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { createClosing } from '../../services/work/closing.ts';
import { workUpTo } from '../support/case-work.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { createStaffSite } from '../support/staff-site.ts';

const good = staffAnswers('2026-01-05');
const complete = 'POST /{council}/staff/tasks/{id}/complete';
const assign = 'POST /{council}/staff/tasks/{id}/assign';
const officer = (id: string) => ({ id, roles: ['contact-officer'] as const });

/** Shared by all tests, each on a case of its own; what moves the clock has a platform of its own. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

let opened = 0;
const open = async (answers: Answers = {}, { client } = platform) => {
  opened += 1;
  const { reference } = await client.submit(completeAnswers(needsAssessment, answers), `key-${opened}`);
  const task = await client.waitForTask('contact-officer', reference, 'triage-request');
  return { reference, names: { id: task.id }, task };
};

const executionsOf = async (reference: string, of = platform) => {
  await of.settle();
  const all = await of.platform.stepFunctions.executions({ limit: 1000 });
  return all.filter(({ name }) => name.includes(reference));
};

describe('completing a task', () => {
  it('answers with the outcome and the new stage, and the journey goes on', async () => {
    const { reference, task } = await open();
    const { status, json } = await platform.send('POST', `/${council}/staff/tasks/${task.id}/complete`, {
      as: 'contact-officer',
      body: { answers: good['triage-request'] },
    });

    expect(status).toBe(200);
    expect(json).toEqual({
      id: task.id,
      kind: 'triage-request',
      outcome: 'assess',
      completedAt: '2026-01-05T10:00:00.000Z',
      stage: 'assessment',
    });
    expect((await executionsOf(reference))[0]?.currentStates).toEqual(['Assess needs']);
    expect((await platform.client.readCase(reference)).tasks.map(({ kind, status }) => `${kind} ${status}`)).toContain(
      'assess-needs open',
    );
  });

  it('is refused the second time with 409, who did it, when and with what outcome, and changes nothing', async () => {
    const { reference, task } = await open();
    const again = (answers: object) =>
      platform.send('POST', `/${council}/staff/tasks/${task.id}/complete`, {
        as: 'contact-officer',
        body: { answers },
      });
    await again(good['triage-request']);
    const before = await platform.client.readCase(reference);

    const { status, json } = await again({
      ...good['triage-request'],
      outcome: 'advice-only',
      adviceGiven: 'Lunch club.',
    });

    expect(status).toBe(409);
    const { name } = platform.member('contact-officer');
    expect(json).toMatchObject({
      code: 'already-done',
      title: 'This task is already done',
      closedBy: name,
      closedAt: '2026-01-05T10:00:00.000Z',
      outcome: 'assess',
    });
    expect(json.detail).toContain(name);
    expect(await platform.client.readCase(reference)).toEqual(before);
  });

  it('is won by exactly one of 10 people at the same moment; the others are told who', async () => {
    const { reference, names } = await open();
    const site = await createStaffSite(platform.deps);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, person) =>
        site(officer(`officer-${person}`), complete, {
          names,
          body: { answers: { ...good['triage-request'], reasons: `What officer ${person} wrote.` } },
        }),
      ),
    );

    const winner = answers.findIndex(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    for (const { status, json } of answers) if (status === 409) expect(json.closedBy).toBe(`officer-${winner}`);
    const { events, records } = await platform.client.readCase(reference);
    expect(events.filter(({ action }) => action === 'task-completed')).toHaveLength(1);
    expect(records.filter(({ kind }) => kind === 'work')).toMatchObject([
      { by: { id: `officer-${winner}` }, answers: { reasons: `What officer ${winner} wrote.` } },
    ]);
  });

  it('loses neither of two different tasks of one case at the same moment', async () => {
    const { reference, names } = await open({ treatedBadly: 'yes' });
    const site = await createStaffSite(platform.deps);
    const both = await Promise.all([
      site(officer('officer'), complete, { names, body: { answers: good['triage-request'] } }),
      site({ id: 'lead', roles: ['safeguarding-lead'] }, complete, {
        names: { id: `${reference}.case.look-into-safety` },
        body: { answers: good['look-into-safety'] },
      }),
    ]);

    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const { case: careCase, events } = await platform.client.readCase(reference);
    expect(careCase.version).toBe(3);
    expect(events.filter(({ action }) => action === 'task-completed')).toHaveLength(2);
  });

  it('is refused with 409 where the case was closed meanwhile, and says that it is no longer needed', async () => {
    const { reference, names } = await open();
    await platform.client.asStaff('manager', 'POST', `/cases/${reference}/close`, { reason: 'withdrawn' });
    const site = await createStaffSite(platform.deps);

    const { status, json } = await site(officer('officer'), complete, {
      names,
      body: { answers: good['triage-request'] },
    });

    expect(status).toBe(409);
    expect(json).toMatchObject({ title: 'This task is no longer needed', outcome: 'case-closed' });
    expect(json.detail).toMatch(/^The platform closed it at 2026-01-05T10:00:00.000Z/);
  });

  it('is refused with 409 to whoever wrote the plan that is checked, and taken from anyone else', async () => {
    const { reference } = await open();
    await workUpTo(platform, reference, 'assess-finances');
    const site = await createStaffSite(platform.deps);
    const author = { id: 'author', roles: ['key-worker', 'manager'] as const };
    const draft = await platform.client.waitForTask('key-worker', reference, 'draft-plan');
    await site(author, complete, { names: { id: draft.id }, body: { answers: good['draft-plan'] } });
    const check = await platform.client.waitForTask('manager', reference, 'check-plan');
    const send = (who: typeof author | { id: string; roles: readonly ['manager'] }) =>
      site(who, complete, { names: { id: check.id }, body: { answers: good['check-plan'] } });

    const [own, other] = [await send(author), await send({ id: 'manager', roles: ['manager'] })];

    expect(own).toMatchObject({ status: 409, json: { code: 'author-cannot-check' } });
    expect(other.status).toBe(200);
  });
});

describe('assigning a task', () => {
  it('lets a contact officer take it without mail to themselves, and shows it as theirs', async () => {
    const { names, reference } = await open();
    const { id, name, email } = platform.member('contact-officer');
    const mails = (await platform.platform.mail.list()).length;
    const { json } = await platform.send('POST', `/${council}/staff/tasks/${names.id}/assign`, {
      as: 'contact-officer',
      body: { to: id },
    });
    const mine = await platform.send('GET', `/${council}/staff/tasks?mine=true`, { as: 'contact-officer' });

    expect(json.assignee).toEqual({ id, name, email });
    expect(mine.json.tasks.map((task: { reference: string }) => task.reference)).toContain(reference);
    expect(await platform.platform.mail.list()).toHaveLength(mails);
  });

  it('lets a manager give it to someone with the role, who gets one mail however often it is sent', async () => {
    const { names } = await open();
    const { id, email } = platform.member('contact-officer');
    const give = () =>
      platform.send('POST', `/${council}/staff/tasks/${names.id}/assign`, { as: 'manager', body: { to: id } });
    const mails = async () => (await platform.platform.mail.list()).filter(({ to }) => to.includes(email)).length;
    const before = await mails();

    const [first, second] = [await give(), await give()];

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await mails()).toBe(before + 1);
  });

  it.each([
    { what: 'nobody in the directory', to: () => 'nobody' },
    { what: 'someone without the role', to: (of: TestPlatform) => of.member('assessor').id },
  ])('refuses $what with 400', async ({ to }) => {
    const { names } = await open();
    const { status, json } = await platform.send('POST', `/${council}/staff/tasks/${names.id}/assign`, {
      as: 'manager',
      body: { to: to(platform) },
    });

    expect(status).toBe(400);
    expect(json.errors).toEqual([{ field: 'to', message: expect.stringMatching(/staff directory/) }]);
  });

  it('refuses a worker who gives it to another, with 403', async () => {
    const { names } = await open();
    const site = await createStaffSite(platform.deps);
    const { status } = await site(officer('other'), assign, {
      names,
      body: { to: platform.member('contact-officer').id },
    });

    expect(status).toBe(403);
  });

  it('refuses a task that is done with 409', async () => {
    const { reference, task } = await open();
    await workUpTo(platform, reference, 'triage-request');
    const { status, json } = await platform.send('POST', `/${council}/staff/tasks/${task.id}/assign`, {
      as: 'manager',
      body: { to: platform.member('contact-officer').id },
    });

    expect(status).toBe(409);
    expect(json.code).toBe('already-done');
  });
});

const close = (reference: string, reason: string) =>
  platform.send('POST', `/${council}/staff/cases/${reference}/close`, { as: 'manager', body: { reason } });

describe('closing a case', () => {
  it.each(['withdrawn', 'moved-away', 'lives-elsewhere', 'support-ended'])(
    'as %s takes its open work back, and its execution ends without failing',
    async (reason) => {
      const { reference } = await open();
      const { status, json } = await close(reference, reason);
      const running = await executionsOf(reference);
      const { case: careCase, tasks } = await platform.client.readCase(reference);

      expect(status).toBe(200);
      expect(json).toMatchObject({ reference, stage: 'closed' });
      expect(careCase.closed).toEqual({ reason, at: '2026-01-05T10:00:00.000Z' });
      expect(tasks.find(({ kind }) => kind === 'triage-request')).toMatchObject({
        status: 'cancelled',
        closed: { outcome: 'case-closed' },
      });
      expect(running.map(({ status }) => status)).toEqual(['SUCCEEDED']);
      expect(platform.errors).toEqual([]);
    },
  );

  it('ends a review cycle that sleeps, when it wakes, without a reminder', async () => {
    const own = await startTestPlatform();
    const { reference } = await open({ email: 'rose.okafor@example.com' }, own);
    await workUpTo(own, reference, 'check-support');
    await createClosing(own.deps)(
      await own.deps.store.knownCase(councilSlug.parse(council), caseReference.parse(reference)),
      'died',
      {
        kind: 'platform',
        name: 'test',
      },
    );
    const toRose = async () =>
      (await own.platform.mail.list()).filter(({ to }) => to.includes('rose.okafor@example.com')).length;
    const mails = await toRose();
    await own.platform.clock.forward('P4W');

    expect((await executionsOf(reference, own)).map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await toRose()).toBe(mails);
    const { case: careCase, records } = await own.client.readCase(reference);
    expect(careCase.nextReview).toBeUndefined();
    expect(records.filter(({ kind }) => kind === 'plan')).toMatchObject([{ state: 'ended' }]);
    await own.stop();
  }, 20_000);

  it('again for the same reason is answered as before; for another with 409 and what happened', async () => {
    const { reference } = await open();
    await close(reference, 'withdrawn');
    const before = await platform.client.readCase(reference);
    const [same, other] = [await close(reference, 'withdrawn'), await close(reference, 'moved-away')];

    expect(same.status).toBe(200);
    expect(other).toMatchObject({ status: 409, json: { code: 'already-closed', outcome: 'withdrawn' } });
    expect(await platform.client.readCase(reference)).toEqual(before);
  });

  it('is refused while a worry about safety is open, and says what to do', async () => {
    const { reference } = await open({ treatedBadly: 'yes' });
    const { status, json } = await close(reference, 'withdrawn');

    expect([status, json.code]).toEqual([409, 'not-yet']);
    expect(json.detail).toContain('Decide the worry about safety first');
    const { case: careCase, tasks } = await platform.client.readCase(reference);
    expect(careCase.closed).toBeUndefined();
    expect(tasks.find(({ kind }) => kind === 'look-into-safety')?.status).toBe('open');
  });
});

describe('bringing a review forward', () => {
  const body = { askedBy: 'carer', reason: 'She fell on the stairs.' };
  const bring = (reference: string, key?: string, sent: object = body) =>
    platform.send('POST', `/${council}/staff/cases/${reference}/review`, {
      as: 'key-worker',
      body: sent,
      headers: key === undefined ? {} : { 'idempotency-key': key },
    });
  const supported = async (of = platform) => {
    const { reference } = await open({}, of);
    await workUpTo(of, reference, 'check-support');
    return reference;
  };
  /** One case for all but those that need a plan whose review was not brought forward. */
  let reference: string;
  beforeAll(async () => {
    reference = await supported();
  });
  const generation = async () => (await platform.client.readCase(reference)).case.reviewGeneration;

  it('plans it within 10 working days, keeps who asked and why, and opens the work at once', async () => {
    const next = (await generation()) + 1;
    const { status, json } = await bring(reference);
    await platform.settle();
    const { case: careCase, tasks, records } = await platform.client.readCase(reference);

    expect(status).toBe(201);
    expect(json).toEqual({ generation: next, dueOn: '2026-01-19' });
    expect(careCase).toMatchObject({ reviewGeneration: next, nextReview: { kind: 'early', dueOn: '2026-01-19' } });
    expect(tasks.find(({ id }) => id.endsWith(`.review-${next}.review-plan`))).toMatchObject({
      status: 'open',
      dueOn: '2026-01-19',
    });
    expect(records.find(({ id }) => id.startsWith('case.review-early-'))).toMatchObject({
      by: { kind: 'staff', role: 'key-worker' },
      content: { text: 'Asked for by the carer. She fell on the stairs.' },
    });
  });

  it('is the same review where it is brought forward again, with the reasons of both', async () => {
    const before = await generation();
    const answers = [await bring(reference, 'a'), await bring(reference, 'b', { ...body, reason: 'She fell again.' })];
    await platform.settle();

    const { tasks, records } = await platform.client.readCase(reference);
    expect(answers.map(({ json }) => json.generation)).toEqual([before, before]);
    expect(tasks.filter(({ kind, status }) => kind === 'review-plan' && status === 'open').map(({ id }) => id)).toEqual(
      [`${reference}.review-${before}.review-plan`],
    );
    expect(records.map((record) => record.kind === 'note' && record.content.text)).toEqual(
      expect.arrayContaining([
        'Asked for by the carer. She fell on the stairs.',
        'Asked for by the carer. She fell again.',
      ]),
    );
  });

  it('gives one generation to 10 at once with one key', async () => {
    const other = await supported();
    const generations = async () => (await platform.client.readCase(other)).case.reviewGeneration;
    const before = await generations();
    const answers = await Promise.all(Array.from({ length: 10 }, () => bring(other, 'key')));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ json }) => json.generation))).toEqual(new Set([before + 1]));
    expect(await generations()).toBe(before + 1);
  });

  it('refuses a key that was used for another request with 409, and takes a key of any length', async () => {
    const before = await generation();
    const key = 'Rose Okafor '.repeat(250);
    const first = await bring(reference, key);
    const second = await bring(reference, key, { ...body, reason: 'Another reason.' });

    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 409, json: { code: 'idempotency-key-reused' } });
    expect(await generation()).toBe(before);
  });

  it('replaces the cycle that waits: its own reminder never comes, and it ends quietly', async () => {
    const own = await startTestPlatform();
    const other = await supported(own);
    await own.client.asStaff('key-worker', 'POST', `/cases/${other}/review`, body);
    await own.platform.clock.forward('P4W');

    const cycles = await executionsOf(other, own);
    expect(cycles.find(({ name }) => name.includes('_review-1_'))?.status).toBe('SUCCEEDED');
    const { tasks } = await own.client.readCase(other);
    expect(tasks.filter(({ kind }) => kind === 'review-plan').map(({ id }) => id)).toEqual([
      `${other}.review-2.review-plan`,
    ]);
    await own.stop();
  }, 20_000);

  it.each([
    { what: 'before there is a plan', prepare: async () => (await open()).reference },
    {
      what: 'after the case is closed',
      prepare: async () => {
        const { reference: closed } = await open();
        await close(closed, 'withdrawn');
        return closed;
      },
    },
  ])('is refused with 409 $what', async ({ prepare }) => {
    const { status, json } = await bring(await prepare());

    expect(status).toBe(409);
    expect(json.code).toBe('no-plan-in-force');
  });
});

describe('the staff directory', () => {
  const people = `/${council}/staff/people`;
  const ann = { name: 'Ann Ford', email: 'ann.ford@example.com', roles: ['assessor', 'contact-officer'] };

  it('takes a new member from a manager, who can then be given work', async () => {
    const { names } = await open();
    const saved = await platform.send('PUT', `${people}/ann-1`, { as: 'manager', body: ann });
    const listed = await platform.send('GET', people, { as: 'assessor' });
    const given = await platform.send('POST', `/${council}/staff/tasks/${names.id}/assign`, {
      as: 'manager',
      body: { to: 'ann-1' },
    });

    expect(saved).toMatchObject({ status: 200, json: { id: 'ann-1', ...ann } });
    expect(listed.json.people).toContainEqual({ id: 'ann-1', version: 1, ...ann });
    expect(given.json.assignee).toEqual({ id: 'ann-1', name: ann.name, email: ann.email });
  });

  it('changes a member: who has lost a role cannot be given its work', async () => {
    const { names } = await open();
    await platform.send('PUT', `${people}/ann-1`, { as: 'manager', body: ann });
    await platform.send('PUT', `${people}/ann-1`, { as: 'manager', body: { ...ann, roles: ['assessor'] } });

    const { status } = await platform.send('POST', `/${council}/staff/tasks/${names.id}/assign`, {
      as: 'manager',
      body: { to: 'ann-1' },
    });

    expect(status).toBe(400);
  });

  it.each([
    { what: 'no role', change: { roles: [] }, field: 'roles' },
    { what: 'a role that there is not', change: { roles: ['boss'] }, field: 'roles[0]' },
    { what: 'no real email', change: { email: 'ann' }, field: 'email' },
    { what: 'a name of spaces', change: { name: '  ' }, field: 'name' },
  ])('refuses $what', async ({ change, field }) => {
    const { status, json } = await platform.send('PUT', `${people}/ann-1`, {
      as: 'manager',
      body: { ...ann, ...change },
    });

    expect(status).toBe(400);
    expect(json.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });
});
