import { stageWords } from '../../domain/journey.ts';
import { applicationStatus } from '../../schemas/api.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { problems } from '../common/problems.ts';
import { type CouncilCall, json } from '../common/site.ts';

/** Says where an application is, and nothing about the person. GET /{council}/applications/{reference} */
export const call: CouncilCall =
  ({ store }) =>
  async ({ council, params }) => {
    const reference = caseReference.safeParse(params['reference']?.toUpperCase());
    const found = reference.success ? await store.case(council.slug, reference.data) : undefined;
    if (found === undefined) throw problems.unknownApplication();
    const { now, next } = stageWords[found.stage];
    const waiting = found.stage === 'received' || found.stage === 'assessment';
    return json(200, applicationStatus, {
      reference: found.reference,
      stage: found.stage,
      stageText: now,
      nextText: next,
      receivedAt: found.openedAt,
      ...(waiting && { targetOn: found.targetOn }),
      ...(found.nextReview && { reviewDueOn: found.nextReview.dueOn }),
    });
  };
