import { aboutLateness, isLate, isToldOf } from '../../domain/journey/lateness.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { eventOf, platform } from '../store/audit.ts';

const { authority } = kindsOfWork['explain-delay'];
const actor = platform('send-digests');

/** Pieces of work that are looked at together: thousands may be late at once, and the morning’s run ends in time. */
const atOnce = 20;

/**
 * What happens when a day that a person was told has passed: whoever holds the work is asked why and by when; where nobody answers in two working
 * days the person is told that it is late and when they hear again, as long as that lasts. Run each working day, and harmless when run again.
 */
export const createLateness = (deps: Deps) => {
  const { store, clock, workflows } = deps;

  const askWhy = async (careCase: CareCase, late: Task, { step, dueOn }: { step: string; dueOn: IsoDate }) => {
    const { title } = kindsOfWork[late.kind];
    const task = newTask(
      careCase,
      {
        thread: 'case',
        step,
        kind: 'explain-delay',
        reason: `This is late: ${title}. The person was told a day that has passed.`,
        holder: { role: late.role, assignee: late.assignee },
        dueOn,
      },
      clock.now(),
    );
    const events = [eventOf(deps, careCase, { actor, action: 'task-created', about: task.id, authority })] as const;
    const signals = [owedToStaff(task, clock.now())];
    // Where the case changed at this moment the work may be done; if it is not, the next working day asks.
    if (await store.commit({ asRead: careCase, tasks: [task], signals, events })) {
      await workflows.trySend(signals);
    }
  };

  const tellPerson = async ({ council, reference }: CareCase, step: string) => {
    const at = clock.now();
    const signal: Signal = {
      council,
      reference,
      at,
      id: `tell-${step}`,
      kind: 'tell-person',
      step,
      template: 'running-late',
    };
    const events = [
      eventOf(deps, { council, reference }, { actor, action: 'told-late', about: step, authority }),
    ] as const;
    const claims = [{ name: `late#${reference}#${step}`, answer: at }];
    if (await store.commit({ signals: [signal], claims, events })) await workflows.trySend([signal]);
  };

  /** Does what is due about one piece of work. Answers whether it is late. */
  const lookAt = async (task: Task, today: IsoDate): Promise<boolean> => {
    const careCase = await store.knownCase(task.council, task.reference);
    if (!isLate(task, careCase, today)) return false;
    const due = aboutLateness(task, await store.tasks(task.council, task.reference), today);
    if (due.do === 'ask-why') await askWhy(careCase, task, due);
    if (due.do === 'tell-person') await tellPerson(careCase, due.step);
    return true;
  };

  /** @returns how many pieces of work are late against a day that a person was told */
  return async (overdue: readonly Task[], today: IsoDate, failed: (error: unknown) => void): Promise<number> => {
    const toldOf = overdue.filter(isToldOf);
    let late = 0;
    for (let at = 0; at < toldOf.length; at += atOnce) {
      const settled = await Promise.allSettled(toldOf.slice(at, at + atOnce).map((task) => lookAt(task, today)));
      for (const one of settled) {
        if (one.status === 'fulfilled') late += Number(one.value);
        // One that fails keeps no other person from being told; the call fails at its end and is made again.
        else failed(one.reason);
      }
    }
    return late;
  };
};
