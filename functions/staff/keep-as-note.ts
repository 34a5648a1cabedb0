import { keptNote } from '../../schemas/api.ts';
import { keepAsNote } from '../../services/casework/keep-as-note.ts';
import { json, type StaffCall } from '../../services/web/site.ts';

/** Keeps what was typed on a task that somebody else has ended as a note of its case. POST …/tasks/{id}/kept-text, a form or JSON */
export const call: StaffCall = (deps) => async (request) =>
  (await keepAsNote({ deps, request })) ?? json(201, keptNote, { kept: true });
