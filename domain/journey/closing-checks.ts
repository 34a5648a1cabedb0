import type { CloseReason } from '../../schemas/case.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { readableDate } from '../time/readable-date.ts';
import { type EndingCase, mayClose, supportRuns } from './end-of-support.ts';
import { allWorkOf, workOf } from './work-records.ts';

/** What staff say when they close a case by hand. */
export type ClosingByHand = {
  readonly reason: CloseReason;
  readonly movedOn?: IsoDate | undefined;
  readonly reasons?: string | undefined;
  readonly advice?: string | undefined;
};

/** The day on which the person is known to arrive in another council's area, where that is planned. */
export const plannedArrival = ({ records }: Pick<EndingCase, 'records'>): IsoDate | undefined => {
  const again = workOf(records, 'confirm-arrival');
  const sent = workOf(records, 'send-plan-to-council');
  if (sent === undefined) return undefined;
  const later = again && again.at > sent.at && again.answers.arrived === 'no' ? again.answers.arrivesOn : undefined;
  return later ?? sent.answers.arrivesOn;
};

const moving = (ending: EndingCase, { movedOn }: ClosingByHand, today: IsoDate): BrokenRule[] => {
  const problem = (message: string): BrokenRule[] => [{ field: 'movedOn', rule: 'ss.37 and 38', message }];
  const planned = plannedArrival(ending);
  const arrives = [movedOn, planned]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  if (arrives !== undefined && arrives > today) {
    return problem(`Support runs until the person arrives on ${readableDate(arrives)}. Close the case then`);
  }
  if (!supportRuns(ending)) return [];
  return [
    ...(movedOn === undefined ? problem('Give the day on which the person arrived: support runs until then') : []),
    ...(workOf(ending.records, 'send-plan-to-council') === undefined
      ? problem('Send the plan to the new council first. That is a task now, if it was none before')
      : []),
  ];
};

/** Whether it was decided that there are eligible needs, which no plan in force meets. */
const unmetEligibleNeeds = ({ case: careCase, records }: EndingCase): boolean => {
  const [decided] = [
    ...allWorkOf(records, 'decide-eligibility'),
    ...allWorkOf(records, 'decide-carer-eligibility'),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  return careCase.planInForce === undefined && decided?.answers.result === 'eligible';
};

/**
 * Why a case may not be closed by hand yet, each with what to do first; nothing where it may. Care Act 2014 ss.24(2), 37, 38 and 42.
 */
export const closingProblems = (
  ending: EndingCase,
  given: ClosingByHand,
  council: { noticeDays: number },
  today: IsoDate,
): BrokenRule[] => {
  const { reason, reasons, advice } = given;
  const problems: BrokenRule[] = reason === 'moved-away' ? moving(ending, given, today) : [];
  const ruling = mayClose(ending, reason, council, today);
  if (!ruling.may) problems.push({ field: 'reason', rule: 'ss.24(2) and 27(4)', message: ruling.message });
  if (reason === 'duplicate') {
    if (supportRuns(ending)) {
      const message = 'This case has the support of the person. Close the other one as the duplicate';
      problems.push({ field: 'reason', rule: 's.27', message });
    }
    return problems;
  }
  if (ending.tasks.some(({ kind, status }) => kind === 'look-into-safety' && status === 'open')) {
    const message =
      'Decide the worry about safety first: as long as it is open, what the duty to enquire asks is not known';
    problems.push({ field: 'reason', rule: 's.42', message });
  }
  if (reason !== 'moved-away' && unmetEligibleNeeds(ending)) {
    const rule = 's.24(2)';
    if (reasons === undefined) {
      problems.push({
        field: 'reasons',
        rule,
        message: 'Give the reasons why eligible needs are not met. The person gets them in writing',
      });
    }
    if (advice === undefined) {
      problems.push({
        field: 'advice',
        rule,
        message: 'Give advice on how needs can be met or reduced. The person gets it in writing',
      });
    }
  }
  return problems;
};
