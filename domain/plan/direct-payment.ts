/** When the council must meet needs by a direct payment, and when it must not. Care Act 2014 ss.31 to 33. */
import type { Ruling } from '../ruling.ts';

/** The four conditions of s.31, as found; "asked" starts the duty. */
export type DirectPaymentRequest = {
  readonly asked: boolean;
  readonly hasCapacityToAsk: boolean;
  /** Left out when nobody is nominated to receive the payment. */
  readonly nomineeAgrees?: boolean | undefined;
  readonly prohibited: boolean;
  /** Where regulations leave it to the council, and the council decided against it. */
  readonly discretionUsedAgainst: boolean;
  readonly canManageAloneOrWithHelp: boolean;
  readonly appropriate: boolean;
};

/** The five conditions of s.32, for an adult who lacks capacity to ask. */
export type AuthorisedPersonRequest = {
  readonly asked: boolean;
  /** Where someone else holds authority under the Mental Capacity Act 2005, whether they support the request. */
  readonly supportedByWhoeverHasAuthority: boolean;
  readonly prohibited: boolean;
  readonly discretionUsedAgainst: boolean;
  readonly actsInBestInterests: boolean;
  readonly canManageAloneOrWithHelp: boolean;
  readonly appropriate: boolean;
};

/** The condition that is not met, or that the payment must be made. */
export type DirectPaymentCode =
  | 'must-pay'
  | 'not-asked'
  | 'use-section-32'
  | 'nominee-does-not-agree'
  | 'not-supported'
  | 'prohibited'
  | 'discretion'
  | 'not-best-interests'
  | 'cannot-manage'
  | 'not-appropriate';

type Condition = { met: boolean; code: DirectPaymentCode; reason: string; next: string; source: string };

const decide = (conditions: readonly Condition[], source: string): Ruling<DirectPaymentCode> => {
  const failed = conditions.find(({ met }) => !met);
  return failed === undefined
    ? {
        may: true,
        code: 'must-pay',
        reason: 'All conditions are met.',
        next: 'Agree amount, frequency and account; review within 6 months and then at least every 12 months.',
        source,
      }
    : { may: false, code: failed.code, reason: failed.reason, next: failed.next, source: failed.source };
};

const arrange = 'Say why in writing, arrange the support for the person, and look again when this changes.';

/**
 * Whether the council must make a direct payment to an adult or carer who asks, or to their nominee. s.31(2) to (7).
 *
 * The four conditions are confirmed; the numbers of their subsections are from memory of the Act, to be checked.
 * Asked again later it also says whether the payment must stop, since it must when a condition fails (s.33). Two more limits are
 * not decided here because their regulations are from memory and to be checked: paying a close relative in the same home, and
 * long stays in a care home (Direct Payments Regulations 2014 regs 3 and 6).
 */
export const directPayment = (request: DirectPaymentRequest): Ruling<DirectPaymentCode> =>
  decide(
    [
      {
        met: request.asked,
        code: 'not-asked',
        reason: 'Nobody asked for a direct payment.',
        next: 'Say which needs a direct payment may meet, and let the person choose.',
        source: 's.31(1)',
      },
      {
        met: request.hasCapacityToAsk,
        code: 'use-section-32',
        reason: 'The person lacks capacity to ask for one.',
        next: 'An authorised person may ask instead.',
        source: 's.31(4); s.32',
      },
      {
        met: request.nomineeAgrees !== false,
        code: 'nominee-does-not-agree',
        reason: 'The nominated person does not agree to receive it.',
        next: 'Ask whether the person wants to nominate someone else or to receive it.',
        source: 's.31(4)',
      },
      ...sharedConditions(request, 's.31(5)'),
      manageable(request, 's.31(6)'),
      suitable(request, 's.31(7)'),
    ],
    's.31',
  );

/** Whether the council must make a direct payment to an authorised person: five conditions, from memory of s.32; to be checked. */
export const directPaymentToAuthorisedPerson = (request: AuthorisedPersonRequest): Ruling<DirectPaymentCode> =>
  decide(
    [
      {
        met: request.asked,
        code: 'not-asked',
        reason: 'No authorised person asked for a direct payment.',
        next: 'Say that someone authorised may ask.',
        source: 's.32(1)',
      },
      {
        met: request.supportedByWhoeverHasAuthority,
        code: 'not-supported',
        reason: 'Whoever has authority to decide about the needs does not support the request.',
        next: arrange,
        source: 's.32, condition 1',
      },
      ...sharedConditions(request, 's.32, condition 2'),
      {
        met: request.actsInBestInterests,
        code: 'not-best-interests',
        reason: "It is not certain that the authorised person will act in the adult's best interests.",
        next: arrange,
        source: 's.32, condition 3',
      },
      manageable(request, 's.32, condition 4'),
      suitable(request, 's.32, condition 5'),
    ],
    's.32',
  );

const sharedConditions = (
  request: { readonly prohibited: boolean; readonly discretionUsedAgainst: boolean },
  source: string,
): readonly Condition[] => [
  {
    met: !request.prohibited,
    code: 'prohibited',
    reason: 'Regulations prohibit meeting these needs by a direct payment.',
    next: arrange,
    source,
  },
  {
    met: !request.discretionUsedAgainst,
    code: 'discretion',
    reason: 'Regulations leave it to the council, and the council decided against it.',
    next: arrange,
    source,
  },
];

const manageable = (request: { readonly canManageAloneOrWithHelp: boolean }, source: string): Condition => ({
  met: request.canManageAloneOrWithHelp,
  code: 'cannot-manage',
  reason: 'Whoever would receive it cannot manage it, even with the help available.',
  next: 'Offer help to manage it, a nominee or a third party, before arranging the support instead.',
  source,
});

const suitable = (request: { readonly appropriate: boolean }, source: string): Condition => ({
  met: request.appropriate,
  code: 'not-appropriate',
  reason: 'A direct payment is not an appropriate way to meet these needs.',
  next: arrange,
  source,
});
