import type { Form } from '../../schemas/form-language.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { casePage, type OpenedCase } from './case-frame.ts';
import { type CaseSection, staffCasePath } from './case-sections.ts';

/** What was typed into a list so far, and why it cannot be taken as it is. */
export type Typed = { readonly values: Readonly<Record<string, unknown>>; readonly problem?: Problem | undefined };

/** A short list in the frame of a case: all of it on one page, with what was typed and what is wrong. */
export const caseFormPage = async (
  deps: Deps,
  request: StaffRequest,
  opened: OpenedCase,
  {
    section,
    list,
    action,
    hidden,
    draft = '',
    values,
    problem,
  }: Typed & {
    readonly section: CaseSection;
    readonly list: Form;
    readonly action: string;
    readonly hidden: readonly { readonly name: string; readonly value: string }[];
    /** What the second button says, which keeps the page as it is; none where there is no such. */
    readonly draft?: string;
  },
): Promise<SiteResponse> => {
  const { actionView } = await import('../../templates/staff/action-view.ts');
  const details = problem?.details;
  const wrong = details ? (details.errors ?? [{ field: '', message: details.detail }]) : [];
  const { title: _, ...view } = actionView({
    ...{ list, values, problems: wrong, action, key: '' },
    reference: opened.case.reference,
    back: staffCasePath(opened.case, section),
    csrf: request.staff.session?.csrf,
  });
  return casePage(
    deps,
    request,
    section,
    'staff/case-form.njk',
    { ...view, hidden, draft },
    { opened, title: list.title, status: details?.status ?? 200 },
  );
};

/** Refusals that the page itself can say, with everything that was typed; a missing role or sign-in has its own page. */
export const isSaidOnPage = (error: unknown): error is Problem =>
  error instanceof Problem && [400, 409, 413, 422, 503].includes(error.details.status);
