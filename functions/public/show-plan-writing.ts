import { forReaders } from '../../services/follow/case-access.ts';
import { createOwnPlans } from '../../services/follow/own-plan.ts';
import { planWriting } from '../../services/follow/own-plan-pages.ts';
import { planSiteOf } from '../../services/follow/own-plan-site.ts';

/** Asks how the plan is to be written. GET /{council}/case/{reference}/plan/how */
export const call = forReaders(
  (deps) => async (request, reader) =>
    planWriting(planSiteOf(deps, request, reader), await createOwnPlans(deps).read(reader.careCase)),
);
