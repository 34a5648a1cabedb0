import { holds } from '../condition-holds.ts';
import type { Answer } from '../form-conditions.ts';
import { type Condition, type Form, partsOf, type Question, questionsOf } from '../form-language.ts';
import { complaint } from './complaint.ts';
import { endSupport } from './end-support.ts';
import { equality } from './equality.ts';
import { financialAssessment } from './financial-assessment.ts';
import { query } from './query.ts';
import { reviewRequest } from './review-request.ts';
import { sendDocuments } from './send-documents.ts';
import { change, invitation, reviewDisagreement, visitChange } from './tell-us.ts';

/** The question of a case's forms that is answered with documents. */
export const proofQuestion = 'evidence';

/** Whether a form asks for documents. */
export const hasProof = (form: Form): boolean =>
  questionsOf(form).some(({ question }) => question.id === proofQuestion);

/** What is known of whoever is signed in. */
const knownPages: readonly string[] = ['contact', 'name', 'address', 'reach'];
const knownQuestions: readonly string[] = ['aboutWhom', 'caseReference'];

/**
 * A form as it is put to someone who is signed in to a case: we know who they are, whose case it is, where they live and how to answer them,
 * so that is not asked again. Documents are added on a page of their own, all of them at the one question for proof, and nobody has to.
 */
const signedIn = (form: Form): Form => ({
  ...form,
  sections: form.sections
    .map((section) => ({
      ...section,
      pages: section.pages
        .filter(({ id }) => !knownPages.includes(id))
        .map((page) => ({
          ...page,
          questions: page.questions
            .filter(({ id, type }) => (type !== 'file' || id === proofQuestion) && !knownQuestions.includes(id))
            .map((question): Question => (question.type === 'file' ? { ...question, optional: true } : question)),
        }))
        .filter(({ questions }) => questions.length > 0),
    }))
    .filter(({ pages }) => pages.length > 0),
});

/** What a person may ask or tell us while their case runs, by its name in the address. */
export const caseForms: ReadonlyMap<string, Form> = new Map(
  [
    reviewRequest,
    query,
    complaint,
    change,
    invitation,
    visitChange,
    reviewDisagreement,
    financialAssessment,
    endSupport,
    equality,
  ].map((form) => [form.id, signedIn(form)]),
);

/** All that a person may have sent while their case runs: those forms, and documents by themselves. */
export const requestForms: ReadonlyMap<string, Form> = new Map([...caseForms, [sendDocuments.id, sendDocuments]]);

const spared = new WeakMap<Form, Map<string, Form>>();

/**
 * A form without what is known of whoever answers it: what is known is not asked, nor what would not be asked after such an answer; what is asked in
 * any case after it waits for no answer any more.
 *
 * @param known answers by question; only those to questions of this form count
 */
export const withoutKnown = (form: Form, known: Readonly<Record<string, Answer>>): Form => {
  const ids = questionsOf(form).flatMap(({ question }) => (Object.hasOwn(known, question.id) ? [question.id] : []));
  if (ids.length === 0) return form;
  const conditions = new Set(
    questionsOf(form).flatMap(({ page, question }) =>
      [page.when, question.when].flatMap((when) => partsOf(when).map((part) => part.question)),
    ),
  );
  // What a condition may turn on is the same for many; a name is not, and stands in no key.
  const key = JSON.stringify(ids.map((id) => [id, conditions.has(id) ? known[id] : '']));
  const forms = spared.get(form) ?? new Map<string, Form>();
  spared.set(form, forms);
  const before = forms.get(key);
  if (before) return before;
  const isSettled = (when: Condition | undefined): boolean =>
    when !== undefined && partsOf(when).every((part) => ids.includes(part.question));
  const still = <T extends { when?: Condition | undefined }>(of: T): T[] => {
    if (!isSettled(of.when)) return [of];
    const { when, ...rest } = of;
    return holds(when, known) ? [rest as T] : [];
  };
  const sections = form.sections.flatMap((section) => {
    const pages = section.pages.flatMap(still).flatMap((page) => {
      const questions = page.questions.filter(({ id }) => !ids.includes(id)).flatMap(still);
      return questions.length > 0 ? [{ ...page, questions }] : [];
    });
    return pages.length > 0 ? [{ ...section, pages }] : [];
  });
  const made: Form = { ...form, sections };
  forms.set(key, made);
  return made;
};
