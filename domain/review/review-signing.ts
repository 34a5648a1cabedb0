import type { ReviewAnswers } from '../../schemas/forms/review.ts';

type Signing = Pick<ReviewAnswers, 'personSigning' | 'personSigns'>;

/** Whether the person signed at the review, before whoever held it: records from before the question was asked hold the signature alone. CB39. */
export const signedAtReview = ({ personSigning, personSigns }: Signing): boolean =>
  personSigning === 'at-review' || (personSigning === undefined && personSigns !== undefined);

/** Whether the person may still sign by themselves: not where they have, said that they do not agree, or cannot. Care Act 2014 s.27(5); CB39. */
export const isLeftToSign = (answers: Signing): boolean =>
  !signedAtReview(answers) && answers.personSigning !== 'disagrees' && answers.personSigning !== 'cannot';
