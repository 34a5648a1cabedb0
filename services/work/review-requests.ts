import { createHash } from 'node:crypto';
import { requestOf } from '../../domain/journey/request-outcomes.ts';
import { workAskedByOther } from '../../domain/journey/requested-work.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import { type Answers, answered } from '../../schemas/form-conditions.ts';
import { personSearch } from '../../schemas/forms/person-search.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import { type CaseReference, caseReference, type IsoDate, type IsoInstant } from '../../schemas/scalars.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { printable } from '../mail/links.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { Change } from '../store/changes.ts';
import { newPersonId } from '../store/person-items.ts';
import { createLimits } from '../web/limits.ts';
import type { Finisher } from './task-completion.ts';

const authority = 'Care Act 2014 section 27(1)(b)';
/** How long the same sending is known again, so that a double click or a page sent once more makes no second request. */
const repeatDays = 40;

type Request = Extract<CaseRecord, { kind: 'request' }>;

const markOf = (answers: Answers, key: string): string =>
  createHash('sha256')
    .update(`${reviewForAnother.id} ${key} ${JSON.stringify(answers)}`)
    .digest('hex')
    .slice(0, 12);

const isUrgent = (answers: Answers): boolean => answers['requestUrgent'] === 'yes';

/** What a request makes of a case that it is about: itself as a record, and the work to decide on it. */
const onCase = (deps: Deps, careCase: CareCase, { answers, by }: Pick<Request, 'answers' | 'by'>, mark: string) => {
  const { council, reference, personId } = careCase;
  const now = deps.clock.now();
  const id = `case.request-${mark}`;
  const situation = { hasPlanInForce: careCase.planInForce !== undefined, today: londonDate(now) };
  const tasks = workAskedByOther(answers as Answers, situation).map((work) =>
    newTask(careCase, { thread: 'case', step: `${work.kind}-by-other-${mark}`, ...work }, now),
  );
  const change: Change = {
    records: [
      {
        ...{ council, reference, id, version: 1, at: now, by },
        kind: 'request',
        personId,
        ...answered(reviewForAnother, answers),
      },
    ],
    tasks,
    signals: tasks.map((task) => owedToStaff(task, now)),
    events: [
      eventOf(deps, careCase, {
        actor: by,
        action: 'request-received',
        about: `${reviewForAnother.id} ${id}`,
        authority,
      }),
    ],
  };
  return change;
};

/**
 * Requests for a review of someone's plan by people who have not signed in. Whoever sends one learns nothing: a request that names a case
 * by its reference and the person's date of birth goes to that case, any other becomes the task to find the person, and both look and
 * take the same. No case is ever opened by one.
 */
