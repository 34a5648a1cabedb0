import type { Option } from '../../form-language.ts';

/** Yes, no or not sure, where not knowing is an answer in its own right. */
export const yesNoNotSure: Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-sure', label: 'I do not know' },
];

/** Ways in which someone may be a person's relative, friend or worker. */
export const relationships: Option[] = [
  { value: 'partner', label: 'Husband, wife or partner' },
  { value: 'parent', label: 'Parent' },
  { value: 'child', label: 'Son or daughter' },
  { value: 'other-family', label: 'Other family' },
  { value: 'friend', label: 'Friend' },
  { value: 'neighbour', label: 'Neighbour' },
  { value: 'professional', label: 'Professional or paid worker' },
  { value: 'other', label: 'Someone else' },
];

/** The powers under which a person may act for another. Mental Capacity Act 2005; Social Security (Claims and Payments) Regulations. */
export const authorities: Option[] = [
  { value: 'lpa-health', label: 'Lasting power of attorney for health and welfare' },
  { value: 'lpa-money', label: 'Lasting power of attorney for property and money' },
  { value: 'deputy', label: 'Deputy appointed by the Court of Protection' },
  { value: 'appointee', label: 'Appointee for benefits' },
];
