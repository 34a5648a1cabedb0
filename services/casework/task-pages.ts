import { missingAnswers, pagesThatApply } from '../../domain/forms/forms.ts';
import { answersGiven, type Conflict, typedInWords } from '../../domain/forms/saved-answers.ts';
import { needsTable, needsToBegin } from '../../domain/plan/own-plan.ts';
import { asksForSupport } from '../../domain/plan/support.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { type Answers, askedQuestions } from '../../schemas/form-conditions.ts';
import { type Form, type Question, questionsOf, type Section } from '../../schemas/form-language.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { SavedAnswers, WorkAside } from '../../schemas/work-draft.ts';
import { escaped } from '../../templates/pages/easy-read.ts';
import { fieldId } from '../../templates/pages/field-view.ts';
import { type FormState, formView } from '../../templates/pages/form-view.ts';
import { type ConflictView, sectionView } from '../../templates/staff/task-view.ts';
import type { Deps } from '../deps.ts';
import type { FieldProblem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { councilFor } from '../work/national-rates.ts';
import { shownOn } from '../work/section-form.ts';
import { linesOf } from '../work/task-lists.ts';
import { createWorkDrafts, type WorkDraft } from '../work/work-drafts.ts';
import { listedFor } from './listed.ts';
import { type OpenedTask, openedTask } from './opened-task.ts';
import { planHelpFacts } from './plan-help-facts.ts';
import { isSentBack } from './sent-back.ts';
import { staffPage } from './staff-frame.ts';
import { supportPath } from './support-page.ts';
import { panelsFor } from './task-panels.ts';
import {
  alsoWords,
  asideViews,
  dueWords,
  forWhom,
  knownViews,
  savedWords,
  sectionsOf,
  staleAnswers,
  stateOf,
  timeWords,
} from './task-words.ts';

type Fact = { readonly key: object; readonly value: object; readonly actions?: object };
type Link = { readonly href: string; readonly text: string };

/** Where the pages of a task are. */
export const taskPath = ({ council, id }: Pick<Task, 'council' | 'id'>): string => `/${council}/staff/tasks/${id}`;

const fact = (label: string, text: string, links: readonly Link[] = []): Fact => ({
  key: { text: label },
  value: { text },
  ...(links.length > 0 && { actions: { items: links.map((link) => ({ ...link, visuallyHiddenText: text })) } }),
});

/** What every page of a task says of it. */
const common = ({ task, whole }: Pick<OpenedTask, 'task' | 'whole'>) => ({
  title: kindsOfWork[task.kind].title,
  reference: task.reference,
  forWhom: forWhom({ whole }),
  here: taskPath(task),
});

/** Alerts and how to make contact stand first, the rest folded. */
const beforeOf = ({ before }: OpenedTask) => {
  const isFirst = ({ about }: OpenedTask['before'][number]) => about === 'careful' || about === 'reach';
  return { first: before.filter(isFirst), rest: before.filter((one) => !isFirst(one)) };
};

/** Who works on it, beside which drafts they read. */
export type Reader = { readonly deps: Deps; readonly request: StaffRequest };

/** Each answer that was sent back, with its reason and the way to it. */
const sentBackLinks = ({ list, known }: OpenedTask, here: string) =>
  known.filter(isSentBack).flatMap(({ question, lines, from }) => {
    const at = questionsOf(list).find((one) => one.question.id === question);
    return at
      ? [
          {
            text: at.question.name,
            href: `${here}/sections/${at.section.id}#${fieldId(question)}`,
            from: from.title,
            reason: lines.join(' '),
          },
        ]
      : [];
  });

const helpLink = (casePath: string): Link[] => [{ href: `${casePath}/plan-help`, text: 'Change' }];

/** The page of a task: what it is, and its sections. */
export const overviewPage = async ({ deps, request }: Reader, task: Task): Promise<SiteResponse> => {
  const [opened, draft] = await Promise.all([openedTask(deps, request, task), createWorkDrafts(deps).read(task)]);
  const now = deps.clock.now();
  const { list, known, copies, added, otherOpenCases, said } = opened;
  const { here, ...rest } = common(opened);
  const casePath = `/${task.council}/staff/cases/${task.reference}`;
  const labels = new Map(questionsOf(list).map(({ question }) => [question.id, question.name]));
  return staffPage(deps, request, 'staff/task.njk', {
    ...rest,
    ...beforeOf(opened),
    facts: [
      fact('Reference', task.reference, opened.whole ? [{ href: casePath, text: 'See the case' }] : []),
      fact('Due', dueWords(task.dueOn, londonDate(now))),
      fact('Held by', task.assignee?.name ?? 'Nobody yet', [
        { href: `${here}/hold`, text: 'Take it, give it back, or wait' },
      ]),
      ...(task.reason ? [fact('Why', task.reason)] : []),
      ...(said ? [fact('What was said', said)] : []),
      ...(await planHelpFacts(deps, opened)).map(({ label, text }) => fact(label, text, helpLink(casePath))),
      ...copies.map(({ title, pdf, largePrint }) =>
        fact('Copy to send', title, [
          { href: pdf, text: 'Print' },
          { href: largePrint, text: 'Large print' },
        ]),
      ),
      ...added.map(({ label, lines }) => fact(label, lines.join(', '))),
      ...otherOpenCases.map(({ kind, reference }) =>
        fact('Also open', `${reference}, ${kind === 'carer' ? 'as a carer' : 'about needs'}`),
      ),
    ],
    intro: list.intro,
    sentBack: sentBackLinks(opened, here),
    known: knownViews(known, draft.answers).map((one) => ({ ...one, label: labels.get(one.question) ?? '' })),
    also: alsoWords(draft.writers, now, request.staff.id),
    items: sectionsOf(opened, draft.answers, now).map(({ section, status, hint }) => ({
      title: { text: section.title },
      ...(hint && { hint: { text: hint } }),
      href: `${here}/sections/${section.id}`,
      status,
    })),
    checkUrl: `${here}/check`,
  });
};

/** The section that a request names. @throws Problem 404 */
export const sectionNamed = (list: Form, name: string | undefined): Section => {
  const found = list.sections.find(({ id }) => id === name);
  if (found === undefined) throw problems.notFound();
  return found;
};

/** What stands against an answer that somebody changed meanwhile, in words. */
export const conflictViews = ({ deps }: Reader, section: Section, conflicts: readonly Conflict[]): ConflictView[] => {
  const now = deps.clock.now();
  const today = () => londonDate(now);
  return conflicts.flatMap(({ question: id, theirs, mine }) => {
    const { question } = mine;
    return section.pages.some(({ questions }) => questions.includes(question))
      ? [
          {
            question: id,
            label: question.name,
            theirs: typedInWords(question, theirs.answer, today),
            mine: typedInWords(question, mine.answer, today),
            name: theirs.by.name,
            when: timeWords(theirs.at, now),
            seen: theirs.version,
          },
        ]
      : [];
  });
};

/** What stands beside the questions of a section, or of the whole list, where a list is not enough. */
const panelsOf = async (
  { deps, request }: Reader,
  { task, whole }: OpenedTask,
  answers: Answers,
  section?: Section,
) => {
  const all = whole
    ? await panelsFor(deps, { council: request.council, task, whole, answers, reader: request.staff.id })
    : [];
  return all.filter(({ sections }) => !section || !sections || sections.includes(section.id));
};

/** What a section shows beside what is saved: what was typed and not saved, and why. */
export type NotSaved = {
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly FieldProblem[];
  readonly conflicts?: readonly Conflict[];
  readonly rows?: Readonly<Record<string, number>>;
  readonly aside?: readonly WorkAside[];
};

/** What stands in a plan that nobody has begun to write: the needs that the decision found. It is saved with the rest of the page. */
const beginning = ({ task, known }: OpenedTask, answers: SavedAnswers): Answers => {
  const needs = task.kind === 'draft-plan' && answers[needsTable] === undefined ? needsToBegin(known) : [];
  return needs.length > 0 ? { [needsTable]: needs } : {};
};

/** A section as it is drawn now. */
export const drawnSection = async (
  reader: Reader,
  opened: OpenedTask,
  section: Section,
  { answers }: Pick<WorkDraft, 'answers'>,
  { typed = {}, problems: wrong = [], conflicts = [], rows = {}, aside = [] }: NotSaved = {},
) => {
  const { deps, request } = reader;
  const { list, known, task } = opened;
  const given = answersGiven(answers);
  const values = { ...beginning(opened, answers), ...given, ...typed };
  const council = await councilFor(deps, request.council, task);
  return sectionView({
    list,
    section,
    state: stateOf(answers, {
      values,
      rows,
      problems: wrong,
      listed: await listedFor(deps, request.council.slug, section),
    }),
    asked: Object.fromEntries(
      askedQuestions(list, given).flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]]])),
    ),
    known: knownViews(known, answers),
    lines: linesOf(deps, council, list, given),
    conflicts: conflictViews(reader, section, conflicts),
    aside: asideViews(list, aside, answers, deps.clock.now()),
    stale: staleAnswers(known, answers),
  });
};

