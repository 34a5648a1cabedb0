import { followingTasks, namedAnew } from '../../domain/journey/key-worker.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { keyWorkerView } from '../../schemas/api.ts';
import { keyWorkerChange } from '../../schemas/forms/case-actions.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Signal } from '../../schemas/signal.ts';
import { createRestricting } from '../../services/access/restricting.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { owedToStaff } from '../../services/mail/owed-to-staff.ts';
import { problems } from '../../services/runtime/problems.ts';
import { changedMeanwhile } from '../../services/runtime/try-again.ts';
import { eventOf } from '../../services/store/audit.ts';
import { json } from '../../services/web/site.ts';
import { otherNameOwed } from '../../services/work/other-name.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';
import { taskView } from '../../services/work/task-views.ts';

/**
 * Gives a case to another key worker, with the reason: their open work goes with it, and the person is told who it is. Giving it to whoever has
 * it changes nothing. PUT /{council}/staff/cases/{reference}/key-worker
 */
export const call = byPage('key-worker', (deps) => async (request) => {
  const { store, clock, workflows, newId } = deps;
  const { to, reason } = actionAnswers(deps, request, keyWorkerChange());
  const { careCase, person, role } = await permittedCase(deps, request, ['key-worker', 'manager']);
  if (careCase.closed) throw problems.alreadyClosed(careCase.closed);
  const { council, reference } = careCase;
  const member = await store.staff(council, to);
  if (!member?.roles.includes('key-worker')) {
    const message = 'Choose someone in your staff directory who has the role key-worker';
    throw problems.invalid([{ field: 'to', message }]);
  }
  const keyWorker = { id: member.id, name: member.name, email: member.email };
  if (careCase.keyWorker?.id === to) return json(200, keyWorkerView, { reference, keyWorker, tasks: [] });
  await createRestricting(deps).letIn(request, person, to, false);
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  const at = clock.now();
  const mark = newId().toLowerCase();
  const tasks = followingTasks(await store.tasks(council, reference), careCase.keyWorker, keyWorker);
  const note: CaseRecord = {
    ...{ council, reference, version: 1, at, by: actor },
    id: `case.key-worker-${mark}`,
    kind: 'note',
    content: { text: reason },
  };
  const after = { ...careCase, version: careCase.version + 1, keyWorker };
  const { namedSince } = namedAnew(careCase, after, londonDate(at));
  const signals: Signal[] = [
    ...(namedSince ? [otherNameOwed(careCase, mark, at)] : []),
    ...tasks.map((task) => owedToStaff(task, at, `v${task.version}`)),
  ];
  const written = await store.commit({
    case: { ...after, ...(namedSince && { namedSince }) },
    tasks,
    records: [note],
    signals,
    events: [
      eventOf(deps, careCase, {
        actor,
        action: 'key-worker-changed',
        about: `${careCase.keyWorker?.id ?? 'nobody'} to ${to}`,
        authority: 'The council’s own division of work',
      }),
    ],
  });
  if (!written) throw changedMeanwhile(`Case ${reference}`);
  await workflows.trySend(signals);
  return json(200, keyWorkerView, { reference, keyWorker, tasks: tasks.map(taskView) });
});
