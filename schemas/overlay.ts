import * as z from 'zod';
import { provenance } from './council.ts';
import { type Answers, answered } from './form-conditions.ts';
import {
  type Form,
  form,
  formQuestion,
  partsOf,
  type Question,
  questionName,
  questionsOf,
  sentence,
} from './form-language.ts';
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
  /**
   * New words by question: what is left out stays as it is. `name` is what the check page and what is wrong call it, `error` how to put it right, `copy`
   * its heading in the copy, and `easyRead` how it is asked in Easy Read.
   */
  reword: z
    .record(
      z.string(),
      z
        .strictObject({
          label: words.optional(),
          hint: words.optional(),
          name: questionName.optional(),
          error: sentence.optional(),
          copy: words.optional(),
          easyRead: words.optional(),
        })
        .refine((put) => Object.keys(put).length > 0, {
          error: 'Give at least one of label, hint, name, error, copy, easyRead',
        }),
    )
    .optional(),
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

/**
 * Questions that need not be answered and must be asked: without them somebody cannot be reached, not safely, or not in a way that they can read, and
 * what they ask goes to no case.
 */
export const neededToReach: ReadonlySet<string> = new Set([
  ...['phone', 'email', 'safeToLeaveMessage', 'safeContact', 'formats', 'talkAlone'],
  ...['carerPhone', 'carerEmail', 'carerSafeToLeaveMessage', 'carerSafeContact', 'carerFormats', 'carerTalkAlone'],
  ...['carerContact', 'whomToRing', 'caseReference'],
]);

/** Words in braces that a list may have, for whoever types: those of `schemas/voices.ts`, of the persons of whom the list speaks. */
const wrongBraces = (base: Form, text: string): string[] => {
  const parties = ['subject', 'carer', 'cared'].filter((party) => base.answering && party in base.answering);
  const known = new RegExp(
    `^\\{(?:(?:${parties.join('|') || '-'}):)?(?:[Yy]our?|[Tt]h(?:ey|eir|em|emselves)|else|named|[A-Za-z]+ you|[Yy]ou [a-z]+)\\}$`,
  );
  const braces = text.match(/\{[^}]*\}?|\}/g) ?? [];
  return braces.filter((one) => base.audience === 'staff' || !known.test(one));
};

/** The words that an overlay puts into a list, each with where it stands. */
const wordsPut = ({ reword = {}, add = [] }: Overlay): (readonly [string, string])[] => [
  ...Object.entries(reword).flatMap(([id, put]) =>
    Object.entries(put).map(([what, text = '']) => [`reword.${id}.${what}`, text] as const),
  ),
  ...add.flatMap(({ question }, at) =>
    [question.label, question.hint ?? '', question.name, question.error].map(
      (text) => [`add[${at}].question`, text] as const,
    ),
  ),
];

