import { mayClose } from '../../domain/journey/end-of-support.ts';
import { planAfter } from '../../domain/plan/plan-states.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase, CloseReason } from '../../schemas/case.ts';
import { type CaseRecord, closingNote } from '../../schemas/records.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';
import { createEndingWork } from './ending-work.ts';
import { partTakenBack } from './taking-back.ts';

/** Whether a case was closed, or why it was not and what staff have to do first. */
export type Closed = { readonly closed: true } | { readonly closed: false; readonly message: string };

const conflict = (reference: string) => changedMeanwhile(`Case ${reference}`);

/**
 * Closes a case: every piece of work that its machines wait for is taken back and its plan ends in the same transaction, as far as
 * one holds it and the rest right after, whoever held such work is told, and a review cycle that sleeps ends when it wakes. Closing a closed case changes nothing.
 *
 * Support that runs never ends so before its notice was given and is over: then the case stays as it is, with the work to give notice.
 *
 * @param says the reasons and advice that the person gets in writing, where staff close the case by hand
 * @param tells whether the person is written to about it; a machine that closes a case does so in a step of its own
 * @throws StoreConflict where the case was changed meanwhile
 */
export const createClosing = (deps: Deps) => {
  const { store, clock, workflows, councils } = deps;

  return async (
    careCase: CareCase,
    reason: CloseReason,
    actor: Actor,
    {
      tells = false,
      goesOnWith,
      says,
    }: { tells?: boolean; goesOnWith?: CaseReference | undefined; says?: string | undefined } = {},
  ): Promise<Closed> => {
    if (careCase.closed) return { closed: true };
    const { council, reference } = careCase;
    const now = clock.now();
    const whole = await store.whole(council, reference);
    if (whole === undefined || whole.case.version !== careCase.version) throw conflict(reference);
    const ruling = mayClose(whole, reason, councils.known(council), londonDate(now));
    if (!ruling.may) {
      await createEndingWork(deps)(whole, reason, actor);
      return { closed: false, message: ruling.message };
    }
    const { taken, signals, isMore } = partTakenBack(whole.tasks, reason, now);
    const owed = { council, reference, at: now };
    if (isMore)
      signals.push({ ...owed, id: `close-rest-${careCase.version + 1}`, kind: 'close-case', reason, closedAt: now });
    if (tells && reason !== 'died') {
      // A case that was opened again and closes once more is told of once more.
      const times = careCase.reopened?.times ?? 0;
      const step = times === 0 ? 'tell-of-end' : `tell-of-end-${times + 1}`;
      const template = reason === 'duplicate' ? 'case-duplicate' : 'case-closed';
      signals.push({ ...owed, id: step, step, template, kind: 'tell-person' });
    }
    // A plan that was still on its way, or in force, is neither any more; what was in force before it stays as it ended.
    const ended = whole.records.flatMap((plan) => {
      if (plan.kind !== 'plan') return [];
      const after = planAfter(plan.state, 'end');
      return after.ok ? [{ ...plan, state: after.state, version: plan.version + 1 }] : [];
    });
    const said: CaseRecord[] =
      says === undefined
        ? []
        : [
            {
              ...{ council, reference, version: 1, at: now, by: actor },
              id: `${closingNote}-${(careCase.reopened?.times ?? 0) + 1}`,
              kind: 'note',
              content: { text: says },
            },
          ];
    const { nextReview: _nextReview, visits: _visits, ...rest } = careCase;
    const written = await store.commit({
      case: {
        ...rest,
        version: careCase.version + 1,
        stage: 'closed',
        closed: { reason, at: now, ...(goesOnWith && { goesOnWith }) },
      },
      leaves: careCase,
      tasks: taken,
      records: [...ended, ...said],
      signals,
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'case-closed',
          about: reason,
          authority: reason === 'not-eligible' ? 'Care Act 2014 section 13(5)' : 'Care Act 2014 section 27',
        }),
      ],
    });
    if (!written) throw conflict(reference);
    await workflows.trySend(signals);
    return { closed: true };
  };
};
