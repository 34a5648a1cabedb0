import { stageWords } from '../../domain/journey/journey.ts';
import { expectedBy } from '../../domain/journey/lateness.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { ApplicationStatus } from '../../schemas/api.ts';
import { caseReference } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { CouncilRequest } from '../web/site.ts';

/**
 * Where the request with this reference is: nothing about the person, since whoever holds the reference may ask.
 *
 * @throws Problem 404
 */
export const statusOf = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { council, params }: CouncilRequest,
): Promise<ApplicationStatus> => {
  const reference = caseReference.safeParse(params['reference']?.trim().toUpperCase());
  const found = reference.success ? await store.case(council.slug, reference.data) : undefined;
  if (found === undefined) throw problems.unknownApplication();
  const { now, next } = stageWords[found.stage];
  const expected = expectedBy(found, londonDate(clock.now()));
  const waiting = found.stage === 'received' || found.stage === 'assessment';
  return {
    reference: found.reference,
    stage: found.stage,
    stageText: now,
    nextText: next,
    receivedAt: found.openedAt,
    ...(waiting && expected && { targetOn: expected }),
    ...(found.nextReview && { reviewDueOn: found.nextReview.dueOn }),
  };
};
