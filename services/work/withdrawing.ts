import { newTask } from '../../domain/journey/tasks.ts';
import { withdrawal } from '../../domain/journey/withdrawal.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { CarewayError } from '../runtime/errors.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';
import { createClosing } from './closing.ts';

/** What a wish to withdraw has come to: the case is closed, or staff have work and it is not. */
export type Withdrawn = 'closed' | 'considered' | 'asked-to-end';

const work: Readonly<Record<'consider-refusal' | 'ask-to-end', { kind: TaskKind; reason: string; done: Withdrawn }>> = {
  'consider-refusal': {
    kind: 'consider-refusal',
    reason:
      'The person asks to withdraw. Section 11(2): harm is known, or capacity is in doubt. It is closed if the refusal stands.',
    done: 'considered',
  },
  // The page asks for it with a form; this is for a plan that came into force while the page was open.
  'ask-to-end': {
    kind: 'consider-ending',
    reason: 'The person asks for support to end. It goes on meanwhile.',
    done: 'asked-to-end',
  },
};

/**
 * A person withdraws their request. With support it is a message to the key worker; where harm is known or capacity in doubt it is looked at
 * first; otherwise the case is closed, and whoever had open work on it is told.
 *
 * @throws CarewayError `StoreConflict` where the case was changed meanwhile
 */
export const createWithdrawing =
  (deps: Deps) =>
  async ({ careCase, actor }: { careCase: CareCase; actor: Actor }): Promise<Withdrawn> => {
    const { council, reference } = careCase;
    const { store, clock } = deps;
    const whole = await store.whole(council, reference);
    if (whole === undefined) throw new CarewayError('CaseNotFound', `No case ${reference}`);
    if (whole.case.closed) return 'closed';
    const found = withdrawal(whole, whole.person);
    if (found === 'close') {
      await createClosing(deps)(whole.case, 'withdrawn', actor, { tells: true });
      return 'closed';
    }
    const { kind, reason, done } = work[found];
    const asked = whole.tasks.filter((task) => task.kind === kind);
    // Asking twice is asking once, for as long as it is not answered.
    if (asked.some(({ status }) => status === 'open')) return done;
    const step = `${kind}-${asked.length + 1}-withdrawn`;
    const task = newTask(whole.case, { thread: 'case', step, kind, reason }, clock.now());
    const signals = [owedToStaff(task, task.openedAt)];
    const written = await store.commit({
      asRead: whole.case,
      tasks: [task],
      signals,
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'withdrawal-asked',
          about: task.id,
          authority: kindsOfWork[kind].authority,
        }),
      ],
    });
    if (!written) throw changedMeanwhile(`Case ${reference}`);
    await deps.workflows.trySend(signals);
    return done;
  };
