import type { CareCase } from '../../schemas/case.ts';
import type { CouncilAgreement, councilAgreement } from '../../schemas/forms/council-agreement.ts';
import type { PlanAnswers, plan as planList } from '../../schemas/forms/plan.ts';
import type { PlanAgreement, planAgreement } from '../../schemas/forms/plan-agreement.ts';
import type { planChecks } from '../../schemas/forms/plan-checks.ts';
import type { setUp } from '../../schemas/forms/set-up.ts';
import type { PlanView } from '../../schemas/panel-view.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { adultNotAsked, careToAdultProblems, givesCareToAdult } from '../journey/care-to-adult.ts';
import { collectionFor } from '../journey/collecting.ts';
import { copyProblems, notSharedProblems } from '../journey/consent.ts';
import { aheadDays } from '../journey/short-term-outcomes.ts';
import { lacksCapacity, planSigningProblems } from '../journey/signing.ts';
import { advocateMissing, advocatesToArrange } from '../journey/taking-part.ts';
import {
  broken,
  done,
  type Kept,
  type Rule,
  recordId,
  refused,
  type TaskOutcome,
  type TaskRefusal,
  type TaskSituation,
} from '../journey/work-outcome.ts';
import { workOf } from '../journey/work-records.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { lookedAtAgain } from './after-set-up.ts';
import { whoCan, whyNotAgree } from './authority.ts';
import { behindPlan, chargeOf, personPaysBy, wordsOf } from './behind-plan.ts';
import { directPaymentProblems, paymentRefused } from './direct-payment-answers.ts';
import { fixedBudget } from './fixed-budget.ts';
import { namesOnlyAMaximum } from './only-a-maximum.ts';
import { failedChecks, planProblems, signOff } from './plan.ts';
import { newest, ofThread, planLookedAt, soughtFor } from './plan-looked-at.ts';
import { agreementOf, checksOf, isTurnedDown } from './plan-passed.ts';
import { type PlanEvent, type PlanVersion, planAfter, versionsAfter } from './plan-states.ts';
import { recordsAgree } from './records-agree.ts';
import { changesInWords, type GoesBack, type SentBack, sentBackOf, sentBackProblems } from './sent-back.ts';
import { setUpProblems } from './set-up.ts';

type PlanKept = Extract<Kept, { kind: 'plan' }>;

const kept = ({ council: _council, reference: _reference, ...plan }: PlanRecord): PlanKept => plan;

/** The next version of a plan's record after an event in its life, with what came with it. */
const revision = (
  plan: PlanRecord,
  event: PlanEvent | undefined,
  more: Pick<Partial<PlanRecord>, 'checked' | 'changesAsked' | 'signed'> = {},
): PlanKept => {
  const after = event ? planAfter(plan.state, event) : { ok: true as const, state: plan.state };
  // The tasks come in the order of the states, so a step out of order is a defect and not an answer to refuse.
  if (!after.ok) throw new RangeError(after.why);
  return { ...kept(plan), ...more, state: after.state, version: plan.version + 1 };
};

/** The records of plans after events to one of them, that one first; another that was in force may be superseded by it. */
const moved = (
  plans: readonly PlanRecord[],
  plan: PlanRecord,
  events: readonly PlanEvent[],
  more: Pick<Partial<PlanRecord>, 'signed' | 'budget' | 'changesAsked'> = {},
): PlanKept[] => {
  let versions: readonly PlanVersion[] = plans.map(({ number, state }) => ({ version: number, state }));
  for (const event of events) {
    const after = versionsAfter(versions, plan.number, event);
    // The tasks come in the order of the states, so a step out of order is a defect and not an answer to refuse.
    if (!after.ok) throw new RangeError(after.why);
    versions = after.versions;
  }
  const stateOf = ({ number, state }: PlanRecord) => versions.find(({ version }) => version === number)?.state ?? state;
  return [
    { ...kept(plan), ...more, state: stateOf(plan), version: plan.version + 1 },
    ...plans
      .filter((one) => one.id !== plan.id && stateOf(one) !== one.state)
      .map((one) => ({ ...kept(one), state: stateOf(one), version: one.version + 1 })),
  ];
};

