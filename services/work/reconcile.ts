import { cancelled } from '../../domain/journey/tasks.ts';
import {
  doingAfter,
  forgottenLegs,
  generationOf,
  isWithManager,
  lacksReview,
  lastChange,
  legStartedByHand,
  machineOfThread,
  threadOf,
  threadsAtWork,
  workOfOldCycles,
} from '../../domain/journey/threads.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import { type CaseReference, type CouncilSlug, caseReference, type IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps, FoundExecution, Machine } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { eventOf, platform } from '../store/audit.ts';
import type { Change } from '../store/changes.ts';
import { plannedId } from '../store/planned-signals.ts';
import { createReviewCycles } from './review-cycles.ts';
import { executionName } from './workflows.ts';

/** What has become of one case, or of one execution: nothing to do, on its way, set going again, or not to be mended without a person. */
export type Reconciled = 'agrees' | 'moves' | 'repaired' | 'unmended';

/** What is merely on its way is left alone for so long. */
const graceMinutes = 15;
/** For how long it is remembered that a leg was started here, in days: longer than Step Functions remembers the leg. */
const rememberDays = 120;

const authority = kindsOfWork['restart-workflow'].authority;

/** What is known of the legs of a thread: the one that runs, if any, and the last that there is. */
type Legs = {
  readonly running?: { leg: number; startedAt: IsoInstant } | undefined;
  readonly last?: { leg: number } & FoundExecution;
};

/**
 * Compares a case, as the table has it, with the executions that carry it, and sets going what stands still. The table is the truth: a new leg
 * of a thread stands where the table stands, so that an execution which waits for anything else is stopped, and the next leg started.
 *
 * It first judges and then acts: what it does is reserved in one transaction on the case as it was read, with the signal that does it. Of two
 * that look at one case at a time one acts, and a crash in between leaves the signal to the sweeper.
 */
