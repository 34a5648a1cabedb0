import { isTheirsToDo, isWaiting } from '../../domain/journey/task-holding.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { momentInWords } from '../../domain/time/moment-in-words.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { type Task, waitsFor } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { waitsForWords } from '../../templates/staff/waits-for.ts';
import type { Deps } from '../deps.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { formOf, isForm } from '../web/staff-forms.ts';
import { backOf, wrongOf } from './sent-form.ts';
import { staffPage } from './staff-frame.ts';
import { heldSince, notesOf } from './task-holding.ts';
import { roleWords } from './who-did-it.ts';
import { priorityWords } from './work-list-page.ts';

/** A message at its field, as govuk-frontend's macros take it. */
type Wrong = { readonly field: string; readonly message: string };

/** The notes that stand beside a task, the newest first. */
export const notesBeside = async ({ store }: Pick<Deps, 'store'>, task: Task) => {
  const notes = await store.records(task.council, task.reference, 'note');
  const own = notes.filter(({ id }) => id.startsWith(notesOf(task))).toSorted((a, b) => b.at.localeCompare(a.at));
  return Promise.all(
    own.map(async (note) => {
      const by =
        note.by.kind === 'staff'
          ? ((await store.staff(task.council, note.by.id))?.name ?? 'A colleague who has left')
          : 'Careway';
      return { text: note.kind === 'note' ? note.content.text : '', by, at: momentInWords(note.at) };
    }),
  );
};

/** The page on which one says who does a task, that it waits, or what one wants to say beside it. */
export const taskHoldPage = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  request: StaffRequest,
  task: Task,
  wrong: readonly Wrong[] = [],
): Promise<SiteResponse> => {
  const { council, staff } = request;
  const today = londonDate(deps.clock.now());
  const own = `/${council.slug}/staff/tasks/${task.id}`;
  const typed = isForm(request) ? formOf(request) : new URLSearchParams();
  const { assignee, waiting, handover, priority = 3 } = task;
  const isOpen = task.status === 'open';
  const isTheirs = isOpen && isTheirsToDo(task, staff);
  const isMine = assignee?.id === staff.id;
  const message = (...fields: string[]) => wrong.find(({ field }) => fields.includes(field))?.message;
  const isManager = staff.roles.includes('manager');
  const since = heldSince(task);
  return staffPage(
    deps,
    request,
    'staff/task-hold.njk',
    {
      title: kindsOfWork[task.kind].title,
      reference: task.reference,
      caseUrl: task.kind === 'find-person' ? '' : `/${council.slug}/staff/cases/${task.reference}`,
      taskUrl: own,
      version: task.version,
      holder: assignee === undefined ? 'Nobody' : isMine ? 'You' : assignee.name,
      since: since ?? '',
      team: roleWords[task.role],
      due: readableDate(task.dueOn),
      priority: priorityWords[priority],
      waits:
        waiting && isWaiting(task, today)
          ? `For ${waitsForWords[waiting.for]}, until ${readableDate(waiting.until)}`
          : '',
      handover: handover
        ? `By ${handover.by.name} at ${momentInWords(handover.at)}${handover.from ? `, from ${handover.from.name}` : ''}`
        : '',
      handoverUrl: handover && isMine && task.kind !== 'find-person' ? `${own}/handover` : '',
      closed: isOpen
        ? ''
        : `${task.closed?.by?.name ?? 'Careway'} closed it at ${task.closed ? momentInWords(task.closed.at) : ''}`,
      canClaim: isOpen && !isMine && staff.roles.includes(task.role) && (assignee === undefined || isManager),
      claimText: assignee === undefined ? 'Claim this task' : `Take it over from ${assignee.name}`,
      canPutBack: isTheirs && assignee !== undefined,
      canWait: isTheirs,
      whyNot:
        isOpen && !isTheirs && assignee ? `Only ${assignee.name} or a manager may give it back or let it wait.` : '',
      reassignUrl: isOpen && isManager ? `/${council.slug}/staff/tasks/reassign?tasks=${task.version}:${task.id}` : '',
      waitsFor: waitsFor.options.map((value) => {
        const text = waitsForWords[value];
        return { value, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}`, checked: typed.get('for') === value };
      }),
      typed: {
        day: typed.get('until-day') ?? '',
        month: typed.get('until-month') ?? '',
        year: typed.get('until-year') ?? '',
        note: typed.get('note') ?? '',
        text: typed.get('text') ?? '',
      },
      errors: {
        for: message('for') ?? '',
        until: message('until') ?? '',
        note: message('note') ?? '',
        text: message('text') ?? '',
        all: wrong.map(({ field, message: text }) => ({
          text,
          href: `#${{ for: 'for', until: 'until-day', note: 'note', text: 'text' }[field] ?? 'main-content'}`,
        })),
      },
      key: typed.get('key') ?? deps.newId(),
      notes: await notesBeside(deps, task),
      back: backOf(request, `${own}/hold`),
    },
    { status: wrong.length > 0 ? 400 : 200 },
  );
};

/** Does what a form of that page asks for; what is wrong with it is said on the page, with everything that was typed. */
export const orHoldPage = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  request: StaffRequest,
  task: Task,
  act: () => Promise<SiteResponse>,
): Promise<SiteResponse> => {
  try {
    return await act();
  } catch (error) {
    return taskHoldPage(deps, request, task, wrongOf(request, error));
  }
};