/** The page of one section. */
export const sectionPage = async (
  reader: Reader,
  opened: OpenedTask,
  section: Section,
  draft: WorkDraft,
  more: NotSaved = {},
  status = 200,
): Promise<SiteResponse> => {
  const { deps, request } = reader;
  const now = deps.clock.now();
  const { here, ...rest } = common(opened);
  const aside = await createWorkDrafts(deps).setAside(opened.task);
  const view = await drawnSection(reader, opened, section, draft, { ...more, aside });
  const held = Object.keys(more.typed ?? {});
  return staffPage(
    deps,
    request,
    'staff/task-section.njk',
    {
      ...rest,
      ...view,
      ...beforeOf(opened),
      errors: [
        ...view.errors,
        ...view.pages.flatMap(({ asked }) =>
          asked
            .filter(({ id }) => held.includes(id))
            .map(({ id, conflicts }) => ({
              text: `${conflicts[0]?.name ?? 'Somebody'} changed “${conflicts[0]?.label ?? id}” too: choose which text is the answer`,
              href: `#${id}-choose-mine`,
            })),
        ),
      ],
      here,
      panels: await panelsOf(reader, opened, answersGiven(draft.answers), section),
      also: alsoWords(draft.writers, now, request.staff.id),
      action: `${here}/sections/${section.id}`,
      me: request.staff.id,
      signIn: `/${request.council.slug}/staff/sign-in`,
      support: {
        href: supportPath(request.council),
        pages: section.pages.flatMap(({ id, questions }) => (questions.some(asksForSupport) ? [id] : [])),
      },
      was: JSON.stringify(shownOn(section, draft.answers, held)),
      saved: savedWords(draft.answers, now),
    },
    { status },
  );
};

