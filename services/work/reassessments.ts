import { assessmentRuns, assessmentThread, workThatTakesIn } from '../../domain/journey/reassessment.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';

const authority = 'Care Act 2014 section 27(4)';

/** What asks for a new assessment: `cause` names it, and the same cause never asks twice. */
type Asked = { readonly cause: string; readonly actor: Actor; readonly reason?: string | undefined };

/**
 * Begins a new assessment journey on a case, once for what asks for it. There is one assessment at a time: where one is under way, what asks
 * joins it, its reason is kept, and the open work says so.
 *
 * @returns the journey in which the needs are assessed
 * @throws StoreConflict where the case was changed meanwhile: of two that ask at one moment, the other then joins
 */
export const createReassessments =
  (deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'workflows'>) =>
  async ({ council, reference }: Pick<CareCase, 'council' | 'reference'>, { cause, actor, reason }: Asked) => {
    const { store, clock, workflows } = deps;
    const now = clock.now();
    const claim = `reassessment#${reference}#${cause}`;
    const begun = await store.claimed(council, claim, now);
    if (begun !== undefined) return Number(begun);

    const careCase = await store.knownCase(council, reference);
    if (careCase.closed) return careCase.journey;
    const runs = assessmentRuns(careCase);
    const journey = runs ? careCase.journey : careCase.journey + 1;
    const thread = assessmentThread({ journey });
    const signals: Signal[] = runs
      ? []
      : [
          {
            council,
            reference,
            at: now,
            id: `start-${thread}`,
            kind: 'start-execution',
            machine: 'assessment-journey',
            input: { council, reference, thread, leg: 1 },
          },
          {
            ...{ council, reference, at: now, id: `tell-${thread}-begun` },
            ...({ kind: 'tell-person', step: `${thread}-begun`, template: 'reassessment-begun' } as const),
          },
        ];
    const why: CaseRecord[] =
      reason === undefined
        ? []
        : [
            {
              ...{ council, reference, version: 1, at: now, by: actor },
              id: `case.reassessment-${cause}`,
              kind: 'note',
              content: { text: reason },
            },
          ];
    const written = await store.commit({
      ...(runs
        ? { asRead: careCase, tasks: workThatTakesIn(await store.tasks(council, reference), careCase) }
        : { case: { ...careCase, version: careCase.version + 1, journey, stage: 'assessment' } }),
      records: why,
      signals,
      claims: [{ name: claim, answer: String(journey) }],
      events: [
        eventOf(deps, careCase, {
          actor,
          action: runs ? 'reassessment-joined' : 'reassessment-started',
          about: runs ? `${thread} asked by ${cause}` : thread,
          authority,
        }),
      ],
    });
    if (!written) throw changedMeanwhile(`Case ${reference}`);
    await workflows.trySend(signals);
    return journey;
  };
