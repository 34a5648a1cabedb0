import { seeOther } from '../../services/apply/draft-calls.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { savePlanPage } from '../../services/follow/own-plan-pages.ts';
import { planSiteOf } from '../../services/follow/own-plan-site.ts';

/** Saves one page of the plan that is being written. POST /{council}/case/{reference}/plan/write/{page} */
export const call = forPosts((deps) => async (request, reader, fields) => {
  const saved = await savePlanPage(planSiteOf(deps, request, reader), reader.careCase, fields);
  return 'goOn' in saved ? seeOther(saved.goOn) : saved;
});
