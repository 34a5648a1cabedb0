import { readableTime } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import type { ProblemDetails } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { createKeptForms } from '../web/kept-forms.ts';
import { isFromOtherSite, shownToken } from '../web/own-requests.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { staffCaller } from '../web/staff-caller.ts';
import { isForm, seeOther } from '../web/staff-forms.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';
import { createStaffSessions } from '../web/staff-sessions.ts';
import { signInPath, staffHome } from '../web/staff-sign-in.ts';
import { staffPage } from './staff-frame.ts';
import { wayInPage } from './way-in-page.ts';

type Asked = CouncilRequest & { readonly method: string };

/** How many managers are named, so that a large council's list stays a sentence. */
const named = 3;

/** Whom to ask for what one may not see: managers by name, and their team. */
const whomToAsk = async ({ store }: Pick<Deps, 'store'>, { slug, teams }: Council): Promise<string> => {
  const managers = (await store.everyone(slug)).filter(({ roles }) => roles.includes('manager'));
  const names = managers.slice(0, named).map(({ name }) => name);
  const { name, email } = teams.manager;
  return names.length === 0
    ? `Ask ${name}: ${email}.`
    : `Ask ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)} (${name}, ${email}).`;
};

/** For whoever is signed in and has no role with this council: who they are taken for, whom to ask, and the way out. */
const noRolePage = async (deps: Pick<Deps, 'store' | 'clock' | 'councils'>, request: Asked): Promise<SiteResponse> => {
  const { council, path } = request;
  const found = await createStaffSessions(deps).of(request, council, false);
  const { staffPageHtml } = await import('../../templates/staff/frame.ts');
  const signedIn = found.state === 'open' && {
    who: found.session.name,
    csrf: found.session.csrf,
    signOutUrl: `/${council.slug}/staff/sign-out`,
  };
  const html = staffPageHtml(
    'staff/problem.njk',
    { council, path, navigation: [], ...signedIn },
    {
      title: 'You have no role here',
      detail: `You are signed in, but you have no role at ${council.name}, or it has been taken from you. If you were given one just now, sign out and in again.`,
      errors: [{ message: await whomToAsk(deps, council) }],
      links: [],
    },
  );
  return page(403, html);
};

/** Problems for which a form was sent in vain though it may be in order: its session is over, or somebody else is signed in by now. */
const inVain = ['sign-in', 'signed-in-elsewhere', 'not-from-here'];

/**
 * Keeps a form that was sent when its session was over, and says so. Only what a page of ours carries is kept, by the mark of the person to whom it
 * was shown; what another site sends never is.
 */
const keptPage = async (
  deps: Pick<Deps, 'store' | 'clock' | 'councils' | 'siteUrl'>,
  request: Asked,
  { code, status }: ProblemDetails,
): Promise<SiteResponse | undefined> => {
  const { council, path } = request;
  const place = `/${council.slug}/staff/kept/`;
  if (!inVain.includes(code) || !isForm(request) || isFromOtherSite(request, deps.siteUrl)) return undefined;
  const shownTo = await createStaffSessions(deps).formOf(shownToken(request));
  if (shownTo?.council !== council.slug) return undefined;
  // What is kept already, and the button that asks for more time, are nothing to keep.
  if (path.startsWith(place) || path === `/${council.slug}/staff/time-left`) return undefined;
  const { name, until } = await createKeptForms(deps).keep(request, shownTo.id);
  const way = new URLSearchParams({ to: `${place}${name}`, ...(code !== 'sign-in' && { afresh: 'yes' }) });
  const time = readableTime(isoInstant.parse(new Date(until).toISOString()));
  return wayInPage(request, status, {
    title: 'What you typed is kept. You are signed out',
    detail: `Nothing has been changed yet. Until ${time} it is kept sealed for the person who opened the page, and for nobody else. Sign in, and send it then.`,
    links: [{ href: `/${council.slug}/staff/sign-in?${way}`, text: 'Sign in and go on' }],
  });
};

/**
 * What a person at the staff site is shown in place of what they asked for. Whoever is not signed in goes to sign in, and comes straight back; whoever may
 * not see it reads whom to ask, or is asked why they need it.
 */
export const staffProblem = async (
  deps: Pick<Deps, 'store' | 'clock' | 'councils' | 'siteUrl' | 'staffSignIn'>,
  request: Asked,
  details: ProblemDetails,
  staff: StaffIdentity | undefined,
): Promise<SiteResponse> => {
  const { council, path, query } = request;
  const search = new URLSearchParams(query).toString();
  const here = search === '' ? path : `${path}?${search}`;
  const isSignedOut = details.status === 401 && request.headers['authorization'] === undefined;
  if (isSignedOut && request.method === 'GET') return seeOther(signInPath(council.slug, here));
  const kept = await keptPage(deps, request, details);
  if (kept) return kept;
  if (isSignedOut) {
    const links = [{ href: signInPath(council.slug, staffHome(council.slug)), text: 'Sign in' }];
    return wayInPage(request, 401, { ...details, links });
  }
  if (details.code === problems.signedInElsewhere('', council).details.code) {
    const links = [{ href: signInPath(council.slug, here), text: `Sign in at ${council.name}` }];
    return wayInPage(request, details.status, { ...details, links });
  }
  const { askAt } = details;
  if (typeof askAt === 'string' && request.method === 'GET') {
    return seeOther(`${askAt}${askAt.includes('?') ? '&' : '?'}to=${encodeURIComponent(here)}`);
  }
  const links = typeof askAt === 'string' ? [{ href: askAt, text: 'Say why you need it' }] : [];
  const view = { links, errors: [], ...details };
  // Where there is nothing at an address, nobody has asked yet who calls.
  const signedIn =
    staff ??
    (details.status === 404
      ? (await staffCaller(deps, request, council.slug).catch(() => undefined))?.staff
      : undefined);
  if (signedIn === undefined) {
    return details.status === 403 ? noRolePage(deps, request) : wayInPage(request, details.status, view);
  }
  const asks = details.code === problems.notYours().details.code;
  const errors = asks ? [{ message: await whomToAsk(deps, council) }] : view.errors;
  return staffPage(
    deps,
    { ...request, staff: signedIn },
    'staff/problem.njk',
    { ...view, errors },
    { status: details.status },
  );
};