const isOther = ({ about }: PlanAnswers, { kind }: CareCase): boolean => (about === 'carer') !== (kind === 'carer');

/** Whoever the law wants involved was asked how they take part. Care Act 2014 ss.25(3) and (4) and 67(3). */
const otherNotAsked = ({ consulted, otherNeedsAdvocate }: PlanAnswers, { kind }: CareCase): readonly BrokenRule[] => {
  const other = kind === 'carer' ? 'cared-for-adult' : 'carer';
  return otherNeedsAdvocate === undefined && consulted.some(({ role }) => role === other)
    ? [
        {
          field: 'otherNeedsAdvocate',
          rule: 's.67(3)',
          message: 'Select whether the other person who is involved has difficulty in taking part',
        },
      ]
    : [];
};

/** Family and friends are asked only where the person wants it, or cannot say so. Care Act 2014 s.25(3)(c) and (4)(c). */
const askedWithoutTheirWord = ({ consulted }: PlanAnswers, records: readonly CaseRecord[]): readonly BrokenRule[] =>
  lacksCapacity(records)
    ? []
    : consulted.flatMap(({ role, askedForBy }, row) =>
        role === 'family-or-friend' && askedForBy !== 'person'
          ? [
              {
                field: `consulted[${row}].askedForBy`,
                rule: 's.25(3)(c)',
                message:
                  'Ask family and friends only with the person’s permission: select that the person wants it, or leave them out',
              },
            ]
          : [],
      );

/** The journey or review that a task belongs to, such as `assessment-1`. */
const threadOf = (task: Task): string => recordId(task).split('.')[0] ?? '';

/** What the records of the case say now, for a plan of the task's thread. */
const behind = ({ records, council }: TaskSituation, thread: string) => behindPlan(records, thread, council.noticeDays);

/** What was sent back is answered in the version that follows: what was changed, and what was not and why. */
const unanswered = ({ changesMade }: PlanAnswers, sentBack: readonly SentBack[]): readonly BrokenRule[] =>
  sentBack.length > 0 && changesMade === undefined
    ? [
        {
          field: 'changesMade',
          rule: 'What was sent back is answered',
          message: 'Answers were sent back. Enter what was changed, and what was not and why',
        },
      ]
    : [];

/** A plan that holds together and agrees with the case's other records is kept as the next version, which waits for its checks. Care Act 2014 ss.25 and 26. */
export const draftPlan: Rule<typeof planList> = (answers, situation) => {
  const { case: careCase, task, plans, records, now, catalogue, writers = [] } = situation;
  if (isOther(answers, careCase)) {
    return refused(
      'about',
      careCase.kind === 'carer'
        ? 'Write a carer’s plan: this is a carer’s case'
        : 'Write an adult’s plan: this is not a carer’s case',
    );
  }
  const problems = [
    ...planProblems(answers, catalogue),
    ...askedWithoutTheirWord(answers, records),
    ...directPaymentProblems(answers),
    ...paymentRefused(answers, workOf(records, 'agree-plan', threadOf(task))?.answers.budgetHeld),
    ...otherNotAsked(answers, careCase),
    ...careToAdultProblems(answers),
    ...recordsAgree(answers, behind(situation, threadOf(task))).problems,
    ...unanswered(answers, sentBackOf(records, threadOf(task))),
  ];
  if (problems.length > 0) return broken(problems);
  const budget = fixedBudget(answers, chargeOf(records), londonDate(now));
  return done('submitted', {
    opens: advocatesToArrange(task, answers, situation),
    records: [
      {
        kind: 'plan',
        id: recordId(task),
        version: 1,
        number: (newest(plans)?.number ?? 0) + 1,
        state: 'submitted',
        ...(budget && { budget }),
        ...(writers.length > 0 && { writers }),
      },
    ],
  });
};

