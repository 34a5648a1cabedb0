import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { caseForms } from '../../../schemas/forms/case-forms.ts';
import { reviewForAnother } from '../../../schemas/forms/review-for-another.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { openCase, signedIn, slug } from '../../support/followed-case.ts';
import { fieldsOf } from '../../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { teamTasks } from '../../support/team-tasks.ts';
import { walkCaseForm } from '../../support/walk-case-form.ts';

let platform: TestPlatform;
let reference: CaseReference;
let commit: TestPlatform['deps']['store']['commit'];
beforeEach(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  ({ commit } = platform.deps.store);
});
afterEach(() => platform.stop());

/** Every transaction is refused, as DynamoDB refuses one whose items another is writing, until it is given back. */
const refuse = () => Object.assign(platform.deps.store, { commit: async () => false });
const giveBack = () => Object.assign(platform.deps.store, { commit });

const requests = () => platform.deps.store.records(slug, reference, 'request');

describe('a transaction that DynamoDB refuses though nobody sent the same before', () => {
  it('is not told as “We have it”: the complaint is shown again with what was typed, and sending it again is taken once', async () => {
    const form = caseForms.get('complaint');
    if (form === undefined) throw new Error('No complaint form');
    const browser = await signedIn(platform);
    const answers = fieldsOf(form, completeAnswers(form, { complaintDetail: 'Nobody came on Monday.' }));
    await walkCaseForm(browser, `/${council}/case/${reference}/ask/complaint`, answers);

    refuse();
    const refused = await browser.press(form.send);
    giveBack();
    const none = await requests();
    const sent = await browser.press(form.send);

    expect([refused.status, refused.path]).toEqual([409, expect.stringContaining('/ask/complaint/check?again=yes')]);
    expect(refused.html).toContain('Nobody came on Monday.');
    expect(none).toEqual([]);
    expect(sent.heading).toBe('We have it');
    expect(await requests()).toHaveLength(1);
  });

  it('is not told as sent to whoever asks for a review of someone’s plan', async () => {
    const browser = createBrowser(platform.url);
    await browser.open(`/${council}/review-request`);
    const answers = completeAnswers(reviewForAnother, { requestDetail: 'She fell twice.' });
    browser.set(fieldsOf(reviewForAnother, answers));

    refuse();
    const refused = await browser.press(reviewForAnother.send);
    giveBack();
    const sent = await browser.press(reviewForAnother.send);
    const found = await teamTasks(platform.deps.store, slug, 'contact-officer');

    expect(refused.status).toBe(503);
    expect(refused.html).toContain('She fell twice.');
    expect(sent.status).toBe(200);
    expect(found.filter(({ kind }) => kind === 'find-person')).toHaveLength(1);
  });
});
