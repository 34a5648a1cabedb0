/**
 * The manifest: everything that the platform is made of, as plain data. CDK deploys it, `local/` starts it, and a parity test
 * compares the two. Nothing here imports from CDK.
 */
import { routes } from '../schemas/routes.ts';

/** What a function may do; CDK grants exactly this, and sets the environment variable that goes with it. */
export type Right =
  | 'read-cases'
  | 'write-cases'
  /** To read the whole table, of every council, part by part. */
  | 'scan-cases'
  | 'send-mail'
  | 'start-executions'
  | 'answer-tasks'
  /** To look at the executions of both machines, and to stop one whose work another has taken over. */
  | 'watch-executions'
  /** Documents of cases: to read them, to take them in, and to delete those that were never sent. */
  | 'read-documents'
  | 'write-documents'
  | 'delete-documents';

/** One Lambda: its file, what it may do, and what people suffer when it fails (the text of its alarm). */
export type FunctionSpec = {
  readonly entry: string;
  readonly rights: readonly Right[];
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly errorImpact: string;
};

const journey = { memoryMegabytes: 512, timeoutSeconds: 60 } as const;
const site = { memoryMegabytes: 1024, timeoutSeconds: 29 } as const;

export const functions = {
  'public-site': {
    ...site,
    entry: 'functions/public/site.ts',
    rights: [
      'read-cases',
      'write-cases',
      'start-executions',
      'answer-tasks',
      'send-mail',
      'read-documents',
      'write-documents',
      'delete-documents',
    ],
    errorImpact: 'People cannot send an application or see where their case is.',
  },
  'staff-site': {
    ...site,
    entry: 'functions/staff/site.ts',
    rights: [
      'read-cases',
      'write-cases',
      'start-executions',
      'answer-tasks',
      'send-mail',
      'read-documents',
      'write-documents',
      'delete-documents',
    ],
    errorImpact: 'Staff cannot see or finish their work, so cases stand still.',
  },
  'take-up-case': {
    ...journey,
    entry: 'functions/journey/take-up-case.ts',
    rights: ['read-cases'],
    errorImpact: 'New applications are stored, but nobody is asked to look at them.',
  },
  'open-task': {
    ...journey,
    entry: 'functions/journey/open-task.ts',
    rights: ['read-cases', 'write-cases', 'send-mail', 'answer-tasks'],
    errorImpact: 'Staff are not given the next piece of work on a case.',
  },
  'send-mail': {
    ...journey,
    entry: 'functions/journey/send-mail.ts',
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'People are not told what was decided or that a review is coming.',
  },
  'record-undelivered-mail': {
    ...journey,
    entry: 'functions/journey/record-undelivered-mail.ts',
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'Nobody is asked to reach a person whose email failed.',
  },
  'plan-review': {
    ...journey,
    entry: 'functions/journey/plan-review.ts',
    rights: ['read-cases'],
    errorImpact: 'A review is not timed, so its reminder may be lost.',
  },
  'start-review-cycle': {
    ...journey,
    entry: 'functions/journey/start-review-cycle.ts',
    rights: ['read-cases', 'write-cases', 'start-executions', 'answer-tasks'],
    errorImpact: 'A plan in force has no review ahead of it.',
  },
  'start-reassessment': {
    ...journey,
    entry: 'functions/journey/start-reassessment.ts',
    rights: ['read-cases', 'write-cases', 'start-executions', 'send-mail'],
    errorImpact: 'A person whose needs have changed is not assessed again.',
  },
  'close-case': {
    ...journey,
    entry: 'functions/journey/close-case.ts',
    rights: ['read-cases', 'write-cases', 'answer-tasks', 'send-mail'],
    errorImpact: 'A case that has ended keeps asking staff for work.',
  },
  'report-failure': {
    ...journey,
    entry: 'functions/journey/report-failure.ts',
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'A case has stopped and no manager has been told.',
  },
  'send-digests': {
    ...journey,
    entry: 'functions/scheduled/send-digests.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'Staff and managers are not told of overdue work today.',
  },
  'hand-over-work': {
    ...journey,
    entry: 'functions/scheduled/hand-over-work.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'The work of whoever is away today stays with them, and nobody does it.',
  },
  'count-work': {
    ...journey,
    entry: 'functions/scheduled/count-work.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases'],
    errorImpact:
      'Work that waited until today does not come back by itself, and what managers see is of an earlier day.',
  },
  'remind-drafts': {
    ...journey,
    entry: 'functions/scheduled/remind-drafts.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'People are not told that a form which they saved is about to be deleted.',
  },
  'apply-new-rates': {
    ...journey,
    entry: 'functions/scheduled/apply-new-rates.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'People go on paying by last year’s rates, and nobody is asked to work out their charge again.',
  },
  'sweep-documents': {
    ...journey,
    entry: 'functions/scheduled/sweep-documents.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases', 'delete-documents'],
    errorImpact: 'Documents that people never sent are kept longer than we say.',
  },
  'index-persons': {
    ...journey,
    entry: 'functions/scheduled/index-persons.ts',
    timeoutSeconds: 900,
    rights: ['read-cases', 'write-cases', 'scan-cases'],
    errorImpact: 'Staff do not find some people by their names.',
  },
  'sweep-signals': {
    ...journey,
    entry: 'functions/scheduled/sweep-signals.ts',
    timeoutSeconds: 240,
    rights: ['read-cases', 'write-cases', 'start-executions', 'answer-tasks', 'send-mail'],
    errorImpact: 'Work that was finished during a fault does not move its case on, and people are not told of it.',
  },
  reconcile: {
    ...journey,
    entry: 'functions/scheduled/reconcile.ts',
    timeoutSeconds: 900,
    rights: [
      'read-cases',
      'write-cases',
      'scan-cases',
      'start-executions',
      'answer-tasks',
      'watch-executions',
      'send-mail',
    ],
    errorImpact:
      'Journeys and reviews that stand still, after a fault or a restore, are not found and set going again.',
  },
  'record-mail-feedback': {
    ...journey,
    entry: 'functions/scheduled/record-mail-feedback.ts',
    rights: ['read-cases', 'write-cases', 'send-mail'],
    errorImpact: 'Emails that bounce go unnoticed, and nobody reaches the person another way.',
  },
} as const satisfies Record<string, FunctionSpec>;
export type FunctionName = keyof typeof functions;

