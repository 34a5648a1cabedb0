import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { tooLongToKeep } from '../../domain/forms/room-for-answers.ts';
import { type Application, applicationsIn } from '../../domain/journey/applications.ts';
import { mayLiveIn } from '../../domain/journey/journey.ts';
import { promisedDay } from '../../domain/journey/lateness.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { type SubmittedApplication, submittedApplication } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type ApplicationFormId, applicationFormIds, applicationForms } from '../../schemas/forms/application-forms.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps, HowSent } from '../deps.ts';
import { documentClaims, expectUploaded } from '../documents/sent-documents.ts';
import { createChangedDetails } from '../mail/changed-details.ts';
import { createNotices } from '../mail/notices.ts';
import { askedBy } from '../runtime/council-lists.ts';
import { Problem } from '../runtime/errors.ts';
import { logger } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';
import { problems } from '../runtime/problems.ts';
import { expectOneLeft } from '../web/limits.ts';
import { createFiling, type Filing, jointly } from './filing.ts';
import { createHalves, wantsTogether } from './halves.ts';

/** What was sent, and whether it had been sent before. */
export type Sent = { readonly application: SubmittedApplication; readonly repeated: boolean };

/** What the first sending was answered, which every repetition is answered again. */
const sentBefore = z.strictObject({
  hash: z.string(),
  ...submittedApplication.pick({
    reference: true,
    carerReference: true,
    receivedAt: true,
    targetOn: true,
    toOpenCase: true,
  }).shape,
});
type Answered = z.infer<typeof sentBefore>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
/** What is named after a sending ends in this. */
const markOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 12);

/**
 * The answers to an application form, checked.
 *
 * @throws Problem 404, 400 with every problem, 422 where the form is not the way (danger or abuse)
 */
export const checkedApplication = (
  { clock }: Pick<Deps, 'clock'>,
  council: Council,
  id: string,
  answers: unknown,
  documents: readonly HeldDocument[] = [],
): { form: ApplicationFormId; answers: Answers } => {
  const known = applicationFormIds.find((one) => one === id);
  const base = applicationForms.get(id);
  if (base === undefined || known === undefined) throw problems.unknownForm();
  const form = askedBy(council, base);
  const found = readAnswers(form, () => londonDate(clock.now()), answers);
  if (found.outcome === 'problems') throw problems.invalid(found.problems);
  if (found.outcome === 'exit') {
    throw new Problem({
      status: 422,
      code: 'not-with-this-form',
      title: found.exits.map(({ title }) => title).join(' '),
      detail: found.exits.flatMap(({ body }) => body).join(' '),
    });
  }
  const tooLong = tooLongToKeep(form, found.answers);
  if (tooLong.length > 0) throw problems.invalid(tooLong);
  expectUploaded(form, found.answers, documents);
  return { form: known, answers: found.answers };
};

const formKnown = (id: string): ApplicationFormId => {
  const known = applicationFormIds.find((one) => one === id);
  if (known === undefined) throw problems.unknownForm();
  return known;
};

/** Writes at once to staff whom an application gives work, such as the safeguarding team. Where mail fails the task stands all the same, and the digest brings it up. */
export const alertStaff = async (deps: Deps, careCase: CareCase, tasks: readonly Task[]): Promise<void> => {
  try {
    for (const task of tasks) await createNotices(deps).tellStaff(careCase, task);
  } catch (error) {
    logger.error('Staff could not be written to about an application', error as Error);
  }
};

/**
 * Takes a completed form: stores it with its person and its case in one transaction, then starts the case's journey. A joint form is about
 * two. What becomes of an application of somebody whom we know is said in `filing.ts`.
 *
 * The same key, or without a key the same answers within a day, gives the same reference and never a second case. Once the
 * transaction is written the person's part is safe: if the journey cannot be started now, the sweeper starts it.
 *
 * @param how.repeatDays how long a key is remembered
 * @param how.withGaps what staff took of somebody who could not say all: as it is, checked by whoever took it
 * @throws Problem 404, 400 with every problem, 422 where the form is not the way (danger or abuse), 409 where a key is used again, 429
 */
