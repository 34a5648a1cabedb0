import { lookedBy } from '../../domain/access/held-work.ts';
import { partOfWork, partsOfComplaints } from '../../domain/access/part-of.ts';
import { isClosedTo } from '../../domain/access/restricted.ts';
import { partsRead, roleReading } from '../../domain/access/who-reads-what.ts';
import { type CasePart, partWords } from '../../schemas/access.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import { type CaseReference, caseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { recordLook } from '../access/looks.ts';
import { reasonAddress, refuseRestricted } from '../access/who-may-see.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';

/** The roles that work on cases as a whole. */
export const caseRoles: readonly StaffRole[] = ['contact-officer', 'assessor', 'key-worker', 'manager'];

/**
 * What a request wants of a case: to do something that these roles may, or to read a part. What is read is written down as a look at that
 * section, which is the part where no other name is given; `about` names a document or copy that is opened.
 */
export type Wanted =
  | readonly StaffRole[]
  | CasePart
  | { readonly part: CasePart; readonly section?: string; readonly about?: string };

/** A case that somebody may open, and what of it they may read. */
export type PermittedCase = {
  readonly careCase: CareCase;
  readonly person: KnownPerson;
  /** In which of their roles they act or look. */
  readonly role: StaffRole;
  /** Whether they may read a part: what belongs to another is not shown. */
  readonly may: (part: CasePart) => boolean;
};

type GuardDeps = Pick<Deps, 'store' | 'clock' | 'newId'>;

/** The reference that a request names. @throws Problem 403 where it is none, as where it is nobody's */
export const knownReference = ({ params }: Pick<StaffRequest, 'params'>): CaseReference => {
  const reference = caseReference.safeParse(params['reference']);
  if (!reference.success) throw problems.notYours();
  return reference.data;
};

const isRoles = (wanted: Wanted): wanted is readonly StaffRole[] => Array.isArray(wanted);

const wantedPart = (wanted: Exclude<Wanted, readonly StaffRole[]>) =>
  typeof wanted === 'string' ? { part: wanted, section: wanted } : { section: wanted.part, ...wanted };

/**
 * The one door to a case: every route that answers about one, or changes one, comes through it. A restricted record is closed to whoever is not
 * named; a part that the caller's work does not need takes a reason; and what is read is written down before it is shown.
 *
 * @throws Problem 403 alike where the role is missing and where there is no such case; 403 `restricted`; 403 `needs-reason`
 */
export const permittedCase = async (deps: GuardDeps, request: StaffRequest, wanted: Wanted): Promise<PermittedCase> => {
  const { store, clock } = deps;
  const { council, staff, params } = request;
  const [first, ...others] = staff.roles;
  const acting = isRoles(wanted) ? wanted.find((one) => staff.roles.includes(one)) : first;
  const reference = caseReference.safeParse(params['reference']);
  const careCase = acting && reference.success ? await store.case(council.slug, reference.data) : undefined;
  if (first === undefined || acting === undefined || careCase === undefined) throw problems.notYours();

  const now = clock.now();
  const [{ person }, granted, tasks] = await Promise.all([
    store.personOf(careCase),
    store.looks.granted(council.slug, careCase.reference, staff.id, now),
    store.tasks(council.slug, careCase.reference),
  ]);
  await refuseRestricted(deps, request, person, careCase.reference, granted);

  const { by, task } = lookedBy(staff, careCase, tasks, now);
  const parts = new Set(partsRead(staff.roles, council.access));
  // Work that is theirs to do is theirs to read, whatever their role reads otherwise.
  const theirWork = tasks.filter(({ status, role }) => status === 'open' && staff.roles.includes(role));
  for (const { kind } of theirWork) parts.add(partOfWork(kind));
  if (staff.roles.includes('complaints-manager') && parts.has('complaint')) {
    for (const one of partsOfComplaints(await store.records(council.slug, careCase.reference, 'request'))) {
      parts.add(one);
    }
  }
  const may = (part: CasePart) => granted !== undefined || parts.has(part);
  // Work to send copies names them, whatever part of the case they are of.
  const isToSend = (about: string | undefined) =>
    about !== undefined && theirWork.some(({ copies }) => copies?.includes(about));
  if (isRoles(wanted)) return { careCase, person, role: acting, may };

  const { part, section, about } = wantedPart(wanted);
  if (!may(part) && !isToSend(about)) {
    throw problems.needsReason({
      part: partWords[part],
      askAt: reasonAddress(request, careCase.reference, part),
    });
  }
  const role = roleReading([first, ...others], part, council.access);
  const isByReason = granted !== undefined && (!(parts.has(part) || isToSend(about)) || isClosedTo(person, staff.id));
  await recordLook(deps, {
    ...{ council: council.slug, reference: careCase.reference, staff: { id: staff.id, role }, section },
    ...(about && { about }),
    ...(isByReason ? { by: 'reason' as const } : { by, ...(task && { task: task.id }) }),
  });
  return { careCase, person, role, may };
};
