import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { BrokenRule, Ruling } from '../ruling.ts';
import { type DirectPaymentCode, directPayment, directPaymentToAuthorisedPerson } from './direct-payment.ts';

/** Whether a relative may be paid from a direct payment, and where not, what to do. */
export type RelativeCode = 'may-be-paid' | 'partner' | 'same-home';

/**
 * Whom a direct payment may pay: never a spouse, civil partner or who lives as one, in whatever household, nor another close relative in the same
 * home, unless the council finds it necessary, for care or to manage the payment. Reg 3 as quoted elsewhere.
 *
 * @see Care and Support (Direct Payments) Regulations 2014 (SI 2014/2871), regulation 3
 */
export const relativePaid = (
  relative: 'partner' | 'same-home' | 'other-home' | undefined,
  necessity: { readonly why: string | undefined; readonly paidFor: 'care' | 'administration' | undefined },
): Ruling<RelativeCode> => {
  const source = 'SI 2014/2871 reg 3';
  const isNecessary = (necessity.why ?? '').trim() !== '' && necessity.paidFor !== undefined;
  if (relative === undefined || relative === 'other-home' || isNecessary) {
    return { may: true, code: 'may-be-paid', reason: 'Nothing bars it.', next: 'Go on.', source };
  }
  return {
    may: false,
    code: relative,
    reason:
      relative === 'partner'
        ? 'A husband, wife or partner is not paid, wherever they live.'
        : 'A close relative in the same home is not paid.',
    next: 'Choose somebody else, or say for what they are paid and why it is necessary.',
    source,
  };
};

const fields: Readonly<Record<DirectPaymentCode, string>> = {
  'must-pay': '',
  'not-asked': 'paymentAskedFor',
  'use-section-32': 'paymentCapacity',
  'nominee-does-not-agree': 'recipientAgrees',
  'not-supported': 'authoritySupports',
  prohibited: 'paymentRuledOut',
  discretion: 'paymentRuledOut',
  'not-best-interests': 'recipientBestInterests',
  'cannot-manage': 'paymentManageable',
  'not-appropriate': 'paymentAppropriate',
};

/** Why whoever asks for a person without capacity is not authorised on the footing that was given. s.32(4). */
const footingProblems = ({ authorisedAs, authorityOver, authoritySupports }: PlanAnswers): BrokenRule[] => {
  const refuse = (field: string, message: string): BrokenRule[] => [{ field, rule: 's.32(4)', message }];
  if (authorisedAs === undefined) {
    return refuse('authorisedAs', 'Select on which of the three footings whoever asks is authorised');
  }
  if (authorisedAs === 'holds-power' && authorityOver !== 'welfare') {
    return refuse(
      'authorisedAs',
      'Authority over property and money, or none, is not power over care needs. They may be found suitable under (b) or (c)',
    );
  }
  if (authorisedAs === 'agreed-with-holder' && authoritySupports !== 'yes') {
    return refuse(
      'authorisedAs',
      'Under (b) whoever holds power over care needs agrees. Where nobody holds it, choose (c)',
    );
  }
  return authorisedAs === 'council-decides' && authoritySupports !== 'nobody'
    ? refuse('authorisedAs', 'Somebody holds power over care needs: under (b) they have to agree')
    : [];
};

const payeeProblems = ({ paymentCapacity, directPayments = [] }: PlanAnswers): BrokenRule[] =>
  directPayments.flatMap(({ paidTo }, row) =>
    paymentCapacity === 'no' && paidTo !== 'authorised-person'
      ? [
          {
            field: `directPayments[${row}].paidTo`,
            rule: 's.32',
            message: 'Of a person who cannot decide to ask for it, it is paid to an authorised person',
          },
        ]
      : [],
  );

const conditions = (answers: PlanAnswers): Ruling<DirectPaymentCode> => {
  const shared = {
    asked: answers.paymentAskedFor === 'yes',
    prohibited: answers.paymentRuledOut === 'prohibited',
    discretionUsedAgainst: answers.paymentRuledOut === 'council-decided',
    canManageAloneOrWithHelp: answers.paymentManageable === 'yes',
    appropriate: answers.paymentAppropriate === 'yes',
  };
  return answers.paymentCapacity === 'no'
    ? directPaymentToAuthorisedPerson({
        ...shared,
        supportedByWhoeverHasAuthority: answers.authoritySupports !== 'no',
        actsInBestInterests: answers.recipientBestInterests === 'yes',
      })
    : directPayment({
        ...shared,
        hasCapacityToAsk: true,
        nomineeAgrees: answers.recipientAgrees === 'no-nominee' ? undefined : answers.recipientAgrees === 'yes',
      });
};

/** Why a plan cannot hold its budget as a direct payment, each at the question that puts it right. Care Act 2014 ss.31 to 33. */
export const directPaymentProblems = (answers: PlanAnswers): BrokenRule[] => {
  if (!answers.paymentRoutes.includes('direct-payment')) return [];
  const ruling = conditions(answers);
  const relative = relativePaid(answers.paysRelative === 'yes' ? answers.relativeIs : undefined, {
    why: answers.relativeNecessary,
    paidFor: answers.relativePaidFor,
  });
  return [
    ...(answers.paymentCapacity === 'no' ? footingProblems(answers) : []),
    ...(ruling.may
      ? []
      : [{ field: fields[ruling.code], rule: ruling.source, message: `${ruling.reason} ${ruling.next}` }]),
    ...(relative.may
      ? []
      : [{ field: 'relativeNecessary', rule: relative.source, message: `${relative.reason} ${relative.next}` }]),
    ...payeeProblems(answers),
  ];
};

/** A direct payment that was asked for and is not made is refused in writing. */
export const paymentRefused = (
  { paymentRoutes, paymentRefusedWhy }: PlanAnswers,
  wished: 'as-planned' | 'direct-payment' | 'council-managed' | 'both' | undefined,
): BrokenRule[] =>
  (wished === 'direct-payment' || wished === 'both') &&
  !paymentRoutes.includes('direct-payment') &&
  paymentRefusedWhy === undefined
    ? [
        {
          field: 'paymentRefusedWhy',
          rule: 's.31',
          message: 'The person asked for a direct payment. Make it, or say in writing why there is none',
        },
      ]
    : [];