/**
 * The one table. `pk` and `sk` and the attributes of the indexes are strings without personal data; every index is sparse.
 * `work` lists a team's open tasks by due date, apart by whether somebody has them or they wait; `holder` those of one member of staff, and what they have
 * done; `due` all of a council's, and what finds its unsent forms by the day to look at them; `signals` lists what is still owed to Step Functions.
 */
export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  indexes: {
    work: { partitionKey: 'workPk', sortKey: 'workSk' },
    due: { partitionKey: 'duePk', sortKey: 'workSk' },
    holder: { partitionKey: 'holderPk', sortKey: 'workSk' },
    signals: { partitionKey: 'signalsPk', sortKey: 'signalsSk' },
  },
} as const;

/**
 * The one bucket, of people's documents. A browser puts a file under `incoming`, where it lies until it has been looked at; what is taken is
 * kept under `kept`, which no form can write to. Days after which what nobody looked at, and what was overwritten or deleted, is gone.
 */
export const documents = {
  incoming: 'incoming/',
  kept: 'documents/',
  incomingDays: 1,
  /** As long as the table can be restored, so that a restored case finds its documents. */
  restorableDays: 35,
} as const;

/** The state machines; each may invoke the functions whose placeholders its file holds. `errorImpact` is the text of its alarms. */
export const machines = {
  'assessment-journey': {
    definition: 'statemachines/assessment-journey.asl.json',
    errorImpact: "A person's assessment has stopped, and nobody is asked for the next piece of work on it.",
  },
  'review-cycle': {
    definition: 'statemachines/review-cycle.asl.json',
    errorImpact: "A person's plan is no longer watched: nobody will be reminded of its next review.",
  },
} as const;
export type MachineName = keyof typeof machines;

/**
 * What runs by the clock, in Europe/London time: an EventBridge Scheduler expression and the function it invokes. All run every day: a job knows
 * for itself which days are working days, and one that was silent for more than a day has not run.
 */
