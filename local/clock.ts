import type { AbstractLevel } from 'abstract-level';
import { Temporal } from 'temporal-polyfill';

/** A Level database or a sublevel of one, of whatever kind: `classic-level` on disk, `memory-level` in tests. */
export type Store = AbstractLevel<string | Buffer | Uint8Array, string, string>;

/** A timer that waits on the clock. */
export interface Timer {
  /** Takes the timer away. Does nothing once it has run. */
  cancel(): void;
}

/**
 * The one clock of the local platform: it can be moved forward, and where it was moved to survives `kill -9`.
 *
 * Never await `settle`, `moveTo`, `forward` or `next` inside tracked work: they wait for that work to end.
 */
export interface LocalClock {
  readonly mode: 'ticking' | 'frozen';
  /** The present moment on this platform, to the millisecond. */
  now(): Temporal.Instant;
  /**
   * Runs something once at an instant, or at once when the instant has come already.
   * Timers live in memory: their owners register them again from their own durable state when the platform starts.
   */
  at(instant: Temporal.Instant, run: () => Promise<void>): Timer;
  /** The earliest instant that a timer waits for, or null. */
  peekNext(): Temporal.Instant | null;
  /** Says that this work is under way, so that no move passes over it. Answers the same promise. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no tracked work is left, including the work that it started. */
  settle(): Promise<void>;
  /**
   * Moves to an instant, stopping at every timer on the way with the clock set to exactly its instant.
   * Answers when everything due by then has happened. Concurrent moves wait for one another.
   * @throws RangeError if the instant lies before now, or after the clock's end
   * @throws whatever a timer threw on the way (an AggregateError if there were several), once the clock has arrived
   */
  moveTo(instant: Temporal.Instant): Promise<void>;
  /**
   * Moves by a duration such as `P6W`, counted on the Europe/London calendar: a day is a day over a change to summer time.
   * @throws RangeError if the duration is negative or is not ISO 8601
   */
  forward(duration: Temporal.DurationLike | string): Promise<void>;
  /** Moves to the next timer and answers its instant, or null when nothing waits. */
  next(): Promise<Temporal.Instant | null>;
  /** Stops firing timers and forgets them. The store stays open: it belongs to the caller. */
  close(): void;
}

/** What a local clock is made of. */
export interface LocalClockOptions {
  store: Store;
  /** `ticking` goes on in real time from where it was moved to; `frozen` stands still between moves. */
  mode: 'ticking' | 'frozen';
  /** Where a clock begins that has never been opened on this store. @default the real time */
  start?: Temporal.Instant;
  /** How far it can be moved, with the sentence that says so. @default as far as there is time */
  end?: { readonly at: Temporal.Instant; readonly why: string };
  /** Told of an error thrown by a timer that fired by itself. @default console.error */
  onError?: (error: unknown) => void;
}

interface Waiting {
  ms: number;
  run: () => Promise<void>;
}

type Saved = { frozenAt: number } | { offsetMs: number };

const KEY = 'clock';
// setTimeout fires at once for anything longer.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** When a duration is over that begins at an instant; infinitely far where there is no such time. */
const after = (from: Temporal.Instant, duration: Temporal.Duration): number => {
  try {
    return from.toZonedDateTimeISO('Europe/London').add(duration).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError && duration.sign > 0) return Number.POSITIVE_INFINITY;
    throw error;
  }
};

