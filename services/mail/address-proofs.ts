import { isProved, sameAddress, withProof } from '../../domain/journey/address-proof.ts';
import { hoursTried } from '../../domain/journey/news.ts';
import { contactOf, emailsOfCase, type Follower, type PersonsCase, readersOf } from '../../domain/journey/persons.ts';
import { safeWayOnly } from '../../domain/journey/safe-ways.ts';
import { rewarned } from '../../domain/journey/unproved-readers.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { AddressProof, ContactPerson, KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf, personEventOf, platform } from '../store/audit.ts';
import type { Change, PersonChange, SpentLink } from '../store/changes.ts';
import { type TypedBirth, wasBornOn } from '../web/typed-birth.ts';
import { createHeldMail } from './held-mail.ts';
import { createLinks, type UsedLink } from './links.ts';
import { createNotices } from './notices.ts';
import { isReachedSafely } from './person-mail.ts';
import { MailNotAccepted } from './ses-faults.ts';

const attempts = 3;
/** Cases whose news is owed in the transaction of the proof: one has room for few, and who has more is rare. */
const mostWithProof = 10;
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

  /**
   * Tells what was held back for one reader. What cannot be mailed, staff tell another way: nobody waits for a mail that never comes.
   *
   * @throws MailNotAccepted where SES may take it later, and the time has not run out
   */
  const tellHeld = async ({ council, reference, who, at }: Extract<Signal, { kind: 'tell-held' }>): Promise<void> => {
    const of = await store.personsCase(council, reference);
    const reader = contactOf(of, who);
    if (of.person.died || reader === undefined) return;
    // Whom a limit kept from being asked is asked now; whose address is another by now gives proof of that one first.
    if (!isProved(reader)) {
      if (reader.email !== undefined && !(await isReachedSafely(deps, of, who))) await heldMail.askIfStillDue(of, who);
      return;
    }
    const isSafe = !(await isReachedSafely(deps, of, who));
    let why = isSafe ? 'The email was refused' : safeWayOnly[who];
    try {
      if (isSafe && (await heldMail.tell(of, who))) return;
    } catch (error) {
      const isOver = Date.parse(clock.now()) - Date.parse(at) >= hoursTried('news-waiting') * 3_600_000;
      if (!isOver || !(error instanceof MailNotAccepted)) throw error;
      why = 'The email could not be sent';
    }
    for (const line of await heldMail.waiting(of.careCase, who)) {
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

  /** What is owed to readers of a case for whom news is held back, so that it is told though the process dies: each with the change that owes it. */
  const owing = async (of: PersonsCase, isReached: (contact: ContactPerson) => boolean) => {
    const { council, reference } = of.careCase;
    const owed: { readonly signal: Signal; readonly change: Change }[] = [];
    if (of.person.died) return owed;
    for (const { who, contact } of readersOf(of)) {
      if (!isReached(contact) || (await heldMail.waiting(of.careCase, who)).length === 0) continue;
      const id = `tell-held-${who}`;
      const signal: Signal = { council, reference, id, at: clock.now(), kind: 'tell-held', who };
      const event = { actor: platform('address-proofs'), action: 'email-owed' as const, about: id, authority };
      owed.push({ signal, change: { signals: [signal], events: [eventOf(deps, of.careCase, event)] } });
    }
    return owed;
  };

  /** Makes true in every case of a person what follows from how they can be reached now. Doing it again changes nothing. */
  const settle = async (person: KnownPerson): Promise<void> => {
    for (const of of await store.casesOf(person)) {
      await rewarn(of);
      for (const { signal, change } of await owing(of, isProved)) {
        // Where it is owed already, somebody is telling it at this moment, or the sweeper will.
        await store.commit(change);
        await deps.workflows.trySend([signal]);
      }
    }
  };

  /** What the proof of an address makes due at that moment. */
  const owedByProof = async (person: KnownPerson, address: string): Promise<Change[]> => {
    const cases = await store.casesOf(person);
    const owed = await Promise.all(cases.map((of) => owing(of, ({ email }) => sameAddress(email, address))));
    return owed.flat().map(({ change }) => change);
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
      // Where it is owed already the first attempt fails; what does not go with the proof is owed right after it.
      const owed = attempt === 0 ? await Promise.all(found.map(({ person }) => owedByProof(person, address))) : [];
      const written = await store.commit(change, ...owed.flat().slice(0, mostWithProof), ...(besides ? [besides] : []));
      if (written) return true;
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
    tellHeld,

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
