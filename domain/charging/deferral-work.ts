import type { Answers } from '../../schemas/form-conditions.ts';
import type { deferredPayment, deferredPaymentReview } from '../../schemas/forms/deferred-payment.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { inPounds } from '../forms/forms.ts';
import { again, openedBy, plannedStep } from '../journey/follow-up.ts';
import { broken, done, type Rule, recordId } from '../journey/work-outcome.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays, addWeeks, londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { deferral, highestInterest, interestOn, interestPeriod, repaidAfterDeath } from './deferred-payment.ts';

const percent = (hundredths: number): string => `${(hundredths / 100).toFixed(2)}%`;

/** The lower limit of capital, which stays with the person: the same in every year that is known. SI 2014/2672, regulation 25. */
const limits = { lower: 14_250_00 };

type Agreement = Parameters<Rule<typeof deferredPayment>>[0];

const agreementProblems = (answers: Agreement): BrokenRule[] => {
  const { interestRate = 0, giltRate = 0, toldCostsOn, signedOn, signedAs, firstCharge, coOwners, insured } = answers;
  const most = highestInterest(giltRate);
  const checks: [boolean, string, string, string][] = [
    [
      interestRate > most,
      'interestRate',
      'SI 2014/2671, regulation 9',
      `Interest may be ${percent(most)} at most: the gilt rate and 0.15%`,
    ],
    [
      toldCostsOn !== undefined && signedOn !== undefined && toldCostsOn > signedOn,
      'toldCostsOn',
      'SI 2014/2671, regulations 9 and 10',
      'The person must be told of the interest and the costs before they sign',
    ],
    [
      firstCharge === 'no',
      'firstCharge',
      'SI 2014/2671, regulation 2',
      'Without the first charge there is no security for the debt. Refuse it with that reason, or wait until there is',
    ],
    [coOwners === 'no', 'coOwners', 'A council’s policy', 'All who own the home must consent before it is signed'],
    [insured === 'no', 'insured', 'A council’s policy', 'The home must be insured and kept in repair'],
    [
      signedAs === 'other',
      'signedAs',
      'Mental Capacity Act 2005',
      'Only the person, or an attorney or deputy for property, can sign for their money',
    ],
  ];
  return checks.filter(([isBroken]) => isBroken).map(([, field, rule, message]) => ({ field, rule, message }));
};

/** The first day of the next half-year, on which interest changes and what is owed is looked at again. SI 2014/2671, regulation 9. */
const nextHalfYear = (today: IsoDate): IsoDate => addDays(interestPeriod(today).last, 1);

/** An agreement on a deferred payment, or why there is none: it changes the charge, and is looked at again each half-year. Care Act 2014 s.34. */
export const arrangeDeferredPayment: Rule<typeof deferredPayment> = (answers, { task, now }) => {
  const { deferralOutcome, toldCostsOn } = answers;
  if (deferralOutcome !== 'agreed') return done(deferralOutcome, { tells: ['answer-ready'] });
  const problems = agreementProblems(answers);
  if (problems.length > 0) return broken(problems);
  const reviewOn = nextHalfYear(londonDate(now));
  return done('agreed', {
    tells: ['answer-ready'],
    opens: [
      openedBy(
        task,
        'assess-finances',
        `A deferred payment is agreed, its costs told on ${toldCostsOn ? readableDate(toldCostsOn) : 'no day'}: work out what the person pays now, and what is put off`,
      ),
      {
        kind: 'review-deferred-payment',
        step: plannedStep('review-deferred-payment', 'half-year', recordId(task)),
        opensOn: reviewOn,
        reason: `The rate of interest changes on ${readableDate(reviewOn)}. Tell the person what they owe`,
      },
    ],
  });
};

/**
 * A review of a deferred payment: at the limit no more care is put off and the charge is worked out again, at 70% of the home’s value what comes
 * next is talked about, and it ends with the sale or 90 days after the death.
 */
