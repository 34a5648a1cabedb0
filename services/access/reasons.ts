import { isClosedTo, mayOpenRestricted } from '../../domain/access/restricted.ts';
import type { LookReason } from '../../schemas/access.ts';
import { type CaseReference, type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { whomToAsk } from './who-may-see.ts';

/** Minutes for which a reason opens a case where the council has not said. */
const hour = 60;

/** What somebody is told before they give a reason: for how long it opens the case, and of a restricted record whom to ask. */
export type AskedFor = {
  readonly reference: CaseReference;
  readonly minutes: number;
  readonly restricted: boolean;
  readonly ask?: string;
  /** Whether a reason of theirs opens it. */
  readonly mayGive: boolean;
};

/**
 * Reasons to look beyond what one's work needs. One opens one case to one member of staff for a while, and is written beside who looked; where the record
 * is restricted it may be given by managers and safeguarding leads, and the named are told at once.
 */
export const createReasons = (deps: Deps) => {
  const find = async ({ council }: StaffRequest, reference: CaseReference) => {
    const careCase = await deps.store.case(council.slug, reference);
    if (careCase === undefined) throw problems.notYours();
    return { careCase, person: (await deps.store.personOf(careCase)).person };
  };

  return {
    /** @throws Problem 403 where there is no such case */
    async asked(request: StaffRequest, reference: CaseReference): Promise<AskedFor> {
      const { council, staff } = request;
      const { person } = await find(request, reference);
      const restricted = isClosedTo(person, staff.id);
      return {
        reference,
        minutes: council.access?.reasonMinutes ?? hour,
        restricted,
        ...(restricted && { ask: await whomToAsk(deps, request, person) }),
        mayGive: !restricted || staff.roles.some((role) => mayOpenRestricted.includes(role)),
      };
    },

    /** Opens a case for a reason. @throws Problem 403 `restricted`, 503 */
    async give(
      request: StaffRequest,
      reference: CaseReference,
      { kind, says }: { readonly kind: LookReason; readonly says: string },
    ): Promise<IsoInstant> {
      const { store, clock, newId, workflows } = deps;
      const { council, staff } = request;
      const { mayGive, minutes, restricted, ask = '' } = await this.asked(request, reference);
      if (!mayGive) throw problems.restricted({ reference, ask });
      const acting = restricted ? staff.roles.find((one) => mayOpenRestricted.includes(one)) : staff.roles[0];
      if (acting === undefined) throw problems.notYours();
      const at = clock.now();
      const id = newId();
      const until = isoInstant.parse(new Date(Date.parse(at) + minutes * 60_000).toISOString());
      const of = { council: council.slug, reference, at };
      const tells: Signal[] = restricted ? [{ ...of, kind: 'tell-named', id: `named-${id}`, staff: staff.id }] : [];
      const look = {
        ...{ ...of, id, staff: { id: staff.id, role: acting }, section: 'reason', by: 'reason' as const },
        reason: { kind, says },
      };
      if (!(await store.looks.grant({ ...of, staff: staff.id, kind, until }, look, tells))) throw problems.busy();
      await workflows.trySend(tells);
      return until;
    },
  };
};
