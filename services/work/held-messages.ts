import type { Actor, CareCase } from '../../schemas/case.ts';
import { type MailEntry, mailTemplate } from '../../schemas/mail.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';
import { createDeaths, type HeldMessage } from './deaths.ts';

/** The step by which a message is sent once more: `review-1.remind.person` becomes `review-1-remind-anew`. */
const stepAnew = ({ key }: MailEntry): string => `${key.split('.').slice(0, -1).join('-')}-anew`;

/**
 * Sends anew what was held because of a death that was none, each message once, to whoever gets updates now.
 *
 * @returns what is still held
 * @throws Problem 400 for what is not held, 409 where the person has died, 503
 */
export const createHeldMessages =
  (deps: Deps) =>
  async (careCase: CareCase, keys: readonly string[], actor: Actor): Promise<HeldMessage[]> => {
    const { store, clock, workflows } = deps;
    const { council, reference } = careCase;
    const whole = await store.whole(council, reference);
    if (whole === undefined) throw problems.notYours();
    if (whole.person.died) throw problems.personDied();
    const lines = whole.mail.filter(({ key, status, withheld }) => keys.includes(key) && status === 'held' && withheld);
    const unknown = keys.filter((one) => !lines.some(({ key }) => key === one));
    if (unknown.length > 0) {
      throw problems.invalid(unknown.map((key) => ({ field: 'keys', message: `Nothing is held under ${key}` })));
    }
    const unsent = lines.filter(({ withheld }) => withheld === 'death');
    const steps = new Map(unsent.map((line) => [stepAnew(line), mailTemplate.parse(line.template)]));
    const signals = [...steps].map(
      ([step, template]): Signal => ({
        ...{ council, reference, at: clock.now(), step, template },
        id: `tell-${step}`,
        kind: 'tell-person',
      }),
    );
    if (unsent.length > 0) {
      const written = await store.commit({
        // All readers of one step are told anew at once.
        mail: whole.mail
          .filter((line) => line.withheld === 'death' && steps.has(stepAnew(line)))
          .map((line): MailEntry => ({ ...line, version: line.version + 1, withheld: 'sent-anew' })),
        signals,
        events: [
          eventOf(deps, careCase, {
            actor,
            action: 'held-sent-anew',
            about: [...steps.keys()].join(' ').slice(0, 200),
            authority: 'UK GDPR Article 5(1)(d)',
          }),
        ],
      });
      if (!written) throw changedMeanwhile(`Case ${careCase.reference}`);
      await workflows.trySend(signals);
    }
    return createDeaths(deps).held(whole.person);
  };
