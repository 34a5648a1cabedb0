import type { Answers } from '../../schemas/form-conditions.ts';
import {
  type Condition,
  type Form,
  type LawNote,
  type Page,
  partsOf,
  type Section,
} from '../../schemas/form-language.ts';
import type { FieldView } from '../pages/field-view.ts';
import { type FormState, formView } from '../pages/form-view.ts';

/** What is known of a question before it is asked: in words, where it stands, and how it may be taken over. */
export type KnownView = {
  readonly question: string;
  readonly lines: readonly string[];
  readonly from: string;
  /** "Unchanged" of an answer that is accepted, "copy" of last time's; empty where it only stands beside. */
  readonly take: 'unchanged' | 'copy' | '';
  readonly isTaken: boolean;
  readonly isLastTime: boolean;
  /** Why the answer was sent back, and by whom. */
  readonly isSentBack?: boolean;
};

/** A line that the server works out, on its page. */
export type LineView = { readonly page: string; readonly label: string; readonly lines: readonly string[] };

/** An answer that somebody else changed meanwhile. */
export type ConflictView = {
  readonly question: string;
  readonly label: string;
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
  readonly name: string;
  readonly when: string;
  readonly seen: number;
};

/** A text that gave way to another. */
export type AsideView = {
  readonly question: string;
  readonly lines: readonly string[];
  readonly name: string;
  readonly when: string;
};

const marks: Readonly<Record<LawNote['status'], string>> = {
  confirmed: '',
  secondary: ' (seen at second hand)',
  'from-memory': ' (to be checked at its source)',
  design: ' (our own choice)',
};

const notes = (law: readonly LawNote[] | undefined) =>
  (law ?? []).map(({ says, source, status }) => ({ says, source: `${source}${marks[status]}` }));

const whenOf = (page: Page, of: Condition | undefined): Condition | undefined => {
  const all = [page.when, of].filter((one) => one !== undefined);
  const [first, second] = all;
  return first && second ? { all: [first, second] } : first;
};

/** Answers outside a section on which its questions depend, for a script that shows what is asked. */
const beyond = (section: Section, answers: Readonly<Record<string, unknown>>) => {
  const own = new Set(section.pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const named = section.pages.flatMap((page) =>
    [page.when, ...page.questions.map(({ when }) => when)].flatMap(partsOf).map(({ question }) => question),
  );
  return Object.fromEntries(
    [...new Set(named)].flatMap((id) => (own.has(id) || answers[id] === undefined ? [] : [[id, answers[id]]])),
  );
};

/** What fills the inputs of a field again: pairs of name and value, as a form sends them. */
export const filledBy = (field: FieldView): [string, string][] => {
  switch (field.kind) {
    case 'date':
      return Object.entries(field.value).map(([part, value]) => [`${field.name}.${part}`, value]);
    case 'radios':
    case 'checkboxes':
      return field.items.flatMap(({ value, checked }): [string, string][] => (checked ? [[field.name, value]] : []));
    case 'table':
      return [field.first, ...field.more].flatMap(({ fields }) => fields.flatMap(filledBy));
    case 'file':
      return [];
    default:
      return [[field.name, field.value]];
  }
};

/** What a section of a piece of work is drawn from. */
export type SectionWork = {
  readonly list: Form;
  readonly section: Section;
  readonly state: FormState;
  /** Answers that are asked and given, on which conditions depend. */
  readonly asked: Answers;
  readonly known: readonly KnownView[];
  readonly lines: readonly LineView[];
  readonly conflicts: readonly ConflictView[];
  readonly aside: readonly AsideView[];
  /** Questions whose answer was confirmed as unchanged from something that has changed since. */
  readonly stale: readonly string[];
};

/** One section of a list as its page shows it: every question with what is known of it, the law, and who else wrote. */
export const sectionView = ({ list, section, state, asked, known, lines, conflicts, aside, stale }: SectionWork) => {
  const view = formView(list, state);
  const drawn = view.sections[list.sections.indexOf(section)];
  const one = (page: Page, field: FieldView) => {
    const question = page.questions.find(({ id }) => id === field.name);
    const own = known.filter((of) => of.question === field.name);
    const knownFrom =
      own.length > 0
        ? `What is known already stands beside it, from ${[...new Set(own.map(({ from }) => from))].join('; ')}.`
        : '';
    return {
      id: field.name,
      field: { ...field, knownFrom },
      when: JSON.stringify(question ? (whenOf(page, question.when) ?? '') : ''),
      known: own,
      lastTime: own.filter(({ isLastTime }) => isLastTime),
      law: notes(question?.law),
      conflicts: conflicts.filter((of) => of.question === field.name),
      aside: aside.filter((of) => of.question === field.name),
      isStale: stale.includes(field.name),
    };
  };
  const ids = new Set(section.pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return {
    heading: drawn?.title ?? section.title,
    // A problem that leads nowhere on this page belongs to another section.
    errors: view.errors,
    beyond: JSON.stringify(beyond(section, asked)),
    pages: (drawn?.pages ?? []).map((page, at) => {
      const of = section.pages[at];
      return {
        ...page,
        law: notes(of?.law),
        asked: of ? page.fields.map((field) => one(of, field)) : [],
        lines: lines.filter((line) => line.page === page.id),
      };
    }),
    hasOwn: (id: string) => ids.has(id),
  };
};

/** The fields of a section that hold these questions. */
export const fieldsOf = ({ pages }: ReturnType<typeof sectionView>, questions: readonly string[]): FieldView[] =>
  pages.flatMap(({ asked }) => asked.filter(({ id }) => questions.includes(id)).map(({ field }) => field));
