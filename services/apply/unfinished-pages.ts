import { type PageVisit, pagesThatApply } from '../../domain/forms/forms.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { Form } from '../../schemas/form-language.ts';
import { spoken, spokenTitle } from '../../schemas/voices.ts';

type Unfinished = Pick<Draft, 'answers' | 'unfinished'>;

/** What a page of the form shows: what was typed there and left for later, in place of what was answered before. */
export const valuesOn = (
  { answers, unfinished }: Unfinished,
  { page, questions }: PageVisit,
): Record<string, unknown> => {
  const typed = unfinished?.[page.id];
  if (typed === undefined) return answers;
  const own = Object.fromEntries(questions.map(({ id }) => [id, typed[id]]));
  return { ...answers, ...own };
};

/** The draft with a page that was left half filled; `typed` is undefined once the page is right, or was left empty. */
export const leftHalfFilled = <D extends Unfinished>(draft: D, pageId: string, typed?: Record<string, unknown>): D => {
  const { [pageId]: _before, ...others } = draft.unfinished ?? {};
  const left = typed === undefined ? others : { ...others, [pageId]: typed };
  const { unfinished: _were, ...rest } = draft;
  return (Object.keys(left).length > 0 ? { ...rest, unfinished: left } : rest) as D;
};

/** The pages that were left half filled, as far as the answers still lead to them, in order. */
export const unfinishedPages = (form: Form, { answers, unfinished }: Unfinished): PageVisit[] =>
  unfinished ? pagesThatApply(form, answers).filter(({ page }) => unfinished[page.id] !== undefined) : [];

/** What a page is called, as its heading is. */
export const pageName = (form: Form, { answers }: Unfinished, { section, page, questions }: PageVisit): string => {
  const [only] = questions;
  if (only && questions.length === 1) return spoken(form, answers, only.label, only.about);
  return spokenTitle(form, answers, page.title === undefined ? section : page);
};
