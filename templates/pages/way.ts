import { say } from '../../schemas/say.ts';

/** A step of a case as it is told: where it stands, and the day on which it was done or by which it is expected, written out. */
type ToldStep = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly state: 'done' | 'now' | 'to-come';
  readonly on: string;
};

/** A step as the page shows it: `says` tells in words where it stands. */
type ShownStep = Pick<ToldStep, 'title' | 'text' | 'state'> & { readonly says: string };

/** The way of a case at a glance: one sentence, the steps that are done and folded, and those that are seen. */
export type Way = {
  readonly now: string;
  readonly folded: readonly ShownStep[];
  readonly shown: readonly ShownStep[];
};

/** Steps that are done are folded from so many on, so that a phone shows what happens now. */
const foldedFrom = 3;

const together = new Intl.ListFormat('en-GB');

const saysOf = ({ id, state, on }: ToldStep, isFirstToCome: boolean): string => {
  if (id === 'closed') return say`On ${on}`;
  if (state === 'done') return on ? say`Done on ${on}` : say`Done`;
  const isReview = id === 'next-review';
  if (state === 'now') {
    if (!on) return say`Now`;
    return isReview ? say`Now – we aim to do it by ${on}` : say`Now – we aim to be in touch by ${on}`;
  }
  if (isReview && on)
    return isFirstToCome ? say`Next – we aim to do it by ${on}` : say`Later – we aim to do it by ${on}`;
  return isFirstToCome ? say`Next` : say`Later`;
};

const sentence = (steps: readonly ToldStep[]): string => {
  const closed = steps.find(({ id }) => id === 'closed');
  if (closed) return say`This case was closed on ${closed.on}.`;
  const present = steps.filter(({ state }) => state === 'now');
  const now = say`Now: ${together.format(present.map(({ title }, at) => (at === 0 ? title : lower(title))))}.`;
  // Once support runs, its reviews go on for years, and no step is the last.
  if (present.some(({ id }) => id === 'running')) return now;
  const done = steps.filter(({ state }) => state === 'done').length;
  return done === 1
    ? say`${now} 1 of ${steps.length} steps is done.`
    : say`${now} ${done} of ${steps.length} steps are done.`;
};

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** How the way of a case is drawn: what is done is folded where it is much, all but the newest, then what happens now, then what comes. */
export const wayView = (steps: readonly ToldStep[]): Way => {
  const firstToCome = steps.find(({ state }) => state === 'to-come');
  const shown = steps.map((step): ShownStep => {
    const { title, state } = step;
    // What comes later is only named: what happens now and next is to be seen without scrolling.
    const text = state === 'to-come' && step !== firstToCome ? '' : step.text;
    return { title, text, state, says: saysOf(step, step === firstToCome) };
  });
  const done = shown.filter(({ state }) => state === 'done').length;
  const folds = done >= foldedFrom ? done - 1 : 0;
  return { now: sentence(steps), folded: shown.slice(0, folds), shown: shown.slice(folds) };
};