/** What has stopped agreeing with the case's other records since a plan was written, at the question of the work that notices it. */
const disagreement = (plan: PlanRecord, situation: TaskSituation, field: string) => {
  const answers = wordsOf(plan, situation.records);
  const [thread = ''] = plan.id.split('.');
  const problems = answers ? recordsAgree(answers, behind(situation, thread)).problems : [];
  return problems.length === 0
    ? undefined
    : broken(
        problems.map(({ rule, message }) => ({ field, rule, message: `Have the plan changed first. ${message}` })),
      );
};

const isAuthor = ({ by }: PlanRecord, { staff }: TaskSituation): boolean => by.kind === 'staff' && by.id === staff.id;

/** Why whoever does the work may not agree to a plan for the council by themselves; undefined where they may. */
const notAlone = (plan: PlanRecord, { council, staff, records, colleagues = [] }: TaskSituation) => {
  const me = colleagues.find(({ id }) => id === staff.id) ?? { id: staff.id };
  return whyNotAgree(council.plans, soughtFor(plan, records), me, colleagues);
};

/** An earlier version of the same thread that passed its checks, and that the council did not refuse itself: what stands where a later one is not agreed, before any plan is in force. */
const passedBefore = (plan: PlanRecord, { task, plans, records }: TaskSituation): PlanRecord | undefined =>
  newest(
    ofThread(task, plans).filter(
      (one) =>
        one.number < plan.number &&
        one.state === 'changes-requested' &&
        checksOf(one, records) !== undefined &&
        !isTurnedDown(one, records),
    ),
  );

type NotPassed = {
  readonly leadsTo?: string | undefined;
  readonly whatToChange?: string | undefined;
  readonly sentBack?: readonly GoesBack[] | undefined;
};

/** What follows for a plan that did not pass, of which the person is told: it is changed, gives way to the one before it, or its needs are assessed again. */
const notPassed = (
  plan: PlanRecord,
  { leadsTo = 'change', whatToChange, sentBack }: NotPassed,
  more: Pick<Partial<PlanRecord>, 'checked'>,
  situation: TaskSituation,
): TaskOutcome | TaskRefusal => {
  const { case: careCase, task } = situation;
  const isReview = task.id.includes('.review-');
  const missing = sentBackProblems(sentBack, wordsOf(plan, situation.records));
  if (missing.length > 0) return broken(missing);
  const asked = { ...more, changesAsked: changesInWords(sentBack, whatToChange) };
  const told = { tells: ['plan-news'] as const };
  if (leadsTo === 'assess-again') {
    return done('assess-again', {
      ...told,
      changes: isReview ? {} : { stage: 'assessment' },
      records: [revision(plan, 'refuse', asked)],
      output: { approved: false, next: 'assess' },
    });
  }
  if (leadsTo === 'change') {
    return done('changes-asked', {
      ...told,
      records: [revision(plan, 'request-changes', asked)],
      output: { approved: false, next: 'change' },
    });
  }
  if (careCase.planInForce !== undefined) {
    return done('not-agreed', {
      ...told,
      changes: isReview ? {} : { stage: 'support' },
      records: [revision(plan, 'refuse', asked)],
      output: { approved: false, next: 'stands' },
    });
  }
  const initial = passedBefore(plan, situation);
  if (initial === undefined) {
    return refused('leadsTo', 'There is no plan before this one that could stand. Have it changed, or assess again');
  }
  return done('not-agreed', {
    ...told,
    records: [revision(plan, 'refuse', asked), revision(initial, 'submit')],
    output: { approved: false, next: 'agree' },
  });
};

