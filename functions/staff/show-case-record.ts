import { recordView } from '../../services/casework/case-answers.ts';
import { casePage, openCase } from '../../services/casework/case-frame.ts';
import { staffCasePath } from '../../services/casework/case-sections.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** One set of answers, and with `?with=` what changed since another. GET /{council}/staff/cases/{reference}/answers/{record} */
export const call: StaffCall = (deps) => async (request) => {
  const opened = await openCase(deps, request, 'answers');
  const { title, ...view } = await recordView(deps, request, opened);
  const back = staffCasePath(opened.case, 'answers');
  return casePage(deps, request, 'answers', 'staff/case-record.njk', { ...view, back }, { opened, title });
};
