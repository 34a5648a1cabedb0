import {
  type ProvedAddress,
  provedAddresses,
  sameAddress,
  unprovedReaders,
  unprovedWarning,
} from '../../domain/journey/address-proof.ts';
import { type Application, applicationsIn } from '../../domain/journey/applications.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { correctedDocuments, documentClaims, forgetObjects } from '../documents/sent-documents.ts';
import { createHeldMail } from '../mail/held-mail.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { type Change, emailsOf } from '../store/case-store.ts';
import { alertStaff, checkedApplication, factsOf, safetyTask } from './applications.ts';

/** The task with which staff begin on an application, if nobody has begun: open, and nobody's. */
const untouched = (task: Task | undefined): task is Task => task?.status === 'open' && task.assignee === undefined;

/** The task, with what staff must know of the addresses as they are now. */
const warned = ({ reason: _before, ...triage }: Task, careCase: CareCase): Task => {
  const warning = unprovedWarning(careCase);
  return { ...triage, version: triage.version + 1, ...(warning && { reason: warning }) };
};

/**
 * Corrections of a sent application by the person who sent it, until someone of the council starts on it: the application gets a new version
 * with an audit event, and the case keeps its reference and its place.
 */
export const createCorrections = (deps: Deps) => {
  const { store } = deps;

  const triageOf = (council: Council, reference: CaseReference) =>
    store.task(council.slug, taskId.parse(`${reference}.assessment-1.triage-request`));

  const mayChange = async (council: Council, reference: CaseReference): Promise<boolean> => {
    const careCase = await store.case(council.slug, reference);
    return careCase?.stage === 'received' && untouched(await triageOf(council, reference));
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
    const { helper: _leftOut, ...rest } = before;
    const careCase: CareCase = {
      ...rest,
      ...factsOf(deps, council, application, [...proved, ...provedAddresses(before)]),
      version: before.version + 1,
    };
    const actor = { kind: 'public' } as const;
    const known = await store.task(council.slug, safetyTask(deps, careCase).id);
    const safety = application.disclosesHarm && known === undefined ? safetyTask(deps, careCase) : undefined;
    const form = applicationForms.get(record.list);
    const sent = form && { form, answers: application.answers, held: documents, by: actor };
    const { added, removed } = sent
      ? correctedDocuments(deps, { council: council.slug, reference }, sent, attached)
      : { added: [], removed: [] };
    const change: Change = {
      case: careCase,
      records: [
        { ...record, version: record.version + 1, at: deps.clock.now(), by: actor, answers: application.answers },
        ...added,
        ...removed,
      ],
      // The task is written again as it is: if someone takes it at the same moment, only one of the two changes is made.
      addresses: emailsOf(careCase),
      tasks: [warned(triage, careCase), ...(safety ? [safety] : [])],
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'application-corrected',
          about: record.list,
          authority: application.authority,
        }),
      ],
    };
    return { before, careCase, change, safety, added, removed };
  };

  /** A corrected address is a first contact: what waits for it is told once it is confirmed. The triage task says that it is not yet. */
  const askToConfirm = async (before: CareCase, after: CareCase): Promise<void> => {
    const had = emailsOf(before);
    for (const who of unprovedReaders(after)) {
      const { email } = (who === 'person' ? after.person : after.helper) ?? {};
      if (had.some((one) => sameAddress(one, email))) continue;
      try {
        await createHeldMail(deps).ask(after, who, `case.correction-${after.version}.${who}`);
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
      const { form, answers } = checkedApplication(deps, id, given, documents);
      const applications = applicationsIn(form, answers);
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
        if (!(await store.commit({ ...first.change, claims }, ...others.map(({ change }) => change)))) continue;
        await forgetObjects(
          deps,
          [first, ...others].flatMap(({ removed }) => removed),
        );
        for (const { before, careCase, safety } of [first, ...others]) {
          if (safety) await alertStaff(deps, careCase, safety);
          await askToConfirm(before, careCase);
        }
        return true;
      }
      throw problems.busy();
    },
  };
};