export const schedules = {
  'send-digests': { expression: 'cron(30 8 * * ? *)', function: 'send-digests' },
  // What one run of the morning could not finish; where it did, this finds nothing to do.
  'finish-digests': { expression: 'cron(30 9 * * ? *)', function: 'send-digests' },
  'hand-over-work': { expression: 'cron(15 6 * * ? *)', function: 'hand-over-work' },
  // Of somebody with more work than one request moves, the rest goes on the same day.
  'hand-over-the-rest': { expression: 'cron(0 13 * * ? *)', function: 'hand-over-work' },
  'count-work': { expression: 'cron(30 5 * * ? *)', function: 'count-work' },
  // What one run could not finish, of this and of the next two; where it did, these find nothing to do.
  'count-the-rest': { expression: 'cron(50 5 * * ? *)', function: 'count-work' },
  'remind-drafts': { expression: 'cron(0 9 * * ? *)', function: 'remind-drafts' },
  'remind-the-rest': { expression: 'cron(30 10 * * ? *)', function: 'remind-drafts' },
  'sweep-documents': { expression: 'cron(0 4 * * ? *)', function: 'sweep-documents' },
  'sweep-the-rest': { expression: 'cron(20 4 * * ? *)', function: 'sweep-documents' },
  'index-persons': { expression: 'cron(30 4 * * ? *)', function: 'index-persons' },
  'apply-new-rates': { expression: 'cron(0 5 * * ? *)', function: 'apply-new-rates' },
  reconcile: { expression: 'cron(30 1 * * ? *)', function: 'reconcile' },
  // Of more cases than one run looks at, the rest; where the day's pass is over it finds nothing to do.
  'reconcile-the-rest': { expression: 'rate(20 minutes)', function: 'reconcile' },
  'sweep-signals': { expression: 'rate(5 minutes)', function: 'sweep-signals' },
  // What was planned for the day is there before work begins, however little has happened on the platform since.
  'open-planned-work': { expression: 'cron(5 6 * * ? *)', function: 'sweep-signals' },
} as const satisfies Record<string, { expression: string; function: FunctionName }>;

/** Minutes between two runs by an expression: a day has up to 25 hours. */
const minutesBetween = (expression: string): number => {
  const [, minutes] = /^rate\((\d+) minutes?\)$/.exec(expression) ?? [];
  return minutes === undefined ? 25 * 60 : Number(minutes);
};

/**
 * The functions that run by the clock, each with the minutes of silence after which it has not run: an hour more than its day, or six turns of what
 * runs more often.
 */
export const jobs: ReadonlyMap<FunctionName, number> = new Map(
  Object.values(schedules)
    .map((by) => [by.function, minutesBetween(by.expression)] as const)
    // Of two schedules of one function the last in the map counts: the one that runs more often.
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, minutes]) => [name, minutes < 60 ? 6 * minutes : minutes + 60]),
);

/** SES tells of bounces and complaints through an SNS topic that invokes this function. */
export const mailFeedback = { function: 'record-mail-feedback' } as const satisfies { function: FunctionName };

/** The routes, and the Lambda behind each site. */
export const sites = { public: 'public-site', staff: 'staff-site' } as const;
export { routes };

/**
 * What API Gateway lets through to each site. All doors of a site let the same methods through, and the staff site's are the more, so which door a
 * request comes to is a matter of its path alone. HEAD is answered as GET without its body: a mail scanner that asks with HEAD changes nothing.
 */
export const siteMethods = { public: ['GET', 'HEAD', 'POST'], staff: ['GET', 'HEAD', 'POST', 'PUT'] } as const;

/**
 * What API Gateway has in place of the routes: a few doors, each for its path and all that lies under it, so that a page costs the stack no
 * resources. The most exact path wins. The site behind finds the call by the routes, and answers 404 where there is none.
 *
 * Each door has limits of its own, of requests a second to read and to send, with twice as many at once: whoever floods one leaves the others
 * open. So what people have begun, what mails whoever is named, what programs send, pictures, and staff each have one. They are what all
 * clients together may ask for; `limits` says what one may. Behind a door that is `guarded` stands a secret that could be guessed.
 */
