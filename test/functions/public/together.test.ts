import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference, councilSlug } from '../../../schemas/scalars.ts';
import { createApplications } from '../../../services/apply/applications.ts';
import { createCorrections } from '../../../services/apply/corrections.ts';
import { createTogether } from '../../../services/apply/together.ts';
import { copiesOf } from '../../../services/follow/case-copies.ts';
import { heldAbout } from '../../../services/follow/case-export.ts';
import { personMail } from '../../../services/mail/person-mail.ts';
import { createDraftStore } from '../../../services/store/draft-store.ts';
import { personEmail } from '../../../templates/emails/emails.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
const at = '/leicestershire';
let running: TestPlatform;
beforeAll(async () => {
  running = await startTestPlatform();
});
afterAll(() => running.stop());

const rose = 'rose.apart@example.com';
const ada = 'ada.apart@example.com';
const secrets = { person: 'Only when Ada is at the shops', carer: 'Only when Rose is asleep' };
const needs: Answers = {
  email: rose,
  treatedBadly: 'yes',
  safeContact: secrets.person,
  hasCarer: 'yes',
  jointOrSeparate: 'joint',
  talkAlone: 'alone',
};
const carers: Answers = {
  filledInBy: 'me',
  firstName: 'Ada',
  lastName: 'Okafor',
  dateOfBirth: '1975-07-19',
  email: ada,
  treatedBadly: 'prefer-to-talk',
  safeContact: secrets.carer,
  jointOrSeparate: 'joint',
  talkAlone: 'alone',
};

const codeOn = ({ page }: Browser): string => /[\dA-Z]{4}(-[\dA-Z]{4}){3}/.exec(page.html)?.[0] ?? '';
const referenceOn = ({ page }: Browser): CaseReference =>
  caseReference.parse(/[A-Z\d]{3}-[A-Z\d]{4}-[A-Z\d]{3}/.exec(page.html)?.[0]);
const later = (minutes: number) => running.platform.clock.forward({ minutes });
const mailsTo = async (address: string) =>
  (await running.platform.mail.list()).filter(({ to }) => to.includes(address));
const caseOf = (reference: CaseReference) => running.deps.store.knownCase(slug, reference);

/** The radios and boxes that are picked on the page. */
const checkedOn = ({ page }: Browser): string =>
  [...page.html.matchAll(/<input[^>]* checked[^>]*>/g)].map(([input]) => input).join();

const mailOf = async (whose: CaseReference) => {
  const of = await running.deps.store.personsCase(slug, whose);
  const council = running.deps.councils.known(slug);
  return personEmail('application-received', personMail(running.deps, council, of, 'person', of.person)).text;
};
const actionsOf = async (reference: CaseReference) =>
  (await running.deps.store.whole(slug, reference))?.events.map(({ action }) => action);
/** Staff say whether two cases are assessed together. */
const decide = (reference: CaseReference, body: object) =>
  running.send('POST', `${at}/staff/cases/${reference}/together`, { as: 'manager', body });

/** Begins as the one who needs support, and shows the code. */
const beginAsRose = async (): Promise<Browser> => {
  const browser = createBrowser(running.url);
  await browser.open(`${at}/forms/joint-assessment`);
  await browser.open(`${at}/together`);
  await browser.press('I need support: start my part');
  return browser;
};

