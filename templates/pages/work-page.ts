import type { Council } from '../../schemas/council.ts';
import type { Form, LawNote, Page } from '../../schemas/form-language.ts';
import { render } from '../environment.ts';
import type { FieldView } from './field-view.ts';
import { type FormState, formView } from './form-view.ts';
import { siteOf } from './pages.ts';

/** What is known of a question before it is asked: in words, where it stands, and whether it may be taken over as it is. */
export type KnownView = {
  readonly question: string;
  readonly lines: readonly string[];
  readonly from: string;
  readonly isAccepted: boolean;
};

/** A line that the server works out, on its page. */
export type LineView = { readonly page: string; readonly label: string; readonly lines: readonly string[] };

/** What a piece of work looks like to whoever does it. */
export type WorkPage = {
  readonly council: Council;
  readonly list: Form;
  /** The part that is shown; the first where it is none of the list's. */
  readonly part: string;
  /** What the work is called, for whom and by when, such as `{ label: "Due", value: "Friday 4 December 2026" }`. */
  readonly title: string;
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    /** Files that belong to it. */
    readonly links?: readonly { readonly href: string; readonly text: string }[];
  }[];
  /** What to know before one begins, from the person and the case. */
  readonly before: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly state: FormState;
  readonly known: readonly KnownView[];
  readonly lines: readonly LineView[];
  /** Where the work is posted, and the address of its page. */
  readonly action: string;
  readonly here: string;
};

const marks: Readonly<Record<LawNote['status'], string>> = {
  confirmed: '',
  secondary: ' (seen at second hand)',
  'from-memory': ' (to be checked at its source)',
  design: ' (our own choice)',
};

const notes = (law: readonly LawNote[] | undefined) =>
  (law ?? []).map(({ says, source, status }) => ({ says, source: `${source}${marks[status]}` }));

/**
 * The page of a piece of work, one part of its list at a time: what is asked, beside each question what is known of it and from where, what the
 * law wants, and the lines that are worked out. Works without JavaScript; everything on it comes from the list.
 */
export const workPage = ({
  council,
  list,
  part,
  title,
  facts,
  before,
  state,
  known,
  lines,
  action,
  here,
}: WorkPage): string => {
  const view = formView(list, state);
  const index = Math.max(
    0,
    list.sections.findIndex(({ id }) => id === part),
  );
  const section = list.sections[index];
  const asked = (page: Page, field: FieldView) => ({
    field,
    known: known.filter(({ question }) => question === field.name),
    law: notes(page.questions.find(({ id }) => id === field.name)?.law),
  });
  return render('pages/work.njk', {
    site: siteOf(council),
    title,
    facts: facts.map(({ label, value, links = [] }) => ({
      key: { text: label },
      value: { text: value },
      ...(links.length > 0 && {
        actions: { items: links.map((link) => ({ ...link, visuallyHiddenText: value })) },
      }),
    })),
    before,
    intro: list.intro,
    errors: view.errors,
    parts: list.sections.map(({ id, title: name }) => ({
      text: name,
      href: `${here}?part=${id}`,
      isHere: id === section?.id,
    })),
    heading: section?.title ?? '',
    pages: (view.sections[index]?.pages ?? []).map((drawn, at) => {
      const page = section?.pages[at];
      return {
        ...drawn,
        law: notes(page?.law),
        fields: drawn.fields.map((field) => (page ? asked(page, field) : { field, known: [], law: [] })),
        lines: lines.filter((line) => line.page === drawn.id),
      };
    }),
    action,
    part: section?.id ?? '',
    send: list.send,
  });
};
