import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLocalClock, type LocalClock, type Store } from '../../local/clock.ts';

const at = (text: string) => Temporal.Instant.from(text);
const START = at('2026-03-02T09:00:00Z');
const frozen = (store: Store = new MemoryLevel()) => createLocalClock({ store, mode: 'frozen', start: START });

/** Notes what the clock shows whenever a timer runs. */
function noting(clock: LocalClock) {
  const seen: string[] = [];
  const note = (name: string) => async () => {
    seen.push(`${name} ${clock.now()}`);
  };
  return { seen, note };
}

describe('a frozen clock', () => {
  it('stands at its start until it is moved', async () => {
    const clock = await frozen();

    const before = clock.now();
    await clock.moveTo(at('2026-03-02T09:00:00.001Z'));

    expect([String(before), String(clock.now())]).toEqual(['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.001Z']);
  });

  it('runs timers in the order of their instants, those of one instant in the order they were set, at exactly their instant', async () => {
    const clock = await frozen();
    const { seen, note } = noting(clock);
    clock.at(at('2026-03-04T00:00:00Z'), note('late'));
    clock.at(at('2026-03-03T00:00:00Z'), note('first'));
    clock.at(at('2026-03-03T00:00:00Z'), note('second'));

    await clock.moveTo(at('2026-03-05T00:00:00Z'));

    expect(seen).toEqual(['first 2026-03-03T00:00:00Z', 'second 2026-03-03T00:00:00Z', 'late 2026-03-04T00:00:00Z']);
  });

  it.each([
    { due: '2026-03-03T11:59:59.999Z', runs: 1 },
    { due: '2026-03-03T12:00:00Z', runs: 1 },
    { due: '2026-03-03T12:00:00.001Z', runs: 0 },
  ])('moved to noon runs a timer of $due $runs times', async ({ due, runs }) => {
    const clock = await frozen();
    const { seen, note } = noting(clock);
    clock.at(at(due), note('timer'));

    await clock.moveTo(at('2026-03-03T12:00:00Z'));

    expect(seen).toHaveLength(runs);
  });

  it('runs a timer at once that is set for now or earlier', async () => {
    const clock = await frozen();
    const { seen, note } = noting(clock);
    clock.at(START, note('now'));
    clock.at(at('2020-01-01T00:00:00Z'), note('long ago'));

    await clock.settle();

    expect(seen).toEqual(['now 2026-03-02T09:00:00Z', 'long ago 2026-03-02T09:00:00Z']);
  });

  it('also runs timers that timers on the way set, and waits for the work they start', async () => {
    const clock = await frozen();
    const { seen, note } = noting(clock);
    clock.at(at('2026-03-03T00:00:00Z'), async () => {
      const slow = new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
      clock.track(slow.then(note('work'))).catch(() => undefined);
      clock.at(at('2026-03-04T00:00:00Z'), note('next'));
    });

    await clock.moveTo(at('2026-03-05T00:00:00Z'));

    expect(seen).toEqual(['work 2026-03-03T00:00:00Z', 'next 2026-03-04T00:00:00Z']);
  });

  it('does not run a cancelled timer', async () => {
    const clock = await frozen();
    const { seen, note } = noting(clock);
    clock.at(at('2026-03-03T00:00:00Z'), note('no')).cancel();

    await clock.moveTo(at('2026-03-05T00:00:00Z'));

    expect([seen, clock.peekNext()]).toEqual([[], null]);
  });

  it('refuses to go back even by 1 ms, and says where it stands', async () => {
    const clock = await frozen();

    await expect(clock.moveTo(at('2026-03-02T08:59:59.999Z'))).rejects.toThrow(
      new RangeError('The clock stands at 2026-03-02T09:00:00Z and cannot go back to 2026-03-02T08:59:59.999Z.'),
    );
  });

  it('arrives and then throws what a timer threw on the way', async () => {
    const clock = await frozen();
    clock.at(at('2026-03-03T00:00:00Z'), async () => {
      throw new Error('no mail');
    });

    await expect(clock.moveTo(at('2026-03-05T00:00:00Z'))).rejects.toThrow('no mail');
    expect(String(clock.now())).toBe('2026-03-05T00:00:00Z');
  });

  it.each([
    { duration: 'P6W', arrives: '2026-04-13T08:00:00Z', why: '9:00 in London is 8:00 UTC in summer time' },
    { duration: 'P1D', arrives: '2026-03-03T09:00:00Z', why: 'no change of time' },
    { duration: 'P12M', arrives: '2027-03-02T09:00:00Z', why: 'winter time again' },
    { duration: { hours: 1 }, arrives: '2026-03-02T10:00:00Z', why: 'hours are exact' },
  ])('goes forward by $duration to $arrives: $why', async ({ duration, arrives }) => {
    const clock = await frozen();

    await clock.forward(duration);

    expect(String(clock.now())).toBe(arrives);
  });

  it('refuses to go forward by a negative duration', async () => {
    const clock = await frozen();

    await expect(clock.forward('-P1D')).rejects.toThrow(RangeError);
  });

  it('moves to the next timer and answers its instant, then null', async () => {
    const clock = await frozen();
    clock.at(at('2026-03-09T00:00:00Z'), async () => undefined);
    const peeked = clock.peekNext();

    const moves = [await clock.next(), await clock.next()];

    expect([peeked, ...moves].map(String)).toEqual(['2026-03-09T00:00:00Z', '2026-03-09T00:00:00Z', 'null']);
  });

  it('makes concurrent moves wait for one another', async () => {
    const clock = await frozen();

    await Promise.all([clock.forward('P1D'), clock.forward('P1D'), clock.moveTo(at('2026-03-04T09:00:00Z'))]);

    expect(String(clock.now())).toBe('2026-03-04T09:00:00Z');
  });

  it('remembers where it was moved to', async () => {
    const store = new MemoryLevel();
    await (await frozen(store)).moveTo(at('2026-05-01T00:00:00Z'));

    const again = await frozen(store);

    expect(String(again.now())).toBe('2026-05-01T00:00:00Z');
  });

  it('refuses to move when closed, and has forgotten its timers', async () => {
    const clock = await frozen();
    clock.at(at('2026-03-09T00:00:00Z'), async () => undefined);

    clock.close();

    expect(clock.peekNext()).toBeNull();
    await expect(clock.forward('P1D')).rejects.toThrow('The clock is closed.');
  });
});

