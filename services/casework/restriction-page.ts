import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { asTyped } from '../../domain/time/typed-day.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { Deps } from '../deps.ts';
import type { ProblemDetails } from '../runtime/errors.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { staffPage } from './staff-frame.ts';
import { roleWords } from './who-did-it.ts';

type Refused = {
  readonly typed: { readonly to: readonly string[]; readonly reason: string; readonly reviewOn: string };
  readonly problem: ProblemDetails;
};

/** The page on which a record is restricted to named staff, and freed. */
export const restrictionPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
  { restricted, firstName, lastName }: KnownPerson,
  refused?: Refused,
): Promise<SiteResponse> => {
  const everyone = await deps.store.everyone(request.council.slug);
  const named = refused?.typed.to ?? restricted?.to ?? [];
  const errorOf = (wanted: string) => refused?.problem.errors?.find(({ field }) => field === wanted)?.message ?? '';
  const by = everyone.find(({ id }) => id === restricted?.by)?.name ?? 'somebody who left';
  const view = {
    title: 'Who may open this record',
    name: `${firstName} ${lastName}`,
    stands: restricted
      ? `Restricted by ${by} on ${readableDate(londonDate(restricted.at))}. It is to be looked at again on ${readableDate(restricted.reviewOn)}.`
      : '',
    people: everyone
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name, roles }) => ({
        value: id,
        text: name,
        hint: { text: roles.map((role) => roleWords[role]).join(', ') },
        checked: named.includes(id),
      })),
    reason: refused?.typed.reason ?? restricted?.reason ?? '',
    reviewOn: refused?.typed.reviewOn ?? (restricted ? asTyped(restricted.reviewOn) : ''),
    errors: (refused?.problem.errors ?? []).map(({ field, message }) => ({ text: message, href: `#${field}` })),
    toError: errorOf('to'),
    reasonError: errorOf('reason'),
    reviewOnError: errorOf('reviewOn'),
    action: request.path,
    csrf: request.staff.session?.csrf,
  };
  return staffPage(deps, request, 'staff/restriction.njk', view, { status: refused?.problem.status ?? 200 });
};
