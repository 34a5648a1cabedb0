import { referenceIn } from '../../domain/find/wanted.ts';
import { shortDate } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { PersonFound, TypedSearch } from '../../schemas/find.ts';
import type { Deps } from '../deps.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { stateWords } from './case-words.ts';
import { foundPeople, keepSearch, searchProblems } from './found-people.ts';
import { staffPage } from './staff-frame.ts';

const birthWords: Readonly<Record<NonNullable<PersonFound['birth']>, string>> = {
  same: '',
  swapped: 'day and month the other way round',
  near: 'nearly the date you gave',
  other: 'not the date you gave',
};

/** A person as one row of a table. */
export const rowOf = ({ slug }: Pick<Council, 'slug'>, found: PersonFound) => {
  const { person, name, ask, dateOfBirth, age, postcode, died, birth, cases } = found;
  return {
    id: person,
    name: name ?? '',
    ask: ask ?? '',
    born: dateOfBirth ? shortDate(dateOfBirth) : 'not known',
    age: died ? 'has died' : age === undefined ? '' : `aged ${age}`,
    birth: birth ? birthWords[birth] : '',
    postcode: postcode ?? 'not known',
    personHref: `/${slug}/staff/persons/${person}`,
    cases: cases.map(({ reference, kind, stage, closed, keyWorker }) => ({
      reference,
      href: `/${slug}/staff/cases/${reference}`,
      state: `${kind === 'carer' ? 'carer’s own case, ' : ''}${closed ? 'closed' : stateWords[stage]}`,
      keyWorker: keyWorker ?? '',
    })),
  };
};

const count = (people: number, more: boolean): string => {
  if (more) return people === 0 ? 'Nobody yet' : `The first ${people} ${people === 1 ? 'person' : 'people'}`;
  if (people === 0) return 'Nobody';
  return people === 1 ? '1 person' : `${people} people`;
};

const saidOf = ({ words, born, postcode }: TypedSearch): string =>
  [words, born && `born ${born}`, postcode].filter((part) => part).join(', ');

type Found = { readonly people: readonly PersonFound[]; readonly next?: string };

/** The page on which people are looked for: the form, and what was found. */
export const findPage = (
  deps: Deps,
  request: StaffRequest,
  {
    typed = {},
    search,
    found,
    errors = [],
    status = 200,
    isGone = false,
  }: {
    readonly typed?: TypedSearch;
    readonly search?: string;
    readonly found?: Found;
    readonly errors?: readonly { field: string; message: string }[];
    readonly status?: number;
    readonly isGone?: boolean;
  } = {},
): Promise<SiteResponse> => {
  const { council, query } = request;
  const own = `/${council.slug}/staff/find`;
  const at = search ? `${own}/${search}` : own;
  const isMany = found?.next !== undefined || (found?.people.length ?? 0) >= 20;
  return staffPage(
    deps,
    request,
    'staff/find.njk',
    {
      title: 'Find a person',
      action: own,
      typed: { words: typed.words ?? '', born: typed.born ?? '', postcode: typed.postcode ?? '' },
      errors: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
      errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
      isGone,
      found: found && {
        heading: `${count(found.people.length, isMany)} for ‘${saidOf(typed)}’`,
        people: found.people.map((one) => rowOf(council, one)),
        isNobody: found.people.length === 0 && found.next === undefined,
        addBirth: isMany && !typed.born,
        next: found.next ? `${at}?after=${found.next}` : '',
        first: query['after'] ? at : '',
        openHref: `/${council.slug}/staff/open?search=${search}`,
      },
    },
    { status },
  );
};

/** Takes what was typed on a page, and leads to what was found; a reference leads to its case. */
export const searchSent = async (
  deps: Deps,
  request: StaffRequest,
  typed: TypedSearch,
): Promise<SiteResponse | string> => {
  const errors = searchProblems(typed);
  if (errors.length > 0) return findPage(deps, request, { typed, errors, status: 400 });
  const { council } = request;
  const reference = typed.born || typed.postcode ? undefined : referenceIn(typed.words ?? '');
  if (reference && (await deps.store.case(council.slug, reference))) return `/${council.slug}/staff/cases/${reference}`;
  return `/${council.slug}/staff/find/${await keepSearch(deps, request, typed)}`;
};

/** What a search finds, as its page. */
export const foundPage = async (
  deps: Deps,
  request: StaffRequest,
  search: string,
  typed: TypedSearch,
): Promise<SiteResponse> =>
  findPage(deps, request, { typed, search, found: await foundPeople(deps, request, typed, request.query['after']) });