describe('two people who each fill in a part of their own', () => {
  it('are assessed together once both have sent, and neither page, mail nor copy shows the other’s answers', async () => {
    const first = await beginAsRose();
    const code = codeOn(first);
    first.fill('What is the other person’s email address?', ada);
    await first.press('Send them an email');

    expect(first.page.html).toContain(`We have sent an email to ${ada}`);
    const [invitation, ...others] = await mailsTo(ada);
    expect(others).toEqual([]);
    expect(JSON.stringify(invitation)).not.toMatch(/Rose|Okafor|rose\.apart/);

    await first.open(`${at}/draft`);
    expect(first.page.html).toContain('This is your own part');
    await fillIn(first, needsAssessment, needs);
    await later(30);
    await first.press(needsAssessment.send);
    const reference = referenceOn(first);

    expect(first.page.html).toContain('The other person’s part');
    expect(first.page.html).toContain(code);
    expect((await caseOf(reference)).jointWith).toBeUndefined();

    const second = createBrowser(running.url);
    await second.open(new URL(/http\S+\/together\/\w+/.exec(invitation?.text ?? '')?.[0] ?? '').pathname);
    expect(second.page.html).not.toMatch(/Rose|Okafor|rose\.apart/);
    await second.press('Start my part');
    expect(second.page.html).not.toContain(code);
    await second.open(`${at}/draft/together`);
    expect(second.page.html).not.toMatch(/Rose|Okafor|rose\.apart/);
    expect(codeOn(second)).toBe('');
    await second.open(`${at}/draft`);
    await fillIn(second, carersAssessment, carers);
    expect(second.page.html).not.toContain(secrets.person);
    await later(30);
    await second.press(carersAssessment.send);
    const carerReference = referenceOn(second);
    expect(second.page.html).not.toContain(reference);

    expect(await caseOf(reference)).toMatchObject({ kind: 'needs', jointAsked: carerReference });
    expect(await caseOf(carerReference)).toMatchObject({ kind: 'carer', jointAsked: reference });

    await running.settle();
    for (const [whose, own, other, email] of [
      [reference, secrets.person, secrets.carer, rose],
      [carerReference, secrets.carer, secrets.person, ada],
    ] as const) {
      const whole = await running.deps.store.whole(slug, whose);
      expect(JSON.stringify(whole?.records)).toContain(own);
      expect(JSON.stringify(whole)).not.toContain(other);
      expect(whole?.tasks.map(({ kind }) => kind)).toContain('look-into-safety');
      expect(JSON.stringify(await mailsTo(email))).not.toMatch(/when Ada is|when Rose is/);
      const triage = await running.client.waitForTask('contact-officer', whose, 'triage-request');
      const read = await running.send('GET', `${at}/staff/tasks/${triage.id}`, { as: 'contact-officer' });
      expect(read.text).toContain('They want someone to talk to them alone.');
      expect(read.text).toContain('came with the code of this one. Nothing of either is shown to the other yet.');
      expect(read.text).not.toContain(other);
    }
    // Whoever has the code may be a stranger: nothing follows from it until staff have asked both.
    expect((await caseOf(carerReference)).caresFor).toBeUndefined();
    expect(await mailOf(reference)).not.toContain('carer’s assessment');

    expect((await decide(reference, { decision: 'together', reason: 'Each named the other.' })).status).toBe(200);
    expect((await decide(reference, { decision: 'together', reason: 'Each named the other.' })).status).toBe(200);
    const [person, carer] = [await caseOf(reference), await caseOf(carerReference)];
    expect(person).toMatchObject({ jointWith: carerReference });
    expect(carer).toMatchObject({ jointWith: reference, caresFor: person.personId });
    expect(await mailOf(carerReference)).toContain('Thank you for asking for a carer’s assessment.');
    expect(await mailOf(reference)).toContain('for a care and support assessment and a carer’s assessment.');
    expect(await actionsOf(reference)).toEqual(expect.arrayContaining(['together-asked', 'assessed-together']));
  });

  it('are put beside each other whoever sends first, once, and by the newest code alone', async () => {
    const first = await beginAsRose();
    const old = codeOn(first);
    first.fill('What is the other person’s email address?', 'wrong.person@example.com');
    await first.press('Send them an email');
    first.fill('What is the other person’s email address?', 'right.person@example.com');
    await first.press('Send them an email');
    await first.open(`${at}/draft/together`);
    const code = codeOn(first);

    expect(code).not.toBe(old);

    const take = async (half: 'needs' | 'carer', typed: string, answers: Answers) =>
      caseReference.parse(
        (
          await createApplications(running.deps, { together: { code: typed.replaceAll('-', ''), half } })(
            running.deps.councils.known(slug),
            half === 'needs' ? 'needs-assessment' : 'carers-assessment',
            answers,
            `${typed} ${half} ${String(answers['firstName'])}`,
          )
        ).application.reference,
      );
    const carer = (firstName: string) =>
      completeAnswers(carersAssessment, { ...carers, firstName, email: `${firstName}@example.com` });
    const stranger = await take('carer', old, carer('Stranger'));
    const right = await take('carer', code, carer('Right'));
    const person = await take(
      'needs',
      code,
      completeAnswers(needsAssessment, { ...needs, email: 'first@example.com' }),
    );
    const late = await take('carer', code, carer('Late'));

    expect(await caseOf(person)).toMatchObject({ jointAsked: right });
    expect(await caseOf(right)).toMatchObject({ jointAsked: person });
    expect((await caseOf(stranger)).jointAsked).toBeUndefined();
    expect((await caseOf(late)).jointAsked).toBeUndefined();

    // Whoever sent a part by the code and is not known to the other is taken apart from them, and can be put back.
    const wrong = { decision: 'apart', why: 'wrong-person', reason: 'She knows nobody of that name.' };
    expect((await decide(stranger, wrong)).status).toBe(409);
    await decide(person, { decision: 'together', reason: 'Said so by phone.' });
    expect((await caseOf(right)).caresFor).toBe((await caseOf(person)).personId);
    const unsaid = await decide(person, { decision: 'apart', reason: 'x' });
    expect(unsaid.json.errors).toMatchObject([{ field: 'why' }]);
    expect((await decide(person, wrong)).status).toBe(200);
    expect(await caseOf(person)).toMatchObject({ partedFrom: right });
    expect(await caseOf(right)).toMatchObject({ partedFrom: person });
    expect([(await caseOf(person)).jointWith, (await caseOf(right)).caresFor]).toEqual([undefined, undefined]);
    expect([await actionsOf(person), await actionsOf(right)]).toEqual([
      expect.arrayContaining(['taken-apart']),
      expect.arrayContaining(['taken-apart']),
    ]);
    expect(JSON.stringify((await running.deps.store.whole(slug, right))?.records)).not.toContain(wrong.reason);
    await decide(right, { decision: 'together', reason: 'It was a slip.' });
    expect(await caseOf(person)).toMatchObject({ jointWith: right });

    // Harm that came to light is looked into, on the case in which it was told alone.
    await decide(right, { decision: 'apart', why: 'harm', reason: 'She is afraid of him.' });
    const tasks = async (of: CaseReference) => (await running.deps.store.tasks(slug, of)).map(({ id }) => id);
    expect((await tasks(right)).join()).toContain('look-into-safety-by-hand');
    expect((await tasks(person)).join()).not.toContain('look-into-safety-by-hand');
    expect(JSON.stringify(await running.deps.store.whole(slug, person))).not.toContain('afraid of him');
  });

  it('are put beside each other where both are sent in the same moment', async () => {
    const code = await createTogether(running.deps).open(running.deps.councils.known(slug), 'needs');
    const send = (half: 'needs' | 'carer', answers: Answers) =>
      createApplications(running.deps, { together: { code, half } })(
        running.deps.councils.known(slug),
        half === 'needs' ? 'needs-assessment' : 'carers-assessment',
        answers,
        `${code} ${half}`,
      );
    const [one, other] = await Promise.all([
      send('needs', completeAnswers(needsAssessment, { ...needs, email: 'same@example.com' })),
      send('carer', completeAnswers(carersAssessment, { ...carers, email: 'moment@example.com' })),
    ]);

    const both = [one, other].map(({ application }) => caseReference.parse(application.reference));
    const cases = await Promise.all(both.map(caseOf));
    expect(cases.map(({ jointAsked }) => jointAsked)).toEqual(both.toReversed());
  });

  it('are not joined where one of them says in their own part that they do not want it, which the other is not told', async () => {
    const code = await createTogether(running.deps).open(running.deps.councils.known(slug), 'needs');
    const send = async (half: 'needs' | 'carer', answers: Answers) =>
      caseReference.parse(
        (
          await createApplications(running.deps, { together: { code, half } })(
            running.deps.councils.known(slug),
            half === 'needs' ? 'needs-assessment' : 'carers-assessment',
            answers,
            `${code} ${half}`,
          )
        ).application.reference,
      );
    const person = await send('needs', completeAnswers(needsAssessment, { ...needs, email: 'no.one@example.com' }));
    const carer = await send(
      'carer',
      completeAnswers(carersAssessment, { ...carers, email: 'no.two@example.com', jointOrSeparate: 'separate' }),
    );

    expect([(await caseOf(person)).jointAsked, (await caseOf(carer)).jointAsked]).toEqual([undefined, undefined]);
  });

  it('are taken apart where one corrects their part to be seen separately, before the other comes or after', async () => {
    const council = running.deps.councils.known(slug);
    const code = () => createTogether(running.deps).open(council, 'needs');
    const send = async (typed: string, half: 'needs' | 'carer', email: string) =>
      caseReference.parse(
        (
          await createApplications(running.deps, { together: { code: typed, half } })(
            council,
            half === 'needs' ? 'needs-assessment' : 'carers-assessment',
            half === 'needs'
              ? completeAnswers(needsAssessment, { ...needs, email })
              : completeAnswers(carersAssessment, { ...carers, email }),
            `${typed} ${half}`,
          )
        ).application.reference,
      );
    const separately = (of: CaseReference, email: string) =>
      createCorrections(running.deps).correct(
        council,
        'needs-assessment',
        completeAnswers(needsAssessment, { ...needs, email, jointOrSeparate: 'separate' }),
        [of],
      );
    const [first, second] = [await code(), await code()];
    const person = await send(first, 'needs', 'corrects.one@example.com');
    const carer = await send(first, 'carer', 'corrects.two@example.com');
    expect(await caseOf(carer)).toMatchObject({ jointAsked: person });
    expect(await separately(person, 'corrects.one@example.com')).toBe(true);
    expect([(await caseOf(person)).jointAsked, (await caseOf(carer)).jointAsked]).toEqual([undefined, undefined]);
    expect(await actionsOf(carer)).toContain('taken-apart');
    expect(await mailsTo('corrects.two@example.com')).not.toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/apart|separate/) }),
    );

    const early = await send(second, 'needs', 'corrects.three@example.com');
    expect(await separately(early, 'corrects.three@example.com')).toBe(true);
    const late = await send(second, 'carer', 'corrects.four@example.com');
    expect([(await caseOf(early)).jointAsked, (await caseOf(late)).jointAsked]).toEqual([undefined, undefined]);
  });

  it('reach a part by a code as it is typed, and learn of a wrong one what to do', async () => {
    const first = await beginAsRose();
    const code = codeOn(first);
    const second = createBrowser(running.url);
    await second.open(`${at}/together`);
    await second.press('I have a code');
    expect(second.page.errors.join()).toContain('Enter the code');
    second.fill('What is the code?', ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    await second.press('I have a code');
    expect(second.page.heading).toBe('Start your own part');
    await second.open(`${at}/together/${'0'.repeat(16)}`);
    expect(second.page).toMatchObject({ status: 404, heading: 'This code does not work' });
  });

  it('are mailed no more than a few times a day, whoever invites', async () => {
    const target = 'mailed.often@example.com';
    for (let n = 0; n < 5; n += 1) {
      const browser = await beginAsRose();
      browser.fill('What is the other person’s email address?', target);
      await browser.press('Send them an email');
      await browser.open(`${at}/draft/together`);
      browser.fill('What is the other person’s email address?', target);
      await browser.press('Send them an email');
    }

    expect(await mailsTo(target)).toHaveLength(3);
  });
});

