import type { careFromCarer } from '../../schemas/forms/care-from-carer.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { BrokenRule } from '../ruling.ts';
import { done, type Rule } from './work-outcome.ts';

/** Kinds of support that are given to the person whom a carer looks after, and never to the carer. */
const givenToAdult: readonly string[] = [
  'home-care',
  'day-opportunities',
  'shared-lives',
  'housing-with-care',
  'care-home',
];

/**
 * Why a carer’s plan cannot be written so: care given to the adult to relieve the carer is said to be that, and is not given against the
 * adult’s will. Care Act 2014 s.20(1)(c) and (7).
 */
export const careToAdultProblems = ({ about, needs, careToAdult, adultAgrees }: PlanAnswers): BrokenRule[] => {
  if (about !== 'carer') return [];
  const problem = (field: string, message: string): BrokenRule[] => [{ field, rule: 's.20(1)(c)', message }];
  if (careToAdult === 'no' && needs.some(({ supportType }) => givenToAdult.includes(supportType))) {
    return problem('careToAdult', 'Select yes: some of this is care for the person whom the carer looks after');
  }
  return adultAgrees === 'no'
    ? problem('adultAgrees', 'Plan support that is given to the carer alone: the adult does not agree to care for this')
    : [];
};

/** Why such a plan cannot be agreed: the adult has not been asked. Care Act 2014 s.20(1)(c). */
export const adultNotAsked = ({ about, careToAdult, adultAgrees }: PlanAnswers): BrokenRule[] =>
  about === 'carer' && careToAdult === 'yes' && (adultAgrees === 'not-asked' || adultAgrees === 'no')
    ? [
        {
          field: 'answer',
          rule: 's.20(1)(c)',
          message: 'Ask the person looked after whether they agree to this care, and write the plan again',
        },
      ]
    : [];

/** Whether a plan gives care to the adult whom a carer looks after, who agrees to it or in whose best interests it is. Care Act 2014 s.20(7). */
export const givesCareToAdult = (plan: PlanAnswers | undefined): boolean =>
  plan?.about === 'carer' && plan.careToAdult === 'yes';

/**
 * Care from a carer's plan in the adult's own case: it is theirs to agree to, its charge is theirs, and where their own plan changes for it, that is
 * reviewed. Care Act 2014 s.20(1)(c), (7) and (8).
 */
export const takeInCare: Rule<typeof careFromCarer> = ({ adultAgrees, planChanges }, { case: careCase }) => {
  const isReviewed = planChanges === 'yes' && careCase.planInForce !== undefined && careCase.closed === undefined;
  const outcome = adultAgrees === 'no' ? 'not-agreed' : adultAgrees === 'yes' ? 'agreed' : 'best-interests';
  return done(outcome, {
    ...(isReviewed && { reviewForward: 'The plan of their carer gives them care, and their own plan changes for it.' }),
  });
};
