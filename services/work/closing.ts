import { belongsToThread, cancelled } from '../../domain/journey/tasks.ts';
import { planAfter } from '../../domain/plan/plan-states.ts';
import type { Actor, CareCase, CloseReason } from '../../schemas/case.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { TaskKind } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { CarewayError } from '../runtime/errors.ts';
import { eventOf } from '../store/audit.ts';

/** Work of the case alone that means nothing once the person has died; a worry about safety is looked into all the same. */
const needsTheirLife: readonly TaskKind[] = [
  'contact-another-way',
  'consider-refusal',
  'assess-capacity',
  'arrange-advocacy',
  'refer-continuing-healthcare',
];

/**
 * Closes a case: every piece of work that its machines wait for is taken back and its plan ends in the same transaction, and a
 * review cycle that sleeps ends when it wakes. Closing a closed case changes nothing.
 *
 * @param tells whether the person is written to about it; a machine that closes a case does so in a step of its own
 * @throws StoreConflict where the case was changed meanwhile
 */
export const createClosing =
  (deps: Deps) =>
  async (careCase: CareCase, reason: CloseReason, actor: Actor, { tells = false } = {}): Promise<void> => {
    if (careCase.closed) return;
    const { store, clock, workflows } = deps;
    const { council, reference } = careCase;
    const now = clock.now();
    const open = (await store.tasks(council, reference)).filter(
      (task) =>
        task.status === 'open' && (belongsToThread(task) || (reason === 'died' && needsTheirLife.includes(task.kind))),
    );
    const owed = { council, reference, at: now };
    const signals = open.map(({ id }): Signal => ({ ...owed, id: `answer-${id}`, kind: 'answer-task', taskId: id }));
    if (tells && reason !== 'died') {
      const news = { step: 'tell-of-end', template: 'case-closed' } as const;
      signals.push({ ...owed, ...news, id: 'tell-of-end', kind: 'tell-person' });
    }
    // A plan that was still on its way, or in force, is neither any more; what was in force before it stays as it ended.
    const ended = (await store.records(council, reference, 'plan')).flatMap((plan) => {
      if (plan.kind !== 'plan') return [];
      const after = planAfter(plan.state, 'end');
      return after.ok ? [{ ...plan, state: after.state, version: plan.version + 1 }] : [];
    });
    const { nextReview: _nextReview, ...rest } = careCase;
    const written = await store.commit({
      case: { ...rest, version: careCase.version + 1, stage: 'closed', closed: { reason, at: now } },
      leaves: careCase,
      tasks: open.map((task) => cancelled(task, 'CaseClosed', now)),
      records: ended,
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
    if (!written) throw new CarewayError('StoreConflict', `Case ${reference} was changed meanwhile`);
    await workflows.trySend(signals);
  };
