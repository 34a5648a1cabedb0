import type { ReviewRecord } from '../../schemas/plan.ts';
import { type Copy, type CopyHead, day, heading, list, said, section, table, text } from './document.ts';

const satisfied = {
  satisfied: 'satisfied',
  'not-satisfied': 'not satisfied',
  'not-asked': 'not asked',
  none: 'there is none',
};

const outcomes = {
  'no-change': 'Your plan stays as it is.',
  revise: 'Your plan will be changed.',
  reassess: 'Your needs will be assessed again.',
  end: 'Your support ends.',
};

/** The record of a review, with what both sides agreed and who has signed. Care Act 2014 section 27. */
export const reviewCopy = (
  review: ReviewRecord,
  { madeOn, ...head }: CopyHead,
  signatures: readonly { name: string; signedOn: string }[],
): Copy => {
  const { questions } = review;
  return {
    ...head,
    title: 'Review of your plan',
    facts: [
      { label: 'Held on', value: day(review.heldOn) },
      { label: 'Kind of review', value: said({ 'light-touch': 'First look at a new plan' }, review.type) },
      { label: 'How', value: said({ home: 'At home', phone: 'By phone', video: 'By video call' }, review.method) },
      { label: 'Recorded', value: day(madeOn) },
    ],
    blocks: [
      ...section('The outcome', text(outcomes[review.outcome])),
      ...table(
        'What changes',
        ['Change', 'By'],
        review.changes.map(({ what, by }) => [what, day(by)]),
      ),
      ...section('Who took part', list(review.attended)),
      ...section('Have your circumstances or needs changed?', text(questions.changedCircumstances)),
      ...section('What works, and what does not?', text(questions.worksAndDoesNot)),
      ...section('Have you achieved what you wanted?', text(questions.outcomesAchieved)),
      ...section('What could be better?', text(questions.improvements)),
      ...section('Is the budget enough?', text(questions.budgetEnough)),
      ...section('What has changed among family, friends and community?', text(questions.networkChanges)),
      heading('Are you satisfied?'),
      ...list([
        `You: ${satisfied[questions.satisfied.person]}`,
        `Your carer: ${satisfied[questions.satisfied.carer]}`,
        `Your advocate: ${satisfied[questions.satisfied.advocate]}`,
      ]),
      ...section('Technology or other ways that we looked at', text(review.technologyConsidered)),
      ...section('What a new assessment showed', text(review.reassessedChange)),
      ...text(review.moneyChanged ? 'What you can pay has changed, so we will work it out again.' : undefined),
      ...table(
        'Signatures',
        ['Who', 'Signed on'],
        [
          [`${review.signatures.person.name} (at the review)`, day(review.signatures.person.signedOn)],
          [`${review.signatures.council.name} (for the council)`, day(review.signatures.council.signedOn)],
          ...signatures.map(({ name, signedOn }) => [`${name} (signed in)`, day(signedOn)]),
        ],
      ),
    ],
  };
};
