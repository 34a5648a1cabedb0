import { kindSchema, type Today } from '../../schemas/answer-kinds.ts';
import {
  type Answer,
  type Answers,
  askedQuestions,
  exitsReached,
  type Row,
  unmetPages,
} from '../../schemas/form-conditions.ts';
import {
  type Exit,
  type Form,
  type Page,
  type Question,
  questionsOf,
  type Section,
} from '../../schemas/form-language.ts';
import { say } from '../../schemas/say.ts';

/** A page that these answers lead to, with those of its questions that are asked. */
export type PageVisit = { section: Section; page: Page; questions: Question[] };

/** The pages that apply, in order. Care is taken that an answer which is itself not asked opens nothing. */
export const pagesThatApply = (form: Form, answers: Answers): PageVisit[] => {
  const asked = new Set(askedQuestions(form, answers));
  return form.sections.flatMap((section) =>
    section.pages
      .map((page) => ({ section, page, questions: page.questions.filter((question) => asked.has(question)) }))
      .filter(({ questions }) => questions.length > 0),
  );
};

/** Where somebody goes on after a page. */
export type NextStop =
  | { go: 'exit'; exit: Exit }
  | { go: 'page'; visit: PageVisit }
  | { go: 'task-list'; done: Section }
  | { go: 'check-answers' };

/**
 * Where to go after `pageId`: an exit before anything else, then the next page of its section, then back to the task list, or
 * to check answers once nothing is missing from the whole form.
 *
 * @throws RangeError when the form has no such page
 */
export const nextStop = (form: Form, answers: Answers, pageId: string): NextStop => {
  const section = form.sections.find(({ pages }) => pages.some(({ id }) => id === pageId));
  if (section === undefined) throw new RangeError(`No page "${pageId}" in form "${form.id}"`);
  const [exit] = exitsReached(form, answers);
  if (exit !== undefined) return { go: 'exit', exit };
  const after = section.pages.slice(section.pages.findIndex(({ id }) => id === pageId) + 1);
  const visit = pagesThatApply(form, answers).find(({ page }) => after.includes(page));
  if (visit !== undefined) return { go: 'page', visit };
  return missingAnswers(form, answers).length === 0 ? { go: 'check-answers' } : { go: 'task-list', done: section };
};

/** A question that must be answered and is not yet, with the page on which it is asked. */
export type MissingFromForm = { section: Section; page: Page; question: Question };

/** What is still missing before the form can be sent, in order. */
export const missingAnswers = (form: Form, answers: Answers): MissingFromForm[] => {
  const unmet = unmetPages(form, askedQuestions(form, answers), answers);
  return pagesThatApply(form, answers).flatMap(({ section, page, questions }) =>
    questions.flatMap((question) => {
      const missing =
        !question.optional && answers[question.id] === undefined
          ? question
          : unmet.find((one) => one.question.id === question.id)?.question;
      return missing ? [{ section, page, question: missing }] : [];
    }),
  );
};

/** A row of the task list. `optional` marks a section in which nothing must be answered and nothing has been. */
export type SectionStatus = {
  section: Section;
  status: 'cannot-start-yet' | 'not-started' | 'in-progress' | 'completed' | 'optional';
  /** Where the row leads: the first page with something missing, else the first page. */
  firstPage: Page;
};

/**
 * The task list: one row a section that applies, in the form's order.
 *
 * @param unfinished ids of pages that were left half filled: their sections are in progress whatever was answered before
 */
export const taskList = (
  form: Form,
  answers: Answers,
  unfinished: ReadonlySet<string> = new Set(),
): SectionStatus[] => {
  const visits = pagesThatApply(form, answers);
  const missing = missingAnswers(form, answers);
  const blocked = ({ after = [] }: Section) => missing.some(({ section }) => after.includes(section.id));
  return form.sections.flatMap((section) => {
    const own = visits.filter((visit) => visit.section === section);
    const [first] = own;
    if (first === undefined) return [];
    const lacking = new Set([...missing.map(({ page }) => page.id), ...unfinished]);
    const lacks = own.find(({ page }) => lacking.has(page.id));
    const questions = own.flatMap((visit) => visit.questions);
    const begun = own.some(({ page }) => unfinished.has(page.id));
    const answered = begun || questions.some(({ id }) => answers[id] !== undefined);
    const mustAnswer = questions.some(({ optional }) => !optional);
    const status = blocked(section)
      ? 'cannot-start-yet'
      : lacks !== undefined
        ? answered
          ? 'in-progress'
          : 'not-started'
        : answered || mustAnswer
          ? 'completed'
          : 'optional';
    return [{ section, status, firstPage: (lacks ?? first).page }];
  });
};

/** The parts that are counted, in order: those in which something must be answered. */
const countedParts = (form: Form, answers: Answers): Section[] => [
  ...new Set(
    pagesThatApply(form, answers).flatMap(({ section, page, questions }) =>
      page.oneNeeded || questions.some(({ optional }) => !optional) ? [section] : [],
    ),
  ),
];

/**
 * How many parts of a form are done, of how many: those in which something must be answered. A part that may be left out counts neither way, whether
 * something was answered in it or not, so that the number of parts stays the same while the form is filled in. Every page that counts parts asks this.
 */
