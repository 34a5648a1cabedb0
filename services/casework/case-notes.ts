import { createHash } from 'node:crypto';
import { partOfNote } from '../../domain/access/part-of.ts';
import { inWords } from '../../domain/forms/forms.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { longLimit } from '../../schemas/answer-kinds.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import { type NoteId, noteId, type StoredNote } from '../../schemas/case-note.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { caseNote } from '../../schemas/forms/case-note.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { StaffRequest } from '../web/site.ts';
import type { OpenedCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';
import { type WhoDidIt, whoDidIt } from './who-did-it.ts';

/** Notes on a page. */
const perPage = 25;
const authority = 'The record of the case';

/** Whether a note is still its writer's own. */
const isDraftOf = ({ state, by }: StoredNote, staffId: string): boolean =>
  state === 'draft' && by.kind === 'staff' && by.id === staffId;

const idAt = (at: IsoInstant, end: string): NoteId =>
  noteId.parse(`${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}-${end}`);

/** The id of a note that begins now. Whoever sends the same page twice sends the same id. */
export const newNoteId = ({ clock, newId }: Pick<Deps, 'clock' | 'newId'>): NoteId => idAt(clock.now(), newId());

/** A note as it is written: what is sent, and whether it is finished with it. */
export type WrittenNote = {
  readonly id: NoteId;
  readonly answers: Record<string, unknown>;
  readonly isFinished: boolean;
  readonly adds?: NoteId | undefined;
  readonly kept?: StoredNote['kept'];
};

/**
 * Writes a note, or goes on with a draft of one's own. A draft may be half right; a finished note has passed its list, and is never
 * changed again. The same page sent twice is one note.
 *
 * @throws Problem 400 with every problem at once, 403 for somebody else's draft, 409 where it is finished and says something else, 503
 */
export const writeNote = async (
  deps: Deps,
  careCase: Pick<CareCase, 'council' | 'reference'>,
  { id, answers, isFinished, adds, kept }: WrittenNote,
  actor: Extract<Actor, { kind: 'staff' }>,
): Promise<StoredNote> => {
  const { store, clock } = deps;
  const { council, reference } = careCase;
  const before = await store.note(council, reference, id);
  if (before?.by.kind === 'staff' && before.by.id !== actor.id) throw problems.notYours();
  const read = readAnswers(caseNote, () => londonDate(clock.now()), answers);
  if (isFinished && read.outcome !== 'complete')
    throw problems.invalid(read.outcome === 'problems' ? read.problems : []);
  // What of a draft cannot be read yet is kept as it was typed.
  const given = (read.outcome === 'complete' ? read.answers : answers) as Answers;
  if (before && before.state !== 'draft') {
    if (JSON.stringify(before.answers) === JSON.stringify(given)) return before;
    throw problems.noteFinished();
  }
  const note: StoredNote = {
    ...{ council, reference, id, version: (before?.version ?? 0) + 1, by: actor, at: clock.now() },
    state: isFinished ? 'finished' : 'draft',
    ...{ list: caseNote.id, listVersion: caseNote.version, answers: given },
    ...(adds && { adds }),
    ...(kept && { kept }),
  };
  const action = isFinished ? 'note-finished' : 'note-saved';
  const event = eventOf(deps, careCase, { actor, action, about: id, authority });
  if (!(await store.commit({ notes: [note], events: [event] }))) {
    const now = await store.note(council, reference, id);
    if (now && JSON.stringify(now.answers) === JSON.stringify(given) && now.state === note.state) return now;
    throw problems.busy();
  }
  return note;
};

/** When the text of a task was typed, as far as it matters: at its end. */
const endOf = ({ closed, openedAt }: Task): IsoInstant => closed?.at ?? openedAt;

/**
 * Keeps a text that was typed into a task when that had ended, as a finished note of its case, once: the same text of the same writer is the one
 * that stands. A long one is several, each adding to the first. Whether the person may see it nobody has said, so it is not theirs to see yet.
 *
 * @throws Problem 503
 */
export const keepNote = async (
  deps: Deps,
  task: Task,
  text: string,
  actor: Extract<Actor, { kind: 'staff' }>,
): Promise<void> => {
  const parts = Array.from({ length: Math.ceil(text.length / longLimit) }, (_, n) =>
    text.slice(n * longLimit, (n + 1) * longLimit),
  );
  const mark = createHash('sha256').update(`${task.id} ${actor.id} ${text}`).digest('hex').slice(0, 16);
  const idOf = (n: number) => idAt(endOf(task), `${mark}-${n}`);
  for (const [n, seen] of parts.entries()) {
    const answers = {
      ...{ kind: 'other', happenedOn: londonDate(endOf(task)), seen, shown: 'no' },
      whyNot: 'It was typed into work that had ended. Nobody has said yet whether the person may see it.',
    };
    const kept = { task: task.id, kind: task.kind };
    const adds = n > 0 ? idOf(0) : undefined;
    await writeNote(deps, task, { id: idOf(n), answers, isFinished: true, adds, kept }, actor);
  }
};

/** What was kept of a task after it had ended, in the words of whoever wrote it. */
export const keptOf = async ({ store }: Pick<Deps, 'store'>, task: Task): Promise<string[]> => {
  // Their ids begin with when the task ended, and few others do.
  const notes = await store.notes(task, { before: idAt(endOf(task), 'z'.repeat(40)), atMost: perPage });
  return notes.filter(({ kept }) => kept?.task === task.id).map(({ answers }) => String(answers['seen'] ?? ''));
};

/**
 * Moves a finished note, which was written on the wrong person, to the right case: whole there, and a trace of it here, without what it said.
 * It is written there first, under the same name, so that a crash in between loses nothing and the same again finishes it.
 *
 * @param to a case that the caller may write on
 * @throws Problem 403 where it is not their own, 409, 503
 */
export const moveNote = async (
  deps: Deps,
  careCase: CareCase,
  { id, to, reason }: { readonly id: NoteId; readonly to: CareCase; readonly reason: string },
  actor: Extract<Actor, { kind: 'staff' }>,
): Promise<void> => {
  const { store, clock } = deps;
  const note = await store.note(careCase.council, careCase.reference, id);
  const isTheirs = note?.by.kind === 'staff' && (note.by.id === actor.id || actor.role === 'manager');
  if (note === undefined || !isTheirs) throw problems.notYours();
  if (note.state === 'moved') return;
  const at: IsoInstant = clock.now();
  const trace = (way: 'from' | 'to', reference: CareCase['reference']) => ({ way, reference, at, by: actor, reason });
  const copy: StoredNote = {
    ...note,
    reference: to.reference,
    version: 1,
    moved: trace('from', careCase.reference),
  };
  const { adds: _, ...alone } = copy;
  const eventFor = (of: CareCase) => eventOf(deps, of, { actor, action: 'note-moved', about: id, authority });
  const isThere = await store.note(to.council, to.reference, id);
  if (!isThere && !(await store.commit({ notes: [alone], events: [eventFor(to)] }))) throw problems.busy();
  const left: StoredNote = {
    ...{ ...note, version: note.version + 1, state: 'moved', answers: {} },
    moved: trace('to', to.reference),
  };
  if (!(await store.commit({ notes: [left], events: [eventFor(careCase)] }))) throw problems.busy();
};

const kinds = questionsOf(caseNote).flatMap(({ question }) =>
  question.id === 'kind' && question.type === 'choice' ? question.options : [],
);

const labelOf = (kind: unknown): string => kinds.find(({ value }) => value === kind)?.label ?? 'A note';

/** What a note says, question by question, without what stands in its heading. */
const linesOf = ({ answers }: StoredNote) =>
  questionsOf(caseNote).flatMap(({ question }) => {
    const answer = answers[question.id];
    const isHeading = ['kind', 'happenedOn', 'shown'].includes(question.id);
    return answer === undefined || isHeading ? [] : [{ label: question.name, lines: inWords(question, answer) }];
  });

const dayOf = ({ answers }: StoredNote): string => {
  const day = answers['happenedOn'];
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? readableDate(day as never) : '';
};

/** A note as a page shows it. */
const noteView = (careCase: CareCase, note: StoredNote, staffId: string, who: WhoDidIt) => {
  const here = staffCasePath(careCase, `notes/${note.id}`);
  const { state, moved, answers, adds, kept } = note;
  const isOwn = note.by.kind === 'staff' && note.by.id === staffId;
  return {
    id: note.id,
    href: here,
    title: kept ? `Typed into work that had ended: ${kindsOfWork[kept.kind].title}` : labelOf(answers['kind']),
    day: dayOf(note),
    writer: who(note.by).name,
    written: readableDate(londonDate(note.at)),
    isDraft: state === 'draft',
    adds: adds ? `#note-${adds}` : '',
    hidden: answers['shown'] === 'no',
    moved: moved
      ? `${moved.way === 'to' ? 'Moved to' : 'Moved here from'} ${moved.reference} on ${readableDate(londonDate(moved.at))} by ${who(moved.by).name}: ${moved.reason}`
      : '',
    lines: linesOf(note),
    add: state === 'finished' ? staffCasePath(careCase, `notes/new?adds=${note.id}`) : '',
    move: state === 'finished' && isOwn ? `${here}/move` : '',
  };
};

/** The notes of a case, the newest first, some at a time; of drafts one's own alone. */
export const notesView = async (
  deps: Pick<Deps, 'store'>,
  { council, query, staff }: StaffRequest,
  opened: OpenedCase,
) => {
  const careCase = opened.case;
  const before = noteId.safeParse(query['before']).data;
  // One that is known already, and one that says whether there are more.
  const read = (await deps.store.notes(careCase, { before, atMost: perPage + 2 })).filter(({ id }) => id !== before);
  const page = read.slice(0, perPage);
  const actors = page.flatMap(({ by, moved }) => [by, ...(moved ? [moved.by] : [])]);
  const who = await whoDidIt(deps, council, opened, actors);
  return {
    notes: page
      .filter((note) => note.state !== 'draft' || isDraftOf(note, staff.id))
      // Whoever wrote one has read it.
      .filter((note) => (note.by.kind === 'staff' && note.by.id === staff.id) || opened.may(partOfNote(note)))
      .map((note) => noteView(careCase, note, staff.id, who)),
    write: staffCasePath(careCase, 'notes/new'),
    older: read.length > perPage ? staffCasePath(careCase, `notes?before=${page.at(-1)?.id}`) : '',
    newest: before ? staffCasePath(careCase, 'notes') : '',
  };
};
