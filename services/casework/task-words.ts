import { missingAnswers, taskList } from '../../domain/forms/forms.ts';
import { type KnownAnswer, takenOver } from '../../domain/forms/known-answers.ts';
import { answersGiven, typedInWords, wrongAnswers } from '../../domain/forms/saved-answers.ts';
import { daysBetween, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, readableTime } from '../../domain/time/readable-date.ts';
import type { Form } from '../../schemas/form-language.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { SavedAnswers, WorkAside } from '../../schemas/work-draft.ts';
import type { FormState } from '../../templates/pages/form-view.ts';
import type { AsideView, KnownView } from '../../templates/staff/task-view.ts';
import type { WorkDraft } from '../work/work-drafts.ts';
import { writingNow } from '../work/work-drafts.ts';
import type { OpenedTask } from './opened-task.ts';
import { isSentBack } from './sent-back.ts';

/** A time of today as "10:42am", of another day with its date. */
export const timeWords = (at: IsoInstant, now: IsoInstant): string => {
  const [day, today] = [londonDate(at), londonDate(now)];
  return day === today ? `at ${readableTime(at)}` : `on ${readableDate(day)} at ${readableTime(at)}`;
};

/** When work is due, and how late it is. */
export const dueWords = (dueOn: IsoDate, today: IsoDate): string => {
  const late = daysBetween(dueOn, today);
  const words = late > 0 ? `, ${late} ${late === 1 ? 'day' : 'days'} late` : late === 0 ? ', today' : '';
  return `${readableDate(dueOn)}${words}`;
};

/** Who else is writing on it: "R is writing since 10:31am." */
export const alsoWords = (writers: WorkDraft['writers'], now: IsoInstant, me: string): string =>
  writingNow(writers, now, me)
    .map(({ name, since }) => `${name} is writing on this task since ${readableTime(since)}.`)
    .join(' ');

/** The last save, and what happens to what is typed where no script runs. */
export const savedWords = (answers: SavedAnswers, now: IsoInstant): string => {
  const last = Object.values(answers).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  const said = last ? `Last saved ${timeWords(last.at, now)} by ${last.by.name}.` : 'Nothing is saved yet.';
  return `${said} Press “Save” before you leave: what you have not saved may be lost.`;
};

/** Where a known answer is from: "Needs assessment, Friday 4 December 2026". */
const fromWords = ({ from }: KnownAnswer): string =>
  from.at ? `${from.title}, ${readableDate(londonDate(from.at))}` : from.title;

/** What is known, as a page shows it beside each question. */
export const knownViews = (known: readonly KnownAnswer[], saved: SavedAnswers): KnownView[] =>
  known.map((one) => ({
    question: one.question,
    lines: one.lines,
    from: fromWords(one),
    take: takenOver(known, one.question) === one ? (one.isAccepted ? 'unchanged' : 'copy') : '',
    isTaken: takenOver(known, one.question) === one && saved[one.question]?.unchanged === true,
    isLastTime: one.from.title === 'Last time',
    isSentBack: isSentBack(one),
  }));

/** Questions whose answer was confirmed as unchanged from what is not known so any more. */
export const staleAnswers = (known: readonly KnownAnswer[], saved: SavedAnswers): string[] =>
  Object.entries(saved).flatMap(([id, { unchanged, answer }]) => {
    const now = takenOver(known, id);
    return unchanged && JSON.stringify(now?.answer) !== JSON.stringify(answer) ? [id] : [];
  });

/** Texts that gave way and say something else than what stands. */
export const asideViews = (
  list: Form,
  aside: readonly WorkAside[],
  saved: SavedAnswers,
  now: IsoInstant,
): AsideView[] =>
  aside.flatMap((one) => {
    const question = questionsOf(list).find((of) => of.question.id === one.question)?.question;
    if (question === undefined || JSON.stringify(saved[one.question]?.answer) === JSON.stringify(one.answer)) return [];
    const lines = typedInWords(question, one.answer, () => londonDate(now));
    return [{ question: one.question, lines, name: one.by.name, when: timeWords(one.at, now) }];
  });

/** The values of a form: what is saved, and in place of it what was just typed. */
export const stateOf = (saved: SavedAnswers, more: Partial<FormState> = {}): FormState => ({
  values: answersGiven(saved),
  problems: [],
  rows: {},
  ...more,
});

const statusOf = {
  'cannot-start-yet': { text: 'Not started' },
  'not-started': { text: 'Not started' },
  'in-progress': { tag: { text: 'In progress', classes: 'govuk-tag--light-blue' } },
  completed: { text: 'Completed' },
  optional: { text: 'Optional' },
  wrong: { tag: { text: 'Put right', classes: 'govuk-tag--red' } },
} as const;

/** The sections of a task that its answers lead to, each with how far it is. None waits for another. */
export const sectionsOf = ({ list, known }: OpenedTask, saved: SavedAnswers, now: IsoInstant) => {
  const answers = answersGiven(saved);
  const wrong = new Set([...wrongAnswers(list, answers, () => londonDate(now)), ...staleAnswers(known, saved)]);
  const missing = missingAnswers(list, answers);
  return taskList(list, answers).map(({ section, status }) => {
    const ids = section.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    const left = missing.filter((one) => one.section === section).length;
    return {
      section,
      status: statusOf[ids.some((id) => wrong.has(id)) ? 'wrong' : status],
      hint: status === 'in-progress' ? `${left} more to answer` : '',
    };
  });
};

/** The name of the person whom a task is for; empty where nobody knows yet. */
export const forWhom = ({ whole }: Pick<OpenedTask, 'whole'>): string =>
  whole ? `${whole.person.firstName} ${whole.person.lastName}` : '';
