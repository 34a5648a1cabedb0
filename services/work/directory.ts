import type * as z from 'zod';
import { inPounds } from '../../domain/forms/forms.ts';
import { coveredBy, endedEarly, problemsOfAbsence, withAbsence } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { absenceBody, savePersonBody } from '../../schemas/api.ts';
import type { CouncilEvent } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { type StaffMember, staffMember } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';
import { createHandingOver } from './handing-over.ts';

const authority = 'The council’s own division of work';

/** The most that a line of the history says of what it is about. */
const mostAbout = 200;

/** What somebody's work moved as, and whether some of it is still to move. */
export type Moved = { readonly moved: readonly Task[]; readonly more: boolean };

/** What of a member of staff a change changes, with no name or address in it: for the line of the history. */
const changesOf = (before: StaffMember | undefined, after: StaffMember): string => {
  const said = ({ roles, teams = [], manager, weeklyLimit, prefersDigest }: StaffMember) => ({
    roles: roles.join('+'),
    teams: teams.length > 0 ? `${teams.length}` : 'none',
    manager: manager ?? 'none',
    limit: weeklyLimit === undefined ? 'none' : inPounds(weeklyLimit),
    digest: prefersDigest ? 'alone' : 'with mails',
  });
  const now = said(after);
  const parts = Object.entries(now).flatMap(([what, value]) => {
    const was = before && said(before)[what as keyof typeof now];
    if (before === undefined) return what === 'roles' ? [`roles ${value}`] : [];
    return was === value ? [] : [`${what} ${was} to ${value}`];
  });
  return `${after.id}: ${parts.join('; ') || 'name or address'}`.slice(0, mostAbout);
};

