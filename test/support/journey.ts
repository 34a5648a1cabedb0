import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { emailsOfCase } from '../../domain/journey/persons.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { schedules } from '../../infra/service-map.ts';
import { AwsError, awsEndpoint } from '../../local/aws-endpoint.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { refusedXml, SesError } from '../../local/mail/ses-query.ts';
import type { PlatformOptions } from '../../local/platform.ts';
import type { ExecutionStatus, HistoryEvent } from '../../local/stepfunctions/types.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference, councilSlug, type IsoDate, isoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { createTellBefore } from '../../services/mail/changed-details.ts';
import { createTellInvited } from '../../services/mail/invited-to-plan.ts';
import { createMailer } from '../../services/mail/mailer.ts';
import { createOwedMail } from '../../services/mail/owed-mail.ts';
import { createTellNamed } from '../../services/mail/record-opened.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { createEndingCases } from '../../services/work/ending-cases.ts';
import { createPlannedWork } from '../../services/work/planned-work.ts';
import { createWorkflows } from '../../services/work/workflows.ts';
import { council, startTestPlatform } from './platform.ts';

/** The council of the journeys, as its data names it. */
export const slug = councilSlug.parse(council);

/** A call of a journey function, as a fault looks at it. */
export type JourneyCall = { readonly name: string; readonly input: Record<string, unknown> };

/** What a call ends in instead of its answer: an error before anything was done, or after all of it was. */
export type Fault = { readonly error: string; readonly after?: boolean };

/** How a request to the table fails on its way: before the table had it, or on the way back. */
export type TableFault = { readonly error: string; readonly after?: boolean };

/** The HTTP status of what DynamoDB answers; whatever is not here is its 400. */
const statusOf: Readonly<Record<string, number>> = { InternalServerError: 500, ServiceUnavailable: 503 };

/** A fault of the table as the SDK throws it: an answer of AWS by name, or what happens on the way there. */
const tableError = (name: string): Error => {
  const message = 'A fault that the test made';
  if (name === 'TimeoutError') return Object.assign(new Error(message), { name });
  if (/^E[A-Z_]+$/.test(name)) return Object.assign(new Error(message), { code: name });
  const cancelled = name === 'TransactionCanceledException' && {
    CancellationReasons: [{ Code: 'None' }, { Code: 'ThrottlingError' }],
  };
  return new AwsError(name, message, { ...cancelled }, statusOf[name] ?? 400);
};

/** What runs each day by the clock alone; planned work opens in every journey. */
export const daily: readonly string[] = Object.values(schedules)
  .filter(({ expression }) => expression.startsWith('cron('))
  .map((schedule) => schedule.function)
  .filter((name) => name !== schedules['open-planned-work'].function);

/** Of it what chases work, and takes on that of whoever is away. */
const chasing: readonly string[] = ['send-digests', 'hand-over-work'];

/** How SES fails. `refused` is for good and of one address; `unavailable` and `unverified` are for now and of every sender. */
export type MailFault = 'refused' | 'unavailable' | 'unverified';

const mailFaults: Readonly<Record<MailFault, SesError>> = {
  refused: new SesError('MessageRejected', 'Address blacklisted.'),
  unavailable: new SesError('AccountSendingPausedException', 'Email sending is disabled for your account.'),
  unverified: new SesError(
    'MessageRejected',
    'Email address is not verified. The following identities failed the check',
  ),
};

/** One run of a state, as the history tells it: its name, and the error with which a `Catch` left it. */
export type Visit = { readonly state: string; readonly caught?: string };

/** One execution of a thread; its moments are in milliseconds since 1970. */
export type Leg = {
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly history: HistoryEvent[];
  readonly startedAt: number;
  readonly endedAt?: number;
};
/** What is read of DescribeExecution's answer; dates are seconds since 1970. */
type Described = { status: ExecutionStatus; startDate: number; stopDate?: number };

/** The states of an execution in the order in which it entered them, and how each was left. */
export const visitsOf = (history: readonly HistoryEvent[]): Visit[] => {
  const visits: Visit[] = [];
  let failure: { id: number; error: string } | undefined;
  for (const event of history) {
    const [entered, exited] = [event['stateEnteredEventDetails'], event['stateExitedEventDetails']];
    const error = event['taskFailedEventDetails'] ?? event['taskTimedOutEventDetails'];
    if (entered) visits.push({ state: String(entered['name']) });
    if (error) failure = { id: event.id, error: String(error['error']) };
    if (exited && failure?.id === event.previousEventId) {
      visits.splice(-1, 1, { state: String(exited['name']), caught: failure.error });
    }
  }
  return visits;
};

