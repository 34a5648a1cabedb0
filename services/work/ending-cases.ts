import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { createNotices } from '../mail/notices.ts';
import { platform } from '../store/audit.ts';
import { createClosing } from './closing.ts';

/** What is owed when a case ends: that it is closed, where finished work says so, and that whoever held work on it is told. */
export const createEndingCases = (deps: Deps) => ({
  /** @throws CarewayError `StoreConflict` where the case was changed meanwhile; the sweeper tries again */
  async close({ council, reference, reason }: Extract<Signal, { kind: 'close-case' }>): Promise<void> {
    const careCase = await deps.store.knownCase(council, reference);
    await createClosing(deps)(careCase, reason, platform('finished-work'), { tells: true });
  },

  /** @throws MailNotAccepted where the mail may be taken later */
  async tellStaff({ council, taskId }: Extract<Signal, { kind: 'tell-staff' }>): Promise<void> {
    const task = await deps.store.task(council, taskId);
    if (task?.status === 'cancelled') await createNotices(deps).tellStaff(task, task, 'staff', 'work-taken-back');
  },
});
