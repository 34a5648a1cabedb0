import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseAction, caseActions } from '../../services/casework/case-actions.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let reference: string;
let person: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment), 'key'));
  await platform.settle();
  const { json } = await platform.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' });
  person = json.case.personId;
});
afterAll(() => platform.stop());

const pages = Object.values<CaseAction>(caseActions).map(({ part, about }) => ({ part, about }));
const pathOf = ({ part, about }: (typeof pages)[number]) =>
  `/${council}/staff/${about === undefined ? `cases/${reference}` : `persons/${person}`}/${part}`;
const html = { accept: 'text/html' };
const sendForm = (path: string, fields: Record<string, string>, as: 'manager' | 'key-worker' = 'manager') =>
  platform.send('POST', path, {
    as,
    body: new URLSearchParams(fields).toString(),
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
  });
const eventsOf = async () =>
  (await platform.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' })).json.events;

describe('what may be done with a case by hand', () => {
  it.each(pages)(
    '$part has a page that posts to its own address, or says why it is not possible now',
    async (action) => {
      const { status, text } = await platform.send('GET', pathOf(action), { as: 'manager', headers: html });

      expect(status).toBe(200);
      expect(text).toContain(`Back to the case ${reference}`);
      expect(text).toMatch(/<form method="post" action="[^"]*" novalidate>|govuk-inset-text/);
    },
  );

  it('keeps what was typed where something is missing, with every problem at once', async () => {
    const { status, text } = await sendForm(`/${council}/staff/cases/${reference}/open-work`, {
      reason: 'Shouting <was> heard',
    });

    expect(status).toBe(400);
    expect(text).toContain('There is a problem');
    expect(text).toContain('Select which work');
    expect(text).toContain('Shouting &lt;was&gt; heard');
  });

  it('opens work once for a double press, and says so on the case', async () => {
    const path = `/${council}/staff/cases/${reference}/open-work`;
    const fields = { kind: 'look-into-safety', reason: 'Shouting was heard.', submissionKey: 'one-page' };

    const answers = await Promise.all([sendForm(path, fields), sendForm(path, fields)]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.headers.get('location')).toBe(`/${council}/staff/cases/${reference}?done=work-opened`);
    const opened = (await eventsOf()).filter(
      ({ action, about }: { action: string; about?: string }) =>
        action === 'task-created' && about?.includes('look-into-safety'),
    );
    expect(opened).toHaveLength(1);
  });

  it('says on the page what a rule refuses, and keeps what was typed', async () => {
    const { status, text } = await sendForm(`/${council}/staff/cases/${reference}/review`, {
      askedBy: 'person',
      reason: 'She fell.',
    });

    expect(status).toBe(409);
    expect(text).toContain('There is no plan in force to review.');
  });

  it('offers key workers by name, and gives the case to the one that is chosen', async () => {
    const path = `/${council}/staff/cases/${reference}/key-worker`;
    const { id, name } = platform.member('key-worker');

    const { text } = await platform.send('GET', path, { as: 'manager', headers: html });
    const { status } = await sendForm(path, { to: id, reason: 'They know each other.' });

    expect(text).toContain(name);
    expect(status).toBe(303);
    expect((await eventsOf()).some(({ action }: { action: string }) => action === 'key-worker-changed')).toBe(true);
  });

  it('takes an option from a link, and no words', async () => {
    const path = `/${council}/staff/cases/${reference}/open-work?kind=look-into-safety&reason=Hello`;
    const { text } = await platform.send('GET', path, { as: 'manager', headers: html });

    expect(text).toMatch(/value="look-into-safety" checked/);
    expect(text).not.toContain('Hello');
  });

  it('refuses a role that may not, before anything is read', async () => {
    const { status } = await platform.send('GET', `/${council}/staff/cases/${reference}/close`, {
      as: 'finance-officer',
      headers: html,
    });

    expect(status).toBe(403);
  });
});
