import { afterEach, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { assessment, cycle, type Journeys, reviewEnds, slug, startJourneys, toSupport } from '../support/journey.ts';
import { allOwed } from '../support/owed.ts';

let journeys: Journeys;
afterEach(() => journeys.stop());

/** What is owed by now; work that is planned for a later day is not. */
const owed = async (): Promise<string[]> => {
  const signals = await allOwed(journeys.deps, '9999-01-01T00:00:00.000Z' as ReturnType<Journeys['now']>);
  const due = signals.filter(({ at }) => at <= journeys.now());
  return due.map(({ id }) => id.replace(/^(answer-)[^.]+\./, '$1'));
};

describe('a process that dies between the transaction and Step Functions', { timeout: 60_000 }, () => {
  it('leaves a signal that the sweeper sends within 10 minutes: the start of a journey, and the answer of a task', async () => {
    journeys = await startJourneys();
    journeys.setSignalFault(() => true);
    const reference = await journeys.apply();
    const first = [await journeys.ending(reference, assessment()), ...(await owed())];
    journeys.setSignalFault();
    await journeys.forward('PT10M');
    const mended = [await journeys.ending(reference, assessment()), ...(await owed())];

    journeys.setSignalFault(() => true);
    await journeys.work(reference, 'triage-request');
    const second = [await journeys.ending(reference, assessment()), ...(await owed())];
    journeys.setSignalFault();
    await journeys.forward('PT10M');

    expect(first).toEqual(['not begun', 'start-assessment-1']);
    expect(mended).toEqual(['in Triage the request']);
    expect(second).toEqual(['in Triage the request', 'answer-assessment-1.triage-request']);
    expect([await journeys.ending(reference, assessment()), ...(await owed())]).toEqual(['in Assess needs']);
  });

  it('loses neither the end of a closed case nor the next cycle', async () => {
    journeys = await startJourneys();
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport);
    journeys.setSignalFault(() => true);
    await journeys.askForReview(reference);
    const notBegun = await journeys.ending(reference, cycle(2));
    journeys.setSignalFault();
    await journeys.forward('PT10M');
    const begun = await journeys.ending(reference, cycle(2));
    journeys.setSignalFault(() => true);
    await journeys.close(reference, 'died');
    journeys.setSignalFault();

    await journeys.forward('PT10M');

    expect([notBegun, begun]).toEqual(['not begun', 'in Review the plan']);
    const endings = [await journeys.ending(reference, assessment()), await journeys.ending(reference, cycle(2))];
    expect([...endings, ...(await owed())]).toEqual([
      'SUCCEEDED at Case closed early',
      'SUCCEEDED at Case closed early',
    ]);
  });
});

describe('news for a person that no machine brings', { timeout: 60_000 }, () => {
  const told = async (reference: CaseReference) =>
    (await journeys.mailOf(reference)).filter((line) => line.includes('.tell-of-end.'));
  const withdrawn = async () => {
    journeys = await startJourneys();
    const reference = await journeys.apply();
    journeys.setMailFault((to) => (to === 'rose.okafor@example.com' ? 'unavailable' : undefined));
    await journeys.close(reference, 'withdrawn');
    return reference;
  };

  it('is sent once by the sweeper where mail was out of order when the case was closed', async () => {
    const reference = await withdrawn();
    const before = [await told(reference), await owed()];
    journeys.setMailFault();
    await journeys.forward('PT30M');

    expect(before).toEqual([[], ['tell-of-end']]);
    expect(await told(reference)).toEqual(['2026-01-05T10:05:00.000Z case.tell-of-end.person']);
    expect(await owed()).toEqual([]);
  });

  it('becomes work for staff after three days of trying', async () => {
    const reference = await withdrawn();
    await journeys.forward('P3DT10M');

    const tasks = await journeys.tasks(reference);
    expect(tasks.filter(({ kind, status }) => kind === 'contact-another-way' && status === 'open')).toHaveLength(1);
    expect([await told(reference), await owed()]).toEqual([[], []]);
  });
});

/**
 * A life from the application to the end of support, which a review finds, of which notice is given, and which the next review brings;
 * every wait for a retry is over before the next piece of work.
 */
const live = async (): Promise<CaseReference> => {
  const reference = await journeys.apply({}, { confirmed: false });
  await journeys.forward('PT2M');
  await journeys.confirm(reference, 'rose.okafor@example.com');
  for (const piece of toSupport) {
    await journeys.work(reference, piece);
    await journeys.forward('PT2M');
  }
  await journeys.forward('P5W');
  await journeys.work(reference, reviewEnds);
  await journeys.forward('P1D');
  await journeys.work(reference, 'give-notice-of-end');
  await journeys.forward('P12M');
  await journeys.work(reference, reviewEnds);
  await journeys.forward('P1D');
  return reference;
};

/** What can be seen of a case afterwards: its history but for the moments, and its mail. */
const seen = async (reference: CaseReference) => ({
  events: (await journeys.events(reference)).filter((event) => !event.startsWith('task-continued')).sort(),
  mail: [...(await journeys.staffMailOf(reference)), ...(await sentTo(reference))].sort(),
  tasks: (await journeys.tasks(reference)).map(({ id, status }) => `${status} ${id.replace(reference, '')}`),
  ending: await Promise.all([assessment(), cycle(1), cycle(2)].map((thread) => journeys.ending(reference, thread))),
});
const sentTo = async (reference: CaseReference) =>
  (await journeys.mailOf(reference)).map((line) => line.split(' ')[1] ?? '');

describe('a function', { timeout: 60_000 }, () => {
  let usual: Awaited<ReturnType<typeof seen>>;

  it('changes nothing when it is called again long after, whichever journey function it is', async () => {
    journeys = await startJourneys();
    const calls: { name: string; input: Record<string, unknown> }[] = [];
    journeys.setFault((call) => {
      calls.push(call);
      return undefined;
    });
    const reference = await live();
    usual = await seen(reference);
    const before = await journeys.deps.store.whole(slug, reference);
    const mail = (await journeys.platform.mail.list()).length;

    for (const { name, input } of [...calls]) {
      await journeys.platform.lambda.invokeByArn(name, input);
      await journeys.settle();
    }

    expect(await journeys.deps.store.whole(slug, reference)).toEqual(before);
    expect((await journeys.platform.mail.list()).length).toBe(mail);
    const names = ['take-up-case', 'send-mail', 'open-task', 'start-review-cycle', 'plan-review', 'close-case'];
    expect(names.filter((name) => !calls.some((call) => call.name === name))).toEqual([]);
  });

  it('that dies after its work is done is called again, and a whole life looks as if none of its 25 calls had died', async () => {
    journeys = await startJourneys();
    const died = new Set<string>();
    journeys.setFault(({ name, input: { thread, step, kind, reason } }) => {
      const call = [name, thread, step, kind, reason].join();
      if (died.has(call)) return undefined;
      died.add(call);
      return { error: 'Lambda.Unknown', after: true };
    });

    const disturbed = await seen(await live());

    expect(disturbed).toEqual(usual);
    expect(died.size).toBe(25);
  });
});
