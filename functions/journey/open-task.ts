import { assessedOnceMore } from '../../domain/journey/reassessment.ts';
import { cancelled, newTask } from '../../domain/journey/tasks.ts';
import { openingReason } from '../../domain/journey/unproved-readers.ts';
import { whoCan } from '../../domain/plan/authority.ts';
import { isWithPerson } from '../../domain/plan/own-plan.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { type OpenTaskInput, openTaskInput, openTaskOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { owedToInvited } from '../../services/mail/invited-to-plan.ts';
import { managers, owedToStaff } from '../../services/mail/owed-to-staff.ts';
import { changedMeanwhile } from '../../services/runtime/try-again.ts';
import { eventOf, platform } from '../../services/store/audit.ts';
import { awaitingAgreement } from '../../services/work/awaiting-agreement.ts';
import { withWorkersHere } from '../../services/work/case-workers.ts';
import { itsTheirTurn } from '../../services/work/their-turn.ts';
import { visitWorkFor } from '../../services/work/visit-work.ts';

/** Why nobody should do this work any more, if so: the error that ends the execution's wait. */
const overtaken = (careCase: CareCase, thread: string): 'CaseClosed' | 'CycleSuperseded' | undefined => {
  if (careCase.closed) return 'CaseClosed';
  const [, generation] = /^review-(\d+)$/.exec(thread) ?? [];
  return generation !== undefined && Number(generation) < careCase.reviewGeneration ? 'CycleSuperseded' : undefined;
};

/** Who checks a plan, where the council says so; other work is for the role of its kind. */
const checkerOf = ({ plans }: Council, kind: OpenTaskInput['kind']) =>
  kind === 'check-plan' && plans ? { role: plans.checkedBy } : undefined;

/**
 * Gives a person a piece of work and keeps the token with which the execution waits for it.
 *
 * Called again for the same step, by a retry or by the next leg of the thread, it finds the same task: an open one gets the
 * new token, a closed one answers at once with what was done. So nobody is asked twice, and no answer is lost.
 */
export const createOpenTask = (deps: Deps) => {
  const { store, workflows, clock, councils } = deps;

  /** How a request came is said to whoever looks at it first. */
  const applicationOf = async ({ council, reference }: CareCase, kind: OpenTaskInput['kind']) => {
    if (kind !== 'triage-request') return undefined;
    const record = await store.record(council, reference, 'application', 'application');
    return record?.kind === 'application' ? record : undefined;
  };

  /** Whose agreement a plan takes, where it is that for which a task is. */
  const agreementOf = async ({ council, reference }: CareCase, task: Task) => {
    if (task.kind !== 'agree-plan-for-council') return undefined;
    const records = await store.records(council, reference);
    return (await awaitingAgreement(deps, task, { records }))?.agreement;
  };

  /** Whose work it is where that depends on the case or the council, and why in a sentence. */
  const holderOf = async (
    careCase: CareCase,
    task: Task,
  ): Promise<{ role: StaffRole; reason?: string } | undefined> => {
    const agreement = await agreementOf(careCase, task);
    return agreement?.by === 'panel'
      ? { role: agreement.role, reason: whoCan(agreement) }
      : checkerOf(councils.known(careCase.council), task.kind);
  };

  /** Managers are told where fewer people than the quorum can be on a panel; where its task is theirs they read it there. */
  const owedForMissingMembers = async (careCase: CareCase, task: Task) => {
    const agreement = task.role === 'manager' ? undefined : await agreementOf(careCase, task);
    const isShort = agreement?.by === 'panel' && agreement.who.length < agreement.quorum;
    return isShort ? [owedToStaff(task, task.openedAt, managers)] : [];
  };

  /** Who writes the plan with the person hears that it is open for changes: a plan that comes back is drafted anew. */
  const owedToWriters = async (careCase: CareCase, task: Task) =>
    task.kind === 'draft-plan' && isWithPerson(careCase, task)
      ? owedToInvited(deps, careCase, `plan-back-${task.id.slice(task.id.indexOf('.') + 1)}`)
      : [];

  const opened = async (careCase: CareCase, input: OpenTaskInput): Promise<Task> => {
    const { person } = await store.personOf(careCase);
    const reason =
      assessedOnceMore(input) ??
      openingReason(input.kind, { careCase, person }, await applicationOf(careCase, input.kind));
    const workers = await withWorkersHere(deps, careCase);
    const holder = await holderOf(careCase, newTask(workers, input, clock.now()));
    const task = newTask(workers, { ...input, reason: reason ?? holder?.reason, holder }, clock.now());
    const before = await store.task(careCase.council, task.id);
    const error = overtaken(careCase, input.thread);
    // What was done before the case was closed stays done, so that what follows from it still happens.
    if (error && before?.status !== 'completed') {
      return { ...cancelled(before ?? task, error, clock.now()), token: input.token };
    }
    if (before?.status === 'open' && (input.token === undefined || before.token === input.token)) return before;
    if (before && before.status !== 'open') return { ...before, ...(input.token && { token: input.token }) };
    const after = before ? { ...before, version: before.version + 1, token: input.token } : task;
    const event = (action: EventAction, { id, kind }: Task) =>
      eventOf(deps, careCase, {
        actor: platform('open-task'),
        action,
        about: id,
        authority: kindsOfWork[kind].authority,
      });
    // Whoever holds it is asked in the same step to arrange the visit, so no mail of its own says so.
    const visits = before ? [] : await visitWorkFor(deps, careCase, after);
    const events = [
      event(before ? 'task-continued' : 'task-created', task),
      ...visits.map((visit) => event('task-created', visit)),
    ] as const;
    const signals = before
      ? []
      : [
          ...itsTheirTurn(task),
          owedToStaff(task, task.openedAt),
          ...(await owedForMissingMembers(careCase, task)),
          ...(await owedToWriters(careCase, task)),
        ];
    // Only on the case as it was read: one that is closed at this moment would keep a task that nobody takes back.
    if (await store.commit({ asRead: careCase, tasks: [after, ...visits], events, signals })) {
      await workflows.trySend(signals);
      return after;
    }
    throw changedMeanwhile(`Task ${task.id}`);
  };

  return async (input: OpenTaskInput) => {
    const careCase = await store.knownCase(input.council, input.reference);
    const task = await opened(careCase, input);
    if (task.status !== 'open') await workflows.answer(task);
    return { taskId: task.id };
  };
};

export const handler = taskHandler(openTaskInput, openTaskOutput, createOpenTask);
