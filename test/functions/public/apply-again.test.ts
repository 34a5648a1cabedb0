import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { SubmittedApplication } from '../../../schemas/api.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import type { ApplicationFormId } from '../../../schemas/forms/application-forms.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { helpNow } from '../../../schemas/forms/help-now.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { referral } from '../../../schemas/forms/referral.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { createApplications } from '../../../services/apply/applications.ts';
import { casesToFollow } from '../../../services/follow/case-access.ts';
import { createDraftStore } from '../../../services/store/draft-store.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, signedIn, slug } from '../../support/followed-case.ts';
import { begin } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const forms = {
  'needs-assessment': needsAssessment,
  'carers-assessment': carersAssessment,
  'joint-assessment': jointAssessment,
  referral,
  'help-now': helpNow,
};

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

let people = 0;
const someone = () => {
  people += 1;
  return `again${people}@example.com`;
};

/** Sends a form as whoever is signed in with an address, or as nobody known. */
const send = async (
  form: ApplicationFormId,
  email: string,
  answers: Answers = {},
  { signedInWith, key = randomUUID() }: { signedInWith?: string; key?: string } = {},
): Promise<SubmittedApplication> => {
  const known = signedInWith ? await casesToFollow(platform.deps, slug, signedInWith) : [];
  const applications = createApplications(platform.deps, { known });
  const given = completeAnswers(forms[form], { email, ...answers });
  const { application } = await applications(platform.deps.councils.known(slug), form, given, key);
  await platform.settle();
  return application;
};
const whole = async (reference: string | undefined) => {
  const found = await platform.deps.store.whole(slug, reference as CaseReference);
  if (found === undefined) throw new Error(`No case ${reference}`);
  return found;
};
const close = (reference: string) =>
  platform.client.asStaff('manager', 'POST', `/cases/${reference}/close`, { reason: 'withdrawn' });

describe('whoever applies again and is not signed in', () => {
  it('is a person of their own, with a case of their own, until staff join them', async () => {
    const address = someone();
    const [first, second] = [await send('needs-assessment', address), await send('needs-assessment', address)];

    expect(second.reference).not.toBe(first.reference);
    expect(second.toOpenCase).toBeUndefined();
    expect((await whole(second.reference)).person.id).not.toBe((await whole(first.reference)).person.id);
  });
});

