import { slotOf } from '../../domain/journey/persons.ts';
import { comesBackTo } from '../../domain/journey/reopening.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { targetDate } from '../../domain/time/deadlines.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';
import { createReviewCycles } from './review-cycles.ts';

const authority = 'Care Act 2014 sections 9 and 27';

/**
 * Opens a closed case again: with its plan in force and a review soon, where it had one; otherwise at the assessment, or at triage where it
 * had none. The person has one open case of a kind, so that another that is open stands against it. The person is told.
 *
 * @throws Problem 409 where the person has died, or has another open case; CarewayError `StoreConflict`
 */
export const createReopening =
  (deps: Deps) =>
  async (careCase: CareCase, reason: string, actor: Actor): Promise<CareCase> => {
    if (careCase.closed === undefined) return careCase;
    const { store, clock, workflows, councils } = deps;
    const { council, reference } = careCase;
    const now = clock.now();
    const whole = await store.whole(council, reference);
    if (whole === undefined) throw problems.notYours();
    const { items, person } = await store.personOf(careCase);
    if (person.died) throw problems.personDied();
    const slot = slotOf(careCase);
    const holder = slot && (await store.persons.holding(council, person.items, slot));
    if (holder && holder !== reference) throw problems.otherOpenCase(holder);

    const to = comesBackTo(whole);
    const times = (careCase.reopened?.times ?? 0) + 1;
    const journey = to.at === 'support' ? careCase.journey : careCase.journey + 1;
    const thread = `assessment-${journey}`;
    const owed = { council, reference, at: now };
    const signals: Signal[] = [
      {
        ...owed,
        id: `tell-of-reopening-${times}`,
        kind: 'tell-person',
        step: `tell-of-reopening-${times}`,
        template: 'case-reopened',
      },
      ...(to.at === 'support'
        ? []
        : [
            {
              ...owed,
              id: `start-${thread}`,
              kind: 'start-execution' as const,
              machine: 'assessment-journey' as const,
              input: { council, reference, thread, leg: 1 },
            },
          ]),
    ];
    const plans: CaseRecord[] =
      to.at === 'support' ? [{ ...to.plan, state: 'active', version: to.plan.version + 1 }] : [];
    const note: CaseRecord = {
      ...{ council, reference, version: 1, at: now, by: actor },
      id: `case.reopened-${times}`,
      kind: 'note',
      content: { text: reason },
    };
    const { closed: _closed, ...rest } = careCase;
    const opened: CareCase = {
      ...rest,
      version: careCase.version + 1,
      journey,
      stage: to.at === 'support' ? 'support' : to.at === 'assessment' ? 'assessment' : 'received',
      targetOn: targetDate(careCase.urgency, londonDate(now), councils.known(council).targets),
      reopened: { times, at: now, to: to.at, journey },
    };
    const written = await store.commit({
      case: opened,
      takes: opened,
      besides: items,
      records: [...plans, note],
      signals,
      events: [eventOf(deps, careCase, { actor, action: 'case-reopened', about: `${to.at} ${times}`, authority })],
    });
    if (!written) throw changedMeanwhile(`Case ${reference}`);
    if (to.at === 'support') {
      // First its review, so that a plan in force is never without one; where this fails, opening it again plans it.
      await createReviewCycles(deps)(opened, { cause: `reopened-${times}`, kind: 'early', actor, reason });
    }
    await workflows.trySend(signals);
    return store.knownCase(council, reference);
  };
