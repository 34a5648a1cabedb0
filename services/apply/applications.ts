import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type ProvedAddress, withKnownProof } from '../../domain/journey/address-proof.ts';
import { type Application, applicationsIn } from '../../domain/journey/applications.ts';
import { mayLiveIn } from '../../domain/journey/journey.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { targetDate } from '../../domain/time/deadlines.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { SubmittedApplication } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import { type Answers, answered } from '../../schemas/form-conditions.ts';
import { type ApplicationFormId, applicationFormIds, applicationForms } from '../../schemas/forms/application-forms.ts';
import type { DocumentRecord } from '../../schemas/records.ts';
import { type CaseReference, caseReference } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { documentClaims, documentRecords, expectUploaded } from '../documents/sent-documents.ts';
import { createNotices } from '../mail/notices.ts';
import { Problem } from '../runtime/errors.ts';
import { logger } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import type { Change } from '../store/case-store.ts';

/** What was sent, by whom it may be sent again, and what was found in it. */
export type Sent = { readonly application: SubmittedApplication; readonly repeated: boolean };

/** One case that an application opens, and all that is written with it. */
type Opening = {
  careCase: CareCase;
  change: Change;
  signals: Signal[];
  safety: Task | undefined;
  attached: DocumentRecord[];
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * The answers to an application form, checked.
 *
 * @throws Problem 404, 400 with every problem, 422 where the form is not the way (danger or abuse)
 */
export const checkedApplication = (
  { clock }: Pick<Deps, 'clock'>,
  id: string,
  answers: unknown,
  documents: readonly HeldDocument[] = [],
): { form: ApplicationFormId; answers: Answers } => {
  const known = applicationFormIds.find((one) => one === id);
  const form = applicationForms.get(id);
  if (form === undefined || known === undefined) throw problems.unknownForm();
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
  expectUploaded(form, found.answers, documents);
  return { form: known, answers: found.answers };
};

/** What an application says of the case: who it is about, whom to write to, how soon. A correction changes this and nothing else. */
export const factsOf = (
  { clock }: Pick<Deps, 'clock'>,
  council: Council,
  { person, helper, updatesTo, formats, urgency }: Application,
  proved: readonly ProvedAddress[],
): Pick<CareCase, 'person' | 'helper' | 'updatesTo' | 'formats' | 'urgency' | 'targetOn'> => {
  const { firstName, lastName, email, phone } = helper ?? {};
  return {
    person: withKnownProof(person, proved),
    ...(firstName &&
      lastName && {
        helper: withKnownProof({ firstName, lastName, ...(email && { email }), ...(phone && { phone }) }, proved),
      }),
    updatesTo: updatesTo.length > 0 ? updatesTo : ['person'],
    formats,
    urgency,
    targetOn: targetDate(urgency, londonDate(clock.now()), council.targets),
  };
};

/** The task by which staff learn of a disclosure: not left to the person to report again. */
export const safetyTask = ({ clock }: Pick<Deps, 'clock'>, careCase: CareCase): Task =>
  newTask(
    careCase,
    {
      thread: 'case',
      step: 'look-into-safety',
      kind: 'look-into-safety',
      reason: 'An answer in the application may disclose harm. Read it before you make contact.',
    },
    clock.now(),
  );

/** Writes to the safeguarding team at once. Where mail fails the task stands all the same, and the digest brings it up. */
export const alertStaff = async (deps: Deps, careCase: CareCase, task: Task): Promise<void> => {
  try {
    await createNotices(deps).tellStaff(careCase, task);
  } catch (error) {
    logger.error('Staff could not be written to about a disclosure', error as Error);
  }
};

/**
 * Takes a completed form: stores it and opens its case in one transaction, then starts the case's journey. A joint form opens two.
 *
 * The same key, or without a key the same answers within a day, gives the same reference and never a second case. Once the
 * transaction is written the person's part is safe: if the journey cannot be started now, the sweeper starts it.
 *
 * @param options.repeatDays how long a key is remembered
 * @param options.documents what was uploaded for these answers
 * @param options.proved addresses that have been proved before the form was sent
 * @throws Problem 404, 400 with every problem, 422 where the form is not the way (danger or abuse), 409 where a key is used again
 */
export const createApplications = (
  deps: Deps,
  {
    repeatDays = 1,
    proved = [],
    documents = [],
  }: { repeatDays?: number; proved?: readonly ProvedAddress[]; documents?: readonly HeldDocument[] } = {},
) => {
  const { store, clock, workflows } = deps;

  const describe = (council: Council, careCase: CareCase, { indication }: Application): SubmittedApplication => ({
    reference: careCase.reference,
    ...(careCase.jointWith && { carerReference: careCase.jointWith }),
    receivedAt: careCase.openedAt,
    targetOn: careCase.targetOn,
    indication,
    ...(!mayLiveIn(careCase.person.postcode, council.postcodeDistricts) && {
      outsideArea: {
        message: `Your home may be outside ${council.area}. We have your request and will look at it. Your own council may be the one that can help: you can find it by your postcode.`,
        findCouncilUrl: 'https://www.gov.uk/find-local-council',
      },
    }),
    statusUrl: `${deps.siteUrl}/${council.slug}/requests/${careCase.reference}`,
  });

  const opening = (
    council: Council,
    form: ApplicationFormId,
    application: Application,
    reference: CaseReference,
    jointWith: CaseReference | undefined,
  ): Opening => {
    const now = clock.now();
    const careCase: CareCase = {
      council: council.slug,
      reference,
      version: 1,
      kind: application.kind,
      ...(jointWith && { jointWith }),
      stage: 'received',
      openedAt: now,
      ...factsOf(deps, council, application, proved),
      journey: 1,
      reviewGeneration: 0,
    };
    const made = { council: council.slug, reference };
    const actor = { kind: 'public' } as const;
    const safety = application.disclosesHarm ? safetyTask(deps, careCase) : undefined;
    const signals: Signal[] = [
      {
        ...made,
        id: 'start-assessment-1',
        at: now,
        kind: 'start-execution',
        machine: 'assessment-journey',
        input: { ...made, thread: 'assessment-1', leg: 1 },
      },
    ];
    const { answers, authority } = application;
    const asked = applicationForms.get(form);
    if (asked === undefined) throw problems.unknownForm();
    const attached = documentRecords(deps, made, { form: asked, answers, held: documents, by: actor });
    const change: Change = {
      case: careCase,
      records: [
        {
          ...made,
          id: 'application',
          version: 1,
          at: now,
          by: actor,
          kind: 'application',
          ...answered(asked, answers),
        },
        ...attached,
      ],
      tasks: safety ? [safety] : [],
      signals,
      events: [eventOf(deps, careCase, { actor, action: 'application-received', about: form, authority })],
    };
    return { careCase, change, signals, safety, attached };
  };

  const open = async (
    council: Council,
    form: ApplicationFormId,
    answers: Answers,
    claim: { name: string; hash: string },
  ): Promise<SubmittedApplication | undefined> => {
    const [first, second] = applicationsIn(form, answers);
    const [reference, otherReference] = [deps.newReference(), second && deps.newReference()];
    const person = opening(council, form, first, reference, otherReference);
    const carer = second && otherReference ? opening(council, form, second, otherReference, reference) : undefined;
    const expiresAt = Math.floor(Temporal.Instant.from(clock.now()).epochMilliseconds / 1000) + repeatDays * 86_400;
    const attached = documentClaims([...person.attached, ...(carer?.attached ?? [])]);
    const written = await store.commit(
      {
        ...person.change,
        claims: [{ name: claim.name, answer: `${reference} ${claim.hash}`, expiresAt }, ...attached],
      },
      ...(carer ? [carer.change] : []),
    );
    if (!written) return undefined;
    const openings = carer ? [person, carer] : [person];
    count('ApplicationReceived', openings.length);
    await workflows.trySend(openings.flatMap(({ signals }) => signals));
    for (const { careCase, safety } of openings) if (safety) await alertStaff(deps, careCase, safety);
    return describe(council, person.careCase, first);
  };

  const repeated = async (
    council: Council,
    form: ApplicationFormId,
    answers: Answers,
    claim: { name: string; hash: string },
  ): Promise<Sent | undefined> => {
    const [reference, hash] = (await store.claimed(council.slug, claim.name, clock.now()))?.split(' ') ?? [];
    if (reference === undefined) return undefined;
    if (hash !== claim.hash) throw problems.keyReused();
    const careCase = await store.knownCase(council.slug, caseReference.parse(reference));
    // The same answers, so what was found in them is found again.
    const [first] = applicationsIn(form, answers);
    return { application: describe(council, careCase, first), repeated: true };
  };

  return async (council: Council, id: string, given: unknown, key: string | undefined): Promise<Sent> => {
    const { form, answers } = checkedApplication(deps, id, given, documents);
    const hash = sha256(JSON.stringify([form, answers]));
    const claim = { name: `application#${key ? sha256(key) : hash}`, hash };
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const before = await repeated(council, form, answers, claim);
      if (before) return before;
      const application = await open(council, form, answers, claim);
      if (application) return { application, repeated: false };
    }
    throw problems.busy();
  };
};
