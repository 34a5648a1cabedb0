/**
 * Whether a person has capacity for one decision at one time.
 *
 * Mental Capacity Act 2005 ss.1 to 4, from memory of that Act; to be checked. The fields follow a council's published form.
 */

/** What is found when capacity for a decision is assessed; an ability left out was not tested. */
export type CapacityAssessment = {
  /** The decision, such as "refuse a needs assessment": capacity for one decision says nothing of another. */
  readonly decision: string;
  readonly reasonToDoubt: boolean;
  readonly impairmentOfMindOrBrain?: boolean | undefined;
  readonly understand?: boolean | undefined;
  readonly retain?: boolean | undefined;
  readonly useOrWeigh?: boolean | undefined;
  readonly communicate?: boolean | undefined;
  /** Whether the inability is because of the impairment. */
  readonly becauseOfImpairment?: boolean | undefined;
  /** What was done to help the person decide, such as a quiet time of day, pictures or an interpreter. */
  readonly supportGiven?: string | undefined;
};

/** What the assessment comes to. Lacking capacity is never the answer while something was not asked. */
export type CapacityFinding =
  | {
      readonly finding: 'presumed' | 'has-capacity' | 'lacks-capacity';
      readonly decision: string;
      readonly why: string;
    }
  | { readonly finding: 'not-enough-information'; readonly decision: string; readonly missing: readonly string[] };

const abilities = ['understand', 'retain', 'useOrWeigh', 'communicate'] as const;

const abilityWords = {
  understand: 'understand the relevant information',
  retain: 'retain it',
  useOrWeigh: 'use or weigh it',
  communicate: 'communicate the decision',
} as const;

/**
 * Whether the person can make the decision: presumed (s.1(2)) until an impairment (s.2(1)) makes the person unable to
 * understand, retain, use or weigh, or communicate (s.3(1)), after all practicable help (s.1(3)).
 */
export const capacityFor = (assessment: CapacityAssessment): CapacityFinding => {
  const { decision, reasonToDoubt, impairmentOfMindOrBrain, becauseOfImpairment, supportGiven } = assessment;
  if (!reasonToDoubt) {
    return { finding: 'presumed', decision, why: 'There is no reason to doubt capacity (s.1(2)).' };
  }
  if (impairmentOfMindOrBrain === false) {
    return { finding: 'has-capacity', decision, why: 'There is no impairment of mind or brain (s.2(1)).' };
  }
  const unable = abilities.filter((ability) => assessment[ability] === false);
  const untested = abilities.filter((ability) => assessment[ability] === undefined);
  if (unable.length === 0 && untested.length === 0) {
    return {
      finding: 'has-capacity',
      decision,
      why: 'The person can do all four things that a decision takes (s.3(1)).',
    };
  }
  if (unable.length > 0 && becauseOfImpairment === false) {
    return { finding: 'has-capacity', decision, why: 'The inability is not because of the impairment (s.2(1)).' };
  }
  const missing = [
    ...(impairmentOfMindOrBrain === undefined ? ['whether there is an impairment of mind or brain (s.2(1))'] : []),
    ...(unable.length === 0
      ? untested.map((ability) => `whether the person can ${abilityWords[ability]} (s.3(1))`)
      : []),
    ...(unable.length > 0 && becauseOfImpairment === undefined
      ? ['whether the inability is because of the impairment (s.2(1))']
      : []),
    ...(supportGiven === undefined || supportGiven.trim() === ''
      ? ['what was done to help the person decide (s.1(3))']
      : []),
  ];
  return missing.length > 0
    ? { finding: 'not-enough-information', decision, missing }
    : {
        finding: 'lacks-capacity',
        decision,
        why: `Because of an impairment the person cannot ${unable.map((ability) => abilityWords[ability]).join(', or ')} (ss.2 and 3).`,
      };
};
