/** Answers of a plan in which a direct payment was asked for and may be made, and the person pays their part to the council. Care Act 2014 ss.31 and 33. */
export const directPaymentAllowed = {
  contributionPaid: 'to-council',
  paymentAskedFor: 'yes',
  paymentCapacity: 'yes',
  recipientAgrees: 'no-nominee',
  paymentManageable: 'yes',
  paymentRuledOut: 'no',
  paymentAppropriate: 'yes',
  paysRelative: 'no',
} as const;