/** Reasons against a plan that only name a highest amount. */
const onlyAMaximum = (
  answers: NotPassed & Readonly<Record<string, unknown>>,
  fields: readonly string[],
): BrokenRule[] =>
  [
    ...fields.map((field) => [field, answers[field]] as const),
    ...(answers.sentBack ?? []).map(({ why }, index) => [`sentBack[${index}].why`, why] as const),
  ].flatMap(([field, reason]) =>
    typeof reason === 'string' && namesOnlyAMaximum(reason)
      ? [
          {
            field,
            rule: 'LGSCO, Rutland 22 000 033',
            message: 'A highest amount alone is no reason. Say which need could be met in which other way',
          },
        ]
      : [],
  );

/** Why what a member of a panel says against a plan cannot be taken as it is. */
export const panelViewProblems = (
  answers: Pick<PlanView, 'view' | 'why' | 'sentBack'>,
  plan: PlanRecord,
  records: readonly CaseRecord[],
): BrokenRule[] =>
  answers.view === 'agree'
    ? []
    : [...onlyAMaximum(answers, ['why']), ...sentBackProblems(answers.sentBack, wordsOf(plan, records))];

const says: Readonly<Record<PlanView['view'], string>> = {
  agree: 'agree',
  'not-agree': 'do not agree',
  'more-needed': 'say that more is needed',
};

/** What a panel has come to, as the answers of the work that it ends: how many said what, and their reasons without their names. */
export const agreementOfPanel = (result: PlanView['view'], views: readonly PlanView[]): CouncilAgreement => {
  const counts = (['agree', 'not-agree', 'more-needed'] as const).flatMap((view) => {
    const count = views.filter((one) => one.view === view).length;
    return count === 0 ? [] : [`${count} ${says[view]}`];
  });
  const reasons = (of: readonly PlanView[]) => of.map(({ why }) => why).join('\n');
  const why = `A panel of ${views.length} looked at the plan: ${counts.join(', ')}.\n${reasons(views)}`;
  if (result === 'agree') return { agreed: 'yes', why };
  const against = views.filter(({ view }) => view !== 'agree');
  const sentBack = against.flatMap((one) => one.sentBack ?? []) as CouncilAgreement['sentBack'] & object;
  return {
    agreed: 'no',
    why,
    leadsTo: 'change',
    whatToChange: reasons(against),
    ...(sentBack.length > 0 && { sentBack }),
  };
};

/**
 * The checks: affordable, lawful, effective. Who makes them is the council's choice, the author only where it says so; where it is not a manager,
 * a manager agrees for the council afterwards. One that fails has a consequence, and the person is told.
 */
export const checkPlan: Rule<typeof planChecks> = (answers, situation) => {
  const { task, plans, council } = situation;
  const plan = planLookedAt(task, plans);
  if (plan === undefined) return refused('', 'There is no plan to check');
  if (!council.plans?.authorMayCheck && isAuthor(plan, situation)) {
    const others = (situation.colleagues ?? []).filter(
      ({ id, roles }) => id !== situation.staff.id && roles.includes(task.role),
    );
    const can = others.length > 0 ? `. ${whoCan({ by: 'one', role: task.role, who: others })}` : '';
    return refused('', `You wrote this plan, so someone else has to check it${can}`, 'author-cannot-check');
  }
  const failed = failedChecks(answers);
  const checked = recordId(task);
  if (failed.length > 0) {
    const empty = onlyAMaximum(answers, [...failed.map(({ check }) => `${check}Why`), 'whatToChange']);
    return empty.length > 0 ? broken(empty) : notPassed(plan, answers, { checked }, situation);
  }
  const disagrees = disagreement(plan, situation, 'lawful');
  if (disagrees) return disagrees;
  return done('approved', {
    records: [revision(plan, undefined, { checked })],
    output: {
      approved: true,
      // A manager who checks agrees to it in the same step, as far as their limit reaches.
      next: council.plans?.checkedBy === 'key-worker' || notAlone(plan, situation) ? 'council' : 'agree',
    },
  });
};

