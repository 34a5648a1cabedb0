import type { Draft } from '../../schemas/draft.ts';
import type { Form, Page, Question } from '../../schemas/form-language.ts';
import { isAboutSafety } from '../journey/case-following.ts';
import type { PageVisit } from './forms.ts';

/**
 * Whether an answer is never shown again on the pages of an unfinished form: two look at a form about two, at the same screen or when they come
 * back, and neither reads there what the other says of harm. A member of staff who fills it in for a caller reads it. Care Act 2014 s.42.
 */
export const isHiddenAnswer = (
  form: Pick<Form, 'answering'>,
  { taken }: Pick<Draft, 'taken'>,
  page: Pick<Page, 'sensitive'>,
  { id }: Pick<Question, 'id'>,
): boolean =>
  form.answering?.carer?.name !== undefined && taken === undefined && (page.sensitive === true || isAboutSafety(id));

/** The questions of a page whose answers are not shown again. */
export const hiddenOn = (
  form: Pick<Form, 'answering'>,
  draft: Pick<Draft, 'taken'>,
  { page }: Pick<PageVisit, 'page'>,
): ReadonlySet<string> =>
  new Set(page.questions.filter((question) => isHiddenAnswer(form, draft, page, question)).map(({ id }) => id));

/** Values of a page as they may be shown. */
export const withoutHidden = (
  values: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<string>,
): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([id]) => !hidden.has(id)));

/** What was typed on a page, with what it holds already where a field whose answer is not shown was left empty. */
export const withHidden = (
  typed: Readonly<Record<string, unknown>>,
  held: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<string>,
): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(held).filter(([id, value]) => hidden.has(id) && value !== undefined)),
  ...typed,
});
