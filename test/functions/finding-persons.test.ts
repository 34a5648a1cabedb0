import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wantedIn } from '../../domain/find/wanted.ts';
import { createIndexPersons } from '../../functions/scheduled/index-persons.ts';
import { DirectDocuments } from '../../local/dynamodb/documents.ts';
import type { Person } from '../../schemas/person.ts';
import { findPersons, possibleDuplicates } from '../../services/work/find-persons.ts';
import { aPerson } from '../support/a-person.ts';
import { slug } from '../support/followed-case.ts';
import { knownAs } from '../support/found-people.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
  for (const one of people) await knownAs(platform.deps, one);
});
afterAll(() => platform.stop());
afterEach(() => vi.restoreAllMocks());

const named = (firstName: string, lastName: string, dateOfBirth: string, more: Partial<Person> = {}) =>
  ({ firstName, lastName, dateOfBirth: dateOfBirth as Person['dateOfBirth'], postcode: 'LE1 1AA', ...more }) as const;

const people = [
  named('Patrick', 'O’Brien', '1948-04-03', { postcode: 'LE2 7QQ' }),
  named('Patricia', 'Bryan', '1961-10-22'),
  named('Brian', 'Brown', '1951-04-13'),
  named('Zoë', 'Łukasik', '1990-12-01'),
  named('María', 'García López', '1955-06-30'),
  named('Anne-Marie', 'Smith-Jones', '1972-02-28'),
  named('Annabel', 'Schmidt', '1972-02-27'),
  named('Katherine', 'McDonald', '1939-09-09'),
  named('Catriona', 'MacDougall', '1940-09-19'),
  named('Mohammed', 'Chowdhury', '1966-01-15', { nhsNumber: '9434765919' }),
  named('Mahmood', 'Chaudry', '1986-11-25'),
  named('Stephen', 'Wright', '1944-07-08'),
  named('Stefan', 'Wójcik', '1958-03-17'),
  named('William', 'Thompson', '1937-05-12'),
  named('Wilma', 'Tomlinson', '1957-08-12'),
  named('Gurpreet', 'Kaur', '1969-04-14'),
  named('Szymon', 'Kowalski', '1980-08-08'),
  named('Siobhán', 'Ní Dhomhnaill', '1963-01-31'),
  named('Jean', 'Li', '1950-01-02'),
];

const search = async (words: string, born?: string, postcode?: string, after?: string) =>
  findPersons(platform.deps, slug, wantedIn({ words, ...(born && { born }), ...(postcode && { postcode }) }), after);
const names = async (...typed: Parameters<typeof search>) =>
  (await search(...typed)).hits.map(({ person }) => `${person.firstName} ${person.lastName}`);

