import { recordId } from '../../domain/journey/work-outcome.ts';
import { panelResult } from '../../domain/plan/authority.ts';
import { agreementOfPanel, panelViewProblems } from '../../domain/plan/plan-work.ts';
import type { PlanView } from '../../schemas/panel-view.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { type Awaiting, awaitingAgreement } from './awaiting-agreement.ts';
import { createTaskCompletion, type Finisher } from './task-completion.ts';

type Said = Pick<PlanView, 'view' | 'why' | 'sentBack'>;

const isSame = (one: Said | undefined, other: Said): boolean =>
  one?.view === other.view &&
  one.why === other.why &&
  JSON.stringify(one.sentBack ?? []) === JSON.stringify(other.sentBack ?? []);

/** Why a member of staff may say no view of a plan, if so. */
const notOnPanel = (awaiting: Awaiting | undefined, { by, actor }: Finisher): Problem | undefined => {
  if (awaiting === undefined || awaiting.agreement.by !== 'panel') {
    return new Problem({
      status: 409,
      code: 'no-panel',
      title: 'No panel decides on this plan',
      detail: 'One person agrees to it. Finish the task itself.',
    });
  }
  if (awaiting.sought.author === by.id) {
    return new Problem({
      status: 409,
      code: 'author-cannot-check',
      title: 'Someone else has to check this plan',
      detail: 'You wrote this plan, so you are not on the panel that decides on it.',
    });
  }
  return actor.kind === 'staff' && actor.role === awaiting.agreement.role ? undefined : problems.notYours();
};

/**
 * Keeps what a member of a panel says. The view that decides ends the task in the same change; each view raises the task's version, so that two
 * members who speak at the same moment are counted one after the other. The same view again changes nothing.
 *
 * @throws Problem 400, 403, 409 where the task is done, is no panel's, or is of a plan of their own
 */
export const createPanelViews = (deps: Deps) => {
  const { store, clock } = deps;
  const complete = createTaskCompletion(deps);

  const attempt = async (task: Task, said: Said, finisher: Finisher) => {
    if (task.status !== 'open') throw problems.alreadyDone(task);
    const whole = await store.whole(task.council, task.reference);
    const awaiting = whole && (await awaitingAgreement(deps, task, whole));
    const not = notOnPanel(awaiting, finisher);
    if (not) throw not;
    if (awaiting === undefined || awaiting.agreement.by !== 'panel') throw problems.notYours();
    const wrong = panelViewProblems(said, awaiting.plan, whole?.records ?? []);
    if (wrong.length > 0) throw problems.invalid(wrong);
    const before = awaiting.views.find(({ by }) => by.id === finisher.by.id);
    if (isSame(before, said)) return { decided: false };
    const { council: of, reference, id } = task;
    const view: PlanView = {
      ...{ council: of, reference, task: id, by: finisher.by, at: clock.now(), ...said },
      version: (before?.version ?? 0) + 1,
    };
    const views = [...awaiting.views.filter(({ by }) => by.id !== finisher.by.id), view];
    const { quorum } = awaiting.agreement;
    const members = Math.max(awaiting.members, views.length);
    const result = panelResult(views, { quorum, members });
    const event = eventOf(deps, task, {
      actor: finisher.actor,
      action: before ? 'panel-view-changed' : 'panel-view-recorded',
      about: `${recordId(task)} ${view.view}`,
      authority: 'The council’s own limits of authority',
    });
    if (result === undefined) {
      const written = await store.commit({
        tasks: [{ ...task, version: task.version + 1 }],
        views: [view],
        events: [event],
      });
      return written ? { decided: false } : undefined;
    }
    const answers = agreementOfPanel(result, views);
    await complete(() => Promise.resolve(task), { answers }, finisher, { views: [view], events: [event] });
    return { decided: true };
  };

  /** @param find the task as it stands now, if the caller may see it */
  return async (find: () => Promise<Task>, said: Said, finisher: Finisher) => {
    for (let tries = 0; tries < 4; tries += 1) {
      try {
        const done = await attempt(await find(), said, finisher);
        if (done) return done;
      } catch (error) {
        if (!(error instanceof Problem) || error.details.code !== problems.busy().details.code) throw error;
      }
    }
    throw problems.busy();
  };
};
