import type * as z from 'zod';
import { knownSeen } from '../../domain/access/seen.ts';
import { taskList } from '../../domain/forms/forms.ts';
import { answersGiven, type GivenAnswer } from '../../domain/forms/saved-answers.ts';
import { readableTime } from '../../domain/time/readable-date.ts';
import { type savedSection, saveSectionBody, type sectionOfTask } from '../../schemas/api.ts';
import type { Form, Section } from '../../schemas/form-language.ts';
import type { Task } from '../../schemas/task.ts';
import { fieldsOf, filledBy } from '../../templates/staff/task-view.ts';
import { renderStaff } from '../../templates/staff-environment.ts';
import type { Deps } from '../deps.ts';
import { type FieldProblem, Problem } from '../runtime/errors.ts';
import { jsonBody, type SiteResponse } from '../web/site.ts';
import { formOf, isForm, seeOther, wantsPage } from '../web/staff-forms.ts';
import { councilFor } from '../work/national-rates.ts';
import { changedInBody, changedInForm, questionsIn, shownOn } from '../work/section-form.ts';
import { knownOf, linesOf, listOfTask } from '../work/task-lists.ts';
import { createWorkDrafts, type SavedWork, type WorkDraft, writingNow } from '../work/work-drafts.ts';
import { endedPage } from './ended-task.ts';
import { finisherOf } from './finish-task.ts';
import { openedTask } from './opened-task.ts';
import { conflictViews, drawnSection, type Reader, sectionNamed, sectionPage, taskPath } from './task-pages.ts';
import { hasPanels, panelsFor } from './task-panels.ts';
import { alsoWords } from './task-words.ts';
import { whoseTask } from './whose-task.ts';

/** What is kept of a section, for a program. */
const keptOf = (section: Section, { version, answers, writers }: WorkDraft, now: Parameters<typeof writingNow>[1]) => ({
  section: section.id,
  version,
  answers: Object.fromEntries(
    questionsIn(section).flatMap(({ id }) => (answers[id] ? [[id, answers[id]] as const] : [])),
  ),
  writing: writingNow(writers, now).map(({ name, since }) => ({ name, since })),
});

/** A page, or what a program is told. */
type PageOr<Schema extends z.ZodType> = { readonly page: SiteResponse } | { readonly kept: z.input<Schema> };

/** One section with what is saved of it, as JSON or as a page. */
export const readSection = async (reader: Reader): Promise<PageOr<typeof sectionOfTask>> => {
  const { deps, request } = reader;
  const task = await whoseTask(deps, request, { opens: wantsPage(request) });
  if (wantsPage(request)) {
    if (task.status !== 'open') return { page: await endedPage(reader, task) };
    const [opened, draft] = await Promise.all([openedTask(deps, request, task), createWorkDrafts(deps).read(task)]);
    const section = sectionNamed(opened.list, request.params['section']);
    const [, table = '', count = ''] = /^(\w+):(\d{1,2})$/.exec(request.query['rows'] ?? '') ?? [];
    const rows = table ? { rows: { [table]: Number(count) } } : {};
    return { page: await sectionPage(reader, opened, section, draft, rows) };
  }
  const section = sectionNamed(listOfTask(request.council, task), request.params['section']);
  const draft = await createWorkDrafts(deps).read(task);
  return {
    kept: {
      ...keptOf(section, draft, deps.clock.now()),
      ...(request.staff.session && { csrf: request.staff.session.csrf }),
      you: request.staff.id,
    },
  };
};

/** Only who takes over a known answer has it looked up: a save for each word that is typed reads no whole case. */
const knownFor = async (deps: Deps, list: Form, task: Task) => {
  const whole = await deps.store.whole(task.council, task.reference);
  const { access } = deps.councils.known(task.council);
  return whole ? knownSeen(knownOf(deps, list, whole, task), whole.records, task.role, access) : [];
};

const tooLongProblems = (section: Section, ids: readonly string[]): FieldProblem[] =>
  questionsIn(section)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({
      field: id,
      message: `${name} is too long to be kept with the rest of this task. Shorten it, or put the long text in a document`,
    }));

/** Takes the row out that a button names, so that what is left is saved. */
const withoutRow = (fields: URLSearchParams, action: string): URLSearchParams => {
  const [, table, row] = /^remove (\w+) (\d+)$/.exec(action) ?? [];
  const kept = [...fields].filter(([name]) => table === undefined || !name.startsWith(`${table}[${row}].`));
  return new URLSearchParams(kept);
};

