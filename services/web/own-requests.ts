import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { isFromElsewhere } from './sessions.ts';
import type { CouncilRequest } from './site.ts';
import { isForm } from './staff-forms.ts';
import type { StaffIdentity } from './staff-identity.ts';
import { createStaffSessions } from './staff-sessions.ts';

/** The header in which a script of ours shows what a form carries as a field. */
const csrfHeader = 'x-csrf-token';

/** What a request shows to prove that it comes from a page of ours. */
export const shownToken = (request: Pick<CouncilRequest, 'headers' | 'body'>): string =>
  (isForm(request) ? new URLSearchParams(request.body).get('csrf') : request.headers[csrfHeader]) ?? '';

/** Whether the browser names another site as the one that sent this. Our pages tell no origin (`referrer-policy`), which arrives as "null". */
const isOfOtherOrigin = ({ headers }: Pick<CouncilRequest, 'headers'>, siteUrl: string): boolean => {
  const { origin, host } = headers;
  if (origin === undefined || origin === 'null') return false;
  const own = URL.canParse(origin) && (origin === new URL(siteUrl).origin || new URL(origin).host === host);
  return !own;
};

/** Whether the browser says that another site sent a request. */
export const isFromOtherSite = (request: Pick<CouncilRequest, 'headers'>, siteUrl: string): boolean =>
  isFromElsewhere(request) || isOfOtherOrigin(request, siteUrl);

/**
 * Refuses what another site made a signed-in browser send: it has to come from here by the browser's own word, and to carry what stands in a form that
 * was made for this person. A form of an earlier session of theirs is as good, so that nobody loses what they typed by signing in again beside it.
 *
 * @throws Problem 403
 * @see OWASP, Cross-Site Request Forgery Prevention
 */
export const expectOwnRequest = async (
  deps: Pick<Deps, 'store' | 'clock' | 'councils' | 'siteUrl'>,
  request: CouncilRequest,
  { id }: Pick<StaffIdentity, 'id'>,
): Promise<void> => {
  if (isFromOtherSite(request, deps.siteUrl)) throw problems.notFromHere();
  const shownTo = await createStaffSessions(deps).formOf(shownToken(request));
  if (shownTo?.id !== id || shownTo.council !== request.council.slug) throw problems.notFromHere();
};
