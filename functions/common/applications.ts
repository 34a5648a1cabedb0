import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { londonDate } from '../../domain/clock-time.ts';
import { targetDate } from '../../domain/deadlines.ts';
import { adultIndication } from '../../domain/eligibility-adults.ts';
import { mayLiveIn } from '../../domain/journey.ts';
import { needsApplication } from '../../domain/needs-application.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { SubmittedApplication } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type CaseReference, caseReference } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import { eventOf } from './audit.ts';
import type { Deps } from './deps.ts';
import { Problem } from './errors.ts';
import { problems } from './problems.ts';
import { newTask } from './tasks.ts';

/** The forms with which a case can be opened, by the name that a client sends. */
export const forms = { 'needs-assessment': needsAssessment } as const;

/** What was sent, by whom it may be sent again, and what was found in it. */
export type Sent = { readonly application: SubmittedApplication; readonly repeated: boolean };

const repeatDays = 1;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Takes a completed form: stores it and opens its case in one transaction, then starts the case's journey.
 *
 * The same key, or without a key the same answers within a day, gives the same reference and never a second case. Once the
 * transaction is written the person's part is safe: if the journey cannot be started now, the sweeper starts it.
 *
 * @throws Problem 404, 400 with every problem, 422 where the form is not the way (danger or abuse), 409 where a key is used again
 */
export const createApplications = (deps: Deps) => {
  const { store, clock, workflows } = deps;

  const read = (form: string, answers: unknown): Answers => {
    if (!Object.hasOwn(forms, form)) throw problems.unknownForm();
    const found = readAnswers(needsAssessment, () => londonDate(clock.now()), answers);
    if (found.outcome === 'problems') throw problems.invalid(found.problems);
    if (found.outcome === 'exit') {
      throw new Problem({
        status: 422,
        code: 'not-with-this-form',
        title: found.exits.map(({ title }) => title).join(' '),
        detail: found.exits.flatMap(({ body }) => body).join(' '),
      });
    }
    return found.answers;
  };

  const describe = (council: Council, careCase: CareCase, answers: Answers): SubmittedApplication => ({
    reference: careCase.reference,
    receivedAt: careCase.openedAt,
    targetOn: careCase.targetOn,
    indication: adultIndication(needsApplication(answers).adultNeeds),
    ...(!mayLiveIn(careCase.person.postcode, council.postcodeDistricts) && {
      outsideArea: {
        message: `Your home may be outside ${council.area}. We have your request and will look at it. Your own council may be the one that can help: you can find it by your postcode.`,
        findCouncilUrl: 'https://www.gov.uk/find-local-council',
      },
    }),
    statusUrl: `${deps.siteUrl}/${council.slug}/requests/${careCase.reference}`,
  });

  const caseOf = (council: Council, reference: CaseReference, answers: Answers): CareCase => {
    const now = clock.now();
    const { person, helper, updatesTo, formats, urgency } = needsApplication(answers);
    const { firstName, lastName, email, phone } = helper ?? {};
    return {
      council: council.slug,
      reference,
      version: 1,
      kind: 'needs',
      stage: 'received',
      openedAt: now,
      person,
      ...(firstName &&
        lastName && { helper: { firstName, lastName, ...(email && { email }), ...(phone && { phone }) } }),
      updatesTo: updatesTo.length > 0 ? updatesTo : ['person'],
      formats,
      urgency,
      targetOn: targetDate(urgency, londonDate(now), council.targets),
      journey: 1,
      reviewGeneration: 0,
    };
  };

  const open = async (council: Council, form: string, answers: Answers, claim: { name: string; hash: string }) => {
    const careCase = caseOf(council, deps.newReference(), answers);
    const { reference, openedAt } = careCase;
    const actor = { kind: 'public' } as const;
    const harm = needsApplication(answers).disclosesHarm;
    const signals: Signal[] = [
      {
        council: council.slug,
        reference,
        id: 'start-assessment-1',
        at: openedAt,
        kind: 'start-execution',
        machine: 'assessment-journey',
        input: { council: council.slug, reference, thread: 'assessment-1', leg: 1 },
      },
    ];
    const written = await store.commit({
      case: careCase,
      records: [
        {
          council: council.slug,
          reference,
          id: 'application',
          version: 1,
          at: openedAt,
          by: actor,
          kind: 'application',
          form,
          answers,
        },
      ],
      // Not left to the person to report again: staff are alerted with the application itself.
      tasks: harm
        ? [
            newTask(
              careCase,
              {
                thread: 'case',
                step: 'look-into-safety',
                kind: 'look-into-safety',
                reason: 'An answer in the application may disclose harm. Read it before you make contact.',
              },
              openedAt,
            ),
          ]
        : [],
      signals,
      claims: [
        {
          name: claim.name,
          answer: `${reference} ${claim.hash}`,
          expiresAt: Math.floor(Temporal.Instant.from(openedAt).epochMilliseconds / 1000) + repeatDays * 86_400,
        },
      ],
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'application-received',
          about: form,
          authority: 'Care Act 2014 section 9',
        }),
      ],
    });
    return written ? { careCase, signals } : undefined;
  };

  const repeated = async (council: Council, claim: { name: string; hash: string }): Promise<Sent | undefined> => {
    const [reference, hash] = (await store.claimed(council.slug, claim.name, clock.now()))?.split(' ') ?? [];
    if (reference === undefined) return undefined;
    if (hash !== claim.hash) throw problems.keyReused();
    const careCase = await store.knownCase(council.slug, caseReference.parse(reference));
    const record = await store.record(council.slug, careCase.reference, 'application', 'application');
    const answers = record?.kind === 'application' ? (record.answers as Answers) : {};
    return { application: describe(council, careCase, answers), repeated: true };
  };

  return async (council: Council, form: string, given: unknown, key: string | undefined): Promise<Sent> => {
    const answers = read(form, given);
    const hash = sha256(JSON.stringify([form, answers]));
    const claim = { name: `application#${key ? sha256(key) : hash}`, hash };
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const before = await repeated(council, claim);
      if (before) return before;
      const opened = await open(council, form, answers, claim);
      if (opened) {
        await workflows.trySend(opened.signals);
        return { application: describe(council, opened.careCase, answers), repeated: false };
      }
    }
    throw problems.busy();
  };
};
