import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { knownYears } from '../domain/time/bank-holidays.ts';
import { toIsoInstant } from '../domain/time/clock-time.ts';
import {
  documents,
  functions,
  gatewayPaths,
  machines,
  placeholder,
  schedules,
  siteMethods,
  sites,
  table,
} from '../infra/service-map.ts';
import type { CaseReference } from '../schemas/scalars.ts';
import { councilSlug } from '../schemas/scalars.ts';
import { createDeps } from '../services/compose.ts';
import type { Deps } from '../services/deps.ts';
import { createCouncils, everyCouncil } from '../services/runtime/councils.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import { createLocalClock } from './clock.ts';
import { type MakeLevel, openDatabases, openDataFolder } from './data-folder.ts';
import { directDocuments } from './dynamodb/documents.ts';
import { createDynamoDb } from './dynamodb/dynamodb.ts';
import { localTable } from './dynamodb/table-name.ts';
import { createHealth } from './health.ts';
import { createLambda } from './lambda.ts';
import { createMail } from './mail/mail.ts';
import { createS3 } from './s3/s3.ts';
import { createSchedules } from './schedules.ts';
import { exampleStaff } from './sign-in/example-staff.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { createStepFunctions } from './stepfunctions/step-functions.ts';

const region = 'eu-west-2';
const account = '000000000000';
const tableName = localTable;
const configurationSet = 'careway';
const documentsBucket = 'careway-documents';
const mailFrom = 'Careway <no-reply@careway.example>';

/** Dates are worked out from bank holidays, up to a year ahead. */
const clockEnd = {
  at: Temporal.Instant.from(`${knownYears.last}-01-01T00:00:00Z`),
  why: `The clock goes to the end of ${knownYears.last - 1}. Bank holidays are known to the end of ${knownYears.last}, and dates are worked out a year ahead.`,
};

const machineArn = (name: string) => `arn:aws:states:${region}:${account}:stateMachine:${name}`;
const functionArn = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;

