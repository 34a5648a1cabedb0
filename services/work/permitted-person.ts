import { lookedBy } from '../../domain/access/held-work.ts';
import { isClosedTo } from '../../domain/access/restricted.ts';
import { personSeen } from '../../domain/access/seen.ts';
import { partsRead } from '../../domain/access/who-reads-what.ts';
import type { Actor } from '../../schemas/case.ts';
import { type KnownPerson, type PersonId, personId } from '../../schemas/person.ts';
import { recordLook } from '../access/looks.ts';
import { refuseRestricted } from '../access/who-may-see.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { FoundPerson } from '../store/person-items.ts';
import type { StaffRequest } from '../web/site.ts';
import { caseRoles } from './permitted-case.ts';
import { casesOfPerson } from './person-cases.ts';

type LookDeps = Pick<Deps, 'store' | 'clock' | 'newId'>;

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
const refuseClosed = async (
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
 * A person whom somebody opens apart from a case: that is a look at each of their cases, written down before they are shown.
 *
 * @throws Problem 403 where there is no such person, or the record is restricted to others
 */
export const openPerson = async (deps: LookDeps, request: StaffRequest, id: PersonId): Promise<FoundPerson> => {
  const { store, clock } = deps;
  const { council, staff } = request;
  const found = await store.persons.find(council.slug, id);
  const role = caseRoles.find((one) => staff.roles.includes(one));
  if (found === undefined || role === undefined) throw problems.notYours();
  await refuseClosed(deps, request, found.person);
  const isByReason = isClosedTo(found.person, staff.id);
  const looks = (await store.casesOf(found.person)).map(async ({ careCase }) => {
    const { reference } = careCase;
    const tasks = await store.tasks(council.slug, reference);
    const { by, task } = lookedBy(staff, careCase, tasks, clock.now());
    return recordLook(deps, {
      ...{ council: council.slug, reference, staff: { id: staff.id, role }, section: 'person' },
      ...(isByReason ? { by: 'reason' as const } : { by, ...(task && { task: task.id }) }),
    });
  });
  await Promise.all(looks);
  return found;
};

/** A person without what the caller's work does not need; whoever has given a reason for a restricted record reads all of it. */
export const personShown = (
  { council, staff }: Pick<StaffRequest, 'council' | 'staff'>,
  person: KnownPerson,
): KnownPerson => {
  const parts = partsRead(staff.roles, council.access);
  return personSeen(person, (part) => parts.has(part) || isClosedTo(person, staff.id));
};

/**
 * A person with all of their cases, as far as the caller's work needs what is known of them.
 *
 * @throws Problem 403 where there is no such person, or the record is restricted to others
 */
export const personWithCases = async (deps: LookDeps, request: StaffRequest, id: PersonId) => {
  const { person } = await openPerson(deps, request, id);
  return { person: personShown(request, person), cases: await casesOfPerson(deps, person) };
};
