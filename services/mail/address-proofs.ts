import { isProved, sameAddress, withProof } from '../../domain/journey/address-proof.ts';
import { contactOf, emailsOfCase, type Follower, type PersonsCase, readersOf } from '../../domain/journey/persons.ts';
import { safeWayOnly } from '../../domain/journey/safe-ways.ts';
import { rewarned } from '../../domain/journey/unproved-readers.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { AddressProof, KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf, personEventOf, platform } from '../store/audit.ts';
import type { Change, PersonChange, SpentLink } from '../store/changes.ts';
import { type TypedBirth, wasBornOn } from '../web/typed-birth.ts';
import { createHeldMail } from './held-mail.ts';
import { createLinks, type UsedLink } from './links.ts';
import { createNotices } from './notices.ts';
import { isReachedSafely } from './person-mail.ts';

const attempts = 3;
const authority = 'UK GDPR Article 5(1)(d) and (f)';

/** Whom a proof is for. */
type Known = Pick<KnownPerson, 'council' | 'id'>;

/**
 * Email addresses that turn out to be theirs who gave them: written into the person, and what was held back in any of their cases is told
 * at once.
 *
 * The proof belongs to the person and not to the address alone: somebody may mistype an address that is another person's, who has proved
 * it for themselves.
 */
export const createAddressProofs = (deps: Deps) => {
  const { store, clock } = deps;
  const heldMail = createHeldMail(deps);
  const links = createLinks(deps);
  const notices = createNotices(deps);

  /** What cannot be mailed now, staff tell another way: nobody waits for a mail that never comes. */
  const tellWhatWasHeld = async (of: PersonsCase, who: Follower): Promise<void> => {
    const held = await heldMail.waiting(of.careCase, who);
    const isSafe = !(await isReachedSafely(deps, of, who));
    let why = isSafe ? 'The email was refused' : safeWayOnly[who];
    try {
      if (isSafe && (await heldMail.tell(of, who, held))) return;
    } catch (error) {
      why = 'The email could not be sent';
      logger.error('What was held back could not be mailed', error as Error);
    }
    for (const line of held) {
      await notices.tellAnotherWay(
        of.careCase,
        line.key,
        line.template,
        `${why}: ${mailWords[line.template]}`,
        'undelivered',
        line,
      );
    }
  };

  /** Staff's own work with a warning, said as it is now. */
  const rewarn = async (of: PersonsCase): Promise<void> => {
    const tasks = rewarned(await store.tasks(of.careCase.council, of.careCase.reference), of);
    if (tasks.length === 0) return;
    const actor = platform('address-proofs');
    // Where someone takes a task at this moment it keeps what it said, which was true when they read it.
    await store.commit({
      tasks,
      events: [eventOf(deps, of.careCase, { actor, action: 'warning-changed', authority })],
    });
  };

  /** Makes true in every case of a person what follows from how they can be reached now. Doing it again changes nothing. */
  const settle = async (person: KnownPerson): Promise<void> => {
    for (const of of await store.casesOf(person)) {
      await rewarn(of);
      if (person.died) continue;
      for (const { who, contact } of readersOf(of)) if (isProved(contact)) await tellWhatWasHeld(of, who);
    }
  };

  /** Tells what is due now to whoever has proved an address. What is told already stays told, so it may be done again. */
  const settleAll = async (known: readonly Known[]): Promise<void> => {
    for (const { council, id } of known) await settle((await store.personOf({ council, personId: id })).person);
  };

  /**
   * Writes the proof of an address for some persons, unless it is there.
   *
   * @param how.with what else is written with it
   * @returns false where it could not be written: the link with which it goes is used, or others were always first
   */
  const prove = async (
    known: readonly Known[],
    address: string,
    {
      actor,
      proof,
      reference,
      spends,
      with: besides,
    }: { actor: Actor; proof: AddressProof; reference?: CaseReference; spends?: SpentLink; with?: Change },
  ): Promise<boolean> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const found = await Promise.all(known.map(({ council, id }) => store.personOf({ council, personId: id })));
      const [first, ...others] = found
        .flatMap(({ items }) => items)
        .flatMap((one) => withProof(one, address, proof) ?? []);
      if (first === undefined) return spends === undefined || links.spend(spends);
      const event = { actor, action: 'address-proved' as const, authority, ...(reference && { reference }) };
      const change: PersonChange = {
        people: [{ person: first }, ...others.map((person) => ({ person }))],
        personEvents: [personEventOf(deps, first, event), ...others.map((one) => personEventOf(deps, one, event))],
        ...(spends && { spends }),
      };
      if (await store.commit(change, ...(besides ? [besides] : []))) return true;
    }
    return false;
  };

  /** The persons of some cases, each once. */
  const personsOf = (cases: readonly PersonsCase[]): KnownPerson[] => [
    ...new Map(cases.map(({ person }) => [person.id, person])).values(),
  ];

  /** The cases in which an address stands, of persons who live. */
  const holding = async (council: CouncilSlug, address: string): Promise<PersonsCase[]> =>
    (await store.casesOfAddress(council, address)).filter(
      (of) => of.person.died === undefined && emailsOfCase(of).some((email) => sameAddress(email, address)),
    );

  return {
    settle,

    /** Someone has come in to these cases by a link that was mailed to the address. */
    async bySignIn(cases: readonly PersonsCase[], address: string): Promise<void> {
      const known = personsOf(cases);
      if (!(await prove(known, address, { actor: { kind: 'public' }, proof: { at: clock.now(), by: 'link' } })))
        throw problems.busy();
      await settleAll(known);
    },

    /**
     * Uses the link of a first contact, with the date of birth as a second check. It proves the address for every person who is found by it
     * and was born on that day, and for the one whose case was opened with theirs by one form.
     */
    async byLink(
      council: CouncilSlug,
      token: string,
      born: TypedBirth,
    ): Promise<UsedLink<{ address: string; known: KnownPerson[] }>> {
      const used = await links.use(council, 'contact', token, {
        unclear: () => born.error,
        judge: async ({ address }) => {
          const found = await holding(council, address);
          const own = found.filter(({ person }) => wasBornOn(person, born));
          const sentWithOwn = found.filter(({ careCase: { reference } }) =>
            own.some(({ careCase: { jointWith } }) => jointWith === reference),
          );
          return own.length > 0 ? { address, known: personsOf([...own, ...sentWithOwn]) } : undefined;
        },
        write: ({ address, known }, spends) =>
          prove(known, address, { actor: { kind: 'public' }, proof: { at: spends.at, by: 'link' }, spends }),
      });
      if (used.state === 'opened') await settleAll(used.judged.known);
      // The process may have died before it told what was due.
      if (used.state === 'used') await settleAll(personsOf(await holding(council, used.link.address)));
      return used;
    },

    /** Staff have checked it, such as by reading it back to the person on the phone; how is kept as a note. */
    async byStaff(careCase: CareCase, who: Follower, actor: Actor, howChecked: string): Promise<void> {
      const { person } = await store.personOf(careCase);
      const { email, emailProved } = contactOf({ careCase, person }, who) ?? {};
      if (email === undefined) throw problems.noAddress();
      if (emailProved) return;
      const at = clock.now();
      const { council, reference } = careCase;
      const id = `case.address-checked-${deps.newId()}`;
      const record: CaseRecord = {
        ...{ council, reference, id, version: 1, at, by: actor },
        kind: 'note',
        content: { text: howChecked },
      };
      const noted: Change = {
        records: [record],
        events: [eventOf(deps, careCase, { actor, action: 'address-checked', about: id, authority })],
      };
      if (!(await prove([person], email, { actor, proof: { at, by: 'staff' }, reference, with: noted })))
        throw problems.busy();
      await settleAll([person]);
    },
  };
};