/** Opens the clock that this store remembers, or begins a new one. */
export async function createLocalClock(options: LocalClockOptions): Promise<LocalClock> {
  const { store, mode } = options;
  const onError = options.onError ?? console.error;
  const instantOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

  const text = await store.get(KEY);
  const saved: Saved | undefined = text === undefined ? undefined : JSON.parse(text);
  const opened =
    saved === undefined
      ? (options.start ?? instantOf(Date.now())).epochMilliseconds
      : 'frozenAt' in saved
        ? saved.frozenAt
        : Date.now() + saved.offsetMs;

  let offsetMs = opened - Date.now();
  // Set while the clock stands still: always in frozen mode, and during a move in ticking mode.
  let heldAt: number | null = mode === 'frozen' ? opened : null;
  let latest = opened;
  let closed = false;
  let alarm: NodeJS.Timeout | undefined;
  let moves: Promise<unknown> = Promise.resolve();
  const timers: Waiting[] = [];
  const work = new Set<Promise<unknown>>();

  const nowMs = () => {
    // The computer's own clock may be set back; ours never runs backwards.
    latest = Math.max(latest, heldAt ?? Date.now() + offsetMs);
    return latest;
  };

  const stopAt = async (ms: number) => {
    heldAt = ms;
    offsetMs = ms - Date.now();
    await store.put(KEY, JSON.stringify(mode === 'frozen' ? { frozenAt: ms } : { offsetMs }));
  };

  const takeDue = (ms: number) => timers.splice(0, placeAfter(ms));

  /** Where a timer for this moment belongs: behind those of the same moment. Found by halving, as thousands may wait. */
  const placeAfter = (ms: number) => {
    let [low, high] = [0, timers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timers[middle]?.ms ?? ms) <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const track = <T>(promise: Promise<T>): Promise<T> => {
    const done: Promise<boolean> = promise.then(
      () => work.delete(done),
      () => work.delete(done),
    );
    work.add(done);
    return promise;
  };

  const settle = async () => {
    while (work.size > 0) await Promise.all(work);
  };

  // A frozen clock would otherwise let what is due already wait for the next move.
  const atOnce = (run: () => Promise<void>): Timer => {
    let cancelled = false;
    track(Promise.resolve().then(() => (cancelled || closed ? undefined : run()))).catch(onError);
    return {
      cancel() {
        cancelled = true;
      },
    };
  };

  const setAlarm = () => {
    clearTimeout(alarm);
    const first = timers[0];
    if (mode === 'frozen' || heldAt !== null || closed || !first) return;
    const delay = Math.max(0, first.ms - nowMs());
    alarm = setTimeout(ring, Math.min(delay, LONGEST_TIMEOUT_MS));
    alarm.unref();
  };

  const ring = () => {
    for (const timer of takeDue(nowMs())) track(timer.run()).catch(onError);
    setAlarm();
  };

  const travel = async (target: number) => {
    if (closed) throw new Error('The clock is closed.');
    if (options.end && target > options.end.at.epochMilliseconds) throw new RangeError(options.end.why);
    if (!Number.isFinite(target)) throw new RangeError('There is no time so far away.');
    if (target < nowMs()) {
      throw new RangeError(`The clock stands at ${instantOf(nowMs())} and cannot go back to ${instantOf(target)}.`);
    }
    const errors: unknown[] = [];
    heldAt = nowMs();
    clearTimeout(alarm);
    try {
      await settle();
      for (let first = timers[0]; first && first.ms <= target; first = timers[0]) {
        await stopAt(Math.max(first.ms, nowMs()));
        for (const timer of takeDue(nowMs())) track(timer.run()).catch((error) => errors.push(error));
        await settle();
      }
      await stopAt(target);
    } finally {
      if (mode === 'ticking') heldAt = null;
      setAlarm();
    }
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, 'Several timers failed while the clock moved.');
  };

  const queue = <T>(move: () => Promise<T>): Promise<T> => {
    const result = moves.then(move);
    moves = result.catch(() => undefined);
    return result;
  };

  const clock: LocalClock = {
    mode,
    now: () => instantOf(nowMs()),
    at(instant, run) {
      const timer = { ms: instant.epochMilliseconds, run };
      if (closed) return { cancel: () => undefined };
      if (timer.ms <= nowMs()) return atOnce(run);
      timers.splice(placeAfter(timer.ms), 0, timer);
      setAlarm();
      return {
        cancel() {
          const place = timers.indexOf(timer);
          if (place !== -1) timers.splice(place, 1);
        },
      };
    },
    peekNext: () => (timers[0] ? instantOf(timers[0].ms) : null),
    track,
    settle,
    moveTo: (instant) => queue(() => travel(instant.epochMilliseconds)),
    forward: (duration) => {
      const by = Temporal.Duration.from(duration);
      return queue(() => travel(after(clock.now(), by)));
    },
    next: () =>
      queue(async () => {
        await settle();
        const first = timers[0];
        if (!first) return null;
        await travel(Math.max(first.ms, nowMs()));
        return instantOf(first.ms);
      }),
    close() {
      closed = true;
      timers.length = 0;
      clearTimeout(alarm);
    },
  };

  await store.put(KEY, JSON.stringify(mode === 'frozen' ? { frozenAt: opened } : { offsetMs }));
  return clock;
}
