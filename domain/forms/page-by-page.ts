import { type Form, type Page, partsOf, type Question } from '../../schemas/form-language.ts';

const made = new WeakMap<Form, Form>();

/**
 * The form as it is asked without JavaScript, one step after another: a question that depends on an answer of its own page moves to a page
 * of its own after it, so that nobody meets a question that may not be for them. `urgent` becomes `urgent` and `urgent-2`. So does a question
 * that is answered with documents: its file goes another way than what is typed, which would be lost.
 *
 * All rules read it as they read the form itself: the questions, their conditions and their order within a section are the same.
 */
export const pageByPage = (form: Form): Form => {
  const known = made.get(form);
  if (known !== undefined) return known;
  const sections = form.sections.map((section) => ({ ...section, pages: section.pages.flatMap(steps) }));
  const paged: Form = { ...form, sections };
  made.set(form, paged);
  return paged;
};

const steps = (page: Page): Page[] => {
  const stepOf = new Map<string, number>();
  const found: Question[][] = [];
  for (const question of page.questions) {
    const waitsFor = partsOf(question.when).flatMap((part) => stepOf.get(part.question) ?? []);
    const earliest = waitsFor.length === 0 ? 0 : Math.max(...waitsFor) + 1;
    const step = stepFor(question, found, earliest);
    stepOf.set(question.id, step);
    found[step] = [...(found[step] ?? []), question];
  }
  const { opens, computed, guidance, law, links, phone, oneNeeded, ...rest } = page;
  const before = {
    ...(guidance && { guidance }),
    ...(law && { law }),
    ...(links && { links }),
    ...(phone && { phone }),
  };
  // What the page works out, and the work that it opens, read all its answers.
  const after = { ...(opens && { opens }), ...(computed && { computed }) };
  return found.filter(Boolean).map((questions, step, all) => ({
    ...rest,
    ...(step === 0 ? before : { id: `${page.id}-${step + 1}` }),
    ...(step === all.length - 1 && after),
    // Questions of which one must be answered wait for the same answers, so they stand at one step.
    ...(questions.some(({ id }) => oneNeeded?.of.includes(id)) && { oneNeeded }),
    questions,
  }));
};

/** The first step from `earliest` on where a question may stand: documents alone, and nothing beside documents. */
const stepFor = ({ type }: Question, found: readonly Question[][], earliest: number): number => {
  let step = earliest;
  while (found[step]?.some((other) => type === 'file' || other.type === 'file')) step += 1;
  return step;
};
