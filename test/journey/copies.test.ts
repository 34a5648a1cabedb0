import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseReference, caseReference } from '../../schemas/scalars.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const copyTasks = async (reference: CaseReference) =>
  (await journeys.tasks(reference)).filter(({ kind }) => kind === 'send-copy');
const mailTo = async (address: string, about: string) =>
  (await journeys.platform.mail.list()).find(({ to, tags }) => to.includes(address) && tags['message']?.includes(about))
    ?.text;

describe('copies as they were asked for', () => {
  it('L1: Braille and an email address make a Braille task at the decision, and how it was sent is logged', async () => {
    const reference = await journeys.apply({ email: 'braille@example.com', formats: ['braille'] });
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');

    const [task, ...others] = await copyTasks(reference);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ status: 'open', role: 'contact-officer', reason: 'Asked for: Braille.' });
    expect(task?.copies).toEqual(['work.assessment-1.decide-eligibility', 'work.assessment-1.assess-needs']);
    expect(await mailTo('braille@example.com', 'send-decision')).toContain(
      'A copy in the format that you asked for is on its way.',
    );
    await journeys.work(reference, ['send-copy', { inFormat: ['braille'], to: 'Rose Okafor' }]);
    const [sent] = await copyTasks(reference);
    expect(sent?.closed).toMatchObject({ outcome: 'sent', by: { id: journeys.member('contact-officer').id } });
    const records = await journeys.deps.store.records(slug, reference, 'work');
    expect(records.find((record) => record.kind === 'work' && record.work === 'send-copy')).toMatchObject({
      answers: { by: 'post', inFormat: ['braille'], on: '2026-01-05', to: 'Rose Okafor' },
    });
  });

  it('are opened by staff as a file to print, ordinary and in large print, and that is written down', async () => {
    const reference = await journeys.apply({ email: 'print@example.com', formats: ['large-print'] });
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');
    const [task] = await copyTasks(reference);
    const opened = await journeys.send('GET', `/${slug}/staff/tasks/${task?.id}`, { as: 'contact-officer' });

    const [decision] = opened.json.copiesToPrint;
    expect(decision.title).toBe('Our decision');
    for (const address of [decision.pdf, decision.largePrint]) {
      const file = await journeys.send('GET', address, { as: 'contact-officer' });
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    }
    const looks = await journeys.platform.deps.store.looks.of(slug, caseReference.parse(reference), 10);
    expect(looks.filter(({ section }) => section === 'copy')).toMatchObject([
      { about: 'work.assessment-1.decide-eligibility', staff: { id: journeys.member('contact-officer').id } },
    ]);
    const page = await journeys.send('GET', `/${slug}/staff/tasks/${task?.id}`, {
      as: 'contact-officer',
      headers: { accept: 'text/html' },
    });
    expect(page.text).toContain(decision.largePrint);
  });

  it('by post are one task for each, from the decision to the set-up, and the mail says that they come', async () => {
    const reference = await journeys.apply({ email: 'post@example.com', copyBy: 'post' });
    await journeys.work(reference, ...toSupport);

    const tasks = await copyTasks(reference);
    expect(tasks.map(({ copies }) => copies?.[0])).toEqual(
      expect.arrayContaining([
        'work.assessment-1.decide-eligibility',
        'work.assessment-1.estimate-budget',
        'work.assessment-1.assess-finances',
        'plan.assessment-1.draft-plan-1',
        'work.assessment-1.set-up-support',
      ]),
    );
    expect(new Set(tasks.map(({ reason }) => reason))).toEqual(new Set(['Asked for: by post.']));
    expect(await mailTo('post@example.com', 'send-plan')).toContain('A copy is on its way by post.');
  });

  it('are not promised to anybody for whom nobody is asked to send them', async () => {
    const reference = await journeys.apply({ email: 'web@example.com', copyBy: 'account' });
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');

    expect(await copyTasks(reference)).toEqual([]);
    expect(await mailTo('web@example.com', 'send-decision')).not.toMatch(/on its way/);
  });

  it('that could not be sent are asked for again, with the same files', async () => {
    const reference = await journeys.apply({ email: 'again@example.com', language: 'other', otherLanguage: 'Polish' });
    await journeys.work(reference, 'triage-request', 'assess-needs', 'decide-eligibility');
    const [first] = await copyTasks(reference);
    await journeys.work(reference, [
      'send-copy',
      {
        sent: 'no',
        by: undefined,
        inFormat: undefined,
        on: undefined,
        to: undefined,
        whyNot: 'No translator yet.',
        tryOn: '2026-01-08',
      },
    ]);

    expect(first?.reason).toBe('Asked for: Polish.');
    const open = (await copyTasks(reference)).filter(({ status }) => status === 'open');
    expect(open).toMatchObject([{ copies: first?.copies, dueOn: '2026-01-08' }]);
  });
});