/** How many rows a table shows after "Add another" or "Remove". */
const rowsAfter = (fields: URLSearchParams, action: string): { table: string; count: number } | undefined => {
  const [, what, table = ''] = /^(add|remove) (\w+)/.exec(action) ?? [];
  if (what === undefined) return undefined;
  const rows = new Set(
    [...fields.keys()].flatMap((name) => /^(\w+)\[(\d+)\]\./.exec(name)?.slice(1, 3).join(' ') ?? []),
  );
  const count = [...rows].filter((one) => one.startsWith(`${table} `)).length;
  return { table, count: what === 'add' ? count + 1 : Math.max(1, count - 1) };
};

/** Where one goes after a save without a script. */
const nextPath = (
  list: Form,
  section: Section,
  { answers }: WorkDraft,
  task: Task,
  fields: URLSearchParams,
): SiteResponse => {
  const action = fields.get('action') ?? '';
  const here = `${taskPath(task)}/sections/${section.id}`;
  const rows = rowsAfter(fields, action);
  if (rows) return seeOther(`${here}?rows=${rows.table}:${rows.count}#${rows.table}-${rows.count - 1}-row`);
  if (action !== 'continue') return seeOther(here, 'saved');
  const sections = taskList(list, answersGiven(answers)).map((one) => one.section);
  const next = sections[sections.findIndex(({ id }) => id === section.id) + 1];
  return seeOther(next ? `${taskPath(task)}/sections/${next.id}` : `${taskPath(task)}/check`);
};

/** What others changed of what a page shows, in words. */
const changedByOthers = (section: Section, { answers }: WorkDraft, was: string, me: string): string => {
  let shown: Record<string, unknown> = {};
  try {
    shown = Object(JSON.parse(was));
  } catch {
    // The page does not say what it shows.
  }
  const names = questionsIn(section).flatMap(({ id, name }) => {
    const one = answers[id];
    const seen = shown[id];
    const version = Array.isArray(seen) ? Number(seen[0]) : 0;
    return one && one.by.id !== me && one.version > version ? [`${one.by.name} changed “${name}”.`] : [];
  });
  return names.length > 0 ? `${names.join(' ')} Load the page again to see it.` : '';
};

const panelsHtml = async ({ deps, request }: Reader, task: Task, section: Section, { answers }: WorkDraft) => {
  const whole = await deps.store.whole(task.council, task.reference);
  const all = whole
    ? await panelsFor(deps, {
        council: request.council,
        task,
        whole,
        answers: answersGiven(answers),
        reader: request.staff.id,
      })
    : [];
  const panels = all.filter(({ sections }) => !sections || sections.includes(section.id));
  return renderStaff('staff/task-fragment.njk', { conflicts: [], lines: [], panels });
};

/** What the script of the page puts on it after a save. */
const shownToScript = async (
  reader: Reader,
  {
    task,
    section,
    given,
    fields,
  }: { task: Task; section: Section; given: readonly GivenAnswer[]; fields: URLSearchParams },
  saved: SavedWork,
  lines: ReturnType<typeof linesOf>,
) => {
  const { deps, request } = reader;
  const { draft, conflicts, tooLong } = saved;
  const now = deps.clock.now();
  const held = conflicts.map(({ question }) => question);
  const sent = given.map(({ question }) => question.id).filter((id) => !held.includes(id) && !tooLong.includes(id));
  const views = conflictViews(reader, section, conflicts);
  const copied = given
    .filter(({ question, unchanged, choice }) => (unchanged || choice?.keep === 'theirs') && sent.includes(question.id))
    .map(({ question }) => question.id);
  const refused = tooLongProblems(section, tooLong).map(({ message }) => message);
  const all = Object.entries(shownOn(section, draft.answers));
  const said = [
    ...(views.length > 0
      ? [
          `Not saved: ${views.map(({ label, name }) => `${name} changed “${label}” too`).join(', ')}. Choose which text is the answer.`,
        ]
      : []),
    ...refused.map((message) => `Not saved: ${message}. What you typed stays on this page.`),
  ];
  return {
    said: said.length > 0 ? said.join(' ') : `Saved ${readableTime(now)}`,
    also: [
      alsoWords(draft.writers, now, request.staff.id),
      changedByOthers(section, draft, fields.get('was') ?? '', request.staff.id),
    ]
      .join(' ')
      .trim(),
    was: Object.fromEntries(all.filter(([id]) => sent.includes(id))),
    html: Object.fromEntries([
      ...views.map((view) => [
        `conflict ${view.question}`,
        renderStaff('staff/task-fragment.njk', { conflicts: [view], lines: [], panels: [] }),
      ]),
      ...section.pages
        .filter(({ computed }) => computed)
        .map(({ id }) => [
          `lines ${id}`,
          renderStaff('staff/task-fragment.njk', {
            conflicts: [],
            lines: lines.filter(({ page }) => page === id),
            panels: [],
          }),
        ]),
    ]),
    ...(hasPanels(task.kind) && { panels: await panelsHtml(reader, task, section, draft) }),
    fill:
      copied.length === 0
        ? []
        : fieldsOf(await drawnSection(reader, await openedTask(deps, request, task), section, draft), copied).flatMap(
            filledBy,
          ),
  };
};

