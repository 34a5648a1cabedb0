import * as z from 'zod';
import { termsOf } from '../../domain/find/find-terms.ts';
import { type Fit, fitOf } from '../../domain/find/fit.ts';
import { finds, type Source, sourcesOf } from '../../domain/find/sources.ts';
import { bornIn, type Wanted } from '../../domain/find/wanted.ts';
import type { KnownPerson, Person, PersonId } from '../../schemas/person.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { FoundPerson } from '../store/person-items.ts';

/** Most people on one page of results, and most entries that are read for it. */
export const mostOnPage = 20;
const mostRead = 60;

/** A person who fits, and how well. */
export type Hit = { readonly person: KnownPerson; readonly fit: Fit };

/** Some who fit, the best first, and where to go on, where there may be more. */
export type Hits = { readonly hits: readonly Hit[]; readonly next?: string };

/** Where a search goes on: the source, and the entry in it after which. Hashes and random names alone, so it may stand in an address. */
const cursor = z.tuple([z.int().nonnegative(), z.string().max(200).optional(), z.string().max(200).optional()]);

const cursorIn = (text: string | undefined): z.infer<typeof cursor> | undefined => {
  if (text === undefined) return undefined;
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw problems.invalid([{ field: 'after', message: 'Search again: this page of results is none of ours.' }]);
  }
};

const cursorTo = (source: number, place?: { pk: string; sk: string }): string =>
  Buffer.from(JSON.stringify([source, ...(place ? [place.pk, place.sk] : [])])).toString('base64url');

const isFound = (source: Source, person: Person): boolean => termsOf(person).some((term) => finds(source, term));

/**
 * Whether somebody is shown where they were found by this source: not where another source or another of their items showed them before, and
 * with a birth date that may be the one that was said, unless nobody else was found.
 */
const shownAt = (
  wanted: Wanted,
  sources: readonly Source[],
  at: number,
  entry: PersonId,
  { items, person }: FoundPerson,
): Hit | undefined => {
  const source = sources[at];
  if (source === undefined) return undefined;
  const fit = fitOf(wanted, items);
  if (fit === undefined) return undefined;
  const isHere = items.find((one) => isFound(source, one))?.id === entry;
  const before = sources.slice(0, at).some((one) => items.some((item) => isFound(one, item)));
  const isOther = fit.birth === 'other' && !source.otherwise && !source.of.startsWith('nhs ');
  // Whom an earlier source found and did not show for their birth date is shown where nobody else was found.
  const wasLeftOut = source.otherwise && fit.birth === 'other';
  return isHere && !isOther && (!before || wasLeftOut) ? { person, fit } : undefined;
};

/**
 * Finds persons by the blind index. What is read is bounded, however many bear a name: a page of those who fit, and where to go on. Whom an
 * entry leads to is compared with what was typed, so that an entry that is out of date shows nobody.
 *
 * @param after what `next` was on the page before
 * @throws Problem 400 where it is none of ours
 */
export const findPersons = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  wanted: Wanted,
  after?: string,
): Promise<Hits> => {
  const sources = sourcesOf(wanted);
  const [from = 0, pk, sk] = cursorIn(after) ?? [];
  const hits: Hit[] = [];
  const seen = new Set<PersonId>();
  const sorted = (next?: string): Hits => ({
    hits: hits.toSorted((one, other) => other.fit.score - one.fit.score),
    ...(next && { next }),
  });
  let left = mostRead;
  for (let at = from; at < sources.length; at += 1) {
    const source = sources[at];
    if (source === undefined || (source.otherwise && hits.length > 0 && !sources[from]?.otherwise)) break;
    let place = at === from && pk !== undefined && sk !== undefined ? { pk, sk } : undefined;
    do {
      if (hits.length >= mostOnPage || left <= 0) return sorted(cursorTo(at, place));
      const most = Math.min(left, mostOnPage - hits.length);
      const read = await store.index.read(council, source, most, place);
      left -= read.persons.length;
      const found = await Promise.all(read.persons.map((id) => store.persons.find(council, id)));
      for (const [index, one] of found.entries()) {
        const entry = read.persons[index];
        const hit = one && entry && !seen.has(one.person.id) && shownAt(wanted, sources, at, entry, one);
        if (!hit) continue;
        hits.push(hit);
        seen.add(hit.person.id);
      }
      place = read.next;
    } while (place !== undefined);
  }
  return sorted();
};

/** Persons who may be this one: alike in name and birth, or in NHS number. Those of their own items are not among them. */
export const possibleDuplicates = async (
  deps: Pick<Deps, 'store'>,
  council: CouncilSlug,
  of: Pick<Person, 'firstName' | 'lastName' | 'dateOfBirth' | 'postcode' | 'nhsNumber'> & {
    readonly items?: readonly PersonId[];
  },
): Promise<Hit[]> => {
  const name = `${of.firstName} ${of.lastName}`;
  const born = of.dateOfBirth ? bornIn(of.dateOfBirth) : undefined;
  const wanted: Wanted = {
    name,
    ...(born && { born }),
    ...(of.postcode && { postcode: of.postcode }),
    ...(of.nhsNumber && { nhsNumber: of.nhsNumber }),
  };
  const { hits } = await findPersons(deps, council, wanted);
  const own = of.items ?? [];
  return hits
    .filter(
      ({ person, fit }) =>
        !own.includes(person.id) &&
        (fit.birth !== 'other' || (of.nhsNumber !== undefined && person.nhsNumber === of.nhsNumber)),
    )
    .slice(0, 5);
};