const machineArn = (machine: string) => `arn:aws:states:eu-west-2:000000000000:stateMachine:${machine}`;

/** The first thread of a case, and the second assessment that a review asks for. */
export const assessment = (number = 1) => `assessment-${number}`;
export const cycle = (generation: number) => `review-${generation}`;

/**
 * Whole journeys on the moved clock: the real handlers and state machine files over the local platform, work finished through
 * the HTTP API. Functions, mail and Step Functions can be made to fail at their own borders.
 *
 * @param options.digests whether staff are chased daily, and work of whoever is away goes on; nothing else that is daily happens, so that years pass faster
 */
export const startJourneys = async ({
  digests = false,
  ...options
}: Partial<PlatformOptions> & { digests?: boolean } = {}) => {
  /** Which call of a journey function a request to the table belongs to. */
  const calls = new AsyncLocalStorage<JourneyCall>();
  let tableFault: (operation: string, call: JourneyCall) => TableFault | undefined = () => undefined;
  const toTable: PlatformOptions['toTable'] = async (operation, go) => {
    const call = calls.getStore();
    const found = call && tableFault(operation, call);
    if (found === undefined) return go();
    if (found.after) await go();
    throw tableError(found.error);
  };
  const { platform, deps, client, send, settle, errors, stop, member } = await startTestPlatform({
    toTable,
    ...options,
  });
  const { clock, lambda, stepFunctions, mail } = platform;
  let changes: Partial<Council> = {};
  let fault: (call: JourneyCall) => Fault | undefined = () => undefined;
  let mailFault: (to: string) => MailFault | undefined = () => undefined;
  let signalFault: () => boolean | Fault | undefined = () => false;

  // The council's data is a dependency like any other: a test gives its own.
  const councils = createCouncils([slug]);
  const changed = (found: Council): Council => ({ ...found, ...changes });
  Object.defineProperty(deps, 'councils', {
    value: { ...councils, known: (of: string) => changed(councils.known(of)) },
  });

  const invokeByArn = lambda.invokeByArn.bind(lambda);
  lambda.invokeByArn = async (arn, event) => {
    const call = { name: arn.slice(arn.lastIndexOf(':') + 1), input: event as Record<string, unknown> };
    const found = fault(call);
    if (found === undefined || found.after) {
      const answer = await calls.run(call, () => invokeByArn(arn, event));
      if (found === undefined) return answer;
    }
    return { functionError: { errorType: found.error, errorMessage: 'A fault that the test made' } };
  };
  const invoke = lambda.invoke.bind(lambda);
  lambda.invoke = async (name, event) =>
    daily.includes(name) && !(digests && chasing.includes(name)) ? {} : invoke(name, event);

  const ses = mail.clientOptions();
  Object.defineProperty(deps, 'mailer', {
    value: createMailer({
      from: () => 'Careway <no-reply@careway.example>',
      configurationSet: () => 'careway',
      config: {
        ...ses,
        maxAttempts: 1,
        requestHandler: {
          handle: async (request: { body?: unknown }) => {
            const to = new URLSearchParams(String(request.body)).get('Destination.ToAddresses.member.1') ?? '';
            const found = mailFault(to);
            if (found === undefined)
              return (ses.requestHandler as { handle: (of: unknown) => Promise<unknown> }).handle(request);
            const body = new TextEncoder().encode(refusedXml(mailFaults[found]));
            return { response: { statusCode: 400, headers: { 'content-type': 'text/xml' }, body } };
          },
        },
      },
    }),
  });
  Object.defineProperty(deps, 'workflows', {
    value: createWorkflows({
      store: deps.store,
      machineArn,
      tell: createOwedMail(deps),
      tellHeld: createAddressProofs(deps).tellHeld,
      open: createPlannedWork(deps),
      close: (signal) => createEndingCases(deps).close(signal),
      died: (signal) => createEndingCases(deps).died(signal),
      tellStaff: createEndingCases(deps).tellStaff,
      tellNamed: createTellNamed(deps),
      tellBefore: createTellBefore(deps),
      tellInvited: createTellInvited(deps),
      now: () => deps.clock.now(),
      config: {
        ...awsEndpoint(async (operation, input) => {
          const found = signalFault();
          // Not an answer of AWS: the call never arrives, as when the process dies.
          if (found === true) throw new Error('The call did not arrive');
          if (!found) return stepFunctions.handle(operation, input);
          if (found.after) await stepFunctions.handle(operation, input);
          throw new AwsError(found.error, 'A fault that the test made');
        }),
        // The client’s own repetitions only take time.
        maxAttempts: 1,
      },
    }),
  });

  const now = () => isoInstant.parse(clock.now().toString({ smallestUnit: 'millisecond' }));
  const today = (): IsoDate => londonDate(now());

  /** The executions of a thread, the first leg first; the next leg is asked for until there is none. */
  const legs = async (reference: CaseReference, thread: string): Promise<Leg[]> => {
    const machine = thread.startsWith('review') ? 'review-cycle' : 'assessment-journey';
    const found: Leg[] = [];
    for (;;) {
      const name = `${slug}_${reference}_${thread}_${found.length + 1}`;
      const executionArn = machineArn(machine).replace(':stateMachine:', ':execution:').concat(`:${name}`);
      try {
        const { status, startDate, stopDate } = (await stepFunctions.handle('DescribeExecution', {
          executionArn,
        })) as Described;
        const { events } = (await stepFunctions.handle('GetExecutionHistory', { executionArn, maxResults: 1000 })) as {
          events: HistoryEvent[];
        };
        found.push({
          name,
          status,
          history: events,
          startedAt: startDate * 1000,
          ...(stopDate && { endedAt: stopDate * 1000 }),
        });
      } catch (error) {
        if (error instanceof Error && error.name.startsWith('ExecutionDoesNotExist')) return found;
        throw error;
      }
    }
  };

  const openTask = async (reference: CaseReference, kind: TaskKind): Promise<Task> => {
    const tasks = await deps.store.tasks(slug, reference);
    const found = tasks.find((task) => task.kind === kind && task.status === 'open');
    if (found) return found;
    throw new Error(`No open ${kind}, but ${tasks.filter(({ status }) => status === 'open').map(({ id }) => id)}`);
  };

  const post = async (as: StaffRole, path: string, body: object, headers = {}) => {
    const answer = await send('POST', `/${slug}/staff${path}`, { as, body, headers });
    await settle();
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.json;
  };

  const finish = async (reference: CaseReference, kind: TaskKind, answers: object = {}) => {
    const task = await openTask(reference, kind);
    const ids = { assessorId: member('assessor').id, keyWorkerId: member('key-worker').id };
    const all: Readonly<Partial<Record<TaskKind, object>>> = staffAnswers(today(), ids);
    // Only who has a task finishes it, or a manager: what others have is given to whom the test signs in as.
    const { id } = member(task.role);
    if (task.assignee && task.assignee.id !== id) await post('manager', `/tasks/${task.id}/assign`, { to: id });
    return post(task.role, `/tasks/${task.id}/complete`, { answers: { ...all[kind], ...answers } });
  };

  /** The holder of an address confirms it, as by coming in with a link. */
  const confirm = async (reference: CaseReference, address: string): Promise<void> =>
    createAddressProofs(deps).bySignIn([await deps.store.personsCase(slug, reference)], address);

  return {
    platform,
    deps,
    clock,
    client,
    send,
    settle,
    errors,
    stop,
    member,
    now,
    today,
    legs,
    openTask,
    finish,

    /** Changes what the council decides, for what happens from now on. */
    setCouncil: (to: Partial<Council>) => {
      changes = to;
    },
    /** Makes calls of functions fail, until it is given another answer. */
    setFault: (to: typeof fault = () => undefined) => {
      fault = to;
    },
    /** Makes requests of journey functions to the table fail. */
    setTableFault: (to: typeof tableFault = () => undefined) => {
      tableFault = to;
    },
    setMailFault: (to: typeof mailFault = () => undefined) => {
      mailFault = to;
    },
    setSignalFault: (to: typeof signalFault = () => false) => {
      signalFault = to;
    },

    /** Sends an application and answers its reference once the journey rests; whoever gave an address has confirmed it then. */
    async apply(answers: Answers = {}, { confirmed = true } = {}): Promise<CaseReference> {
      const application = completeAnswers(needsAssessment, {
        ...(!('email' in answers) && { email: 'rose.okafor@example.com' }),
        conditions: ['physical'],
        // Whoever names a carer has another piece of work: the offer to them.
        ...(!('hasCarer' in answers) && { hasCarer: 'no' }),
        ...answers,
      });
      const { reference } = await client.submit(application, randomUUID());
      await settle();
      const opened = await deps.store.personsCase(slug, caseReference.parse(reference));
      if (confirmed) for (const address of emailsOfCase(opened)) await confirm(opened.careCase.reference, address);
      return opened.careCase.reference;
    },
    confirm,

    /** Finishes one piece of work after another, with the usual answers or with changes to them. */
    async work(reference: CaseReference, ...pieces: readonly Work[]): Promise<void> {
      for (const piece of pieces) {
        await (typeof piece === 'string' ? finish(reference, piece) : finish(reference, ...piece));
      }
    },

    /** Closes a case by hand; a death is recorded by one member of staff and confirmed by another, which closes it. */
    async close(reference: CaseReference, reason: 'withdrawn' | 'moved-away' | 'died' | 'support-ended') {
      if (reason !== 'died') return post('manager', `/cases/${reference}/close`, { reason });
      const { personId } = await deps.store.knownCase(slug, reference);
      await post('contact-officer', `/persons/${personId}/death`, { howKnown: 'Her daughter rang.' });
      const { person } = await deps.store.personsCase(slug, reference);
      for (const { careCase } of await deps.store.casesOf(person)) {
        const tasks = await deps.store.tasks(slug, careCase.reference);
        if (tasks.some(({ kind, status }) => kind === 'confirm-death' && status === 'open'))
          return finish(careCase.reference, 'confirm-death');
      }
      return undefined;
    },
    async askForReview(reference: CaseReference, key = 'asked-once') {
      return post(
        'manager',
        `/cases/${reference}/review`,
        { askedBy: 'person', reason: 'Her sight is worse.' },
        { 'idempotency-key': key },
      );
    },

    /** Starts an execution as nobody but the platform does. */
    async startByHand(
      machine: string,
      input: { council: string; reference: string; thread: string; leg: number },
    ): Promise<void> {
      await stepFunctions.handle('StartExecution', {
        stateMachineArn: machineArn(machine),
        name: `${input.council}_${input.reference}_${input.thread}_${input.leg}`,
        input: JSON.stringify(input),
      });
      await settle();
    },

    moveTo: (instant: string) => clock.moveTo(Temporal.Instant.from(instant)),
    forward: (duration: string) => clock.forward(duration),

    case: (reference: CaseReference) => deps.store.knownCase(slug, reference),
    tasks: (reference: CaseReference) => deps.store.tasks(slug, reference),
    /** The audit trail: what was done and to what, in order. */
    async events(reference: CaseReference): Promise<string[]> {
      const whole = await deps.store.whole(slug, reference);
      return (whole?.events ?? []).map(({ action, about = '' }) =>
        `${action} ${about.replace(`${reference}.`, '')}`.trim(),
      );
    },
    /** The states of a thread over all its legs, in order. */
    async path(reference: CaseReference, thread: string): Promise<string[]> {
      return (await legs(reference, thread)).flatMap(({ history }) => visitsOf(history).map(({ state }) => state));
    },
    /** How the last leg of a thread has ended, or where it waits. */
    async ending(reference: CaseReference, thread: string): Promise<string> {
      const last = (await legs(reference, thread)).at(-1);
      if (last === undefined) return 'not begun';
      const state = visitsOf(last.history).at(-1)?.state;
      return last.status === 'RUNNING' ? `in ${state}` : `${last.status} at ${state}`;
    },
    /** Mail about a case that people outside the council got, but what asks to confirm an address: the moment and the step, oldest first. */
    async mailOf(reference: CaseReference): Promise<string[]> {
      const all = await mail.list();
      return all
        .filter(({ tags, to }) => tags['reference'] === reference && !to.every((one) => one.endsWith('.example')))
        .map(({ at, tags }) => `${at} ${tags['message']?.replaceAll('__', '.')}`)
        .filter((line) => !line.endsWith('.ask'))
        .reverse();
    },
    /** Mail about a case to staff, each by the task that it tells of. */
    async staffMailOf(reference: CaseReference): Promise<string[]> {
      const all = await mail.list();
      return all
        .filter(({ tags, to }) => tags['reference'] === reference && to.every((one) => one.endsWith('.example')))
        .map(({ tags }) => tags['message']?.replaceAll('__', '.') ?? '')
        .reverse();
    },
  };
};

