import { checkedAnswers } from '../../domain/forms/forms.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { WorkRecord } from '../../schemas/records.ts';
import { recordedCopy } from '../../templates/documents/correspondence.ts';
import type { Copy, CopyHead } from '../../templates/documents/document.ts';

/**
 * What was found in a piece of work as the person's copy, where its list gives one: under the headings of the list, and without what is for
 * staff alone.
 *
 * @param list as it asked: with the council's own questions, where it had some
 */
export const workCopy = (list: Form | undefined, record: WorkRecord, head: CopyHead): Copy | undefined => {
  if (list?.copyTitle === undefined) return undefined;
  const answers = { ...record.answers, ...record.added };
  const shown = checkedAnswers(list, answers)
    .filter(({ question }) => !question.notInCopy && answers[question.id] !== undefined)
    .map(({ section, page, question, lines }) => ({
      section: page.title ?? section.title,
      name: question.copy ?? question.name,
      lines,
    }));
  return recordedCopy(list.copyTitle, shown, head);
};
