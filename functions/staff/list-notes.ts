import { casePage, openCase } from '../../services/casework/case-frame.ts';
import { notesView } from '../../services/casework/case-notes.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The notes of a case, the newest first, some at a time. GET /{council}/staff/cases/{reference}/notes */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'notes', 'staff/case-notes.njk', (opened) => notesView(deps, request, opened), {
    opened: await openCase(deps, request, 'notes', 'notes'),
  });
