/** What a wish to change a plan leads to, and how a request for a review is answered. Care Act 2014 s.27. */
import type { Ruling } from '../ruling.ts';

/** A change that someone asks for, or that came to light. */
export type PlanChange = {
  /** Needs or circumstances changed in a way that affects the plan. */
  readonly circumstancesChanged: boolean;
  /** Money changed, so that the contribution may. */
  readonly moneyChanged: boolean;
  /** Only the provider, the type of service, or how it is arranged or paid for. */
  readonly arrangementOnly: boolean;
  readonly personAskedAndIsContent: boolean;
};

/** One step that a change leads to, with its source. */
export type ChangeStep = {
  readonly step: 'reassess' | 'financial-reassessment' | 'minor-change' | 'review';
  readonly why: string;
  readonly source: string;
};

/**
 * The steps that a change leads to; several can go together.
 *
 * That a small change which the person asks for and is content with needs no full review is statutory guidance ch. 13, from memory of
 * the guidance, to be checked, and Staffordshire's published rule.
 */
export const stepsForChange = (change: PlanChange): readonly ChangeStep[] => {
  const steps: ChangeStep[] = [];
  if (change.circumstancesChanged) {
    steps.push({
      step: 'reassess',
      why: 'Circumstances changed in a way that affects the plan: assess and decide again as far as appropriate, then revise.',
      source: 's.27(4)',
    });
  }
  if (change.moneyChanged) {
    steps.push({
      step: 'financial-reassessment',
      why: 'The ability to pay changed: assess the finances again.',
      source: 's.27(4); s.17',
    });
  }
  if (!change.circumstancesChanged && change.arrangementOnly) {
    steps.push(
      change.personAskedAndIsContent
        ? {
            step: 'minor-change',
            why: 'Only the arrangement changes, and the person asked for it and is content: the author of the plan settles it.',
            source: 'statutory guidance ch. 13',
          }
        : { step: 'review', why: 'The person is not content with the new arrangement.', source: 's.27(1)' },
    );
  }
  return steps.length > 0 ? steps : [{ step: 'review', why: 'Something else may need to change.', source: 's.27(1)' }];
};

/** How a request for a review was decided. */
export type ReviewRequestDecision = {
  readonly reasonable: boolean;
  /** Given in writing with a refusal. */
  readonly reasons?: string | undefined;
  readonly toldHowToChallenge: boolean;
};

/**
 * Whether a request leads to a review, and whether a refusal may be sent yet.
 *
 * s.27(1)(b): a reasonable request by or for the adult, or the carer. Reasons in writing and how to challenge are statutory guidance
 * ch. 13, from memory; to be checked.
 */
export const reviewRequest = (
  decision: ReviewRequestDecision,
): Ruling<'review' | 'write-reasons-first' | 'say-how-to-challenge-first' | 'refused-with-reasons'> => {
  const source = decision.reasonable ? 's.27(1)(b)' : 'statutory guidance ch. 13';
  if (decision.reasonable) {
    return { may: true, code: 'review', reason: 'The request is reasonable.', next: 'Arrange the review.', source };
  }
  if (decision.reasons === undefined || decision.reasons.trim() === '') {
    return {
      may: false,
      code: 'write-reasons-first',
      reason: 'A refusal needs reasons.',
      next: 'Write the reasons for refusing a review.',
      source,
    };
  }
  return decision.toldHowToChallenge
    ? {
        may: false,
        code: 'refused-with-reasons',
        reason: decision.reasons,
        next: 'Send the refusal in writing; the planned review stays as it is.',
        source,
      }
    : {
        may: false,
        code: 'say-how-to-challenge-first',
        reason: 'A refusal says how to challenge it.',
        next: 'Add how the person can question the refusal or complain.',
        source,
      };
};
