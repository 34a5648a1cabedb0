import { type ProvedAddress, provedAddresses, sameAddress } from '../../domain/journey/address-proof.ts';
import { type Application, applicationsIn } from '../../domain/journey/applications.ts';
import { asOne, type Items } from '../../domain/journey/joined-person.ts';
import { takenApart } from '../../domain/journey/joint-cases.ts';
import {
  type Applied,
  contactOf,
  correctedPerson,
  emailsOfCase,
  type PersonsCase,
} from '../../domain/journey/persons.ts';
import { openingReason, unprovedReaders } from '../../domain/journey/unproved-readers.ts';
import type { AuditEvent, CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { keptAnswers } from '../../schemas/overlay.ts';
import type { Person } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { correctedDocuments, documentClaims, forgetObjects } from '../documents/sent-documents.ts';
import { createChangedDetails } from '../mail/changed-details.ts';
import { createHeldMail } from '../mail/held-mail.ts';
import { overlayOf } from '../runtime/council-lists.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf, platform } from '../store/audit.ts';
import type { Change } from '../store/changes.ts';
import { personChange } from '../store/person-changes.ts';
import { newHelperId } from '../store/person-items.ts';
import { partedChange } from '../work/joint-cases.ts';
import { alertStaff, checkedApplication } from './applications.ts';
import { besideTriage, factsOf, harmAlert } from './filing.ts';
import { wantsTogether } from './halves.ts';

/** Whether nobody has begun on an application: the task for it is open and nobody's, or its journey has not come so far. */
const untouched = (task: Task | undefined): boolean =>
  task === undefined || (task.status === 'open' && task.assignee === undefined);

/** Versions of an application that are kept beside the newest: an item of the table holds 400 kB. */
const mostEarlier = 5;

/** What was sent before, with what now becomes the last of it: staff see what was changed. */
const withEarlier = (record: Extract<CaseRecord, { kind: 'application' }>) => {
  const { version, at, by, list, listVersion, answers, overlayVersion, added, earlier = [] } = record;
  const now = {
    version,
    at,
    by,
    list,
    listVersion,
    answers,
    ...(overlayVersion && { overlayVersion }),
    ...(added && { added }),
  };
  return [...earlier, now].slice(-mostEarlier);
};

const replaced = ([first, ...others]: Items, item: Person): Items => {
  const swap = (one: Person) => (one.id === item.id ? item : one);
  return [swap(first), ...others.map(swap)];
};

/** The task, with what staff must know of the request and its addresses as they are now. */
const warned = ({ reason: _before, ...triage }: Task, reason: string | undefined): Task => ({
  ...triage,
  version: triage.version + 1,
  ...(reason && { reason }),
});

/** What the triage of a request says of it. */
const reasonFor = (after: PersonsCase, list: string, { answers }: Application): string | undefined =>
  openingReason('triage-request', after, { list, answers });

/**
 * Corrections of a sent application by the person who sent it, until someone of the council starts on it: the application gets a new version
 * with an audit event, the case keeps its reference and its place, and the person's item changes in the same transaction.
 */
export const createCorrections = (deps: Deps) => {
  const { store } = deps;

  const triageOf = (council: Council, reference: CaseReference) =>
    store.task(council.slug, taskId.parse(`${reference}.assessment-1.triage-request`));

  const mayChange = async (council: Council, reference: CaseReference): Promise<boolean> => {
    const careCase = await store.case(council.slug, reference);
    return careCase?.stage === 'received' && untouched(await triageOf(council, reference));
  };

  /** What a correction makes of the person: of their items the one that the case belongs to. */
  const correctedBy = async (
    careCase: CareCase,
    application: Application,
    proved: readonly ProvedAddress[],
  ): Promise<{ items: Items; own: Person; applied: Applied }> => {
    const { items, person } = await store.personOf(careCase);
    const own = items.find(({ id }) => id === careCase.personId);
    if (own === undefined) throw problems.busy();
    const { helperId } = careCase;
    const others = (await store.casesOf(person)).filter((one) => one.careCase.reference !== careCase.reference);
    // Whoever helps with another case too is not made someone else, nor forgotten.
    const isFree = helperId !== undefined && others.every((one) => one.careCase.helperId !== helperId);
    const applied = correctedPerson(own, {
      applicant: application,
      proved: [...proved, ...provedAddresses(own)],
      helperId: isFree ? helperId : newHelperId(),
      alert: harmAlert(deps, application, careCase.reference),
      now: careCase.openedAt,
    });
    if (!isFree || applied.helperId) return { items, own, applied };
    const helpers = applied.person.helpers.filter(({ id }) => id !== helperId);
    return { items, own, applied: { person: { ...applied.person, helpers } } };
  };

  /** What is written of the other's case, and of this one, where the two are not assessed together any more. */
  const apartFrom = async (careCase: CareCase): Promise<{ own: AuditEvent; change?: Change } | undefined> => {
    const other = careCase.jointWith ?? careCase.jointAsked;
    if (other === undefined) return undefined;
    const actor = { kind: 'public' } as const;
    return partedChange(deps, careCase, await store.case(careCase.council, other), actor);
  };

  /** What is written for one case, or undefined where someone has started on it. */
  const changeOf = async (
    council: Council,
    reference: CaseReference,
    application: Application,
    proved: readonly ProvedAddress[],
    documents: readonly HeldDocument[],
  ) => {
    const [before, triage, record, attached] = await Promise.all([
      store.knownCase(council.slug, reference),
      triageOf(council, reference),
      store.record(council.slug, reference, 'application', 'application'),
      store.records(council.slug, reference, 'document'),
    ]);
    if (before.stage !== 'received' || !untouched(triage) || record?.kind !== 'application') return undefined;
    const { items, own, applied } = await correctedBy(before, application, proved);
    const { helperId: _leftOut, ...rest } = before;
    const corrected: CareCase = {
      ...rest,
      ...factsOf(deps, council, application),
      ...(applied.helperId && { helperId: applied.helperId }),
      version: before.version + 1,
    };
    // Who says in their own part that they want to be seen separately is not assessed together, and the other is not told.
    const parts = record.together === true && !wantsTogether(application.answers) ? await apartFrom(before) : undefined;
    const careCase = parts ? takenApart(corrected) : corrected;
    const after: PersonsCase = { careCase, person: asOne(replaced(items, applied.person)) };
    const actor = { kind: 'public' } as const;
    const beside = await Promise.all(
      besideTriage(deps, careCase, application).map(async (task) =>
        (await store.task(council.slug, task.id)) === undefined ? [task] : [],
      ),
    );
    const opened = beside.flat();
    const form = applicationForms.get(record.list);
    const sent = form && { form, answers: application.answers, held: documents, by: actor };
    const { added, removed } = sent
      ? correctedDocuments(deps, { council: council.slug, reference }, sent, attached)
      : { added: [], removed: [] };
    const change: Change = {
      case: careCase,
      records: [
        {
          ...record,
          version: record.version + 1,
          at: deps.clock.now(),
          by: actor,
          earlier: withEarlier(record),
          ...keptAnswers(
            { id: record.list, version: record.listVersion },
            overlayOf(council, record.list),
            application.answers,
          ),
        },
        ...added,
        ...removed,
      ],
      // The task is written again as it is: if someone takes it at the same moment, only one of the two changes is made.
      // One that is yet to be opened is opened on the case as it then is.
      tasks: [...(triage ? [warned(triage, reasonFor(after, record.list, application))] : []), ...opened],
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'application-corrected',
          about: record.list,
          authority: application.authority,
        }),
        ...(parts ? [parts.own] : []),
      ],
    };
    const { authority } = application;
    const aboutPerson = personChange(deps, own, applied.person, { actor, reference, authority });
    const wasOpen = triage !== undefined;
    const reason = reasonFor(after, record.list, application);
    return {
      before: { careCase: before, person: asOne(items) },
      ...{ after, change, beside: parts?.change, aboutPerson, opened, added, removed, wasOpen, reason },
    };
  };

  /** A triage that was opened while the correction was written is told what it now should say, unless somebody has begun on it. */
  const warnOpened = async (council: Council, { careCase }: PersonsCase, reason: string | undefined): Promise<void> => {
    const triage = await triageOf(council, careCase.reference);
    if (triage === undefined || !untouched(triage)) return;
    const event = eventOf(deps, careCase, {
      actor: platform('corrections'),
      action: 'task-continued',
      about: triage.id,
      authority: kindsOfWork[triage.kind].authority,
    });
    await store.commit({ tasks: [warned(triage, reason)], events: [event] });
  };

  /** A corrected address is a first contact: what waits for it is told once it is confirmed. The triage task says that it is not yet. */
  const askToConfirm = async (before: PersonsCase, after: PersonsCase): Promise<void> => {
    const had = emailsOfCase(before);
    for (const who of unprovedReaders(after)) {
      const { email } = contactOf(after, who) ?? {};
      if (had.some((one) => sameAddress(one, email))) continue;
      try {
        await createHeldMail(deps).ask(after, who, `case.correction-${after.careCase.version}.${who}`);
      } catch (error) {
        logger.error('A corrected address could not be asked to be confirmed', error as Error);
      }
    }
  };

  return {
    /** Whether nobody has started on any of these cases yet. */
    async possible(council: Council, references: readonly CaseReference[]): Promise<boolean> {
      const each = await Promise.all(references.map((reference) => mayChange(council, reference)));
      return each.every(Boolean);
    },

    /**
     * Puts the answers in the place of those that were sent. Answers false where someone has started on it meanwhile.
     *
     * @throws Problem as an application does
     */
    async correct(
      council: Council,
      id: string,
      given: unknown,
      references: readonly CaseReference[],
      proved: readonly ProvedAddress[] = [],
      documents: readonly HeldDocument[] = [],
    ): Promise<boolean> {
      const { form, answers } = checkedApplication(deps, council, id, given, documents);
      const applications = applicationsIn(form, answers, council);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const changes = await Promise.all(
          applications.map((application, index) => {
            const reference = references[index];
            return reference && changeOf(council, reference, application, proved, documents);
          }),
        );
        const [first, ...others] = changes.flatMap((one) => one ?? []);
        if (first === undefined || others.length + 1 < applications.length) return false;
        const claims = documentClaims([first, ...others].flatMap(({ added }) => added));
        const told = await Promise.all(
          [first, ...others].map(({ before, aboutPerson }) =>
            createChangedDetails(deps).followsItems([aboutPerson], before.careCase, { kind: 'public' }),
          ),
        );
        const written = await store.commit(
          { ...first.change, claims },
          ...others.map(({ change }) => change),
          ...[first, ...others].flatMap(({ beside }) => beside ?? []),
          ...told.flat(),
          ...[first, ...others].flatMap(({ aboutPerson }) => aboutPerson ?? []),
        );
        if (!written) continue;
        await deps.workflows.trySend(told.flat().flatMap(({ signals = [] }) => signals));
        await forgetObjects(
          deps,
          [first, ...others].flatMap(({ removed }) => removed),
        );
        for (const { before, after, opened, wasOpen, reason } of [first, ...others]) {
          if (!wasOpen) await warnOpened(council, after, reason);
          if (opened.length > 0) await alertStaff(deps, after.careCase, opened);
          await askToConfirm(before, after);
        }
        return true;
      }
      throw problems.busy();
    },
  };
};
