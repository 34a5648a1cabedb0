import type * as z from 'zod';
import { problemsOf } from '../../schemas/answers.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { isList, type WorkAnswers, workLists } from '../../schemas/work-lists.ts';
import { failedChecks, planProblems } from '../plan/plan.ts';
import { type PlanEvent, planAfter } from '../plan/plan-states.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { arrangeAdvocacy } from './advocacy-outcome.ts';
import { assessCarer, assessNeeds } from './assessment-outcomes.ts';
import { assessCapacity } from './capacity-outcome.ts';
import { decideCarerEligibility, decideEligibility } from './decision-outcomes.ts';
import { finishedWork } from './finished-work.ts';
import { referContinuingHealthcare } from './healthcare-outcome.ts';
import { estimateBudget, recordFinances } from './money-outcomes.ts';
import { considerRefusal } from './refusal-outcome.ts';
import { requestRules } from './request-outcomes.ts';
import { lookIntoSafety } from './safety-outcome.ts';
import { aheadDays, giveShortTermSupport, reviewShortTermSupport } from './short-term-outcomes.ts';
import { triageRequest } from './triage-outcome.ts';
import {
  broken,
  done,
  type Kept,
  note,
  notYet,
  recordId,
  refused,
  type TaskOutcome,
  type TaskRefusal,
  type TaskSituation,
} from './work-outcome.ts';

type Rules = {
  [Kind in TaskKind]: (answers: WorkAnswers<Kind>, situation: TaskSituation) => TaskOutcome | TaskRefusal;
};

/** The plans of the thread that a task belongs to; a review and a reassessment may be under way at the same time. */
const ofThread = (task: Task, plans: readonly PlanRecord[]): PlanRecord[] => {
  const [thread] = recordId(task).split('.');
  return plans.filter(({ id }) => id.startsWith(`${thread}.`));
};

/** The plan that is being worked on: the newest version. */
const newest = (plans: readonly PlanRecord[]): PlanRecord | undefined =>
  plans.toSorted((a, b) => b.number - a.number)[0];

type PlanKept = Extract<Kept, { kind: 'plan' }>;

const kept = ({ council: _council, reference: _reference, ...plan }: PlanRecord): PlanKept => plan;

/** The next version of a plan's record after an event in its life, with what came with it. */
const revision = (
  plan: PlanRecord,
  event: PlanEvent | undefined,
  more: Pick<Partial<PlanRecord>, 'check' | 'changesAsked' | 'signed'> = {},
): PlanKept => {
  const after = event ? planAfter(plan.state, event) : { ok: true as const, state: plan.state };
  // The tasks come in the order of the states, so a step out of order is a defect and not an answer to refuse.
  if (!after.ok) throw new RangeError(after.why);
  return { ...kept(plan), ...more, state: after.state, version: plan.version + 1 };
};