export const createReviewRequests = (deps: Deps) => {
  const { store, clock } = deps;

  /** The reference that is given, or one that nobody has, so that it takes as long. */
  const referenceIn = (answers: Answers): CaseReference => {
    const given = caseReference.safeParse(
      String(answers['caseReference'] ?? '')
        .trim()
        .toUpperCase(),
    );
    return given.success ? given.data : deps.newReference();
  };

  /** The case that is named, where a try is left to name one: after them staff look for the person, as they do where no case is named. */
  const caseOf = async (
    council: Council,
    reference: CaseReference,
    answers: Answers,
  ): Promise<CareCase | undefined> => {
    // Without a date of birth nothing is guessed.
    const mayBeJudged =
      answers['personDateOfBirth'] !== undefined && (await createLimits(deps)(council, 'birth-of-case', reference));
    const found = await store.case(council.slug, reference);
    const known = await store.persons.find(council.slug, found?.personId ?? newPersonId());
    const isTheirs =
      mayBeJudged &&
      found?.closed === undefined &&
      known?.person.dateOfBirth !== undefined &&
      known.person.dateOfBirth === answers['personDateOfBirth'];
    return isTheirs ? found : undefined;
  };

  /** Whether this very sending is there, in the case that it names or among those whose person is looked for. */
  const wasTaken = async ({ slug }: Council, reference: CaseReference, mark: string): Promise<boolean> => {
    const [inCase, apart] = await Promise.all([
      store.record(slug, reference, 'request', `case.request-${mark}`),
      store.claimed(slug, claimOf(mark, clock.now()).name, clock.now()),
    ]);
    return inCase !== undefined || apart !== undefined;
  };

  /** A request that belongs to no case yet, under a reference of its own. */
  const toFind = (council: Council, answers: Answers, mark: string) => {
    const now = clock.now();
    const made = { council: council.slug, reference: deps.newReference() };
    const by: Actor = { kind: 'public' };
    const id = `case.request-${mark}`;
    const { role, workingDays } = kindsOfWork['find-person'];
    const task: Task = {
      ...made,
      id: taskId.parse(`${made.reference}.case.find-person-${mark}`),
      version: 1,
      kind: 'find-person',
      role,
      reason:
        'Someone has asked for a review of a plan. Find whose it is. Tell whoever asked nothing about the person.',
      openedAt: now,
      dueOn: addWorkingDays(londonDate(now), isUrgent(answers) ? 0 : workingDays),
      status: 'open',
    };
    const change: Change = {
      records: [{ ...made, id, version: 1, at: now, by, kind: 'request', ...answered(reviewForAnother, answers) }],
      tasks: [task],
      signals: [owedToStaff(task, now)],
      claims: [claimOf(mark, now)],
      events: [
        eventOf(deps, made, {
          actor: by,
          action: 'request-received',
          about: `${reviewForAnother.id} ${id}`,
          authority,
        }),
      ],
    };
    return change;
  };

  const claimOf = (mark: string, now: IsoInstant) => ({
    name: `review-request#${mark}`,
    answer: now,
    expiresAt: Math.floor(Date.parse(now) / 1000) + repeatDays * 86_400,
  });

  /** Says to the mailbox that was given, of which nobody knows whose it is, that something came; it says nothing of what. */
  const acknowledge = async (council: Council, address: string, answerBy: IsoDate): Promise<void> => {
    if (!(await createLimits(deps)(council, 'acknowledgement', address))) return;
    const { linkEmail } = await import('../../templates/emails/emails.ts');
    await deps.mailer.send({
      to: address,
      from: council.name,
      email: linkEmail('review-request-received', {
        council: printable(council),
        url: `${deps.siteUrl}/${council.slug}/help`,
        until: readableDate(answerBy),
      }),
      tags: { council: council.slug, reference: 'none', message: 'review-request-received' },
    });
  };

  /** @param writer what else is written, after staff */
  const tell = async (change: Change, writer: () => Promise<void>): Promise<void> => {
    await deps.workflows.trySend(change.signals ?? []);
    try {
      await writer();
    } catch (error) {
      logger.error('A request for a review could not be mailed about', error as Error);
    }
  };

  return {
    /** Takes a checked request. The same sending twice is one request. @throws Problem 503 where something else was written at that moment */
    async take(council: Council, answers: Answers, key: string): Promise<void> {
      const mark = markOf(answers, key);
      const reference = referenceIn(answers);
      // What was sent before takes no try.
      if (await wasTaken(council, reference, mark)) return;
      const careCase = await caseOf(council, reference, answers);
      const change = careCase
        ? onCase(deps, careCase, { answers, by: { kind: 'public' } }, mark)
        : toFind(council, answers, mark);
      const { email } = answers;
      if (await store.commit(change)) {
        return tell(change, async () => {
          if (typeof email === 'string') await acknowledge(council, email, readBy(deps, answers));
        });
      }
      if (!(await wasTaken(council, reference, mark))) throw problems.busy();
    },

    /**
     * Finishes the search for a person. Where they are found, the request goes on as if it had named their case; where not, it ends here.
     *
     * @throws Problem 400 where the answers are not good or there is no such open case, 409 where it is done, 503
     */
    async finishSearch(task: Task, given: unknown, { actor, by }: Finisher) {
      if (task.status !== 'open') throw problems.alreadyDone(task);
      const now = clock.now();
      const read = readAnswers(personSearch, () => londonDate(now), given);
      if (read.outcome !== 'complete') throw problems.invalid(read.outcome === 'problems' ? read.problems : []);
      const { found, reference: named } = read.answers as AnswersOf<typeof personSearch>;
      const theirs = caseReference.safeParse(named?.trim().toUpperCase());
      const { council, reference } = task;
      const request = await store.record(council, reference, 'request', requestOf(task));
      if (request?.kind !== 'request') throw problems.notFound();
      const careCase = theirs.success ? await store.case(council, theirs.data) : undefined;
      if (found === 'yes' && (careCase === undefined || careCase.closed)) {
        throw problems.invalid([{ field: 'reference', message: 'There is no open case with this reference' }]);
      }
      const moved = careCase && onCase(deps, careCase, request, task.id.slice(task.id.lastIndexOf('-') + 1));
      const outcome = found === 'yes' ? 'found' : 'not-found';
      const closed = { at: now, by, outcome, answer: { kind: 'output' as const, output: {} } };
      const id = task.id.slice(task.id.indexOf('.') + 1);
      const finished: Change = {
        tasks: [{ ...task, version: task.version + 1, status: 'completed', closed }],
        records: [
          {
            council,
            reference,
            id,
            version: 1,
            at: now,
            by: actor,
            kind: 'work',
            work: task.kind,
            to: request.id,
            ...answered(personSearch, read.answers),
          },
          ...(careCase ? [{ ...request, version: request.version + 1, personId: careCase.personId }] : []),
        ],
        events: [eventOf(deps, task, { actor, action: 'task-completed', about: `${task.id} ${outcome}`, authority })],
      };
      if (!(await store.commit(finished, ...(moved ? [moved] : [])))) throw problems.busy();
      await deps.workflows.trySend(moved?.signals ?? []);
      return { id: task.id, kind: task.kind, outcome, completedAt: now };
    },
  };
};

/** By when a member of staff reads a request: what the confirmation and the mail promise, whatever becomes of it. */
export const readBy = ({ clock }: Pick<Deps, 'clock'>, answers: Answers): IsoDate =>
  addWorkingDays(londonDate(clock.now()), isUrgent(answers) ? 0 : kindsOfWork['decide-review-request'].workingDays);
