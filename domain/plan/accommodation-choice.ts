/**
 * Choice of a care home or similar, and top-ups. Care Act 2014 s.30; Care and Support and After-care (Choice of Accommodation)
 * Regulations 2014 (SI 2014/2670), as published procedures restate them.
 */
import { type Pence, pence } from '../../schemas/scalars.ts';
import type { Ruling } from '../ruling.ts';

/** The top-up in pence a week: what the place costs above the budget's rate, never part of the means-tested contribution. */
export const topUpWeekly = (actualFee: Pence, budgetRate: Pence): Pence =>
  pence.parse(Math.max(0, actualFee - budgetRate));

/** What a written top-up agreement says; the list is from a secondary source, to be checked against the regulations. */
export const topUpAgreementTerms = [
  'extra-cost',
  'what-budget-allows',
  'frequency',
  'payee',
  'review',
  'effect-of-stopping',
  'effect-of-price-rises',
  'effect-of-changed-finances',
] as const;
export type TopUpAgreementTerm = (typeof topUpAgreementTerms)[number];

/** Who would pay the extra, and on what footing. */
export type TopUpOffer = {
  /** At least one place within the budget was offered, without any top-up. */
  readonly placeWithinBudgetOffered: boolean;
  readonly payer:
    | { readonly who: 'third-party' }
    | {
        readonly who: 'person';
        /** The 12-week property disregard, a deferred payment agreement, after-care under s.117 of the Mental Health Act, or none. */
        readonly ground: 'twelve-week-disregard' | 'deferred-payment' | 'section-117' | 'none';
      };
  readonly ableAndWilling: boolean;
  /** The terms in the written agreement; leave out when nothing is in writing. */
  readonly agreementTerms?: readonly TopUpAgreementTerm[] | undefined;
};

/** Why a top-up is not possible, or that it is. */
export type TopUpCode =
  | 'allowed'
  | 'offer-within-budget-first'
  | 'own-money-not-allowed'
  | 'not-able-and-willing'
  | 'no-agreement'
  | 'agreement-incomplete';

/**
 * Whether someone may pay a top-up.
 *
 * The three grounds on which a person may use their own money are from a secondary source and from memory of the regulations
 * (SI 2014/2670 reg 5 was not seen); to be checked.
 */
export const topUpAllowed = ({
  placeWithinBudgetOffered,
  payer,
  ableAndWilling,
  agreementTerms,
}: TopUpOffer): Ruling<TopUpCode> => {
  const source = 'SI 2014/2670 reg 5';
  const no = (code: TopUpCode, reason: string, next: string): Ruling<TopUpCode> => ({
    may: false,
    code,
    reason,
    next,
    source,
  });
  if (!placeWithinBudgetOffered) {
    return no(
      'offer-within-budget-first',
      'No place within the budget was offered.',
      'Offer at least one suitable place that needs no top-up.',
    );
  }
  if (payer.who === 'person' && payer.ground === 'none') {
    return no(
      'own-money-not-allowed',
      'A person may pay their own top-up only during the 12-week disregard, under a deferred payment agreement, or for after-care.',
      'Look for a third party, or for a place within the budget.',
    );
  }
  if (!ableAndWilling) {
    return no(
      'not-able-and-willing',
      'The payer is not both able and willing to pay for as long as it is needed.',
      'Look for another payer, or for a place within the budget.',
    );
  }
  if (agreementTerms === undefined) {
    return no(
      'no-agreement',
      'There is no written agreement.',
      'Make the agreement in writing before the placement starts.',
    );
  }
  const lacking = topUpAgreementTerms.filter((term) => !agreementTerms.includes(term));
  return lacking.length > 0
    ? no('agreement-incomplete', `The agreement leaves out: ${lacking.join(', ')}.`, 'Complete the agreement.')
    : {
        may: true,
        code: 'allowed',
        reason: 'The payer is able and willing, and the agreement is complete.',
        next: 'Place the person, and review the agreement with the plan.',
        source,
      };
};

/** What is known about the place that a person prefers. */
export type PreferredPlace = {
  readonly sameType: boolean;
  readonly suitable: boolean;
  readonly available: boolean;
  readonly providerAcceptsTerms: boolean;
  readonly actualFee: Pence;
  readonly budgetRate: Pence;
  /** The answer of `topUpAllowed`; matters only when the place is dearer. */
  readonly topUp?: Ruling<TopUpCode> | undefined;
};

/** Whether the council must arrange the preferred place: five conditions, the last only when it costs more than the budget. */
export const preferredPlace = (
  place: PreferredPlace,
): Ruling<'arrange' | 'other-type' | 'not-suitable' | 'not-available' | 'terms-not-accepted' | 'additional-cost'> => {
  const source = 's.30; SI 2014/2670';
  const no = <Code extends string>(code: Code, reason: string) =>
    ({ may: false, code, reason, next: 'Say why in writing, and offer other suitable places.', source }) as const;
  if (!place.sameType) {
    return no('other-type', 'The place is not of the type that the plan says.');
  }
  if (!place.suitable) {
    return no('not-suitable', "The place does not suit the person's needs.");
  }
  if (!place.available) {
    return no('not-available', 'The place is not available.');
  }
  if (!place.providerAcceptsTerms) {
    return no('terms-not-accepted', "The provider does not accept the council's terms.");
  }
  if (topUpWeekly(place.actualFee, place.budgetRate) > 0 && place.topUp?.may !== true) {
    return no(
      'additional-cost',
      place.topUp === undefined
        ? 'The place is dearer, and nobody has agreed to pay the difference.'
        : place.topUp.reason,
    );
  }
  return {
    may: true,
    code: 'arrange',
    reason: 'All conditions of choice are met.',
    next: 'Arrange the preferred place.',
    source,
  };
};
