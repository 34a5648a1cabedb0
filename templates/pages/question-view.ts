import type { Form, Page, Question, Section } from '../../schemas/form-language.ts';
import { type FormState, formView, isAboutHelper, isAboutTypist } from './form-view.ts';

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
  const { sections, errors, sensitive } = formView(
    alone(form, section, page, questions),
    { ...state, rows: state.rows ?? {} },
    // The page as it stands in its form: alone, it does not say who is asked.
    () => isAboutTypist(form, page, state.values),
  );
  const [view] = sections.flatMap(({ pages }) => pages);
  const fields = view?.fields ?? [];
  const single = fields.length === 1;
  return {
    section: section.title,
    heading: single ? '' : (page.title ?? section.title),
    name: single ? (fields[0]?.label ?? '') : (page.title ?? section.title),
    guidance: page.guidance ?? [],
    fields,
    errors,
    sensitive,
    easyRead: state.easyRead ?? false,
    single,
    aboutThem:
      isForSomeoneElse(form, state.values) &&
      !isAboutHelper(form, page) &&
      questions.some(({ forHelper }) => !forHelper),
  };
};

const isForSomeoneElse = ({ answering }: Form, values: FormState['values']): boolean =>
  answering?.forSomeoneElse.some((who) => who === values[answering.question]) ?? false;
