import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newTask } from '../../domain/journey/tasks.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { DirectDocuments } from '../../local/dynamodb/documents.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { longestAlert, mostAlerts, mostHelpers, mostJoined, person as personSchema } from '../../schemas/person.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { createApplications } from '../../services/apply/applications.ts';
import { casesToFollow } from '../../services/follow/case-access.ts';
import { eventOf } from '../../services/store/audit.ts';
import { createClosing } from '../../services/work/closing.ts';
import { createJoining } from '../../services/work/joining.ts';
import { aHelper, aPerson } from '../support/a-person.ts';
import { openCase, slug } from '../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

/** What one transaction takes. @see Amazon DynamoDB Developer Guide, TransactWriteItems */
const mostInTransaction = 100;
/** What one item may hold, in bytes. @see Amazon DynamoDB Developer Guide, quotas */
const mostInItem = 400 * 1024;

let platform: TestPlatform;
let largest = 0;
beforeAll(async () => {
  const send = DirectDocuments.prototype.send;
  vi.spyOn(DirectDocuments.prototype, 'send').mockImplementation(function (
    this: DirectDocuments,
    command: { input: Record<string, unknown> },
  ) {
    const items = command.input['TransactItems'];
    if (Array.isArray(items)) largest = Math.max(largest, items.length);
    return Reflect.apply(send, this, [command]);
  } as never);
  platform = await startTestPlatform();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await platform.stop();
});

const pair = (index: number): Answers => ({
  email: `person${index}@example.com`,
  carerEmail: `carer${index}@example.com`,
  filledInBy: 'helper',
  helperEmail: `helper${index}@example.com`,
  personAgrees: 'no',
  helperAuthority: 'lpa-health',
  treatedBadly: 'yes',
});

/** The answers of a pair with as many documents as each question takes. */
const withDocuments = (index: number): { answers: Answers; documents: HeldDocument[] } => {
  const documents: HeldDocument[] = [];
  const answers: Answers = { ...completeAnswers(jointAssessment, pair(index)) };
  for (const { question } of questionsOf(jointAssessment)) {
    if (question.type !== 'file') continue;
    const ids = Array.from({ length: question.maxFiles ?? 10 }, (_, at) => `${question.id}-${index}-${at}`);
    answers[question.id] = ids;
    documents.push(
      ...ids.map(
        (id) => ({ id, name: `${id}.pdf`, size: 10, type: 'application/pdf', sha256: 'a'.repeat(64) }) as HeldDocument,
      ),
    );
  }
  return { answers, documents };
};

const apply = async (index: number, known: Awaited<ReturnType<typeof casesToFollow>> = []) => {
  const { answers, documents } = withDocuments(index);
  const send = createApplications(platform.deps, { documents, known });
  const { application } = await send(platform.deps.councils.known(slug), 'joint-assessment', answers, `pair ${index}`);
  return application;
};
const personOf = async (reference: string) =>
  (await platform.deps.store.knownCase(slug, caseReference.parse(reference))).personId;

describe('the largest application', () => {
  it('fits into one transaction, also of two people who were found to be six each', { timeout: 30_000 }, async () => {
    const actor = { kind: 'platform', name: 'test' } as const;
    const joining = createJoining(platform.deps);
    const sent = [];
    for (let index = 0; index < mostJoined; index += 1) sent.push(await apply(index));
    const first = largest;
    const [leading, ...others] = sent;
    if (leading === undefined) throw new Error('Nobody applied');
    for (const other of others) {
      await joining.join(slug, await personOf(leading.reference), await personOf(other.reference), actor);
      const [carer, otherCarer] = [leading.carerReference ?? '', other.carerReference ?? ''];
      await joining.join(slug, await personOf(carer), await personOf(otherCarer), actor);
    }
    for (const { reference, carerReference = '' } of sent) {
      for (const one of [reference, carerReference]) {
        // Not by hand: these applications tell of harm, which is decided first.
        const careCase = await platform.deps.store.knownCase(slug, caseReference.parse(one));
        await createClosing(platform.deps)(careCase, 'advice-given', actor);
      }
    }
    largest = 0;
    const known = (
      await Promise.all([
        casesToFollow(platform.deps, slug, 'person0@example.com'),
        casesToFollow(platform.deps, slug, 'carer0@example.com'),
      ])
    ).flat();
    const again = await apply(99, known);

    expect(known).toHaveLength(2 * mostJoined);
    expect(again.toOpenCase).toBeUndefined();
    expect([first, largest].every((items) => items > 70 && items <= mostInTransaction)).toBe(true);
  });
});

describe('a case with 150 open pieces of work', () => {
  it.each(['advice-given', 'died'] as const)('closes (%s) with all of it taken back, in parts', async (reason) => {
    const { store } = platform.deps;
    const actor = { kind: 'platform', name: 'test' } as const;
    const reference = await openCase(platform, { email: `much-${reason}@example.com` });
    const careCase = await store.knownCase(slug, reference);
    const at = platform.deps.clock.now();
    for (let from = 0; from < 150; from += 50) {
      await store.commit({
        tasks: Array.from({ length: 50 }, (_, index) =>
          newTask(careCase, { thread: 'case', step: `much-${from + index}`, kind: 'triage-request', reason: '' }, at),
        ),
        events: [eventOf(platform.deps, careCase, { actor, action: 'end-waits', about: 'much', authority: 'none' })],
      });
    }
    largest = 0;
    expect(await createClosing(platform.deps)(careCase, reason, actor)).toEqual({ closed: true });
    await platform.settle();

    const tasks = await store.tasks(slug, reference);
    expect(tasks.length).toBeGreaterThanOrEqual(150);
    expect(tasks.filter(({ status }) => status === 'open')).toEqual([]);
    expect(largest).toBeLessThanOrEqual(mostInTransaction);
  });
});

describe('the item of a person', () => {
  it('is far from the largest that there may be, with every field as long as it may be', () => {
    const long = (most: number) => '€'.repeat(most);
    const helpers = Array.from({ length: mostHelpers }, (_, index) =>
      aHelper({
        id: `${index}`.padEnd(12, '-') as never,
        firstName: long(200),
        lastName: long(200),
        relationship: long(100),
        organisation: long(200),
        phone: long(40),
      }),
    );
    const alerts = Array.from({ length: mostAlerts }, () => ({
      kind: 'risk-to-workers' as const,
      says: long(longestAlert),
      source: long(200),
      on: '2026-01-05' as never,
    }));
    const whole = aPerson({
      firstName: long(200),
      lastName: long(200),
      address: long(1000),
      whereToFind: long(1000),
      safeContact: long(2000),
      formats: Array.from({ length: 20 }, () => long(100)),
      helpers,
      alerts,
    });

    expect(Buffer.byteLength(JSON.stringify(personSchema.parse(whole)))).toBeLessThan(mostInItem * 0.75);
  });
});
