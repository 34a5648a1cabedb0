import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { advocacy } from '../../schemas/forms/advocacy.ts';
import { advocateRequired } from '../eligibility/advocacy.ts';
import type { LineRule } from '../forms/computed-lines.ts';
import { again } from './follow-up.ts';
import { difficultiesIn, difficultyIsKnown, supporterRuling, triggersIn } from './taking-part.ts';
import { broken, done, type Rule } from './work-outcome.ts';

type AdvocacyAnswers = AnswersOf<typeof advocacy>;

/** Whether somebody who was offered as supporter is appropriate, as far as that was answered. Care Act 2014 s.67(5) and (6). */
const supporterIn = (answers: AdvocacyAnswers) =>
  supporterRuling(answers.supporterPaid, answers.supporterAgreed, {
    ableToSupport: answers.supporterAble === 'yes',
    implicatedInAbuse: answers.supporterImplicated === 'yes',
  });

/** What the law says of these answers: whether an advocate is due, and why. */
const advocateDue = (answers: AdvocacyAnswers) =>
  advocateRequired({
    difficulties: difficultiesIn(answers.substantialDifficulty),
    appropriatePerson: answers.supporter === 'yes' && supporterIn(answers).may,
    ...triggersIn(answers.otherTriggers),
  });

/** What the page shows of it, as soon as the four difficulties and somebody who may support are answered. */
export const advocateLine: LineRule = (answers) => {
  const { substantialDifficulty, supporter } = answers as Partial<AdvocacyAnswers>;
  if (substantialDifficulty === undefined || supporter === undefined) return [];
  const { reason, next } = advocateDue(answers as AdvocacyAnswers);
  return [reason, next];
};

/**
 * An advocate is arranged, asked for again on a day, or not needed. Somebody who does not want the advocate has one all the same.
 * Care Act 2014 ss.67 and 68.
 */
export const arrangeAdvocacy: Rule<typeof advocacy> = (answers, situation) => {
  const { task } = situation;
  const due = advocateDue(answers);
  const supporter = answers.supporter === 'yes' ? supporterIn(answers) : undefined;
  if (answers.arrangement === 'not-needed' && due.may) {
    const why = supporter && !supporter.may ? supporter.reason : '';
    return broken([
      { field: 'arrangement', rule: due.source, message: [due.reason, why, due.next].filter(Boolean).join(' ') },
    ]);
  }
  const isToldOf = answers.forWhom === 'person' && difficultyIsKnown(situation);
  if (answers.arrangement === 'not-needed' && isToldOf && answers.notNeededWhy === undefined) {
    const message = 'Enter why no advocate is needed: a difficulty in taking part was told of before';
    return broken([{ field: 'notNeededWhy', rule: 's.67(4)', message }]);
  }
  if (answers.advocateIndependent === 'no') {
    const message = 'Find an advocate who works for neither the council nor anyone who cares for the person';
    return broken([{ field: 'advocateIndependent', rule: 'SI 2014/2889 reg 2(2)', message }]);
  }
  const isNamed = answers.arrangement === 'arranged' || answers.arrangement === 'declined';
  return done(answers.arrangement, {
    // Of an enquiry into harm nothing is said but by the safe way.
    ...(isNamed &&
      answers.forWhom === 'person' &&
      !answers.occasion.startsWith('safeguarding') && { tells: ['advocate-arranged'] as const }),
    ...(answers.askAgainOn && {
      opens: [again(task, answers.askAgainOn, 'The advocacy service had named nobody yet')],
    }),
  });
};