/** The council's agreement where somebody else has checked: by a manager, and never by the plan's author. Care Act 2014 s.25(5). */
export const agreeForCouncil: Rule<typeof councilAgreement> = (answers, situation) => {
  const { task, plans } = situation;
  const plan = planLookedAt(task, plans);
  if (plan === undefined) return refused('', 'There is no plan to agree');
  const not = situation.byPanel ? undefined : notAlone(plan, situation);
  if (not) return refused('', not.message, not.code);
  if (answers.agreed === 'no') {
    const empty = onlyAMaximum(answers, ['why', 'whatToChange']);
    return empty.length > 0 ? broken(empty) : notPassed(plan, answers, {}, situation);
  }
  const disagrees = disagreement(plan, situation, 'agreed');
  return disagrees ?? done('agreed', { output: { next: 'agree' } });
};

const wishes: Readonly<Record<NonNullable<PlanAgreement['budgetHeld']>, string>> = {
  'as-planned': '',
  'direct-payment': ' The budget is wanted as a direct payment.',
  'council-managed': ' The council is wanted to arrange the support.',
  both: ' Part of the budget is wanted as a direct payment, part arranged by the council.',
};

/** What the person wants changed, or why they do not agree, in words for whoever writes the next version. */
const wanted = ({ answer, sentBack, whatChanges, budgetHeld = 'as-planned', whyNot = '' }: PlanAgreement): string =>
  answer === 'changes-asked' ? `${changesInWords(sentBack, whatChanges)}${wishes[budgetHeld]}` : whyNot;

/** Why the council cannot go on with a plan to which the person does not agree. Care Act 2014 s.25(5): all reasonable steps come first. */
const notGoingOn = (
  plan: PlanRecord,
  { stepsTried }: PlanAgreement,
  situation: TaskSituation,
): TaskRefusal | undefined => {
  if (isAuthor(plan, situation)) {
    return refused('', 'You wrote this plan, so someone else has to agree it for the council', 'author-cannot-check');
  }
  return stepsTried === undefined
    ? refused(
        'stepsTried',
        'Enter what was tried to reach agreement: the council may go on only after all reasonable steps',
      )
    : undefined;
};

