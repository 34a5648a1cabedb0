import { outcomeOf } from '../../domain/task-outcomes.ts';
import { completedTask, completeTaskBody } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import { taskForms } from '../../schemas/task-forms.ts';
import { eventOf } from '../common/audit.ts';
import { caseWorkers } from '../common/case-workers.ts';
import type { Deps } from '../common/deps.ts';
import { Problem } from '../common/errors.ts';
import { problems } from '../common/problems.ts';
import { json, jsonBody, type StaffCall, type StaffRequest } from '../common/site.ts';
import { permittedTask } from '../common/task-views.ts';
import { belongsToThread } from '../common/tasks.ts';

/** What a finished task owes to Step Functions: its answer, or the next leg of a thread that a fault had stopped. */
const owedBy = (task: Task, at: Signal['at']): Signal[] => {
  const owed = { council: task.council, reference: task.reference, at };
  if (belongsToThread(task)) return [{ ...owed, id: `answer-${task.id}`, kind: 'answer-task', taskId: task.id }];
  const [, thread, leg] = /\.restart-((?:assessment|review)-\d+)-(\d+)$/.exec(task.id) ?? [];
  if (thread === undefined) return [];
  return [
    {
      ...owed,
      id: `start-${thread}-${Number(leg) + 1}`,
      kind: 'start-execution',
      machine: thread.startsWith('review') ? 'review-cycle' : 'assessment-journey',
      input: { council: task.council, reference: task.reference, thread, leg: Number(leg) + 1 },
    },
  ];
};

const complete = async (deps: Deps, request: StaffRequest, answers: unknown) => {
  const { store, clock } = deps;
  const { council, staff } = request;
  const task = await permittedTask(deps, request, { managerToo: false });
  if (task.status !== 'open') throw problems.alreadyDone(task);
  const careCase = await store.knownCase(council.slug, task.reference);
  const member = await store.staff(council.slug, staff.id);
  const by = { id: staff.id, name: member?.name ?? staff.id };
  const now = clock.now();
  const meaning = outcomeOf(answers, {
    case: careCase,
    task,
    now,
    staff: by,
    targets: council.targets,
    charging: council.charging,
    plans: (await store.records(council.slug, task.reference, 'plan')) as PlanRecord[],
  });
  if (!meaning.ok) {
    if (meaning.code === 'invalid-answers') throw problems.invalid(meaning.problems);
    throw new Problem({
      status: 409,
      code: meaning.code,
      title: 'Someone else has to check this plan',
      detail: meaning.problems.map(({ message }) => message).join(' '),
    });
  }
  const changes = { ...meaning.changes, ...(await caseWorkers(deps, task, answers)) };
  const changed: CareCase = { ...careCase, ...changes, version: careCase.version + 1 };
  const actor = { kind: 'staff', id: staff.id, role: task.role } as const;
  const done: Task = {
    ...task,
    version: task.version + 1,
    status: 'completed',
    closed: { at: now, by, outcome: meaning.outcome, answer: { kind: 'output', output: meaning.output } },
  };
  const signals = owedBy(done, now);
  const { council: slug, reference } = careCase;
  const written = await store.commit({
    case: changed,
    tasks: [done],
    // What is kept says who made it; a record that changes keeps its first author.
    records: meaning.records.map((kept) => ({ by: actor, at: now, council: slug, reference, ...kept })),
    signals,
    events: [
      eventOf(deps, careCase, {
        actor,
        action: 'task-completed',
        about: `${task.id} ${meaning.outcome}`,
        authority: taskForms[task.kind].authority,
      }),
    ],
  });
  if (!written) return undefined;
  await deps.workflows.trySend(signals);
  return { id: task.id, kind: task.kind, outcome: meaning.outcome, completedAt: now, stage: changed.stage };
};

/** Finishes a task: the task, the case and the history change together, then the journey is told. POST …/tasks/{id}/complete */
export const call: StaffCall = (deps) => async (request) => {
  const { answers } = jsonBody(request, completeTaskBody);
  // Someone else may have changed the case meanwhile: read again and decide anew, a few times.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const completed = await complete(deps, request, answers);
    if (completed) return json(200, completedTask, completed);
  }
  throw problems.busy();
};
