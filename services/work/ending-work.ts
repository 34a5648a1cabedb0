import { mayClose, supportRuns } from '../../domain/journey/end-of-support.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CloseReason } from '../../schemas/case.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';
import type { WholeCase } from '../store/case-store.ts';

const why = {
  'give-notice-of-end': (reason: CloseReason) =>
    `The case would close (${reason}). Support runs until notice was given and is over.`,
  'send-plan-to-council': () =>
    'The person moves away. Support runs until they arrive, and the other council has the plan.',
} as const;

/**
 * Opens the work that has to be done before a case can close for a reason, once: the notice that support ends, the plan for another council.
 * Support goes on meanwhile under the plan in force, also after a reassessment that found no needs.
 *
 * @throws CarewayError `StoreConflict` where the case was changed meanwhile
 */
export const createEndingWork =
  (deps: Deps) =>
  async (whole: WholeCase, reason: CloseReason, actor: Actor): Promise<void> => {
    const { store, clock, councils } = deps;
    const { case: careCase, tasks } = whole;
    const council = councils.known(careCase.council);
    const ruling = mayClose(whole, reason, council, londonDate(clock.now()));
    const moves = reason === 'moved-away' && supportRuns(whole);
    if (!moves && (ruling.may || ruling.code !== 'no-notice')) return;
    const kind = moves ? 'send-plan-to-council' : 'give-notice-of-end';
    const before = tasks.filter((task) => task.kind === kind);
    const isDue = !before.some(({ status }) => status === 'open' || (moves && status === 'completed'));
    const goesBack = !moves && careCase.planInForce !== undefined && careCase.stage !== 'support';
    if (!isDue && !goesBack) return;
    const step = `${kind}-${before.length + 1}`;
    const task = newTask(careCase, { thread: 'case', step, kind, reason: why[kind](reason) }, clock.now());
    const signals = isDue ? [owedToStaff(task, task.openedAt)] : [];
    const written = await store.commit({
      ...(goesBack ? { case: { ...careCase, version: careCase.version + 1, stage: 'support' } } : { asRead: careCase }),
      ...(isDue && { tasks: [task] }),
      signals,
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'end-waits',
          about: `${reason}: ${kind}`,
          authority: kindsOfWork[kind].authority,
        }),
      ],
    });
    if (!written) throw changedMeanwhile(`Case ${careCase.reference}`);
    await deps.workflows.trySend(signals);
  };