export const createApplications = (
  deps: Deps,
  {
    repeatDays = 1,
    proved = [],
    documents = [],
    known = [],
    taken,
    about,
    together,
    reading,
    withGaps = false,
    sender,
  }: HowSent & { readonly repeatDays?: number; readonly withGaps?: boolean } = {},
) => {
  const { store, clock, workflows } = deps;
  const file = createFiling(deps);
  const halves = createHalves(deps);

  const describe = (
    council: Council,
    { hash: _hash, ...sent }: Answered,
    { indication, person: { postcode } }: Application,
  ): SubmittedApplication => ({
    ...sent,
    indication,
    ...(!mayLiveIn(postcode, council.postcodeDistricts) && {
      outsideArea: {
        message: `The home may be outside ${council.area}. We have the request and will look at it. Another council may be the one that can help: it can be found by the postcode.`,
        findCouncilUrl: 'https://www.gov.uk/find-local-council',
      },
    }),
    statusUrl: `${deps.siteUrl}/${council.slug}/requests/${sent.reference}`,
  });

  const isTogether = (answers: Answers): boolean => together !== undefined && wantsTogether(answers);

  /** Where each application of the form goes: the first one's, then the one of whoever looks after them. */
  const filings = async (
    council: Council,
    form: ApplicationFormId,
    answers: Answers,
    mark: string,
  ): Promise<readonly [Filing] | readonly [Filing, Filing]> => {
    const [first, second] = applicationsIn(form, answers, council);
    const sending = { council, form, mark, proved, documents, taken };
    const one = await file({
      ...sending,
      application: first,
      reference: deps.newReference(),
      known,
      about,
      ...(isTogether(answers) && { together }),
      ...(reading && { reading }),
    });
    if (second === undefined) return [one];
    const others = known.filter(({ person }) => !one.personIds.includes(person.id));
    const caresFor = one.personIds;
    const other = await file({
      ...sending,
      application: second,
      reference: deps.newReference(),
      known: others,
      caresFor,
    });
    return jointly(one, other);
  };

  const take = async (
    council: Council,
    form: ApplicationFormId,
    answers: Answers,
    { name, hash }: { name: string; hash: string },
  ): Promise<Answered | undefined> => {
    const half = isTogether(answers) ? together : undefined;
    const { isFirst, other: before } = half ? await halves.before(council, half) : { isFirst: false };
    const [filed, other] = await filings(council, form, answers, markOf(name));
    const joined = before && halves.join(filed, before);
    const one = joined?.one ?? filed;
    const both = other ? [one, other] : [one];
    const sent: Answered = {
      hash,
      reference: one.careCase.reference,
      ...(other && { carerReference: other.careCase.reference }),
      receivedAt: clock.now(),
      targetOn: promisedDay(one.targetOn, londonDate(clock.now())),
      ...(both.some(({ opens }) => !opens) && { toOpenCase: true }),
    };
    const expiresAt = Math.floor(Temporal.Instant.from(clock.now()).epochMilliseconds / 1000) + repeatDays * 86_400;
    const claims = [
      { name, answer: JSON.stringify(sent), expiresAt },
      ...documentClaims(both.flatMap(({ attached }) => attached)),
      ...(half && (isFirst || joined) ? [halves.claim(half, one, joined !== undefined)] : []),
    ];
    const actor = taken ? ({ kind: 'staff', id: taken.by, role: taken.role } as const) : ({ kind: 'public' } as const);
    const told = await Promise.all(
      both.map(({ aboutPerson, careCase }) => createChangedDetails(deps).followsItems([aboutPerson], careCase, actor)),
    );
    const written = await store.commit(
      { ...one.change, claims },
      ...(other ? [other.change] : []),
      ...(joined ? [joined.change] : []),
      ...told.flat(),
      ...both.flatMap(({ aboutPerson }) => aboutPerson ?? []),
    );
    if (!written) return undefined;
    count('ApplicationReceived', both.length);
    await workflows.trySend([
      ...both.flatMap(({ signals }) => signals),
      ...told.flat().flatMap((of) => of.signals ?? []),
    ]);
    for (const { careCase, tasks } of both) await alertStaff(deps, careCase, tasks);
    return sent;
  };

  const before = async (council: Council, claim: { name: string; hash: string }): Promise<Answered | undefined> => {
    const found = await store.claimed(council.slug, claim.name, clock.now());
    if (found === undefined) return undefined;
    const sent = sentBefore.parse(JSON.parse(found));
    if (sent.hash !== claim.hash) throw problems.keyReused();
    return sent;
  };

  return async (council: Council, id: string, given: unknown, key: string | undefined): Promise<Sent> => {
    const { form, answers } = withGaps
      ? { form: formKnown(id), answers: given as Answers }
      : checkedApplication(deps, council, id, given, documents);
    const hash = sha256(JSON.stringify([form, answers]));
    const claim = { name: `application#${key ? sha256(key) : hash}`, hash };
    // The same answers, so what was found in them is found again.
    const [first] = applicationsIn(form, answers);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const known = await before(council, claim);
      if (known) return { application: describe(council, known, first), repeated: true };
      // Taken before it is sent, and once: a repetition is none.
      if (sender !== undefined && attempt === 0) await expectOneLeft(deps, council, 'form', sender);
      const sent = await take(council, form, answers, claim);
      if (sent) return { application: describe(council, sent, first), repeated: false };
    }
    throw problems.busy();
  };
};
