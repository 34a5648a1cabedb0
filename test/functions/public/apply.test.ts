import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactOf } from '../../../domain/journey/persons.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { helpNow } from '../../../schemas/forms/help-now.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { referral } from '../../../schemas/forms/referral.ts';
import { type CaseReference, councilSlug } from '../../../schemas/scalars.ts';
import { casesToFollow } from '../../../services/follow/case-access.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const minutesLater = (minutes: number) => platform.platform.clock.forward({ minutes });
const referencesOn = (text: string) =>
  [...text.matchAll(/\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\b/g)].map(([found]) => found as CaseReference);
const whole = async (reference: CaseReference | undefined) => {
  const found = reference && (await platform.deps.store.whole(slug, reference));
  if (!found) throw new Error(`No case ${reference}`);
  return found;
};

describe('a whole application', () => {
  const journeys = [needsAssessment, carersAssessment, jointAssessment].flatMap((form) => [
    { id: form.id, who: 'oneself', form, overrides: { filledInBy: 'me' } },
    {
      id: form.id,
      who: 'someone else',
      form,
      overrides: { filledInBy: 'helper', helperEmail: 'ada@example.com', updatesTo: ['helper'] },
    },
  ]);

  it.each(journeys)(
    'with $id for $who opens its case',
    async ({ form, overrides, who }) => {
      const browser = createBrowser(platform.url);
      await begin(browser, form);
      const pages = await fillIn(browser, form, overrides);
      await minutesLater(20);

      const sent = await browser.press(form.send);

      expect(pages).toBeGreaterThan(15);
      expect(sent).toMatchObject({ status: 200, path: '/leicestershire/draft/sent' });
      const [reference, carerReference] = referencesOn(sent.text);
      const opened = await whole(reference);
      expect(opened.case).toMatchObject({
        kind: form.id === 'carers-assessment' ? 'carer' : 'needs',
        stage: 'received',
        updatesTo: [who === 'oneself' ? 'person' : 'helper'],
      });
      // What the page says of an email to confirm is what the case knows.
      const of = { careCase: opened.case, person: opened.person };
      const asks = opened.case.updatesTo.some((one) => contactOf(of, one)?.email !== undefined);
      expect(sent.text.includes('Check your email')).toBe(asks);
      expect(contactOf(of, 'helper')?.firstName).toBe(who === 'oneself' ? undefined : 'Ada');
      if (form.id !== 'joint-assessment') expect(carerReference).toBeUndefined();
      else {
        const carers = await whole(carerReference);
        expect(carers.case).toMatchObject({ kind: 'carer', jointWith: reference, caresFor: opened.person.id });
        expect(opened.case).toMatchObject({ jointWith: carerReference });
        expect([opened.person.firstName, carers.person.firstName]).toEqual(['Rose', 'Ada']);
        const [ofPerson, ofCarer] = [opened, carers].map(({ records }) => JSON.stringify(records));
        expect(ofPerson).not.toContain('carerWillingToCare');
        expect(ofCarer).not.toContain('looksAfter');
      }
      await platform.settle();
      expect((await whole(reference)).tasks.map(({ kind, status }) => [kind, status])).toContainEqual([
        'triage-request',
        'open',
      ]);
    },
    60_000,
  );
});

/** Answers a form from its start to the page that says it has come. */
const send = async (form: Form, overrides: Answers) => {
  const browser = createBrowser(platform.url);
  await begin(browser, form);
  await fillIn(browser, form, overrides);
  await minutesLater(20);
  const sent = await browser.press(form.send);
  await platform.settle();
  return { sent, opened: await whole(referencesOn(sent.text)[0]) };
};
const triageOf = ({ tasks }: Awaited<ReturnType<typeof whole>>) => tasks.find(({ kind }) => kind === 'triage-request');

