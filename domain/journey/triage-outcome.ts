import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { triage } from '../../schemas/forms/triage.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { ageOn, assessmentDuty } from '../eligibility/assessment-duties.ts';
import { urgentSupport } from '../eligibility/safeguarding.ts';
import type { BrokenRule } from '../ruling.ts';
import { londonDate } from '../time/clock-time.ts';
import { targetDate } from '../time/deadlines.ts';
import { urgencyIn } from './carer-application.ts';
import { carersNamedFirst } from './carer-offers.ts';
import { openedBy } from './follow-up.ts';
import { authorityToCheck } from './signing.ts';
import { advocatesToArrange } from './taking-part.ts';
import { scoreThatPresses } from './task-priority.ts';
import { assessmentAfterDischarge, lookAtWait } from './waiting.ts';
import { offeredProblems, wantedAtTriage } from './wanted-help.ts';
import { broken, done, type FollowUp, type Rule, type TaskSituation } from './work-outcome.ts';

type TriageAnswers = AnswersOf<typeof triage>;

/** Going home, or not decided: support has to be in place by the discharge. From a bed to recover in, needs are assessed after recovery. */
export const goesHome: readonly (string | undefined)[] = ['not-decided', 'pathway-0', 'pathway-1'];

/**
 * The day by which the person should be assessed: as their urgency says, counted from the day on which they asked; not after urgent support
 * is to be looked at again (Care Act 2014 s.19(3)), nor after they go home from hospital.
 */
const seenBy = (answers: TriageAnswers, { case: careCase, council }: TaskSituation): IsoDate => {
  const { urgency, receivedOn, urgentReviewOn, dischargeExpectedOn, dischargePathway } = answers;
  const limits = [urgentReviewOn, goesHome.includes(dischargePathway) ? dischargeExpectedOn : undefined];
  const target = targetDate(urgency, receivedOn ?? londonDate(careCase.openedAt), council.targets);
  return limits.reduce<IsoDate>((first, limit) => (limit !== undefined && limit < first ? limit : first), target);
};

/** Whether what happens first fits the duty to assess. Care Act 2014 ss.9, 10 and 11. */
const firstStepProblems = (answers: TriageAnswers, { case: careCase, person, now }: TaskSituation): BrokenRule[] => {
  const about = careCase.kind === 'carer' ? 'carer' : 'adult';
  const duty = assessmentDuty({
    about,
    // Whose birth is not known yet is taken for an adult: the duty begins where needs appear.
    age: person.dateOfBirth ? ageOn(person.dateOfBirth, londonDate(now)) : 18,
    appearsToHaveNeeds: answers.appearsToHaveNeeds === 'yes',
    livesInArea: answers.residence !== 'elsewhere',
    paidOrVoluntary: answers.paidOrVoluntary === 'yes',
  });
  const rule = duty.source;
  if (duty.may && answers.outcome === 'advice-only') {
    const message =
      answers.assessmentWanted === 'no'
        ? 'Choose an assessment: the refusal is considered first, and the case is closed if it stands'
        : 'Choose an assessment, or short-term support: it appears that the person may have needs';
    return [{ field: 'outcome', rule, message }];
  }
  return !duty.may && answers.outcome === 'assess'
    ? [{ field: 'outcome', rule, message: `${duty.reason} ${duty.next}` }]
    : [];
};

const adviceProblems = ({ outcome, residence, adviceGiven }: TriageAnswers): BrokenRule[] => {
  if (adviceGiven !== undefined || (outcome !== 'advice-only' && residence !== 'elsewhere')) return [];
  const message =
    outcome === 'advice-only'
      ? 'Enter the advice that was given. A person who is not assessed still gets written advice'
      : 'Enter the advice that was given: how the person reaches the council where they live';
  return [{ field: 'adviceGiven', rule: 's.4', message }];
};

/** Nobody is seen or written to before it is decided whether to contact them at all. */
const contactProblems = ({ tasks }: TaskSituation): BrokenRule[] =>
  tasks.some(({ kind, status }) => kind === 'decide-contact' && status === 'open')
    ? [
        {
          field: 'outcome',
          rule: 's.9(1)',
          message:
            'Decide first whether to contact the person: whoever asked had neither their agreement nor a right to',
        },
      ]
    : [];

