import type { carerDecision } from '../../schemas/forms/carer-decision.ts';
import type { decision } from '../../schemas/forms/decision.ts';
import { afterDetermination } from '../eligibility/after-decision.ts';
import {
  carerDecisionFrom,
  decisionFrom,
  determine,
  type EligibilityDecision,
} from '../eligibility/decision-record.ts';
import { londonDate } from '../time/clock-time.ts';
import { belongsToThread } from './tasks.ts';
import {
  broken,
  done,
  type Rule,
  refused,
  type TaskOutcome,
  type TaskRefusal,
  type TaskSituation,
} from './work-outcome.ts';

/** A web page that helps is told by an address that opens. */
const badLink = (links: readonly { address: string }[] = []): TaskRefusal | undefined => {
  const row = links.findIndex(({ address }) => !/^https?:\/\//.test(address) || !URL.canParse(address));
  return row < 0
    ? undefined
    : refused(`adviceLinks[${row}].address`, 'Enter a full web address, like https://www.nhs.uk');
};

/**
 * A decision that was made again because it did not stand: the person is told it. Where they have needs to meet and no plan, they are assessed
 * and planned for; where they have none any more, their plan runs until it has been reviewed. Care Act 2014 ss.13(2), 18 and 27.
 */
const madeAgain = (wantsSupport: boolean, { case: careCase }: TaskSituation): Partial<TaskOutcome> => {
  const hasPlan = careCase.planInForce !== undefined;
  return {
    tells: ['decision-made'],
    ...(wantsSupport &&
      !hasPlan && { reassess: 'The decision on eligibility was made again: there are needs to meet' }),
    ...(!wantsSupport && hasPlan && { reviewForward: 'The decision on eligibility was made again' }),
  };
};

const decided = (given: EligibilityDecision, situation: TaskSituation): TaskOutcome | TaskRefusal => {
  const { staff, now, task } = situation;
  const made = determine(given, { author: staff, decidedOn: londonDate(now) });
  if (!made.ok) return broken(made.problems);
  const { code } = afterDetermination(given);
  // Where residence is still to be established, support is planned meanwhile; elsewhere another council meets the needs.
  const wantsSupport = code === 'plan' || code === 'establish-residence';
  const output = { eligible: code !== 'not-eligible', wantsSupport };
  if (!belongsToThread(task))
    return done(code, { output, result: made.determination, ...madeAgain(wantsSupport, situation) });
  return done(code, {
    changes: wantsSupport ? { stage: 'estimated-budget' } : {},
    output,
    result: made.determination,
  });
};

/** The decision on an adult's eligibility. Care Act 2014 s.13. */
export const decideEligibility: Rule<typeof decision> = (answers, situation) =>
  badLink(answers.adviceLinks) ?? decided(decisionFrom(answers), situation);

/** The decision on a carer's eligibility. Care Act 2014 ss.13 and 20. */
export const decideCarerEligibility: Rule<typeof carerDecision> = (answers, situation) =>
  badLink(answers.adviceLinks) ?? decided(carerDecisionFrom(answers), situation);
