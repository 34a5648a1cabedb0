import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { mostJoined, type PersonId } from '../../schemas/person.ts';
import { type CaseReference, caseReference } from '../../schemas/scalars.ts';
import { createApplications } from '../../services/apply/applications.ts';
import { casesToFollow } from '../../services/follow/case-access.ts';
import { createContactDetails, detailsOf } from '../../services/follow/contact-details.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { createJoining } from '../../services/work/joining.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, signedIn, slug } from '../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

let people = 0;
const someone = () => {
  people += 1;
  return `joined${people}@example.com`;
};
const whole = async (reference: CaseReference) => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error(`No case ${reference}`);
  return found;
};
const itemOf = async (reference: CaseReference) => (await whole(reference)).case.personId;
const ask = (path: string, body?: unknown, as: 'contact-officer' | 'finance-officer' = 'contact-officer') =>
  platform.send('POST', `/leicestershire/staff${path}`, { as, ...(body !== undefined && { body }) });
const join = (id: PersonId, other: PersonId) => ask(`/persons/${id}/join`, { other });
const part = (id: PersonId, other: PersonId) => ask(`/persons/${id}/part`, { other });
/** The same person, who applied twice: once at each address. */
const twice = async (answers: Answers = {}, others: Answers = {}) => {
  const [address, other] = [someone(), someone()];
  const [first, second] = [
    await openCase(platform, { email: address, ...answers }),
    await openCase(platform, { email: other, ...others }),
  ];
  return { address, other, first, second, leading: await itemOf(first), joining: await itemOf(second) };
};
const prove = async (reference: CaseReference, address: string) =>
  createAddressProofs(platform.deps).bySignIn([await platform.deps.store.personsCase(slug, reference)], address);
/** Changes details as the person who follows a case. */
const changeIn = async (reference: CaseReference, changes: Answers) => {
  const of = await platform.deps.store.personsCase(slug, reference);
  const actor = { kind: 'public', as: 'person' } as const;
  const reader = { ...of, as: 'person', actor, session: {} as never } as const;
  await createContactDetails(platform.deps).change(platform.deps.councils.known(slug), reader, {
    ...detailsOf(of, 'person'),
    ...changes,
  });
};
const minutesLater = () => platform.platform.clock.forward({ minutes: 1 });
const actions = async (reference: CaseReference) => (await whole(reference)).events.map(({ action }) => action);