describe('finding a person', () => {
  it.each([
    { typed: "O'Brien", finds: 'Patrick O’Brien' },
    { typed: 'O’BRIEN', finds: 'Patrick O’Brien' },
    { typed: 'OBrien', finds: 'Patrick O’Brien' },
    { typed: 'O Brien', finds: 'Patrick O’Brien' },
    { typed: "O'Brian", finds: 'Patrick O’Brien' },
    { typed: "O'Brian", born: '4/3/48', finds: 'Patrick O’Brien' },
    { typed: "O'Brian", born: '3/4/1948', finds: 'Patrick O’Brien' },
    { typed: "O'Brien 3/4/1949", finds: 'Patrick O’Brien' },
    { typed: "Paddy O'Brien", finds: 'Patrick O’Brien' },
    { typed: "O'Brien Patrick", finds: 'Patrick O’Brien' },
    { typed: 'obr', finds: 'Patrick O’Brien' },
    { typed: 'LE27QQ', finds: 'Patrick O’Brien' },
    { typed: "P O'Brien", finds: 'Patrick O’Brien' },
    { typed: 'zoe lukasik', finds: 'Zoë Łukasik' },
    { typed: 'Zoey', born: '1/12/90', finds: 'Zoë Łukasik' },
    { typed: 'Lopez', finds: 'María García López' },
    { typed: 'Garcia', finds: 'María García López' },
    { typed: 'Maria Lopez Garcia', finds: 'María García López' },
    { typed: 'Jones', finds: 'Anne-Marie Smith-Jones' },
    { typed: 'Annmarie Smith', finds: 'Anne-Marie Smith-Jones' },
    { typed: 'smithjones', finds: 'Anne-Marie Smith-Jones' },
    { typed: 'Catherine Mac Donald', finds: 'Katherine McDonald' },
    { typed: 'Kathryn McDonald', finds: 'Katherine McDonald' },
    { typed: 'Mc Donald', finds: 'Katherine McDonald' },
    { typed: 'Muhammad Choudhury', finds: 'Mohammed Chowdhury' },
    { typed: 'Mohd Chowdhry', finds: 'Mohammed Chowdhury' },
    { typed: '943 476 5919', finds: 'Mohammed Chowdhury' },
    { typed: 'Steven Right', finds: 'Stephen Wright' },
    { typed: 'Stefan Wojcik', finds: 'Stefan Wójcik' },
    { typed: 'Bill Thomson', finds: 'William Thompson' },
    { typed: 'Will Thompson', finds: 'William Thompson' },
    { typed: 'Tompson', born: '12 May 1937', finds: 'William Thompson' },
    { typed: 'Gurprit Cour', finds: 'Gurpreet Kaur' },
    { typed: 'Shimon Kovalsky', finds: 'Szymon Kowalski' },
    { typed: 'Siobhan', finds: 'Siobhán Ní Dhomhnaill' },
    { typed: 'Lee', finds: 'Jean Li' },
    { typed: 'born 2.1.1950', finds: 'Jean Li', born: '2.1.1950', words: '' },
  ])('$typed $born finds $finds first', async ({ typed, born, finds, words = typed }) => {
    expect((await names(words, born))[0]).toBe(finds);
  });

  it.each([
    { typed: 'Bryan', not: 'Patrick O’Brien' },
    { typed: 'Brian Brown', not: 'Patricia Bryan' },
    { typed: 'Schmidt', not: 'Anne-Marie Smith-Jones' },
    { typed: 'Wojcik', not: 'Stephen Wright' },
    { typed: 'Tomlinson', not: 'William Thompson' },
    { typed: 'Chaudry', born: '25/11/1986', not: 'Mohammed Chowdhury' },
  ])('$typed does not show $not first', async ({ typed, born, not }) => {
    const [first] = await names(typed, born);

    expect(first).toBeDefined();
    expect(first).not.toBe(not);
  });

  it('shows nobody with another birth date while there is somebody with that one, and says when there is not', async () => {
    expect(await names('Brian', '13/4/1951')).toEqual(['Brian Brown']);
    const { hits } = await search('Brian Brown', '1/1/1901');

    expect(hits.map(({ person, fit }) => [person.lastName, fit.birth])).toEqual([['Brown', 'other']]);
    expect(await names('Nobody Atall')).toEqual([]);
  });

  it('is no longer by what a person was called before', async () => {
    const id = await knownAs(platform.deps, named('Olga', 'Beforehand', '1970-01-01'));
    const before = await platform.deps.store.items.get(
      (await import('../../schemas/person.ts')).person,
      `PERSON#${slug}#${id}`,
      'PERSON',
    );
    if (before === undefined) throw new Error('Not stored');
    await knownAs(platform.deps, { ...before, lastName: 'Afterwards', version: 2 });

    expect(await names('Afterwards')).toEqual(['Olga Afterwards']);
    expect(await names('Beforehand')).toEqual([]);
  });
});

describe('possible duplicates', () => {
  it('are alike in sound and near in birth', async () => {
    const of = aPerson({ firstName: 'Pat', lastName: 'O Brian', dateOfBirth: '1948-03-04' as Person['dateOfBirth'] });
    const found = await possibleDuplicates(platform.deps, slug, of);

    expect(found.map(({ person, fit }) => [person.lastName, fit.birth])).toEqual([['O’Brien', 'swapped']]);
  });
});

