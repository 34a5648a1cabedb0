import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { capacity } from '../../schemas/forms/capacity.ts';
import { type CapacityFinding, capacityFor } from '../eligibility/capacity.ts';
import type { LineRule } from '../forms/computed-lines.ts';
import { again, openedBy } from './follow-up.ts';
import { done, type Rule, refused } from './work-outcome.ts';

type CapacityAnswers = AnswersOf<typeof capacity>;

/** Yes or no; what was not tested or is not known is no answer. */
const known = (answer: string | undefined): boolean | undefined =>
  answer === 'yes' ? true : answer === 'no' ? false : undefined;

/** What the answers come to. Mental Capacity Act 2005 ss.1 to 3. */
const capacityFound = (answers: CapacityAnswers): CapacityFinding =>
  capacityFor({
    decision: answers.decisionWhat,
    reasonToDoubt: answers.reasonToDoubt === 'yes',
    impairmentOfMindOrBrain: known(answers.impairment),
    understand: known(answers.canUnderstand),
    retain: known(answers.canRetain),
    useOrWeigh: known(answers.canWeigh),
    communicate: known(answers.canCommunicate),
    becauseOfImpairment: known(answers.becauseOfImpairment),
    supportGiven: answers.supportGiven,
  });

/** The finding alone, of an assessment that was kept. */
export const findingOf = (answers: CapacityAnswers): CapacityFinding['finding'] => capacityFound(answers).finding;

/** What the page shows of it: the finding and why, or what is still to be found out. */
export const capacityLine: LineRule = (answers) => {
  const found = capacityFound(answers as CapacityAnswers);
  if (found.finding === 'not-enough-information') return [`Find out ${found.missing.join('; ')}.`];
  const words = {
    presumed: 'Capacity is presumed.',
    'has-capacity': 'Has capacity.',
    'lacks-capacity': 'Lacks capacity.',
  };
  return [words[found.finding], found.why];
};

/** Whose power reaches which decision: one over money does not reach care, and the other way round. */
const reaches = (attorney: CapacityAnswers['attorney'], decision: CapacityAnswers['decisionKind']): boolean => {
  if (attorney === undefined || attorney === 'nobody' || decision === 'other') return true;
  return attorney.startsWith('property') === (decision === 'money');
};

/** Whether the person can make the decision, and what follows if not. It is never found while something was not asked. */
export const assessCapacity: Rule<typeof capacity> = (answers, { task }) => {
  if (answers.waitUntil !== undefined) {
    return done('waits', {
      opens: [again(task, answers.waitUntil, 'A decision could wait until the person can make it')],
    });
  }
  const found = capacityFound(answers);
  if (found.finding === 'not-enough-information') {
    return refused('evidence', `Find out ${found.missing.join('; ')}`);
  }
  if (!reaches(answers.attorney, answers.decisionKind)) {
    return refused(
      'attorney',
      'Select who holds power over this decision: a power over money does not reach care, nor the reverse',
    );
  }
  return done(found.finding, {
    // A refusal waits for this: it is considered again now that capacity for it is known.
    ...(answers.decisionKind === 'refuse-assessment' && {
      opens: [openedBy(task, 'consider-refusal', 'Capacity to refuse an assessment has been assessed')],
    }),
  });
};
