import { casePage, openCase } from '../../services/casework/case-frame.ts';
import { staffCasePath } from '../../services/casework/case-sections.ts';
import { copyAsked } from '../../services/follow/copy-asked.ts';
import type { StaffCall } from '../../services/web/site.ts';

/**
 * A copy as the person has it, as a page. Who opened it is written down before it is shown.
 * GET /{council}/staff/cases/{reference}/copies/{id}/read
 */
export const call: StaffCall = (deps) => async (request) => {
  const { copy, wanted } = await copyAsked(deps, request);
  const opened = await openCase(deps, request, 'documents', wanted);
  const { case: careCase } = opened;
  const view = { copy, back: staffCasePath(careCase, 'documents'), pdf: staffCasePath(careCase, `copies/${copy.id}`) };
  return casePage(deps, request, 'documents', 'staff/case-copy.njk', view, { opened, title: copy.title });
};
