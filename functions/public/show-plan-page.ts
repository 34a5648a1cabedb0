import { seeOther } from '../../services/apply/draft-calls.ts';
import { forReaders } from '../../services/follow/case-access.ts';
import { shownPlanPage } from '../../services/follow/own-plan-pages.ts';
import { planSiteOf } from '../../services/follow/own-plan-site.ts';

/** One page of the plan that is being written. GET /{council}/case/{reference}/plan/write/{page} */
export const call = forReaders((deps) => async (request, reader) => {
  const shown = await shownPlanPage(planSiteOf(deps, request, reader), reader.careCase);
  return 'goOn' in shown ? seeOther(shown.goOn) : shown;
});
