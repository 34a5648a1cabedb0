import { recordId } from '../../domain/journey/work-outcome.ts';
import { standing } from '../../domain/plan/authority.ts';
import { behindPlan } from '../../domain/plan/behind-plan.ts';
import { planLookedAt, soughtFor } from '../../domain/plan/plan-looked-at.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { ShownPanel } from '../../schemas/api.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import type { WholeCase } from '../store/case-store.ts';
import { colleaguesToday } from '../work/colleagues.ts';
import { councilFor } from '../work/national-rates.ts';
import { listOfTask } from '../work/task-lists.ts';
import { checkPanels } from './check-panel.ts';
import { decisionPanel } from './decision-panel.ts';
import { financesPanel } from './finances-panel.ts';
import { planPanel } from './plan-panel.ts';
import type { TaskPanel } from './task-panel.ts';

/** What panels are made from. */
type Seen = {
  readonly deps: Deps;
  readonly council: Council;
  readonly task: Task;
  readonly whole: WholeCase;
  /** The answers so far, which need not be complete. */
  readonly answers: Readonly<Answers>;
  /** Who reads it, by id: what they may agree to is said to them. */
  readonly reader?: string | undefined;
};

type Panels = (seen: Seen) => Promise<TaskPanel[]> | TaskPanel[];

/** The journey or review that a task belongs to, such as `assessment-1`. */
const threadOf = (task: Task): string => recordId(task).split('.')[0] ?? '';

const ofPlan: Panels = ({ council, task, whole, answers }) => [
  planPanel(answers, behindPlan(whole.records, threadOf(task), council.noticeDays)),
];

const ofFinances: Panels = async ({ deps, council, task, answers }) => {
  const { charging } = await councilFor(deps, council, task);
  return [financesPanel(listOfTask(council, task), answers, { charging, today: londonDate(deps.clock.now()) })];
};

const ofCheck: Panels = async ({ deps, council, task, whole, reader }) => {
  const plans = whole.records.flatMap((record) => (record.kind === 'plan' ? [record] : []));
  const plan = planLookedAt(task, plans);
  if (plan === undefined) return [];
  const staff = await colleaguesToday(deps, task.council, reader);
  const me = staff.find(({ id }) => id === reader);
  const sought = soughtFor(plan, whole.records);
  return checkPanels(
    council,
    plan,
    whole,
    me ? standing(deps.councils.known(task.council).plans, sought, me, staff) : [],
  );
};

/** The kinds of work for whose pages a list is not enough. */
const registry: Readonly<Partial<Record<TaskKind, Panels>>> = {
  'decide-eligibility': ({ answers }) => [decisionPanel('adult', answers)],
  'decide-carer-eligibility': ({ answers }) => [decisionPanel('carer', answers)],
  'assess-finances': ofFinances,
  'draft-plan': ofPlan,
  'check-plan': ofCheck,
  'agree-plan-for-council': ofCheck,
};

/** Whether anything stands beside the questions of a kind of work, for whoever would read a whole case only for that. */
export const hasPanels = (kind: TaskKind): boolean => registry[kind] !== undefined;

/**
 * What stands beside the questions of a task, worked out anew each time it is asked for: when the page is opened, after each save, and when
 * somebody without a script presses “Save”.
 *
 * @param answers as they stand on the page; they need not be complete
 */
export const panelsFor = async (
  deps: Deps,
  { council, task, whole, answers, reader }: Omit<Seen, 'deps'>,
): Promise<ShownPanel[]> => {
  const panels = (await registry[task.kind]?.({ deps, council, task, whole, answers, reader })) ?? [];
  // A copy, as what is shown is nobody’s to change.
  return structuredClone(panels) as ShownPanel[];
};
