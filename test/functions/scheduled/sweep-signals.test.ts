import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSweepSignals } from '../../../functions/scheduled/sweep-signals.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { type Signal, signal } from '../../../schemas/signal.ts';
import type { Deps } from '../../../services/deps.ts';
import { unending } from '../../../services/runtime/run-time.ts';
import { lanes, owedIn, signalPartitions } from '../../../services/store/signal-keys.ts';
import { referenceAt } from '../../support/many-tasks.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { putStraight, runOf, watched } from '../../support/watched-store.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const at = isoInstant.parse('2026-01-05T09:00:00.000Z');
const news = (number: number): Signal =>
  signal.parse({
    council,
    reference: referenceAt(number),
    at,
    id: 'tell-news',
    kind: 'tell-person',
    step: 'news',
    template: 'answer-ready',
  });
const start = (number: number): Signal =>
  signal.parse({
    council,
    reference: referenceAt(number),
    at,
    id: 'start-assessment-1',
    kind: 'start-execution',
    machine: 'assessment-journey',
    input: { council, reference: referenceAt(number), thread: 'assessment-1', leg: 1 },
  });
const itemOf = (value: Signal) => ({
  pk: `CASE#${value.council}#${value.reference}`,
  sk: `SIGNAL#${value.id}`,
  data: value,
  schemaVersion: 2,
});
const owe = (signals: readonly Signal[], keys: (value: Signal) => object = owedIn) =>
  putStraight(
    platform.platform,
    signals.map((value) => ({ ...itemOf(value), ...keys(value) })),
  );

/** Sends nothing and keeps the order in which it was asked to; what `fails` names stays owed. */
const recording = (deps: Deps, fails: (value: Signal) => boolean = () => false) => {
  const sent: Signal[] = [];
  const parts: number[] = [];
  const workflows: Deps['workflows'] = {
    ...deps.workflows,
    async send(value) {
      sent.push(value);
      if (fails(value)) throw new Error('Not now');
      await deps.store.removeSignal(value);
    },
    async trySend(signals) {
      parts.push(signals.length);
      sent.push(...signals);
      const good = signals.filter((value) => !fails(value));
      await Promise.all(good.map((value) => deps.store.removeSignal(value)));
      return signals.length - good.length;
    },
  };
  return { deps: { ...deps, workflows }, sent, parts };
};
const referencesOf = (signals: readonly Signal[]) => signals.map(({ reference }) => reference);

describe('what is owed', () => {
  it('is spread over all the partitions of its lane, about evenly', () => {
    const counts = Map.groupBy(
      Array.from({ length: 4000 }, (_, number) => owedIn(news(number)).signalsPk),
      (pk) => pk,
    );

    expect([...counts.keys()].toSorted()).toEqual(signalPartitions('tells').toSorted());
    expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBeLessThan(4000 / 8 + 120);
  });

  it('is read in another lane where it moves a case than where it tells of it', () => {
    expect(lanes.map((lane) => signalPartitions(lane).includes(owedIn(start(1)).signalsPk))).toEqual([true, false]);
    expect(lanes.map((lane) => signalPartitions(lane).includes(owedIn(news(1)).signalsPk))).toEqual([false, true]);
  });
});

describe('the sweep of what is owed', () => {
  it('sends what the first release put under its one key, more of it at the same moment than a page takes', async () => {
    const many = Array.from({ length: 60 }, (_, number) => start(number));
    await owe(many, ({ id }) => ({ signalsPk: 'SIGNALS', signalsSk: `${at}#${id}` }));
    const { deps, sent } = recording(platform.deps);

    const answer = await createSweepSignals(deps)({}, unending);

    expect(answer).toEqual({ sent: 60, failed: 0 });
    expect(referencesOf(sent).toSorted()).toEqual(referencesOf(many).toSorted());
  });

  it('moves every case before it tells anybody, and sends in parts', async () => {
    const many = Array.from({ length: 700 }, (_, number) => news(1000 + number));
    await owe([...many, ...Array.from({ length: 5 }, (_, number) => start(2000 + number))]);
    const seen = watched(platform.platform);
    const { deps, sent, parts } = recording(seen.deps);

    await createSweepSignals(deps)({}, unending);

    expect(sent.slice(0, 5).map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'start-execution'));
    expect(sent).toHaveLength(705);
    expect(Math.max(...parts)).toBeLessThanOrEqual(200);
    expect(seen.most.read).toBeLessThanOrEqual(25);
  });

  it('goes on in the next run where its time was up, and comes to all of them though the first ones fail', async () => {
    const many = Array.from({ length: 500 }, (_, number) => news(3000 + number));
    await owe(many);
    const { deps, sent } = recording(platform.deps, () => true);
    const runs: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      // One part of what moves cases, of which there is none, and one of news.
      await createSweepSignals(deps)({}, runOf(3));
      runs.push(new Set(referencesOf(sent)).size);
    }

    expect(runs[0]).toBeLessThanOrEqual(200);
    expect(runs.at(-1)).toBe(500);
    expect(referencesOf(sent).slice(0, 500).length).toBe(new Set(referencesOf(sent).slice(0, 500)).size);
  });

  it('leaves news a share of its time, however much there is that moves cases', async () => {
    await owe(Array.from({ length: 400 }, (_, number) => start(5000 + number)));
    const { deps, sent } = recording(platform.deps);
    let left = 240_000;
    // Each part costs twenty seconds.
    const run = { remainingMs: () => (left -= 20_000) };

    await createSweepSignals(deps)({}, run);

    expect(sent.some(({ kind }) => kind === 'tell-person')).toBe(true);
  });
});