export const createReconcile = (deps: Deps) => {
  const { store, clock, executions, workflows } = deps;
  const actor = platform('reconcile');
  const begins = createReviewCycles(deps);

  const isYoung = (at: IsoInstant | undefined): boolean =>
    at !== undefined && Date.parse(clock.now()) - Date.parse(at) < graceMinutes * 60_000;

  const nameOf = ({ council, reference }: CareCase, thread: string, leg: number) =>
    executionName({ council, reference, thread, leg });

  const claimOf = (reference: CaseReference, thread: string, leg: number) => `reconcile#${reference}#${thread}#${leg}`;

  /** Looks at one leg after another, from the first that may be left, until one runs or there are no more. */
  const legsOf = async (careCase: CareCase, tasks: readonly Task[], thread: string): Promise<Legs> => {
    const first = legStartedByHand(tasks, thread);
    const machine = machineOfThread(thread);
    const most = forgottenLegs(careCase, clock.now());
    let last: Legs['last'];
    for (let [leg, missing] = [first, 0]; missing <= most; leg += 1) {
      const found = await executions.find(machine, nameOf(careCase, thread, leg));
      if (found?.status === 'RUNNING') return { running: { leg, startedAt: found.startedAt } };
      if (found) last = { leg, ...found };
      // After one that is found only the next can be there, since each is started by the one before or after it.
      else if (last) break;
      else missing += 1;
    }
    return last ? { last } : {};
  };

  /** Writes what is to be done, on the case as it was read, and does it. */
  const act = async (
    careCase: CareCase,
    action: EventAction,
    about: string,
    change: Omit<Change, 'events' | 'case'>,
  ) => {
    const event = eventOf(deps, careCase, { actor, action, about, authority });
    const written = await store.commit({
      ...change,
      // The version rises with it, so that of two that have read the same case only one acts.
      case: { ...careCase, version: careCase.version + 1 },
      events: [event],
    });
    if (!written) return 'moves';
    logger.info('A journey was reconciled', { reference: careCase.reference, action, about });
    await workflows.trySend((change.signals ?? []).filter(({ kind }) => kind !== 'open-task'));
    return 'repaired';
  };

  const owedOf = ({ council, reference }: CareCase) => ({ council, reference, at: clock.now() });

  const start = async (
    careCase: CareCase,
    thread: string,
    { last = 0, running, why }: { last?: number | undefined; running?: number | undefined; why: string },
  ): Promise<Reconciled> => {
    const { council, reference } = careCase;
    let leg = last + 1;
    for (;;) {
      const begun = await store.claimed(council, claimOf(reference, thread, leg), clock.now());
      if (begun === undefined) break;
      if (isYoung(begun as IsoInstant)) return 'moves';
      leg += 1;
    }
    const signal: Signal = {
      ...owedOf(careCase),
      id: `start-${thread}-${leg}`,
      kind: 'start-execution',
      machine: machineOfThread(thread),
      input: { council, reference, thread, leg },
    };
    const expiresAt = Math.floor(Date.parse(clock.now()) / 1000) + rememberDays * 86_400;
    const acted = await act(careCase, 'journey-set-going', `${thread} leg ${leg}: ${why}`, {
      signals: [signal],
      claims: [{ name: claimOf(reference, thread, leg), answer: clock.now(), expiresAt }],
    });
    // If this ends in between, the next run finds two legs, and stops the one before.
    if (acted === 'repaired' && running !== undefined)
      await executions.stop(signal.machine, nameOf(careCase, thread, running), why);
    return acted;
  };

  /** A thread that stops again and again is a manager's: the task starts the leg after the one that has failed. */
  const giveToManager = async (
    careCase: CareCase,
    tasks: readonly Task[],
    thread: string,
    leg: number,
  ): Promise<Reconciled> => {
    const step = `restart-${thread}-${leg}`;
    if (tasks.some(({ id }) => id.endsWith(`.case.${step}`))) return 'moves';
    const reason = 'It stopped, was set going again by itself, and stopped once more';
    const signal: Signal = {
      ...owedOf(careCase),
      id: plannedId(step),
      kind: 'open-task',
      step,
      work: 'restart-workflow',
      reason,
    };
    const acted = await act(careCase, 'workflow-stopped', `${thread} leg ${leg}: ${reason}`, { signals: [signal] });
    return acted === 'repaired' ? 'unmended' : acted;
  };

  /** The answer to finished work that an execution still waits for. */
  const unanswered = async (tasks: readonly Task[]): Promise<Task | undefined> => {
    const closed = tasks
      .filter(({ status, token, closed: how }) => status !== 'open' && token !== undefined && how !== undefined)
      .toSorted((a, b) => (b.closed?.at ?? '').localeCompare(a.closed?.at ?? ''));
    for (const task of closed.slice(0, 2)) if (await executions.isAwaited(task.token ?? '')) return task;
    return undefined;
  };

  const answerAgain = (careCase: CareCase, task: Task): Promise<Reconciled> =>
    act(careCase, 'journey-set-going', `${task.id}: it still waited for work that is finished`, {
      signals: [{ ...owedOf(careCase), id: `answer-${task.id}`, kind: 'answer-task', taskId: task.id }],
    });

  /** Whether an execution that sleeps does so for something that is still to come. */
  const maySleep = (careCase: CareCase, tasks: readonly Task[], thread: string): boolean =>
    generationOf(thread) === undefined
      ? careCase.stage === 'short-term-support' && !tasks.some(({ id }) => id.endsWith('.review-short-term-support'))
      : (careCase.nextReview?.remindAt ?? '') > clock.now();

  const thread = async (careCase: CareCase, all: readonly Task[], name: string): Promise<Reconciled> => {
    const tasks = all.filter((task) => threadOf(task) === name);
    if (isYoung(lastChange(tasks))) return 'moves';
    const open = tasks.filter(({ status }) => status === 'open');
    const tokens = open.flatMap(({ token }) => token ?? []);
    const awaited = await Promise.all(tokens.map((token) => executions.isAwaited(token)));
    if (tokens.length > 0 && !awaited.includes(false)) return 'agrees';

    const { running, last } = await legsOf(careCase, all, name);
    if (running) {
      if (isYoung(running.startedAt)) return 'moves';
      if (open.length === 0 && generationOf(name) !== undefined && maySleep(careCase, tasks, name)) return 'agrees';
      const owed = await unanswered(tasks);
      if (owed) return answerAgain(careCase, owed);
      const event = await executions.lastEvent(machineOfThread(name), nameOf(careCase, name, running.leg));
      const doing = doingAfter(event.type);
      if (isYoung(event.at) || doing === 'tries-again') return 'moves';
      if (doing === 'sleeps' && tokens.length === 0 && maySleep(careCase, tasks, name)) return 'agrees';
      return start(careCase, name, {
        last: running.leg,
        running: running.leg,
        why: doing === 'sleeps' ? 'it slept for something that is over' : 'it waited for work that is not there',
      });
    }
    if (isWithManager(all, name)) return 'moves';
    if (last === undefined)
      return start(careCase, name, { last: legStartedByHand(all, name) - 1, why: 'nothing carried it' });
    if (isYoung(last.endedAt)) return 'moves';
    const ours = await store.claimed(careCase.council, claimOf(careCase.reference, name, last.leg), clock.now());
    if (ours === undefined) {
      const how = last.status === 'SUCCEEDED' ? 'it had ended further on' : `it had ended as ${last.status}`;
      return start(careCase, name, { last: last.leg, why: how });
    }
    // What was set going here and came to its end has nothing more to do; what has failed once more is for a person.
    return last.status === 'SUCCEEDED' ? 'agrees' : giveToManager(careCase, all, name, last.leg);
  };

  /** Looks at one open case and repairs one thing after another; what was changed meanwhile is left for the next run. */
  const ofCase = async (council: CouncilSlug, reference: CaseReference): Promise<Reconciled> => {
    const careCase = await store.case(council, reference);
    if (careCase === undefined || careCase.closed) return 'agrees';
    const [tasks, owed] = await Promise.all([store.tasks(council, reference), store.owedOn(council, reference)]);
    // What is owed already is sent by the sweeper.
    if (owed.some(({ kind, at }) => at <= clock.now() && (kind === 'start-execution' || kind === 'answer-task')))
      return 'moves';

    const old = workOfOldCycles(careCase, tasks);
    if (old.length > 0) {
      const about = `${old.map(({ id }) => id).join(', ')}`.slice(0, 200);
      return act(careCase, 'journey-set-going', about, {
        tasks: old.map((task) => cancelled(task, 'CycleSuperseded', clock.now())),
      });
    }
    if (lacksReview(careCase, tasks)) {
      if (isYoung(lastChange(tasks))) return 'moves';
      await begins(
        { council, reference },
        { cause: `reconcile-${careCase.reviewGeneration + 1}`, kind: 'first', actor },
      );
      return 'repaired';
    }
    for (const name of threadsAtWork(careCase, tasks)) {
      const found = await thread(careCase, tasks, name);
      // One repair has changed the case; another thread of it is looked at by the next run over it.
      if (found === 'repaired') {
        const rest = await ofCase(council, reference);
        return rest === 'unmended' ? rest : 'repaired';
      }
      if (found === 'unmended') return found;
    }
    return 'agrees';
  };

  /** Looks at one execution that runs: whether the table knows what it is for, and whether it is the only one. */
  const ofExecution = async (
    machine: Machine,
    { name, startedAt }: { name: string; startedAt: IsoInstant },
  ): Promise<Reconciled> => {
    if (isYoung(startedAt)) return 'moves';
    const [council = '', of, thread = '', number] = name.split('_');
    const reference = caseReference.safeParse(of);
    if (!reference.success || !deps.councils.slugs.includes(council as CouncilSlug)) return 'agrees';
    const leg = Number(number);
    const careCase = await store.case(council as CouncilSlug, reference.data);
    // Nothing is stopped for a case that is not there: the table that was read may be the wrong one.
    if (careCase === undefined) {
      logger.warn('An execution runs for a case that the table does not have', { execution: name });
      return 'unmended';
    }
    const stop = async (which: number, why: string): Promise<Reconciled> => {
      const acted = await act(careCase, 'journey-stopped', `${thread} leg ${which}: ${why}`, {});
      if (acted === 'repaired') await executions.stop(machine, executionName({ ...careCase, thread, leg: which }), why);
      return acted;
    };
    const come = generationOf(thread) === undefined ? careCase.journey : careCase.reviewGeneration;
    if (Number(thread.split('-')[1]) > come) return stop(leg, 'the case has not come so far');
    if (leg > 1) {
      const before = await executions.find(machine, executionName({ ...careCase, thread, leg: leg - 1 }));
      if (before?.status === 'RUNNING') return stop(leg - 1, 'a later leg carries the thread');
    }
    if (careCase.closed && !isYoung(careCase.closed.at)) {
      const tasks = (await store.tasks(careCase.council, careCase.reference)).filter(
        (task) => threadOf(task) === thread,
      );
      const owed = await unanswered(tasks);
      if (owed) return answerAgain(careCase, owed);
    }
    return 'agrees';
  };

  return { ofCase, ofExecution };
};
