import { whyOwnWork } from '../../domain/access/own-work.ts';
import { outOfDateOn } from '../../domain/charging/assess-again.ts';
import { withUnchanged } from '../../domain/forms/known-answers.ts';
import { openedBy } from '../../domain/journey/follow-up.ts';
import { followingTasks, namedAnew } from '../../domain/journey/key-worker.ts';
import { asksWhy, isToldOf } from '../../domain/journey/lateness.ts';
import { isOneAtATime, joinedWork } from '../../domain/journey/one-at-a-time.ts';
import { foundByStaff } from '../../domain/journey/persons.ts';
import { outcomeOf } from '../../domain/journey/task-outcomes.ts';
import { reprioritised } from '../../domain/journey/task-priority.ts';
import { belongsToThread, cancelled, newTask } from '../../domain/journey/tasks.ts';
import {
  type CarerToAssess,
  type FollowUp,
  type Kept,
  recordId,
  type TaskOutcome,
} from '../../domain/journey/work-outcome.ts';
import { namesSupport } from '../../domain/plan/support.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase, CaseWorker } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { workLists } from '../../schemas/work-lists.ts';
import type { Deps } from '../deps.ts';
import { newInvitation } from '../mail/invited-to-plan.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { CarewayError, Problem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { supportOf } from '../runtime/support-catalogues.ts';
import { eventOf } from '../store/audit.ts';
import type { WholeCase } from '../store/case-store.ts';
import type { Change, PersonChange } from '../store/changes.ts';
import { personChange } from '../store/person-changes.ts';
import { plannedId, plannedWork } from '../store/planned-signals.ts';
import { caseWorkers, holderOf, withWorkersHere } from './case-workers.ts';
import { colleaguesToday, isAgreeing, whoElse } from './colleagues.ts';
import { deathChange } from './deaths.ts';
import { councilFor } from './national-rates.ts';
import { otherNameOwed } from './other-name.ts';
import { planWriters } from './plan-writers.ts';
import { createReassessments } from './reassessments.ts';
import { createReviewCycles } from './review-cycles.ts';
import { knownOf, listOfTask, overlayOfTask } from './task-lists.ts';
import { visitWorkOver } from './visit-work.ts';

/** Who finishes a task: as the history names them, and as whoever tries it again is told. */
export type Finisher = {
  readonly actor: Actor;
  readonly by: { readonly id: string; readonly name: string };
  /** The same as the staff directory has them, who take with it what nobody had taken. */
  readonly worker?: CaseWorker | undefined;
};

/** A case that begins with finished work, and what is written with it. */
export type BegunCase = {
  readonly reference: CareCase['reference'];
  readonly change: Change;
  readonly signals: readonly Signal[];
};

/** How the case of a carer begins who has accepted an assessment: given in from the room that takes applications. */
type Begin = (careCase: CareCase, task: Task, carer: CarerToAssess, actor: Actor) => Promise<BegunCase>;

/** What is finished with a task in the same change: what the last member of a panel has said, with which it is decided. */
type Besides = Required<Pick<Change, 'views'>> & { readonly events: Change['events'] };

const refusals = {
  'author-cannot-check': 'Someone else has to check this plan',
  'above-limit': 'Someone with a higher limit has to agree to this plan',
  'panel-decides': 'A panel decides on this plan',
} as const;

/** What finishes a task: answers, and the questions whose known answers stay as they are. */
export type Given = {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly unchanged?: readonly string[] | undefined;
  /** Who confirmed each of these, where that was not whoever finishes it. */
  readonly confirmedBy?: Readonly<Record<string, string>> | undefined;
  /** The version of the unfinished work that these answers are. */
  readonly draft?: number | undefined;
};

/** The last part of a task's id, which names its step. */
const stepOf = ({ id }: Task): string => id.slice(id.lastIndexOf('.') + 1);

/** What lost to someone else who changed the case at the same moment is read again and tried once more. */
const lostRace = (error: unknown): undefined => {
  if (error instanceof CarewayError && error.name === 'StoreConflict') return undefined;
  throw error;
};

