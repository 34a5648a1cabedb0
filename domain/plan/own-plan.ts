/**
 * A plan that the person writes, by themselves, with help or through somebody whom they chose: which parts are theirs, and how it stands. Care Act
 * 2014 s.25(3) to (6); Cambridgeshire's and Staffordshire's published ways to write a plan.
 */
import type { CareCase, PlanWriter } from '../../schemas/case.ts';
import type { Answers, Row } from '../../schemas/form-conditions.ts';
import { type Column, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { Support } from '../../schemas/support-catalogue.ts';
import type { Task } from '../../schemas/task.ts';
import { inWords } from '../forms/forms.ts';
import type { KnownAnswer } from '../forms/known-answers.ts';
import { takenOver } from '../forms/known-answers.ts';
import { recordId } from '../journey/work-outcome.ts';

/** The table of needs, of which whoever writes their own plan has a page for each row. */
export const needsTable = 'needs';

type Table = Extract<Question, { type: 'table' }>;

/** A page of the plan as whoever writes it is asked it; of one need where it has a `row`. */
export type OwnPage = {
  readonly id: string;
  readonly title: string;
  /** What is said of the need. */
  readonly lines: readonly string[];
  readonly questions: Question[];
  readonly row?: number;
};

/** A question of staff as the person is asked it: none must be answered, since their worker completes the plan with them. */
const asOwn = <Of extends Question | Column>({ own, ...asked }: Of): Of => {
  const { hint: _staffHint, optional: _always, ...rest } = asked as Of & { hint?: string; optional?: true };
  return { ...rest, ...own } as unknown as Of;
};

const unconditional = ({ when: _when, known: _known, law: _law, ...rest }: Question): Question => rest as Question;

const ownQuestion = (question: Question): Question => {
  const own = asOwn(unconditional(question));
  return own.type === 'table' ? { ...own, columns: own.columns.filter((one) => one.own).map(asOwn) } : own;
};

/** The columns of the table of needs that are for whoever writes the plan. */
export const ownColumns = ({ columns }: Table): Column[] => columns.filter((one) => one.own);

const cellWords = (table: Table, id: string, cell: Row[string] | undefined): string => {
  const column = table.columns.find((one) => one.id === id);
  return column && cell !== undefined ? inWords(column, cell).join(', ') : '';
};

/** What a need is called on a page: what it is about, by the outcome of the test. */
export const needName = (table: Table, need: Row): string =>
  cellWords(table, 'outcome', need['outcome']) || 'A need that was added';

/** What is asked first of a need: what the person wants to come of it, and what would help. The rest says how. */
const comesFirst: readonly string[] = ['outcomeWanted', 'howMet'];

const placeOf = ({ id }: Column): number => (comesFirst.includes(id) ? comesFirst.indexOf(id) : comesFirst.length);

const needPage = (table: Table, need: Row, row: number): OwnPage => ({
  id: `need-${row + 1}`,
  title: `Need ${row + 1}: ${needName(table, need)}`,
  lines: [cellWords(table, 'need', need['need'])].filter((line) => line !== ''),
  questions: ownColumns(table)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((column) => asOwn(column) as Question),
  row,
});

/** The table of needs of a plan's list. */
export const needsOfList = (list: Form): Table | undefined => {
  const found = questionsOf(list).find(({ question }) => question.id === needsTable)?.question;
  return found?.type === 'table' ? found : undefined;
};

/**
 * The pages of a plan that the person may write, from the one list that staff answer: each question that has words for them, and a page for each
 * need, so that none is forgotten.
 */
export const ownPages = (list: Form, needs: readonly Row[]): OwnPage[] =>
  list.sections.flatMap(({ pages }) =>
    pages.flatMap(({ id, title = '', questions }): OwnPage[] => {
      const own = questions.filter((question) => question.own);
      const [first] = own;
      if (first?.id === needsTable && first.type === 'table')
        return needs.map((need, row) => needPage(first, need, row));
      return own.length === 0 ? [] : [{ id, title, lines: [], questions: own.map(ownQuestion) }];
    }),
  );

const rowsIn = (answer: unknown): Row[] =>
  Array.isArray(answer) ? answer.filter((one): one is Row => typeof one === 'object' && one !== null) : [];

/**
 * What stands in the parts that the person may write: what was saved; until then what is known of it, from the last plan, the assessment and the
 * decision, so that nothing is written twice.
 */
export const ownAnswers = (
  list: Form,
  saved: Readonly<Record<string, unknown>>,
  known: readonly KnownAnswer[],
): Answers =>
  Object.fromEntries(
    questionsOf(list).flatMap(({ question: { id, own } }) => {
      if (!own) return [];
      if (id in saved) return saved[id] === undefined ? [] : [[id, saved[id] as Answers[string]]];
      const before = takenOver(known, id)?.answer ?? (id === needsTable ? decided(known)?.answer : undefined);
      return before === undefined ? [] : [[id, before]];
    }),
  );

/**
 * The needs with which a plan begins for staff who write it, while no plan before it says more: what the decision found, each as a row, so that none is
 * typed again or forgotten. S17; Care Act 2014 s.25(1)(a) and (b).
 */
export const needsToBegin = (known: readonly KnownAnswer[]): Row[] =>
  takenOver(known, needsTable) === undefined ? rowsIn(decided(known)?.answer) : [];

const decided = (known: readonly KnownAnswer[]): KnownAnswer | undefined =>
  known.find(
    ({ question, from, answer }) => question === needsTable && /decision$/.test(from.list) && rowsIn(answer).length > 0,
  );

/** The needs of a plan that is being written, as far as they are rows at all. */
export const needsIn = (answers: Readonly<Record<string, unknown>>): Row[] => rowsIn(answers[needsTable]);

/** A need with what was typed of it: the parts that are for staff stay as they are. */
export const needWith = (table: Table, need: Row, typed: Readonly<Record<string, unknown>>): Row => {
  const theirs = new Set(ownColumns(table).map(({ id }) => id));
  const kept = Object.entries(need).filter(([id]) => !theirs.has(id));
  const given = Object.entries(typed).filter(([id, value]) => theirs.has(id) && value !== undefined);
  return Object.fromEntries([...kept, ...given]) as Row;
};

/** What an entry of the catalogue puts into a need that is met by it: what was typed there stays. */
export const needFrom = (
  { id, kind, name, what, provider }: Support,
  typed: Readonly<Record<string, unknown>>,
): Row => ({
  support: id,
  supportType: kind,
  ...(typed['howMet'] === undefined && { howMet: `${name}. ${what}` }),
  ...(typed['provider'] === undefined && provider !== undefined && { provider }),
});

/** The numbers, from 0, of the needs for which the plan does not say yet how they are met. A need that does not count may be left. s.25(1)(d). */
export const needsLeft = (needs: readonly Row[]): number[] =>
  needs.flatMap(({ howMet, eligible }, row) =>
    eligible !== 'no' && (typeof howMet !== 'string' || howMet.trim() === '') ? [row] : [],
  );

/** How the ways that a person may choose stand in the plan itself. */
export const writtenBy: Readonly<Record<PlanWriter, PlanAnswers['writtenBy']>> = {
  person: 'person',
  'with-help': 'person-with-help',
  someone: 'someone-for-person',
  provider: 'someone-for-person',
  planner: 'person-with-help',
  worker: 'council',
};

/** The journey or review whose plan a task writes. */
export const threadOfPlan = (task: Pick<Task, 'id'>): string => recordId(task as Task).split('.')[0] ?? '';

/** The task by which a plan is being written now. */
export const planTask = (tasks: readonly Task[]): Task | undefined =>
  tasks.find(({ kind, status }) => kind === 'draft-plan' && status === 'open');

/** How the person wants the plan of a task written, where they have said so. */
export const waySaid = (
  { planWriting }: Pick<CareCase, 'planWriting'>,
  task: Pick<Task, 'id'>,
): PlanWriter | undefined => (planWriting?.thread === threadOfPlan(task) ? planWriting.how : undefined);

/** Whether the person, or whom they chose, writes the plan of a task at this time: they have said so, and not that it is ready. */
export const isWithPerson = (careCase: Pick<CareCase, 'planWriting'>, task: Pick<Task, 'id'>): boolean =>
  (waySaid(careCase, task) ?? 'worker') !== 'worker' && careCase.planWriting?.ready?.task !== task.id;
