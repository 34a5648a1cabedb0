import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { exampleAnswersTo } from '../../schemas/forms/example-people.ts';
import { say } from '../../schemas/say.ts';
import { type FormSize, sizeOf, sizeOfPages } from './form-size.ts';
import { pagesThatApply, taskList } from './forms.ts';
import { pageByPage } from './page-by-page.ts';

/**
 * How many seconds each thing on a form takes. They are assumptions about somebody who is ill or tired, well below what was measured of adults who
 * are neither: 150 words a minute are read (measured: 238 on average), and a text of one's own is written at 15 words a minute on a phone (measured: 36 where
 * a text is copied, 19 at a keyboard where it is thought of). They stand here alone; managers see beside them how long people took (`time-spent.ts`).
 *
 * @see Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109 (2019), 104047
 * @see Palin, Feit, Kim, Kristensson, Oulasvirta, How do people type on mobile devices?, MobileHCI 2019
 * @see Karat, Halverson, Horn, Karat, Patterns of entry and correction in large vocabulary continuous speech recognition systems, CHI 1999
 */
export const secondsFor = {
  /** A page loads, one sees what it is about, and finds “Continue” at its end. */
  page: 8,
  /** A question of about 20 words with its hint and options (8 seconds to read), and a choice or a few words (6 seconds). */
  field: 14,
  /** A text that may be left out: most read it and go on, and about one in four writes. */
  optionalText: 30,
  /** A text that must be written: two or three sentences, 30 words at 15 words a minute on a phone. */
  neededText: 120,
  /** An answer is looked over before the form is sent. */
  check: 2,
} as const;

/** From how many to how many seconds something takes. */
export type TimeNeeded = { readonly least: number; readonly most: number };

const secondsOf = ({ pages, fields, longTexts, mustWrite }: FormSize): number =>
  pages * secondsFor.page +
  (fields - longTexts) * secondsFor.field +
  (longTexts - mustWrite) * secondsFor.optionalText +
  mustWrite * secondsFor.neededText;

const among = (seconds: readonly number[]): TimeNeeded => ({
  least: Math.min(...seconds),
  most: Math.max(...seconds),
});

/** How long a whole form takes somebody with these answers, from its first page until it is sent. */
export const secondsToFill = (form: Form, answers: Answers): number => {
  const size = sizeOf(form, answers);
  return secondsOf(size) + size.fields * secondsFor.check;
};

/** How long a form takes the people by whom its length is judged. */
export const timeForForm = (form: Form): TimeNeeded =>
  among(exampleAnswersTo(form).map((answers) => secondsToFill(form, answers)));

/** How long people are told that a form takes: what the council has found, or else what is counted. */
export const timeTold = ({ formMinutes }: Pick<Council, 'formMinutes'>, form: Form): TimeNeeded => {
  const own = formMinutes?.[form.id];
  return own ? { least: own.least * 60, most: own.most * 60 } : timeForForm(form);
};

/** What is still to be filled in of a form: of each part that is not finished, by its id, and of all of them. */
export type TimeLeft = { readonly parts: ReadonlyMap<string, TimeNeeded>; readonly whole: TimeNeeded };

/**
 * How long the rest of a form takes. What somebody has answered counts; what they have not, as each of the example people would answer it, so
 * that the span grows narrower with every answer. A page with an answer on it is behind them.
 *
 * @param unfinished ids of pages that were left half filled
 */
export const timeLeft = (form: Form, answers: Answers, unfinished: ReadonlySet<string> = new Set()): TimeLeft => {
  const open = taskList(form, answers, unfinished).filter(({ status }) => status !== 'completed');
  const paged = pageByPage(form);
  const lives = exampleAnswersTo(form).map((example) => {
    const all = { ...example, ...answers };
    const ahead = pagesThatApply(paged, all).filter(
      ({ page, questions }) => unfinished.has(page.id) || questions.every(({ id }) => answers[id] === undefined),
    );
    return open.map(({ section }) =>
      secondsOf(
        sizeOfPages(
          ahead.filter((visit) => visit.section.id === section.id),
          all,
        ),
      ),
    );
  });
  return {
    parts: new Map(open.map(({ section }, at) => [section.id, among(lives.map((life) => life[at] ?? 0))])),
    whole: among(lives.map((life) => life.reduce((sum, seconds) => sum + seconds, 0))),
  };
};

/** A short time to the minute, a longer one to five, never less than it takes. */
const inMinutes = (seconds: number): number => {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5;
};

/** A time in words that stand after “It takes”: "about 5 minutes", "5 to 15 minutes". Two minutes more or less are not told. */
export const timeInWords = ({ least, most }: TimeNeeded): string => {
  const [from, to] = [inMinutes(least), inMinutes(most)];
  if (to - from > 2) return say`${from} to ${to} minutes`;
  return to === 1 ? say`about 1 minute` : say`about ${to} minutes`;
};
