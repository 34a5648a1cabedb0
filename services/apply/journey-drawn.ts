import { kindFor } from '../../domain/journey/kind-for.ts';
import { targetOf } from '../../domain/journey/step-times.ts';
import { type Facts, type Machine, wayOf } from '../../domain/journey/way-of-machine.ts';
import { freeReablementSpell } from '../../domain/time/deadlines.ts';
import type { Council } from '../../schemas/council.ts';
import { isoDate } from '../../schemas/scalars.ts';
import { type TaskKind, taskKind } from '../../schemas/task.ts';
import journey from '../../statemachines/assessment-journey.asl.json' with { type: 'json' };
import cycle from '../../statemachines/review-cycle.asl.json' with { type: 'json' };
import { type DrawnStep, type JourneyOf, journeyPage, journeysDrawn } from '../../templates/pages/journey-pages.ts';

const money = 'Assess finances';
const moneyBeside = 'Open the financial assessment';
const agreed = 'Keep the agreement';
const agreedForCouncil = 'Agree the plan for the council';

type Deciding = Pick<Council, 'financialAssessment' | 'plans'>;
/** The machines whose way is drawn: those that carry the cases. */
type Machines = { readonly journey: Machine; readonly cycle: Machine };
const ours: Machines = { journey, cycle };

/** What holds where the way of somebody forks who is found eligible and agrees to their plan. */
const factsOf = ({ financialAssessment, plans }: Deciding, triage: 'assess' | 'short-term-support'): Facts => ({
  triaged: false,
  triage,
  shortTerm: 'ongoing-needs',
  eligible: true,
  wantsSupport: true,
  livesElsewhere: false,
  financialAssessment,
  planAgreed: (passed) => passed.has(agreed),
  financesAssessed: (passed) => passed.has(money) || passed.has(moneyBeside),
  // Where managers do not check plans themselves, one agrees for the council afterwards.
  afterCheck: (passed) =>
    (plans?.checkedBy ?? 'manager') === 'manager' || passed.has(agreedForCouncil) ? 'agree' : 'council',
  answer: 'agreed',
});
/** What holds in a review that comes in its time and finds that nothing has to change. */
const factsOfReview: Facts = { current: true, remindAfterWait: true, wanted: true, outcome: 'no-change' };

const stepsOf = (machine: Machine, facts: Facts): DrawnStep[] =>
  wayOf(machine, facts).flatMap((on): DrawnStep[] => {
    if ('mail' in on) return [{ mail: on.mail }];
    if ('waits' in on) return [{ waits: true }];
    const known = taskKind.safeParse(on.kind);
    return known.success ? [{ kind: known.data, isBeside: on.state === moneyBeside }] : [];
  });

const kindOf = (step: DrawnStep): TaskKind | undefined => ('kind' in step ? step.kind : undefined);
const upTo = (steps: readonly DrawnStep[], last: TaskKind): DrawnStep[] => {
  const at = steps.findIndex((step) => kindOf(step) === last);
  return steps.slice(0, at < 0 ? steps.length : at + 1);
};
const work = (kind: TaskKind): DrawnStep => ({ kind, isBeside: false });

/**
 * The steps on the way of somebody, in the order in which the council's own settings have the machines go through them: whatever changes there
 * changes here. What no machine carries is the work that is opened for it: after a hospital, and of a worry about safety.
 */
export const wayThrough = (council: Deciding, of: JourneyOf = 'adult', machines: Machines = ours): DrawnStep[] => {
  const adult = stepsOf(machines.journey, factsOf(council, 'assess'));
  const reviews = stepsOf(machines.cycle, factsOfReview);
  switch (of) {
    case 'adult':
      return [...adult, ...reviews];
    case 'carer':
      return [...adult, ...reviews].map((step) =>
        'kind' in step ? { ...step, kind: kindFor({ kind: 'carer' }, step.kind) } : step,
      );
    case 'together':
      return upTo(adult, 'decide-eligibility');
    case 'hospital':
      return [...upTo(adult, 'triage-request'), work('assess-after-discharge'), work('assess-needs')];
    case 'short-term':
      return upTo(stepsOf(machines.journey, factsOf(council, 'short-term-support')), 'assess-needs');
    case 'safety':
      return [work('look-into-safety')];
  }
};

/** Days for which help to get back on one's feet is free, by the rule that staff's dates are held to. */
const freeWeeks = (): number => {
  const first = isoDate.parse('2026-01-05');
  return (Date.parse(freeReablementSpell(first).endsOn) - Date.parse(first)) / (7 * 86_400_000);
};

/** A council's journey as a page: each step with what happens, who does it and how long it may take. @param asked whose it is, as the address says */
export const journeyDrawn = (council: Council, asked?: string, machines: Machines = ours): string => {
  const of = journeysDrawn.find((one) => one === asked) ?? 'adult';
  return journeyPage({
    council,
    of,
    freeWeeks: freeWeeks(),
    steps: wayThrough(council, of, machines).map((step) =>
      'kind' in step ? { ...step, workingDays: targetOf(council, step.kind) } : step,
    ),
  });
};
