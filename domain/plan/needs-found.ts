import type { AnswersOf } from '../../schemas/answers-of.ts';
import { adultOutcomeKeys, carerOutcomeKeys } from '../../schemas/eligibility.ts';
import type { Row } from '../../schemas/form-conditions.ts';
import type { carerDecision } from '../../schemas/forms/carer-decision.ts';
import type { decision } from '../../schemas/forms/decision.ts';
import {
  meaningsForAdults,
  meaningsForCarers,
  type OutcomeFound,
  outcomesFound,
} from '../../schemas/forms/fragments/outcomes-found.ts';

type Decided = Pick<AnswersOf<typeof decision>, 'result' | 'condition3Areas'>;

/** What of a need the plan has to reckon with: who meets it now, and how it goes up and down. */
const howItIs = ({
  metNowBy,
  fluctuates,
  pattern,
  period,
}: Pick<OutcomeFound<string, string>, 'metNowBy' | 'fluctuates' | 'pattern' | 'period'>): string[] => [
  ...(metNowBy ? [`Met now by: ${metNowBy}.`] : []),
  ...(fluctuates
    ? [`It goes up and down${pattern ? `: ${pattern}` : ''}${period ? `, seen over ${period}` : ''}.`]
    : []),
];

const needsOf = (outcomes: readonly OutcomeFound<string, string>[], { result, condition3Areas }: Decided): Row[] =>
  outcomes
    .filter(({ applies, meanings }) => applies && meanings.length > 0)
    .map(({ outcome, need, goal, ...rest }) => ({
      ...(need !== undefined && { need: [need, ...howItIs(rest)].join(' ') }),
      outcome,
      eligible: result === 'eligible' ? 'yes' : 'no',
      ...(goal !== undefined && { outcomeWanted: goal }),
      ...(condition3Areas && { wellbeing: condition3Areas }),
    }));

/**
 * The needs that a decision found, as the rows with which a plan begins: what each is, whether it counts, and what the person wants. How it is
 * met is for the plan to say. Care Act 2014 s.25(1)(a) and (b).
 */
export const needsFound = (answers: AnswersOf<typeof decision>): Row[] =>
  needsOf(outcomesFound(answers, adultOutcomeKeys, meaningsForAdults), answers);

/** The same of a carer, whose health is a need of its own where it suffers. Eligibility Regs reg 3(2)(a). */
export const carerNeedsFound = (answers: AnswersOf<typeof carerDecision>): Row[] => {
  const { carerHealth, carerHealthReason } = answers;
  const health: OutcomeFound<string, string> = {
    outcome: 'carer-health',
    applies: carerHealth !== 'no',
    meanings: ['health'],
    need: carerHealthReason,
    fluctuates: false,
  };
  return needsOf([...outcomesFound(answers, carerOutcomeKeys, meaningsForCarers), health], answers);
};