describe('a surname that many have', () => {
  it('is read in bounded parts, page by page, each once', { timeout: 60_000 }, async () => {
    const many = 130;
    for (let at = 0; at < many; at += 1) {
      await knownAs(
        platform.deps,
        named('Sam', 'Fernsby', `19${String(10 + (at % 80))}-01-${String(1 + (at % 28)).padStart(2, '0')}`),
      );
    }
    const send = vi.spyOn(DirectDocuments.prototype, 'send');
    const seen: string[] = [];
    const reads: number[] = [];
    let after: string | undefined;
    do {
      const calls = send.mock.calls.length;
      const page = await search('Fernsby', undefined, undefined, after);
      reads.push(send.mock.calls.length - calls);
      seen.push(...page.hits.map(({ person }) => person.id));
      after = page.next;
    } while (after);

    expect([seen.length, new Set(seen).size]).toEqual([many, many]);
    expect(Math.max(...reads)).toBeLessThan(200);
    const { hits } = await search('Fernsby', '12/1/1921');
    expect([hits.length < 20, hits[0]?.person.dateOfBirth]).toEqual([true, '1921-01-12']);
  });
});

/** Every key in the table. */
const everyKey = async () => {
  const { Items } = (await platform.platform.dynamoDb.handle('Scan', {
    TableName: platform.platform.dynamoDb.tableName,
  })) as { Items: Record<string, { S?: string }>[] };
  return Items.map((item) =>
    ['pk', 'sk', 'duePk', 'workPk', 'workSk', 'signalsPk', 'signalsSk'].map((key) => item[key]?.S ?? '').join(' '),
  );
};

describe('the keys of the table', () => {
  it('hold no name, birth date, postcode or NHS number', async () => {
    const keys = (await everyKey()).filter((key) => !key.includes('STAFF#'));
    const words = people.flatMap(({ firstName, lastName }) => `${firstName} ${lastName}`.split(/[ ’-]/));
    const secrets = [...words.filter((word) => word.length > 4), '9434765919', '1948-04-03', 'LE2 7QQ', 'LE27QQ'];
    const found = secrets.filter((one) => keys.some((key) => key.toLowerCase().includes(one.toLowerCase())));

    expect(keys.filter((key) => key.startsWith('FIND#')).length).toBeGreaterThan(people.length * 5);
    expect(found).toEqual([]);
  });
});

describe('the run that indexes persons', () => {
  const run = (input = {}) => createIndexPersons(platform.deps)(input);
  const versions = async () =>
    new Set((await everyKey()).filter((key) => key.startsWith('FIND#leicestershire#')).map((key) => key.split('#')[2]));

  it('finds again whoever was there before the index, and changes nothing the second time', async () => {
    const { index, items } = platform.deps.store;
    const id = await knownAs(platform.deps, named('Ludmilla', 'Wexford', '1933-03-03'));
    for (const entry of await index.entriesOf(slug, id)) await items.remove(entry.pk, entry.sk);
    await items.remove(`PERSON#${slug}#${id}`, 'FOUND-BY');
    const before = await names('Wexford');
    const first = await run();

    expect(before).toEqual([]);
    expect([first.rewritten, first.done]).toEqual([1, true]);
    expect(await names('Wexford')).toEqual(['Ludmilla Wexford']);
    expect(await run()).toEqual({ settled: 0, rewritten: 0, done: true });
  });

  it('rewrites every entry when the key is turned, and everybody is found meanwhile', { timeout: 60_000 }, async () => {
    await platform.deps.store.index.turn(slug);
    const late = await knownAs(platform.deps, named('Meanwhile', 'Newcomer', '1950-05-05'));
    const meanwhile = [await names('OBrien'), await names('Newcomer')];
    const turned = await run({ turnKeys: true });

    expect(late).toBeDefined();
    expect(meanwhile).toEqual([['Patrick O’Brien'], ['Meanwhile Newcomer']]);
    expect(turned.done).toBe(true);
    expect(turned.rewritten).toBeGreaterThan(people.length);
    expect(await versions()).toEqual(new Set(['2']));
    expect(await names('OBrien')).toEqual(['Patrick O’Brien']);
  });

  it('writes what a transaction had no room for, after it and once more where that failed', async () => {
    const { index } = platform.deps.store;
    const id = await knownAs(platform.deps, named('Wanda', 'Overflow', '1944-04-04'));
    const person = aPerson({ id, version: 1 });
    await index.owe(person);
    const { part: owed } = await index.owing(undefined);
    const settled = await run();

    expect(owed.map((one) => one.person)).toEqual([id]);
    expect(settled.settled).toBe(1);
    expect(await index.owing(undefined)).toEqual({ part: [] });
    expect(await names('Overflow')).toEqual(['Wanda Overflow']);
  });
});
