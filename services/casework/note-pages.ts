import { type NoteId, noteId } from '../../schemas/case-note.ts';
import { noteMove } from '../../schemas/forms/case-actions.ts';
import { caseNote } from '../../schemas/forms/case-note.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { staffRole } from '../../schemas/staff.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { formOf, seeOther } from '../web/staff-forms.ts';
import { permittedCase } from '../work/permitted-case.ts';
import { actionAnswers } from './action-answers.ts';
import { caseFormPage, isSaidOnPage, type Typed } from './case-form-page.ts';
import { type OpenedCase, openCase } from './case-frame.ts';
import { moveNote, newNoteId, writeNote } from './case-notes.ts';
import { staffCasePath } from './case-sections.ts';

const asked = (value: string | null | undefined): NoteId | undefined => noteId.safeParse(value).data;

const notePage = (
  deps: Deps,
  request: StaffRequest,
  opened: OpenedCase,
  { id, adds, ...typed }: Typed & { id: NoteId; adds?: NoteId | undefined },
) =>
  caseFormPage(deps, request, opened, {
    ...typed,
    section: 'notes',
    list: caseNote,
    action: staffCasePath(opened.case, 'notes'),
    hidden: [{ name: 'id', value: id }, ...(adds ? [{ name: 'adds', value: adds }] : [])],
    draft: 'Save as a draft',
  });

/** The page on which a new note, or a draft of one's own, is written; somebody else's draft and a finished note lead to the list. */
export const showNote = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const opened = await openCase(deps, request, 'notes', 'notes');
  const given = request.params['note'];
  if (given === undefined) {
    const adds = asked(request.query['adds']);
    return notePage(deps, request, opened, { id: newNoteId(deps), adds, values: {} });
  }
  const id = asked(given);
  const note = id && (await deps.store.note(opened.case.council, opened.case.reference, id));
  const isOwnDraft = note?.state === 'draft' && note.by.kind === 'staff' && note.by.id === request.staff.id;
  if (note === undefined || !isOwnDraft) return seeOther(`${staffCasePath(opened.case, 'notes')}#note-${id ?? ''}`);
  return notePage(deps, request, opened, { id: note.id, adds: note.adds, values: note.answers });
};

/** Finishes a note, or saves it as a draft; what cannot be taken comes back with everything that was typed. */
export const takeNote = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const form = formOf(request);
  const opened = await openCase(deps, request, 'notes', 'notes');
  const { answers } = readFormBody(caseNote, form.toString());
  const isFinished = form.get('pressed') !== 'draft';
  const [id = newNoteId(deps), adds] = [asked(form.get('id')), asked(form.get('adds'))];
  const actor = { kind: 'staff', id: request.staff.id, role: opened.role } as const;
  try {
    await writeNote(deps, opened.case, { id, answers, isFinished, adds }, actor);
    return seeOther(staffCasePath(opened.case, 'notes'), isFinished ? 'note-finished' : 'note-saved');
  } catch (problem) {
    if (!isSaidOnPage(problem)) throw problem;
    return notePage(deps, request, opened, { id, adds, values: answers, problem });
  }
};

const movePage = (deps: Deps, request: StaffRequest, opened: OpenedCase, typed: Typed) =>
  caseFormPage(deps, request, opened, { ...typed, section: 'notes', list: noteMove, action: request.path, hidden: [] });

/** The page that asks to whom a note belongs. */
export const showNoteMove = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> =>
  movePage(deps, request, await openCase(deps, request, 'notes', 'notes'), { values: {} });

/** Moves a note to the case that it is about, where whoever moves it may write too. */
export const takeNoteMove = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const opened = await openCase(deps, request, 'notes', 'notes');
  const values = readFormBody(noteMove, formOf(request).toString()).answers;
  const id = asked(request.params['note']);
  if (id === undefined) throw problems.notYours();
  const actor = { kind: 'staff', id: request.staff.id, role: opened.role } as const;
  try {
    const { to, reason } = actionAnswers(deps, request, noteMove);
    const reference = caseReference.safeParse(to.trim().toUpperCase()).data;
    const wrong = (message: string) => problems.invalid([{ field: 'to', message }]);
    if (reference === undefined) throw wrong('Enter a reference like K7M-29QX-T4F');
    if (reference === opened.case.reference) throw wrong('Enter another reference: the note is on this case now');
    const there = { ...request, params: { ...request.params, reference } };
    const target = await permittedCase(deps, there, staffRole.options).catch((error: unknown) => {
      if (error instanceof Problem) throw wrong('There is no case with this reference that you may write on');
      throw error;
    });
    await moveNote(deps, opened.case, { id, to: target.careCase, reason }, actor);
    return seeOther(staffCasePath(opened.case, 'notes'), 'note-moved');
  } catch (problem) {
    if (!isSaidOnPage(problem)) throw problem;
    return movePage(deps, request, opened, { values, problem });
  }
};