const urgentProblems = (answers: TriageAnswers, { case: careCase }: TaskSituation): BrokenRule[] => {
  if (answers.urgentSupport === 'no') return [];
  const ruling = urgentSupport(answers.urgency !== 'standard');
  const problem = (field: string, message: string): BrokenRule => ({ field, rule: ruling.source, message });
  return [
    ...(careCase.kind === 'carer'
      ? [problem('urgentSupport', 'Select no: a carer is helped by urgent support in the adult’s own case')]
      : []),
    ...(ruling.may
      ? []
      : [problem('urgentSupport', `Select no, or a higher urgency. ${ruling.reason} ${ruling.next}`)]),
    ...(answers.outcome === 'advice-only'
      ? [problem('outcome', 'Choose an assessment, or short-term support: urgent support is followed by one')]
      : []),
  ];
};

const ranks = ['standard', 'carer-breakdown', 'urgent'] as const;

/** What by itself makes a request more urgent than its turn. Care and support statutory guidance 6.29; Care Act 2014 s.19(3). */
const pressing: Readonly<Record<string, (typeof ranks)[number]>> = {
  'terminal-illness': 'urgent',
  'no-essentials': 'urgent',
  'not-safe-alone': 'urgent',
  'carer-stops': 'carer-breakdown',
};

/** Nobody is seen later than what they told, or what is ticked, says, unless it is said why. */
const rankProblems = (answers: TriageAnswers, { case: careCase, council }: TaskSituation): BrokenRule[] => {
  const said = [careCase.urgency, ...answers.priorityBecause.flatMap((one) => pressing[one] ?? [])].map((one) =>
    urgencyIn(council, one),
  );
  const highest = Math.max(...said.map((one) => ranks.indexOf(one)));
  if (ranks.indexOf(answers.urgency) >= highest || answers.whyNotSooner !== undefined) return [];
  const message =
    ranks[highest] === 'urgent'
      ? 'Choose urgent, or enter why it is less: it was told or ticked as urgent'
      : `Choose that the carer cannot go on, seen within ${council.targets['carer-breakdown']} days, or enter why not: it was told or ticked so`;
  return [{ field: 'urgency', rule: '6.29', message }];
};

/** Residence that is not known is found out beside everything else, and support from another council is kept up. Care Act 2014 ss.37 to 40. */
const residenceWork = ({ residence, supportElsewhere }: TriageAnswers, { task }: TaskSituation): FollowUp[] => [
  ...(residence === 'not-known'
    ? [openedBy(task, 'establish-residence', 'Where the person ordinarily lives is not known. Nobody waits for that.')]
    : []),
  ...(supportElsewhere === 'yes'
    ? [openedBy(task, 'keep-until-assessed', 'The person moves here with support from another council.')]
    : []),
];

/** What a triage means: how soon the person is seen, what happens first, and who takes the case on. */
export const triageRequest: Rule<typeof triage> = (answers, situation) => {
  const { case: careCase } = situation;
  const late = answers.receivedOn !== undefined && answers.receivedOn > londonDate(careCase.openedAt);
  const problems = [
    ...contactProblems(situation),
    ...(late
      ? [{ field: 'receivedOn', rule: '6.29', message: 'Date received must not be after the case was opened' }]
      : []),
    ...firstStepProblems(answers, situation),
    ...adviceProblems(answers),
    ...offeredProblems(answers, situation),
    ...urgentProblems(answers, situation),
    ...rankProblems(answers, situation),
  ];
  if (problems.length > 0) return broken(problems);
  const { outcome, urgency, assessorId, keyWorkerId, priorityBecause, priorityScore = 0 } = answers;
  return done(outcome, {
    changes: {
      urgency,
      pressing: priorityBecause.some((one) => one !== 'none') || priorityScore >= scoreThatPresses,
      targetOn: seenBy(answers, situation),
      ...(outcome === 'assess' && { stage: 'assessment' }),
      ...(outcome === 'short-term-support' && { stage: 'short-term-support' }),
    },
    output: { outcome },
    gives: { assessorId, keyWorkerId },
    opens: [
      ...residenceWork(answers, situation),
      ...advocatesToArrange(situation.task, answers, situation, { first: true }),
      ...carersNamedFirst(situation),
      ...authorityToCheck(situation),
      ...wantedAtTriage(answers, situation),
      ...(outcome === 'assess' ? [lookAtWait(situation, urgency)] : []),
      ...(outcome === 'advice-only' ? [] : assessmentAfterDischarge(answers, situation)),
    ],
  });
};
