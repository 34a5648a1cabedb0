import type { CareCase } from '../../schemas/case.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { assessmentRuns, assessmentThread } from './reassessment.ts';

/** The machine that runs a thread. */
export const machineOfThread = (thread: string): 'assessment-journey' | 'review-cycle' =>
  thread.startsWith('review-') ? 'review-cycle' : 'assessment-journey';

/** The thread that a task belongs to: `case` for what no machine waits for. */
export const threadOf = ({ id }: Pick<Task, 'id'>): string => id.split('.')[1] ?? 'case';

const stepOf = ({ id }: Pick<Task, 'id'>): string => id.slice(id.lastIndexOf('.') + 1);

/** Which review cycle a thread is; undefined for an assessment. */
export const generationOf = (thread: string): number | undefined => {
  const [, generation] = /^review-(\d+)$/.exec(thread) ?? [];
  return generation === undefined ? undefined : Number(generation);
};

/** Support is set up, and the call that follows soon has not been asked for: the review cycle begins in between. */
const startsSupport = (tasks: readonly Task[], thread: string): boolean => {
  const own = tasks.filter((task) => threadOf(task) === thread);
  return (
    own.some((task) => stepOf(task) === 'set-up-support' && task.status === 'completed') &&
    !own.some((task) => stepOf(task) === 'check-support')
  );
};

/**
 * The threads of an open case that an execution has to carry: its assessment while that is under way, its review cycle from the first to the
 * end, and whatever else has open work that a machine opened.
 */
export const threadsAtWork = (careCase: CareCase, tasks: readonly Task[]): string[] => {
  if (careCase.closed) return [];
  const { reviewGeneration } = careCase;
  const assessment = assessmentThread(careCase);
  const isCurrent = (thread: string) => (generationOf(thread) ?? reviewGeneration) >= reviewGeneration;
  const opened = tasks
    .filter(({ status }) => status === 'open')
    .map(threadOf)
    .filter((thread) => thread !== 'case' && isCurrent(thread));
  return [
    ...new Set([
      ...(assessmentRuns(careCase) || startsSupport(tasks, assessment) ? [assessment] : []),
      ...(reviewGeneration > 0 ? [`review-${reviewGeneration}`] : []),
      ...opened,
    ]),
  ];
};

/** Open work of review cycles that a newer one has replaced: nobody is to do it. */
export const workOfOldCycles = ({ reviewGeneration }: CareCase, tasks: readonly Task[]): Task[] =>
  tasks.filter(
    (task) => task.status === 'open' && (generationOf(threadOf(task)) ?? reviewGeneration) < reviewGeneration,
  );

/** Whether a plan is in force and nothing brings its review: no cycle was ever begun, and no assessment is there to begin one. */
export const lacksReview = (careCase: CareCase, tasks: readonly Task[]): boolean =>
  careCase.closed === undefined &&
  careCase.stage === 'support' &&
  careCase.planInForce !== undefined &&
  (careCase.reviewGeneration === 0 || careCase.nextReview === undefined) &&
  !threadsAtWork(careCase, tasks).includes(assessmentThread(careCase));

/** When last something was done that a machine follows up: until a while later it may be merely on its way. */
export const lastChange = (tasks: readonly Task[]): IsoInstant | undefined =>
  tasks
    .flatMap(({ openedAt, closed }) => [openedAt, ...(closed ? [closed.at] : [])])
    .toSorted()
    .at(-1);

/** What an execution does whose last event is of this type: it sleeps, it tries again after a fault, or it waits for an answer. */
export const doingAfter = (event: string): 'sleeps' | 'tries-again' | 'waits' =>
  event === 'WaitStateEntered' ? 'sleeps' : /(Failed|TimedOut)$/.test(event) ? 'tries-again' : 'waits';

/** Days after which a leg of a thread gives way to the next. */
const daysOfLeg = 300;

/**
 * How many legs of a thread may be missing from Step Functions, which forgets an execution 90 days after its end, before one is found that
 * runs: none has been waited for longer than the case is open, nor than reviews are apart.
 *
 * @see AWS Step Functions Developer Guide, quotas: execution history retention time
 */
export const forgottenLegs = ({ openedAt }: Pick<CareCase, 'openedAt'>, now: IsoInstant): number =>
  Math.min(4, Math.floor((Date.parse(now) - Date.parse(openedAt)) / (daysOfLeg * 86_400_000)));

/** The leg of a thread that a manager has started last, after a fault that was told: 1 where none was. */
export const legStartedByHand = (tasks: readonly Task[], thread: string): number =>
  Math.max(
    1,
    ...tasks.flatMap((task) => {
      const [, of, leg] = /^restart-((?:assessment|review)-\d+)-(\d+)$/.exec(stepOf(task)) ?? [];
      return of === thread && task.status === 'completed' ? [Number(leg) + 1] : [];
    }),
  );

/** Whether a manager has the open task to set a thread going again. */
export const isWithManager = (tasks: readonly Task[], thread: string): boolean =>
  tasks.some((task) => task.status === 'open' && new RegExp(`^restart-${thread}-\\d+$`).test(stepOf(task)));
