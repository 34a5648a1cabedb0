import { inWords, type PageVisit } from '../../domain/forms/forms.ts';
import { withHidden } from '../../domain/forms/hidden-answers.ts';
import { bytesOf, roomForAnswers, toShorten } from '../../domain/forms/room-for-answers.ts';
import type { Today } from '../../schemas/answer-kinds.ts';
import { nameToTypist } from '../../schemas/answer-kinds.ts';
import { type Problem, readPage } from '../../schemas/answers.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { Form } from '../../schemas/form-language.ts';
import { problems } from '../runtime/problems.ts';
import { seenMark } from './draft-calls.ts';
import { changeRows } from './row-buttons.ts';
import { leftHalfFilled, valuesOn } from './unfinished-pages.ts';

type Kept = Pick<Draft, 'answers' | 'unfinished'>;

/** A page that somebody posted: what was read of it, and all its fields. */
export type PostedPage = {
  readonly visit: PageVisit;
  readonly given: Record<string, unknown>;
  readonly fields: URLSearchParams;
};

/** What is saved now of a page, beside what was typed there. */
export type SavedMeanwhile = readonly { readonly name: string; readonly lines: readonly string[] }[];

/**
 * What becomes of a posted page of an unfinished form: it is kept, as right or as it was typed, and then another address is asked for; or it can
 * only be shown again, since somebody must choose or nothing can be kept.
 */
export type TypedPage<K> =
  | { readonly kept: K; readonly then: 'next' | 'wrong' | 'as-typed' | { readonly rows: string } }
  | { readonly status: 400 | 409 | 413; readonly problems: Problem[]; readonly meanwhile?: SavedMeanwhile };

/** The most of one page that is taken into a form, in bytes; more is shown again with what was typed, as far as it is read at all. */
const pageLimit = 256 * 1024;

/** Whether the button that was pressed leaves the page, for later or for another part of the form. */
const isLeaving = (fields: URLSearchParams): boolean => ['later', 'parts'].includes(fields.get('action') ?? '');

/**
 * Reads a posted page into an unfinished form. Whatever is not right yet is kept as it was typed, and shown by an address of its own: going back
 * never asks to send a page again.
 *
 * @param how.bytes of the whole body
 * @param how.asTyped whether the page is only to be shown again, such as in other words
 * @param how.hidden questions whose answers the page did not show: left empty, they stay as they are
 */
export const typedPage = <K extends Kept>(
  form: Form,
  kept: K,
  { visit, given: posted, fields }: PostedPage,
  {
    today,
    bytes,
    asTyped = false,
    hidden,
  }: { today: Today; bytes: number; asTyped?: boolean; hidden?: ReadonlySet<string> },
): TypedPage<K> => {
  const id = visit.page.id;
  if (bytes > pageLimit) {
    const { title, detail } = problems.tooLarge(pageLimit).details;
    return { status: 413, problems: [{ field: '', message: `${title}. ${detail}` }] };
  }
  const given = hidden ? withHidden(posted, valuesOn(kept, visit), hidden) : posted;
  const rows = changeRows(fields.get('action') ?? 'continue', visit, given, fields);
  const typed = rows?.values ?? given;
  const read = readPage(form, id, today, kept.answers, typed);
  const now = read.ok ? read.answers : typed;
  const [before, after] = [kept.answers, now].map((own) => seenMark(visit.page, own, hidden));
  const isAsSaved = seenMark(visit.page, now) === seenMark(visit.page, kept.answers);
  const halfFilled = leftHalfFilled(kept, id, isAsSaved ? undefined : typed);
  if (fields.get('seen') !== before && after !== before) {
    return { status: 409, meanwhile: meanwhileIn(kept, visit, hidden), problems: read.ok ? [] : read.problems };
  }
  const saved = (next: K, then: Extract<TypedPage<K>, { kept: K }>['then']): TypedPage<K> => {
    const tooLong = tooLongHere(kept, visit, next);
    return tooLong.length > 0 ? { status: 400, problems: tooLong } : { kept: next, then };
  };
  if (asTyped) return saved(halfFilled, 'as-typed');
  if (rows) return saved(halfFilled, { rows: Object.entries(rows.rows).flat().join('.') });
  if (read.ok) return saved(leftHalfFilled({ ...kept, answers: read.answers }, id), 'next');
  const isEmpty = Object.keys(given).length === 0;
  // Leaving an empty page for later is no mistake.
  if (isLeaving(fields)) return saved(isEmpty ? leftHalfFilled(kept, id) : halfFilled, 'next');
  return saved(halfFilled, 'wrong');
};

/** What of a page is to be shortened, so that the form can be kept with it. A page that makes the form no longer is always kept. */
const tooLongHere = (before: Kept, { page: { id }, questions }: PageVisit, after: Kept): Problem[] => {
  const bytes = ({ answers, unfinished }: Kept) => bytesOf(answers) + (unfinished ? bytesOf(unfinished) : 0);
  const over = bytes(after) - roomForAnswers;
  if (over <= 0 || bytes(after) <= bytes(before)) return [];
  return toShorten(after.unfinished?.[id] ?? after.answers, questions, over);
};

const meanwhileIn = ({ answers }: Kept, { questions }: PageVisit, hidden?: ReadonlySet<string>): SavedMeanwhile =>
  questions
    .filter(({ id }) => !hidden?.has(id))
    .map((question) => ({ name: nameToTypist(question), lines: inWords(question, answers[question.id]) }));