/** What a council may not do to a list, each as a sentence that names the field; none where the overlay fits. */
export const overlayFaults = (base: Form, own: Overlay): string[] => {
  const { reword = {}, hide = [], add = [] } = own;
  const questions = new Map(questionsOf(base).map(({ question }) => [question.id, question]));
  const pages = base.sections.flatMap((section) => section.pages);
  const neededBy = new Set(
    [
      ...questionsOf(base).flatMap(({ page, question }) => [...partsOf(page.when), ...partsOf(question.when)]),
      ...pages.flatMap(({ opens = [] }) => opens.flatMap(({ when }) => partsOf(when))),
      ...pages.flatMap(({ links = [] }) => links.flatMap(({ when }) => partsOf(when))),
      ...base.exits.flatMap(({ when }) => partsOf(when)),
    ].map(({ question }) => question),
  );
  const summed = new Set(
    pages.flatMap(({ computed = [] }) =>
      computed.flatMap((line) => ('sum' in line ? line.sum.map((part) => part.split('.')[0] ?? part) : [])),
    ),
  );
  const oneOf = new Set(pages.flatMap(({ oneNeeded }) => oneNeeded?.of ?? []));
  const daysBefore = new Set(
    [...questions.values()].flatMap((one) => (one.type === 'date' && one.notBefore ? [one.notBefore] : [])),
  );
  const spokenOf = new Set(
    Object.values(base.answering ?? {}).flatMap((of) => (typeof of === 'object' && 'name' in of ? [of.name] : [])),
  );
  const unknown = (where: string, id: string) => `${where}: the list “${base.id}” has no question “${id}”`;
  const whyNotHidden = (id: string): string | undefined => {
    const question = questions.get(id);
    if (question === undefined) return unknown(`hide`, id);
    if (question.statutory) return `hide: the law wants “${id}” asked. Put it into other words with “reword”`;
    if (!question.optional)
      return `hide: “${id}” must be answered, so it cannot be left out. Only optional questions can`;
    if (neededToReach.has(id))
      return `hide: without “${id}” somebody cannot be reached, or not safely. Put it into other words with “reword”`;
    if (neededBy.has(id) || summed.has(id) || daysBefore.has(id))
      return `hide: other questions or sums depend on “${id}”`;
    if (oneOf.has(id)) return `hide: one of several is needed on the page of “${id}”, so it must be asked`;
    if (spokenOf.has(id)) return `hide: the list calls somebody by the answer to “${id}”, so it must be asked`;
    if (id in reword) return `hide: “${id}” is put into other words too. Leave out one of the two`;
    return undefined;
  };
  const easyLeft = Object.entries(reword).flatMap(([id, { label, easyRead }]) => {
    const question = questions.get(id);
    if (question === undefined) return [];
    const easy = 'easyRead' in question && question.easyRead !== undefined;
    if (easy && label && !easyRead) return [`reword: “${id}” is asked in Easy Read in other words. Give easyRead too`];
    return !easy && easyRead ? [`reword: “${id}” has no words of its own in Easy Read. Leave easyRead out`] : [];
  });
  const names = add.map(({ question }) => question.id);
  const faults = [
    ...Object.keys(reword).flatMap((id) => (questions.has(id) ? [] : [unknown('reword', id)])),
    ...easyLeft,
    ...hide.flatMap((id, at) => (hide.indexOf(id) < at ? [`hide: “${id}” is there twice`] : (whyNotHidden(id) ?? []))),
    ...add.flatMap(({ page, question }, at) => [
      ...(pages.some(({ id }) => id === page)
        ? []
        : [`add: the list “${base.id}” has no page “${page}”. There are ${pages.map(({ id }) => id).join(', ')}`]),
      ...(isAdded(question.id)
        ? []
        : [`add: the name “${question.id}” must begin with “council”, like “councilParking”`]),
      ...(names.indexOf(question.id) < at ? [`add: the name “${question.id}” is there twice`] : []),
      ...(question.statutory ? [`add: “${question.id}” cannot be statutory, since a council asks it`] : []),
    ]),
    ...wordsPut(own).flatMap(([where, text]) =>
      wrongBraces(base, text).map((brace) =>
        base.audience === 'staff'
          ? `${where}: a list of staff has no words in braces (it has ${brace})`
          : `${where}: no list has ${brace}. Words in braces are such as {you}, {your}, {they} and {do you}`,
      ),
    ),
  ];
  // What only the whole list shows: a condition on what is asked later, or on an answer that nobody can give.
  return faults.length > 0
    ? faults
    : (form.safeParse(laidOver(base, own)).error?.issues ?? []).map(({ message }) => message);
};

const reworded = (question: Question, { reword = {} }: Overlay): Question => {
  const put = reword[question.id];
  if (put === undefined) return question;
  const { label = question.label, name = question.name, error = question.error, hint, copy, easyRead } = put;
  const easy = 'easyRead' in question ? question.easyRead : undefined;
  return {
    ...question,
    label,
    name,
    error,
    ...(hint && { hint }),
    ...(copy && { copy }),
    ...(easy && easyRead && { easyRead: { ...easy, label: easyRead } }),
  };
};

/** A list with what a council changes in it, whether or not it may. */
const laidOver = (base: Form, own: Overlay) => {
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
  return { ...base, sections: sections.filter(({ pages }) => pages.length > 0) };
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
  const whole = form.parse(laidOver(base, own));
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
