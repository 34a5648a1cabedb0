import { checkedAnswers } from '../../domain/forms/forms.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { WorkRecord } from '../../schemas/records.ts';
import { type AnswerInWords, recordedCopy, type Signed } from '../../templates/documents/correspondence.ts';
import type { Copy, CopyHead } from '../../templates/documents/document.ts';

type Answered = Pick<WorkRecord, 'answers' | 'added'>;

/** @param of the answers of which these are told */
const inWords = (list: Form, { answers, added }: Answered, of: Answers): AnswerInWords[] =>
  checkedAnswers(list, { ...answers, ...added })
    .filter(({ question }) => !question.notInCopy && of[question.id] !== undefined)
    .map(({ section, page, question, lines }) => ({
      section: page.title ?? section.title,
      name: question.copy ?? question.name,
      lines,
    }));

/** The answers to what a council has added to a list, for a copy that says the others in words of its own. */
export const addedInWords = (list: Form, record: Answered): AnswerInWords[] =>
  inWords(list, record, record.added ?? {});

/**
 * What was found in a piece of work as the person's copy, where its list gives one: under the headings of the list, and without what is for
 * staff alone.
 *
 * @param list as it asked: with the council's own questions, where it had some
 * @param under what stands under the record: signatures of the person, and sentences beside the list's own
 */
export const workCopy = (
  list: Form,
  record: WorkRecord,
  head: CopyHead,
  { signatures = [], end = [] }: { signatures?: readonly Signed[]; end?: readonly string[] } = {},
): Copy | undefined => {
  if (list.copyTitle === undefined) return undefined;
  const shown = inWords(list, record, { ...record.answers, ...record.added });
  return recordedCopy(list.copyTitle, shown, head, { end: [...(list.copyEnd ?? []), ...end], signatures });
};

/** A letter with the answers to the council's own questions at its end, as the letter itself says only what the list asks. */
export const withAdded = (letter: Copy, list: Form, record: WorkRecord, head: CopyHead): Copy => {
  const own = addedInWords(list, record);
  return own.length === 0 ? letter : { ...letter, blocks: [...letter.blocks, ...recordedCopy('', own, head).blocks] };
};
