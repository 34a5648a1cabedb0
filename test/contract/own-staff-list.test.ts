import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { copiesOf } from '../../services/follow/case-copies.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { readableText } from '../templates/page-inputs.ts';

const slug = councilSlug.parse('warwickshire');
const own = 'Which other services of ours does the customer use?';
const html = { accept: 'text/html' };
const triageAnswers = staffAnswers('2026-01-05')['triage-request'];

let platform: TestPlatform;
let reference: string;
let triage: string;
beforeAll(async () => {
  platform = await startTestPlatform({ councils: ['warwickshire'] }, slug);
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment), 'key-1'));
  triage = (await platform.client.waitForTask('contact-officer', reference, 'triage-request')).id;
});
afterAll(() => platform.stop());

const read = async (path: string, as: 'contact-officer' | 'assessor' = 'contact-officer') => {
  const { status, text } = await platform.send('GET', `/${slug}/staff${path}`, { as, headers: html });
  expect(status).toBe(200);
  return readableText(text);
};
const complete = (answers: object) =>
  platform.send('POST', `/${slug}/staff/tasks/${triage}/complete`, { as: 'contact-officer', body: { answers } });

describe('the triage as Warwickshire asks it', () => {
  it('has its words and its question on the page, and leaves one out', async () => {
    const page = await read(`/tasks/${triage}/sections/contact`);

    expect(page).toContain('Who got in touch about the customer?');
    expect(page).not.toContain('Who made contact?');
    expect(page).not.toContain('Who referred the person?');
    expect(page).toContain(own);
  });

  it('takes its question’s answer from the API and refuses what it does not ask, keeps it apart, and shows it to who assesses and in the copy', async () => {
    const refused = await complete({ ...triageAnswers, referrer: 'A nurse' });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json)).toContain('referrer');

    const { status } = await complete({ ...triageAnswers, councilOtherServices: 'A Blue Badge' });
    expect(status).toBe(200);

    const records = (await platform.deps.store.whole(slug, caseReference.parse(reference)))?.records ?? [];
    expect(records.find(({ kind }) => kind === 'work')).toMatchObject({
      added: { councilOtherServices: 'A Blue Badge' },
      overlayVersion: 1,
    });
    const { id } = await platform.client.waitForTask('assessor', reference, 'assess-needs');
    const page = await read(`/tasks/${id}`, 'assessor');
    expect(page).toContain(own);
    expect(page).toContain('A Blue Badge');
    expect(JSON.stringify(copiesOf(platform.deps.councils.known(slug), records))).toContain('A Blue Badge');
  });
});
