import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalClock, type LocalClock } from '../../local/clock.ts';
import { createSchedules } from '../../local/schedules.ts';

/** A Monday at ten, winter time. */
const start = Temporal.Instant.from('2026-01-05T10:00:00Z');
let clock: LocalClock;
let runs: string[];
let fails: boolean;
let schedules: ReturnType<typeof createSchedules>;

beforeEach(async () => {
  clock = await createLocalClock({ store: new MemoryLevel(), mode: 'frozen', start });
  [runs, fails] = [[], false];
  schedules = createSchedules(clock, async (name) => {
    runs.push(`${name} ${clock.now()}`);
    return !fails;
  });
  schedules.start();
});
afterEach(() => {
  schedules.stop();
  clock.close();
});

const to = (time: string) => clock.moveTo(Temporal.Instant.from(time));
const sweeps = () => runs.filter((line) => line.startsWith('sweep')).map((line) => line.slice(-9, -4));

describe('a schedule by the clock', () => {
  it('runs at each of its times in London, in winter and in summer', async () => {
    await to('2026-03-28T12:00:00Z');
    const saturday = runs.filter((line) => line.startsWith('send-digests')).slice(-2);
    await to('2026-03-30T12:00:00Z');

    expect(saturday).toEqual(['send-digests 2026-03-28T08:30:00Z', 'send-digests 2026-03-28T09:30:00Z']);
    expect(runs.filter((line) => line.startsWith('send-digests')).slice(-4)).toEqual([
      'send-digests 2026-03-29T07:30:00Z',
      // Once more an hour later, for what one run could not end.
      'send-digests 2026-03-29T08:30:00Z',
      'send-digests 2026-03-30T07:30:00Z',
      'send-digests 2026-03-30T08:30:00Z',
    ]);
  });
});

describe('a schedule by an interval', () => {
  it('runs once 5 minutes after something happened, and not while nothing does', async () => {
    await to('2026-01-05T11:00:00Z');

    expect(sweeps()).toEqual(['10:05']);
  });

  it('runs again where more happened before it ran, since that was too young for it', async () => {
    await to('2026-01-05T10:04:30Z');
    schedules.somethingHappened();
    schedules.somethingHappened();
    await to('2026-01-05T11:00:00Z');

    expect(sweeps()).toEqual(['10:05', '10:10']);
  });

  it('runs every 5 minutes as long as it fails', async () => {
    fails = true;
    await to('2026-01-05T10:12:00Z');
    fails = false;
    await to('2026-01-05T11:00:00Z');

    expect(sweeps()).toEqual(['10:05', '10:10', '10:15']);
  });
});
