import type { Deps } from '../deps.ts';
import type { CouncilRequest } from '../web/site.ts';
import { type CaseReader, casePath } from './case-access.ts';
import type { PlanSite } from './own-plan-pages.ts';

/** The pages of a plan for who follows the case: the person, or whoever helps them. */
export const planSiteOf = (
  deps: Deps,
  request: CouncilRequest,
  { careCase, person, helper, as, actor, session }: CaseReader,
): PlanSite => {
  const who = as === 'person' ? person : (helper ?? person);
  return {
    deps,
    request,
    csrf: session.csrf,
    base: casePath(careCase, 'plan'),
    back: { href: casePath(careCase), text: 'Back to your case' },
    author: { actor, by: { id: as, name: `${who.firstName} ${who.lastName}`, as } },
    about: as === 'person' ? undefined : person.firstName,
    showsMoney: true,
    isOwner: true,
  };
};
