import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Form } from '../../schemas/form-language.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { fieldsOf } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let reference: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment), 'key'));
  await platform.settle();
});
afterAll(() => platform.stop());

const form = (id: string): Form => {
  const found = caseForms.get(id);
  if (found === undefined) throw new Error(`There is no form ${id}`);
  return found;
};
const html = { accept: 'text/html' };
const pathOf = (id = '') => `/${council}/staff/cases/${reference}/requests${id && `/${id}`}`;
const send = (id: string, fields: [string, string][]) =>
  platform.send('POST', pathOf(id), {
    as: 'contact-officer',
    body: new URLSearchParams(fields).toString(),
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
  });
const seen = async () =>
  (await platform.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' })).json as {
    tasks: { kind: string }[];
    events: { action: string; actor: { kind: string } }[];
  };

describe('what somebody asks by phone, by letter or in person', () => {
  it('is taken down on the lists that they have online, each with its page', async () => {
    const { text } = await platform.send('GET', pathOf(), { as: 'contact-officer', headers: html });
    const links = [...text.matchAll(/href="([^"]*\/requests\/[\w-]+)"/g)].map(([, href = '']) => href);

    const pages = await Promise.all(
      links.map((href) => platform.send('GET', href, { as: 'contact-officer', headers: html })),
    );

    expect(links.length).toBeGreaterThan(5);
    expect(pages.map(({ status }) => status)).toEqual(links.map(() => 200));
    expect(text).not.toContain('requests/financial-assessment');
  });

  it('becomes the work of whoever must answer, once for a double press, in the name of who wrote it down', async () => {
    const query = form('query');
    const fields: [string, string][] = [...fieldsOf(query, completeAnswers(query)), ['submissionKey', 'one-call']];

    const answers = await Promise.all([send('query', fields), send('query', fields)]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const { tasks, events } = await seen();
    expect(tasks.filter(({ kind }) => kind === 'answer-query')).toHaveLength(1);
    expect(events.find(({ action }) => action === 'request-received')?.actor.kind).toBe('staff');
  });

  it('comes back with what was typed where something is missing', async () => {
    const { status, text } = await send('query', [
      ['question', 'Why <not> me?'],
      ['submissionKey', 'another-call'],
    ]);

    expect(status).toBe(400);
    expect(text).toContain('Select which decision it is about');
    expect(text).toContain('Why &lt;not&gt; me?');
  });

  it('that tells of harm is looked into at once', async () => {
    const change = form('change');
    const answers = completeAnswers(change);
    const [exit] = change.exits;
    const asked = exit && 'question' in exit.when ? exit.when : undefined;
    const danger = asked && 'is' in asked ? { [asked.question]: asked.is[0] ?? '' } : {};

    const { status, text } = await send('change', [
      ...fieldsOf(change, { ...answers, ...danger }),
      ['submissionKey', 'a-third-call'],
    ]);

    expect(status).toBe(400);
    expect(text).toContain('A worry about safety is open now');
    expect((await seen()).tasks.filter(({ kind }) => kind === 'look-into-safety')).toHaveLength(1);
  });
});
