import { absenceOn, coveredBy } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import { type Absence, type HandedOver, type StaffMember, staffRole } from '../../schemas/staff.ts';
import { taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { formOf, isForm } from '../web/staff-forms.ts';
import { staffPage } from './staff-frame.ts';
import { roleWords } from './who-did-it.ts';

/** A form that was refused: what is wrong, what was typed, and which of the page's forms it was. */
export type Refused = {
  readonly status: number;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly typed: URLSearchParams;
  readonly form: 'details' | 'absence' | 'leave' | 'mail';
};

/** Does what a form asks; a refusal that the page can say is the page again, with all that was typed. Others, and those of a program, have their own answer. */
export const orAgain = async (
  request: StaffRequest,
  form: Refused['form'],
  act: () => Promise<SiteResponse>,
  again: (refused: Refused) => Promise<SiteResponse>,
): Promise<SiteResponse> => {
  if (!isForm(request)) return act();
  const typed = formOf(request);
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || ![400, 409, 503].includes(error.details.status)) throw error;
    const { status, errors, title, detail } = error.details;
    return again({ status, errors: errors ?? [{ field: '', message: `${title}. ${detail}` }], typed, form });
  }
};

/** Every field of the page that a refusal may be about. */
const fieldsOfPage = [
  'id',
  'name',
  'email',
  'roles',
  'teams',
  'manager',
  'weeklyLimit',
  'from',
  'to',
  'cover',
  'left',
] as const;

/** What is wrong with a field, or with one of the several that it is made of. */
const wrongAt = (refused: Refused | undefined, name: string): { readonly text: string } | false => {
  const found = refused?.errors.find(({ field }) => field === name || field.startsWith(`${name}[`));
  return found ? { text: found.message } : false;
};

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const rolesOf = ({ roles }: Pick<StaffMember, 'roles'>) => sentence(roles.map((role) => roleWords[role]).join(', '));
const pounds = (pence: number) => `£${(pence / 100).toFixed(2)}`;

/** The dates of an absence as three boxes each; what was typed wins. */
const dateItems = (name: 'from' | 'to', typed: URLSearchParams | undefined, day: IsoDate | undefined) =>
  (['day', 'month', 'year'] as const).map((part, index) => ({
    name: part,
    label: sentence(part),
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    value: typed?.get(`${name}-${part}`) ?? (day ? String(Number(day.split('-')[2 - index])) : ''),
  }));

/** What happened to what went on from somebody, for their own page: the newest first. */
const wentOn = async ({ store }: Pick<Deps, 'store'>, { council }: StaffRequest, id: string) => {
  let newest: HandedOver[] = [];
  for await (const some of store.handedOver(council.slug, id))
    newest = [...newest, ...some].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, 50);
  const tasks = await Promise.all(newest.map(async (one) => store.task(council.slug, taskId.parse(one.task))));
  return tasks.flatMap((task, index) => {
    const at = newest[index]?.at;
    if (task === undefined || at === undefined) return [];
    const now =
      task.status === 'open'
        ? `With ${task.assignee?.name ?? council.teams[task.role].name}`
        : `${task.status === 'completed' ? 'Done' : 'No longer needed'}${task.closed?.by ? ` by ${task.closed.by.name}` : ''}`;
    return [
      {
        title: kindsOfWork[task.kind].title,
        reference: task.reference,
        href: `/${council.slug}/staff/tasks/${task.id}`,
        on: readableDate(londonDate(at)),
        now,
      },
    ];
  });
};

/** The list of the staff directory: who is there, who is away and until when, and who has left. */
export const peoplePage = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const { council, staff } = request;
  const today = londonDate(deps.clock.now());
  const [everyone, leavers] = await Promise.all([deps.store.everyone(council.slug), deps.store.leavers(council.slug)]);
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  const mayChange = staff.roles.includes('manager');
  const here = (member: StaffMember) => {
    const away = absenceOn(member, today);
    if (away === undefined) return '';
    const cover = away.cover ? (names.get(away.cover) ?? 'the team') : 'the team';
    return `Away until ${readableDate(away.to)}. Cover: ${cover}`;
  };
  return staffPage(deps, request, 'staff/people.njk', {
    mayChange,
    joinUrl: `/${council.slug}/staff/join`,
    people: everyone
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((member) => ({
        name: member.name,
        href: mayChange ? `/${council.slug}/staff/people/${encodeURIComponent(member.id)}` : '',
        roles: rolesOf(member),
        teams: (member.teams ?? []).join(', '),
        manager: (member.manager && names.get(member.manager)) || '',
        limit: member.weeklyLimit === undefined ? '' : `${pounds(member.weeklyLimit)} a week`,
        away: here(member),
      })),
    leavers: leavers
      .toSorted((a, b) => (b.left?.on ?? '').localeCompare(a.left?.on ?? ''))
      .map(({ name, left }) => ({ name, on: left ? readableDate(left.on) : '' })),
  });
};

