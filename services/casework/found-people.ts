import { randomBytes } from 'node:crypto';
import { isClosedTo } from '../../domain/access/restricted.ts';
import { bornIn, type Typed, type Wanted, wantedIn } from '../../domain/find/wanted.ts';
import { namedWorker } from '../../domain/journey/key-worker.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { keptSearch, type PersonFound, type TypedSearch, typedSearch } from '../../schemas/find.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { recordSearch } from '../access/looks.ts';
import { whomToAsk } from '../access/who-may-see.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { findPersons, type Hit } from '../work/find-persons.ts';
import { casesOfPerson } from '../work/person-cases.ts';
import { ageOn } from './case-frame.ts';

/** Seconds for which a search can be gone back to: a working day. */
const keptSeconds = 12 * 3600;

/** What was typed, in whole. */
export const typedOf = ({ words = '', born, postcode }: TypedSearch): Typed => ({
  words,
  ...(born && { born }),
  ...(postcode && { postcode }),
});

/** Every problem with what was typed, each with its field. */
export const searchProblems = ({
  words = '',
  born = '',
  postcode = '',
}: TypedSearch): { field: string; message: string }[] => {
  if (`${words}${born}${postcode}` === '') {
    return [{ field: 'words', message: 'Enter a name, a reference, an NHS number, a date of birth or a postcode' }];
  }
  if (born !== '' && bornIn(born) === undefined) {
    return [
      {
        field: 'born',
        message: 'Enter the date of birth as day, month and year, such as 3/4/1948, or as the year alone',
      },
    ];
  }
  return [];
};

/** What was sent from a search form. */
export const searchIn = (fields: URLSearchParams): TypedSearch =>
  typedSearch.parse(
    Object.fromEntries(['words', 'born', 'postcode'].map((name) => [name, (fields.get(name) ?? '').slice(0, 200)])),
  );

const partition = ({ council }: Pick<StaffRequest, 'council'>, id: string) => `SEARCH#${council.slug}#${id}`;

/** Keeps a search for who made it, and answers the random name under which it is found again. */
export const keepSearch = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  typed: TypedSearch,
): Promise<string> => {
  const id = randomBytes(16).toString('base64url');
  const at = clock.now();
  const data = { council: request.council.slug, staff: request.staff.id, at, typed };
  const expiresAt = Math.floor(Date.parse(at) / 1000) + keptSeconds;
  await store.items.put({ pk: partition(request, id), sk: 'SEARCH', data, expiresAt }, 1);
  return id;
};

/** A search that this member of staff made, unless a day's work has passed since. */
export const searchKept = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  id: string,
): Promise<TypedSearch | undefined> => {
  const found = /^[\w-]{22}$/.test(id)
    ? await store.items.get(keptSearch, partition(request, id), 'SEARCH')
    : undefined;
  const isFresh = found && Date.parse(clock.now()) - Date.parse(found.at) < keptSeconds * 1000;
  return isFresh && found.staff === request.staff.id ? found.typed : undefined;
};

/** A person as a list shows them. */
const shown = async (
  deps: Pick<Deps, 'store'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  { person, fit }: Hit,
  today: IsoDate,
): Promise<PersonFound> => {
  const cases = await casesOfPerson(deps, person);
  if (isClosedTo(person, request.staff.id)) {
    // A reference to ask about, and nothing of who it is or who works with them.
    const bare = cases.map(({ keyWorker: _theirs, ...one }) => one);
    return { person: person.id, ask: await whomToAsk(deps, request, person), cases: bare };
  }
  return {
    person: person.id,
    name: `${person.firstName} ${person.lastName}`,
    ...(person.dateOfBirth && { dateOfBirth: person.dateOfBirth, age: ageOn(person.dateOfBirth, today) }),
    ...(person.postcode && { postcode: person.postcode }),
    ...(person.died && { died: true }),
    ...(fit.birth && { birth: fit.birth }),
    cases: cases.map(({ keyWorker, ...one }) => {
      const named = namedWorker({ ...one, ...(keyWorker && { keyWorker }) });
      return { ...one, ...(named && { keyWorker: named.of.name }) };
    }),
  };
};

/** The people whom hits lead to, as this member of staff may see them. */
export const shownTo = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  hits: readonly Hit[],
): Promise<PersonFound[]> => Promise.all(hits.map((hit) => shown(deps, request, hit, londonDate(deps.clock.now()))));

/** The person of a reference that was typed. */
const byReference = async (
  deps: Pick<Deps, 'store'>,
  { council }: Pick<StaffRequest, 'council'>,
  { reference }: Wanted,
): Promise<Hit[]> => {
  const careCase = reference && (await deps.store.case(council.slug, reference));
  if (!careCase) return [];
  const { person } = await deps.store.personOf(careCase);
  return [{ person, fit: { score: Number.POSITIVE_INFINITY } }];
};

/**
 * Looks for people, and notes who looked for what kind of thing and whom they were shown.
 *
 * @throws Problem 400 with what is wrong
 */
export const foundPeople = async (
  deps: Deps,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  typed: TypedSearch,
  after?: string,
): Promise<{ people: PersonFound[]; next?: string }> => {
  const wrong = searchProblems(typed);
  if (wrong.length > 0) throw problems.invalid(wrong);
  const wanted = wantedIn(typedOf(typed));
  const first = after === undefined ? await byReference(deps, request, wanted) : [];
  const { hits, next } = await findPersons(deps, request.council.slug, wanted, after);
  const ids = new Set(first.map(({ person }) => person.id));
  const people = await shownTo(deps, request, [...first, ...hits.filter(({ person }) => !ids.has(person.id))]);
  await recordSearch(deps, request, {
    fields: (['words', 'born', 'postcode'] as const).filter((field) => typed[field]),
    shown: people.flatMap(({ cases }) => cases.map(({ reference }) => reference)),
  });
  return { people, ...(next && { next }) };
};
