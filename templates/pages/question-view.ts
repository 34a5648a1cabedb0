import { holds } from '../../schemas/condition-holds.ts';
import type { Form, Page, Question, Section } from '../../schemas/form-language.ts';
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

/**
 * Draws one page up for the templates. A single question is the heading of its page; several stand under the page's title.
 *
 * @param state.values everything that has been answered, with what was typed on this page in place of what was saved
 * @param state.rows how many rows each table shows
 */
export const questionView = (
  form: Form,
  { section, page, questions }: { section: Section; page: Page; questions: readonly Question[] },
  state: FormState,
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
    section: part,
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
