import type { CareCase } from '../../schemas/case.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { createNotices } from '../mail/notices.ts';
import { platform } from '../store/audit.ts';
import { createClosing } from './closing.ts';
import { createDeaths } from './deaths.ts';
import { takeBackRest } from './taking-back.ts';

/** What is owed when a case ends: that it is closed, where finished work says so, and that whoever held work on it is told. */
export const createEndingCases = (deps: Deps) => ({
  /** @throws CarewayError `StoreConflict` where the case was changed meanwhile; the sweeper tries again */
  async close(ending: Extract<Signal, { kind: 'close-case' }>): Promise<void> {
    const { council, reference, reason, closedAt } = ending;
    if (closedAt !== undefined) return takeBackRest(deps, ending, closedAt);
    const careCase = await deps.store.knownCase(council, reference);
    if (reason === 'died') await this.closeAll(careCase);
    else await createClosing(deps)(careCase, reason, platform('finished-work'), { tells: true });
  },

  /** Every open case of somebody whose death was confirmed. What is left to do by hand is work on the case in which it was. */
  async closeAll(of: CareCase): Promise<void> {
    const { store } = deps;
    const { person } = await store.personOf(of);
    if (person.died?.confirmed === undefined) return;
    let hadSupport = false;
    for (const { careCase } of await store.casesOf(person)) {
      const whole = await store.whole(careCase.council, careCase.reference);
      const plans = whole?.records.some(({ kind }) => kind === 'plan') ?? false;
      hadSupport ||= plans;
      await createClosing(deps)(careCase, 'died', platform('finished-work'));
    }
    await createDeaths(deps).afterConfirmed(of, hadSupport);
  },

  async died(signal: Extract<Signal, { kind: 'person-died' }>): Promise<void> {
    await createDeaths(deps).follows(signal);
  },

  /**
   * Nobody is told of work that was done or taken back meanwhile, or that it was taken back where it was not.
   *
   * @throws MailNotAccepted where the mail may be taken later
   */
  async tellStaff(owed: Extract<Signal, { kind: 'tell-staff' }>): Promise<void> {
    const { council, taskId, template = 'work-taken-back', reader = 'staff' } = owed;
    const task = await deps.store.task(council, taskId);
    const isSo = task?.status === (template === 'task-opened' ? 'open' : 'cancelled');
    if (task && isSo) await createNotices(deps).writeToStaff(task, task, reader, template);
  },
});
