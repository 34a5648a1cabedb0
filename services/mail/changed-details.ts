import { sameAddress } from '../../domain/journey/address-proof.ts';
import { asOne } from '../../domain/journey/joined-person.ts';
import { contactOf, type Follower, helperOf, type PersonsCase } from '../../domain/journey/persons.ts';
import { hasSafeWay } from '../../domain/journey/safe-ways.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { ContactPerson, DetailsBefore, Person } from '../../schemas/person.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { eventOf } from '../store/audit.ts';
import type { Change, PersonChange } from '../store/changes.ts';
import { createLinks } from './links.ts';
import { isReachedSafely } from './person-mail.ts';
import { writtenFor } from './reading.ts';
import { createSending } from './sending.ts';

const authority = 'UK GDPR Article 5(1)(d) and (f)';

/** What staff do where the old address is told nothing: whoever reads it may be whom the person fears. */
const confirmSafely =
  'Contact details were changed, and a safe way to be reached was given or harm was disclosed, so nothing was mailed to the address before. Confirm it with the person in that way, and with nobody else.';

/** What staff do once a change was undone. */
const findOut =
  'Contact details were changed, and then changed back from the old email address: somebody else may have made the change. Find out with the person, by a phone number or address that they had before.';
const closedMeanwhile = ' The case was closed meanwhile: ask if they want that.';

/** The name of a step by the moment of its change. */
const stepOf = (what: string, at: IsoInstant): string => `contact-${what}-${at.replaceAll(/\D/g, '')}`;

type Touched = 'email' | 'phone';

/** What of somebody's details is other than it was, or taken away. */
const touchedIn = (before: ContactPerson, after: ContactPerson): Touched[] => [
  ...(before.email !== undefined && !sameAddress(before.email, after.email) ? (['email'] as const) : []),
  ...(before.phone !== undefined && before.phone !== after.phone ? (['phone'] as const) : []),
];

/** With what the names of steps begin in which staff confirm a change. */
const stepsOfChanged = 'contact-changed-';

/** What follows where contact details of somebody are changed who had proved an address: it is told, and the change can be undone from there. */
export const createChangedDetails = (deps: Deps) => {
  const { clock, store } = deps;

  /**
   * What is written with a change of details.
   *
   * @param before the person as they were
   * @param touched what of theirs is changed or taken away
   * @param after the person as they are then, who may disclose harm with it
   * @returns nothing where no proved address is left to tell
   */
  const follows = async (
    before: PersonsCase,
    who: Follower,
    touched: readonly Touched[],
    actor: Actor,
    after: Person | undefined = undefined,
  ): Promise<Change | undefined> => {
    const { careCase, person } = before;
    const contact = contactOf(before, who);
    if (touched.length === 0 || contact?.email === undefined || contact.emailProved === undefined) return undefined;
    const at = clock.now();
    const event = { actor, authority };
    const isHarmKnown = [...person.alerts, ...(after?.alerts ?? [])].some(({ kind }) => kind === 'harm-disclosed');
    if (isHarmKnown || (after && hasSafeWay(after)) || (await isReachedSafely(deps, before, who))) {
      // Staff ask how the details are now, so that one piece of work is about all that was changed before it is done.
      const asked = (await store.tasks(careCase.council, careCase.reference)).find(
        ({ id, status }) => status === 'open' && id.includes(`.${stepsOfChanged}`),
      );
      if (asked) return { events: [eventOf(deps, careCase, { ...event, action: 'task-joined', about: asked.id })] };
      const step = stepOf('changed', at);
      const task = newTask(careCase, { thread: 'case', step, kind: 'contact-another-way', reason: confirmSafely }, at);
      return {
        tasks: [task],
        signals: [tellStaffOf(careCase, task.id, at)],
        events: [eventOf(deps, careCase, { ...event, action: 'task-created', about: task.id })],
      };
    }
    const { email, emailProved, phone = '' } = contact;
    const { council, reference } = careCase;
    const owed = { council, reference, id: `tell-before-${deps.newId()}`, at };
    const were: DetailsBefore = {
      of: who === 'person' ? 'person' : (helperOf(careCase, person)?.id ?? 'person'),
      ...(touched.includes('email') && { email: { address: email, proof: emailProved } }),
      ...(touched.includes('phone') && { phone }),
    };
    return {
      signals: [{ ...owed, kind: 'tell-before-change', address: email, before: were }],
      events: [eventOf(deps, careCase, { ...event, action: 'details-change-told', about: touched.join(' ') })],
    };
  };

  return {
    follows,

    /** The same for items of a person that an application writes: by what they say beside what stands there now. */
    async followsItems(
      changes: readonly (PersonChange | undefined)[],
      careCase: CareCase,
      actor: Actor,
    ): Promise<Change[]> {
      const found = changes
        .flatMap((change) => change?.people ?? [])
        .map(async ({ person: after }) => {
          const { items = [] } = (after.version > 1 && (await store.persons.find(after.council, after.id))) || {};
          const before = items.find(({ id }) => id === after.id);
          const [first, ...others] = items;
          if (before === undefined || first === undefined) return [];
          const of = { careCase, person: asOne([first, ...others]) };
          const helper = helperOf(careCase, before);
          const helperNow = after.helpers.find(({ id }) => id === helper?.id);
          return [
            await follows(of, 'person', touchedIn(before, after), actor, after),
            helper && helperNow && (await follows(of, 'helper', touchedIn(helper, helperNow), actor, after)),
          ];
        });
      return (await Promise.all(found)).flat().flatMap((one) => one ?? []);
    },

    /** What is written where a change is undone: the work to find out what happened, which outlives a case that was closed. */
    undone(careCase: CareCase, changedAt: IsoInstant): Change {
      const at = clock.now();
      const reason = `${findOut}${careCase.closed ? closedMeanwhile : ''}`;
      const step = stepOf('undone', changedAt);
      const task = newTask(careCase, { thread: 'case', step, kind: 'contact-another-way', reason }, at);
      return {
        tasks: [task],
        signals: [tellStaffOf(careCase, task.id, at)],
        events: [
          eventOf(deps, careCase, { actor: { kind: 'public' }, action: 'task-created', about: task.id, authority }),
        ],
      };
    },
  };
};

const tellStaffOf = (
  { council, reference }: CareCase,
  taskId: Extract<Signal, { taskId: unknown }>['taskId'],
  at: IsoInstant,
): Signal => ({
  ...{ council, reference, at, taskId },
  id: `tell-staff-${taskId.slice(taskId.lastIndexOf('.') + 1)}`,
  kind: 'tell-staff',
  template: 'task-opened',
});

/**
 * Tells the address by which somebody was reached before a change, with the link to undo it. It says nothing of a person or a case.
 *
 * @throws MailNotAccepted where SES may take it later
 */
export const createTellBefore =
  (deps: Deps) =>
  async ({ council: slug, reference, id, at, address, before }: Extract<Signal, { kind: 'tell-before-change' }>) => {
    const of = await deps.store.personsCase(slug, reference);
    await createSending(deps)(slug, `mail#${reference}#${id}`, () =>
      createLinks(deps).send(deps.councils.known(slug), {
        address,
        purpose: 'undo',
        path: `/${slug}/case/undo-change`,
        subjects: [reference],
        step: id,
        undoes: { ...before, changedAt: at },
        readAs: (write) => writtenFor(deps, of, before.of === 'person' ? 'person' : 'helper', write),
      }),
    );
  };
