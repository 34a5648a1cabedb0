import { randomUUID } from 'node:crypto';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { Form } from '../../schemas/form-language.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { staffRole } from '../../schemas/staff.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import type { Deps } from '../deps.ts';
import { createCaseRequests } from '../follow/case-requests.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { formOf, isForm, seeOther } from '../web/staff-forms.ts';
import { openByHand } from '../work/opening.ts';
import { caseFormPage, isSaidOnPage, type Typed } from './case-form-page.ts';
import { casePage, type OpenedCase, openCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';

/**
 * What a person may ask by phone, by letter or in person: the same lists that they have online. What wants their own signature, or is for
 * statistics that nobody shall ask them face to face, is theirs alone to fill in.
 */
const askedOf: readonly string[] = [
  'review-request',
  'query',
  'complaint',
  'change',
  'visit-change',
  'invitation',
  'review-disagreement',
  'end-support',
];

/** A list as it is put to whoever writes down what somebody says. */
const listOf = ({ council, params }: StaffRequest): Form => {
  const form = askedOf.includes(params['form'] ?? '') ? caseForms.get(params['form'] ?? '') : undefined;
  if (form === undefined) throw problems.notFound();
  const asked = askedBy(council, form);
  return {
    ...asked,
    intro: ['Write down what they say, in their words. The questions are put as to the person.', ...asked.intro],
    send: 'Record it',
  };
};

/** Everybody on the staff may be the one who picks up the phone. */
const open = async (deps: Deps, request: StaffRequest): Promise<OpenedCase> => {
  const opened = await openCase(deps, request, 'requests', { part: 'identity', section: 'requests' });
  if (!staffRole.options.includes(opened.role)) throw problems.notYours();
  return opened;
};

/** What may be taken down: a link for each list. */
export const showToldRequests = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const opened = await open(deps, request);
  return casePage(
    deps,
    request,
    'requests',
    'staff/case-requests.njk',
    {
      forms: askedOf.flatMap((id) => {
        const form = caseForms.get(id);
        return form ? [{ href: staffCasePath(opened.case, `requests/${id}`), text: form.title }] : [];
      }),
    },
    { opened },
  );
};

const formPage = (deps: Deps, request: StaffRequest, opened: OpenedCase, key: string, typed: Typed) =>
  caseFormPage(deps, request, opened, {
    ...typed,
    section: 'requests',
    list: listOf(request),
    action: request.path,
    hidden: [{ name: 'submissionKey', value: key }],
  });

/** The page of one list. */
export const showToldRequest = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> =>
  formPage(deps, request, await open(deps, request), randomUUID(), { values: {} });

/** That somebody is in danger or is hurt is looked into at once, whatever becomes of the request. Care Act 2014 s.42. */
const worry = async (
  deps: Deps,
  { case: careCase, role }: OpenedCase,
  { title }: Form,
  key: string,
  staffId: string,
) => {
  const reason = `While “${title}” was taken down it was said that someone is in danger, or is being hurt or neglected.`;
  const why = 'Somebody told us of harm. Read it before you make contact.';
  await openByHand(deps, careCase, { kind: 'look-into-safety', reason, why }, key, {
    kind: 'staff',
    id: staffId,
    role,
  });
  const message =
    'A worry about safety is open now. If someone is in danger, call 999. To record the request too, change that answer';
  return problems.invalid([{ field: '', message }]);
};

/** What somebody asked by phone, by letter or in person becomes the same request as if they had sent it, in the name of who wrote it down. */
export const takeToldRequest = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  if (!isForm(request)) throw problems.wrongMediaType('application/x-www-form-urlencoded');
  const opened = await open(deps, request);
  const list = listOf(request);
  const { answers, submissionKey } = readFormBody(list, formOf(request).toString());
  try {
    const read = readAnswers(list, () => londonDate(deps.clock.now()), answers);
    if (read.outcome === 'exit') throw await worry(deps, opened, list, submissionKey, request.staff.id);
    if (read.outcome === 'problems') throw problems.invalid(read.problems);
    if (opened.case.closed && list.id !== 'complaint') throw problems.alreadyClosed(opened.case.closed);
    const actor = { kind: 'staff', id: request.staff.id, role: opened.role } as const;
    await createCaseRequests(deps)({ careCase: opened.case, actor }, list.id, read.answers, submissionKey);
    return seeOther(staffCasePath(opened.case), 'request-taken');
  } catch (problem) {
    if (!isSaidOnPage(problem)) throw problem;
    return formPage(deps, request, opened, submissionKey, { values: answers, problem });
  }
};
