import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageByPage } from '../../../domain/forms/page-by-page.ts';
import { caseForms } from '../../../schemas/forms/case-forms.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, signedIn, slug } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { sendCaseForm, walkCaseForm } from '../../support/walk-case-form.ts';

let platform: TestPlatform;
let reference: CaseReference;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  await workUpTo(platform, reference, 'check-plan');
  browser = await signedIn(platform);
});
afterAll(() => platform.stop());

const at = (part = '') => `/${council}/case/${reference}${part}`;
const complaint: [string, string][] = [
  ['reportAbuse', 'no'],
  ['complaintAbout', 'delay'],
  ['complaintDetail', 'Visits are late.'],
  ['eventOn.day', '5'],
  ['eventOn.month', '1'],
  ['eventOn.year', '2026'],
  ['complaintWants', 'Visits on time.'],
];
const requests = () => platform.deps.store.records(slug, reference, 'request');

describe('a form that a signed-in person sends', () => {
  it.each([...caseForms.keys()])(
    '%s says nowhere when to answer a question, and asks nobody who they are',
    async (id) => {
      const form = pageByPage(caseForms.get(id) ?? raise());
      const seen = [await browser.open(at(`/ask/${id}`))];
      for (const { pages } of form.sections)
        for (const page of pages) seen.push(await browser.open(at(`/ask/${id}/pages/${page.id}`)));

      for (const { text, html } of seen) {
        expect(text).not.toContain('Only answer');
        for (const name of [
          'fullName',
          'requesterRole',
          'onBehalfOf',
          'aboutWhom',
          'caseReference',
          'dateOfBirth.day',
        ]) {
          expect(html).not.toContain(`name="${name}"`);
        }
      }
    },
  );

  it('is kept as it was typed where it is wrong, and the page that says so has an address of its own', async () => {
    await browser.open(at('/ask/complaint/pages/what-went-wrong'));
    browser.set([['complaintDetail', 'Visits are late.']]);
    const wrong = await browser.press('Continue');
    const again = await browser.open(at('/ask/complaint/pages/what-went-wrong'));

    expect([wrong.status, wrong.path]).toEqual([400, expect.stringMatching(/what-went-wrong\?wrong=yes$/)]);
    expect(wrong.errors).toContain('Select what it is about');
    expect(again.html).toContain('Visits are late.');
    expect(again.errors).toEqual([]);
  });

  it('is left for later and gone on with on another device, and is listed until it is sent', async () => {
    await browser.open(at('/ask/query/pages/question'));
    browser.set([['question', 'Why is cooking not counted?']]);
    const back = await browser.press('Save and come back later');
    await platform.platform.clock.forward('PT2M');
    const phone = await signedIn(platform);
    await phone.follow('Go on with “Ask about a decision”');
    await phone.follow('Go on with it');

    expect(back.text).toContain('What you have not sent yet');
    expect(phone.page.html).toContain('Why is cooking not counted?');
  });

  it('takes what was changed in another window as a question, not as a loss', async () => {
    const [one, other] = [browser.tab(), browser.tab()];
    await one.open(at('/ask/end-support/pages/wish'));
    await other.open(at('/ask/end-support/pages/wish'));
    one.set([['endWhy', 'I am well.']]);
    other.set([['endWhy', 'My daughter helps.']]);
    await one.press('Save and come back later');
    const asked = await other.press('Save and come back later');

    expect(asked.status).toBe(409);
    expect(asked.text).toContain('I am well.');
    expect(asked.html).toContain('My daughter helps.');
  });

  it('is sent once from where its answers are checked, says so by an address of its own, and is called what it is', async () => {
    const before = (await requests()).length;
    const checked = await walkCaseForm(browser, at('/ask/complaint'), complaint);
    expect(checked.html).toMatch(/<dd class="govuk-summary-list__value">\s*Visits are late\./);
    const { path, fields } = browser.sending('Send your complaint');
    const sent = await browser.post(path, fields);
    const again = await browser.post(path, fields);
    const kept = await requests();
    const overview = await browser.open(at());

    expect([sent.path, again.path]).toEqual([at('/ask/complaint/sent'), at('/ask/complaint/sent')]);
    expect(kept).toHaveLength(before + 1);
    expect(kept.at(-1)).toMatchObject({ answers: { onBehalfOf: 'no', complaintDetail: 'Visits are late.' } });
    expect(overview.text).toMatch(/What you asked or told us Your complaint of 5 January 2026/);
    expect(overview.text).not.toContain('Go on with “Make a complaint”');
  });

  it('is not said to be sent where nothing was', async () => {
    expect((await browser.open(at('/ask/review-disagreement/sent'))).path).toBe(at());
  });

  it('that is one page is sent from it, twice by a double press being once', async () => {
    await browser.open(at('/ask/review-disagreement'));
    browser.set([
      ['reviewWrong', 'Sundays are not in it.'],
      ['wantsAdvocate', 'no'],
    ]);
    const { path, fields } = browser.sending('Send this to us');
    const before = (await requests()).length;
    const sent = await browser.post(path, fields);
    const again = await browser.post(path, fields);

    expect([sent.heading, again.heading]).toEqual(['We have it', 'We have it']);
    expect(await requests()).toHaveLength(before + 1);
  });

  it('about a plan answers that plan alone: what was said of an older version does not count for a newer one', async () => {
    await walkCaseForm(browser, at('/plan'), [
      ['answer', 'agreed'],
      ['signature', 'Rose Okafor'],
    ]);
    const { path, fields } = browser.sending('Send your answer');
    const other = await signedIn(platform);
    await sendCaseForm(
      other,
      at('/plan'),
      [
        ['answer', 'changes-asked'],
        ['whatChanges', 'Sundays.'],
        ['budgetHeld', 'as-planned'],
      ],
      'Send your answer',
    );
    await platform.settle();
    await workUpTo(platform, reference, 'check-plan', 'draft-plan');
    const late = await browser.post(path, fields);
    const whole = await platform.deps.store.whole(slug, reference);

    expect(late.heading).not.toBe('You have agreed the plan');
    expect(whole?.tasks.some(({ kind, status }) => kind === 'agree-plan' && status === 'open')).toBe(true);
    expect((await browser.open(at('/ask/plan-agreement/pages/answer'))).html).not.toContain('checked');
  });
});

