import { wayInPage } from '../../services/casework/way-in-page.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { createStaffSignIn, ownPath, signInPath } from '../../services/web/staff-sign-in.ts';

/**
 * Says that somebody has signed out. From our own button (`?from=here`) the browser goes on to end the session of the sign-in pages too, which send it
 * back here: by a refresh, since a form may not lead to another site. Where a session ended by itself (`?to=`), it leads back to that page. GET /{council}/staff/signed-out
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, query } = request;
  const onward = query['from'] === 'here' ? createStaffSignIn(deps).logoutUrl(council) : undefined;
  const way = signInPath(council.slug, ownPath(council.slug, query['to']));
  if (query['to'] !== undefined) {
    return wayInPage(request, 200, {
      title: 'You were signed out',
      detail:
        'You did nothing for a while, so that nobody else can read what was on this page. What you saved is kept.',
      links: [{ href: way, text: 'Sign in and go on where you were' }],
    });
  }
  return wayInPage(
    request,
    200,
    {
      title: 'You have signed out',
      detail: 'You are signed out here and in every other browser and tab. What you saved is kept.',
      links: [
        ...(onward === undefined ? [] : [{ href: onward, text: 'Sign out of the sign-in pages too' }]),
        { href: way, text: 'Sign in again' },
      ],
    },
    onward === undefined ? {} : { refresh: `0; url=${onward}` },
  );
};
