import { problemsOf } from '../../schemas/answers.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { ChargingOptions } from '../../schemas/charging-options.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { AssessmentTargets } from '../../schemas/targets.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { taskForms } from '../../schemas/task-forms.ts';
import { assessFinances } from '../charging/financial-assessment.ts';
import { afterDetermination } from '../eligibility/after-decision.ts';
import { determine } from '../eligibility/decision-record.ts';
import { failedChecks, planProblems } from '../plan/plan.ts';
import { type PlanEvent, planAfter } from '../plan/plan-states.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays, londonDate, londonInstant } from '../time/clock-time.ts';
import { targetDate } from '../time/deadlines.ts';
import { workingDayOnOrBefore } from '../time/working-days.ts';
import { type FollowUp, requestRules } from './request-outcomes.ts';

/** What a piece of finished work means: what changes on the case, what is kept, and the small facts the journey goes on with. */
export type TaskOutcome = {
  readonly ok: true;
  /** One word or phrase for the history and for whoever tries to finish the task again. */
  readonly outcome: string;
  readonly changes: Partial<CareCase>;
  readonly records: readonly Kept[];
  readonly output: Readonly<Record<string, string | boolean>>;
  /** Work that follows at once, outside the machines. */
  readonly opens?: readonly FollowUp[];
  /** Why the review that is planned is brought forward, where it is: kept with the new one. */
  readonly reviewForward?: string;
  /** Whether the person has an answer to read and is written to. */
  readonly tellsPerson?: boolean;
};

/** A record without what the caller adds: whose it is and, where it is new, when it was made and by whom. */
export type Kept = CaseRecord extends infer Each
  ? Each extends CaseRecord
    ? Omit<Each, 'council' | 'reference' | 'at' | 'by'> & Partial<Pick<Each, 'at' | 'by'>>
    : never
  : never;

/** Work that cannot be taken as it is: each field with the sentence that puts it right. */
export type TaskRefusal = {
  readonly ok: false;
  readonly code: 'invalid-answers' | 'author-cannot-check';
  readonly problems: readonly { readonly field: string; readonly message: string }[];
};

/** Everything that the meaning of a piece of work depends on. */
export type TaskSituation = {
  readonly case: CareCase;
  readonly task: Task;
  readonly now: IsoInstant;
  readonly staff: { readonly id: string; readonly name: string };
  readonly targets: AssessmentTargets;
  readonly charging: ChargingOptions | undefined;
  readonly plans: readonly PlanRecord[];
};

type Answers<Kind extends TaskKind> = (typeof taskForms)[Kind]['form']['_zod']['output'];
type Rules = { [Kind in TaskKind]: (answers: Answers<Kind>, situation: TaskSituation) => TaskOutcome | TaskRefusal };

const done = (outcome: string, rest: Partial<Omit<TaskOutcome, 'ok' | 'outcome'>> = {}): TaskOutcome => ({
  ok: true,
  outcome,
  changes: {},
  records: [],
  output: {},
  ...rest,
});

const refused = (field: string, message: string, code: TaskRefusal['code'] = 'invalid-answers'): TaskRefusal => ({
  ok: false,
  code,
  problems: [{ field, message }],
});

const broken = (rules: readonly BrokenRule[]): TaskRefusal => ({
  ok: false,
  code: 'invalid-answers',
  problems: rules.map(({ field, message }) => ({ field, message })),
});

/** Short-term support is free for six weeks. SI 2014/2672 regulation 3. */
const freeDays = 42;

/**
 * Days ahead in which what is arranged now may begin. An execution lasts a year at most and may have waited 300 days before
 * short-term support, so its end must not lie further ahead than what is left.
 */
const aheadDays = 14;

/** A day of work done that has not come yet: every later review is counted from such days, so a slip would lose one. */
const notYet = (field: string, date: IsoDate, now: IsoInstant): TaskRefusal | undefined =>
  date > londonDate(now) ? refused(field, 'The day must be today or in the past') : undefined;

