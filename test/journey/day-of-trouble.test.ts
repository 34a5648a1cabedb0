import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import {
  adviceOnly,
  assessment,
  type Fault,
  type JourneyCall,
  type Journeys,
  startJourneys,
} from '../support/journey.ts';

let journeys: Journeys;
let people = 0;
let undisturbed: Awaited<ReturnType<typeof live>>;
beforeAll(async () => {
  journeys = await startJourneys();
  undisturbed = await live();
}, 60_000);
afterAll(() => journeys.stop());

/** Where the case stands, what was done on it, who was told what and what its history says, but for moments. */
const seen = async (reference: CaseReference) => ({
  ending: await journeys.ending(reference, assessment()),
  tasks: (await journeys.tasks(reference)).map(({ kind, status }) => `${status} ${kind}`),
  mail: (await journeys.mailOf(reference)).map((line) => line.split(' ')[1] ?? '').toSorted(),
  staffMail: await journeys.staffMailOf(reference),
  // That a task waits for another call of the same step, or a mail for the sweep, changes nothing for anybody.
  events: (await journeys.events(reference)).filter((line) => !/^(task-continued|email-owed) /.test(line)).toSorted(),
});

/** A case that ends with advice, whose calls meet the fault until so long after the first of them. */
async function live(fault?: Fault, meets: (call: JourneyCall) => boolean = () => false, lasts = 'PT24H') {
  const { clock } = journeys.platform;
  let end: number | undefined;
  let met = 0;
  journeys.setFault((call) => {
    if (!fault || !meets(call)) return undefined;
    end ??= clock.now().add(lasts).epochMilliseconds;
    if (clock.now().epochMilliseconds >= end) return undefined;
    met += 1;
    return fault;
  });
  // Everybody has an address of their own and has confirmed it before their journey begins, whatever goes wrong then.
  people += 1;
  const email = `rose-${people}@example.com`;
  journeys.setSignalFault(() => true);
  const reference = await journeys.apply({ email }, { confirmed: false });
  await journeys.confirm(reference, email);
  journeys.setSignalFault();
  await journeys.forward('PT26H');
  await journeys.work(reference, adviceOnly);
  await journeys.forward('PT26H');
  journeys.setFault();
  const then = await seen(reference);
  // Each case begins on the same day of the week, since working days decide what is late.
  await journeys.forward('PT116H');
  return { met: met > 0, ...then };
}

const states: readonly (readonly [string, (call: JourneyCall) => boolean])[] = [
  ['a plain step', ({ name }) => name === 'take-up-case'],
  ['a mail', ({ name, input }) => name === 'send-mail' && input['step'] === 'acknowledge-application'],
  ['a wait for a person', ({ name }) => name === 'open-task'],
  ['a close', ({ name }) => name === 'close-case'],
];
const cases = states.flatMap(([kind, meets]) =>
  ['PT1M', 'PT24H'].flatMap((lasts) => [false, true].map((after) => ({ kind, meets, lasts, after }))),
);

describe('trouble of Lambda at one state of each kind', { timeout: 60_000 }, () => {
  it.each(cases)(
    'changes nothing at $kind for $lasts, with the answers lost: $after',
    async ({ meets, lasts, after }) => {
      const disturbed = await live({ error: 'Lambda.ServiceException', after }, meets, lasts);

      expect(disturbed).toEqual({ ...undisturbed, met: true });
    },
  );
});