export const reviewDeferredPayment: Rule<typeof deferredPaymentReview> = (answers, { task, now }) => {
  const { deferralState, debtNow, homeValue, priorCharges, deferredWeekly = 0, diedOn } = answers;
  const today = londonDate(now);
  if (deferralState === 'died') {
    const paidBy = repaidAfterDeath(diedOn ?? today);
    if (today >= paidBy) return done('died');
    const reason = `The debt is to be paid back by ${readableDate(paidBy)}, 90 days after the death`;
    return done('died', { opens: [{ ...again(task, paidBy, reason), opensOn: addDays(today, 1) }] });
  }
  if (deferralState === 'sold' || deferralState === 'ended')
    return done(deferralState, {
      tells: ['answer-ready'],
      opens: [openedBy(task, 'assess-finances', 'A deferred payment has ended: work out what the person pays now')],
    });
  const home = { value: homeValue ?? 0, priorCharges: priorCharges ?? 0 };
  const { limit, wholeWeeks, reviewAt } = deferral(home, debtNow, deferredWeekly, limits);
  if (deferralState === 'goes-on' && debtNow >= limit)
    return broken([
      {
        field: 'deferralState',
        rule: 'Gloucestershire County Council’s policy, 12.3',
        message: `The limit of ${inPounds(limit)} is reached: no more care can be put off. Say so, and work out what the person pays`,
      },
    ]);
  // Weeks in which the debt reaches 70% of the value, where that is sooner than the half-year.
  const toReview =
    deferredWeekly > 0 && debtNow < reviewAt ? Math.ceil((reviewAt - debtNow) / deferredWeekly) : undefined;
  const days = [
    nextHalfYear(today),
    ...(toReview === undefined ? [] : [addWeeks(today, toReview)]),
    ...(wholeWeeks === undefined || wholeWeeks === 0 ? [] : [addWeeks(today, wholeWeeks)]),
  ];
  const next = days.toSorted()[0] ?? nextHalfYear(today);
  const why =
    debtNow >= reviewAt
      ? 'The debt is over 70% of the home’s value: talk about what comes when the limit is reached'
      : `What is owed is looked at again on ${readableDate(next)}. It reaches 70% of the home’s value at ${inPounds(reviewAt)}`;
  return done(deferralState, {
    tells: ['answer-ready'],
    opens: [
      { ...again(task, next, why), opensOn: next },
      ...(deferralState === 'at-limit'
        ? [openedBy(task, 'assess-finances', 'The limit of a deferred payment is reached: no more care is put off')]
        : []),
    ],
  });
};

const amounts = (answers: Answers, ...names: string[]): number[] =>
  names.map((name) => answers[name]).filter((one) => typeof one === 'number');

/** The interest of the present half-year on what is owed. SI 2014/2671, regulation 9. */
export const deferralInterestLine = (answers: Answers, today: IsoDate): string[] => {
  const [debt, rate] = amounts(answers, 'debtNow', 'interestRate');
  if (debt === undefined || rate === undefined) return [];
  const { first, last, giltYear } = interestPeriod(today);
  return [
    `${inPounds(interestOn(debt, rate, first, last))} at ${percent(rate)}, from ${readableDate(first)} to ${readableDate(last)}`,
    `The gilt rate is that of ${giltYear}`,
  ];
};

/** The limit, how many weeks are left, and at what debt it is looked at again. */
export const deferralReachLine = (answers: Answers): string[] => {
  const [debt, value, prior, weekly] = amounts(answers, 'debtNow', 'homeValue', 'priorCharges', 'deferredWeekly');
  if (debt === undefined || value === undefined || prior === undefined || weekly === undefined) return [];
  const { limit, wholeWeeks, reviewAt } = deferral({ value, priorCharges: prior }, debt, weekly, limits);
  return [
    `At most ${inPounds(limit)} can be put off`,
    ...(wholeWeeks === undefined ? [] : [`That is ${wholeWeeks} more whole weeks`]),
    `It is looked at again at a debt of ${inPounds(reviewAt)}`,
  ];
};