export type Journeys = Awaited<ReturnType<typeof startJourneys>>;

/** A folder for one platform. */
export const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'careway-journey-'));

let supported: Promise<{ folder: string; reference: CaseReference }> | undefined;

/** Plays to running support once, and keeps the folder of that platform. */
const playToSupport = async () => {
  const folder = await aFolder();
  const journeys = await startJourneys({ folder });
  const reference = await journeys.apply();
  await journeys.work(reference, ...toSupport, 'check-support');
  await journeys.stop();
  return { folder, reference };
};

/**
 * A case whose support began on Monday 5 January 2026, on a platform of its own: the first review is due on 16 February, its reminder
 * on Monday 2 February. Played once a file and copied from there.
 */
export const aSupportedCase = async (): Promise<{
  journeys: Journeys;
  reference: CaseReference;
  folder: string;
  /** Stops the platform and keeps its folder, as `stop` does not. */
  halt: () => Promise<void>;
}> => {
  supported ??= playToSupport();
  const { folder, reference } = await supported;
  const copy = await aFolder();
  await cp(folder, copy, { recursive: true });
  const journeys = await startJourneys({ folder: copy });
  const stop = async () => {
    await journeys.stop();
    await rm(copy, { recursive: true, force: true });
  };
  return { journeys: { ...journeys, stop }, reference, folder: copy, halt: journeys.stop };
};

