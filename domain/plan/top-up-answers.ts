import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { SetUpAnswers } from '../../schemas/forms/set-up.ts';
import { type Pence, pence } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { preferredPlace, type TopUpCode, topUpAllowed, topUpWeekly } from './accommodation-choice.ts';

/** What the budget allows for a place: never less than the cheapest suitable home that is free. Statutory guidance, Annex A. */
export const budgetForPlace = (budgetRate: number, cheapestHome: number | undefined): Pence =>
  pence.parse(Math.max(budgetRate, cheapestHome ?? 0));

const fields: Readonly<Record<TopUpCode, string>> = {
  allowed: '',
  'offer-within-budget-first': 'topUpOffered',
  'own-money-not-allowed': 'topUpGround',
  'not-able-and-willing': 'topUpAbleAndWilling',
  'no-agreement': 'topUpTerms',
  'agreement-incomplete': 'topUpTerms',
};

const topUpOf = ({ topUpOffered, topUpPayer, topUpGround, topUpAbleAndWilling, topUpTerms }: SetUpAnswers) =>
  topUpAllowed({
    placeWithinBudgetOffered: topUpOffered === 'yes',
    payer: topUpPayer === 'person' ? { who: 'person', ground: topUpGround ?? 'none' } : { who: 'third-party' },
    ableAndWilling: topUpAbleAndWilling === 'yes',
    agreementTerms: topUpTerms,
  });

const ratesOf = ({ topUpFee = 0, topUpBudgetRate = 0, cheapestHome }: SetUpAnswers) => ({
  actualFee: pence.parse(topUpFee),
  budgetRate: budgetForPlace(topUpBudgetRate, cheapestHome),
});

/** Why a top-up cannot be taken as it is set up: the place within the budget, the payer, the ground, the agreement, the amount. */
export const topUpProblems = (answers: SetUpAnswers): BrokenRule[] => {
  if (answers.topUp !== 'yes') return [];
  const ruling = topUpOf(answers);
  const { actualFee, budgetRate } = ratesOf(answers);
  return [
    ...(ruling.may
      ? []
      : [{ field: fields[ruling.code], rule: ruling.source, message: `${ruling.reason} ${ruling.next}` }]),
    ...(budgetRate > (answers.topUpBudgetRate ?? 0)
      ? [
          {
            field: 'topUpBudgetRate',
            rule: 'SI 2014/2670',
            message: 'The budget allows at least what the cheapest suitable home that is free costs. Enter that',
          },
        ]
      : []),
    ...(topUpWeekly(actualFee, budgetRate) === 0
      ? [
          {
            field: 'topUp',
            rule: 'SI 2014/2670',
            message: 'The place costs no more than the budget allows: there is no top-up',
          },
        ]
      : []),
  ];
};

/** Why a plan of care in a home cannot start yet: a home was offered, and one within the budget before anybody pays for a dearer one. SI 2014/2670. */
export const offerProblems = (answers: SetUpAnswers, { needs }: Pick<PlanAnswers, 'needs'>): BrokenRule[] => {
  const { placesOffered = [], topUp } = answers;
  const refuse = (message: string): BrokenRule[] => [{ field: 'placesOffered', rule: 'SI 2014/2670', message }];
  if (!needs.some(({ supportType, councilMeets }) => supportType === 'care-home' && councilMeets === 'yes')) return [];
  if (placesOffered.length === 0) return refuse('Care is given in a home: enter which homes were offered');
  return topUp === 'yes' && placesOffered.every(({ weekly }) => weekly > ratesOf(answers).budgetRate)
    ? refuse('Offer at least one home that costs no more than the budget, and enter it')
    : [];
};

/** Whether the home that a person wants is arranged as the five conditions say. Care Act 2014 s.30. */
export const placeProblems = (answers: SetUpAnswers): BrokenRule[] => {
  if (answers.placePreferred !== 'yes') return [];
  const is: readonly string[] = answers.placeIs ?? [];
  const ruling = preferredPlace({
    sameType: is.includes('same-type'),
    suitable: is.includes('suitable'),
    available: is.includes('available'),
    providerAcceptsTerms: is.includes('accepts-terms'),
    ...ratesOf(answers),
    ...(answers.topUp === 'yes' && { topUp: topUpOf(answers) }),
  });
  if (answers.placeArranged === 'yes' && !ruling.may) {
    return [{ field: 'placeArranged', rule: ruling.source, message: `${ruling.reason} ${ruling.next}` }];
  }
  if (answers.placeArranged === 'yes' || (!ruling.may && answers.placeRefusedWhy !== undefined)) return [];
  return ruling.may
    ? [{ field: 'placeArranged', rule: ruling.source, message: `${ruling.reason} ${ruling.next}` }]
    : [{ field: 'placeRefusedWhy', rule: ruling.source, message: `${ruling.reason} ${ruling.next}` }];
};
