import { type Task, type TaskKind, task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';

/** A piece of work as it is stored, with what a test wants different. */
export const aTask = (different: { kind: TaskKind } & Partial<Record<keyof Task, unknown>>): Task =>
  task.parse({
    council: 'leicestershire',
    reference: 'K7M-29QX-T4F',
    id: `K7M-29QX-T4F.case.${different.kind}-3f0a1c`,
    version: 1,
    role: kindsOfWork[different.kind].role,
    openedAt: '2026-01-05T10:00:00.000Z',
    dueOn: '2026-01-05',
    status: 'open',
    ...(different['status'] === 'completed' && {
      closed: { at: '2026-06-02T10:00:00.000Z', outcome: 'done', answer: { kind: 'output', output: {} } },
    }),
    ...different,
  });
