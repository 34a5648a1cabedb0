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

const decided = (given: EligibilityDecision, { staff, now }: TaskSituation): TaskOutcome | TaskRefusal => {
  const made = determine(given, { author: staff, decidedOn: londonDate(now) });
  if (!made.ok) return broken(made.problems);
  const { code } = afterDetermination(given);
  // Where residence is still to be established, support is planned meanwhile; elsewhere another council meets the needs.
  const wantsSupport = code === 'plan' || code === 'establish-residence';
  return done(code, {
    changes: wantsSupport ? { stage: 'estimated-budget' } : {},
    output: { eligible: code !== 'not-eligible', wantsSupport },
    result: made.determination,
  });
};

/** The decision on an adult's eligibility. Care Act 2014 s.13. */
export const decideEligibility: Rule<typeof decision> = (answers, situation) =>
  badLink(answers.adviceLinks) ?? decided(decisionFrom(answers), situation);

/** The decision on a carer's eligibility. Care Act 2014 ss.13 and 20. */
export const decideCarerEligibility: Rule<typeof carerDecision> = (answers, situation) =>
  badLink(answers.adviceLinks) ?? decided(carerDecisionFrom(answers), situation);
