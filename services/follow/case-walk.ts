import { namesOf } from '../../domain/forms/documents.ts';
import { type PageVisit, pagesThatApply } from '../../domain/forms/forms.ts';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { maySign } from '../../domain/journey/case-following.ts';
import { planToAgree } from '../../domain/journey/case-progress.ts';
import { knownOfSender } from '../../domain/journey/known-of-sender.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { caseForms, hasProof, proofQuestion, withoutKnown } from '../../schemas/forms/case-forms.ts';
import { financialAssessment } from '../../schemas/forms/financial-assessment.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';
import type { Deps } from '../deps.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { type CaseCall, type CaseReader, casePath } from './case-access.ts';
import { createCaseDocuments } from './case-documents.ts';
import { createKeptCaseForms, type KeptCaseForm } from './kept-case-forms.ts';

/** A form of a case as somebody walks through it, page by page, with what they have answered so far. */
export type CaseWalk = {
  readonly request: CouncilRequest;
  readonly reader: CaseReader;
  /** As it is asked of who is signed in: one step after another, without what is known of them. */
  readonly form: Form;
  readonly kept: KeptCaseForm;
  /** What the sign-in tells, as answers to questions that are therefore not asked. */
  readonly known: Answers;
  /** Documents that wait in the case and go with it, where it asks for proof. */
  readonly documents: ReadonlyMap<string, string>;
};

/** The address of a page of a form of a case. */
export const walkPath = ({ reader, form }: Pick<CaseWalk, 'reader' | 'form'>, rest = ''): string =>
  casePath(reader.careCase, `ask/${form.id}${rest}`);

/** The address of one page of questions; `change` comes back to where the answers are checked. */
export const stepPath = (walk: Pick<CaseWalk, 'reader' | 'form'>, id: string, query = ''): string =>
  walkPath(walk, `/pages/${id}${query && `?${query}`}`);

/** Whether a form is one page, which is sent from there; the answers of a longer one are checked first. */
export const isOnePage = ({ sections }: Form): boolean => sections.flatMap(({ pages }) => pages).length === 1;

/** The answers that a walk has so far: what was typed, and documents that wait. */
export const answersOf = ({ kept, documents }: Pick<CaseWalk, 'kept' | 'documents'>): Answers =>
  documents.size > 0 ? { ...kept.answers, [proofQuestion]: [...documents.keys()] } : kept.answers;

/** The page of a form with the questions on it that are asked; undefined where the answers do not lead to it. */
export const stepOf = (walk: CaseWalk, id: string): PageVisit | undefined =>
  pagesThatApply(walk.form, walk.kept.answers).find(({ page: one }) => one.id === id);

/** That a form is somebody else's to send, or answers what waits no more; undefined where this reader may fill it in. */
const closedTo = (
  request: CouncilRequest,
  { as, helper, careCase }: CaseReader,
  form: Form,
): SiteResponse | undefined => {
  const of = { council: request.council, reference: careCase.reference };
  if (form.id === planAnswerForm.id && !maySign(as, helper)) throw problems.notYours();
  if (form.id !== financialAssessment.id || maySign(as, helper, 'money')) return undefined;
  const lines = [
    'The person signs this form, or their attorney or deputy for property and money, once we have seen that they are.',
    'If that is you, send us a photo of the paper that says so: choose “See your documents, and send us more” on the case page.',
  ];
  return page(403, doneOnCasePage({ ...of, heading: 'This form is not yours to sign', lines }));
};

/** A plan that waits for no answer, for who wants to answer one. */
export const noPlanWaits = ({ council, params }: CouncilRequest, status: number): SiteResponse =>
  page(
    status,
    doneOnCasePage({
      council,
      reference: params['reference'] ?? '',
      heading: 'No plan waits for you',
      lines: ['There is no plan that waits for your answer now. If you want to change a plan, tell us.'],
    }),
  );

const openWalk = async (
  deps: Deps,
  request: CouncilRequest,
  reader: CaseReader,
): Promise<CaseWalk | { readonly closed: SiteResponse }> => {
  const { council, params, body } = request;
  const id = params['form'] ?? '';
  const base = caseForms.get(id) ?? (id === planAnswerForm.id ? planAnswerForm : undefined);
  if (base === undefined) throw problems.notFound();
  const closed = closedTo(request, reader, base);
  if (closed) return { closed };
  let about: string | undefined;
  if (base === planAnswerForm) {
    const whole = await deps.store.whole(council.slug, reader.careCase.reference);
    const waiting = whole && planToAgree(whole);
    if (waiting === undefined) return { closed: noPlanWaits(request, body === '' ? 200 : 409) };
    about = `${waiting.task.id} ${waiting.plan.id}`;
  }
  // The person answers a plan in their own voice; what a council changes in the list of staff is put to staff.
  const asked = base === planAnswerForm ? base : askedBy(council, base);
  const known = knownOfSender(asked, reader);
  const form = pageByPage(withoutKnown(asked, known));
  const [kept, waiting] = await Promise.all([
    createKeptCaseForms(deps).of(reader, form, about),
    hasProof(form) ? createCaseDocuments(deps).waiting(reader) : [],
  ]);
  return { request, reader, form, kept, known, documents: namesOf(waiting) };
};

/** A call on a form of a case, for who may fill it in. */
export const walkCall =
  (handle: (deps: Deps, walk: CaseWalk, fields: URLSearchParams) => Promise<SiteResponse> | SiteResponse): CaseCall =>
  (deps) =>
  async (request, reader, fields) => {
    const walk = await openWalk(deps, request, reader);
    return 'closed' in walk ? walk.closed : handle(deps, walk, fields);
  };
