import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { PersonId } from '../../schemas/person.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { knownAs } from '../support/found-people.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let patrick: CaseReference;
let again: CaseReference;
beforeAll(async () => {
  platform = await startTestPlatform();
  const born = { firstName: 'Patrick', lastName: 'O’Brien', dateOfBirth: '1948-04-03', hasPreferredName: 'no' };
  patrick = await openCase(platform, { ...born, email: 'pat@example.com', phone: '01632 960 001' });
  again = await openCase(platform, {
    ...born,
    firstName: 'Pat',
    lastName: "O'Brian",
    dateOfBirth: '1948-03-04',
    email: 'pat2@example.com',
    phone: '01632 960 002',
  });
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
const words = (text: string) =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#39;', "'");
/** Where a search that was sent leads to. */
const search = async (fields: Record<string, string>, as?: StaffRole) => {
  const sent = await post('/find', fields, as);
  return { status: sent.status, at: (sent.headers.get('location') ?? '').replace(`/${slug}/staff`, '') };
};
const personOf = async (reference: CaseReference): Promise<PersonId> =>
  (await platform.deps.store.knownCase(slug, reference)).personId;

describe('the page on which a person is found', () => {
  it('finds “O’Brian”, born 3/4 for 4/3, and says how the date fits, with nothing of it in the address', async () => {
    const { status, at } = await search({ words: "O'Brian", born: '4/3/48' });
    const { text } = await page(at);

    expect(status).toBe(303);
    expect(at).toMatch(/^\/find\/[\w-]{22}$/);
    expect(words(text)).toContain("2 people for ‘O'Brian, born 4/3/48’");
    expect(words(text)).toContain('3 Apr 1948, aged 77 day and month the other way round');
    expect(text).toContain(`/staff/cases/${patrick}`);
    expect(/<title>([^<]*)/.exec(text)?.[1]?.trim()).toMatch(/^Find a person - /);
  });

  it('shows the same again when one goes back to it, to whoever made it and to nobody else', async () => {
    const { at } = await search({ words: 'Patrick' });

    expect(words((await page(at)).text)).toContain('2 people for ‘Patrick’');
    expect(words((await page(at)).text)).toContain('2 people for ‘Patrick’');
    expect(words((await page(at, 'manager')).text)).toContain('This search is not kept any more');
  });

  it('says what is wrong beside what was typed', async () => {
    const { status, text } = await post('/find', { words: 'Smith', born: 'the 40th' });

    expect(status).toBe(400);
    expect(words(text)).toContain('Enter the date of birth as day, month and year');
    expect(text).toContain('value="Smith"');
    expect((await post('/find', { words: ' ' })).status).toBe(400);
  });

  it('leads from a reference to its case, however it is typed', async () => {
    const typed = patrick.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');

    expect((await search({ words: typed })).at).toBe(`/cases/${patrick}`);
  });

  it('advises where nobody is found', async () => {
    const { at } = await search({ words: 'Quixote' });
    const { text } = await page(at);

    expect(words(text)).toContain('Nobody for ‘Quixote’');
    expect(words(text)).toContain('another spelling');
  });

  it('answers a program with the same', async () => {
    const found = await platform.send('POST', `/${slug}/staff/find`, {
      as: 'assessor',
      body: { words: 'OBrien', born: '3 April 1948' },
    });

    expect(found.status).toBe(200);
    expect(found.json.people[0]).toMatchObject({ name: "Patrick O'Brien", age: 77, birth: 'same' });
    expect(found.json.people[0].cases[0]).toMatchObject({ reference: patrick, stage: 'received' });
  });
});

describe('a restricted record', () => {
  it('is found with its reference and whom to ask, and without a name; its own page is refused', async () => {
    const reference = await openCase(platform, { firstName: 'Winifred', lastName: 'Secrett', email: 'w@example.com' });
    const id = await personOf(reference);
    const before = await platform.deps.store.persons.item(slug, id);
    if (before === undefined) throw new Error('Not stored');
    const { id: manager, name } = platform.member('manager');
    const at = platform.deps.clock.now();
    const restricted = { to: [manager], reason: 'A colleague', by: manager, at, reviewOn: londonDate(at) };
    await knownAs(platform.deps, { ...before, version: before.version + 1, restricted });
    const { at: found } = await search({ words: 'Secrett' });
    const { text } = await page(found);
    const own = await page(`/persons/${id}`);

    expect(words(text)).toContain(`Restricted record Ask ${name}`);
    expect(text).toContain(reference);
    expect(text).not.toContain('Winifred');
    expect(own.status).toBe(403);
    expect((await page((await search({ words: 'Secrett' }, 'manager')).at, 'manager')).text).toContain('Winifred');
  });
});

describe('joining on pages', () => {
  it('offers who may be the same, shows what would become of them, and is done and undone', async () => {
    const [one, other] = [await personOf(patrick), await personOf(again)];
    const before = await page(`/persons/${one}`);
    const preview = await page(`/persons/${one}/join?other=${other}`);
    const joined = await post(`/persons/${one}/join`, { other });
    const twice = await post(`/persons/${one}/join`, { other });
    const after = await page(`/persons/${one}?done=persons-joined`);
    const parting = await page(`/persons/${one}/part?other=${other}`);
    const parted = await post(`/persons/${one}/part`, { other });

    expect(words(before.text)).toContain("Pat O'Brian, born 4 Mar 1948 (day and month the other way round)");
    expect(before.text).toContain(`/persons/${one}/join?other=${other}`);
    expect(words(preview.text)).toContain("Name Patrick O'Brien Pat O'Brian Patrick O'Brien");
    expect(words(preview.text)).toContain('Phone 01632 960 001');
    expect(words(preview.text)).toContain(`Both have an open case about their needs: ${patrick} and ${again}`);
    expect([joined.status, twice.status]).toEqual([303, 303]);
    expect(words(after.text)).toContain('The two records are one person’s now.');
    expect(words(after.text)).toContain("Pat O'Brian, born 4 Mar 1948, joined on 5 Jan 2026");
    expect(words(parting.text)).toContain(again);
    expect(parted.headers.get('location')).toBe(`/${slug}/staff/persons/${one}?done=persons-parted`);
    expect(await personOf(again)).toBe(other);
    expect((await platform.deps.store.personsCase(slug, again)).person.id).toBe(other);
  });

  it('says that nothing is to be done where they are one or apart already', async () => {
    const one = await personOf(patrick);

    expect(words((await page(`/persons/${one}/join?other=${one}`)).text)).toContain('They are one person already');
    expect(words((await page(`/persons/${one}/part?other=${await personOf(again)}`)).text)).toContain(
      'They are apart already',
    );
  });
});
