import { cancelled } from '../../domain/journey/tasks.ts';
import { workOf } from '../../domain/journey/work-records.ts';
import { firstReview, laterReview, type ReviewDates, reviewClockStart } from '../../domain/review/review-dates.ts';
import { reviewReasonId } from '../../domain/review/review-reasons.ts';
import { londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import { addWorkingDays, nextWorkingDay } from '../../domain/time/working-days.ts';
import type { Actor, CareCase, NextReview } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { type IsoDate, type IsoInstant, isoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import { taskId } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf } from '../store/audit.ts';

/** Working days in which a review that was asked for early is held. */
const earlyReviewDays = 10;

const early = (now: IsoInstant, within = earlyReviewDays): ReviewDates => {
  const today = londonDate(now);
  const dueOn = addWorkingDays(today, within);
  return { windowFrom: today, dueOn, lastDay: dueOn, appointmentOn: dueOn, remindAt: now };
};

/** What asks for a review: by what, of which kind, counted from which day, or in how many working days. */
type Asked = {
  readonly cause: string;
  readonly kind: NextReview['kind'];
  readonly from?: IsoDate | undefined;
  readonly within?: number | undefined;
  readonly actor: Actor;
  readonly reason?: string | undefined;
};

/** Whether a cycle that asks for the next one has been replaced: a later review never takes the place of one asked for early. */
const isOld = (cause: string, { reviewGeneration }: CareCase): boolean => {
  const [, generation] = /^review-(\d+)$/.exec(cause) ?? [];
  return generation !== undefined && Number(generation) < reviewGeneration;
};

/** The dates with a reminder that is not over: where its day has passed, 09:00 on the next working day. */
const stillToCome = (dates: ReviewDates, now: IsoInstant): ReviewDates =>
  dates.remindAt >= now ? dates : { ...dates, remindAt: londonInstant(nextWorkingDay(londonDate(now)), '09:00') };

/**
 * Begins a new generation of a case's review cycle and ends every older one: their open tasks are taken back in the same
 * transaction, and a cycle that still sleeps finds itself superseded when it wakes. A review asked for early while the plan is
 * being revised begins none: why it was asked for is kept beside the work that is under way, which is not thrown away. One that is asked for
 * again while it is ahead is the same review, by the last date.
 *
 * `cause` says what asked for it (the thread that ended, or a request), and the same cause never begins a second.
 *
 * @throws StoreConflict where the case was changed meanwhile
 */
export const createReviewCycles = (deps: Deps) => {
  const { store, clock, councils, workflows } = deps;

  /** Whether the review that is ahead was held: its cycle is about to plan the next, or a plan is being revised. */
  const isHeld = async ({ council, reference, reviewGeneration }: CareCase): Promise<boolean> => {
    const task = await store.task(council, taskId.parse(`${reference}.review-${reviewGeneration}.review-plan`));
    return task !== undefined && task.status !== 'open';
  };

  const dates = async (
    careCase: CareCase,
    council: Council,
    { cause, kind, from, within }: Pick<Asked, 'cause' | 'kind' | 'from' | 'within'>,
  ) => {
    const now = clock.now();
    if (kind === 'early') return early(now, within);
    if (kind === 'later') {
      const work = await store.records(careCase.council, careCase.reference, 'work');
      const agreedOn = workOf(work, 'review-plan', cause)?.answers.nextReviewOn;
      return laterReview(from ?? londonDate(now), council.review, agreedOn);
    }
    const plans = await store.records(careCase.council, careCase.reference, 'plan');
    const inForce = plans.find((plan) => plan.kind === 'plan' && plan.number === careCase.planInForce);
    const signedOn = inForce?.kind === 'plan' ? inForce.signed?.on : undefined;
    const signedOffOn = signedOn ? isoDate.parse(signedOn) : londonDate(now);
    // A revised plan starts the light-touch clock again from its own sign-off.
    const revised = cause.startsWith('review-');
    return firstReview(
      from ??
        reviewClockStart(
          { signedOffOn, supportStartedOn: revised ? undefined : careCase.supportStartedOn },
          council.review,
        ),
      council.review,
    );
  };

  return async (
    { council, reference }: Pick<CareCase, 'council' | 'reference'>,
    { cause, kind, from, within, actor, reason }: Asked,
  ): Promise<number> => {
    const now = clock.now();
    const claim = `review-cycle#${reference}#${cause}`;
    const begun = await store.claimed(council, claim, now);
    if (begun !== undefined) return Number(begun);

    const careCase = await store.knownCase(council, reference);
    // Whoever asks for the next review was itself replaced meanwhile, or there is nothing left to review.
    if (careCase.closed || isOld(cause, careCase)) return careCase.reviewGeneration;
    const old = (await store.tasks(council, reference)).filter(
      ({ id, status }) => status === 'open' && id.startsWith(`${reference}.review-`),
    );
    const records: CaseRecord[] =
      reason === undefined
        ? []
        : [
            {
              council,
              reference,
              id: reviewReasonId(cause),
              version: 1,
              at: now,
              by: actor,
              kind: 'note',
              content: { text: reason },
            },
          ];
    const waiting = old.filter((task) => task.id.startsWith(`${reference}.review-${careCase.reviewGeneration}.`));
    if (kind === 'early' && careCase.nextReview?.kind === 'early' && !(await isHeld(careCase))) {
      // It is brought forward already: what asks again joins that cycle, and the last date counts.
      const { dueOn, ...dates } = early(now, within);
      const { remindAt, appointmentOn } = careCase.nextReview;
      const isArranged = (careCase.visits ?? []).some(({ purpose }) => purpose === 'review');
      const joined = await store.commit({
        case: {
          ...careCase,
          version: careCase.version + 1,
          nextReview: { ...careCase.nextReview, ...dates, dueOn, remindAt, ...(isArranged && { appointmentOn }) },
        },
        tasks: waiting
          .filter((task) => task.kind === 'review-plan' && task.dueOn !== dueOn)
          .map((task) => ({ ...task, version: task.version + 1, dueOn })),
        records,
        claims: [{ name: claim, answer: String(careCase.reviewGeneration) }],
        events: [
          eventOf(deps, careCase, {
            actor,
            action: 'review-planned',
            about: `review-${careCase.reviewGeneration} ${kind} due ${dueOn}`,
            authority: 'Care Act 2014 section 27',
          }),
        ],
      });
      if (!joined) throw changedMeanwhile(`Case ${reference}`);
      return careCase.reviewGeneration;
    }
    if (kind === 'early' && old.some(({ kind: of }) => of !== 'review-plan' && of !== 'arrange-visit')) {
      const kept = await store.commit({
        records,
        claims: [{ name: claim, answer: String(careCase.reviewGeneration) }],
        events: [
          eventOf(deps, careCase, {
            actor,
            action: 'review-asked',
            about: `review-${careCase.reviewGeneration} is under way`,
            authority: 'Care Act 2014 section 27',
          }),
        ],
      });
      if (!kept) throw changedMeanwhile(`Case ${reference}`);
      return careCase.reviewGeneration;
    }
    const generation = careCase.reviewGeneration + 1;
    const planned = await dates(careCase, councils.known(council), { cause, kind, from, within }).catch((error) => {
      if (!(error instanceof RangeError)) throw error;
      // A plan is never without a review: where none can be reckoned from what is kept, one is held now.
      logger.error('The next review could not be reckoned, and is planned for now', error);
      return early(now);
    });
    const nextReview = { kind, ...stillToCome(planned, now) };
    const owed = { council, reference, at: now };
    const signals: Signal[] = [
      {
        ...owed,
        id: `start-review-${generation}`,
        kind: 'start-execution',
        machine: 'review-cycle',
        input: { council, reference, thread: `review-${generation}`, leg: 1 },
      },
      ...old.map(({ id }): Signal => ({ ...owed, id: `answer-${id}`, kind: 'answer-task', taskId: id })),
    ];
    const written = await store.commit({
      case: { ...careCase, version: careCase.version + 1, reviewGeneration: generation, nextReview },
      tasks: old.map((task) => cancelled(task, 'CycleSuperseded', now)),
      records,
      signals,
      claims: [{ name: claim, answer: String(generation) }],
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'review-planned',
          about: `review-${generation} ${kind} due ${nextReview.dueOn}`,
          authority: 'Care Act 2014 section 27',
        }),
      ],
    });
    if (!written) throw changedMeanwhile(`Case ${reference}`);
    await workflows.trySend(signals);
    return generation;
  };
};