/** The answer of the person, by themselves or with staff. A refused revision leaves the plan in force as it is. Care Act 2014 ss.25(5) and 27(5). */
export const agreePlan: Rule<typeof planAgreement> = (answers, situation) => {
  const { case: careCase, task, now, plans, records } = situation;
  const plan = planLookedAt(task, plans);
  if (plan === undefined) return refused('', 'There is no plan to agree');
  const isReview = task.id.includes('.review-');
  const goesOn = answers.answer === 'not-agreed' && answers.goesOn === 'yes';
  const { event, reasons } = signOff(checksOf(plan, records), answers, agreementOf(plan, records));
  if (event !== 'agree' && !goesOn) {
    if (answers.answer === 'agreed') return refused('answer', `Have the plan changed first. ${reasons.join(' ')}`);
    const missing = sentBackProblems(answers.sentBack, wordsOf(plan, records));
    if (missing.length > 0) return broken(missing);
    // A first plan that is refused is worked on until it is agreed; later the plan in force stays as it is.
    const stands = event === 'refuse' && careCase.planInForce !== undefined;
    return done(stands ? 'not-agreed' : 'changes-asked', {
      changes: stands && !isReview ? { stage: 'support' } : {},
      records: [revision(plan, stands ? 'refuse' : 'request-changes', { changesAsked: wanted(answers) })],
      output: { answer: stands ? 'not-agreed' : 'changes-asked' },
      tells: stands ? ['plan-news'] : [],
    });
  }
  const unlawful = goesOn ? notGoingOn(plan, answers, situation) : undefined;
  if (unlawful) return unlawful;
  const written = wordsOf(plan, records);
  const unsigned = [
    ...advocateMissing(situation),
    ...(goesOn ? [] : planSigningProblems(answers.signedAs ?? 'person', situation)),
    ...(written ? adultNotAsked(written) : []),
  ];
  if (unsigned.length > 0) return broken(unsigned);
  const disagrees = disagreement(plan, situation, 'answer');
  if (disagrees) return disagrees;
  const today = londonDate(now);
  const signed = { by: answers.signature ?? '', on: answers.signedOn ?? today };
  const budget = written ? fixedBudget(written, chargeOf(records), today) : plan.budget;
  const more = { ...(goesOn ? { changesAsked: wanted(answers) } : { signed }), ...(budget && { budget }) };
  const agreed = (events: readonly PlanEvent[], rest: Partial<TaskOutcome>) =>
    done('agreed', {
      records: moved(plans, plan, events, more),
      output: { answer: 'agreed' },
      ...rest,
      tells: budget ? ['budget-fixed'] : [],
      ...(givesCareToAdult(written) && { opensForAdult: 'take-in-care' as const }),
    });
  if (careCase.planInForce === undefined || !isReview) {
    return agreed(['agree'], { changes: { stage: 'setting-up-support' } });
  }
  const startsOn = written?.supportStartsOn as IsoDate | undefined;
  if (startsOn !== undefined && startsOn > today) {
    // What the person has now goes on until the day from which the revised plan counts.
    return agreed(['agree'], {
      opens: [
        {
          kind: 'set-up-support',
          step: `set-up-support-${plan.number}`,
          opensOn: startsOn,
          dueOn: startsOn,
          reason: 'The revised plan starts. Until this is done the plan before it is in force',
        },
      ],
    });
  }
  // Support runs already, so the revised plan is in force at once and the one before it is not any more.
  return agreed(['agree', 'start-support'], { changes: { planInForce: plan.number } });
};

/** Support that is set up starts on a day, as the plan says it is held, and the agreed plan is in force from then on. */
export const setUpSupport: Rule<typeof setUp> = (answers, situation) => {
  const { task, now, plans, records, council } = situation;
  if (answers.startedOn > addDays(londonDate(now), aheadDays)) {
    return refused('startedOn', 'Set this up when support starts within 2 weeks. Choose an earlier day');
  }
  // A revised plan that starts on a later day is set up outside the machines.
  const thread = threadOf(task) === 'case' ? undefined : threadOf(task);
  const plan = newest(
    plans.filter(({ id, state }) => state === 'agreed' && (thread === undefined || id.startsWith(`${thread}.`))),
  );
  const written = wordsOf(plan, records);
  if (plan && written) {
    const [planThread = ''] = plan.id.split('.');
    const known = behind(situation, planThread);
    const problems = [
      ...setUpProblems(answers, { plan: written, behind: known, budget: plan.budget }),
      ...copyProblems(answers.copiesGiven ?? [], written.shareConsents ?? [], situation.person),
      ...notSharedProblems(
        answers.copiesGiven ?? [],
        workOf(records, 'assess-needs')?.answers.professionalsConsulted ?? [],
        answers.notSharedWhy,
      ),
    ];
    if (problems.length > 0) return broken(problems);
    const disagrees = disagreement(plan, situation, 'startedOn');
    if (disagrees) return disagrees;
  }
  const before = plans.find(({ number }) => number === situation.case.planInForce);
  return done('set-up', {
    changes: {
      ...(thread !== undefined && { stage: 'support', supportStartedOn: answers.startedOn }),
      ...(plan && { planInForce: plan.number }),
    },
    records: plan ? moved(plans, plan, ['start-support']) : [],
    output: { startedOn: answers.startedOn },
    opens: [
      ...lookedAtAgain(answers, council.review, recordId(task)),
      ...collectionFor(situation, before?.budget?.person, plan?.budget?.person ?? personPaysBy(chargeOf(records))),
    ],
  });
};