const sectionOf = ({ list }: OpenedTask, question: string): Section | undefined =>
  questionsOf(list).find((one) => one.question.id === question)?.section;

/** Every problem with a link to where it is put right, in the order of the list. */
const errorLinks = (opened: OpenedTask, answers: SavedAnswers, wrong: readonly FieldProblem[]) => {
  const state: FormState = stateOf(answers, { problems: wrong });
  return formView(opened.list, state).errors.map(({ text, href }) => {
    const section = href === undefined ? undefined : sectionOf(opened, href.slice(1).split('-')[0] ?? '');
    return section ? { text, href: `${taskPath(opened.task)}/sections/${section.id}${href}` } : { text };
  });
};

/** The page on which every answer is read once more before the task is finished. */
export const checkPage = async (
  reader: Reader,
  opened: OpenedTask,
  draft: WorkDraft,
  {
    wrong = [],
    says = [],
    status = 200,
  }: { wrong?: readonly FieldProblem[]; says?: readonly string[]; status?: number } = {},
): Promise<SiteResponse> => {
  const { deps, request } = reader;
  const now = deps.clock.now();
  const { list, task } = opened;
  const answers = answersGiven(draft.answers);
  const { here, ...rest } = common(opened);
  const missing = new Set(missingAnswers(list, answers).map(({ question }) => question.id));
  const lines = linesOf(deps, await councilFor(deps, request.council, task), list, answers);
  const row = (section: Section, question: Question) => {
    const one = draft.answers[question.id];
    const said = missing.has(question.id)
      ? ['Not answered yet']
      : typedInWords(question, one?.answer, () => londonDate(now));
    const by = one?.unchanged ? [`Unchanged, confirmed by ${one.by.name} ${timeWords(one.at, now)}`] : [];
    const anchor = question.type === 'date' ? `${fieldId(question.id)}-day` : fieldId(question.id);
    return {
      key: { text: question.name },
      value: { html: [...said, ...by].map(escaped).join('<br>') },
      actions: {
        items: [
          { href: `${here}/sections/${section.id}#${anchor}`, text: 'Change', visuallyHiddenText: question.name },
        ],
      },
    };
  };
  const visits = pagesThatApply(list, answers);
  return staffPage(
    deps,
    request,
    'staff/task-check.njk',
    {
      ...rest,
      here,
      errors: [...says.map((text) => ({ text })), ...errorLinks(opened, draft.answers, wrong)],
      also: alsoWords(draft.writers, now, request.staff.id),
      sections: list.sections.flatMap((section) => {
        const rows = visits
          .filter((visit) => visit.section === section)
          .flatMap(({ questions }) => questions.map((question) => row(section, question)));
        const own = lines.filter(({ page }) => section.pages.some(({ id }) => id === page));
        return rows.length === 0 ? [] : [{ title: section.title, rows, lines: own }];
      }),
      panels: await panelsOf(reader, opened, answers),
      action: `${here}/complete`,
      version: draft.version,
      send: list.send,
    },
    { status },
  );
};
