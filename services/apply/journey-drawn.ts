import { wayOf } from '../../domain/journey/way-of-machine.ts';
import type { Council } from '../../schemas/council.ts';
import { type TaskKind, taskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import journey from '../../statemachines/assessment-journey.asl.json' with { type: 'json' };
import { journeyPage } from '../../templates/pages/journey-pages.ts';

const money = 'Assess finances';
const moneyBeside = 'Open the financial assessment';
const agreed = 'Keep the agreement';
const agreedForCouncil = 'Agree the plan for the council';

/** Work of somebody on the way; `isBeside` where the next step does not wait for it. */
type WorkOnTheWay = { readonly kind: TaskKind; readonly isBeside: boolean };

/**
 * The work on the way of somebody who is found eligible and agrees to their plan, in the order in which the council's own settings have the machine go
 * through it: whatever changes there changes here.
 */
export const wayThrough = ({
  financialAssessment,
  plans,
}: Pick<Council, 'financialAssessment' | 'plans'>): WorkOnTheWay[] =>
  wayOf(journey, {
    triaged: false,
    triage: 'assess',
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
  }).flatMap(({ state, kind }) => {
    const known = taskKind.safeParse(kind);
    return known.success ? [{ kind: known.data, isBeside: state === moneyBeside }] : [];
  });

/** The council's journey as a page: each step with what happens, who does it and how long it may take. */
export const journeyDrawn = (council: Council): string =>
  journeyPage({
    council,
    steps: wayThrough(council).map((step) => ({
      ...step,
      workingDays: council.stepTargets?.[step.kind] ?? kindsOfWork[step.kind].workingDays,
    })),
  });