/** Removes what {@link aSupportedCase} was copied from. */
export const forgetSupportedCase = async (): Promise<void> => {
  const played = await supported;
  if (played) await rm(played.folder, { recursive: true });
  supported = undefined;
};

/** A piece of work with the usual answers, or with changes to them. */
export type Work = TaskKind | readonly [TaskKind, object];

/** Changes to the usual answers, for the branches that the usual ones do not take. */
export const adviceOnly: Work = [
  'triage-request',
  { appearsToHaveNeeds: 'no', outcome: 'advice-only', adviceGiven: 'The balance class.' },
];
export const shortTerm: Work = ['triage-request', { outcome: 'short-term-support' }];
export const goalsMet: Work = [
  'review-short-term-support',
  { outcome: 'outcomes-met', adviceGiven: 'The balance class.' },
];
export const notEligible: Work = [
  'decide-eligibility',
  { result: 'not-eligible', condition3: 'no', condition3Reason: 'She manages well.' },
];
export const livesElsewhere: Work = ['decide-eligibility', { ordinaryResidence: 'elsewhere' }];
export const notWanted: Work = ['decide-eligibility', { wantsCouncilToMeetNeeds: 'no' }];
export const failsCheck: Work = [
  'check-plan',
  { affordable: 'no', affordableWhy: 'It costs more than the estimate.', whatToChange: 'A shorter visit on Sundays.' },
];
export const asksForChange: Work = [
  'agree-plan',
  { answer: 'changes-asked', whatChanges: 'A later visit on Sundays.', budgetHeld: 'as-planned' },
];
export const doesNotAgree: Work = ['agree-plan', { answer: 'not-agreed', whyNot: 'She wants the old plan back.' }];
export const reviewEnds: Work = ['review-plan', { outcome: 'end' }];
export const reviewReassesses: Work = ['review-plan', { outcome: 'reassess' }];
export const reviewRevises: Work = [
  'review-plan',
  { outcome: 'revise', details: ['increased'], changes: [{ what: 'An evening visit', by: '2026-03-02' }] },
];

/** The work from the first triage to running support, in the order of a council that assesses finances before the plan. */
export const toSupport: readonly TaskKind[] = [
  'triage-request',
  'assess-needs',
  'decide-eligibility',
  'estimate-budget',
  'assess-finances',
  'draft-plan',
  'check-plan',
  'agree-plan',
  'set-up-support',
];
