import { cancelled, outlivesClosing, outlivesDeath } from '../../domain/journey/tasks.ts';
import type { CloseReason } from '../../schemas/case.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf, platform } from '../store/audit.ts';

/**
 * How many pieces of work one transaction takes back: each is an item, and what it owes are two more, of the 100 that a transaction takes.
 *
 * @see Amazon DynamoDB Developer Guide, TransactWriteItems
 */
const mostAtOnce = 25;

/** A part of the open work that ends with a case, what taking it back owes, and whether there is more. */
export const partTakenBack = (tasks: readonly Task[], reason: CloseReason, at: IsoInstant) => {
  const outlives = reason === 'died' ? outlivesDeath : outlivesClosing;
  const open = tasks.filter(({ status, kind }) => status === 'open' && !outlives(kind));
  const part = open.slice(0, mostAtOnce);
  return {
    taken: part.map((task) => cancelled(task, 'CaseClosed', at)),
    signals: part.flatMap(({ council, reference, id }): Signal[] => {
      const owed = { council, reference, at };
      return [
        { ...owed, id: `answer-${id}`, kind: 'answer-task', taskId: id },
        { ...owed, id: `taken-back-${id}`, kind: 'tell-staff', taskId: id },
      ];
    }),
    isMore: open.length > part.length,
  };
};

/**
 * Takes back, part by part, the work that was open when a case was closed and did not fit into that transaction. Work that came later, on a
 * case that was opened again, stays. Doing it again goes on where it stopped.
 *
 * @throws CarewayError `StoreConflict` where a task was changed meanwhile; the sweeper tries again
 */
export const takeBackRest = async (
  deps: Deps,
  { council, reference, reason }: Extract<Signal, { kind: 'close-case' }>,
  closedAt: IsoInstant,
): Promise<void> => {
  const { store, clock, workflows } = deps;
  for (;;) {
    const before = (await store.tasks(council, reference)).filter(({ openedAt }) => openedAt <= closedAt);
    const { taken, signals, isMore } = partTakenBack(before, reason, clock.now());
    const [first] = taken;
    if (first === undefined) return;
    const written = await store.commit({
      tasks: taken,
      signals,
      events: [
        eventOf(deps, first, {
          actor: platform('finished-work'),
          action: 'case-closed',
          about: `${reason}: more work taken back`,
          authority: 'Care Act 2014 section 27',
        }),
      ],
    });
    if (!written) throw changedMeanwhile(`Case ${reference}`);
    await workflows.trySend(signals);
    if (!isMore) return;
  }
};