describe('a copy of a joint form', () => {
  it('shows no answer about harm, about being reached or about talking alone, of either half, whoever reads it', async () => {
    const told = {
      treatedBadly: 'yes',
      safeContact: 'Told by the person',
      carerTreatedBadly: 'prefer-to-talk',
      carerSafeContact: 'Told by the carer',
      carerSafeToLeaveMessage: 'no',
      carerTalkAlone: 'alone',
      carerShareWith: ['gp'],
      carerShareLimits: 'Do not tell my brother',
      filledInBy: 'helper',
      updatesTo: ['person', 'helper'],
    };
    const { application } = await createApplications(running.deps)(
      running.deps.councils.known(slug),
      'joint-assessment',
      completeAnswers(jointAssessment, told),
      'a joint form by a helper',
    );
    const council = running.deps.councils.known(slug);
    for (const reference of [application.reference, application.carerReference ?? '']) {
      const whole = await running.deps.store.whole(slug, caseReference.parse(reference));
      const copies = JSON.stringify(copiesOf(council, whole?.records ?? []));
      const held = JSON.stringify(whole && heldAbout(whole, 'helper').records);

      expect(copies).toContain('What you told us');
      expect(copies + held).not.toMatch(
        /Told by|my brother|Safe to leave a message|Alone or with someone|carerSafe|TreatedBadly/,
      );
    }
  });
});

