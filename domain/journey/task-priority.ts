import type { CareCase } from '../../schemas/case.ts';
import type { Task, TaskKind, TaskPriority } from '../../schemas/task.ts';

/** Work about somebody's safety, which goes before what is due on the same day whatever else the case says. Care Act 2014 s.42; MCA 2005 s.4. */
const aboutSafety: readonly TaskKind[] = ['look-into-safety', 'refer-child', 'adult-whose-carer-died'];

/** From this score on, of 100, a council's own scoring of a request makes it one that should not wait its turn. */
export const scoreThatPresses = 70;

/**
 * How much a piece of work matters among those that are due on the same day: 1 for safety and for who cannot wait, 2 for a carer who cannot go on, a
 * case at which triage saw something that presses, or a high score; 3 in turn. Care and support statutory guidance 6.29.
 */
export const priorityOf = (
  kind: TaskKind,
  { urgency, pressing }: Pick<CareCase, 'urgency' | 'pressing'>,
): TaskPriority => {
  if (aboutSafety.includes(kind) || urgency === 'urgent') return 1;
  return urgency === 'carer-breakdown' || pressing ? 2 : 3;
};

/** The open tasks of a case whose priority is another now that the case says something else. */
export const reprioritised = (tasks: readonly Task[], careCase: CareCase): Task[] =>
  tasks.flatMap((task) => {
    const priority = priorityOf(task.kind, careCase);
    if (task.status !== 'open' || (task.priority ?? 3) === priority) return [];
    return [{ ...task, version: task.version + 1, priority }];
  });
