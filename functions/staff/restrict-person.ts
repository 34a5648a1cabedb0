import { typedDay } from '../../domain/time/typed-day.ts';
import { restrictBody, restrictionView } from '../../schemas/access.ts';
import { problemsOf } from '../../schemas/answers.ts';
import { createRestricting } from '../../services/access/restricting.ts';
import { restrictionPage } from '../../services/casework/restriction-page.ts';
import { Problem } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { formOf, isForm, seeOther } from '../../services/web/staff-forms.ts';
import { knownPersonId } from '../../services/work/permitted-person.ts';

/**
 * Restricts a person's record to named staff, changes who is named, or ends the restriction where nobody is. Managers and safeguarding leads.
 * POST /{council}/staff/persons/{id}/restriction
 */
export const call: StaffCall = (deps) => async (request) => {
  const restricting = createRestricting(deps);
  const asked = knownPersonId(request);
  if (!isForm(request)) {
    const { id, restricted } = await restricting.restrict(request, asked, jsonBody(request, restrictBody));
    return json(200, restrictionView, { person: id, ...(restricted && { restricted }) });
  }
  const form = formOf(request);
  const person = await restricting.of(request, asked);
  const ends = form.get('action') === 'end';
  const to = ends ? [] : form.getAll('to');
  const typed = { to: form.getAll('to'), reason: form.get('reason') ?? '', reviewOn: form.get('reviewOn') ?? '' };
  try {
    const given = restrictBody.safeParse({
      ...typed,
      to,
      reviewOn: typedDay(typed.reviewOn) ?? (typed.reviewOn || undefined),
    });
    if (!given.success) throw problems.invalid(problemsOf(given.error));
    if (!ends && to.length === 0) throw problems.invalid([{ field: 'to', message: 'Select who may open the record' }]);
    await restricting.restrict(request, asked, given.data);
  } catch (error) {
    if (!(error instanceof Problem) || error.details.status !== 400) throw error;
    return restrictionPage(deps, request, person, { typed, problem: error.details });
  }
  return seeOther(request.path, ends ? 'restriction-ended' : 'record-restricted');
};