describe('a joint form that two fill in together', () => {
  it('shows on its check page that harm was asked about, and not what either said', async () => {
    const browser = createBrowser(running.url);
    await browser.open(`${at}/forms/joint-assessment`);
    await browser.press('Start now');
    await fillIn(browser, jointAssessment, {
      treatedBadly: 'yes',
      safeContact: 'Told by the person',
      carerTreatedBadly: 'yes',
      carerSafeContact: 'Told by the carer',
    });
    const pages = [browser.page.html];
    for (const part of ['staying-safe', 'carer-staying-safe']) {
      await browser.open(`${at}/draft/check?part=${part}`);
      pages.push(browser.page.html);
    }

    expect(pages.join('')).toContain('Not shown here, so that it stays private.');
    expect(pages.join('')).not.toContain('Told by the');
    expect(pages.join('')).not.toContain('Would rather talk about it');
    await browser.open(`${at}/draft/pages/carer-treated-badly`);
    expect(browser.page.html).toContain('href="/leicestershire/together"');
    await browser.open(`${at}/together`);
    expect(browser.page.html).toContain('this device closes that form');
  });

  it('shows no saved answer on harm on its own page, keeps it where the page is left as it is, and takes another', async () => {
    const jar = new Map<string, string>();
    const browser = createBrowser(running.url, jar);
    await browser.open(`${at}/forms/joint-assessment`);
    await browser.press('Start now');
    const harm = { treatedBadly: 'yes', safeContact: 'When Ada is out', talkAlone: 'alone', safeToLeaveMessage: 'no' };
    await fillIn(browser, jointAssessment, harm);
    const held = async () => {
      const [, id = ''] = /^([\w-]{22})\./.exec(jar.get('__Host-careway-draft') ?? '') ?? [];
      const draft = await createDraftStore(running.deps).read(slug, id);
      return Object.fromEntries(Object.keys(harm).map((one) => [one, draft?.answers[one]]));
    };

    for (const id of ['start-check', 'treated-badly', 'working-together', 'reach']) {
      await browser.open(`${at}/draft/pages/${id}`);
      expect(browser.page.html, id).toContain('The answer is not shown again');
      expect(browser.page.html, id).not.toMatch(/When Ada is out/);
      expect(checkedOn(browser), id).not.toMatch(/treatedBadly|talkAlone|safeTo|reportAbuse/);
      await browser.press('Continue');
      expect(browser.page.errors, id).toEqual([]);
    }
    expect(await held()).toEqual(harm);

    // A page that is not right is shown again without what it holds, and holds it.
    await browser.open(`${at}/draft/pages/treated-badly`);
    browser.set([['safeContact', 'x'.repeat(5000)]]);
    await browser.press('Continue');
    expect(browser.page.errors).not.toEqual([]);
    expect(browser.page.html).not.toMatch(/xxx|When Ada/);
    expect(checkedOn(browser)).toBe('');
    browser.set([
      ['treatedBadly', 'no'],
      ['safeContact', 'Ring Tom'],
    ]);
    await browser.press('Continue');
    expect(await held()).toMatchObject({ treatedBadly: 'no', safeContact: 'Ring Tom' });
  });

  it('tells whoever says that somebody is in danger what to do, and not the other who comes back to it', async () => {
    const browser = createBrowser(running.url);
    await browser.open(`${at}/forms/joint-assessment`);
    await browser.press('Start now');
    await browser.open(`${at}/draft/pages/start-check`);
    browser.set([['reportAbuse', 'yes']]);
    await browser.press('Continue');
    expect(browser.page.heading).toContain('Call our safeguarding team');

    await browser.open(`${at}/draft`);
    expect(browser.page.html).not.toMatch(/\/draft\/stop|Call our safeguarding team/);
    await browser.open(`${at}/draft/stop`);
    expect(browser.page.path).toBe(`${at}/draft`);
    await browser.open(`${at}/draft/pages/start-check`);
    expect(checkedOn(browser)).toBe('');
    expect(browser.page.html).not.toContain('The answer is not shown again');
  });
});
