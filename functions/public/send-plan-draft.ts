import { seeOther } from '../../services/apply/draft-calls.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { createOwnPlans } from '../../services/follow/own-plan.ts';
import { planDraft } from '../../services/follow/own-plan-pages.ts';
import { planSiteOf } from '../../services/follow/own-plan-site.ts';

/** Says that the plan is ready, or takes it back. POST /{council}/case/{reference}/plan/write */
export const call = forPosts((deps) => async (request, reader, fields) => {
  const site = planSiteOf(deps, request, reader);
  const plans = createOwnPlans(deps);
  if (fields.get('action') === 'take-back') {
    await plans.takeBack(reader.careCase, site.author);
    return seeOther(`${site.base}/write`);
  }
  const left = await plans.ready(reader.careCase, fields.get('withWorker') === 'yes', site.author);
  if (left.length > 0) return planDraft(site, await plans.read(reader.careCase), { status: 400, left });
  return seeOther(`${site.base}/write`);
});
