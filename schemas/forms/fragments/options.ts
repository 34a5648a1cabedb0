import type { Pairs } from './build.ts';

/** Yes, no or not sure, where not knowing is an answer in its own right. */
export const yesNoNotSure = [
  ['yes', 'Yes', 'yes'],
  ['no', 'No', 'no'],
  ['not-sure', 'Not known', 'question'],
] as const satisfies Pairs;

/** What a relative or friend may be to a person. */
export const relationships = [
  ['partner', 'Husband, wife or partner', 'heart'],
  ['parent', 'Parent', 'family', { easy: 'Mum or dad' }],
  ['child', 'Son or daughter', 'child'],
  ['other-family', 'Other family', 'family'],
  ['friend', 'Friend', 'friends'],
  ['neighbour', 'Neighbour', 'house'],
  ['other', 'Someone else', 'person'],
] as const satisfies Pairs;

/** The powers under which a person may act for another. Mental Capacity Act 2005; Social Security (Claims and Payments) Regulations. */
export const authorities = [
  ['lpa-health', 'Lasting power of attorney for health and welfare'],
  ['lpa-money', 'Lasting power of attorney for property and money'],
  ['deputy-welfare', 'Deputy of the court for health and welfare'],
  ['deputy-property', 'Deputy of the court for property and money'],
  ['deputy-both', 'Deputy of the court for both'],
  ['appointee', 'Appointee for benefits'],
] as const satisfies Pairs;
