import { holds } from '../../schemas/condition-holds.ts';
import type { Form, Page, Question, Section } from '../../schemas/form-language.ts';
import { say } from '../../schemas/say.ts';
import { spoken, spokenTitle } from '../../schemas/voices.ts';
import { type FormState, formView } from './form-view.ts';

/** One page of a form: only the questions that are asked, so that none says when to answer it. */
const alone = (form: Form, section: Section, page: Page, questions: readonly Question[]): Form => ({
  ...form,
  exits: [],
  sections: [
    {
      ...section,
      pages: [{ ...unconditional(page), questions: questions.map(unconditional) }],
    },
  ],
});

const unconditional = <T extends { when?: unknown }>({ when: _holdsAlready, ...rest }: T) => rest as T;

/** Where a page stands in its form, as `placeOf` of the domain counts it. */
export type Place = 'optional' | { readonly of: 'parts' | 'pages'; readonly at: number; readonly total: number };

/** The line above a page’s heading: which part of how many this is, and what the part is called. */
export const placedIn = (title: string, place: Place | undefined): string => {
  if (place === undefined) return title;
  if (place === 'optional') return say`Optional part: ${title}`;
  const { of, at, total } = place;
  return of === 'parts' ? say`Part ${at} of ${total}: ${title}` : say`Page ${at} of ${total}: ${title}`;
};

/**
 * Draws one page up for the templates. A single question is the heading of its page; several stand under the page's title.
 *
 * @param state.values everything that has been answered, with what was typed on this page in place of what was saved
 * @param state.place where it stands in the form
 * @param state.rows how many rows each table shows
 */
export const questionView = (
  form: Form,
  { section, page, questions }: { section: Section; page: Page; questions: readonly Question[] },
  state: FormState & { readonly place?: Place | undefined },
) => {
  const { sections, errors, sensitive } = formView(alone(form, section, page, questions), {
    ...state,
    rows: state.rows ?? {},
  });
  const [view] = sections.flatMap(({ pages }) => pages);
  const fields = view?.fields ?? [];
  const single = fields.length === 1;
  const part = spokenTitle(form, state.values, section);
  const title = page.title === undefined ? part : spokenTitle(form, state.values, page);
  return {
    section: placedIn(part, state.place),
    heading: single ? '' : title,
    name: single ? (fields[0]?.label ?? '') : title,
    guidance: (page.guidance ?? []).map((line) => spoken(form, state.values, line)),
    links: (page.links ?? []).filter(({ when }) => holds(when, state.values)),
    phone: page.phone ?? false,
    fields,
    errors,
    sensitive,
    easyRead: state.easyRead ?? false,
    single,
  };
};
