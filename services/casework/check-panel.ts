import { decisionWorking } from '../../domain/eligibility/decision-working.ts';
import { allWorkOf } from '../../domain/journey/work-records.ts';
import { behindPlan, wordsOf } from '../../domain/plan/behind-plan.ts';
import { changedAnswers, versionBefore } from '../../domain/plan/plan-since-last.ts';
import { differenceLines } from '../../domain/plan/records-agree.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import { type Block, list, section, table, text } from '../../templates/documents/document.ts';
import { copiesOf } from '../follow/case-copies.ts';
import type { WholeCase } from '../store/case-store.ts';
import { listOfTask } from '../work/task-lists.ts';
import { outcomeTitle } from './decision-panel.ts';
import { planMoney } from './plan-panel.ts';
import type { TaskPanel } from './task-panel.ts';

const changed = (
  council: Council,
  plan: PlanRecord,
  answers: Answers,
  { records }: Pick<WholeCase, 'records'>,
): Block[] => {
  const before = versionBefore(plan, records);
  if (before === undefined) return text('This is the first version of the plan.');
  const asked = before.plan.changesAsked;
  const differences = changedAnswers(listOfTask(council, { kind: 'draft-plan' }), before.answers as Answers, answers);
  return [
    ...(asked ? text(`Asked for: ${asked}`) : []),
    ...(differences.length === 0
      ? text(`Nothing has changed since version ${before.plan.number}.`)
      : table(
          `Changed since version ${before.plan.number}`,
          ['Answer', 'Before', 'Now'],
          differences.map(({ name, was, now }) => [name, was.join('\n') || 'Nothing', now.join('\n') || 'Nothing']),
        )),
  ];
};

/** The decision behind the plan: its result, its reasons and the outcomes that count. */
const decided = ({ records }: Pick<WholeCase, 'records'>, about: 'adult' | 'carer'): Block[] => {
  const kind = about === 'adult' ? ('decide-eligibility' as const) : ('decide-carer-eligibility' as const);
  const [decision] = allWorkOf(records, kind);
  if (decision === undefined) return text('There is no decision on eligibility.');
  const { test, outcomes } = decisionWorking(about, decision.answers);
  const unable = outcomes.filter(({ found }) => found === 'unable');
  return [
    ...text(decision.answers.result === 'eligible' ? 'Eligible needs.' : 'No eligible needs.'),
    ...list(test.conditions.map(({ condition, explanation }) => `Condition ${condition}: ${explanation}`)),
    ...table(
      'Outcomes that count',
      ['Outcome', 'Unable because'],
      unable.map(({ outcome, because }) => [outcomeTitle(outcome), because.join('; ')]),
    ),
  ];
};

/** A heading of the plan, below that of its panel. */
const below = (block: Block): Block => (block.kind === 'heading' ? { ...block, level: 3 } : block);

/**
 * A plan in the order in which whoever checks or agrees it reads: what has changed since the last version, what the rule found, the cost
 * against estimate, charge and limit, then the text.
 *
 * @param limit what whoever looks at it may agree, in sentences
 */
export const checkPanels = (
  council: Council,
  plan: PlanRecord,
  whole: Pick<WholeCase, 'case' | 'records'>,
  limit: readonly string[],
): TaskPanel[] => {
  const written = wordsOf(plan, whole.records);
  if (written === undefined) return [];
  // They have passed the list of a plan, whose answers these are.
  const answers = written as unknown as Answers;
  const [thread = ''] = plan.id.split('.');
  const behind = behindPlan(whole.records, thread, council.noticeDays);
  const copy = copiesOf(council, whole.records).find(({ id }) => id === `plan.${plan.id}`);
  return [
    { id: 'changed', title: 'What has changed', blocks: changed(council, plan, answers, whole) },
    {
      id: 'decided',
      title: 'What the decision found',
      blocks: [
        ...decided(whole, written.about),
        ...section('Where the plan differs from it', list(differenceLines(written, behind, 'needs')), 3),
      ],
    },
    {
      id: 'cost',
      title: 'What it costs',
      blocks: [
        ...list(limit),
        ...section('Where the money differs', list(differenceLines(written, behind, 'money')), 3),
        ...planMoney(answers, behind),
      ],
    },
    ...(copy ? [{ id: 'text', title: 'The plan', blocks: copy.blocks.map(below) }] : []),
  ];
};
