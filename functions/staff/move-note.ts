import { takeNoteMove } from '../../services/casework/note-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Moves a note that was written on the wrong person. POST /{council}/staff/cases/{reference}/notes/{note}/move */
export const call: StaffCall = (deps) => (request) => takeNoteMove(deps, request);