describe('joining two persons', () => {
  it('makes both cases one person’s, and leaves cases and what each item says alone', async () => {
    const { first, second, leading, joining } = await twice({ phone: '01632 960 001' }, { preferredName: 'Rosie' });
    const before = [await whole(first), await whole(second)].map((one) => one.case);
    const { status, json } = await join(leading, joining);
    const after = [await whole(first), await whole(second)];

    expect(status).toBe(200);
    expect(json.person.items).toEqual([leading, joining]);
    expect(json.cases.map(({ reference }: { reference: string }) => reference).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect(after.map((one) => one.case)).toEqual(before);
    expect(after[1]?.person).toEqual(after[0]?.person);
    expect(after[0]?.person).toMatchObject({ id: leading, phone: '01632 960 001', preferredName: 'Rosie' });
    for (const reference of [first, second]) expect(await actions(reference)).toContain('persons-joined');
  });

  it('lets the work of both go on', async () => {
    const { first, second, leading, joining } = await twice();
    await join(leading, joining);
    await workUpTo(platform, second, 'decide-eligibility');

    expect((await whole(second)).case.stage).toBe('estimated-budget');
    expect((await whole(first)).case.stage).toBe('received');
  });

  it('is done once, however often it is asked', async () => {
    const { first, leading, joining } = await twice();
    await Promise.all([join(leading, joining), join(leading, joining)]);
    const again = await join(joining, leading);

    expect([again.status, again.json.person.items]).toEqual([200, [leading, joining]]);
    expect((await actions(first)).filter((action) => action === 'persons-joined')).toHaveLength(2);
  });

  it('brings along whoever was joined to either', async () => {
    const [one, two] = [await twice(), await twice()];
    await join(one.leading, one.joining);
    await join(two.leading, two.joining);
    const { json } = await join(one.joining, two.joining);

    expect(json.person.items).toEqual([one.leading, one.joining, two.leading, two.joining]);
    expect((await whole(two.second)).person.id).toBe(one.leading);
  });

  it(`is refused beyond ${mostJoined}, and for whom there is not`, async () => {
    const { leading, joining } = await twice();
    const items = [leading, joining];
    while (items.length <= mostJoined) items.push(await itemOf(await openCase(platform, { email: someone() })));
    for (const other of items.slice(1, mostJoined)) await join(leading, other);
    const tooMany = await join(leading, items.at(-1) ?? leading);

    expect([tooMany.status, tooMany.json.code]).toEqual([409, 'too-many-joined']);
    expect((await join(leading, 'A'.repeat(22) as PersonId)).status).toBe(403);
    expect((await ask(`/persons/${leading}/join`, { other: joining }, 'finance-officer')).status).toBe(403);
    const elsewhere = await platform.send('POST', `/coventry/staff/persons/${leading}/join`, {
      as: 'contact-officer',
      body: { other: joining },
    });
    expect(elsewhere.status).toBe(403);
  });

  it('lets whoever has the address follow both cases, and tells at once what was held for the other', async () => {
    const { address, other, first, second, leading, joining } = await twice();
    await prove(first, address);
    await join(leading, joining);
    await platform.settle();
    const browser = await signedIn(platform, address);
    const told = (await platform.platform.mail.list()).filter(({ to }) => to.includes(address));

    expect(browser.page.text).toContain(first);
    expect(browser.page.text).toContain(second);
    expect(told.map(({ subject }) => subject)).toContain(
      `Leicestershire County Council: we have your request (${second})`,
    );
    expect(await casesToFollow(platform.deps, slug, other)).toEqual([]);
  });
});

describe('what is said while two are one', () => {
  it('counts for all cases at once, and stays with whose case it was said in when they are parted', async () => {
    const { first, second, leading, joining } = await twice({ phone: '01632 960 001' }, { phone: '01632 960 002' });
    await join(leading, joining);
    await minutesLater();
    await changeIn(second, { phone: '01632 960 999' });
    await minutesLater();
    await changeIn(first, { postcode: 'LE1 1AA' });
    const together = [(await whole(first)).person, (await whole(second)).person];
    await part(leading, joining);
    const [one, two] = [(await whole(first)).person, (await whole(second)).person];

    for (const person of together) expect(person).toMatchObject({ phone: '01632 960 999', postcode: 'LE1 1AA' });
    expect(one).toMatchObject({ id: leading, phone: '01632 960 001', postcode: 'LE1 1AA' });
    expect(two).toMatchObject({ id: joining, phone: '01632 960 999', postcode: 'LE3 8RA' });
    expect(await actions(first)).toEqual(
      expect.arrayContaining(['persons-joined', 'details-changed', 'persons-parted']),
    );
  });

  it('of a helper’s own number is the helper’s, whose ever case they help with', async () => {
    const ada = someone();
    const helped: Answers = {
      filledInBy: 'helper',
      helperEmail: ada,
      helperPhone: '01632 960 003',
      personAgrees: 'yes',
      updatesTo: ['helper'],
    };
    const { first, second, leading, joining } = await twice(helped, helped);
    await join(leading, joining);
    const of = await platform.deps.store.personsCase(slug, first);
    const reader = { ...of, as: 'helper', actor: { kind: 'public', as: 'helper' }, session: {} as never } as const;
    const helper = of.person.helpers[0];
    await createContactDetails(platform.deps).change(
      platform.deps.councils.known(slug),
      { ...reader, helper },
      { phone: '01632 960 004', email: ada },
    );
    await part(leading, joining);

    for (const reference of [first, second]) {
      expect((await whole(reference)).person.helpers.map(({ phone }) => phone)).toEqual(['01632 960 004']);
    }
  });
});

describe('parting', () => {
  it('gives each back as they were, with whoever was joined to them before', async () => {
    const [one, two] = [await twice(), await twice()];
    const before = (await whole(two.first)).person;
    await join(two.leading, two.joining);
    await join(one.leading, two.leading);
    const { status, json } = await part(one.leading, two.leading);

    expect([status, json.person.items]).toEqual([200, [one.leading]]);
    expect((await whole(two.second)).person.items).toEqual([two.leading, two.joining]);
    await part(two.leading, two.joining);
    expect((await whole(two.first)).person).toEqual(before);
  });

  it('of who was never joined changes nothing', async () => {
    const reference = await openCase(platform, { email: someone() });
    const before = await whole(reference);

    expect((await part(await itemOf(reference), await itemOf(reference))).status).toBe(200);
    expect((await whole(reference)).events).toEqual(before.events);
  });

  it('holds news back again from an address that is only the other’s', async () => {
    const { address, first, second, leading, joining } = await twice();
    await prove(first, address);
    await join(leading, joining);
    await part(leading, joining);
    await platform.settle();
    const triage = (await whole(second)).tasks.find(({ kind }) => kind === 'triage-request');

    expect((await whole(second)).person.emailProved).toBeUndefined();
    expect(triage?.reason).toContain('the address of the person is not confirmed');
  });
});

describe('two open cases about the needs of one person', () => {
  it('are each named in the other’s work, until one is closed as a duplicate, of which nobody is told', async () => {
    const { address, first, second, leading, joining } = await twice();
    await prove(first, address);
    const close = (reference: CaseReference) => ask(`/cases/${reference}/close`, { reason: 'duplicate' });
    const early = await close(second);
    await join(leading, joining);
    const triage = await platform.client.waitForTask('contact-officer', first, 'triage-request');
    const open = async () =>
      (await platform.client.asStaff('contact-officer', 'GET', `/tasks/${triage.id}`)) as {
        otherOpenCases: { reference: string }[];
      };
    const while2 = await open();
    const closed = await close(second);
    await platform.settle();
    const subjects = (await platform.platform.mail.list()).map(({ subject }) => subject);

    expect([early.status, early.json.code]).toEqual([409, 'not-a-duplicate']);
    expect(while2.otherOpenCases).toMatchObject([{ reference: second, kind: 'needs' }]);
    expect(closed.status).toBe(200);
    expect((await open()).otherOpenCases).toEqual([]);
    expect(subjects).not.toContain(`Leicestershire County Council: your request is closed (${second})`);
    expect((await close(first)).json.code).toBe('not-a-duplicate');
  });

  it('take a further application, and no third case is opened, even at one moment and from either side', async () => {
    const { address, first, second, leading, joining } = await twice();
    await prove(first, address);
    await join(leading, joining);
    await ask(`/cases/${second}/close`, { reason: 'withdrawn' });
    await ask(`/cases/${first}/close`, { reason: 'withdrawn' });
    const known = await casesToFollow(platform.deps, slug, address);
    const council = platform.deps.councils.known(slug);
    const sent = await Promise.all(
      known.map((side) =>
        createApplications(platform.deps, { known: [side] })(
          council,
          'needs-assessment',
          completeAnswers(needsAssessment, { email: address }),
          randomUUID(),
        ),
      ),
    );

    expect(known).toHaveLength(2);
    expect(new Set(sent.map(({ application }) => application.reference)).size).toBe(1);
  });
});

describe('a carer’s case', () => {
  const apply = async (email: string, known: Awaited<ReturnType<typeof casesToFollow>> = []) => {
    const answers = completeAnswers(carersAssessment, { email });
    const send = createApplications(platform.deps, { known });
    const { application } = await send(platform.deps.councils.known(slug), 'carers-assessment', answers, randomUUID());
    await platform.settle();
    return caseReference.parse(application.reference);
  };
  const link = (reference: CaseReference, person: PersonId | null) =>
    platform.send('PUT', `/leicestershire/staff/cases/${reference}/cared-for`, { as: 'assessor', body: { person } });

  it('is linked to the person looked after, and from them again', async () => {
    const cared = await itemOf(await openCase(platform, { email: someone() }));
    const reference = await apply(someone());
    const { status, json } = await link(reference, cared);

    expect([status, json.caresFor]).toEqual([200, cared]);
    expect((await whole(reference)).case.caresFor).toBe(cared);
    expect(await actions(reference)).toContain('cared-for-linked');
    expect((await link(reference, null)).json.caresFor).toBeUndefined();
  });

  it('is one for each person: a second open one is refused, and free again once the first ends or is for another', async () => {
    const address = someone();
    const [cared, other] = [
      await itemOf(await openCase(platform, { email: someone() })),
      await itemOf(await openCase(platform, { email: someone() })),
    ];
    const first = await apply(address);
    const second = await apply(address, await casesToFollow(platform.deps, slug, address));
    await link(first, cared);
    const refused = await link(second, cared);

    expect(await itemOf(second)).toBe(await itemOf(first));
    expect([refused.status, refused.json]).toMatchObject([409, { code: 'other-open-case', reference: first }]);
    expect((await link(second, other)).status).toBe(200);
    await link(first, null);
    expect((await link(second, cared)).status).toBe(200);
    await ask(`/cases/${second}/close`, { reason: 'withdrawn' });
    expect((await link(first, cared)).status).toBe(200);
  });

  it('is not linked to the carer, to nobody that is, nor where it is no carer’s', async () => {
    const reference = await apply(someone());
    const needs = await openCase(platform, { email: someone() });

    expect((await link(reference, await itemOf(reference))).status).toBe(400);
    expect((await link(reference, 'A'.repeat(22) as PersonId)).status).toBe(400);
    expect((await link(needs, await itemOf(reference))).json.code).toBe('not-a-carers-case');
  });
});

describe('joining and a change of details at one moment', () => {
  it('are both made, or the change is tried again by whoever makes it', async () => {
    const { first, leading, joining } = await twice();
    const done = await Promise.allSettled([
      createJoining(platform.deps).join(slug, leading, joining, { kind: 'platform', name: 'test' }),
      changeIn(first, { phone: '01632 960 777' }),
    ]);
    const { person } = await whole(first);

    expect(person.items).toEqual([leading, joining]);
    expect(person.phone === '01632 960 777').toBe(done[1].status === 'fulfilled');
  });
});
