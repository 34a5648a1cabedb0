import type { Signal } from '../../schemas/signal.ts';
import {
  type StartReassessmentInput,
  startReassessmentInput,
  startReassessmentOutput,
} from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { eventOf, platform } from '../../services/store/audit.ts';

/** Begins a new assessment journey on a case whose review found a change, once for the review that asks. */
export const createStartReassessment =
  (deps: Deps) =>
  async ({ council, reference, thread }: StartReassessmentInput) => {
    const { store, clock, workflows } = deps;
    const claim = `reassessment#${reference}#${thread}`;
    const begun = await store.claimed(council, claim, clock.now());
    if (begun !== undefined) return { journey: Number(begun) };

    const careCase = await store.knownCase(council, reference);
    if (careCase.closed) return { journey: careCase.journey };
    const journey = careCase.journey + 1;
    const signals: Signal[] = [
      {
        council,
        reference,
        at: clock.now(),
        id: `start-assessment-${journey}`,
        kind: 'start-execution',
        machine: 'assessment-journey',
        input: { council, reference, thread: `assessment-${journey}`, leg: 1 },
      },
    ];
    const written = await store.commit({
      case: { ...careCase, version: careCase.version + 1, journey, stage: 'assessment' },
      signals,
      claims: [{ name: claim, answer: String(journey) }],
      events: [
        eventOf(deps, careCase, {
          actor: platform('start-reassessment'),
          action: 'reassessment-started',
          about: `assessment-${journey}`,
          authority: 'Care Act 2014 section 27(4)',
        }),
      ],
    });
    if (!written) throw new CarewayError('StoreConflict', `Case ${reference} was changed meanwhile`);
    await workflows.trySend(signals);
    return { journey };
  };

export const handler = taskHandler(startReassessmentInput, startReassessmentOutput, createStartReassessment);
