import { mayClose } from '../../domain/journey/end-of-support.ts';
import { cancelled, newTask, outlivesClosing } from '../../domain/journey/tasks.ts';
import { planAfter } from '../../domain/plan/plan-states.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase, CloseReason } from '../../schemas/case.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { createNotices } from '../mail/notices.ts';
import { CarewayError } from '../runtime/errors.ts';
import { logger } from '../runtime/logger.ts';
import { eventOf } from '../store/audit.ts';
import type { WholeCase } from '../store/case-store.ts';

/** Work of the case alone that means nothing once the person has died; a worry about safety is looked into all the same. */
const needsTheirLife: readonly TaskKind[] = [
  'contact-another-way',
  'consider-refusal',
  'consider-ending',
  'assess-capacity',
  'arrange-advocacy',
  'refer-continuing-healthcare',
];

/** Whether a case was closed, or why it was not and what staff have to do first. */
export type Closed = { readonly closed: true } | { readonly closed: false; readonly message: string };

const conflict = (reference: string) => new CarewayError('StoreConflict', `Case ${reference} was changed meanwhile`);

/**
 * Closes a case: every piece of work that its machines wait for is taken back and its plan ends in the same transaction, whoever held such
 * work is told, and a review cycle that sleeps ends when it wakes. Closing a closed case changes nothing.
 *
 * Support that runs never ends so before its notice was given and is over: then the case stays as it is, with the work to give notice.
 *
 * @param tells whether the person is written to about it; a machine that closes a case does so in a step of its own
 * @throws StoreConflict where the case was changed meanwhile
 */
export const createClosing = (deps: Deps) => {
  const { store, clock, workflows, councils } = deps;

  /** Opens the work to give notice, once; support goes on under the plan in force, also after a reassessment that found no needs. */
  const openNotice = async ({ case: careCase, tasks }: WholeCase, reason: CloseReason, actor: Actor): Promise<void> => {
    const kind = 'give-notice-of-end' as const;
    const before = tasks.filter((task) => task.kind === kind);
    const goesBack = careCase.planInForce !== undefined && careCase.stage !== 'support';
    if (before.some(({ status }) => status === 'open') && !goesBack) return;
    const work = {
      thread: 'case',
      step: `${kind}-${before.length + 1}`,
      kind,
      reason: `The case would close (${reason}). Support runs until notice was given and is over.`,
    };
    const task = newTask(careCase, work, clock.now());
    const opens = !before.some(({ status }) => status === 'open');
    const written = await store.commit({
      ...(goesBack ? { case: { ...careCase, version: careCase.version + 1, stage: 'support' } } : { asRead: careCase }),
      ...(opens && { tasks: [task] }),
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'end-waits-for-notice',
          about: reason,
          authority: kindsOfWork[kind].authority,
        }),
      ],
    });
    if (!written) throw conflict(careCase.reference);
    if (!opens) return;
    try {
      await createNotices(deps).tellStaff(careCase, task);
    } catch (error) {
      // The work is on the worklist all the same, and the digest brings it up.
      logger.error('Staff could not be written to about a notice', error as Error);
    }
  };

  return async (careCase: CareCase, reason: CloseReason, actor: Actor, { tells = false } = {}): Promise<Closed> => {
    if (careCase.closed) return { closed: true };
    const { council, reference } = careCase;
    const now = clock.now();
    const whole = await store.whole(council, reference);
    if (whole === undefined || whole.case.version !== careCase.version) throw conflict(reference);
    const ruling = mayClose(whole, reason, councils.known(council), londonDate(now));
    if (!ruling.may) {
      if (ruling.code === 'no-notice') await openNotice(whole, reason, actor);
      return { closed: false, message: ruling.message };
    }
    const open = whole.tasks.filter(
      ({ status, kind }) =>
        status === 'open' && (!outlivesClosing(kind) || (reason === 'died' && needsTheirLife.includes(kind))),
    );
    const owed = { council, reference, at: now };
    const signals = open.flatMap(({ id }): Signal[] => [
      { ...owed, id: `answer-${id}`, kind: 'answer-task', taskId: id },
      { ...owed, id: `taken-back-${id}`, kind: 'tell-staff', taskId: id },
    ]);
    if (tells && reason !== 'died') {
      const news = { step: 'tell-of-end', template: 'case-closed' } as const;
      signals.push({ ...owed, ...news, id: 'tell-of-end', kind: 'tell-person' });
    }
    // A plan that was still on its way, or in force, is neither any more; what was in force before it stays as it ended.
    const ended = whole.records.flatMap((plan) => {
      if (plan.kind !== 'plan') return [];
      const after = planAfter(plan.state, 'end');
      return after.ok ? [{ ...plan, state: after.state, version: plan.version + 1 }] : [];
    });
    const { nextReview: _nextReview, visits: _visits, ...rest } = careCase;
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
    if (!written) throw conflict(reference);
    await workflows.trySend(signals);
    return { closed: true };
  };
};
