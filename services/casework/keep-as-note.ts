import { keepAsNoteBody } from '../../schemas/api.ts';
import { asTyped } from '../../schemas/typed-text.ts';
import { jsonBody, type SiteResponse } from '../web/site.ts';
import { formOf, isForm, seeOther } from '../web/staff-forms.ts';
import { keepNote } from './case-notes.ts';
import { endedPage } from './ended-task.ts';
import type { Reader } from './task-pages.ts';
import { taskPath } from './task-pages.ts';
import { whoseTask } from './whose-task.ts';

/** Keeps a text as a note of the case of a task, once. An empty one is nothing to keep. A page for a form, nothing for a program. */
export const keepAsNote = async (reader: Reader): Promise<SiteResponse | undefined> => {
  const { deps, request } = reader;
  const task = await whoseTask(deps, request);
  const form = isForm(request) ? formOf(request) : undefined;
  const text = form ? asTyped(form.get('text') ?? '') : jsonBody(request, keepAsNoteBody).text;
  if (form && text === '') {
    return endedPage(reader, task, { text: ' ', error: 'Enter the text that you want to keep', status: 400 });
  }
  const actor = {
    kind: 'staff',
    id: request.staff.id,
    role: request.staff.roles.includes(task.role) ? task.role : 'manager',
  } as const;
  await keepNote(deps, task, text, actor);
  return form ? seeOther(taskPath(task), 'note-kept') : undefined;
};