describe('a form that a helper sends', () => {
  const ada = 'ada.okafor@example.com';

  it('asks if the person agrees, and neither whom it is for nor who sends it; what others began is not theirs to read', async () => {
    const theirs = await openCase(platform, {
      email: 'other.rose@example.com',
      filledInBy: 'helper',
      helperEmail: ada,
      updatesTo: ['helper'],
      personAgrees: 'yes',
    });
    const helper = await signedIn(platform, ada);
    const path = `/${council}/case/${theirs}/ask/complaint`;
    await sendCaseForm(helper, path, [...complaint, ['complaintConsent', 'yes']], 'Send your complaint');
    const [sent] = await platform.deps.store.records(slug, theirs, 'request');

    expect(sent).toMatchObject({ answers: { onBehalfOf: 'yes', complaintConsent: 'yes' } });
    expect(sent?.kind === 'request' && String(sent.answers['complaintFor'])).toMatch(/Okafor/);
    const money = await helper.open(`/${council}/case/${theirs}/ask/financial-assessment`);
    expect([money.status, money.heading]).toEqual([403, 'This form is not yours to sign']);
  });

  it('is closed to whoever is not signed in', async () => {
    const stranger = createBrowser(platform.url);

    expect((await stranger.open(at('/ask/complaint/check'))).path).toBe(`/${council}/case/sign-in`);
  });
});

function raise(): never {
  throw new Error('There is no such form');
}
