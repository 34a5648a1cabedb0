import { showNoteMove } from '../../services/casework/note-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Asks to which case a note belongs. GET /{council}/staff/cases/{reference}/notes/{note}/move */
export const call: StaffCall = (deps) => (request) => showNoteMove(deps, request);
