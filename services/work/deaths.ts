import { deathRecorded, isHelper, wrongDayOfDeath } from '../../domain/journey/death-outcomes.ts';
import type { PersonsCase } from '../../domain/journey/persons.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { MailEntry } from '../../schemas/mail.ts';
import type { Death, KnownPerson, Person, PersonId } from '../../schemas/person.ts';
import type { CaseReference, CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { contactTask } from '../mail/person-mail.ts';
import { problems } from '../runtime/problems.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf, personEventOf, platform } from '../store/audit.ts';
import type { PersonChange } from '../store/changes.ts';
import { createReopening } from './reopening.ts';

/** Work by which staff write to the person by hand. */
const letterKinds: readonly TaskKind[] = ['contact-another-way', 'send-copy'];

const attempts = 3;
const authority = 'UK GDPR Article 5(1)(d)';

/** One message that was not sent because of the death, by which staff may have it sent anew. */
export type HeldMessage = Pick<MailEntry, 'key' | 'template' | 'at'> & { readonly reference: CaseReference };

/** The change by which a person's death is known differently: recorded, confirmed or undone. */
export const deathChange = (
  deps: Pick<Deps, 'clock' | 'newId'>,
  item: Person,
  died: Death | undefined,
  { actor, action }: { actor: Actor; action: 'death-recorded' | 'death-confirmed' | 'death-undone' },
): PersonChange => {
  const { died: _before, ...rest } = item;
  const person: Person = { ...rest, ...(died && { died }), version: item.version + 1 };
  return { people: [{ person }], personEvents: [personEventOf(deps, person, { actor, action, authority })] };
};

/**
 * The death of a person: recorded by one member of staff, confirmed by another, and undone where it was wrong.
 *
 * From the first record on nobody is written to about any of the person's cases: the services ask the person and not the case. What was due
 * meanwhile is held in the ledger, so that it can be sent anew where the record is undone.
 */
export const createDeaths = (deps: Deps) => {
  const { store, clock, workflows } = deps;

  const known = async (council: CouncilSlug, id: PersonId) => {
    const found = await store.persons.find(council, id);
    if (found === undefined) throw problems.notYours();
    return found;
  };

  const newestCase = async (person: KnownPerson): Promise<CareCase | undefined> =>
    (await store.casesOf(person))
      .map(({ careCase }) => careCase)
      .toSorted(
        (a, b) =>
          Number(b.closed === undefined) - Number(a.closed === undefined) || b.openedAt.localeCompare(a.openedAt),
      )[0];

  /** Opens a piece of work on a case, once. */
  const open = async (
    careCase: CareCase,
    work: Pick<Task, 'kind' | 'reason'> & { step: string; dueOn?: IsoDate },
  ): Promise<void> => {
    const task = newTask(careCase, { thread: 'case', ...work }, clock.now());
    if (await store.task(careCase.council, task.id)) return;
    const event = eventOf(deps, careCase, {
      actor: platform('person-died'),
      action: 'task-created',
      about: task.id,
      authority: kindsOfWork[task.kind].authority,
    });
    const signals = [owedToStaff(task, task.openedAt)];
    if (await store.commit({ tasks: [task], signals, events: [event] })) await workflows.trySend(signals);
  };

  /** Letters that staff were to send are not sent either: they are held with the mail that they stood for. */
  const holdLetters = async ({ council, reference }: CareCase): Promise<void> => {
    const whole = await store.whole(council, reference);
    if (whole === undefined) return;
    const now = clock.now();
    const letters = whole.tasks.filter(({ kind, status }) => letterKinds.includes(kind) && status === 'open');
    if (letters.length === 0) return;
    const held = whole.mail
      .filter(({ key }) => letters.some(({ id }) => id === contactTask(deps, whole.case, key, '').id))
      .map((line): MailEntry => ({ ...line, version: line.version + 1, status: 'held', withheld: 'death' }));
    const cancelledLetters = letters.map(
      (task): Task => ({
        ...task,
        version: task.version + 1,
        status: 'cancelled',
        closed: { at: now, outcome: 'person-died', answer: { kind: 'error', error: 'CaseClosed' } },
      }),
    );
    const event = eventOf(deps, whole.case, { actor: platform('person-died'), action: 'letters-held', authority });
    if (await store.commit({ asRead: whole.case, mail: held, tasks: cancelledLetters, events: [event] })) return;
    throw changedMeanwhile(`Case ${reference}`);
  };

  /** Copies that were to be sent, and were taken back because of the death, are to be sent again. */
  const openLettersAgain = async ({ council, reference }: CareCase, actor: Actor): Promise<void> => {
    const taken = (await store.tasks(council, reference)).filter(
      ({ kind, closed }) => kind === 'send-copy' && closed?.outcome === 'person-died',
    );
    if (taken.length === 0) return;
    const tasks = taken.map(
      ({ closed: _closed, ...task }): Task => ({ ...task, version: task.version + 1, status: 'open' }),
    );
    const event = eventOf(deps, { council, reference }, { actor, action: 'letters-due-again', authority });
    if (!(await store.commit({ tasks, events: [event] }))) throw changedMeanwhile(`Case ${reference}`);
  };

  /** Whom the person has helped: they are marked there as somebody who is not written to any more, or no longer so. */
  const helped = async (person: KnownPerson): Promise<PersonsCase[]> => {
    if (person.email === undefined) return [];
    const found = await store.casesOfAddress(person.council, person.email);
    return found.filter(
      (of) => of.person.id !== person.id && of.person.helpers.some((helper) => isHelper(helper, person)),
    );
  };

  const markAsHelper = async (person: KnownPerson, diedAt: Death['recorded']['at'] | undefined): Promise<void> => {
    const seen = new Set<string>();
    for (const of of await helped(person)) {
      const { items } = await store.personOf(of.careCase);
      for (const item of items) {
        if (seen.has(item.id)) continue;
        seen.add(item.id);
        const helpers = item.helpers.map((helper) => {
          if (!isHelper(helper, person) || helper.diedAt === diedAt) return helper;
          const { diedAt: _before, ...rest } = helper;
          return { ...rest, ...(diedAt && { diedAt }) };
        });
        if (helpers.every((one, index) => one === item.helpers[index])) continue;
        const changed: Person = { ...item, helpers, version: item.version + 1 };
        const event = { actor: platform('person-died'), action: 'helper-died' as const, authority };
        const written = await store.commit({
          people: [{ person: changed }],
          personEvents: [personEventOf(deps, changed, event)],
        });
        if (!written) throw changedMeanwhile(`Person ${item.id}`);
      }
    }
  };

  /** The adults who may have relied on the person: whom they cared for by a carer's case of theirs, with whom they applied, whom they helped. */
  const reliedOn = async (person: KnownPerson): Promise<CareCase[]> => {
    const found: CareCase[] = [];
    for (const { careCase } of await store.casesOf(person)) {
      if (careCase.kind !== 'carer') continue;
      const adult = careCase.caresFor && (await store.persons.find(careCase.council, careCase.caresFor));
      const theirs = adult && (await newestCase(adult.person));
      const joint = careCase.jointWith && (await store.case(careCase.council, careCase.jointWith));
      // Where nobody knows whom they cared for, the carer's own case is where it is found out.
      found.push(theirs ?? (joint || careCase));
    }
    const others = (await helped(person)).filter(({ careCase }) => careCase.kind === 'needs');
    for (const { person: adult } of others) {
      const theirs = await newestCase(adult);
      if (theirs) found.push(theirs);
    }
    return [...new Map(found.map((one) => [one.reference, one])).values()];
  };

  return {
    /**
     * Records a death. From now on nobody is written to about the person, and a manager has the work to confirm it. Recording it again
     * changes nothing.
     *
     * @throws Problem 400 for a day that cannot be, 403 where there is no such person, 503
     */
    async record(
      council: CouncilSlug,
      id: PersonId,
      { howKnown, diedOn }: { howKnown: string; diedOn?: IsoDate | undefined },
      actor: Extract<Actor, { kind: 'staff' }>,
    ): Promise<void> {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const { items, person } = await known(council, id);
        if (person.died) return;
        const now = clock.now();
        const wrong = wrongDayOfDeath(diedOn, person, londonDate(now));
        if (wrong) throw problems.invalid([{ field: 'diedOn', message: wrong }]);
        const item = items.find((one) => one.id === id) ?? items[0];
        const careCase = await newestCase(person);
        if (careCase === undefined) throw problems.notYours();
        const died = deathRecorded({ howKnown, on: diedOn }, { at: now, by: actor.id });
        const earlier = (await store.tasks(council, careCase.reference)).filter(({ kind }) => kind === 'confirm-death');
        const task = newTask(
          careCase,
          {
            thread: 'case',
            step: `confirm-death-${earlier.length + 1}`,
            kind: 'confirm-death',
            reason: 'A death was recorded. Nobody is written to about the person. Somebody else confirms it.',
          },
          now,
        );
        const owed = { council, reference: careCase.reference, at: now };
        const signals: Signal[] = [
          { ...owed, id: `person-died-${task.id}`.slice(0, 120), kind: 'person-died' },
          owedToStaff(task, now),
        ];
        const written = await store.commit(
          {
            tasks: [task],
            signals,
            events: [eventOf(deps, careCase, { actor, action: 'death-recorded', about: task.id, authority })],
          },
          deathChange(deps, item, died, { actor, action: 'death-recorded' }),
        );
        if (!written) continue;
        await workflows.trySend(signals);
        return;
      }
      throw problems.busy();
    },

    /**
     * What follows from the record: letters are held, whom the person helped is told by staff, and an adult who relied on them has urgent work.
     *
     * @throws CarewayError `StoreConflict`; the sweeper tries again
     */
    async follows({ council, reference }: Extract<Signal, { kind: 'person-died' }>): Promise<void> {
      const { person } = await store.personsCase(council, reference);
      if (person.died === undefined) return;
      for (const { careCase } of await store.casesOf(person)) await holdLetters(careCase);
      const urgent = londonDate(clock.now());
      for (const careCase of await reliedOn(person)) {
        await open(careCase, {
          kind: 'adult-whose-carer-died',
          step: `adult-whose-carer-died-${reference.toLowerCase()}`,
          dueOn: urgent,
          reason: 'Whoever cared for this adult, or helped them, has died. Reach the adult today.',
        });
      }
      await markAsHelper(person, person.died.recorded.at);
    },

    /**
     * Undoes a death that was not one, before or after it was confirmed: cases that it closed are open again, and what was held is answered,
     * so that staff may have it sent anew. Undoing it again finishes what was begun.
     *
     * @throws Problem 403 where there is no such person, 409 where a case cannot be opened, 503
     */
    async undo(council: CouncilSlug, id: PersonId, actor: Actor, reason: string): Promise<HeldMessage[]> {
      for (let attempt = 0; ; attempt += 1) {
        const { items, person } = await known(council, id);
        const item = items.find((one) => one.died);
        if (item === undefined) break;
        if (attempt === attempts) throw problems.busy();
        const now = clock.now();
        if (!(await store.commit(deathChange(deps, item, undefined, { actor, action: 'death-undone' })))) continue;
        for (const { careCase } of await store.casesOf(person)) {
          const asked = (await store.tasks(council, careCase.reference)).filter(
            ({ kind, status }) => kind === 'confirm-death' && status === 'open',
          );
          if (asked.length === 0) continue;
          const answered = asked.map(
            (task): Task => ({
              ...task,
              version: task.version + 1,
              status: 'cancelled',
              closed: { at: now, outcome: 'undone', answer: { kind: 'error', error: 'CaseClosed' } },
            }),
          );
          const event = eventOf(deps, careCase, { actor, action: 'death-undone', authority });
          await store.commit({ tasks: answered, events: [event] });
        }
      }
      const { person } = await known(council, id);
      await markAsHelper(person, undefined);
      for (const { careCase } of await store.casesOf(person)) await openLettersAgain(careCase, actor);
      for (const { careCase } of await store.casesOf(person)) {
        if (careCase.closed?.reason === 'died') await createReopening(deps)(careCase, reason, actor);
      }
      return this.held(person);
    },

    /** What was not sent because of a death, over all cases of the person. */
    async held(person: KnownPerson): Promise<HeldMessage[]> {
      const found: HeldMessage[] = [];
      for (const { careCase } of await store.casesOf(person)) {
        const whole = await store.whole(careCase.council, careCase.reference);
        for (const { key, template, at, status, withheld } of whole?.mail ?? [])
          if (status === 'held' && withheld === 'death')
            found.push({ reference: careCase.reference, key, template, at });
      }
      return found.toSorted((a, b) => a.at.localeCompare(b.at));
    },

    /** After a death was confirmed: the work that its cases leave, where their support and charges end. */
    async afterConfirmed(careCase: CareCase, hadSupport: boolean): Promise<void> {
      await open(careCase, {
        kind: 'write-condolence',
        step: 'write-condolence-1',
        reason: 'The person has died. Write by hand; nothing is mailed by the platform.',
      });
      if (hadSupport) {
        await open(careCase, {
          kind: 'final-accounts',
          step: 'final-accounts-1',
          reason: 'The person has died. Support and charges have ended.',
        });
      }
    },
  };
};
