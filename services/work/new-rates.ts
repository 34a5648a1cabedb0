import { daysAhead } from '../../domain/charging/assess-again.ts';
import { bookOf, firstMondayFrom, ratesOn, ratesOutOfDateOn, yearOfCharging } from '../../domain/charging/rates.ts';
import { plannedStep } from '../../domain/journey/follow-up.ts';
import { joinedWork } from '../../domain/journey/one-at-a-time.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { ChargeDue } from '../../schemas/charge-due.ts';
import type { RateYear } from '../../schemas/charging-rates.ts';
import type { Council } from '../../schemas/council.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { createOnce } from '../mail/once.ts';
import { hasTime, type Run, unending } from '../runtime/run-time.ts';
import { eventOf, platform } from '../store/audit.ts';
import { confirmedYears } from './national-rates.ts';

/** Days before rates apply from which they are asked for, until somebody has confirmed them. By design: circulars came in early February. */
const askDaysAhead = 42;

const actor = platform('apply-new-rates');

/** What became of one case: its finances are assessed again, work that is open takes it in, it is over, or it was changed at that moment. */
type Applied = 'opened' | 'joined' | 'over' | 'left';

/**
 * Has every charge that rests on out-of-date rates worked out again, once for each case and year: weeks before new rates apply, as soon as
 * they are known, and late where they become known late. A case that is done leaves the index in the transaction that opens its work, so a run
 * that dies is gone on with by the next, and costs four calls a case. Where nobody pays, or the person pays all, no rate changes anything, and
 * the index does not list them. Staff find the work on their list: nobody is sent a mail for each of thousands.
 *
 * @see Care Act 2014, section 14(7); SI 2014/2672, regulations 6 and 7, whose amounts change each April
 */
export const createNewRates = (deps: Deps) => {
  const { store, clock } = deps;
  const once = createOnce(deps);

  const applyTo = async (
    { slug }: Council,
    { reference, lookOn, of }: ChargeDue & { lookOn: IsoDate },
    nextOn: IsoDate | undefined,
  ): Promise<Applied> => {
    const careCase = await store.knownCase(slug, reference);
    const event = (action: EventAction, about: string) =>
      eventOf(deps, careCase, { actor, action, about, authority: kindsOfWork['assess-finances'].authority });
    const due = { council: slug, reference, of };
    if (careCase.closed) {
      const written = await store.commit({
        asRead: careCase,
        chargeDue: due,
        events: [event('new-rates-not-needed', `rates from ${lookOn}`)],
      });
      return written ? 'over' : 'left';
    }
    const step = plannedStep('assess-finances', 'new-rates', of);
    const reason = `New rates apply from ${readableDate(lookOn)}, and new benefits from ${readableDate(firstMondayFrom(lookOn))}`;
    const task = newTask(careCase, { thread: 'case', step, kind: 'assess-finances', reason }, clock.now());
    const tasks = await store.tasks(slug, reference);
    const joined = joinedWork(tasks, task) ?? tasks.find(({ id }) => id === task.id);
    const written = await store.commit({
      asRead: careCase,
      tasks: joined === undefined ? [task] : joined.id === task.id ? [] : [joined],
      chargeDue: { ...due, ...(nextOn && { lookOn: nextOn }) },
      events: [joined ? event('task-joined', `${joined.id} by ${step}`) : event('task-created', task.id)],
    });
    if (!written) return 'left';
    return joined ? 'joined' : 'opened';
  };

  /** The charges of a council that rest on rates which are, or soon will be, out of date, where the newer rates are known. */
  const applyIn = async (council: Council, book: readonly RateYear[], mayGoOn: () => boolean, failures: unknown[]) => {
    const counts: Record<Applied, number> = { opened: 0, joined: 0, over: 0, left: 0 };
    const today = londonDate(clock.now());
    const from = council.charging?.newRatesFrom;
    for await (const page of store.chargesDue(council.slug, addDays(today, daysAhead + 1))) {
      const settled = await Promise.allSettled(
        page.map(async (due): Promise<Applied> => {
          const { lookOn } = due;
          if (lookOn === undefined) return 'left';
          const newer = (lookOn < today ? ratesOn(today, from, book) : undefined) ?? ratesOn(lookOn, from, book);
          return newer ? applyTo(council, { ...due, lookOn }, ratesOutOfDateOn(newer.year, from)) : 'left';
        }),
      );
      for (const one of settled) {
        if (one.status === 'fulfilled') counts[one.value] += 1;
        else failures.push(one.reason);
      }
      if (!mayGoOn()) return { opened: counts.opened, done: false };
    }
    return { opened: counts.opened, done: true };
  };

  /** Asks a council’s finance team for rates that nobody has confirmed, once a week from six weeks before they apply until they are. */
  const askForRates = async (council: Council, book: readonly RateYear[]): Promise<void> => {
    const today = londonDate(clock.now());
    const { year, from } = yearOfCharging(addDays(today, askDaysAhead));
    if (book.some((one) => one.year === year)) return;
    const week = firstMondayFrom(addDays(today, -6));
    await once(council.slug, `national-rates-wanted#${year}#${week}`, async () => {
      const team = council.teams['finance-officer'];
      const { staffEmail } = await import('../../templates/emails/emails.ts');
      const { ok } = await deps.mailer.send({
        from: council.name,
        to: team.email,
        email: staffEmail('task-opened', {
          to: team.name,
          councilName: council.name,
          tasks: [
            {
              title: 'Enter the new national rates, and have them confirmed',
              reference: year,
              dueOn: readableDate(from),
              url: `${deps.siteUrl}/${council.slug}/staff/rates`,
            },
          ],
        }),
        tags: { council: council.slug, reference: 'none', message: `national-rates-wanted__${week}` },
      });
      return ok;
    });
  };

  return async (_event?: unknown, run: Run = unending) => {
    const mayGoOn = () => hasTime(run);
    const failures: unknown[] = [];
    let opened = 0;
    let done = true;
    const book = bookOf(await confirmedYears(deps));
    for (const slug of deps.councils.slugs) {
      await askForRates(deps.councils.known(slug), book).catch((error) => failures.push(error));
      const applied = mayGoOn() ? await applyIn(deps.councils.known(slug), book, mayGoOn, failures) : undefined;
      opened += applied?.opened ?? 0;
      done &&= applied?.done ?? false;
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `New rates could not be applied, or asked for, ${failures.length} times`);
    return { opened, done };
  };
};
