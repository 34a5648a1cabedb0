import type { Option } from '../../form-language.ts';

/** Yes, no or not sure, where not knowing is an answer in its own right. */
export const yesNoNotSure: Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-sure', label: 'I do not know' },
];

/** Ways in which someone may be a person's relative, friend or worker. */
export const relationships: Option[] = [
  {
    value: 'partner',
    label: 'Husband, wife or partner',
    easyRead: { label: 'Husband, wife or partner', picture: 'heart' },
  },
  { value: 'parent', label: 'Parent', easyRead: { label: 'Mum or dad', picture: 'family' } },
  { value: 'child', label: 'Son or daughter', easyRead: { label: 'Son or daughter', picture: 'child' } },
  { value: 'other-family', label: 'Other family', easyRead: { label: 'Other family', picture: 'family' } },
  { value: 'friend', label: 'Friend', easyRead: { label: 'Friend', picture: 'friends' } },
  { value: 'neighbour', label: 'Neighbour', easyRead: { label: 'Neighbour', picture: 'house' } },
  {
    value: 'professional',
    label: 'Professional or paid worker',
    easyRead: { label: 'Someone who is paid to help', picture: 'work' },
  },
  { value: 'other', label: 'Someone else' },
];

/** The powers under which a person may act for another. Mental Capacity Act 2005; Social Security (Claims and Payments) Regulations. */
export const authorities: Option[] = [
  { value: 'lpa-health', label: 'Lasting power of attorney for health and welfare' },
  { value: 'lpa-money', label: 'Lasting power of attorney for property and money' },
  { value: 'deputy', label: 'Deputy appointed by the Court of Protection' },
  { value: 'appointee', label: 'Appointee for benefits' },
];
