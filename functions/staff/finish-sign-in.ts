import { wayInPage } from '../../services/casework/way-in-page.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { seeOther } from '../../services/web/staff-forms.ts';
import { createStaffSessions } from '../../services/web/staff-sessions.ts';
import { createStaffSignIn, signInPath, staffHome } from '../../services/web/staff-sign-in.ts';

/** Takes a browser back from the sign-in pages, signs it in, and sends it to the page that was asked for. GET /{council}/staff/signed-in */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const sessions = createStaffSessions(deps);
  const found = await createStaffSignIn(deps).finish(request);
  if (found.ok) {
    const there = seeOther(found.to);
    return { ...there, headers: { ...there.headers, ...(await sessions.open(council.slug, found.who)) } };
  }
  // Back to this address by the back button: they are signed in already.
  if ((await sessions.of(request, council)).state === 'open') return seeOther(staffHome(council.slug));
  return wayInPage(request, 400, {
    title: 'You are not signed in yet',
    detail:
      found.reason === 'refused'
        ? 'The sign-in pages did not confirm who you are. Nothing is wrong with your work. Sign in once more.'
        : 'This browser did not begin this sign-in, or more than an hour ago. Sign in once more. If this page comes again, allow cookies for this site.',
    links: [{ href: signInPath(council.slug, found.to ?? staffHome(council.slug)), text: 'Sign in' }],
  });
};
