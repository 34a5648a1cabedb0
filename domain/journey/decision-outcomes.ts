import type { carerDecision } from '../../schemas/forms/carer-decision.ts';
import type { decision } from '../../schemas/forms/decision.ts';
import type { Task } from '../../schemas/task.ts';
import { afterDetermination, mustBeGiven } from '../eligibility/after-decision.ts';
import {
  carerDecisionFrom,
  decisionFrom,
  determine,
  type EligibilityDecision,
} from '../eligibility/decision-record.ts';
import { londonDate } from '../time/clock-time.ts';
import { openedBy } from './follow-up.ts';
import { belongsToThread } from './tasks.ts';
import {
  broken,
  done,
  type FollowUp,
  type Rule,
  refused,
  type TaskOutcome,
  type TaskRefusal,
  type TaskSituation,
} from './work-outcome.ts';
import { workOf } from './work-records.ts';

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

/** Residence is found out beside the plan, and what we hold goes to the council that is to meet the needs. Care Act 2014 ss.37 to 40. */
const residenceWork = (code: string, task: Task): FollowUp[] =>
  code === 'establish-residence'
    ? [
        openedBy(
          task,
          'establish-residence',
          'Where the person ordinarily lives is not established. Nobody waits for that.',
        ),
      ]
    : code === 'resident-elsewhere'
      ? [
          openedBy(
            task,
            'send-plan-to-council',
            'The person lives in another council’s area. It gets what we hold, with consent.',
          ),
        ]
      : [];

/** Whom else the person wants to have a copy of the assessment. */
type CopiesWanted = { readonly copyToOther?: 'yes' | 'no'; readonly copiesToOthers?: string };

/** The work to send the assessment to whom the person wants to have it. Care Act 2014 s.12(3) and (4). */
const copiesForOthers = (
  given: EligibilityDecision,
  { copyToOther, copiesToOthers }: CopiesWanted,
  { task, records }: TaskSituation,
): FollowUp[] => {
  const asked = {
    counterpart: copyToOther === 'yes',
    others: copiesToOthers ? ['others who are named in the decision'] : [],
  };
  const own = given.about === 'adult' ? 'the adult' : 'the carer';
  const readers = mustBeGiven(given, asked).filter(({ document, to }) => document === 'assessment' && to !== own);
  const assessed = workOf(records, given.about === 'adult' ? 'assess-needs' : 'assess-carer');
  if (readers.length === 0 || assessed === undefined) return [];
  const copy = openedBy(
    task,
    'send-copy',
    `A copy of the assessment is wanted for ${readers.map(({ to }) => to).join(' and ')}`,
  );
  return [{ ...copy, step: `${copy.step}-others`, copies: [`work.${assessed.id}`] }];
};

const decided = (
  given: EligibilityDecision,
  wanted: CopiesWanted,
  situation: TaskSituation,
): TaskOutcome | TaskRefusal => {
  const { staff, now, task } = situation;
  const made = determine(given, { author: staff, decidedOn: londonDate(now) });
  if (!made.ok) return broken(made.problems);
  const { code } = afterDetermination(given);
  // Where residence is still to be established, support is planned meanwhile; elsewhere another council meets the needs.
  const wantsSupport = code === 'plan' || code === 'establish-residence';
  const noMeeting = code === 'not-wanted' || code === 'resident-elsewhere';
  if (noMeeting && !given.advice) {
    // Written reasons are in the decision; advice goes with them. Care Act 2014 s.24(2).
    return refused(
      'adviceGiven',
      code === 'not-wanted'
        ? 'Write the advice that goes with a decision not to meet eligible needs'
        : 'Write the advice: how the person reaches the council where they live',
    );
  }
  const output = { eligible: code !== 'not-eligible', wantsSupport, livesElsewhere: code === 'resident-elsewhere' };
  const opens = [...residenceWork(code, task), ...copiesForOthers(given, wanted, situation)];
  if (!belongsToThread(task))
    return done(code, { output, result: made.determination, opens, ...madeAgain(wantsSupport, situation) });
  return done(code, {
    changes: wantsSupport ? { stage: 'estimated-budget' } : {},
    output,
    result: made.determination,
    opens,
  });
};

/** The decision on an adult's eligibility. Care Act 2014 s.13. */
export const decideEligibility: Rule<typeof decision> = (answers, situation) =>
  badLink(answers.adviceLinks) ?? decided(decisionFrom(answers), answers, situation);

/** The decision on a carer's eligibility. Care Act 2014 ss.13 and 20. */
export const decideCarerEligibility: Rule<typeof carerDecision> = (answers, situation) =>
  badLink(answers.adviceLinks) ?? decided(carerDecisionFrom(answers), answers, situation);
