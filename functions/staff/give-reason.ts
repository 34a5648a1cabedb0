import { giveReasonBody, reasonGiven } from '../../schemas/access.ts';
import { problemsOf } from '../../schemas/answers.ts';
import { createReasons } from '../../services/access/reasons.ts';
import { ownPath, reasonPage } from '../../services/casework/access-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { formOf, isForm, seeOther } from '../../services/web/staff-forms.ts';
import { knownReference } from '../../services/work/permitted-case.ts';

/** Opens a case to the caller for a while, for a reason that managers see. POST /{council}/staff/cases/{reference}/reason */
export const call: StaffCall = (deps) => async (request) => {
  const reference = knownReference(request);
  const reasons = createReasons(deps);
  if (!isForm(request)) {
    const until = await reasons.give(request, reference, jsonBody(request, giveReasonBody));
    return json(201, reasonGiven, { reference, until });
  }
  const typed = Object.fromEntries(formOf(request));
  const { kind, says, to } = typed;
  const given = giveReasonBody.safeParse({ kind, says, to });
  if (!given.success) {
    return reasonPage(deps, request, { typed, problem: problems.invalid(problemsOf(given.error)).details });
  }
  await reasons.give(request, reference, given.data);
  return seeOther(ownPath(request, given.data.to, `cases/${reference}`), 'reason-given');
};
