import { takeNote } from '../../services/casework/note-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Writes a note on a case, or saves a draft of one. POST /{council}/staff/cases/{reference}/notes */
export const call: StaffCall = (deps) => (request) => takeNote(deps, request);
