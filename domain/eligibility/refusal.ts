/** What a refusal of an assessment means, and when the duty to assess revives. Care Act 2014 s.11. */
import type { Ruling } from '../ruling.ts';

/** What is known about an adult who says no to a needs assessment. */
export type AdultRefusal = {
  /** `not_assessed` when there is reason to doubt capacity and nobody has assessed it yet. */
  readonly capacityToRefuse: 'has' | 'lacks' | 'not_assessed';
  /** Whether the assessment is in the person's best interests; asked only when capacity is lacking. */
  readonly inBestInterests?: boolean | undefined;
  readonly abuseOrNeglect: boolean;
  /** What happened since the refusal; a new refusal after a change of needs stands again. */
  readonly since?: 'asked_for_assessment' | 'needs_changed' | 'needs_changed_and_refused_again' | undefined;
};

/** What a refusal by an adult leads to. s.11(1) to (4). */
export const adultRefusal = (
  refusal: AdultRefusal,
): Ruling<
  | 'asked_again'
  | 'needs_changed'
  | 'abuse_or_neglect'
  | 'lacks_capacity'
  | 'assess_capacity_first'
  | 'decide_best_interests_first'
  | 'refused'
> => {
  if (refusal.since === 'asked_for_assessment') {
    return assess('asked_again', 'The person asked for an assessment after refusing one.', 's.11(3)');
  }
  if (refusal.since === 'needs_changed') {
    return assess('needs_changed', 'Needs or circumstances have changed since the refusal.', 's.11(4)');
  }
  if (refusal.abuseOrNeglect) {
    return assess('abuse_or_neglect', 'The person is experiencing, or is at risk of, abuse or neglect.', 's.11(2)(b)');
  }
  if (refusal.capacityToRefuse === 'not_assessed') {
    return {
      may: false,
      code: 'assess_capacity_first',
      reason: 'There is doubt whether the person can decide to refuse.',
      next: 'Assess capacity for this decision before treating the refusal as one.',
      source: 's.11(2)(a); Mental Capacity Act 2005 ss.2 to 4',
    };
  }
  if (refusal.capacityToRefuse === 'lacks' && refusal.inBestInterests === undefined) {
    return {
      may: false,
      code: 'decide_best_interests_first',
      reason: "The person lacks capacity to refuse, and nobody has decided what is in the person's best interests.",
      next: "Decide whether an assessment is in the person's best interests.",
      source: 's.11(2)(a)',
    };
  }
  if (refusal.capacityToRefuse === 'lacks' && refusal.inBestInterests === true) {
    return assess(
      'lacks_capacity',
      "The person lacks capacity to refuse, and it is in the person's best interests.",
      's.11(2)(a)',
    );
  }
  return noDuty('s.11(1)');
};

/**
 * What a refusal by a carer leads to: the text shown has no exception for capacity or abuse.
 *
 * s.11(5) and (6); that a change of needs revives the duty is s.11(7), from memory of the Act; to be checked.
 */
export const carerRefusal = (
  since: AdultRefusal['since'] | undefined,
): Ruling<'asked_again' | 'needs_changed' | 'refused'> => {
  if (since === 'asked_for_assessment') {
    return assess('asked_again', 'The carer asked for an assessment after refusing one.', 's.11(6)');
  }
  return since === 'needs_changed'
    ? assess('needs_changed', "The carer's needs or circumstances have changed since the refusal.", 's.11(7)')
    : noDuty('s.11(5)');
};

const assess = <Code extends string>(code: Code, reason: string, source: string): Ruling<Code> => ({
  may: true,
  code,
  reason,
  next: 'Carry out the assessment in spite of the earlier refusal.',
  source,
});

const noDuty = (source: string): Ruling<'refused'> => ({
  may: false,
  code: 'refused',
  reason: 'The assessment was refused.',
  next: 'Record the refusal, give information and advice, and say how to ask for an assessment later.',
  source,
});
