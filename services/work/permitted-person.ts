import { isClosedTo } from '../../domain/access/restricted.ts';
import type { Actor } from '../../schemas/case.ts';
import { type KnownPerson, type PersonId, personId } from '../../schemas/person.ts';
import { refuseRestricted } from '../access/who-may-see.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { caseRoles } from './permitted-case.ts';
import { casesOfPerson } from './person-cases.ts';

/** The id of the person that a request names. @throws Problem 403 where it is none, as where it is nobody's */
export const knownPersonId = ({ params }: Pick<StaffRequest, 'params'>): PersonId => {
  const id = personId.safeParse(params['id']);
  if (!id.success) throw problems.notYours();
  return id.data;
};

/**
 * The person that a request names, for whoever works on cases as a whole, and in which role they act. A restricted record is for the named, or for
 * whoever has given a reason for a case of theirs.
 *
 * @throws Problem 403 alike where the role is missing and where the id is nobody's; 403 `restricted`
 */
export const permittedPerson = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
): Promise<{ id: PersonId; actor: Extract<Actor, { kind: 'staff' }> }> => {
  const { council, staff } = request;
  const role = caseRoles.find((one) => staff.roles.includes(one));
  const id = knownPersonId(request);
  if (role === undefined) throw problems.notYours();
  const found = await deps.store.persons.find(council.slug, id);
  if (found) await refuseClosed(deps, request, found.person);
  return { id, actor: { kind: 'staff', id: staff.id, role } };
};

/**
 * Refuses whoever is not named for a restricted person, unless they have given a reason for a case of theirs.
 *
 * @throws Problem 403 `restricted`, with whom to ask
 */
export const refuseClosed = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  person: KnownPerson,
): Promise<void> => {
  if (!isClosedTo(person, request.staff.id)) return;
  const { store, clock } = deps;
  const cases = await store.persons.cases(person.council, person.items);
  const [reference] = cases;
  if (reference === undefined) throw problems.notYours();
  const now = clock.now();
  const granted = await Promise.all(
    cases.map((one) => store.looks.granted(person.council, one, request.staff.id, now)),
  );
  await refuseRestricted(
    deps,
    request,
    person,
    reference,
    granted.find((one) => one !== undefined),
  );
};

/**
 * A person with all of their cases, as staff see them.
 *
 * @throws Problem 403 where there is no such person, or the record is restricted to others
 */
export const personWithCases = async (deps: Pick<Deps, 'store' | 'clock'>, request: StaffRequest, id: PersonId) => {
  const found = await deps.store.persons.find(request.council.slug, id);
  if (found === undefined) throw problems.notYours();
  await refuseClosed(deps, request, found.person);
  return { person: found.person, cases: await casesOfPerson(deps, found.person) };
};
