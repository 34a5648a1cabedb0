import type { CareCase } from '../../schemas/case.ts';
import type { Task } from '../../schemas/task.ts';

/** The thread of the assessment that runs or ran last. */
export const assessmentThread = ({ journey }: Pick<CareCase, 'journey'>): string => `assessment-${journey}`;

/**
 * Whether an assessment is under way, from the request or the reassessment to the start of support. There is one at a time: what asks for
 * another joins it. Care Act 2014 ss.9, 10 and 27(4).
 */
export const assessmentRuns = ({ stage, closed }: Pick<CareCase, 'stage' | 'closed'>): boolean =>
  closed === undefined && stage !== 'support' && stage !== 'closed';

/**
 * Why needs are assessed once more, in words without personal data: in the same journey a plan was not clear, and a later journey has begun because
 * something asks for it. What that is stands with the task (`whyAssessedAgain`). CB23.
 */
export const assessedOnceMore = ({
  step,
  thread,
}: {
  readonly step: string;
  readonly thread: string;
}): string | undefined => {
  const [, round] = /^assess-(?:needs|carer)(-\d+)?$/.exec(step) ?? ['', 'other'];
  if (round === undefined)
    return thread === 'assessment-1' ? undefined : 'Needs are assessed again. Why stands at the head of this task.';
  return round === 'other'
    ? undefined
    : 'A plan was not clear, so the assessment is looked at again. What was not clear stands beside “Needs”.';
};

const joined = 'Another assessment was asked for meanwhile. What was found is kept with the case: take it in here.';

/** The open work of the assessment that runs, saying that another was asked for, so that whoever holds it takes in what was found. */
export const workThatTakesIn = (tasks: readonly Task[], careCase: Pick<CareCase, 'journey'>): Task[] =>
  tasks
    .filter(({ id, status }) => status === 'open' && id.includes(`.${assessmentThread(careCase)}.`))
    .filter(({ reason = '' }) => !reason.includes(joined))
    .map((task) => ({
      ...task,
      version: task.version + 1,
      reason: `${task.reason === undefined ? '' : `${task.reason} `}${joined}`.slice(0, 300),
    }));
