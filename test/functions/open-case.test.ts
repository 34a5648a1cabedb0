import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const html = { accept: 'text/html' };
const page = (path: string, as: StaffRole = 'contact-officer') =>
  platform.send('GET', `/${slug}/staff${path}`, { as, headers: html });
const post = (path: string, fields: Record<string, string>, as: StaffRole = 'contact-officer') =>
  platform.send('POST', `/${slug}/staff${path}`, {
    as,
    body: new URLSearchParams(fields).toString(),
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
  });
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const referenceIn = (location: string | null) =>
  caseReference.parse(/cases\/([^?]+)/.exec(location ?? '')?.[1] ?? location);
const whole = async (reference: ReturnType<typeof referenceIn>) => {
  const found = await platform.deps.store.whole(slug, reference);
  if (found === undefined) throw new Error(`No case ${reference}`);
  return found;
};
const half = {
  channel: 'phone',
  caller: 'other',
  callerName: 'Mrs Patel next door',
  callerPhone: '01632 960 010',
  agrees: 'no',
  danger: 'danger',
  urgent: 'no-food-heat-or-medicine',
  happening: 'She has fallen and there is no heat.',
  firstName: 'Winnie',
  key: 'half-a-name',
};

describe('a call with half a name and a danger today', () => {
  it('is recorded by one form, once however often it is pressed, and is with the teams at once', async () => {
    const [one, two] = await Promise.all([post('/open', half), post('/open', half)]);
    await platform.settle();
    const reference = referenceIn(one.headers.get('location'));
    const { case: careCase, person, tasks, records } = await whole(reference);
    const mails = await platform.platform.mail.list();

    expect([one.status, two.status]).toEqual([303, 303]);
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
    expect(person).toMatchObject({ firstName: 'Winnie', lastName: '' });
    expect(person.dateOfBirth).toBeUndefined();
    expect(careCase.urgency).toBe('urgent');
    expect(tasks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['triage-request', 'look-into-safety']));
    expect(tasks.every(({ dueOn }) => dueOn <= '2026-01-06')).toBe(true);
    expect(records[0]).toMatchObject({ kind: 'application', taken: { channel: 'phone', receivedOn: '2026-01-05' } });
    expect(mails.some(({ to, subject }) => to.includes('safeguarding') || subject.includes(reference))).toBe(true);
  });

  it('has what is missing as the first thing to ask, on pages that show what is known', async () => {
    const reference = referenceIn((await post('/open', half)).headers.get('location'));
    await platform.settle();
    const triage = (await whole(reference)).tasks.find(({ kind }) => kind === 'triage-request');
    const { json } = await platform.send('GET', `/${slug}/staff/tasks/${triage?.id}`, { as: 'contact-officer' });
    const overview = await page(`/cases/${reference}?done=contact-recorded`);
    const lines = json.beforeYouBegin as { label: string; lines: string[] }[];

    expect(lines.find(({ label }) => label === 'Still to ask')?.lines).toEqual([
      'last name',
      'date of birth',
      'how to reach them',
    ]);
    expect(lines.find(({ label }) => label === 'How it came')?.lines[0]).toContain('By phone');
    expect(overview.status).toBe(200);
    expect(words(overview.text)).toContain('age not known');
  });

  it('is filled up on the person’s page, and they are found by it', async () => {
    const reference = referenceIn((await post('/open', half)).headers.get('location'));
    const { personId } = (await whole(reference)).case;
    const before = await page(`/persons/${personId}`);
    const wrong = await post(`/persons/${personId}/details`, { lastName: 'Achebe', born: 'in spring' });
    const kept = await post(`/persons/${personId}/details`, {
      lastName: 'Achebe',
      born: '2/3/1940',
      phone: '01632 960 011',
    });
    const found = await platform.send('POST', `/${slug}/staff/find`, {
      as: 'assessor',
      body: { words: 'Achebe', born: '2/3/1940' },
    });

    expect(words(before.text)).toContain('Still to ask: last name, date of birth, how to reach them.');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('value="Achebe"');
    expect(kept.status).toBe(303);
    expect(found.json.people[0].cases[0].reference).toBe(reference);
    expect((await whole(reference)).events.some(({ action }) => action === 'details-changed')).toBe(true);
  });

  it('says everything that is wrong beside what was typed', async () => {
    const { status, text } = await post('/open', {
      channel: 'letter',
      receivedOn: '1/2/2027',
      firstName: 'Kay',
      danger: 'no',
    });

    expect(status).toBe(400);
    expect(words(text)).toContain('Select who is calling');
    expect(words(text)).toContain('Enter what is wrong');
    expect(text).toContain('value="Kay"');
    const late = await post('/open', { ...half, channel: 'letter', receivedOn: '1/2/2027', key: 'late' });
    expect(words(late.text)).toContain('must be today or in the past');
  });

  it('is refused to who opens no cases', async () => {
    expect((await post('/open', half, 'finance-officer')).status).toBe(403);
  });
});

describe('a letter', () => {
  it('counts from the day on which it came, and whom we may know is offered first', async () => {
    const known = await openCase(platform, {
      firstName: 'Patrick',
      lastName: 'O’Brien',
      dateOfBirth: '1948-04-03',
      email: 'pat@example.com',
      hasPreferredName: 'no',
    });
    const { personId, reference } = await platform.deps.store.knownCase(slug, known);
    const letter = {
      ...half,
      channel: 'letter',
      receivedOn: '2/1/2026',
      danger: 'no',
      firstName: 'Patrick',
      lastName: "O'Brian",
      born: '4/3/1948',
      key: 'letter',
    };
    const offered = await post('/open', letter);
    await platform.settle();
    const triage = (await whole(known)).tasks.find(({ kind }) => kind === 'triage-request');
    const theirs = await post('/open', { ...letter, person: personId });
    const apart = await post('/open', { ...letter, person: 'new', key: 'another' });

    expect(offered.status).toBe(400);
    expect(words(offered.text)).toContain('Select whether it is one of the people below');
    expect(words(offered.text)).toContain('Patrick O&#39;Brien, born 3 Apr 1948');
    expect(theirs.headers.get('location')).toContain(reference);
    const other = await whole(referenceIn(apart.headers.get('location')));
    expect(other.case.personId).not.toBe(personId);
    expect(other.records[0]).toMatchObject({ taken: { channel: 'letter', receivedOn: '2026-01-02' } });
    const asked = (await whole(known)).records.find(({ kind }) => kind === 'request');
    expect(asked).toMatchObject({ taken: { channel: 'letter' } });
    const { json } = await platform.send('GET', `/${slug}/staff/tasks/${triage?.id}`, { as: 'contact-officer' });
    const line = (json.beforeYouBegin as { label: string; lines: string[] }[]).find(
      ({ label }) => label === 'May be known already',
    );
    expect(line?.lines[0]).toContain("Patrick O'Brian, born 4 Mar 1948");
  });
});

describe('the page on which a case is opened', () => {
  it('carries what was looked for', async () => {
    const sent = await post('/find', { words: 'Nobody Known', born: '4/3/1948' });
    const search = /find\/([\w-]+)/.exec(sent.headers.get('location') ?? '')?.[1];
    const found = await page(`/find/${search}`);
    const { text } = await page(`/open?search=${search}`);

    expect(found.text).toContain(`/staff/open?search=${search}`);
    for (const value of ['Nobody', 'Known', '4/3/1948']) expect(text).toContain(`value="${value}"`);
  });
});