const rules: Rules = {
  ...requestRules,

  'triage-request': triageRequest,
  'give-short-term-support': giveShortTermSupport,
  'review-short-term-support': reviewShortTermSupport,
  'assess-needs': assessNeeds,
  'assess-carer': assessCarer,
  'decide-eligibility': decideEligibility,
  'decide-carer-eligibility': decideCarerEligibility,
  'estimate-budget': estimateBudget,
  'assess-finances': recordFinances,

  'draft-plan': (answers, { task, plans }) => {
    const problems = planProblems(answers);
    if (problems.length > 0) return broken(problems);
    return done('submitted', {
      records: [
        {
          kind: 'plan',
          id: recordId(task),
          version: 1,
          number: (newest(plans)?.number ?? 0) + 1,
          state: 'submitted',
          draft: answers,
        },
      ],
    });
  },

  'check-plan': (answers, { task, plans, staff }) => {
    const plan = newest(ofThread(task, plans));
    if (plan === undefined) return refused('', 'There is no plan to check');
    if (plan.by.kind === 'staff' && plan.by.id === staff.id) {
      return refused('', 'You wrote this plan, so someone else has to check it', 'author-cannot-check');
    }
    const approved = failedChecks(answers).length === 0;
    return done(approved ? 'approved' : 'changes-asked', {
      records: [revision(plan, approved ? undefined : 'request-changes', { check: answers })],
      output: { approved },
    });
  },

  'agree-plan': (answers, { case: careCase, task, now, plans }) => {
    const plan = newest(ofThread(task, plans));
    if (plan === undefined) return refused('', 'There is no plan to agree');
    const isReview = task.id.includes('.review-');
    if (answers.answer !== 'agreed') {
      // A first plan that is refused is worked on until it is agreed; later the plan in force stays as it is.
      const stands = answers.answer === 'not-agreed' && careCase.planInForce !== undefined;
      const changesAsked = answers.answer === 'changes-asked' ? answers.what : answers.why;
      return done(stands ? 'not-agreed' : 'changes-asked', {
        changes: stands && !isReview ? { stage: 'support' } : {},
        records: [revision(plan, stands ? 'refuse' : 'request-changes', { changesAsked })],
        output: { answer: stands ? 'not-agreed' : 'changes-asked' },
      });
    }
    const early = notYet('signedOn', answers.signedOn, now);
    if (early) return early;
    const signed = { by: answers.signedBy, on: answers.signedOn };
    const before = plans.find(({ number }) => number === careCase.planInForce);
    if (before === undefined || !isReview) {
      return done('agreed', {
        changes: { stage: 'setting-up-support' },
        records: [revision(plan, 'agree', { signed })],
        output: { answer: 'agreed' },
      });
    }
    // Support runs already, so the revised plan is in force at once and the one before it is not any more.
    const active = { ...revision(plan, 'agree', { signed }), state: 'active' as const };
    return done('agreed', {
      changes: { planInForce: plan.number },
      records: [active, revision(before, 'supersede')],
      output: { answer: 'agreed' },
    });
  },

  'set-up-support': (answers, { case: careCase, task, now, plans }) => {
    if (answers.startedOn > addDays(londonDate(now), aheadDays)) {
      return refused('startedOn', 'Set this up when support starts within 2 weeks. Choose an earlier day');
    }
    const plan = newest(ofThread(task, plans).filter(({ state }) => state === 'agreed'));
    const before = plans.find(({ number, state }) => number === careCase.planInForce && state === 'active');
    return done('set-up', {
      changes: { stage: 'support', supportStartedOn: answers.startedOn, ...(plan && { planInForce: plan.number }) },
      records: [
        { kind: 'support-set-up', id: recordId(task), version: 1, content: answers },
        ...(plan ? [revision(plan, 'start-support')] : []),
        ...(plan && before ? [revision(before, 'supersede')] : []),
      ],
      output: { startedOn: answers.startedOn },
    });
  },

  'check-support': (answers, { task }) =>
    done(answers.changeNeeded ? 'change-needed' : 'going-well', {
      records: [note(task, answers.howItGoes)],
      // Not left until the first review is due. Care Act 2014 section 27(1): a plan is kept under review generally.
      ...(answers.changeNeeded && { reviewForward: `The key worker found a change is needed. ${answers.howItGoes}` }),
    }),

  'review-plan': (answers, { task, now }) =>
    notYet('heldOn', answers.heldOn, now) ??
    done(answers.outcome, {
      records: [{ kind: 'review', id: recordId(task), version: 1, content: answers }],
      output: { outcome: answers.outcome, heldOn: answers.heldOn },
    }),

  'look-into-safety': lookIntoSafety,
  'consider-refusal': considerRefusal,
  'assess-capacity': assessCapacity,
  'arrange-advocacy': arrangeAdvocacy,
  'refer-continuing-healthcare': referContinuingHealthcare,
  'contact-another-way': (answers, { task }) => done('done', { records: [note(task, answers.whatWasDone)] }),
  'find-person': ({ found, whatWasDone }, { task }) =>
    done(found === 'yes' ? 'found' : 'not-found', { records: [note(task, whatWasDone)] }),
  'restart-workflow': (answers, { task }) => done('restarted', { records: [note(task, answers.whatWasDone)] }),
};

/**
 * What finishing a task with these answers means, or why they cannot be taken. Every problem is named at once.
 *
 * Pure: the store, the clock and the directory are asked by the caller.
 */
export const outcomeOf = (answers: unknown, situation: TaskSituation): TaskOutcome | TaskRefusal => {
  const { kind } = situation.task;
  // The list of this kind made the answers of this kind; TypeScript cannot follow the pair through an index.
  const rule = rules[kind] as (answers: unknown, situation: TaskSituation) => TaskOutcome | TaskRefusal;
  const asked: Form | z.ZodType = workLists[kind];
  if (isList(asked)) return finishedWork(asked, rule, answers, situation);
  const parsed = asked.safeParse(answers);
  if (parsed.success) return rule(parsed.data, situation);
  return { ok: false, code: 'invalid-answers', problems: problemsOf(parsed.error) };
};
