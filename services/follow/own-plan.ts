import { createHash } from 'node:crypto';
import { type GivenAnswer, typedInWords, wrongAnswers } from '../../domain/forms/saved-answers.ts';
import { waitOver, waitsUntil } from '../../domain/journey/task-holding.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import {
  isWithPerson,
  needFrom,
  needsIn,
  needsLeft,
  needsOfList,
  needsTable,
  needWith,
  type OwnPage,
  ownAnswers,
  ownPages,
  planTask,
  threadOfPlan,
  waySaid,
  writtenBy,
} from '../../domain/plan/own-plan.ts';
import { sentBackOf } from '../../domain/plan/sent-back.ts';
import { whoWrote } from '../../domain/plan/who-wrote.ts';
import { addDays, londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase, PlanWriter } from '../../schemas/case.ts';
import type { Answers, Row } from '../../schemas/form-conditions.ts';
import { type Form, type Question, questionsOf } from '../../schemas/form-language.ts';
import { questionSentBack } from '../../schemas/forms/fragments/sent-back.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Support } from '../../schemas/support-catalogue.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Writer } from '../../schemas/work-draft.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import type { Deps } from '../deps.ts';
import { owedToInvited } from '../mail/invited-to-plan.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { WholeCase } from '../store/case-store.ts';
import { withWorkersHere } from '../work/case-workers.ts';
import { changedInForm, shownOn } from '../work/section-form.ts';
import { knownOf, listOfTask } from '../work/task-lists.ts';
import { createWorkDrafts, type WorkDraft } from '../work/work-drafts.ts';

const authority = 'Care Act 2014 section 25(3) to (6)';

/** The most letters of a suggestion. */
const longestSuggestion = 5000;

/** Where a suggestion for a page is kept beside the plan: at the question that staff find there too, and of which need it is. */
export const suggestedAt = ({ questions, row }: OwnPage): { question: string; over: number } =>
  row === undefined ? { question: questions[0]?.id ?? '', over: 0 } : { question: needsTable, over: row + 1 };

/** Who writes in a plan from outside the council. */
export type PlanAuthor = { readonly actor: Actor; readonly by: Writer };

/** A plan that is being written, as whoever writes it from outside the council sees it. */
export type PlanBeingWritten = {
  readonly careCase: CareCase;
  readonly task: Task;
  readonly list: Form;
  readonly draft: WorkDraft;
  /** What stands in the parts that they may write. */
  readonly answers: Answers;
  readonly needs: readonly Row[];
  /** The needs with all that is known of them, into which is put what is written. */
  readonly found: readonly Row[];
  readonly pages: readonly OwnPage[];
  /** What was sent back to whoever wrote it, with its reason, by its question and row. */
  readonly back: readonly { readonly question: string; readonly row?: number | undefined; readonly why: string }[];
  readonly whole: WholeCase;
};

/** What somebody else has written meanwhile: of a question, with the version of it that is shown. */
type Theirs = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly question?: string;
  readonly version?: number;
};

/** What came of a page that was sent. */
export type SavedPage =
  | { readonly state: 'saved' }
  | { readonly state: 'wrong'; readonly typed: Readonly<Record<string, unknown>>; readonly fields: readonly string[] }
  | {
      readonly state: 'meanwhile';
      readonly typed: Readonly<Record<string, unknown>>;
      readonly theirs: readonly Theirs[];
    }
  | { readonly state: 'too-long'; readonly typed: Readonly<Record<string, unknown>> };

const markOf = (page: OwnPage, need: Row | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify(page.questions.map(({ id }) => need?.[id] ?? null)))
    .digest('base64url')
    .slice(0, 12);

/** What a page says of what it shows, so that what somebody else changed meanwhile is not written over. */
export const shownOnPage = ({ draft, needs }: PlanBeingWritten, page: OwnPage): string =>
  page.row === undefined ? JSON.stringify(shownOn(asSection(page), draft.answers)) : markOf(page, needs[page.row]);

const asSection = ({ id, title, questions }: OwnPage) => ({ id, title, pages: [{ id, title, questions }] });

/** The values of a page: of its need, or of the whole plan. */
export const valuesOnPage = (
  { answers, needs }: PlanBeingWritten,
  { row }: OwnPage,
): Readonly<Record<string, unknown>> => (row === undefined ? answers : (needs[row] ?? {}));