/** What a finished task owes to Step Functions: its answer, or the next leg of a thread that a fault had stopped. */
const owedToMachines = (task: Task, owed: Pick<Signal, 'council' | 'reference' | 'at'>): Signal[] => {
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

/** What a finished task owes: to Step Functions, to the person their news, and to staff the work that is planned for later. */
const owedBy = (
  task: Task,
  { tells = [], tellsLater = [], opens = [], closes, death }: TaskOutcome,
  at: Signal['at'],
): Signal[] => {
  const owed = { council: task.council, reference: task.reference, at };
  // The same step of another round of assessment or review is other news.
  const told = recordId(task)
    .replace(/^case\./, '')
    .replaceAll('.', '-');
  return [
    ...owedToMachines(task, owed),
    ...(death === 'confirmed'
      ? [{ ...owed, id: `close-${told}`, kind: 'close-case' as const, reason: 'died' as const }]
      : []),
    ...(closes ? [{ ...owed, id: `close-${told}`, kind: 'close-case' as const, reason: closes }] : []),
    ...tells.map((template): Signal => {
      const step = tells.length === 1 ? told : `${told}-${template}`;
      return { ...owed, id: `tell-${step}`, kind: 'tell-person', step, template };
    }),
    ...tellsLater.map((later): Signal => ({ ...owed, ...later, id: `tell-${later.step}`, kind: 'tell-person' })),
    ...opens.flatMap((work) =>
      work.opensOn === undefined ? [] : [plannedWork(owed, { ...work, opensOn: work.opensOn })],
    ),
  ];
};

/**
 * Finishes a task, for staff and for the person alike: the task, the case, its records and the history change together, then the
 * journey is told. What someone else changes meanwhile is read again, a few times.
 *
 * @throws Problem 400 with everything that is wrong, 409 where it is done already or someone else must do it, 503 where the case never rests
 */
export const createTaskCompletion = (deps: Deps, { begin }: { readonly begin?: Begin } = {}) => {
  const { store, clock, councils } = deps;

  /** The answers with those that stay as they are known, and where these stand. */
  const withKnown = (
    council: Council,
    task: Task,
    { answers, unchanged: kept = [], confirmedBy = {} }: Given,
    whole: WholeCase | undefined,
    by: Finisher['by'],
  ) => {
    if (kept.length === 0) return { answers, unchanged: {} };
    const { stale, ...found } = withUnchanged(
      answers,
      kept,
      whole ? knownOf(deps, listOfTask(council, task), whole, task) : [],
    );
    if (stale.length === 0) {
      const confirmed = Object.entries(found.unchanged).map(([id, from]) => [
        id,
        { ...from, confirmedBy: confirmedBy[id] ?? by.id },
      ]);
      return { ...found, unchanged: Object.fromEntries(confirmed) };
    }
    const message = 'This is not known any more, or has changed. Answer the question';
    throw problems.invalid(stale.map((field) => ({ field, message })));
  };

  const meaningOf = async (task: Task, careCase: CareCase, given: Given, by: Finisher['by'], byPanel: boolean) => {
    const council = councils.known(task.council);
    const whole = await store.whole(task.council, task.reference);
    const { answers, unchanged } = withKnown(council, task, given, whole, by);
    const { records = [], tasks = [], mail = [] } = whole ?? {};
    const own = whyOwnWork(task.kind, records, by.id);
    if (own) throw problems.ownWork(`${own}. ${await whoElse(deps, council, task, by.id)}`);
    const meaning = outcomeOf(answers, {
      overlay: overlayOfTask(council, task),
      unchanged,
      case: await withWorkersHere(deps, careCase),
      person: whole?.person ?? (await store.personOf(careCase)).person,
      task,
      now: clock.now(),
      staff: by,
      council: await councilFor(deps, council, task),
      records,
      tasks,
      mail,
      plans: records.filter((record) => record.kind === 'plan'),
      ...(isAgreeing(task.kind) && { colleagues: await colleaguesToday(deps, task.council, by.id), byPanel }),
      ...(questionsOf(workLists[task.kind]).some(({ question }) => namesSupport(question)) && {
        catalogue: (await supportOf(task.council)).map(({ id }) => id),
      }),
      ...(task.kind === 'find-planner' && {
        invitations: await store.invitations(task.council, task.reference),
      }),
      ...(task.kind === 'draft-plan' && { writers: await planWriters(deps, task) }),
    });
    if (meaning.ok) return meaning;
    if (meaning.code === 'invalid-answers') throw problems.invalid(meaning.problems);
    throw new Problem({
      status: 409,
      code: meaning.code,
      title: refusals[meaning.code],
      detail: meaning.problems.map(({ message }) => message).join(' '),
    });
  };

  /** What the answers say of the person themselves, which is kept with them and counts for all of their cases. */
  const foundIn = async (
    careCase: CareCase,
    task: Task,
    records: readonly Kept[],
    actor: Actor,
  ): Promise<PersonChange | undefined> => {
    const { items } = await store.personOf(careCase);
    const own = items.find(({ id }) => id === careCase.personId);
    const { kind } = task;
    const work = records.find((record) => record.kind === 'work' && record.id === recordId(task));
    if (own === undefined || work?.kind !== 'work') return undefined;
    const { reference } = careCase;
    const now = clock.now();
    const person = foundByStaff(own, work.answers, {
      source: `${kind} ${reference}`,
      on: londonDate(now),
      now,
      helperId: careCase.helperId,
    });
    return personChange(deps, own, person, { actor, reference, authority: kindsOfWork[kind].authority });
  };

  /** What was found of a death that somebody else had recorded. */
  const deathIn = async (
    careCase: CareCase,
    { death, records }: TaskOutcome,
    actor: Actor,
    { id }: Finisher['by'],
  ): Promise<PersonChange | undefined> => {
    const { items } = await store.personOf(careCase);
    const item = items.find(({ died }) => died);
    if (death === undefined || item?.died === undefined) return undefined;
    if (death === 'undone') return deathChange(deps, item, undefined, { actor, action: 'death-undone' });
    const [found] = records.flatMap((record) => (record.kind === 'work' ? [record.answers] : []));
    const on = isoDate.safeParse(found?.['diedOn']);
    const confirmed = { ...item.died, ...(on.success && { on: on.data }), confirmed: { at: clock.now(), by: id } };
    return deathChange(deps, item, confirmed, { actor, action: 'death-confirmed' });
  };

  /** The work that follows at once, and the open work that takes some of it in. */
  const worked = async (careCase: CareCase, finished: Task, opens: readonly FollowUp[]) => {
    const wanted = await Promise.all(
      opens
        .filter(({ opensOn }) => opensOn === undefined)
        .map(async (work) =>
          newTask(
            careCase,
            { thread: 'case', ...work, holder: await holderOf(deps, finished.council, work) },
            clock.now(),
          ),
        ),
    );
    if (!wanted.some(({ kind }) => isOneAtATime(kind))) return { opened: wanted, joined: [] };
    const others = (await store.tasks(finished.council, finished.reference)).filter(({ id }) => id !== finished.id);
    const joined = wanted.flatMap((one) => joinedWork(others, one) ?? []);
    return { opened: wanted.filter((one) => joinedWork(others, one) === undefined), joined };
  };

  /** Work on the open case of the person whom a carer looks after, owed with the change: nobody acts on what stands in the carer's case alone. */
  const owedToAdult = async (careCase: CareCase, task: Task, kind: NonNullable<TaskOutcome['opensForAdult']>) => {
    const { council, reference, caresFor } = careCase;
    const adult = caresFor && (await store.persons.find(council, caresFor));
    const theirs = adult
      ? (await store.casesOf(adult.person)).find(
          ({ careCase: one }) => one.kind === 'needs' && one.closed === undefined,
        )
      : undefined;
    const reason = theirs
      ? `The plan in the carer’s case ${reference} gives care to this person. Ask them, and take it into their own record.`
      : 'This plan gives care to the person whom the carer looks after, who has no open case: open one for it.';
    return plannedWork(
      { council, reference: theirs?.careCase.reference ?? reference },
      { ...openedBy(task, kind, reason), opensOn: londonDate(clock.now()) },
    );
  };

  const attempt = async (task: Task, given: Given, { actor, by, worker }: Finisher, besides?: Besides) => {
    if (task.status !== 'open') throw problems.alreadyDone(task);
    const { council, reference } = task;
    const before = await store.knownCase(council, reference);
    const meaning = await meaningOf(task, before, given, by, besides !== undefined);
    if (meaning.reviewForward) {
      // First, and once for this task: if the process dies before the task is closed, closing it again finds the review planned.
      const cause = `asked-${stepOf(task)}`;
      const { reviewForward: reason, reviewWithin: within } = meaning;
      await createReviewCycles(deps)(before, { cause, kind: 'early', within, actor, reason });
    }
    if (meaning.reassess) {
      await createReassessments(deps)(before, { cause: stepOf(task), actor, reason: meaning.reassess });
    }
    const careCase = meaning.reviewForward || meaning.reassess ? await store.knownCase(council, reference) : before;
    const now = clock.now();
    const over = await visitWorkOver(deps, careCase, task);
    const changes = { ...meaning.changes, ...over.changes, ...(await caseWorkers(deps, task, meaning.gives)) };
    const { namedSince, isToldOf: isOtherName } = namedAnew(careCase, { ...careCase, ...changes }, londonDate(now));
    const changed: CareCase = {
      ...careCase,
      ...changes,
      ...(namedSince && { namedSince }),
      version: careCase.version + 1,
    };
    const done: Task = {
      ...task,
      version: task.version + 1,
      ...(task.assignee === undefined && worker && { assignee: worker, assignedAt: now }),
      status: 'completed',
      closed: { at: now, by, outcome: meaning.outcome, answer: { kind: 'output', output: meaning.output } },
    };
    const { opened, joined } = await worked(await withWorkersHere(deps, changed), done, meaning.opens ?? []);
    // Nobody is asked any more why it is late, nor to do what this work has made needless.
    const isMoot = (one: Task) => (isToldOf(task) && asksWhy(task, one)) || meaning.ends?.includes(stepOf(one));
    const moot =
      isToldOf(task) || meaning.ends
        ? (await store.tasks(council, reference)).filter((one) => one.status === 'open' && isMoot(one))
        : [];
    const following = changes.keyWorker
      ? followingTasks(await store.tasks(council, reference), careCase.keyWorker, changes.keyWorker).filter(
          ({ id }) => id !== done.id && ![...joined, ...moot].some((one) => one.id === id),
        )
      : [];
    const written = new Set([done, ...over.tasks, ...joined, ...moot, ...following].map(({ id }) => id));
    const pressesAnew = changes.urgency !== undefined || changes.pressing !== undefined;
    const others = pressesAnew ? reprioritised(await store.tasks(council, reference), changed) : [];
    const invited = meaning.invites && newInvitation(deps, careCase, meaning.invites, actor);
    const signals = [
      ...owedBy(done, meaning, now),
      ...(meaning.opensForAdult ? [await owedToAdult(careCase, task, meaning.opensForAdult)] : []),
      ...opened.map((one) => owedToStaff(one, now)),
      ...(invited ? [invited.signal] : []),
      ...(isOtherName ? [otherNameOwed(task, stepOf(task), now)] : []),
    ];
    const change: Change = {
      case: changed,
      tasks: [
        ...[done, ...over.tasks, ...opened, ...joined, ...following],
        ...others.filter(({ id }) => !written.has(id)),
        ...moot.map((one) => cancelled(one, 'CycleSuperseded', now)),
      ],
      // What is kept says who made it; a record that changes keeps its first author.
      records: meaning.records.map((kept) => ({ by: actor, at: now, council, reference, ...kept })),
      ...(besides && { views: besides.views }),
      ...(invited && { invitations: [invited.invitation] }),
      signals,
      forgets: (meaning.forgets ?? []).map(plannedId),
      ...(given.draft && { finishes: { task: task.id, version: given.draft } }),
      ...(meaning.result?.kind === 'charge' && {
        chargeDue: {
          council,
          reference,
          of: recordId(task),
          lookOn: outOfDateOn(meaning.result.charge, councils.known(council).charging),
        },
      }),
      events: [
        ...(besides?.events ?? []),
        eventOf(deps, careCase, {
          actor,
          action: 'task-completed',
          about: `${task.id} ${meaning.outcome}`,
          authority: kindsOfWork[task.kind].authority,
        }),
        ...(invited
          ? [
              eventOf(deps, careCase, {
                actor,
                action: 'plan-helper-invited',
                about: `${invited.invitation.id} ${invited.invitation.as} ${invited.invitation.may}`,
                authority: kindsOfWork[task.kind].authority,
              }),
            ]
          : []),
        ...opened.map((one) =>
          eventOf(deps, careCase, {
            actor,
            action: 'task-created',
            about: one.id,
            authority: kindsOfWork[one.kind].authority,
          }),
        ),
      ],
    };
    const aboutPerson =
      (await deathIn(careCase, meaning, actor, by)) ?? (await foundIn(changed, task, meaning.records, actor));
    const begun = meaning.begins && (await begin?.(changed, task, meaning.begins, actor));
    if (!(await store.commit(change, ...(aboutPerson ? [aboutPerson] : []), ...(begun ? [begun.change] : []))))
      return undefined;
    await deps.workflows.trySend([...signals, ...(begun?.signals ?? [])]);
    return {
      id: task.id,
      kind: task.kind,
      outcome: meaning.outcome,
      completedAt: now,
      stage: changed.stage,
      ...(begun && { carerReference: begun.reference }),
    };
  };

  /**
   * @param find the task as it stands now, if the caller may finish it
   * @param besides what is written with it; it was worked out from the task as it stood, so whoever gives it tries again
   */
  return async (find: () => Promise<Task>, given: Given, finisher: Finisher, besides?: Besides) => {
    for (let tries = 0; tries < (besides ? 1 : 3); tries += 1) {
      const completed = await attempt(await find(), given, finisher, besides).catch(lostRace);
      if (completed) return completed;
    }
    throw problems.busy();
  };
};
