import { msg } from '../schemas/say.ts';

/** The conditions of a carer's eligibility, as `eligibilityNotice` has an adult's. Eligibility Regulations 2015, regulation 3. */
export const carersNotice = [
  msg`you need support because you give someone care that they need`,
  msg`because of it your health is at risk, or you cannot do at least one important thing in your life`,
  msg`this has a significant impact on your wellbeing`,
] as const;
