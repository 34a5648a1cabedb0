import { randomUUID } from 'node:crypto';
import type { Form } from '../../schemas/form-language.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import type { Deps } from '../deps.ts';
import type { ProblemDetails } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { tryAgain } from '../runtime/try-again.ts';
import type { SiteResponse, StaffCall, StaffRequest } from '../web/site.ts';
import { formOf, isForm, seeOther } from '../web/staff-forms.ts';
import { permittedCase } from '../work/permitted-case.ts';
import { permittedPerson, personWithCases } from '../work/permitted-person.ts';
import { type ActionForm, type CaseAction, type CaseActionName, type CaseNow, caseActions } from './case-actions.ts';
import { isSaidOnPage } from './case-form-page.ts';
import { staffCasePath } from './case-sections.ts';
import { staffPage } from './staff-frame.ts';

/** Whom an action is about, through the one door for each. @throws Problem 403 */
const subjectOf = async (deps: Deps, request: StaffRequest, { about, roles }: CaseAction): Promise<CaseNow> => {
  if (about === undefined) {
    const { careCase } = await permittedCase(deps, request, roles);
    return { case: careCase, person: (await deps.store.personOf(careCase)).person };
  }
  const { person, cases } = await personWithCases(deps, request, (await permittedPerson(deps, request)).id);
  const from = caseReference.safeParse(request.query['case']).data;
  const careCase = cases.find(({ reference }) => reference === from) ?? cases[0];
  if (careCase === undefined) throw problems.notYours();
  return { case: careCase, person };
};

/** The page of an action: its list, or why it cannot be done now. @param refused what was typed, and what is wrong with it */
const actionPage = async (
  deps: Deps,
  request: StaffRequest,
  action: CaseAction & { readonly form: ActionForm },
  subject: CaseNow,
  refused?: {
    readonly values: Readonly<Record<string, unknown>>;
    readonly key: string;
    readonly problem: ProblemDetails;
  },
): Promise<SiteResponse> => {
  const [list, { actionView }] = await Promise.all([
    action.form.list(deps, subject.case),
    import('../../templates/staff/action-view.ts'),
  ]);
  const view = actionView({
    list,
    values: refused?.values ?? given(list, request),
    problems: refused ? (refused.problem.errors ?? [{ field: '', message: refused.problem.detail }]) : [],
    notNow: action.whyNot(subject),
    reference: subject.case.reference,
    back: staffCasePath(subject.case),
    action: request.path,
    key: refused?.key ?? randomUUID(),
    csrf: request.staff.session?.csrf,
  });
  return staffPage(deps, request, 'staff/action.njk', view, { status: refused?.problem.status ?? 200 });
};

/** What a link to the page has chosen already, such as `?kind=look-into-safety`: options of the list alone, never words. */
const given = (list: Form, { query }: StaffRequest): Record<string, string> =>
  Object.fromEntries(
    list.sections
      .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
      .flatMap((question) => {
        const value = query[question.id];
        const isOffered = question.type === 'choice' && question.options.some((option) => option.value === value);
        return isOffered && value !== undefined ? [[question.id, value] as const] : [];
      }),
  );

/** The page of an action, by GET. */
export const showAction =
  (name: CaseActionName): StaffCall =>
  (deps) =>
  async (request) => {
    const action = caseActions[name];
    return actionPage(deps, request, action, await subjectOf(deps, request, action));
  };

/**
 * A call that its page can make too: what a program sends is answered as before; after a form comes the case with a sentence, and a form that
 * is refused comes back with what was typed. The hidden key of a form makes a double press one sending.
 */
export const byPage =
  (name: CaseActionName, call: StaffCall): StaffCall =>
  (deps) => {
    const inner = call(deps);
    return async (request) => {
      if (!isForm(request)) return inner(request);
      const action = caseActions[name];
      const form = formOf(request);
      const key = form.get('submissionKey') ?? '';
      const subject = await subjectOf(deps, request, action);
      try {
        const headers = { ...request.headers, ...(key && { 'idempotency-key': key }) };
        await tryAgain(() => inner({ ...request, headers }));
        return seeOther(staffCasePath(subject.case), action.form.done);
      } catch (error) {
        if (!isSaidOnPage(error)) throw error;
        const list = await action.form.list(deps, subject.case);
        const values = readFormBody(list, form.toString()).answers;
        return actionPage(deps, request, action, subject, { values, key, problem: error.details });
      }
    };
  };