export const partsCounted = (
  form: Form,
  answers: Answers,
  unfinished: ReadonlySet<string> = new Set(),
): { readonly done: number; readonly total: number } => {
  const counted = countedParts(form, answers);
  const parts = taskList(form, answers, unfinished).filter(({ section }) => counted.includes(section));
  return { done: parts.filter(({ status }) => status === 'completed').length, total: parts.length };
};

/** Where a page stands among what is asked of somebody: the second of seven parts, the third of four pages, or in a part that may be left out. */
export type PlaceInForm = 'optional' | { readonly of: 'parts' | 'pages'; readonly at: number; readonly total: number };

/**
 * Where a page of a form stands, by the same count as the list of parts; of a form whose one part must be answered, which of its pages it is. Undefined of
 * a form of one page.
 */
export const placeOf = (form: Form, answers: Answers, { section, page }: PageVisit): PlaceInForm | undefined => {
  const counted = countedParts(form, answers);
  if (counted.length > 1) {
    const at = counted.indexOf(section) + 1;
    return at === 0 ? 'optional' : { of: 'parts', at, total: counted.length };
  }
  const visits = pagesThatApply(form, answers);
  const at = visits.findIndex((visit) => visit.page === page) + 1;
  return visits.length < 2 || at === 0 ? undefined : { of: 'pages', at, total: visits.length };
};

/** How many parts a form has for those by whom its length is judged: the fewest and the most. */
export const partsOfForm = (
  form: Form,
  lives: readonly Answers[],
): { readonly least: number; readonly most: number } => {
  const totals = [{}, ...lives].map((answers) => countedParts(form, answers).length);
  return { least: Math.min(...totals), most: Math.max(...totals) };
};

/** Answers given to an earlier version of a form, as the present one can use them. */
export type Reconciled = {
  answers: Answers;
  /** Ids whose answers the present form cannot use; shown to the person before they go, as nothing is lost silently. */
  dropped: string[];
  /** Questions to be asked again or for the first time before the form can be sent. */
  toAsk: string[];
};

/**
 * Fits saved answers to a form that has changed since: what still fits is kept, what fits no longer is named, and so is what
 * is now missing.
 *
 * @param today the present calendar date in Europe/London: a day that was to come may have passed
 */
export const reconcile = (form: Form, saved: Answers, today: Today): Reconciled => {
  const fits = Object.fromEntries(
    questionsOf(form).flatMap(({ question }) => {
      const answer = saved[question.id];
      return answer !== undefined && kindSchema(question, today).safeParse(answer).success
        ? [[question.id, answer]]
        : [];
    }),
  );
  const asked = askedQuestions(form, fits).map(({ id }) => id);
  const answers: Answers = Object.fromEntries(Object.entries(fits).filter(([id]) => asked.includes(id)));
  return {
    answers,
    dropped: Object.keys(saved).filter((id) => answers[id] === undefined),
    toAsk: missingAnswers(form, answers).map(({ question }) => question.id),
  };
};

/** One line of "check your answers": the short name of a question, its answer as lines of text, and where to change it. */
export type CheckedAnswer = { section: Section; page: Page; question: Question; lines: string[] };

/** What uploaded documents are called, by their ids. */
export type DocumentNames = ReadonlyMap<string, string>;

/** Every question that is asked with its answer in words. A skipped optional one has the line "Not provided". */
export const checkedAnswers = (form: Form, answers: Answers, names?: DocumentNames): CheckedAnswer[] =>
  pagesThatApply(form, answers).flatMap(({ section, page, questions }) =>
    questions.map((question) => ({ section, page, question, lines: inWords(question, answers[question.id], names) })),
  );

type Shown = Question | Extract<Question, { type: 'table' }>['columns'][number];

/** An answer in words, one line an item: `["27 March 1950"]`, `["Yes"]`, `["£120.50"]`. */
export const inWords = (question: Shown, answer: Answer | undefined, names?: DocumentNames): string[] => {
  if (answer === undefined) return [say`Not provided`];
  if (Array.isArray(answer))
    return answer.map((item) => {
      if (typeof item !== 'string') return rowInWords(question, item);
      return question.type === 'file' ? (names?.get(item) ?? 'A document') : valueInWords(question, item);
    });
  return valueInWords(question, answer).split('\n');
};

const rowInWords = (question: Shown, row: Row): string => {
  if (question.type !== 'table') return '';
  const cells = question.columns.filter(({ id }) => row[id] !== undefined);
  return cells
    .map((column) => `${column.name}: ${inWords(column, row[column.id]).join(column.type === 'multi' ? ', ' : ' ')}`)
    .join('; ');
};

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** An amount of pence in words: `£120.50`. */
export const inPounds = (pence: number): string => pounds.format(pence / 100);

const valueInWords = (question: Shown, value: string | number): string => {
  if (question.type === 'choice' || question.type === 'multi') {
    return question.options.find((option) => option.value === value)?.label ?? String(value);
  }
  if (question.type === 'yesno') return value === 'yes' ? say`Yes` : say`No`;
  if (question.type === 'money') return inPounds(Number(value));
  if (question.type === 'date') return day.format(new Date(`${value}T00:00:00Z`));
  return String(value);
};
