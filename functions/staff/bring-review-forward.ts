import { bringReviewForwardBody, reviewPlanned } from '../../schemas/api.ts';
import { CarewayError, Problem } from '../common/errors.ts';
import { permittedCase } from '../common/permitted-case.ts';
import { problems } from '../common/problems.ts';
import { createReviewCycles } from '../common/review-cycles.ts';
import { json, jsonBody, type StaffCall } from '../common/site.ts';

/**
 * Brings the review of a plan in force forward, on a reasonable request (Care Act 2014 section 27(1)(b)). The cycle that
 * waits is replaced. POST /{council}/staff/cases/{reference}/review
 *
 * The same `Idempotency-Key` brings it forward once.
 */
export const call: StaffCall = (deps) => async (request) => {
  const { askedBy, reason } = jsonBody(request, bringReviewForwardBody);
  const { careCase, role } = await permittedCase(deps, request, ['key-worker', 'assessor', 'manager']);
  if (careCase.closed || careCase.planInForce === undefined) {
    throw new Problem({
      status: 409,
      code: 'no-plan-in-force',
      title: 'There is no plan to review',
      detail: 'A review looks at a care and support plan that is in force. This case has none now.',
    });
  }
  const cause = `${askedBy}-${request.headers['idempotency-key'] ?? deps.newId()}`;
  try {
    const actor = { kind: 'staff', id: request.staff.id, role } as const;
    const generation = await createReviewCycles(deps)(careCase, { cause, kind: 'early', actor, reason });
    const { nextReview } = await deps.store.knownCase(careCase.council, careCase.reference);
    return json(201, reviewPlanned, { generation, dueOn: nextReview?.dueOn ?? careCase.targetOn });
  } catch (error) {
    if (error instanceof CarewayError) throw problems.busy();
    throw error;
  }
};