describe('a ticking clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START.epochMilliseconds });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on in real time from where it was moved to', async () => {
    const clock = await createLocalClock({ store: new MemoryLevel(), mode: 'ticking' });
    await clock.forward('P1D');

    vi.advanceTimersByTime(5_000);

    expect(String(clock.now())).toBe('2026-03-03T09:00:05Z');
    clock.close();
  });

  it('fires a timer by itself when its instant comes, not 1 ms earlier', async () => {
    const clock = await createLocalClock({ store: new MemoryLevel(), mode: 'ticking' });
    const { seen, note } = noting(clock);
    clock.at(at('2026-03-02T09:01:00Z'), note('timer'));

    vi.advanceTimersByTime(59_999);
    const early = seen.length;
    vi.advanceTimersByTime(1);
    await clock.settle();

    expect([early, ...seen]).toEqual([0, 'timer 2026-03-02T09:01:00Z']);
    clock.close();
  });

  it('fires a timer that lies further away than the 24.8 days of setTimeout', async () => {
    const clock = await createLocalClock({ store: new MemoryLevel(), mode: 'ticking' });
    const { seen, note } = noting(clock);
    clock.at(START.add({ hours: 60 * 24 }), note('timer'));

    vi.advanceTimersByTime(60 * 24 * 60 * 60 * 1000);
    await clock.settle();

    expect(seen).toEqual(['timer 2026-05-01T09:00:00Z']);
    clock.close();
  });

  it('tells onError of a timer that threw by itself', async () => {
    const errors: unknown[] = [];
    const clock = await createLocalClock({
      store: new MemoryLevel(),
      mode: 'ticking',
      onError: (error) => errors.push(error),
    });
    clock.at(at('2026-03-02T09:01:00Z'), async () => {
      throw new Error('no mail');
    });

    vi.advanceTimersByTime(60_000);
    await clock.settle();

    expect(errors).toEqual([new Error('no mail')]);
    clock.close();
  });

  it('goes on from where a frozen clock on the same store stood', async () => {
    const store = new MemoryLevel();
    await (await frozen(store)).forward('P1D');
    const first = await createLocalClock({ store, mode: 'ticking' });
    first.close();
    vi.advanceTimersByTime(1_000);

    const again = await createLocalClock({ store, mode: 'ticking' });

    expect(String(again.now())).toBe('2026-03-03T09:00:01Z');
    again.close();
  });

  it('remembers how far it was moved, and time passes while it is closed', async () => {
    const store = new MemoryLevel();
    const first = await createLocalClock({ store, mode: 'ticking' });
    await first.forward('P6W');
    first.close();
    vi.advanceTimersByTime(3_600_000);

    const again = await createLocalClock({ store, mode: 'ticking' });

    expect(String(again.now())).toBe('2026-04-13T09:00:00Z');
    again.close();
  });
});
