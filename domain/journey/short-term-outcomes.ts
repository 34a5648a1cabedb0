import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { shortTermReview } from '../../schemas/forms/short-term-review.ts';
import type { shortTermSupport } from '../../schemas/forms/short-term-support.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { contactSteps, contactsBetween } from '../plan/check-ins.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays, londonDate, londonInstant } from '../time/clock-time.ts';
import { freeReablementSpell } from '../time/deadlines.ts';
import { readableDate } from '../time/readable-date.ts';
import { workingDayOnOrBefore } from '../time/working-days.ts';
import { goesHome } from './triage-outcome.ts';
import { lookAtWait } from './waiting.ts';
import { broken, done, type Rule, recordId, type TaskSituation } from './work-outcome.ts';
import { allWorkOf, workOf } from './work-records.ts';

/**
 * Days ahead in which what is arranged now may begin. An execution lasts a year at most and may have waited 300 days before
 * short-term support, so its end must not lie further ahead than what is left.
 */
export const aheadDays = 14;

type ShortTerm = AnswersOf<typeof shortTermSupport>;

/** Kinds that may be charged for, as neither reablement nor intermediate care. */
const mayCost: readonly string[] = ['technology', 'other'];

/** Whoever may have to pay was told before the support begins. Care Act 2014 s.4(2); LGSCO 19 018 353 and 18 015 004. */
const costProblems = ({ supportKinds, charged, toldOfCostOn, startsOn }: ShortTerm): BrokenRule[] => {
  const rule = 'LGSCO 19 018 353';
  if (charged === undefined && supportKinds.some((kind) => mayCost.includes(kind))) {
    return [{ field: 'charged', rule, message: 'Select whether any of it is charged for' }];
  }
  return toldOfCostOn !== undefined && toldOfCostOn > startsOn
    ? [{ field: 'toldOfCostOn', rule, message: 'The person must be told of the cost before the support begins' }]
    : [];
};

/** What may be there before somebody comes home. */
const readyBefore: readonly string[] = ['equipment', 'technology'];

/** The day on which the person leaves hospital, and whether help has to be there then: as whoever gives the support knows it, or as the first look found it. */
const leaving = ({ leavesOn }: ShortTerm, records: readonly CaseRecord[]) => {
  const found = workOf(records, 'triage-request')?.answers;
  return { on: leavesOn ?? found?.dischargeExpectedOn, needsHelpThere: goesHome.includes(found?.dischargePathway) };
};

/** Whoever goes home from hospital has the support from that day on: it cannot begin before, and a gap has its reason. Hospital discharge guidance. */
const dischargeProblems = (answers: ShortTerm, records: readonly CaseRecord[]): BrokenRule[] => {
  const { startsOn, supportKinds, startsLaterWhy } = answers;
  const { on, needsHelpThere } = leaving(answers, records);
  if (on === undefined) return [];
  const rule = 'Hospital discharge guidance';
  const day = readableDate(on);
  if (startsOn < on && supportKinds.some((kind) => !readyBefore.includes(kind))) {
    const message = `They leave hospital on ${day}. Choose that day or a later one, or enter another day on which they leave`;
    return [{ field: 'startsOn', rule, message }];
  }
  return startsOn > on && needsHelpThere && startsLaterWhy === undefined
    ? [
        {
          field: 'startsOn',
          rule,
          message: `Support has to be in place on the day they leave hospital, ${day}. Choose that day, enter another day on which they leave, or say why it starts later and who helps until then`,
        },
      ]
    : [];
};

/** Short-term support that was given before: each from its first day to its last, or to the day on which it was looked at where that was sooner. */
const spellsBefore = ({ records, task }: TaskSituation) =>
  allWorkOf(records, 'give-short-term-support')
    .filter(({ id }) => id !== recordId(task))
    .map(({ id, answers: { startsOn, endsOn } }) => {
      const [thread = ''] = id.split('.');
      const reviewed = workOf(records, 'review-short-term-support', thread);
      const over = reviewed && londonDate(reviewed.at);
      return { startsOn, endsOn: over !== undefined && over < endsOn ? over : endsOn };
    });

/** From which day to which it may be given: not before it was asked for, no more than six weeks, and one at a time. SI 2014/2672 reg 3. */
const spellProblems = ({ startsOn, endsOn }: ShortTerm, situation: TaskSituation): BrokenRule[] => {
  const { records, now, case: careCase } = situation;
  const rule = 'SI 2014/2672 reg 3';
  const problem = (field: 'startsOn' | 'endsOn', message: string): BrokenRule[] => [{ field, rule, message }];
  const opened = londonDate(careCase.openedAt);
  const received = workOf(records, 'triage-request')?.answers.receivedOn;
  const asked = received !== undefined && received < opened ? received : opened;
  const overlapped = spellsBefore(situation).find((one) => startsOn <= one.endsOn && one.startsOn <= endsOn);
  return [
    ...(startsOn > addDays(londonDate(now), aheadDays)
      ? problem('startsOn', 'Short-term support must start within 2 weeks. Choose an earlier first day')
      : []),
    ...(startsOn < asked
      ? problem('startsOn', `They asked for help on ${readableDate(asked)}. Choose that day or a later one`)
      : []),
    ...(endsOn > freeReablementSpell(startsOn).lastDay
      ? problem('endsOn', 'Short-term support is free for up to 6 weeks. Choose an earlier last day')
      : []),
    ...(overlapped
      ? problem(
          'startsOn',
          `There is short-term support from ${readableDate(overlapped.startsOn)} to ${readableDate(overlapped.endsOn)} already. Choose days before or after it`,
        )
      : []),
  ];
};

/** Support for up to six weeks, free of charge, with contacts in between where the council has them. SI 2014/2672 regulation 3. */
export const giveShortTermSupport: Rule<typeof shortTermSupport> = (answers, situation) => {
  const problems = [
    ...spellProblems(answers, situation),
    ...dischargeProblems(answers, situation.records),
    ...costProblems(answers),
  ];
  if (problems.length > 0) return broken(problems);
  return done('given', {
    output: { reviewAt: londonInstant(workingDayOnOrBefore(answers.endsOn), '09:00') },
    opens: contactsBetween(answers, recordId(situation.task), situation),
  });
};

/** Whether short-term support was enough, or an assessment follows. */
export const reviewShortTermSupport: Rule<typeof shortTermReview> = ({ outcome }, situation) => {
  const contacts = allWorkOf(situation.records, 'give-short-term-support').flatMap(({ id }) => contactSteps(id));
  return done(outcome, {
    opens: outcome === 'ongoing-needs' ? [lookAtWait(situation, situation.case.urgency)] : [],
    changes: outcome === 'ongoing-needs' ? { stage: 'assessment' } : {},
    output: { outcome },
    // Nobody asks how it goes once it was looked at, whether the day for it has come or not.
    forgets: contacts,
    ends: contacts,
  });
};