/**
 * Saves answers of a section: what a page sends, with a script or without, and what a program sends. Each answer goes by itself, right or
 * wrong; what somebody else changed meanwhile is not written over.
 */
export const saveSection = async (reader: Reader): Promise<PageOr<typeof savedSection>> => {
  const { deps, request } = reader;
  const task = await whoseTask(deps, request);
  const list = listOfTask(request.council, task);
  const section = sectionNamed(list, request.params['section']);
  const form = isForm(request) ? formOf(request) : undefined;
  const fields = form && withoutRow(form, form.get('action') ?? '');
  const body = fields ? undefined : jsonBody(request, saveSectionBody);
  const takes = fields?.has('unchanged') || (body?.unchanged ?? []).length > 0;
  const known = takes ? await knownFor(deps, list, task) : [];
  const { given, typed } = fields
    ? changedInForm(section, fields, known)
    : { given: changedInBody(section, body ?? {}, known), typed: {} };
  const isPage = fields !== undefined && wantsPage(request);
  const mine = () => Object.fromEntries(given.map(({ question, answer }) => [question.id, answer]));
  const ended = async (of: Task) => ({ page: await endedPage(reader, of, { typed: mine(), status: 409 }) });
  if (task.status !== 'open' && isPage) return ended(task);

  let first: Task | undefined = task;
  const find = async () => {
    const found = first ?? (await whoseTask(deps, request));
    first = undefined;
    return found;
  };
  const drafts = createWorkDrafts(deps);
  const page = fields ? (fields.get('page') ?? undefined) : body?.page;
  const nth = fields ? Number(fields.get('nth') ?? 0) : body?.nth;
  const saved = await drafts
    .save(find, given, await finisherOf(deps, request, task), { page: page?.slice(0, 60), nth })
    .catch((error: unknown) => {
      if (isPage && error instanceof Problem && error.details.code === 'already-done') return undefined;
      throw error;
    });
  if (saved === undefined) return ended(await whoseTask(deps, request));

  const { draft, conflicts, tooLong } = saved;
  const errors = tooLongProblems(section, tooLong);
  if (isPage) {
    if (conflicts.length === 0 && errors.length === 0) {
      return { page: nextPath(list, section, draft, task, form ?? fields) };
    }
    const held = [...conflicts.map(({ question }) => question), ...tooLong];
    // What was emptied is shown empty.
    const kept = Object.fromEntries(held.map((id) => [id, typed[id]]));
    const opened = await openedTask(deps, request, task);
    const more = { typed: kept, problems: errors, conflicts };
    return { page: await sectionPage(reader, opened, section, draft, more, conflicts.length > 0 ? 409 : 400) };
  }
  const council = await councilFor(deps, request.council, task);
  const lines = linesOf(deps, council, list, answersGiven(draft.answers));
  return {
    kept: {
      ...keptOf(section, draft, deps.clock.now()),
      savedAt: deps.clock.now(),
      conflicts: conflicts.map(({ question, theirs }) => ({ question, ...theirs })),
      errors,
      lines,
      ...(fields && { shown: await shownToScript(reader, { task, section, given, fields }, saved, lines) }),
    },
  };
};
