/** Whom the law wants involved. Care Act 2014 ss.9(5), 10(7), 25(3) to (4), 27(2) to (3). */

/** The occasions on which people must be involved. */
export type InvolvementOccasion =
  | 'needs-assessment'
  | 'carers-assessment'
  | 'care-and-support-plan'
  | 'support-plan'
  | 'revising-care-and-support-plan'
  | 'revising-support-plan';

/** What is known about the people around the person. */
export type PeopleAround = {
  readonly hasCarer: boolean;
  /** Whom the person asked to involve, by name. */
  readonly askedFor: readonly string[];
  readonly canAsk: boolean;
  /** Who appears interested in the person's welfare; they matter when the person lacks capacity to ask. */
  readonly interestedInWelfare: readonly string[];
  /** In a carer's case, whether the carer asks for the adult who is cared for to be involved. */
  readonly carerAsksForCaredForAdult: boolean;
};

/** Someone to be involved, and by which clause. */
export type ToInvolve = { readonly who: string; readonly source: string };

const clauses: Readonly<Record<InvolvementOccasion, string>> = {
  'needs-assessment': 's.9(5)',
  'carers-assessment': 's.10(7)',
  'care-and-support-plan': 's.25(3)',
  'support-plan': 's.25(4)',
  'revising-care-and-support-plan': 's.27(2)',
  'revising-support-plan': 's.27(3)',
};

/** Everyone who must be involved on an occasion, the person first. */
export const toInvolve = (occasion: InvolvementOccasion, people: PeopleAround): readonly ToInvolve[] => {
  const source = clauses[occasion];
  const carersCase =
    occasion === 'carers-assessment' || occasion === 'support-plan' || occasion === 'revising-support-plan';
  const who = carersCase
    ? ['the carer', ...(people.carerAsksForCaredForAdult ? ['the adult needing care'] : []), ...people.askedFor]
    : [
        'the adult',
        ...(people.hasCarer ? ['the carer'] : []),
        ...(people.canAsk ? people.askedFor : people.interestedInWelfare),
      ];
  return [...new Set(who)].map((one) => ({ who: one, source }));
};
