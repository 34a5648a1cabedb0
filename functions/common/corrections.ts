import { type Application, applicationsIn } from '../../domain/applications.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import { alertStaff, checkedApplication, factsOf, safetyTask } from './applications.ts';
import { eventOf } from './audit.ts';
import { type Change, emailsOf } from './case-store.ts';
import type { Deps } from './deps.ts';
import { problems } from './problems.ts';

/** The task with which staff begin on an application, if nobody has begun: open, and nobody's. */
const untouched = (task: Task | undefined): task is Task => task?.status === 'open' && task.assignee === undefined;

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
  const changeOf = async (council: Council, reference: CaseReference, application: Application) => {
    const [before, triage, record] = await Promise.all([
      store.knownCase(council.slug, reference),
      triageOf(council, reference),
      store.record(council.slug, reference, 'application', 'application'),
    ]);
    if (before.stage !== 'received' || !untouched(triage) || record?.kind !== 'application') return undefined;
    const { helper: _leftOut, ...rest } = before;
    const careCase: CareCase = { ...rest, ...factsOf(deps, council, application), version: before.version + 1 };
    const actor = { kind: 'public' } as const;
    const known = await store.task(council.slug, safetyTask(deps, careCase).id);
    const safety = application.disclosesHarm && known === undefined ? safetyTask(deps, careCase) : undefined;
    const change: Change = {
      case: careCase,
      records: [
        { ...record, version: record.version + 1, at: deps.clock.now(), by: actor, answers: application.answers },
      ],
      // The task is written again as it is: if someone takes it at the same moment, only one of the two changes is made.
      addresses: emailsOf(careCase),
      tasks: [{ ...triage, version: triage.version + 1 }, ...(safety ? [safety] : [])],
      events: [
        eventOf(deps, careCase, {
          actor,
          action: 'application-corrected',
          about: record.form,
          authority: application.authority,
        }),
      ],
    };
    return { careCase, change, safety };
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
    ): Promise<boolean> {
      const { form, answers } = checkedApplication(deps, id, given);
      const applications = applicationsIn(form, answers);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const changes = await Promise.all(
          applications.map((application, index) => {
            const reference = references[index];
            return reference && changeOf(council, reference, application);
          }),
        );
        const [first, ...others] = changes.flatMap((one) => one ?? []);
        if (first === undefined || others.length + 1 < applications.length) return false;
        if (!(await store.commit(first.change, ...others.map(({ change }) => change)))) continue;
        for (const { careCase, safety } of [first, ...others]) if (safety) await alertStaff(deps, careCase, safety);
        return true;
      }
      throw problems.busy();
    },
  };
};
