import * as z from 'zod';
import { provenance } from './council.ts';
import { type Answers, answered } from './form-conditions.ts';
import { type Form, form, formQuestion, partsOf, type Question, questionsOf } from './form-language.ts';
import { taskKind } from './task.ts';

/**
 * What a council changes in a question list, as data under `lists` in `councils/<slug>/council.json`: it may put questions into its own words, leave
 * optional ones out and ask some of its own. Questions that the law wants stay, whatever they are called.
 */
const words = z.string().trim().min(2).max(600);

const overlay = z.strictObject({
  /** Goes up with every change; kept with the answers that it asked for. */
  version: z.int().positive(),
  /** Where the changes come from; managers see under “Settings” what the council has not confirmed. */
  provenance: provenance.optional(),
  /** New words by question: what is left out stays as it is. */
  reword: z.record(z.string(), z.strictObject({ label: words.optional(), hint: words.optional() })).optional(),
  hide: z.array(z.string()).min(1).optional(),
  /** Questions of the council's own, each at the end of a page and shown to whoever does a kind of work. */
  add: z
    .array(z.strictObject({ page: z.string(), shownIn: taskKind, question: formQuestion }))
    .min(1)
    .optional(),
});
export type Overlay = z.infer<typeof overlay>;

/** A council's overlays, by the id of the list. */
export const overlays = z.record(z.string(), overlay);
export type Overlays = z.infer<typeof overlays>;

/** Names of questions that a council adds begin so, and no list's own do: its answers are kept apart and never collide with a later version. */
export const isAdded = (question: string): boolean => /^council[A-Z]/.test(question);

/** What a council may not do to a list, each as a sentence that names the field; none where the overlay fits. */
export const overlayFaults = (base: Form, { reword = {}, hide = [], add = [] }: Overlay): string[] => {
  const questions = new Map(questionsOf(base).map(({ question }) => [question.id, question]));
  const pages = base.sections.flatMap((section) => section.pages);
  const neededBy = new Set(
    [
      ...questionsOf(base).flatMap(({ page, question }) => [...partsOf(page.when), ...partsOf(question.when)]),
      ...pages.flatMap(({ opens = [] }) => opens.flatMap(({ when }) => partsOf(when))),
      ...base.exits.flatMap(({ when }) => partsOf(when)),
    ].map(({ question }) => question),
  );
  const summed = new Set(
    pages.flatMap(({ computed = [] }) => computed.flatMap((line) => ('sum' in line ? line.sum : []))),
  );
  const unknown = (where: string, id: string) => `${where}: the list “${base.id}” has no question “${id}”`;
  const whyNotHidden = (id: string): string | undefined => {
    const question = questions.get(id);
    if (question === undefined) return unknown(`hide`, id);
    if (question.statutory) return `hide: the law wants “${id}” asked. Put it into other words with “reword”`;
    if (!question.optional)
      return `hide: “${id}” must be answered, so it cannot be left out. Only optional questions can`;
    if (neededBy.has(id) || summed.has(id)) return `hide: other questions or sums depend on “${id}”`;
    return undefined;
  };
  return [
    ...Object.keys(reword).flatMap((id) => (questions.has(id) ? [] : [unknown('reword', id)])),
    ...hide.flatMap((id) => whyNotHidden(id) ?? []),
    ...add.flatMap(({ page, question }) => [
      ...(pages.some(({ id }) => id === page) ? [] : [`add: the list “${base.id}” has no page “${page}”`]),
      ...(isAdded(question.id)
        ? []
        : [`add: the name “${question.id}” must begin with “council”, like “councilParking”`]),
      ...(question.statutory ? [`add: “${question.id}” cannot be statutory, since a council asks it`] : []),
    ]),
  ];
};

const reworded = (question: Question, { reword = {} }: Overlay): Question => {
  const words = reword[question.id];
  return words === undefined
    ? question
    : { ...question, ...(words.label && { label: words.label }), ...(words.hint && { hint: words.hint }) };
};

/** Each pair is put together once, and then is the same list for whoever keeps something beside it. */
const made = new WeakMap<Form, WeakMap<Overlay, Form>>();

/**
 * A list as one council asks it. Without an overlay it is the list itself.
 *
 * @throws RangeError with every fault where the overlay does not fit: a test reads all of them, so none is met at work
 */
export const withOverlay = (base: Form, own: Overlay | undefined): Form => {
  if (own === undefined) return base;
  const known = made.get(base)?.get(own);
  if (known) return known;
  const faults = overlayFaults(base, own);
  if (faults.length > 0) throw new RangeError(faults.join('; '));
  const sections = base.sections.map((section) => ({
    ...section,
    pages: section.pages
      .map((page) => ({
        ...page,
        // A page of one question may have no title of its own; with a second one it needs one.
        questions: [
          ...page.questions.filter(({ id }) => !own.hide?.includes(id)).map((question) => reworded(question, own)),
          ...(own.add ?? []).flatMap((added) => (added.page === page.id ? [added.question] : [])),
        ],
      }))
      .map((page) => (page.questions.length > 1 && page.title === undefined ? { ...page, title: section.title } : page))
      .filter(({ questions }) => questions.length > 0),
  }));
  const whole = form.parse({ ...base, sections: sections.filter(({ pages }) => pages.length > 0) });
  const of = made.get(base) ?? new WeakMap<Overlay, Form>();
  made.set(base, of.set(own, whole));
  return whole;
};

/** Answers in the two parts in which they are kept: the list's own, and those to what the council has added. */
export const splitAnswers = <T>(
  answers: Readonly<Record<string, T>>,
): { own: Record<string, T>; added: Record<string, T> } => {
  const part = (wanted: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => isAdded(id) === wanted));
  return { own: part(false), added: part(true) };
};

/** Answers as they are kept: with the list and its version, what the council changed in it, and its own questions' answers apart. */
export const keptAnswers = (list: Pick<Form, 'id' | 'version'>, own: Overlay | undefined, answers: Answers) => {
  const parts = splitAnswers(answers);
  return {
    ...answered(list, parts.own),
    ...(own && { overlayVersion: own.version }),
    ...(Object.keys(parts.added).length > 0 && { added: parts.added }),
  };
};
