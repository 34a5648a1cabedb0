import { showNote } from '../../services/casework/note-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The page of a new note (`new`), or of a draft of one’s own. GET /{council}/staff/cases/{reference}/notes/{note} */
export const call: StaffCall = (deps) => (request) => showNote(deps, request);
