import { forReaders } from '../../services/follow/case-access.ts';
import { createOwnPlans } from '../../services/follow/own-plan.ts';
import { planDraft } from '../../services/follow/own-plan-pages.ts';
import { planSiteOf } from '../../services/follow/own-plan-site.ts';

/** The parts of the plan that is being written. GET /{council}/case/{reference}/plan/write */
export const call = forReaders(
  (deps) => async (request, reader) =>
    planDraft(planSiteOf(deps, request, reader), await createOwnPlans(deps).read(reader.careCase)),
);