/** The identity of what a task makes is the identity of the task within its case. */
const recordId = (task: Task): string => task.id.slice(task.id.indexOf('.') + 1);

const note = (task: Task, text: string): Kept => ({ kind: 'note', id: recordId(task), version: 1, content: { text } });

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

  'triage-request': (answers, { case: careCase, task, targets }) =>
    done(answers.outcome, {
      changes: {
        urgency: answers.urgency,
        targetOn: targetDate(answers.urgency, londonDate(careCase.openedAt), targets),
        ...(answers.outcome === 'assess' && { stage: 'assessment' }),
        ...(answers.outcome === 'short-term-support' && { stage: 'short-term-support' }),
      },
      records: [note(task, answers.reasons)],
      output: { outcome: answers.outcome },
    }),

  'give-short-term-support': (answers, { task, now }) => {
    if (answers.startsOn > addDays(londonDate(now), aheadDays)) {
      return refused('startsOn', 'Short-term support must start within 2 weeks. Choose an earlier first day');
    }
    if (answers.endsOn >= addDays(answers.startsOn, freeDays)) {
      return refused('endsOn', 'Short-term support is free for up to 6 weeks. Choose an earlier last day');
    }
    return done('given', {
      records: [{ kind: 'short-term-support', id: recordId(task), version: 1, content: answers }],
      output: { reviewAt: londonInstant(workingDayOnOrBefore(answers.endsOn), '09:00') },
    });
  },

  'review-short-term-support': (answers, { task }) =>
    done(answers.outcome, {
      changes: answers.outcome === 'ongoing-needs' ? { stage: 'assessment' } : {},
      records: [note(task, answers.summary)],
      output: { outcome: answers.outcome },
    }),

  'assess-needs': (answers, { task }) =>
    done('assessed', {
      changes: { stage: 'decision' },
      records: [{ kind: 'assessment', id: recordId(task), version: 1, content: answers }],
    }),

  'decide-eligibility': (answers, { case: careCase, task, staff, now }) => {
    if ((answers.about === 'carer') !== (careCase.kind === 'carer')) {
      return refused(
        'about',
        careCase.kind === 'carer'
          ? 'Decide about a carer: this is a carer’s case'
          : 'Decide about an adult: this is not a carer’s case',
      );
    }
    const decided = determine(answers, { author: staff, decidedOn: londonDate(now) });
    if (!decided.ok) return broken(decided.problems);
    const { code } = afterDetermination(decided.determination);
    const eligible = code !== 'not-eligible';
    // Where residence is still to be established, support is planned meanwhile; elsewhere another council meets the needs.
    const wantsSupport = code === 'plan' || code === 'establish-residence';
    return done(code, {
      changes: wantsSupport ? { stage: 'estimated-budget' } : {},
      records: [{ kind: 'determination', id: recordId(task), version: 1, content: decided.determination }],
      output: { eligible, wantsSupport },
    });
  },

  'estimate-budget': (answers, { task }) =>
    done('estimated', {
      changes: { stage: 'plan' },
      records: [{ kind: 'budget-estimate', id: recordId(task), version: 1, content: answers }],
    }),

  'assess-finances': (answers, { task, charging }) => {
    const assessed = assessFinances(answers, charging);
    if (!assessed.ok) return broken(assessed.broken);
    return done(assessed.record.charge.outcome, {
      records: [{ kind: 'financial-assessment', id: recordId(task), version: 1, content: assessed.record }],
    });
  },

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

  'look-into-safety': (answers, { task }) => done('done', { records: [note(task, answers.whatWasDone)] }),
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
  const parsed = taskForms[kind].form.safeParse(answers);
  if (!parsed.success) {
    return { ok: false, code: 'invalid-answers', problems: problemsOf(parsed.error) };
  }
  // The form of this kind made the answers of this kind; TypeScript cannot follow the pair through an index.
  const rule = rules[kind] as (answers: unknown, situation: TaskSituation) => TaskOutcome | TaskRefusal;
  return rule(parsed.data, situation);
};