/** The state machine files as they are: their placeholders are unbound. */
export const definitions = async (): Promise<Record<keyof typeof machines, string>> => {
  const read = Object.entries(machines).map(async ([name, { definition }]) => [
    name,
    await readFile(new URL(`../${definition}`, import.meta.url), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(read));
};

const bind = (definition: string): string =>
  Object.keys(functions).reduce(
    // Every key of the manifest's functions is a function name.
    (text, name) => text.replaceAll(`\${${placeholder(name as keyof typeof functions)}}`, functionArn(name)),
    definition,
  );

/** What the local platform starts, in the manifest's own shapes, for the parity test with the deployed stack. */
export const parts = async () => ({
  gateway: gatewayPaths.flatMap(({ path, site }) =>
    siteMethods[site].map((method) => ({ method, path, function: sites[site] })),
  ),
  functions: Object.keys(functions),
  table,
  documents,
  machines: await definitions(),
  schedules,
});

const scheduled: ReadonlySet<string> = new Set(Object.values(schedules).map(({ function: name }) => name));

/** The way of one request to the table, and back. */
export type ToTable = (operation: string, go: () => Promise<unknown>) => Promise<unknown>;

/** How a local platform is started. */
export type PlatformOptions = {
  /** Where state is kept; without it, in memory. */
  readonly folder?: string;
  /** The address that links are made with, `http://localhost:3000`. */
  readonly origin: string;
  readonly clock: 'ticking' | 'frozen';
  /** Where the clock begins on a new folder. @default the real time */
  readonly start?: Temporal.Instant;
  /** The councils that are served. @default every one that the project has data of */
  readonly councils?: readonly string[];
  /** Languages beside English by council and tag, in place of those that the project has. */
  readonly languages?: Parameters<typeof createCouncils>[1];
  /** Ranges of addresses of proxies in front, whose word is taken for whom they ask. @default none */
  readonly proxies?: readonly string[];
  /** Numbers from 0 up to 1 for retry jitter. @default Math.random */
  readonly random?: () => number;
  readonly newReference?: () => CaseReference;
  /** Forms that anybody may begin beside the project's own. */
  readonly otherForms?: Deps['otherForms'];
  /** What a request of a function to the table goes through, as it goes over a network on AWS: whoever gives it may lose the request, or its answer. @default straight to the table */
  readonly toTable?: ToTable;
  /** Told of a function that failed outside a request, and of faults of the platform itself. @default console.error */
  readonly onError?: (error: unknown) => void;
  /** Makes the databases of the folder. @default LevelDB */
  readonly makeLevel?: MakeLevel;
  /** Told what has become of a data folder of an older version. @default console.log */
  readonly say?: (words: string) => void;
};

/**
 * The whole of Careway in this process: the same handlers and state machines over a durable DynamoDB, Step Functions, SES and
 * sign-in, on one clock that can be moved. `stop()` and `start` again goes on where it was; so does `kill -9`.
 */
export const startPlatform = async (options: PlatformOptions) => {
  const { folder, origin, onError = console.error, toTable = (_, go) => go() } = options;
  // On AWS metrics are lines of the log; nobody collects them here.
  process.env['POWERTOOLS_METRICS_DISABLED'] ??= 'true';
  if (folder) await openDataFolder(folder, new Date().toISOString().slice(0, 10), options.say ?? console.log);
  const { state, items, refused } = await openDatabases(folder, options.makeLevel);

  const clock = await createLocalClock({
    store: state.sublevel('clock'),
    mode: options.clock,
    onError,
    end: clockEnd,
    ...(options.start && { start: options.start }),
  });
  const councils = everyCouncil().filter((slug) => options.councils?.includes(slug) ?? true);
  const staff = exampleStaff(councils);
  const dynamoDb = createDynamoDb({ store: items, now: () => clock.now().epochMilliseconds });
  const signIn = createSignIn({
    issuer: `${origin}/_local/oidc`,
    store: state.sublevel('sign-in'),
    now: () => clock.now(),
    staff,
  });
  const mail = createMail({
    store: state.sublevel('mail'),
    now: () => clock.now(),
    identities: ['careway.example'],
    configurationSets: [configurationSet],
    onFeedback: async (event) => {
      await clock.track(lambda.invoke('record-mail-feedback', event));
    },
  });
  const s3 = createS3({
    store: state.sublevel('s3'),
    bucket: documentsBucket,
    ...(folder && { folder: join(folder, 'documents') }),
  });
  await s3.objects.open();
  const files = await definitions();
  const stepFunctions = createStepFunctions({
    store: state.sublevel('stepfunctions'),
    clock,
    region,
    account,
    machines: Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, { arn: machineArn(name), definition: bind(text) }]),
    ),
    invokeLambda: (name, payload) => lambda.invokeByArn(name, payload),
    onError,
    ...(options.random && { random: options.random }),
  });
  const deps = createDeps({
    clock: { now: () => toIsoInstant(clock.now()) },
    councils: () => createCouncils(councils, options.languages),
    aws: {
      dynamoDb: () =>
        directDocuments((operation, input) => toTable(operation, () => dynamoDb.handleTyped(operation, input))),
      stepFunctions: awsEndpoint(stepFunctions.handle),
      ses: mail.clientOptions(),
      s3: s3.clientOptions(origin),
    },
    names: {
      casesTable: () => tableName,
      machineArn,
      mailFrom: () => mailFrom,
      mailConfigurationSet: () => configurationSet,
      siteUrl: () => origin,
      documentsBucket: () => documentsBucket,
    },
    proxies: () => options.proxies ?? [],
    // Nothing here scans for malware.
    scansDocuments: () => false,
    staffSignIn: () => ({
      issuer: `${origin}/_local/oidc`,
      clientId: signIn.clientId,
      keys: async () => {
        const { createLocalJWKSet } = await import('jose');
        return createLocalJWKSet(await signIn.jwks());
      },
      endpoints: signIn.endpoints,
      directories: [],
    }),
    ...(options.newReference && { newReference: options.newReference }),
    ...(options.otherForms && { otherForms: options.otherForms }),
  });
  /** How often something happened that a person would notice: a step of a case, or a mail. */
  let noticeable = 0;
  const lambda = createLambda(deps, (name) => {
    // What runs by the clock is no step of a case; a mail that it sends is counted as mail.
    if (scheduled.has(name)) return;
    noticeable += 1;
    timetable.somethingHappened();
  });
  const health = createHealth({ store: state.sublevel('jobs'), deps, stepFunctions });
  const timetable = createSchedules(clock, async (name) => {
    // DynamoDB forgets expired items by itself, some time after; here it does so with the morning's digest.
    if (name === 'send-digests') await dynamoDb.expire();
    try {
      return await health.ended(name, await lambda.invoke(name, {}));
    } catch (error) {
      onError(error);
      return false;
    }
  });

  await createTable(dynamoDb.handle);
  for (const { council, ...member } of staff) {
    const slug = councilSlug.parse(council);
    if (await deps.store.staff(slug, member.id)) continue;
    await deps.store.saveStaff(slug, member, {
      council: slug,
      at: deps.clock.now(),
      id: deps.newId(),
      actor: { kind: 'platform', name: 'local platform' },
      action: 'staff-saved',
      about: member.id,
      authority: 'Example staff of the local platform',
    });
  }
  timetable.start();
  await stepFunctions.start();
  await mail.resume();

  return {
    origin,
    clock,
    councils,
    /** Why nothing more is written, once a write of the data folder has failed. Whoever started it then stops it. */
    refused,
    /** The machine files by name, for drawing. */
    definitions: files as Record<string, string>,
    deps,
    /** The wire of the local DynamoDB and the table's name, for what measures or inspects it. */
    dynamoDb: { ...dynamoDb, tableName },
    /** How it is, now or as it would be at another moment. */
    health: health.view,
    lambda,
    mail,
    s3,
    signIn,
    staff,
    stepFunctions,
    /** Moves to the next thing that a person would notice; answers false where nothing waits within ten years. */
    async nextEvent(): Promise<boolean> {
      const [before, horizon] = [noticeable, clock.now().add({ hours: 24 * 3653 })];
      const mailed = await mail.count();
      while (noticeable === before && (await mail.count()) === mailed) {
        const next = clock.peekNext();
        if (next === null || next.epochMilliseconds > horizon.epochMilliseconds) return false;
        await clock.next();
      }
      return true;
    },
    async stop(): Promise<void> {
      timetable.stop();
      clock.close();
      await stepFunctions.stop();
      await Promise.all([state.close(), items.close()]);
    },
  };
};

export type Platform = Awaited<ReturnType<typeof startPlatform>>;

const createTable = async (handle: (operation: string, input: unknown) => Promise<unknown>): Promise<void> => {
  const { partitionKey, sortKey, indexes, timeToLive } = table;
  const keySchema = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
  const names = new Set([partitionKey, sortKey, ...Object.values(indexes).flatMap(Object.values)]);
  try {
    await handle('CreateTable', {
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
    });
    await handle('UpdateTimeToLive', {
      TableName: tableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: timeToLive },
    });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceInUseException') throw error;
  }
};
