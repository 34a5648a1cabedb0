import type { Actor } from '../../schemas/case.ts';
import { type PersonId, personId } from '../../schemas/person.ts';
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

/** A person with all of their cases, as staff see them. @throws Problem 403 where there is no such person */
export const personWithCases = async (deps: Pick<Deps, 'store'>, { council }: StaffRequest, id: PersonId) => {
  const found = await deps.store.persons.find(council.slug, id);
  if (found === undefined) throw problems.notYours();
  return { person: found.person, cases: await casesOfPerson(deps, found.person) };
};