export const doors = [
  { path: '/', site: 'public', reads: 100, writes: 100 },
  { path: '/assets', site: 'public', reads: 200, writes: 100 },
  { path: '/{council}', site: 'public', reads: 200, writes: 100 },
  { path: '/{council}/applications', site: 'public', reads: 100, writes: 100 },
  { path: '/{council}/draft', site: 'public', reads: 200, writes: 100 },
  { path: '/{council}/return', site: 'public', reads: 100, writes: 100, guarded: true },
  { path: '/{council}/together', site: 'public', reads: 100, writes: 100, guarded: true },
  { path: '/{council}/review-request', site: 'public', reads: 100, writes: 100 },
  { path: '/{council}/case', site: 'public', reads: 100, writes: 100 },
  { path: '/{council}/case/sign-in', site: 'public', reads: 100, writes: 100, guarded: true },
  { path: '/{council}/staff', site: 'staff', reads: 200, writes: 100 },
] as const;

/** A limit: what it counts of whom, and how many of that are answered in how many seconds. Whoever goes on asking stays shut out. */
export type Limit = {
  readonly of: 'address' | 'council';
  /** Every request, what sends something (POST, PUT), or what is sent to a guarded door. */
  readonly counts: 'all' | 'sent' | 'guesses';
  readonly requests: number;
  /** One of the windows that AWS WAF has. */
  readonly seconds: 60 | 120 | 300 | 600;
};

/**
 * What one client may ask for, and what may be asked of one council: AWS WAF counts it before the API, and the local gateway likewise.
 *
 * A ward, a library or a council's offices come from one address: 300 people who each open three pages a minute, a hundred who each send three. That is
 * 15 requests a second, 5 of them sent, where the narrowest door takes 100, so no address shuts a door to others. A council whose thousand workers open
 * three pages a minute stays within its own limit, 50 a second, which is half of the narrowest door: a flood of one council leaves the others theirs. Guessing
 * a link or a date of birth is slow, so ten people in a library who sign in ten times each within ten minutes are the most.
 */
export const limits = {
  'one-address': { of: 'address', counts: 'all', requests: 900, seconds: 60 },
  'sent-by-one-address': { of: 'address', counts: 'sent', requests: 300, seconds: 60 },
  'guessed-by-one-address': { of: 'address', counts: 'guesses', requests: 100, seconds: 600 },
  'one-council': { of: 'council', counts: 'all', requests: 3000, seconds: 60 },
} as const satisfies Record<string, Limit>;

/** The size of an answer, in bytes, from which it is sent compressed to who takes gzip or deflate: below it the head of the answer outweighs what is saved. */
export const compressedFrom = 1000;

/** The paths of API Gateway: each door's own, and what lies under it. */
export const gatewayPaths = doors.flatMap(({ path, ...door }) =>
  path === '/' ? [{ path, ...door }] : [path, `${path}/{path+}`].map((one) => ({ path: one, ...door })),
);

/** The header in which a proxy says for whom it asks. Believed of a proxy alone that the deployment names. */
export const forwardedHeader = 'X-Forwarded-For';

/**
 * What stands before the functions answers by itself in few cases, here for the local gateway to say the same. What programs alone meet is problem details.
 * What people meet is a page (`templates/busy-page.ts`): API Gateway knows one template a case, so programs get it too and go by the status, while the firewall
 * asks which of both is wanted.
 */
export const gatewayProblems = {
  noSuchPage: { status: 404, title: 'There is nothing at this address.' },
  tooLarge: { status: 413, title: 'What you sent is too large.' },
} as const;
/** No cache keeps any of it. */
export const gatewayHeaders = {
  'Cache-Control': 'no-store',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const;
export const gatewayTypes = { problem: 'application/problem+json', page: 'text/html; charset=utf-8' } as const;

/** What a program is told in JSON where a limit is reached; the firewall cannot say that it is problem details. */
export const tooManyRequests = (seconds: number) =>
  ({
    type: 'about:blank',
    title: `Too many requests just now. Try again in ${seconds} seconds.`,
    status: 429,
  }) as const;

/** The placeholder of a function in a state machine file: `open-task` is `${OpenTaskFunctionArn}`. */
export const placeholder = (name: FunctionName): string =>
  `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}FunctionArn`;
