import { assessedTogether, otherOfTwo, takenApart, type WhyApart } from '../../domain/journey/joint-cases.ts';
import { slotOf } from '../../domain/journey/persons.ts';
import type { Actor, AuditEvent, CareCase } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';
import type { Change } from '../store/changes.ts';
import { openedByHand } from './opening.ts';

const authority = 'Care Act 2014 section 12(5)';

type Events = Pick<Deps, 'clock' | 'newId'>;

/**
 * The change of the other's case where two are taken apart, and the event of one's own. Neither person is told: whoever wants it may have a
 * reason that the other must not hear of.
 *
 * @param other undefined where it is not there any more, or beside another case
 */
export const partedChange = (
  deps: Events,
  own: CareCase,
  other: CareCase | undefined,
  actor: Actor,
): { own: AuditEvent; change?: Change } => {
  const event = (one: CareCase, about: CareCase['reference'] | undefined) =>
    eventOf(deps, one, { actor, action: 'taken-apart', ...(about && { about }), authority });
  const isOfTwo = other !== undefined && otherOfTwo(other) === own.reference && other.partedFrom === undefined;
  return {
    own: event(own, otherOfTwo(own)),
    ...(isOfTwo && {
      change: {
        case: { ...takenApart(other), version: other.version + 1 },
        events: [event(other, own.reference)],
      },
    }),
  };
};

/** What staff decide of two cases that belong together, or were thought to. */
export type JointDecision = {
  readonly decision: 'together' | 'apart';
  readonly why?: WhyApart | undefined;
  readonly reason: string;
};

/**
 * Two people whose parts came with one code are joined once staff have asked each alone, and taken apart again at any time: a wrong link, one
 * who does not want it any more, harm that came to light. Joining moves nothing: each case keeps its work, records and copies, and names the
 * other. So taking apart has nothing to put back but the link to whom the carer looks after, where that person was the wrong one.
 */
export const createJointCases = (deps: Deps) => {
  const { store, clock, newId } = deps;

  const note = ({ council, reference }: CareCase, by: Actor, text: string): CaseRecord => ({
    ...{ council, reference, version: 1, at: clock.now(), by, kind: 'note', content: { text } },
    id: `case.together-${newId().toLowerCase()}`,
  });

  /** The carer's case of two with whom they look after, where that is free: a carer has one open case for each person. */
  const withCaredFor = async (
    one: CareCase,
    other: CareCase,
  ): Promise<Pick<Change, 'takes' | 'besides'> & { case: CareCase }> => {
    const joined: CareCase = { ...assessedTogether(one, other.reference), version: one.version + 1 };
    if (one.kind !== 'carer' || other.kind !== 'needs' || one.caresFor !== undefined || one.closed)
      return { case: joined };
    const [{ items }, cared] = await Promise.all([store.personOf(one), store.personOf(other)]);
    const slot = slotOf({ kind: 'carer', caresFor: cared.person.id });
    const ids = items.map(({ id }) => id);
    const isSelf = ids.includes(cared.person.id);
    if (isSelf || slot === undefined || (await store.persons.holding(one.council, ids, slot))) return { case: joined };
    const linked: CareCase = { ...joined, caresFor: cared.person.id };
    return { case: linked, takes: linked, besides: items };
  };

  const together = async (one: CareCase, other: CareCase, { reason }: JointDecision, actor: Actor): Promise<void> => {
    const changeOf = async (own: CareCase, beside: CareCase, records: CaseRecord[]): Promise<Change> => ({
      ...(await withCaredFor(own, beside)),
      records,
      events: [eventOf(deps, own, { actor, action: 'assessed-together', about: beside.reference, authority })],
    });
    const written = await store.commit(
      await changeOf(one, other, [note(one, actor, reason)]),
      await changeOf(other, one, []),
    );
    if (!written) throw changedMeanwhile(`Case ${one.reference}`);
  };

  const apart = async (
    one: CareCase,
    other: CareCase | undefined,
    { why = 'other', reason }: JointDecision,
    actor: Actor,
  ): Promise<void> => {
    const unlinked = (own: CareCase, beside: CareCase | undefined): CareCase => {
      const { caresFor, ...rest } = own;
      const isWrong = why === 'wrong-person' && caresFor !== undefined && caresFor === beside?.personId;
      return isWrong ? rest : own;
    };
    const parted = partedChange(deps, one, other, actor);
    const own: CareCase = { ...takenApart(unlinked(one, other)), version: one.version + 1 };
    const theirs =
      other && parted.change ? { ...takenApart(unlinked(other, one)), version: other.version + 1 } : undefined;
    const leaving = (before: CareCase | undefined, after: CareCase | undefined): Pick<Change, 'leaves'> =>
      before?.caresFor && after && after.caresFor === undefined ? { leaves: before } : {};
    // Harm is looked into by whoever does that, on the case in which it was told, and the other case says nothing of it.
    const safety =
      why === 'harm' ? openedByHand(deps, one, { kind: 'look-into-safety', reason }, newId(), actor) : undefined;
    const written = await store.commit(
      {
        case: own,
        ...leaving(one, own),
        records: [...(safety?.change.records ?? [note(one, actor, reason)])],
        events: [parted.own, ...(safety?.change.events ?? [])],
        ...(safety && { tasks: safety.change.tasks, signals: safety.change.signals }),
      },
      ...(parted.change && theirs ? [{ ...parted.change, case: theirs, ...leaving(other, theirs) }] : []),
    );
    if (!written) throw changedMeanwhile(`Case ${one.reference}`);
    if (safety) await deps.workflows.trySend(safety.change.signals);
  };

  return {
    /**
     * Joins the two, or takes them apart. Deciding it again as it stands changes nothing.
     *
     * @throws Problem 409 where there is no other case, or it is closed or beside a third one; 503
     */
    async decide(one: CareCase, decision: JointDecision, actor: Actor): Promise<CareCase> {
      const reference = otherOfTwo(one);
      if (reference === undefined) throw problems.noOtherCase();
      const other = await store.case(one.council, reference);
      if (decision.decision === 'together') {
        if (one.jointWith) return one;
        const isTheirs = other !== undefined && !other.closed && otherOfTwo(other) === one.reference;
        if (!isTheirs) throw problems.noOtherCase();
        await together(one, other, decision, actor);
      } else {
        if (one.partedFrom) return one;
        await apart(one, other, decision, actor);
      }
      return store.knownCase(one.council, one.reference);
    },
  };
};
