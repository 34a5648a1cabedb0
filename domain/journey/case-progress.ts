import type { CareCase, CloseReason } from '../../schemas/case.ts';
import { type Council, estimateName } from '../../schemas/council.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { isWithPerson, planTask, threadOfPlan, waySaid } from '../plan/own-plan.ts';
import { isLeftToSign } from '../review/review-signing.ts';
import { londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { expectedBy } from './lateness.ts';
import { assessmentRuns } from './reassessment.ts';
import { allWorkOf, workOf } from './work-records.ts';

/** The parts of the way of a case, by name. */
export type StepId =
  | 'application'
  | 'triage'
  | 'short-term'
  | 'assessment'
  | 'decision'
  | 'estimate'
  | 'finances'
  | 'plan'
  | 'budget'
  | 'support'
  | 'running'
  | 'review'
  | 'next-review'
  | 'closed';

/** The work by which each part of the way is done. */
export const workOfStep: Readonly<Partial<Record<StepId, readonly TaskKind[]>>> = {
  triage: ['triage-request', 'decide-contact'],
  'short-term': ['give-short-term-support', 'review-short-term-support', 'ask-short-term'],
  assessment: ['assess-needs', 'assess-carer'],
  decision: ['decide-eligibility', 'decide-carer-eligibility'],
  estimate: ['estimate-budget'],
  finances: ['assess-finances'],
  plan: ['draft-plan', 'check-plan', 'agree-plan-for-council', 'agree-plan'],
  support: ['set-up-support', 'check-support'],
  'next-review': ['review-plan'],
};

/** One step on the way of a case, in words for the person. `on` is the day when it was done, or by which it is expected. */
export type CaseStep = {
  readonly id: StepId;
  readonly title: string;
  readonly text: string;
  readonly state: 'done' | 'now' | 'to-come';
  readonly on?: IsoDate | undefined;
};

/** What a case is told from. */
export type CaseHistory = {
  readonly case: CareCase;
  readonly tasks: readonly Task[];
  readonly records: readonly CaseRecord[];
};

/** A step with the day on which it was done, if it was, and what is said of it from then on where that is another tense. */
type Known = Omit<CaseStep, 'state'> & {
  readonly done?: IsoDate | undefined;
  readonly doneTitle?: string;
  readonly doneText?: string;
};

const ends: Readonly<Record<CloseReason, string>> = {
  'advice-given': 'We gave you advice and information.',
  'short-term-support-met-needs': 'Short-term support helped you to reach what you wanted.',
  'not-eligible': 'You do not have eligible needs. Our decision says why, and what may help.',
  'support-not-wanted': 'You did not want support from us.',
  'support-ended': 'Your support has ended.',
  'assessment-refused': 'You did not want an assessment. You can ask us for one at any time.',
  withdrawn: 'You told us that you do not want to go on.',
  'moved-away': 'You moved to another council’s area.',
  'lives-elsewhere': 'You live in another council’s area, which is the one to help. We told you how to reach it.',
  died: 'The case is closed.',
  duplicate: 'You had asked us twice. We go on with your other request.',
};

const dayOf = (record: Pick<CaseRecord, 'at'> | undefined): IsoDate | undefined => record && londonDate(record.at);

/** The newest record of a kind that the present journey made. */
const latest = <Kind extends CaseRecord['kind']>({ case: careCase, records }: CaseHistory, kind: Kind) =>
  records
    .filter((record): record is Extract<CaseRecord, { kind: Kind }> => record.kind === kind)
    .filter(({ id }) => id.startsWith(`assessment-${careCase.journey}.`))
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];

/** The day of the newest finished work of these kinds in the present journey. */
const workDay = ({ case: careCase, records }: CaseHistory, ...kinds: TaskKind[]): IsoDate | undefined =>
  kinds
    .flatMap((kind) => dayOf(workOf(records, kind, `assessment-${careCase.journey}`)) ?? [])
    .toSorted()
    .at(-1);

/** How a council goes about it: what it calls things, and when it assesses finances. */
export type CouncilsWay = Pick<Council, 'terms' | 'financialAssessment' | 'checkIns' | 'shortTermContacts'>;

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Whether somebody works on a step now. */
const isOpen = (tasks: readonly Task[], id: StepId): boolean =>
  tasks.some(({ status, kind }) => status === 'open' && workOfStep[id]?.includes(kind));

