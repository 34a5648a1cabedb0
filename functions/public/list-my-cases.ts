import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { say } from '../../schemas/say.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, casesToFollow, toSignIn } from '../../services/follow/case-access.ts';
import { createSessions } from '../../services/web/sessions.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { sayingWhenItEnds } from '../../services/web/time-left.ts';
import { myCasesPage } from '../../templates/pages/case-pages.ts';

/** The cases of who is signed in; the case itself where there is one. GET /{council}/case */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const found = await createSessions(deps, 'case').of(request);
  if (found.state !== 'open') return toSignIn(council.slug, found.state);
  const { address, subjects, csrf } = found.session;
  const cases = (await casesToFollow(deps, council.slug, address)).filter(({ careCase }) =>
    subjects.includes(careCase.reference),
  );
  const [only, ...others] = cases;
  if (only && others.length === 0) return seeOther(casePath(only.careCase));
  const shown = cases.map(({ careCase: { reference, openedAt }, person, as }) => ({
    reference,
    whose: as === 'person' ? say`Your request` : say`The request of ${person.firstName}`,
    openedOn: readableDate(londonDate(openedAt)),
  }));
  const list = page(200, myCasesPage({ council, csrf, cases: shown }));
  return sayingWhenItEnds(deps, request, list, { held: 'case', endsAt: found.endsAt, csrf });
};
