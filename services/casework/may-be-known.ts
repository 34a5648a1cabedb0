import { shortDate } from '../../domain/time/readable-date.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { Deps } from '../deps.ts';
import type { StaffRequest } from '../web/site.ts';
import { possibleDuplicates } from '../work/find-persons.ts';
import { shownTo } from './found-people.ts';

/** Before a request is looked at first: who may be the same person, however the request came. One line each, or nothing. */
export const mayBeKnownLines = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  person: KnownPerson,
) => {
  const people = await shownTo(deps, request, await possibleDuplicates(deps, request.council.slug, person));
  const lines = people.map(({ name, ask, dateOfBirth, cases }) => {
    const references = cases.map(({ reference }) => reference).join(', ') || 'no case';
    if (name === undefined) return `A restricted record (${references}). Ask ${ask}.`;
    return `${name}, born ${dateOfBirth ? shortDate(dateOfBirth) : 'on a day not known'} (${references}). If it is the same person, find them and join the records.`;
  });
  return lines.length > 0 ? [{ about: 'duplicates' as const, label: 'May be known already', lines }] : [];
};