const way = (history: CaseHistory, today: IsoDate, council: CouncilsWay | undefined): Known[] => {
  const { case: careCase, tasks, records } = history;
  const triage = tasks.find(({ kind, status }) => kind === 'triage-request' && status === 'completed');
  const signed = latest(history, 'plan') as PlanRecord | undefined;
  const agreedOn = signed?.signed?.on as IsoDate | undefined;
  const shortTerm = workDay(history, 'give-short-term-support', 'review-short-term-support');
  const { supportStartedOn, planInForce } = careCase;
  const asked = council?.checkIns
    ? ` Your ${council.terms.keyWorker} asks you how it goes about every ${council.checkIns.everyWeeks} weeks.`
    : '';
  // Needs that are assessed again while a plan holds lead to another decision and another plan. Care Act 2014 s.27(4).
  const holds = records.some(
    (record) => record.kind === 'plan' && record.number === planInForce && record.state === 'active',
  );
  const isNew = holds && assessmentRuns(careCase);
  const named = (title: string): string => (isNew ? `New ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title);
  const finances: Known = {
    id: 'finances',
    title: 'Financial assessment',
    text: 'We work out what you pay and what we pay.',
    doneText: 'We worked out what you pay and what we pay.',
    done: workDay(history, 'assess-finances'),
  };
  const plan: Known = {
    id: 'plan',
    title: isNew ? 'New plan' : 'Your plan',
    text: 'We write the plan with you, and ask if you agree.',
    doneText: 'We wrote the plan with you, and it was agreed.',
    done: agreedOn,
  };
  const fixedOn = signed?.budget?.fixedOn;
  const budget: Known = {
    id: 'budget',
    title: isNew ? 'New personal budget' : 'Your personal budget',
    text: 'We fix what your support costs each week, what you pay and what we pay.',
    doneText: 'We fixed what your support costs each week, what you pay and what we pay.',
    // What is fixed with a plan that nobody has agreed to may still change.
    done: agreedOn && fixedOn && (fixedOn > agreedOn ? fixedOn : agreedOn),
  };
  return [
    {
      id: 'application',
      title: 'You asked for help',
      text: 'We have what you told us.',
      done: londonDate(careCase.openedAt),
    },
    {
      id: 'triage',
      title: 'We look at your request',
      text: 'We read what you told us and decide what happens first.',
      doneTitle: 'We looked at your request',
      doneText: 'We read what you told us and decided what happens first.',
      done: triage?.closed && londonDate(triage.closed.at),
      on: expectedBy(careCase, today),
    },
    ...(shortTerm || careCase.stage === 'short-term-support'
      ? [
          {
            id: 'short-term' as const,
            title: 'Short-term support',
            text: council?.shortTermContacts
              ? 'Help for up to 6 weeks. As a rule it is free. We get in touch in between, to hear how you get on.'
              : 'Help for up to 6 weeks. As a rule it is free.',
            // It is arranged on one day, given until the case goes on, and done on the day on which it was looked at.
            done: careCase.stage === 'short-term-support' ? undefined : shortTerm,
          },
        ]
      : []),
    {
      id: 'assessment',
      title: named(council ? capital(council.terms.assessment) : 'Assessment'),
      text: 'We talk with you about what you can do, what is hard, and what you want.',
      doneText: 'We talked with you about what you can do, what is hard, and what you want.',
      done: workDay(history, 'assess-needs', 'assess-carer'),
      // Where a visit is arranged, its day is told instead.
      on: careCase.stage === 'assessment' && !careCase.visits?.length ? expectedBy(careCase, today) : undefined,
    },
    {
      id: 'decision',
      title: named('Decision'),
      text: 'We tell you in writing what we decided and why.',
      doneText: 'We decided, and told you in writing why.',
      done: workDay(history, 'decide-eligibility', 'decide-carer-eligibility'),
    },
    {
      id: 'estimate',
      title: named(council ? capital(estimateName(council.terms)) : 'Estimated budget'),
      text: 'You see what your support may cost before your plan is made.',
      doneText: 'We worked out what your support may cost.',
      done: workDay(history, 'estimate-budget'),
    },
    ...(council?.financialAssessment === 'after-plan' ? [plan, finances] : [finances, plan]),
    budget,
    {
      id: 'support',
      title: 'Support starts',
      text: 'We set up your support, and check how it goes.',
      doneTitle: 'Support started',
      doneText: 'We set up your support.',
      done: supportStartedOn,
    },
    ...allWorkOf(records, 'review-plan')
      .toReversed()
      .map(({ answers }) => ({
        id: 'review' as const,
        title: 'Review',
        text: 'We looked at your plan together.',
        done: answers.heldOn,
      })),
    ...(agreedOn && isOpen(tasks, 'plan')
      ? [
          {
            id: 'plan' as const,
            title: 'A new plan',
            text: 'We write with you what is to change, and ask if you agree.',
          },
        ]
      : []),
    ...(careCase.stage === 'support' || isNew
      ? [
          {
            id: 'running' as const,
            title: 'You get support',
            text: isNew
              ? 'Your plan from before holds until a new one is agreed.'
              : `Tell us if something changes, or if it does not go well. You need not wait for the review.${asked}`,
          },
        ]
      : []),
    ...(careCase.closed
      ? []
      : [
          {
            id: 'next-review' as const,
            title: 'Next review',
            text: 'We look at your plan together.',
            on: careCase.nextReview?.dueOn,
          },
        ]),
  ];
};

/** Of these the next is begun only when the one before is done. What comes after the estimate may be done side by side. */
const inTurn: readonly StepId[] = ['application', 'triage', 'short-term', 'assessment', 'decision', 'estimate'];

/** Whether a step was passed by: it is not done, nobody works on it, and the case is beyond it. */
const isPassedBy = (known: readonly Known[], index: number, stage: CareCase['stage']): boolean => {
  const id = known[index]?.id;
  if (id === undefined || id === 'running' || id === 'next-review') return false;
  return (
    stage === 'support' ||
    (inTurn.includes(id) &&
      known.slice(index + 1).some((later) => inTurn.includes(later.id) && later.done !== undefined))
  );
};

const states = ['done', 'now', 'to-come'] as const;

/**
 * The way of a case: what is done with its day, what happens now, what is to come. A closed case has nothing to come.
 *
 * The financial assessment stands where the council does it, under the council's own names. What somebody works on is what happens now, and where nobody does, the first step that is
 * not done. What was passed by is not told as to come, and a day that is past is told of none that is to come.
 */
export const caseSteps = (history: CaseHistory, today: IsoDate, council?: CouncilsWay): CaseStep[] => {
  const { closed, stage } = history.case;
  const isWorkedOn = (id: StepId) => isOpen(history.tasks, id);
  const told = way(history, today, council);
  // What is done once more, and what follows from it, is not done yet, whatever was found before.
  const from = inTurn.findIndex(isWorkedOn);
  const isAgain = (id: StepId) => from >= 0 && inTurn.indexOf(id) >= from;
  const all = told.map((step): Known => (isAgain(step.id) ? { ...step, done: undefined } : step));
  const known = all.filter(
    ({ id, done }, index) => done !== undefined || isWorkedOn(id) || !isPassedBy(all, index, stage),
  );
  const undone = known.filter(({ done }) => done === undefined);
  const running = undone.filter(({ id }) => id === 'running');
  const worked = undone.filter(({ id }) => isWorkedOn(id));
  const isAtRest = worked.length > 0 || stage === 'support';
  const present = [...(isAtRest ? worked : undone.filter(({ id }) => id !== 'running').slice(0, 1)), ...running];
  const steps = known.map((step): CaseStep => {
    const { id, title, text, doneTitle = title, doneText = text, done, on } = step;
    if (done !== undefined) return { id, title: doneTitle, text: doneText, state: 'done', on: done };
    const coming = on !== undefined && on >= today ? on : undefined;
    return { id, title, text, state: present.includes(step) ? 'now' : 'to-come', on: coming };
  });
  if (closed === undefined) return states.flatMap((state) => steps.filter((step) => step.state === state));
  return [
    ...steps.filter(({ state }) => state === 'done'),
    { id: 'closed', title: 'Case closed', text: ends[closed.reason], state: 'done', on: londonDate(closed.at) },
  ];
};

/**
 * Whether the person may send details of their money of their own accord: once it is decided that there are needs to meet, until what they pay is
 * worked out. From then on they tell us of a change. Care Act 2014 s.17(1) to (3).
 */
export const moneyIsWanted = (history: CaseHistory): boolean => {
  const { closed } = history.case;
  const isDecided = workDay(history, 'decide-eligibility', 'decide-carer-eligibility') !== undefined;
  const finances = history.tasks.some(({ kind, status }) => kind === 'assess-finances' && status === 'open');
  return closed === undefined && isDecided && (finances || workDay(history, 'assess-finances') === undefined);
};

/** Something that waits for the person: `part` is the page below the case's where it is done. */
export type OpenQuestion = { readonly text: string; readonly part: string; readonly by?: IsoDate | undefined };

/**
 * What of a plan that is being written waits for the person: to say how they want it written, the first time, and then to write it where they, or
 * whom they chose, do. Care Act 2014 s.25(3) and (5).
 */
const planToWrite = ({ case: careCase, tasks, records }: CaseHistory): OpenQuestion[] => {
  const task = planTask(tasks);
  if (task === undefined) return [];
  const by = task.waiting?.until;
  if (isWithPerson(careCase, task))
    return [{ text: 'Write your plan, and tell us when it is ready', part: 'plan/write', by }];
  const isFirst = !records.some(({ kind, id }) => kind === 'plan' && id.startsWith(`${threadOfPlan(task)}.`));
  return isFirst && waySaid(careCase, task) === undefined
    ? [{ text: 'Say how you want your plan to be written', part: 'plan/how' }]
    : [];
};

/** What we need from the person now, the most pressing first. */
export const openQuestions = (history: CaseHistory): OpenQuestion[] => {
  const { case: careCase, tasks, records } = history;
  if (careCase.closed) return [];
  const open = (kind: Task['kind']) => tasks.find((task) => task.kind === kind && task.status === 'open');
  const [agreeing, finances, reviewing] = [open('agree-plan'), open('assess-finances'), open('review-plan')];
  const sent = (form: string, since: string) =>
    records.some((record) => record.kind === 'request' && record.list === form && record.at >= since);
  // What was sent before the work began counts too: nobody is asked twice for the same work.
  const sentFor = (form: string, work: 'assess-finances' | 'review-plan') =>
    records.some(
      (record) =>
        record.kind === 'request' && record.list === form && record.at > (allWorkOf(records, work)[0]?.at ?? ''),
    );
  const signed = new Set(records.flatMap((record) => (record.kind === 'signature' ? [record.of] : [])));
  return [
    ...(agreeing && planToAgree(history)
      ? [{ text: 'Read your plan and tell us if you agree', part: 'plan', by: agreeing.dueOn }]
      : []),
    ...(finances && !sentFor('financial-assessment', 'assess-finances')
      ? [{ text: 'Tell us about your money', part: 'ask/financial-assessment', by: finances.dueOn }]
      : []),
    ...planToWrite(history),
    ...(reviewing && !sentFor('invitation', 'review-plan')
      ? [{ text: 'Say who you want at your review', part: 'ask/invitation', by: careCase.nextReview?.appointmentOn }]
      : []),
    ...allWorkOf(records, 'review-plan')
      .filter(({ id, at, answers }) => !signed.has(id) && !sent('review-disagreement', at) && isLeftToSign(answers))
      .map(({ id, answers }) => ({
        text: `Read and sign the record of your review of ${readableDate(answers.heldOn)}`,
        part: `sign/${id}`,
      })),
  ];
};

/** The plan that waits for an answer from the person: the newest of the thread whose step asks for it. */
export const planToAgree = ({ tasks, records }: CaseHistory): { task: Task; plan: PlanRecord } | undefined => {
  const task = tasks.find(({ kind, status }) => kind === 'agree-plan' && status === 'open');
  const [, thread] = task?.id.split('.') ?? [];
  const plan = records
    .filter((record): record is PlanRecord => record.kind === 'plan' && record.id.startsWith(`${thread}.`))
    .toSorted((a, b) => Number(b.state === 'submitted') - Number(a.state === 'submitted') || b.number - a.number)[0];
  return task && plan ? { task, plan } : undefined;
};