/** The changes of a council's staff directory, each with its line in the council's history and with what it means for open work. */
export const createDirectory = (deps: Deps) => {
  const { store, clock, newId } = deps;
  const handingOver = createHandingOver(deps);

  const eventBy = (council: Council, staff: StaffIdentity, action: string, about: string): CouncilEvent => ({
    council: council.slug,
    at: clock.now(),
    id: newId(),
    actor: {
      kind: 'staff',
      id: staff.id,
      role: staff.roles.includes('manager') ? 'manager' : (staff.roles[0] ?? 'manager'),
    },
    action,
    about: about.slice(0, mostAbout),
    authority,
  });

  /** Writes what is different of somebody. @throws Problem 503 where somebody else changed them at the same moment */
  const write = async (council: Council, after: StaffMember, before: StaffMember | undefined, event: CouncilEvent) => {
    const parsed = staffMember.safeParse(after);
    if (!parsed.success) throw problems.invalid([{ field: 'id', message: 'Give the id of the person’s sign-in' }]);
    if (!(await store.saveStaff(council.slug, parsed.data, event, before))) throw problems.busy();
    // As the store has numbered it.
    return { ...parsed.data, version: (before?.version ?? 0) + 1 };
  };

  const actorOf = (staff: StaffIdentity) =>
    ({ kind: 'staff', id: staff.id, role: staff.roles[0] ?? 'manager' }) as const;

  /** Moves the work of somebody who is away today; nothing where they are there. */
  const moveNow = async (council: Council, member: StaffMember, staff: StaffIdentity): Promise<Moved> => {
    return handingOver.of(council, member, actorOf(staff));
  };

  /** A member of staff whom somebody may change this of: managers of anybody, each of themselves. @throws Problem 403 */
  const permitted = async (council: Council, staff: StaffIdentity, id: string): Promise<StaffMember> => {
    const member = staff.roles.includes('manager') || staff.id === id ? await store.staff(council.slug, id) : undefined;
    if (member === undefined) throw problems.notYours();
    return member;
  };

  return {
    permitted,

    /**
     * Adds somebody, or changes them; what is not named stays. Work of a role that they lose goes to the team.
     *
     * @throws Problem 403, 400 with every problem at once, 503
     */
    async save(
      council: Council,
      staff: StaffIdentity,
      id: string,
      body: z.output<typeof savePersonBody>,
    ): Promise<{ member: StaffMember } & Moved> {
      if (!staff.roles.includes('manager')) throw problems.notYours();
      const before = await store.staff(council.slug, id);
      const { weeklyLimit, manager, ...rest } = body;
      const { weeklyLimit: limitBefore, manager: managerBefore, ...stays } = before ?? {};
      const limit = weeklyLimit === undefined ? limitBefore : weeklyLimit;
      const ledBy = manager === undefined ? managerBefore : manager;
      const after: StaffMember = {
        ...stays,
        ...rest,
        id,
        ...(typeof limit === 'number' && { weeklyLimit: limit }),
        ...(ledBy && { manager: ledBy }),
      };
      const found: { field: string; message: string }[] = [];
      const refuse = (field: string, message: string) => found.push({ field, message });
      if (id === staff.id && before !== undefined) {
        const same = [...before.roles].toSorted().join() === [...after.roles].toSorted().join();
        if (!same) refuse('roles', 'Ask another manager to change your own roles');
        if (limitBefore !== after.weeklyLimit) refuse('weeklyLimit', 'Ask another manager to change your own limit');
      }
      if (typeof manager === 'string' && manager !== managerBefore) {
        const lead = manager === id ? undefined : await store.staff(council.slug, manager);
        if (!lead?.roles.includes('manager'))
          refuse('manager', 'Choose another person in your staff directory who has the role manager');
      }
      if (found.length > 0) throw problems.invalid(found);
      const event = eventBy(council, staff, 'staff-saved', changesOf(before, after));
      const member = await write(council, after, before, event);
      const lost = (before?.roles ?? []).filter((role) => !member.roles.includes(role));
      const moved =
        lost.length > 0
          ? await handingOver.of(council, { ...member, roles: lost }, actorOf(staff))
          : { moved: [], more: false };
      return { member, ...moved };
    },

    /** Adds somebody who is not in the directory. @throws Problem as `save`, and 400 where they are in it */
    async add(council: Council, staff: StaffIdentity, id: string, body: z.output<typeof savePersonBody>) {
      if (await store.staff(council.slug, id))
        throw problems.invalid([{ field: 'id', message: 'They are in the directory. Change them there' }]);
      return this.save(council, staff, id, body);
    },

    /**
     * Takes somebody out of the directory. Their open work goes to their teams, which are told in one mail each; what opens from then on on their
     * cases goes to the team, until another is named.
     *
     * @throws Problem 403, 409 where it is oneself
     */
    async leave(council: Council, staff: StaffIdentity, id: string): Promise<{ member: StaffMember } & Moved> {
      if (!staff.roles.includes('manager')) throw problems.notYours();
      const member = await permitted(council, staff, id);
      if (id === staff.id)
        throw problems.invalid([{ field: 'left', message: 'Ask another manager to take you out of the directory' }]);
      const left = { on: londonDate(clock.now()), by: staff.id };
      // First the directory: what opens at this moment is then nobody's of theirs.
      await store.removeStaff(council.slug, { ...member, left }, eventBy(council, staff, 'staff-removed', id));
      return { member, ...(await handingOver.of(council, member, actorOf(staff))) };
    },

    /**
     * Enters an absence, or changes the one that began on `was`. Of one that has begun the work goes to the cover at once.
     *
     * @throws Problem 403, 400 with every problem at once, 503
     */
    async saveAbsence(
      council: Council,
      staff: StaffIdentity,
      id: string,
      { was, ...absence }: z.output<typeof absenceBody>,
    ): Promise<{ member: StaffMember; covers: readonly StaffMember[] } & Moved> {
      const before = await permitted(council, staff, id);
      const today = londonDate(clock.now());
      if (was !== undefined && !before.absences?.some(({ from }) => from === was))
        throw problems.invalid([
          { field: 'was', message: 'That absence has changed meanwhile. Look at the list again' },
        ]);
      const cover = absence.cover === undefined ? undefined : await store.staff(council.slug, absence.cover);
      const found = problemsOfAbsence(absence, before, cover, { today, was });
      if (found.length > 0) throw problems.invalid(found);
      const after = withAbsence(before, { ...absence, by: staff.id }, was);
      const { from, to } = absence;
      const about = `${id}: ${was ? `${was} becomes ` : ''}${from} to ${to}, cover ${absence.cover ?? 'the team'}`;
      const member = await write(council, after, before, eventBy(council, staff, 'absence-saved', about));
      const covers = coveredBy(id, await store.everyone(council.slug), today);
      return { member, covers, ...(await moveNow(council, member, staff)) };
    },

    /** Ends an absence: who is back works from today, and one that has not begun is taken away. What went on stays where it is. @throws Problem 403, 400, 503 */
    async endAbsence(council: Council, staff: StaffIdentity, id: string, from: IsoDate): Promise<StaffMember> {
      const before = await permitted(council, staff, id);
      if (!before.absences?.some((one) => one.from === from))
        throw problems.invalid([
          { field: 'from', message: 'That absence has changed meanwhile. Look at the list again' },
        ]);
      const after = endedEarly(before, from, londonDate(clock.now()));
      return write(council, after, before, eventBy(council, staff, 'absence-ended', `${id}: ${from}`));
    },

    /** What somebody wants of mail. @throws Problem 403 where they are not in the directory, 503 */
    async prefer(council: Council, staff: StaffIdentity, prefersDigest: boolean): Promise<StaffMember> {
      const before = await permitted(council, staff, staff.id);
      const after = { ...before, prefersDigest };
      return write(council, after, before, eventBy(council, staff, 'mail-preferred', changesOf(before, after)));
    },
  };
};
