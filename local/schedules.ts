import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../domain/time/clock-time.ts';
import { type FunctionName, schedules } from '../infra/service-map.ts';
import type { LocalClock, Timer } from './clock.ts';

const notUnderstood = (expression: string) => new Error(`This schedule is not understood: ${expression}`);

/**
 * The next time of a schedule that runs at one time of day in London, every day (`cron(0 9 * * ? *)`). The manifest has no other kind; EventBridge
 * knows more.
 *
 * @see EventBridge Scheduler User Guide, cron-based schedules
 */
const nextRun = (expression: string, after: Temporal.Instant): Temporal.Instant => {
  const [, minute, hour] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute === undefined) throw notUnderstood(expression);
  const plainTime = new Temporal.PlainTime(Number(hour), Number(minute));
  for (let day = after.toZonedDateTimeISO(LONDON).toPlainDate(); ; day = day.add({ days: 1 })) {
    const at = day.toZonedDateTime({ timeZone: LONDON, plainTime }).toInstant();
    if (Temporal.Instant.compare(at, after) > 0) return at;
  }
};

const interval = (expression: string): Temporal.Duration => {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit === undefined) throw notUnderstood(expression);
  return Temporal.Duration.from({ [`${unit}s`]: Number(count) });
};

/**
 * Runs the manifest's schedules on the local clock, in Europe/London time.
 *
 * A `cron` schedule runs at each of its times. A `rate` schedule runs after anything has happened (`somethingHappened`), again where
 * more has happened before it ran or where it failed, and not while nothing does: a sweep of an idle platform finds nothing, and a
 * year holds a hundred thousand of them.
 *
 * @param run answers whether the function went well
 */
export const createSchedules = (clock: LocalClock, run: (name: FunctionName) => Promise<boolean>) => {
  const armed = new Map<string, Timer>();
  const wantedAgain = new Set<string>();
  const repeated = Object.entries(schedules)
    .filter(([, { expression }]) => expression.startsWith('rate('))
    .map(([name, { expression, function: target }]) => [name, interval(expression), target] as const);
  let stopped = false;

  const arm = (name: string, at: Temporal.Instant, then: () => Promise<void>) => {
    if (stopped || armed.has(name)) return;
    const timer = clock.at(at, async () => {
      armed.delete(name);
      await then();
    });
    armed.set(name, timer);
  };

  const cron = (name: string, expression: string, target: FunctionName) => {
    arm(name, nextRun(expression, clock.now()), async () => {
      cron(name, expression, target);
      await run(target);
    });
  };

  const rate = (name: string, after: Temporal.Duration, target: FunctionName) => {
    arm(name, clock.now().add(after), async () => {
      const again = wantedAgain.delete(name);
      if (!(await run(target)) || again) rate(name, after, target);
    });
  };

  return {
    start() {
      for (const [name, { expression, function: target }] of Object.entries(schedules)) {
        if (expression.startsWith('cron(')) cron(name, expression, target);
      }
      this.somethingHappened();
    },
    somethingHappened() {
      for (const [name, after, target] of repeated) {
        if (armed.has(name)) wantedAgain.add(name);
        else rate(name, after, target);
      }
    },
    stop() {
      stopped = true;
      for (const timer of armed.values()) timer.cancel();
    },
  };
};