/** What of the needs somebody reads who is no party to the case: what each is about, until the person has put more into the plan. */
const sharedNeed = ({ outcome, eligible }: Row): Row => ({
  ...(outcome !== undefined && { outcome }),
  ...(eligible !== undefined && { eligible }),
});

/**
 * The plan of a case that is being written now, and all that may be written in it from outside the council.
 *
 * @param isShared for whoever was invited: they are shown what stands in the plan, and nothing of the assessment from which it begins
 * @param hidesMoney for whoever is not to see what it costs
 */
export const createOwnPlans = (
  deps: Deps,
  { isShared = false, hidesMoney = false }: { readonly isShared?: boolean; readonly hidesMoney?: boolean } = {},
) => {
  const { store, clock, councils } = deps;
  const drafts = createWorkDrafts(deps);
  const today = () => londonDate(clock.now());

  const read = async ({ council, reference }: Pick<CareCase, 'council' | 'reference'>) => {
    const whole = await store.whole(council, reference);
    const task = whole && planTask(whole.tasks);
    if (whole === undefined || task === undefined || whole.case.closed) return undefined;
    const list = listOfTask(councils.known(council), task);
    const draft = await drafts.read(task);
    const saved = Object.fromEntries(Object.entries(draft.answers).map(([id, { answer }]) => [id, answer]));
    const all = ownAnswers(list, saved, knownOf(deps, list, whole));
    const found = needsIn(all);
    const isBegun = needsTable in saved;
    const needs = isShared && !isBegun ? found.map(sharedNeed) : found;
    const answers = isShared ? { ...ownAnswers(list, saved, []), [needsTable]: needs } : all;
    const shown = isShared ? needs.map(({ need: _found, ...rest }) => rest) : needs;
    const { planWriting } = whole.case;
    const given = planWriting?.thread === threadOfPlan(task) ? (planWriting.back ?? []) : [];
    const back = [
      ...sentBackOf(whole.records, threadOfPlan(task)),
      ...given.flatMap(({ part, ...rest }) => {
        const question = questionSentBack(part);
        return question ? [{ ...rest, question: question.id }] : [];
      }),
    ];
    const pages = ownPages(list, shown).map((page) =>
      hidesMoney ? { ...page, questions: page.questions.filter(({ type }) => type !== 'money') } : page,
    );
    return { careCase: whole.case, task, list, draft, answers, needs, found, pages, back, whole };
  };

  /** Each change by somebody who was invited stands in the history. */
  const logged = ({ id }: OwnPage) => (isShared ? { event: { action: 'plan-written' as const, about: id } } : {});

  const openTask = (task: Task) => async () => (await store.task(task.council, task.id)) ?? task;

  /** One question's page: each answer by itself, as staff's are saved. */
  const saveQuestions = async (
    plan: PlanBeingWritten,
    page: OwnPage,
    fields: URLSearchParams,
    { actor, by }: PlanAuthor,
  ) => {
    const { given, typed } = changedInForm(asSection(page), fields, []);
    const { conflicts, tooLong } = await drafts.save(openTask(plan.task), given, { actor, by }, logged(page));
    const theirs = conflicts.map(
      ({ mine: { question }, theirs: { answer, by: whose, version } }): Theirs => ({
        name: `${question.label} (${whose.name})`,
        lines: typedInWords(question, answer, today),
        question: question.id,
        version,
      }),
    );
    return { typed, theirs, tooLong };
  };

  /** The page of one need: its row is put into the table as it stands, where nobody else has changed what the page showed of it. */
  const saveNeed = async (
    plan: PlanBeingWritten,
    page: OwnPage & { readonly row: number },
    fields: URLSearchParams,
    { actor, by }: PlanAuthor,
    picked: Support | undefined,
  ) => {
    const typed = readFields(page.questions, fields);
    const table = needsOfList(plan.list);
    const need = plan.needs[page.row];
    if (table === undefined || need === undefined) throw problems.notFound();
    const saved = plan.draft.answers[needsTable];
    const shown = fields.get('was');
    const isOver = fields.get('over') === markOf(page, need);
    if (shown !== markOf(page, need) && !isOver) {
      const theirs = page.questions.map(
        (question): Theirs => ({
          name: question.label,
          lines: typedInWords(question, need[question.id], today),
        }),
      );
      return { typed, theirs, tooLong: [] };
    }
    // Who was not shown what is known leaves it where they wrote nothing.
    const before = plan.found[page.row] ?? {};
    const asked = new Set(page.questions.map(({ id }) => id));
    const notAsked = Object.fromEntries(Object.entries(before).filter(([id]) => !asked.has(id)));
    const unseen = isShared && saved === undefined ? before : notAsked;
    const answer = plan.found.map((one, row) =>
      row === page.row
        ? { ...needWith(table, one, { ...unseen, ...typed }), ...(picked && needFrom(picked, typed)) }
        : one,
    );
    const version = saved?.version ?? 0;
    const given: GivenAnswer = {
      question: table,
      answer,
      unchanged: false,
      // What gives way is kept where somebody else had written it.
      basis: isOver ? 0 : version,
      ...(isOver && { choice: { keep: 'mine' as const, seen: version } }),
    };
    const { conflicts, tooLong } = await drafts.save(openTask(plan.task), [given], { actor, by }, logged(page));
    return conflicts.length > 0 ? undefined : { typed, theirs: [], tooLong };
  };

  /**
   * Writes a change of how the plan stands with its case and its task.
   *
   * @throws Problem 503 where something else was written at the same moment
   */
  const write = async (
    careCase: CareCase,
    task: Task,
    {
      planWriting,
      opened = [],
      signals = [],
      forgets = [],
    }: Pick<CareCase, 'planWriting'> & { signals?: Signal[]; forgets?: string[]; opened?: Task[] },
    event: Parameters<typeof eventOf>[2],
  ) => {
    const { planWriting: _was, ...rest } = careCase;
    const changed: CareCase = { ...rest, version: careCase.version + 1, ...(planWriting && { planWriting }) };
    const events = [
      eventOf(deps, careCase, event),
      ...opened.map(({ id, kind }) =>
        eventOf(deps, careCase, {
          ...event,
          action: 'task-created',
          about: id,
          authority: kindsOfWork[kind].authority,
        }),
      ),
    ] as const;
    if (!(await store.commit({ case: changed, tasks: [task, ...opened], signals, forgets, events })))
      throw problems.busy();
    await deps.workflows.trySend(signals);
  };

  /** Names in the plan who wrote in it beside the person, where nobody has said it yet: its copy says so, and the worker looks at their part. CB8. */
  const nameWriters = async ({ task, list, draft }: PlanBeingWritten, { actor, by }: PlanAuthor) => {
    const names = whoWrote(list, draft.answers).flatMap(({ name, as }) => (as === 'person' ? [] : [name]));
    const question = questionsOf(list).find((one) => one.question.id === 'writtenWith')?.question;
    if (question === undefined || names.length === 0 || draft.answers['writtenWith'] !== undefined) return;
    const given = { question, answer: names.join(', ').slice(0, 200), unchanged: false, basis: 0 };
    await drafts.save(openTask(task), [given], { actor, by });
  };

  /** The work to find an independent support planner, unless somebody is on it. CB22. */
  const plannerWanted = async ({ careCase, whole: { tasks } }: PlanBeingWritten): Promise<Task[]> => {
    if (tasks.some(({ kind, status }) => kind === 'find-planner' && status === 'open')) return [];
    const planner = councils.known(careCase.council).terms.planner ?? 'independent support planner';
    const wanted = {
      ...{ thread: 'case', kind: 'find-planner' as const, step: `find-planner-v${careCase.version}` },
      reason: `The person would like an ${planner} to help with the plan.`,
    };
    return [newTask(await withWorkersHere(deps, careCase), wanted, clock.now())];
  };

  return {
    read,

    /** The same for somebody who wants to write in it. @throws Problem 409 where none is being written, or it is with the worker */
    async toWrite(careCase: CareCase): Promise<PlanBeingWritten> {
      const plan = await read(careCase);
      if (plan === undefined || !isWithPerson(plan.careCase, plan.task)) throw problems.planNotYours();
      return plan;
    },

    /**
     * Saves one page, right or wrong: nothing that was typed is lost.
     *
     * @param picked an entry of the catalogue with which a need is to be met
     */
    async savePage(
      careCase: CareCase,
      pageId: string,
      fields: URLSearchParams,
      author: PlanAuthor,
      picked?: Support,
    ): Promise<SavedPage> {
      for (let tries = 0; tries < 5; tries += 1) {
        const plan = await this.toWrite(careCase);
        const page = plan.pages.find(({ id }) => id === pageId);
        if (page === undefined) throw problems.notFound();
        const { row } = page;
        const saved =
          row === undefined
            ? await saveQuestions(plan, page, fields, author)
            : await saveNeed(plan, { ...page, row }, fields, author, picked);
        // Another need was saved at this moment: ours is put into the table as it stands now.
        if (saved === undefined) continue;
        const { typed, theirs, tooLong } = saved;
        if (theirs.length > 0) return { state: 'meanwhile', typed, theirs };
        if (tooLong.length > 0) return { state: 'too-long', typed };
        const form = { ...plan.list, sections: [asSection(page)] };
        const wrong = wrongAnswers(form, typed as Answers, today);
        return wrong.length > 0 ? { state: 'wrong', typed, fields: wrong } : { state: 'saved' };
      }
      throw problems.busy();
    },

    /** Puts a suggestion beside a page, in place of an earlier one of the same guest: nothing that stands in the plan is changed by it. */
    async suggest(careCase: CareCase, pageId: string, text: string, { actor, by }: PlanAuthor): Promise<void> {
      const { task, pages } = await this.toWrite(careCase);
      const page = pages.find(({ id }) => id === pageId);
      if (page === undefined) throw problems.notFound();
      const said = text.replaceAll('\r\n', '\n').trim().slice(0, longestSuggestion);
      if (said === '') return;
      const answer = `${page.title}: ${said}`;
      const { council, reference, id } = task;
      const aside = { council, reference, task: id, ...suggestedAt(page), answer, by, at: clock.now() };
      const event = { actor, action: 'plan-suggested' as const, about: `${id} ${pageId}`, authority };
      if (!(await store.commit({ setAside: [aside], events: [eventOf(deps, careCase, event)] }))) throw problems.busy();
    },

    /** Keeps how the person wants their plan written. Until the day that the council names the work waits for them, and then it is their worker's. */
    async choose(careCase: CareCase, how: PlanWriter, { actor, by }: PlanAuthor): Promise<void> {
      const plan = await read(careCase);
      if (plan === undefined) throw problems.planNotYours();
      const { task, list } = plan;
      if (waySaid(plan.careCase, task) === how) return;
      const question = questionsOf(list).find((one) => one.question.id === 'writtenBy')?.question as Question;
      const version = plan.draft.answers['writtenBy']?.version ?? 0;
      const given: GivenAnswer = { question, answer: writtenBy[how], unchanged: false, basis: version };
      await drafts.save(openTask(task), [given], { actor, by });
      const now = clock.now();
      const { remindDays, workerDays } = councils.known(task.council).planWriting;
      const until = addDays(today(), workerDays);
      const thread = threadOfPlan(task);
      const wasWith = isWithPerson(plan.careCase, task);
      const isTheirs = how !== 'worker';
      const stillWith = isTheirs && wasWith;
      const reminds = isTheirs && !wasWith;
      const before = plan.careCase.planWriting;
      const waiting = isTheirs ? waitsUntil(task, { for: 'person', until, since: now, by: by.id }) : waitOver(task);
      const planner = how === 'planner' ? await plannerWanted(plan) : [];
      const step = `plan-reminder-v${plan.careCase.version}`;
      const reminder: Signal = {
        ...{ council: task.council, reference: task.reference, id: `tell-${step}`, step },
        kind: 'tell-person',
        template: 'plan-to-write',
        at: londonInstant(addDays(today(), remindDays), '09:00'),
      };
      await write(
        plan.careCase,
        waiting,
        {
          planWriting: {
            ...{ thread, how, at: now },
            ...(reminds
              ? { reminder: reminder.id }
              : stillWith && before?.reminder
                ? { reminder: before.reminder }
                : {}),
            ...(before?.thread === thread && before.back && { back: before.back }),
          },
          forgets: before?.reminder && !stillWith ? [before.reminder] : [],
          opened: planner,
          signals: [
            ...(reminds ? [reminder] : []),
            ...planner.map((one) => owedToStaff(one, now)),
            ...(!isTheirs && wasWith ? [owedToStaff(task, now, `v${task.version + 1}`)] : []),
          ],
        },
        { actor, action: 'plan-writing-chosen', about: `${thread} ${how}`, authority },
      );
    },

    /**
     * Says that the plan is ready: its worker looks at it, and is told.
     *
     * @param withWorker what is left is to be planned together with the worker
     * @returns the needs for which nothing is said yet, where that stands in the way
     */
    async ready(careCase: CareCase, withWorker: boolean, author: PlanAuthor): Promise<readonly number[]> {
      const { actor } = author;
      const plan = await read(careCase);
      if (plan === undefined) throw problems.planNotYours();
      const { task, needs } = plan;
      const { planWriting } = plan.careCase;
      if (planWriting?.ready?.task === task.id) return [];
      if (planWriting === undefined || !isWithPerson(plan.careCase, task)) throw problems.planNotYours();
      const { back: _answered, ...stands } = planWriting;
      const left = needsLeft(needs);
      if (left.length > 0 && !withWorker) return left;
      await nameWriters(plan, author);
      const now = clock.now();
      const rest =
        left.length === 0 ? '' : ` For ${left.length} of the needs nothing is said yet: plan these together.`;
      const after: Task = {
        ...waitOver(task),
        reason: `The plan was written outside the council, and they say it is ready. Check it against the needs and the budget.${rest}`,
      };
      await write(
        plan.careCase,
        after,
        {
          planWriting: { ...stands, ready: { task: task.id, at: now } },
          signals: [owedToStaff(after, now, `v${after.version}`)],
        },
        { actor, action: 'plan-ready', about: task.id, authority },
      );
      return [];
    },

    /** Gives a draft back to whoever writes it, with a reason for each answer: they are told, and find each at its answer. */
    async sendBack(
      careCase: CareCase,
      rows: readonly { readonly part: string; readonly row?: number | undefined; readonly why: string }[],
      { actor, by }: PlanAuthor,
    ): Promise<void> {
      const plan = await read(careCase);
      const { planWriting } = plan?.careCase ?? {};
      if (
        plan === undefined ||
        planWriting === undefined ||
        (waySaid(plan.careCase, plan.task) ?? 'worker') === 'worker'
      ) {
        throw problems.invalid([
          { field: 'planHelp', message: 'The council’s worker writes this plan: nobody else has it' },
        ]);
      }
      const over = rows.flatMap(({ part, row }, index) =>
        questionSentBack(part)?.id === needsTable && row !== undefined && row > plan.needs.length
          ? [{ field: `sentBack[${index}].row`, message: `There are ${plan.needs.length} needs` }]
          : [],
      );
      if (over.length > 0) throw problems.invalid(over);
      const { council, reference } = plan.task;
      const { ready: _no, ...before } = planWriting;
      const until = addDays(today(), councils.known(council).planWriting.workerDays);
      const { reason: _was, ...task } = waitsUntil(plan.task, { for: 'person', until, since: clock.now(), by: by.id });
      const step = `plan-back-v${plan.careCase.version}`;
      const back = rows.map(({ part, row, why }) => ({
        part,
        ...(row !== undefined && { row }),
        why: why.slice(0, 2000),
      }));
      const news = {
        council,
        reference,
        at: clock.now(),
        id: `tell-${step}`,
        step,
        template: 'plan-to-write' as const,
      };
      await write(
        plan.careCase,
        task,
        {
          planWriting: { ...before, back },
          signals: [{ ...news, kind: 'tell-person' }, ...(await owedToInvited(deps, plan.careCase, step))],
        },
        { actor, action: 'plan-sent-back', about: plan.task.id, authority },
      );
    },

    /** Takes a plan back that was said to be ready, to go on with it. */
    async takeBack(careCase: CareCase, { actor, by }: PlanAuthor): Promise<void> {
      const plan = await read(careCase);
      const { planWriting } = plan?.careCase ?? {};
      if (plan === undefined || planWriting?.ready?.task !== plan.task.id) return;
      const { ready: _no, ...before } = planWriting;
      const { workerDays } = councils.known(plan.task.council).planWriting;
      const { reason: _was, ...task } = waitsUntil(plan.task, {
        for: 'person',
        until: addDays(today(), workerDays),
        since: clock.now(),
        by: by.id,
      });
      await write(
        plan.careCase,
        task,
        { planWriting: before },
        { actor, action: 'plan-taken-back', about: plan.task.id, authority },
      );
    },
  };
};
