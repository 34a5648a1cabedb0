import { isClosedTo } from '../../domain/access/restricted.ts';
import type { Actor } from '../../schemas/case.ts';
import { type KnownPerson, type PersonId, personId } from '../../schemas/person.ts';
import { refuseRestricted } from '../access/who-may-see.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { caseRoles } from './permitted-case.ts';
import { casesOfPerson } from './person-cases.ts';

/**
 * The person that a request names, for whoever works on cases as a whole, and in which role they act.
 *
 * @throws Problem 403 alike where the role is missing and where the id is none
 */
export const permittedPerson = ({
  staff,
  params,
}: StaffRequest): { id: PersonId; actor: Extract<Actor, { kind: 'staff' }> } => {
  const role = caseRoles.find((one) => staff.roles.includes(one));
  const id = personId.safeParse(params['id']);
  if (role === undefined || !id.success) throw problems.notYours();
  return { id: id.data, actor: { kind: 'staff', id: staff.id, role } };
};

/**
 * Refuses whoever is not named for a restricted person. Who may open such a record with a reason does so at a case.
 *
 * @throws Problem 403 `restricted`, with whom to ask
 */
export const refuseClosed = async (
  deps: Pick<Deps, 'store'>,
  request: Pick<StaffRequest, 'council' | 'staff'>,
  person: KnownPerson,
): Promise<void> => {
  if (!isClosedTo(person, request.staff.id)) return;
  const [reference] = await deps.store.persons.cases(person.council, person.items);
  if (reference === undefined) throw problems.notYours();
  await refuseRestricted(deps, request, person, reference, undefined);
};

/**
 * A person with all of their cases, as staff see them.
 *
 * @throws Problem 403 where there is no such person, or the record is restricted to others
 */
export const personWithCases = async (deps: Pick<Deps, 'store'>, request: StaffRequest, id: PersonId) => {
  const found = await deps.store.persons.find(request.council.slug, id);
  if (found === undefined) throw problems.notYours();
  await refuseClosed(deps, request, found.person);
  return { person: found.person, cases: await casesOfPerson(deps, found.person) };
};