describe('a referral', () => {
  const referrer = { helperEmail: 'nurse@example.com', helperFirstName: 'Kim', updatesTo: ['helper'] };
  const mayFollow = async () => (await casesToFollow(platform.deps, slug, 'nurse@example.com')).length > 0;

  it('opens a needs case with no indication, whose referrer is told and follows it where the person agrees', async () => {
    const { sent, opened } = await send(referral, { ...referrer, personAgrees: 'yes' });

    expect(sent.text).toContain('We tell the person that you have referred them.');
    expect(opened.case).toMatchObject({ kind: 'needs', stage: 'received', updatesTo: ['person', 'helper'] });
    expect(JSON.stringify(opened.records)).not.toContain('"indication"');
    expect(opened.events).toContainEqual(
      expect.objectContaining({ action: 'application-received', authority: 'Care Act 2014 section 9(1)' }),
    );
    expect(triageOf(opened)?.reason).toContain('A referral by a professional. Tell the person of it');
    expect(await mayFollow()).toBe(true);
  });

  it('is looked at though nobody agreed to it, and its referrer cannot follow it', async () => {
    const { sent, opened } = await send(referral, { ...referrer, personAgrees: 'no', helperAuthority: 'none' });

    expect(sent.text).toContain('you cannot follow the case');
    expect(opened.case.updatesTo).toEqual(['person']);
    expect(triageOf(opened)?.reason).toContain('Decide whether to contact the person.');
    expect(await mayFollow()).toBe(false);
    const mails = await platform.platform.mail.list();
    expect(mails.filter(({ to }) => to.includes('nurse@example.com'))).toEqual([]);
  });
});

describe('a call for help', () => {
  it.each([
    { who: 'me', also: {} },
    { who: 'helper', also: { helperFirstName: 'Ada', personAgrees: 'no' } },
  ])('by $who opens an urgent case whose first look is due the same day, and says so', async ({ who, also }) => {
    const { sent, opened } = await send(helpNow, { filledInBy: who, urgent: ['carer-cannot-continue'], ...also });

    expect(opened.case).toMatchObject({ kind: 'needs', urgency: 'urgent' });
    expect(opened.events).toContainEqual(expect.objectContaining({ authority: 'Care Act 2014 section 19(3)' }));
    expect(triageOf(opened)).toMatchObject({
      status: 'open',
      dueOn: '2026-01-05',
      reason: expect.stringContaining('Help is needed now. Ring today.'),
    });
    expect(sent.text).toContain('Someone here reads it by the end of Monday 5 January 2026');
  });
});

describe('the ways to the short forms', () => {
  const linksOn = (html: string) => [...html.matchAll(/<main[\s\S]*?<\/main>/g)].flatMap(([main]) => hrefsIn(main));
  const hrefsIn = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  const short = ['/leicestershire/forms/help-now', '/leicestershire/forms/referral'];

  it.each([{ path: '/leicestershire' }, { path: '/leicestershire/help' }])('stand on $path', async ({ path }) => {
    const browser = createBrowser(platform.url);

    expect(linksOn((await browser.open(path)).html)).toEqual(expect.arrayContaining(short));
  });

  it.each([
    { page: 'who', to: '/leicestershire/forms/referral' },
    { page: 'urgent', to: '/leicestershire/forms/help-now' },
  ])('stand in the needs form, on its page $page', async ({ page, to }) => {
    const browser = createBrowser(platform.url);
    await begin(browser, needsAssessment);

    expect(linksOn((await browser.open(`/leicestershire/draft/pages/${page}`)).html)).toContain(to);
  });

  it('to report harm stand before the question, for whoever asks as part of their job', async () => {
    const browser = createBrowser(platform.url);
    await begin(browser, referral);
    const { html } = await browser.open('/leicestershire/draft/pages/treated-badly');

    expect(html.indexOf('/leicestershire/help#abuse')).toBeGreaterThan(0);
    expect(html.indexOf('/leicestershire/help#abuse')).toBeLessThan(html.indexOf('name="treatedBadly"'));
  });
});
