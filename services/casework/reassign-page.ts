import { absenceOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { shortDate } from '../../domain/time/readable-date.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import { taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { formOf, isForm, seeOther } from '../web/staff-forms.ts';
import { namesInLists } from './names-in-lists.ts';
import { type Chosen, chosenTasks, offeredFor, rowsNow } from './reassign.ts';
import { backOf } from './sent-form.ts';
import { staffPage } from './staff-frame.ts';
import { roleWords } from './who-did-it.ts';
import { inWords } from './work-counts.ts';

/** Most tasks that go at once: two pages of a list. */
const mostAtOnce = 100;

/** A choice of tasks as addresses and fields have it: `3:K7M-29QX-T4F.case.check-authority-1`, its version first. */
const chosenIn = (values: readonly string[]): Chosen[] => {
  const chosen = values.flatMap((value) => {
    const at = value.indexOf(':');
    const id = taskId.safeParse(value.slice(at + 1));
    const version = Number(value.slice(0, at));
    return id.success && Number.isInteger(version) && version > 0 ? [{ id: id.data, version }] : [];
  });
  return [...new Map(chosen.map((one) => [one.id, one])).values()].slice(0, mostAtOnce);
};

/** The tasks that a form was sent with, by ticks or all at once. */
export const chosenInForm = (form: URLSearchParams): Chosen[] =>
  chosenIn([...form.getAll('task'), ...(form.get('tasks') ?? '').split(',')]);

const asText = (chosen: readonly Chosen[]): string => chosen.map(({ id, version }) => `${version}:${id}`).join(',');

/** The address of the page that asks to whom these tasks go, or that says what became of them. */
export const reassignAddress = (
  { council }: Pick<StaffRequest, 'council'>,
  page: 'reassign' | 'reassigned',
  chosen: readonly Chosen[],
  more: Readonly<Record<string, string>> = {},
): string => `/${council.slug}/staff/tasks/${page}?${new URLSearchParams({ tasks: asText(chosen), ...more })}`;

const lineOf = async (
  deps: Pick<Deps, 'store'>,
  { council, staff }: StaffRequest,
  tasks: Iterable<{ reference: Parameters<typeof namesInLists>[2][number] }>,
) => {
  const named = await namesInLists(
    deps,
    council.slug,
    [...tasks].map(({ reference }) => reference),
    staff.id,
  );
  return (reference: Parameters<typeof namesInLists>[2][number]): string => {
    const who = named.get(reference);
    return who && 'name' in who ? `${reference} ${who.name}` : reference;
  };
};

/** That somebody is away now, so that nobody gives them work by mistake. */
const awayWords = (member: StaffMember, today: IsoDate): string => {
  const away = absenceOn(member, today);
  return away ? `Away until ${shortDate(away.to)}. ` : '';
};

/** The page that asks to whom tasks go, and why. Managers only. */
export const reassignPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
  wrong: readonly { readonly field: string; readonly message: string }[] = [],
): Promise<SiteResponse> => {
  const { council, staff, query } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const typed = isForm(request) ? formOf(request) : new URLSearchParams();
  const chosen = isForm(request) ? chosenInForm(typed) : chosenIn((query['tasks'] ?? '').split(','));
  const found = await chosenTasks(deps, council.slug, chosen);
  const tasks = [...found.values()].filter(({ status }) => status === 'open');
  const [lines, offered] = await Promise.all([
    lineOf(deps, request, tasks),
    tasks.length === 0 ? [] : offeredFor(deps, council.slug, tasks),
  ]);
  const today = londonDate(deps.clock.now());
  const message = (wanted: string) => wrong.find(({ field }) => field === wanted)?.message ?? '';
  return staffPage(
    deps,
    request,
    'staff/reassign.njk',
    {
      tasks: tasks.map((task) => ({
        line: lines(task.reference),
        title: kindsOfWork[task.kind].title,
        due: `${shortDate(task.dueOn)}${task.dueOn < today ? ', late' : ''}`,
        holder: task.assignee?.name ?? `Nobody (${roleWords[task.role]})`,
      })),
      gone: chosen.length - tasks.length,
      chosen: asText(chosen),
      action: `/${council.slug}/staff/tasks/reassign`,
      cancelUrl: backOf(request),
      people: offered.map(({ member, open, done7, done30 }) => ({
        value: member.id,
        text: member.id === staff.id ? `${member.name} (you)` : member.name,
        checked: typed.get('to') === member.id,
        hint: {
          text: `${awayWords(member, today)}${inWords(open)} open, ${inWords(done7)} done in 7 days, ${inWords(done30)} in 30. ${member.roles.map((role) => roleWords[role]).join(', ')}`,
        },
      })),
      reason: typed.get('reason') ?? '',
      givesAccess: typed.has('givesAccess'),
      errors: {
        to: message('to'),
        reason: message('reason'),
        all: wrong.map(({ field, message: text }) => ({ text, href: field === 'reason' ? '#reason' : '#to' })),
      },
    },
    { status: wrong.length > 0 ? 400 : 200 },
  );
};

/** The page that says of each task whether it moved, and if not why. */
export const reassignedPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
): Promise<SiteResponse> => {
  const { council, staff, query } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const to = query['to'] ? await deps.store.staff(council.slug, query['to']) : undefined;
  if (to === undefined) return seeOther(`/${council.slug}/staff/tasks`);
  const rows = await rowsNow(deps, council.slug, to, chosenIn((query['tasks'] ?? '').split(',')));
  const lines = await lineOf(
    deps,
    request,
    rows.map(({ task }) => task),
  );
  const said = rows.map(({ task, row }) => ({
    line: lines(task.reference),
    title: kindsOfWork[task.kind].title,
    url: `/${council.slug}/staff/tasks/${task.id}`,
    moved: row.moved,
    why: row.why ?? '',
  }));
  const count = said.filter(({ moved }) => moved).length;
  return staffPage(deps, request, 'staff/reassigned.njk', {
    title: `${count} of ${said.length} ${said.length === 1 ? 'task' : 'tasks'} moved`,
    name: to.name,
    rows: said,
    listUrl: `/${council.slug}/staff/tasks?whose=others&holder=${encodeURIComponent(to.id)}`,
    workUrl: `/${council.slug}/staff/tasks`,
  });
};