const absenceRows = (absences: readonly Absence[], names: ReadonlyMap<string, string>, today: IsoDate, path: string) =>
  absences.toReversed().map(({ from, to, cover, by }) => ({
    from,
    first: readableDate(from),
    last: readableDate(to),
    cover: cover ? (names.get(cover) ?? 'Somebody who has left: the team') : 'The team',
    by: names.get(by) ?? 'A member of staff who has left',
    isOver: to < today,
    end: from > today ? 'Take away' : 'Back from today',
    changeHref: `${path}?absence=${from}#absence`,
  }));

/**
 * A member of staff for a manager: what the directory says, absences, and leaving. For oneself: absences, mail, and what went on meanwhile.
 *
 * @param member nobody yet, where somebody is being added
 */
export const memberPage = async (
  deps: Deps,
  request: StaffRequest,
  member: StaffMember | undefined,
  refused?: Refused,
): Promise<SiteResponse> => {
  const { council, staff, query } = request;
  const today = londonDate(deps.clock.now());
  const everyone = await deps.store.everyone(council.slug);
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  const isOwnPage = request.path.endsWith('/me');
  const base = `/${council.slug}/staff`;
  const own = member && `${base}/people/${encodeURIComponent(member.id)}`;
  const typedIn = (form: Refused['form']) => (refused?.form === form ? refused.typed : undefined);
  const [details, absence] = [typedIn('details'), typedIn('absence')];
  const said = (field: string, now: string | undefined) => details?.get(field) ?? now ?? '';
  const asked = absence?.get('was') ?? query['absence'];
  const changed = member?.absences?.find(({ from }) => from === isoDate.safeParse(asked).data);
  const coverNow = absence?.get('cover') ?? changed?.cover ?? '';
  const roles = details ? details.getAll('roles') : (member?.roles ?? []);
  const manager = said('manager', member?.manager);
  const shown = isOwnPage || member === undefined || !staff.roles.includes('manager');
  return staffPage(
    deps,
    request,
    'staff/person.njk',
    {
      csrf: staff.session?.csrf,
      title: isOwnPage ? 'Your absence and mail' : member ? 'Member of staff' : 'Add a member of staff',
      // A title holds no name, for it stands in the browser's history.
      caption: isOwnPage ? '' : (member?.name ?? ''),
      back: isOwnPage ? '' : `${base}/people`,
      isThere: member !== undefined,
      isOwnPage,
      // A field of dates is three boxes; the summary leads to the first.
      errors: (refused?.errors ?? []).map(({ field, message }) => ({
        text: message,
        href:
          field === ''
            ? '#main-content'
            : `#${['from', 'to'].includes(field) ? `${field}-day` : field.replace(/\[.*/, '')}`,
      })),
      wrong: Object.fromEntries(fieldsOfPage.map((name) => [name, wrongAt(refused, name)])),
      details: !isOwnPage && {
        action: member ? own : `${base}/join`,
        id: said('id', undefined),
        name: said('name', member?.name),
        email: said('email', member?.email),
        teams: said('teams', (member?.teams ?? []).join(', ')),
        weeklyLimit: said(
          'weeklyLimit',
          member?.weeklyLimit === undefined ? '' : (member.weeklyLimit / 100).toFixed(2),
        ),
        roles: staffRole.options.map((role) => ({
          value: role,
          text: sentence(roleWords[role]),
          checked: roles.includes(role),
        })),
        managers: [
          { value: '', text: 'Nobody in particular: the managers’ mailbox' },
          ...everyone
            .filter((one) => one.roles.includes('manager') && one.id !== member?.id)
            .map(({ id, name }) => ({ value: id, text: name, selected: id === manager })),
        ],
        isOneself: member?.id === staff.id,
      },
      absences: member ? absenceRows(member.absences ?? [], names, today, isOwnPage ? `${base}/me` : (own ?? '')) : [],
      absence: own && {
        action: `${own}/absence`,
        endAction: `${own}/absence/end`,
        was: changed?.from ?? '',
        heading: changed ? `Change the absence from ${readableDate(changed.from)}` : 'Enter an absence',
        from: dateItems('from', absence, changed?.from),
        to: dateItems('to', absence, changed?.to),
        covers: [
          { value: '', text: 'The team' },
          ...everyone
            .filter((one) => one.id !== member?.id && one.roles.some((role) => member?.roles.includes(role)))
            .map((one) => ({
              value: one.id,
              text: absenceOn(one, today) ? `${one.name} (away today)` : one.name,
              selected: one.id === coverNow,
            })),
        ],
      },
      coversFor: member ? coveredBy(member.id, everyone, today).map(({ name }) => name) : [],
      mail: isOwnPage && member && { action: `${base}/me`, prefersDigest: member.prefersDigest === true },
      wentOn: isOwnPage && member ? await wentOn(deps, request, member.id) : [],
      leave: !shown && member.id !== staff.id && { action: `${own}/leave` },
    },
    { status: refused?.status ?? 200 },
  );
};
