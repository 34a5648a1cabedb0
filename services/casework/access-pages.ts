import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, readableTime, shortDate } from '../../domain/time/readable-date.ts';
import { asTyped } from '../../domain/time/typed-day.ts';
import { type CasePart, casePart, type LookBy, lookReason, partWords, reasonWords } from '../../schemas/access.ts';
import type { CaseReference, IsoDate } from '../../schemas/scalars.ts';
import { createReasons } from '../access/reasons.ts';
import type { NamedLook } from '../access/who-looked.ts';
import type { Deps } from '../deps.ts';
import type { ProblemDetails } from '../runtime/errors.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { knownReference } from '../work/permitted-case.ts';
import { caseSections } from './case-sections.ts';
import { staffPage } from './staff-frame.ts';
import { roleWords } from './who-did-it.ts';

/** A page of this council's staff site by what an address or a form says, or else another: nobody is led out of the site by it. */
export const ownPath = (
  { council }: Pick<StaffRequest, 'council'>,
  to: string | undefined,
  otherwise: string,
): string => {
  const own = `/${council.slug}/staff/`;
  const isOwn = to?.startsWith(own) === true && !to.includes('\\') && !to.includes('//');
  return isOwn ? to : own + otherwise;
};

/** What was typed into a form that was refused, and why. */
type Refused = { readonly typed: Readonly<Record<string, unknown>>; readonly problem: ProblemDetails };

const errorsOf = (refused: Refused | undefined, ids: Readonly<Record<string, string>> = {}) =>
  (refused?.problem.errors ?? []).map(({ field, message }) => ({ text: message, href: `#${ids[field] ?? field}` }));

const errorOf = (refused: Refused | undefined, wanted: string): string =>
  refused?.problem.errors?.find(({ field }) => field === wanted)?.message ?? '';

const minutesWords = (minutes: number): string => {
  if (minutes % 60 !== 0) return `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
};

/** The page that asks why somebody needs what their work does not need. It says no name: whoever reads it may not know it yet. */
export const reasonPage = async (deps: Deps, request: StaffRequest, refused?: Refused): Promise<SiteResponse> => {
  const reference = knownReference(request);
  const asked = await createReasons(deps).asked(request, reference);
  const part = casePart.safeParse(request.query['part']).data;
  const typed = refused?.typed ?? {};
  const view = {
    ...asked,
    title: asked.restricted ? 'This record is restricted' : 'Why do you need this?',
    part: part ? partWords[part satisfies CasePart] : '',
    action: request.path + (part ? `?part=${part}` : ''),
    opens: minutesWords(asked.minutes),
    to: String(typed['to'] ?? request.query['to'] ?? ''),
    kinds: lookReason.options.map((value) => ({
      value,
      text: reasonWords[value],
      checked: typed['kind'] === value,
    })),
    says: String(typed['says'] ?? ''),
    errors: errorsOf(refused),
    kindError: errorOf(refused, 'kind'),
    saysError: errorOf(refused, 'says'),
    csrf: request.staff.session?.csrf,
  };
  return staffPage(deps, request, 'staff/reason.njk', view, { status: refused?.problem.status ?? 200 });
};

const byWords: Readonly<Record<LookBy, string>> = {
  task: 'Their own work',
  worker: 'Their case',
  team: 'Work of their team',
  role: 'No task',
  reason: 'A reason',
  search: 'A search showed it',
};

/** What a look may be at that is no section of a case and no part of it. */
const lookedAtWords: Readonly<Record<string, string>> = {
  task: 'A task',
  document: 'A document',
  copy: 'A copy or letter',
  search: 'A search showed it',
  reason: 'Gave a reason',
};

const lookedAt = (section: string): string => {
  const known = (names: object): string | undefined => Object.getOwnPropertyDescriptor(names, section)?.value;
  const words =
    known(lookedAtWords) ??
    Object.entries(caseSections).find(([id]) => id === section)?.[1].text ??
    known(partWords) ??
    section.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Where that is which was looked at. */
const lookedAtPath = ({ section, about, reference }: NamedLook, { slug }: StaffRequest['council']): string => {
  if (about === undefined) return '';
  const ofCase = `/${slug}/staff/cases/${reference}`;
  const paths: Readonly<Record<string, string>> = {
    task: `/${slug}/staff/tasks/${about}`,
    document: `${ofCase}/documents/${about}`,
    copy: `${ofCase}/copies/${about}/read`,
  };
  return paths[section] ?? '';
};

const lookLine = (council: StaffRequest['council'], look: NamedLook) => ({
  ...lookWords(look),
  whatHref: lookedAtPath(look, council),
});

const lookWords = ({ at, name, staff, section, by, task, reason, reference }: NamedLook) => ({
  when: `${shortDate(londonDate(at))}, ${readableTime(at)}`,
  who: `${name}, ${roleWords[staff.role]}`,
  what: lookedAt(section),
  by: reason ? `${reasonWords[reason.kind]}${reason.says ? `: ${reason.says}` : ''}` : byWords[by],
  task: task ?? '',
  stands: by === 'role' || by === 'reason',
  reference,
});

/** The page of who looked: at one case, or on a day without a task at any. */
export const looksPage = (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
  {
    reference,
    day,
    looks,
    notADay,
  }: {
    readonly reference?: CaseReference;
    readonly day?: IsoDate;
    readonly looks: readonly NamedLook[];
    /** What was typed for the day, and is none. */
    readonly notADay?: string;
  },
): Promise<SiteResponse> =>
  staffPage(
    deps,
    request,
    'staff/looks.njk',
    {
      title: reference ? `Who looked - ${reference}` : 'Who looked without a task',
      heading: reference ? 'Who looked' : 'Who looked without a task',
      reference: reference ?? '',
      back: reference ? `/${request.council.slug}/staff/cases/${reference}` : '',
      cases: `/${request.council.slug}/staff/cases/`,
      day: day ? readableDate(day) : '',
      asked: notADay ?? (day ? asTyped(day) : ''),
      action: request.path,
      lines: looks.map((look) => lookLine(request.council, look)),
      wrong: notADay === undefined ? '' : 'Enter a day, such as 31/1/2026',
    },
    { status: notADay === undefined ? 200 : 400 },
  );
