import { createHash } from 'node:crypto';
import { reviewReasonId } from '../../domain/review/review-reasons.ts';
import { reviewPlanned } from '../../schemas/api.ts';
import { earlyReview } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { Problem } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json } from '../../services/web/site.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';
import { createReviewCycles } from '../../services/work/review-cycles.ts';

/**
 * Brings the review of a plan in force forward, on a reasonable request (Care Act 2014 section 27(1)(b)). The cycle that
 * waits is replaced. POST /{council}/staff/cases/{reference}/review
 *
 * The same `Idempotency-Key` brings it forward once; with other content it is refused.
 */
export const call = byPage('review', (deps) => async (request) => {
  const { askedBy, reason } = actionAnswers(deps, request, earlyReview);
  const { careCase, role } = await permittedCase(deps, request, ['key-worker', 'assessor', 'manager']);
  if (careCase.closed || careCase.planInForce === undefined) {
    throw new Problem({
      status: 409,
      code: 'no-plan-in-force',
      title: 'There is no plan to review',
      detail: 'A review looks at a care and support plan that is in force. This case has none now.',
    });
  }
  const { council, reference } = careCase;
  const key = request.headers['idempotency-key'];
  // Hashed, since a client may put anything into its key, and this becomes part of a key of the table.
  const cause = `early-${key ? createHash('sha256').update(key).digest('base64url') : deps.newId()}`;
  const why = `Asked for by the ${askedBy}. ${reason}`;
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  const generation = await createReviewCycles(deps)(careCase, { cause, kind: 'early', actor, reason: why });
  const asked = await deps.store.record(council, reference, 'note', reviewReasonId(cause));
  if (asked?.kind === 'note' && asked.content.text !== why) throw problems.keyReused();
  const { nextReview } = await deps.store.knownCase(council, reference);
  return json(201, reviewPlanned, { generation, dueOn: nextReview?.dueOn ?? careCase.targetOn });
});
