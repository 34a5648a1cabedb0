/** What a refusal of an assessment means, and when the duty to assess revives. Care Act 2014 s.11. */
import type { Ruling } from '../ruling.ts';

/** What is known about an adult who says no to a needs assessment. */
export type AdultRefusal = {
  /** `not-assessed` when there is reason to doubt capacity and nobody has assessed it yet. */
  readonly capacityToRefuse: 'has' | 'lacks' | 'not-assessed';
  /** Whether the assessment is in the person's best interests; asked only when capacity is lacking. */
  readonly inBestInterests?: boolean | undefined;
  readonly abuseOrNeglect: boolean;
  /** What happened since the refusal; a new refusal after a change of needs stands again. */
  readonly since?: 'asked-for-assessment' | 'needs-changed' | 'needs-changed-and-refused-again' | undefined;
};

/** What a refusal by an adult leads to. s.11(1) to (4). */
export const adultRefusal = (
  refusal: AdultRefusal,
): Ruling<
  | 'asked-again'
  | 'needs-changed'
  | 'abuse-or-neglect'
  | 'lacks-capacity'
  | 'assess-capacity-first'
  | 'decide-best-interests-first'
  | 'refused'
> => {
  if (refusal.since === 'asked-for-assessment') {
    return assess('asked-again', 'The person asked for an assessment after refusing one.', 's.11(3)');
  }
  if (refusal.since === 'needs-changed') {
    return assess('needs-changed', 'Needs or circumstances have changed since the refusal.', 's.11(4)');
  }
  if (refusal.abuseOrNeglect) {
    return assess('abuse-or-neglect', 'The person is experiencing, or is at risk of, abuse or neglect.', 's.11(2)(b)');
  }
  if (refusal.capacityToRefuse === 'not-assessed') {
    return {
      may: false,
      code: 'assess-capacity-first',
      reason: 'There is doubt whether the person can decide to refuse.',
      next: 'Assess capacity for this decision before treating the refusal as one.',
      source: 's.11(2)(a); Mental Capacity Act 2005 ss.2 to 4',
    };
  }
  if (refusal.capacityToRefuse === 'lacks' && refusal.inBestInterests === undefined) {
    return {
      may: false,
      code: 'decide-best-interests-first',
      reason: "The person lacks capacity to refuse, and nobody has decided what is in the person's best interests.",
      next: "Decide whether an assessment is in the person's best interests.",
      source: 's.11(2)(a)',
    };
  }
  if (refusal.capacityToRefuse === 'lacks' && refusal.inBestInterests === true) {
    return assess(
      'lacks-capacity',
      "The person lacks capacity to refuse, and it is in the person's best interests.",
      's.11(2)(a)',
    );
  }
  return noDuty('s.11(1)');
};

/**
 * What a refusal by a carer leads to: there is no exception for capacity or abuse. The duty comes back when the carer asks, or when the
 * needs or circumstances of the carer or of the adult change. s.11(5) to (7).
 */
export const carerRefusal = (
  since: AdultRefusal['since'] | undefined,
): Ruling<'asked-again' | 'needs-changed' | 'refused'> => {
  if (since === 'asked-for-assessment') {
    return assess('asked-again', 'The carer asked for an assessment after refusing one.', 's.11(6)');
  }
  return since === 'needs-changed'
    ? assess(
        'needs-changed',
        "The carer's or the adult's needs or circumstances have changed since the refusal.",
        's.11(7)',
      )
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
