import { isClosedTo, mayOpenRestricted } from '../../domain/access/restricted.ts';
import { restrictionReviewOf, restrictionStep } from '../../domain/access/restriction-review.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor } from '../../schemas/case.ts';
import type { KnownPerson, PersonId } from '../../schemas/person.ts';
import type { Restriction } from '../../schemas/restriction.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import type { FieldProblem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf, personEventOf } from '../store/audit.ts';
import type { Change } from '../store/changes.ts';
import type { FoundPerson } from '../store/person-items.ts';
import { plannedId, plannedWork } from '../store/planned-signals.ts';
import type { StaffRequest } from '../web/site.ts';
import { whomToAsk } from './who-may-see.ts';

type Asking = Pick<StaffRequest, 'council' | 'staff'>;

const authority = 'UK GDPR Article 5(1)(f); Data Protection Act 2018 section 40';

/** What is asked of whoever restricts a record; nobody in `to` ends it. */
export type Restricting = {
  readonly to: readonly string[];
  readonly reason: string;
  readonly reviewOn?: IsoDate | undefined;
};

/**
 * Restricting a person's record to named staff, and ending that. The work that is open on it goes to the named, by the store, whenever it is written;
 * so it is written anew here.
 */
export const createRestricting = (deps: Deps) => {
  const { store, clock } = deps;

  const roleOf = ({ staff }: Asking): StaffRole | undefined =>
    mayOpenRestricted.find((role) => staff.roles.includes(role));

  /** Whoever may not open a record may not say either who may: but by a reason that they have given for a case of theirs. */
  const mayChange = async ({ council, staff }: Asking, { person }: FoundPerson): Promise<boolean> => {
    if (!isClosedTo(person, staff.id) || person.restricted?.by === staff.id) return true;
    const cases = await store.persons.cases(council.slug, person.items);
    const granted = await Promise.all(
      cases.map((reference) => store.looks.granted(council.slug, reference, staff.id, clock.now())),
    );
    return granted.some((one) => one !== undefined);
  };

  const find = async (request: Asking, id: PersonId): Promise<{ found: FoundPerson; role: StaffRole }> => {
    const role = roleOf(request);
    const found = role && (await store.persons.find(request.council.slug, id));
    if (role === undefined || found === undefined) throw problems.notYours();
    if (!(await mayChange(request, found))) {
      const [reference] = await store.persons.cases(request.council.slug, found.person.items);
      throw reference
        ? problems.restricted({ reference, ask: await whomToAsk(deps, request, found.person) })
        : problems.notYours();
    }
    return { found, role };
  };

  const wrongWith = async ({ council }: Asking, { to, reviewOn }: Restricting): Promise<FieldProblem[]> => {
    const today = londonDate(clock.now());
    const strangers = (await Promise.all(to.map((id) => store.staff(council.slug, id)))).some(
      (member) => member === undefined,
    );
    return [
      ...(strangers ? [{ field: 'to', message: 'Choose people who are in your staff directory' }] : []),
      ...(to.length > 0 && (reviewOn === undefined || reviewOn <= today)
        ? [{ field: 'reviewOn', message: 'Enter the day on which it is looked at again, in the future' }]
        : []),
    ];
  };

  /** The day that somebody set acts: work opens on it, on the newest case, and what an earlier day had planned is taken back. */
  const lookedAtAgain = async (
    council: CouncilSlug,
    leading: FoundPerson['items'][number],
    restricted: Restriction | undefined,
    actor: Actor,
  ): Promise<Change[]> => {
    const before = leading.restricted && restrictionStep(leading.restricted);
    const planned = restricted && restrictionReviewOf(restricted);
    if (before === planned?.step) return [];
    const { person } = await store.personOf({ council, personId: leading.id });
    const cases = (await store.casesOf(person)).map(({ careCase }) => careCase);
    // Where it was planned before, it is taken back on whichever of the cases it was.
    return cases
      .toSorted(
        (a, b) =>
          Number(a.closed !== undefined) - Number(b.closed !== undefined) || b.openedAt.localeCompare(a.openedAt),
      )
      .flatMap((careCase, at): Change[] => {
        const signals = at === 0 && planned ? [plannedWork(careCase, planned)] : [];
        if (signals.length === 0 && before === undefined) return [];
        const action = planned ? 'restriction-review-planned' : 'restriction-ended';
        return [
          {
            signals,
            ...(before && { forgets: [plannedId(before)] }),
            events: [eventOf(deps, careCase, { actor, action, authority })],
          },
        ];
      });
  };

  const write = async (
    { council, staff }: Asking,
    { items: [leading, ...joined] }: FoundPerson,
    role: StaffRole,
    restricted: Restriction | undefined,
    action: 'record-restricted' | 'record-access-given' | 'restriction-ended',
  ): Promise<void> => {
    const after = (person: FoundPerson['items'][number]) => {
      const { restricted: _before, ...rest } = person;
      return { person: { ...rest, version: person.version + 1, ...(restricted && { restricted }) } };
    };
    const actor = { kind: 'staff', id: staff.id, role } as const;
    const looked = await lookedAtAgain(council.slug, leading, restricted, actor);
    const written = await store.commit(
      {
        // Each of them, so that they stay restricted when they are parted.
        people: [after(leading), ...joined.map(after)],
        personEvents: [personEventOf(deps, leading, { actor, action, authority })],
      },
      ...looked,
    );
    if (!written) throw problems.busy();
    // Whoever is let in is given the work that it is for; the rest stays where it is.
    if (restricted === undefined || action === 'record-access-given') return;
    for (const { careCase } of await store.casesOf(
      (await store.personOf({ council: council.slug, personId: leading.id })).person,
    )) {
      const open = (await store.tasks(council.slug, careCase.reference)).filter(({ status }) => status === 'open');
      for (const task of open.filter(({ assignee }) => !assignee || !restricted.to.includes(assignee.id))) {
        const event = eventOf(deps, task, { actor, action: 'task-handed-on', about: task.id, authority });
        await store.commit({ tasks: [{ ...task, version: task.version + 1 }], events: [event] });
      }
    }
  };

  return {
    /** @throws Problem 403 for who may neither restrict records nor open this one */
    async of(request: Asking, id: PersonId): Promise<KnownPerson> {
      return (await find(request, id)).found.person;
    },

    /** Restricts a record, names others, or ends it. @throws Problem 400, 403, 503 */
    async restrict(request: Asking, id: PersonId, given: Restricting): Promise<KnownPerson> {
      const { found, role } = await find(request, id);
      const wrong = await wrongWith(request, given);
      if (wrong.length > 0) throw problems.invalid(wrong);
      const { to, reason, reviewOn } = given;
      const at = clock.now();
      const restricted =
        reviewOn && to.length > 0 ? { to: [...new Set(to)], reason, reviewOn, by: request.staff.id, at } : undefined;
      await write(request, found, role, restricted, restricted ? 'record-restricted' : 'restriction-ended');
      return (await find(request, id)).found.person;
    },

    /**
     * Names one more, in the step in which work on the record is given to them: nobody is sent work that they cannot open.
     *
     * @param isAgreed whether whoever gives the work has said that they may open the record
     * @throws Problem 403 `restricted`, 409 `needs-access`
     */
    async letIn(request: Asking, person: KnownPerson, staffId: string, isAgreed: boolean): Promise<void> {
      const { restricted } = person;
      if (restricted === undefined || restricted.to.includes(staffId)) return;
      if (!isAgreed) throw problems.needsAccess();
      const { found, role } = await find(request, person.id);
      await write(request, found, role, { ...restricted, to: [...restricted.to, staffId] }, 'record-access-given');
    },
  };
};
