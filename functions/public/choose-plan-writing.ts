import { planWriter } from '../../schemas/case.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { createOwnPlans } from '../../services/follow/own-plan.ts';
import { afterChoice, planWriting } from '../../services/follow/own-plan-pages.ts';
import { planSiteOf } from '../../services/follow/own-plan-site.ts';

/** Keeps how the person wants their plan written. POST /{council}/case/{reference}/plan/how */
export const call = forPosts((deps) => async (request, reader, fields) => {
  const site = planSiteOf(deps, request, reader);
  const plans = createOwnPlans(deps);
  const how = planWriter.safeParse(fields.get('how'));
  if (!how.success) {
    return planWriting(site, await plans.read(reader.careCase), 'Select who should write the plan');
  }
  await plans.choose(reader.careCase, how.data, site.author);
  return seeOther(afterChoice(site.base, how.data));
});
