import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ClassicLevel } from 'classic-level';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFailed, onTestFinished } from 'vitest';
import { awsEndpoint } from '../../local/aws-endpoint.ts';
import { createClient } from '../../local/demo/client.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { localControl } from '../../local/demo/local-control.ts';
import { playStory } from '../../local/demo/story.ts';
import { createTimeline } from '../../local/demo/timeline.ts';
import { createDynamoDb } from '../../local/dynamodb/dynamodb.ts';
import type { Mail } from '../../local/mail/accepted-mail.ts';
import { createMail } from '../../local/mail/mail.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { keyOfTag } from '../../services/mail/mailer.ts';
import { createCaseStore } from '../../services/store/case-store.ts';
import { type StartedCopy, startCopy } from './started-copy.ts';

const council = councilSlug.parse('leicestershire');

/** How many times the process dies: a few in `npm test`, many with `CAREWAY_CRASHES=30`. */
const crashes = Number(process.env['CAREWAY_CRASHES'] ?? 3);
const seed = Number(process.env['CAREWAY_SEED'] ?? 20_261_121);

/** Numbers from 0 up to 1 that a seed repeats. Mulberry32. */
const randomFrom = (from: number) => {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const isAboutACase = ({ tags }: Pick<Mail, 'tags'>) => caseReference.safeParse(tags['reference']).success;
const keyOf = ({ tags }: Pick<Mail, 'tags'>) => keyOfTag(tags['message'] ?? '');

/** The mails that SES had accepted and the ledger did not know of when the process died: the one duplicate that may follow. */
const notInLedger = async (folder: string): Promise<Mail[]> => {
  const [state, items] = ['state', 'dynamodb'].map((name) => new ClassicLevel<string, string>(join(folder, name)));
  if (state === undefined || items === undefined) throw new Error('Two names give two stores');
  await Promise.all([state.open(), items.open()]);
  const dynamoDb = createDynamoDb({ store: items, now: () => Date.now() });
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(awsEndpoint(dynamoDb.handle)));
  const ledger = createCaseStore({ documents, tableName: 'careway' });
  const mailbox = createMail({
    store: state.sublevel('mail'),
    now: () => Temporal.Instant.from('2026-01-05T10:00:00Z'),
    identities: [],
  });
  const found: Mail[] = [];
  for (const mail of (await mailbox.list()).filter(isAboutACase)) {
    const entry = await ledger.mail(council, caseReference.parse(mail.tags['reference']), keyOf(mail));
    if (entry === undefined) found.push(mail);
  }
  await Promise.all([state.close(), items.close()]);
  return found;
};

/**
 * A platform that is killed while it is used: each time at a call of the client that the seed chooses, up to 150 ms after it was
 * sent, and started again on the same folder and port.
 */
const mortalPlatform = async (folder: string) => {
  let copy: StartedCopy = await startCopy({ CAREWAY_DATA: folder });
  onTestFinished(() => copy.kill());
  onTestFailed(() => console.log(copy.said.stdout, copy.said.stderr));
  const random = randomFrom(seed);
  // Two years take about 130 calls.
  const dying = Array.from({ length: crashes }, () => Math.ceil(random() * 110)).toSorted((a, b) => a - b);
  const unledgered = new Map<string, Mail>();
  let [calls, died] = [0, 0];
  let recovery: Promise<void> | undefined;

  const dieAndRise = async (afterMs: number) => {
    await setTimeout(afterMs);
    await copy.kill();
    died += 1;
    for (const mail of await notInLedger(folder)) unledgered.set(mail.id, mail);
    copy = await startCopy({ CAREWAY_DATA: folder, CAREWAY_PORT: String(copy.port) });
  };

  return {
    url: copy.url,
    called() {
      calls += 1;
      if (recovery !== undefined || (dying[0] ?? Number.POSITIVE_INFINITY) > calls) return;
      dying.shift();
      recovery = dieAndRise(random() * 150).then(() => {
        recovery = undefined;
      });
    },
    /** What happened, once it has risen for the last time. @throws where it could not be started again */
    async record() {
      await recovery;
      return { calls, died, unledgered: [...unledgered.values()] };
    },
  };
};

const counts = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]));

const repeated = (names: readonly string[]): string[] =>
  Object.entries(counts(names))
    .filter(([, count]) => count > 1)
    .map(([name]) => name);

describe('after kill -9', () => {
  it(`the story of two years ends right, with the process killed ${crashes} times at random moments (seed ${seed})`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'careway-crash-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const platform = await mortalPlatform(folder);
    const client = createClient({
      url: platform.url,
      council,
      attempts: 600,
      token: (role) => control.token(council, role),
      async pause(attempt) {
        await setTimeout(Math.min(100, 10 * attempt));
        // What a crash left owed is sent by the sweeper, which comes by the platform's clock.
        if (attempt % 20 === 0) await fetch(`${platform.url}/_local/clock`, forward).catch(() => undefined);
      },
    });
    const forward = { method: 'POST', body: '{"forward":"PT6M"}', headers: { 'content-type': 'application/json' } };
    const request: typeof client.request = (...call) => {
      platform.called();
      return client.request(...call);
    };
    const control = localControl({ request });

    const reference = await playStory({
      client,
      control,
      application: completeAnswers(needsAssessment, { email: 'rose.okafor@example.com', conditions: ['physical'] }),
      onChapter: async () => undefined,
    });

    const { calls, died, unledgered } = await platform.record();
    const [events, { tasks, mail: ledger }] = [
      await createTimeline(client, control)(reference),
      await client.readCase(reference),
    ];
    const of = (name: string) => events.filter(({ event }) => event === name).map(({ about = '' }) => about);
    const mails = (await control.mail()).filter(isAboutACase);
    const executions = await control.executions();
    console.log(`${died} deaths in ${calls} calls; ${unledgered.length} mails were sent again`);

    expect(died).toBe(crashes);
    // Work beside the story, such as a carer's offer or a new year's rates, hangs on the day on which the clock of the copy began.
    const ofTheStory = events.filter(({ about = '' }) => !about.startsWith('case.'));
    expect(counts(ofTheStory.map(({ event }) => event))).toEqual({
      'application-received': 1,
      'task-created': 25,
      'task-completed': 19,
      'email-sent': 28,
      'decision-made': 1,
      'plan-returned': 1,
      'plan-agreed': 1,
      'support-started': 1,
      'review-reminder': 4,
      'review-completed': 3,
      'plan-revised': 1,
      'cycle-continued': 3,
    });
    expect(repeated(of('task-created'))).toEqual([]);
    expect(repeated(of('email-sent'))).toEqual([]);
    expect(of('review-reminder')).toEqual([1, 2, 3, 4].map((review) => `review-${review}.remind.person`));
    const open = tasks.filter(({ id, status }) => status === 'open' && !id.startsWith(`${reference}.case.`));
    expect(open).toMatchObject([{ kind: 'arrange-visit' }, { kind: 'review-plan' }]);
    // The assessment, three reviews, and a second execution for each wait of a year.
    expect(counts(executions.map(({ status }) => status))).toEqual({ SUCCEEDED: 6, RUNNING: 1 });
    // Each mail once, and once more for each time that it was accepted and the process died before the ledger knew.
    expect(counts(mails.map(keyOf))).toEqual(counts([...ledger.map(({ key }) => key), ...unledgered.map(keyOf)]));
  }, 600_000);
});
