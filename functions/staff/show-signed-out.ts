import { wayInPage } from '../../services/casework/way-in-page.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { createStaffSignIn, signInPath, staffHome } from '../../services/web/staff-sign-in.ts';

/**
 * Says that somebody has signed out. From our own button (`?from=here`) the browser goes on to end the session of the sign-in pages too, which send it
 * back here: by a refresh, since a form may not lead to another site. GET /{council}/staff/signed-out
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, query } = request;
  const onward = query['from'] === 'here' ? createStaffSignIn(deps).logoutUrl(council) : undefined;
  return wayInPage(
    request,
    200,
    {
      title: 'You have signed out',
      detail: 'You are signed out here and in every other browser and tab. What you saved is kept.',
      links: [
        ...(onward === undefined ? [] : [{ href: onward, text: 'Sign out of the sign-in pages too' }]),
        { href: signInPath(council.slug, staffHome(council.slug)), text: 'Sign in again' },
      ],
    },
    onward === undefined ? {} : { refresh: `0; url=${onward}` },
  );
};
