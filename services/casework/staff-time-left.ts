import type { Deps } from '../deps.ts';
import type { CouncilRequest, SiteResponse } from '../web/site.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';
import { leftUntil } from '../web/time-left.ts';

/** Where the layout of staff has a place for it. */
const place = '<!-- time left -->';

/** What becomes of what stands on a page: said before a session ends, and true of every form of the staff site. */
const kept =
  'What you saved is kept. What you send from this page after that is kept for 12 hours, for you alone: you sign in again, and send it then.';

/** A page of staff with a line that says by when its session ends; whatever is no page, or is shown to a program, stays as it is. */
export const sayingWhenStaffEnd = async (
  deps: Pick<Deps, 'clock'>,
  { council: { slug }, path, query }: Pick<CouncilRequest, 'council' | 'path' | 'query'>,
  response: SiteResponse,
  { session }: StaffIdentity,
): Promise<SiteResponse> => {
  if (session === undefined || !response.type.startsWith('text/html') || !response.body.includes(place))
    return response;
  const { renderStaff } = await import('../../templates/staff-environment.ts');
  const { secondsLeft, until } = leftUntil(deps, session);
  const search = new URLSearchParams(query).toString();
  const to = search === '' ? path : `${path}?${search}`;
  const line = renderStaff('staff/time-left.njk', {
    kept,
    secondsLeft: String(secondsLeft),
    until,
    csrf: session.csrf,
    action: `/${slug}/staff/time-left`,
    ended: `/${slug}/staff/signed-out?${new URLSearchParams({ to })}`,
  });
  return { ...response, body: response.body.replace(place, () => line) };
};