describe('whoever is signed in and applies again', () => {
  it('adds to the open case: a request with its work, and no second case', async () => {
    const address = someone();
    const first = await send('needs-assessment', address);
    const again = await send(
      'needs-assessment',
      address,
      { urgent: ['other'], urgentDetail: 'No heating', phone: '01632 960 555' },
      { signedInWith: address },
    );
    const { case: careCase, person, records, tasks, events } = await whole(first.reference);
    const [request] = records.filter(({ kind }) => kind === 'request');
    const work = tasks.find(({ kind }) => kind === 'look-at-change');

    expect(again).toMatchObject({ reference: first.reference, toOpenCase: true, targetOn: '2026-01-05' });
    expect(request).toMatchObject({ list: 'needs-assessment' });
    expect(work).toMatchObject({
      reason: 'The person has asked for an assessment again while this case is open.',
      dueOn: '2026-01-05',
    });
    expect([person.phone, careCase.journey]).toEqual(['01632 960 555', 1]);
    expect(events.map(({ action }) => action)).toEqual(expect.arrayContaining(['request-received', 'details-changed']));
    expect((await platform.deps.store.casesOf(person)).map((one) => one.careCase.reference)).toEqual([first.reference]);
  });

  it('asks for a review where a plan is in force', async () => {
    const address = someone();
    const reference = await openCase(platform, { email: address });
    await workUpTo(platform, reference, 'check-support');
    await send('needs-assessment', address, {}, { signedInWith: address });

    expect((await whole(reference)).tasks.map(({ kind }) => kind)).toContain('decide-review-request');
  });

  it('is heard again about harm, in work and an alert of its own', async () => {
    const address = someone();
    const first = await send('needs-assessment', address);
    await send('needs-assessment', address, { treatedBadly: 'yes' }, { signedInWith: address });
    const { person, tasks } = await whole(first.reference);

    expect(person.alerts).toEqual([
      { kind: 'harm-disclosed', source: `application ${first.reference}`, on: '2026-01-05' },
    ]);
    expect(tasks.map(({ kind }) => kind)).toContain('look-into-safety');
  });

  it('changes nothing that the person has said where it is a helper, who is known for it', async () => {
    const [address, ada] = [someone(), someone()];
    const helper: Answers = {
      filledInBy: 'helper',
      helperEmail: ada,
      personAgrees: 'yes',
      updatesTo: ['person', 'helper'],
    };
    const first = await send('needs-assessment', address, { ...helper, addressLine1: '12 Sycamore Road' });
    const changed = { ...helper, addressLine1: '1 Helper’s Way', helperPhone: '01632 960 777' };
    const again = await send('needs-assessment', address, changed, { signedInWith: ada });
    const { person, records } = await whole(first.reference);

    expect(again).toMatchObject({ reference: first.reference, toOpenCase: true });
    expect(person.address).toContain('12 Sycamore Road');
    expect(person.helpers).toMatchObject([{ email: ada, phone: '01632 960 777' }]);
    expect(JSON.stringify(records)).toContain('1 Helper’s Way');
  });

  it('opens a new case of the same person once the first is closed', async () => {
    const address = someone();
    const first = await send('needs-assessment', address);
    await close(first.reference);
    const second = await send('needs-assessment', address, {}, { signedInWith: address });

    expect(second.reference).not.toBe(first.reference);
    expect((await whole(second.reference)).person.id).toBe((await whole(first.reference)).person.id);
  });

  it('opens a case for someone else whom they apply for', async () => {
    const address = someone();
    await send('needs-assessment', address);
    const other = await send('needs-assessment', address, { firstName: 'Edith' }, { signedInWith: address });

    expect(other.toOpenCase).toBeUndefined();
  });

  it('is answered the same when the same is sent twice', async () => {
    const address = someone();
    await send('needs-assessment', address);
    const key = randomUUID();
    const once = await send('needs-assessment', address, {}, { signedInWith: address, key });
    const twice = await send('needs-assessment', address, {}, { signedInWith: address, key });

    expect(twice).toEqual(once);
    expect((await whole(once.reference)).tasks.filter(({ kind }) => kind === 'look-at-change')).toHaveLength(1);
  });

  it('opens one case and not two where two forms are sent at the same moment', async () => {
    const address = someone();
    const first = await send('needs-assessment', address);
    await close(first.reference);
    const known = await casesToFollow(platform.deps, slug, address);
    const council = platform.deps.councils.known(slug);
    const both = await Promise.all(
      ['one', 'two'].map((key) =>
        createApplications(platform.deps, { known })(
          council,
          'needs-assessment',
          completeAnswers(needsAssessment, { email: address }),
          `${address} ${key}`,
        ),
      ),
    );

    expect(new Set(both.map(({ application }) => application.reference)).size).toBe(1);
    expect(both.filter(({ application }) => application.toOpenCase)).toHaveLength(1);
  });

  it('has a draft sent into the open case, that cannot be recalled', async () => {
    const address = someone();
    const reference = await openCase(platform, { email: address });
    const browser = await signedIn(platform, address);
    await begin(browser, needsAssessment);
    const [id = ''] = (browser.jar.get('__Host-careway-draft') ?? '').split('.');
    await createDraftStore(platform.deps).update(slug, id, (found) => ({
      ...found,
      answers: completeAnswers(needsAssessment, { email: address }),
    }));
    await platform.platform.clock.forward({ minutes: 20 });
    await browser.open('/leicestershire/draft/check');
    const sent = await browser.press(needsAssessment.send);

    expect(sent.path).toBe('/leicestershire/draft/sent');
    expect(sent.text).toContain(reference);
    expect(sent.text).not.toContain('Change your answers');
    expect((await whole(reference)).records.map(({ kind }) => kind)).toContain('request');
  });
});

describe('a carer', () => {
  const carer = (email: string) => ({ carerEmail: email, carerFirstName: 'Ada', carerLastName: 'Okafor' });

  it('has a case for each person they look after, each known by the joint form', async () => {
    const [person, other, ada] = [someone(), someone(), someone()];
    const first = await send('joint-assessment', person, carer(ada));
    await platform.settle();
    const second = await send('joint-assessment', other, { ...carer(ada), firstName: 'Edith' }, { signedInWith: ada });
    const [one, two] = [await whole(first.carerReference), await whole(second.carerReference)];

    expect(two.case.reference).not.toBe(one.case.reference);
    expect(two.person.id).toBe(one.person.id);
    expect([one.case.caresFor, two.case.caresFor]).toEqual([
      (await whole(first.reference)).person.id,
      (await whole(second.reference)).person.id,
    ]);
  });

  it('has one open case for one person: the joint form sent again goes into both cases that are open', async () => {
    const [person, ada] = [someone(), someone()];
    const first = await send('joint-assessment', person, carer(ada));
    const known = [
      ...(await casesToFollow(platform.deps, slug, person)),
      ...(await casesToFollow(platform.deps, slug, ada)),
    ];
    const answers = completeAnswers(jointAssessment, { email: person, ...carer(ada) });
    const { application } = await createApplications(platform.deps, { known })(
      platform.deps.councils.known(slug),
      'joint-assessment',
      answers,
      randomUUID(),
    );

    expect(application).toMatchObject({ reference: first.reference, carerReference: first.carerReference });
  });

  it('may ask for their own assessment beside needs of their own', async () => {
    const address = someone();
    const needs = await send('needs-assessment', address);
    const own = await send(
      'carers-assessment',
      address,
      { firstName: 'Rose', lastName: 'Okafor', dateOfBirth: '1948-03-02' },
      { signedInWith: address },
    );

    expect(own.toOpenCase).toBeUndefined();
    expect((await whole(own.reference)).person.id).toBe((await whole(needs.reference)).person.id);
  });
});
