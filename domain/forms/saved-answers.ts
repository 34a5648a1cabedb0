import { kindSchema, type Today, tidied } from '../../schemas/answer-kinds.ts';
import type { Answer, Answers } from '../../schemas/form-conditions.ts';
import { type Form, type Question, questionsOf } from '../../schemas/form-language.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { SavedAnswer, SavedAnswers, Writer } from '../../schemas/work-draft.ts';
import { inWords } from './forms.ts';

/** An answer as somebody saves it, and what they had before them: the version of the answer on their page, 0 where there was none. */
export type GivenAnswer = {
  readonly question: Question;
  readonly answer?: unknown;
  readonly unchanged: boolean;
  readonly basis: number;
  /** Of two texts, which is to stand; and the version of the other that they saw when they chose. */
  readonly choice?: { readonly keep: 'mine' | 'theirs'; readonly seen: number };
};

/** Who saves, when, from which open page, and for the how-manieth time. */
export type Saving = {
  readonly by: Writer;
  readonly at: IsoInstant;
  readonly version: number;
  readonly page?: string | undefined;
  readonly nth?: number | undefined;
};

/** Two people wrote an answer to the same question. */
export type Conflict = { readonly question: string; readonly theirs: SavedAnswer; readonly mine: GivenAnswer };

/** A text that does not stand: of the one who saves, or of somebody else who had written before. */
export type SetAside = {
  readonly question: string;
  readonly answer?: unknown;
  readonly over: number;
  readonly by: Writer;
  readonly at: IsoInstant;
};

const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, of]) => [key, shape(of)]),
  );
};

/** An answer as one text that is the same for all that says the same, however it was typed. */
export const inOneForm = (question: Question, answer: unknown): string =>
  JSON.stringify(shape(tidied(question, answer ?? null))) ?? '';

/** Whether two answers to a question say the same. */
const saysTheSame = (question: Question, one: unknown, other: unknown): boolean =>
  inOneForm(question, one) === inOneForm(question, other);

const isSame = ({ question, answer, unchanged }: GivenAnswer, saved: SavedAnswer | undefined): boolean =>
  saysTheSame(question, answer, saved?.answer) && (saved?.unchanged ?? false) === unchanged;

/** Who else has written an answer before it is written once more. */
const writersBefore = (saved: SavedAnswer | undefined, by: Writer): Writer[] => {
  if (saved === undefined) return [];
  const all = new Map([...(saved.before ?? []), saved.by].map((one) => [one.id, one]));
  all.delete(by.id);
  return [...all.values()].slice(-20);
};

/**
 * Answers after somebody has saved some of them. Each answer goes by itself: it conflicts only where somebody else, or another window of the
 * same person, changed that very answer after it was shown; then both stand, until one of them is chosen, and the other is set aside.
 */
export const savedOver = (
  saved: SavedAnswers,
  given: readonly GivenAnswer[],
  { by, at, version, page, nth }: Saving,
): { answers: SavedAnswers; changed: string[]; conflicts: Conflict[]; aside: SetAside[] } => {
  const answers: Record<string, SavedAnswer> = { ...saved };
  const changed: string[] = [];
  const conflicts: Conflict[] = [];
  const aside: SetAside[] = [];
  for (const mine of given) {
    const { id } = mine.question;
    const theirs = saved[id];
    if (isSame(mine, theirs)) continue;
    const isOwnPage = page !== undefined && theirs?.page === page && theirs.by.id === by.id;
    // What comes late from the same page is older than what stands.
    if (isOwnPage && (theirs.nth ?? 0) >= (nth ?? 0)) continue;
    const chosen = mine.choice?.seen === theirs?.version ? mine.choice?.keep : undefined;
    const own = { question: id, answer: mine.answer, over: theirs?.version ?? 0, by, at };
    if (theirs && theirs.version > mine.basis && !isOwnPage && chosen !== 'mine') {
      aside.push(own);
      if (chosen === undefined) conflicts.push({ question: id, theirs, mine });
      continue;
    }
    if (theirs && chosen === 'mine')
      aside.push({ question: id, answer: theirs.answer, over: theirs.version, by: theirs.by, at: theirs.at });
    const before = writersBefore(theirs, by);
    answers[id] = {
      ...(mine.answer !== undefined && { answer: mine.answer }),
      ...(mine.unchanged && { unchanged: true }),
      version,
      by,
      ...(before.length > 0 && { before }),
      at,
      ...(page !== undefined && { page, nth: nth ?? 0 }),
    };
    changed.push(id);
  }
  return { answers, changed, conflicts, aside };
};

/** What the answers of a draft come to: those that hold something, by their questions. They may be wrong: no rule has judged them. */
export const answersGiven = (saved: SavedAnswers): Answers =>
  Object.fromEntries(
    Object.entries(saved).flatMap(([id, { answer }]) => (answer === undefined ? [] : [[id, answer as Answer]])),
  );

const fits = (question: Question, answer: unknown, today: Today): boolean =>
  kindSchema(question, today).safeParse(tidied(question, answer)).success;

const asTyped = (answer: unknown): string[] => {
  if (Array.isArray(answer)) return answer.flatMap(asTyped);
  if (typeof answer !== 'object' || answer === null) return String(answer ?? '').split('\n');
  return [Object.values(answer).flatMap(asTyped).join('; ')];
};

/** An answer in words, and one that is none yet as it was typed. */
export const typedInWords = (question: Question, answer: unknown, today: Today): string[] => {
  if (tidied(question, answer ?? null) === undefined) return ['Not answered'];
  return fits(question, answer, today)
    ? inWords(question, tidied(question, answer) as Answer)
    : asTyped(answer).filter((line) => line !== '');
};

/** The questions whose answers cannot be taken as they stand. */
export const wrongAnswers = (list: Form, answers: Answers, today: Today): string[] =>
  questionsOf(list).flatMap(({ question }) =>
    answers[question.id] === undefined || fits(question, answers[question.id], today) ? [] : [question.id],
  );
