import { isProved, sameAddress, unprovedWarning, withProof } from '../../domain/journey/address-proof.ts';
import type { Follower } from '../../domain/journey/case-following.ts';
import type { Actor, AddressProof, CareCase } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { emailsOf } from '../store/case-store.ts';
import { createHeldMail } from './held-mail.ts';
import { createLinks, type UsedLink } from './links.ts';
import { createNotices } from './notices.ts';

const attempts = 3;

/** Staff's own work with a warning that no longer holds, said as it is now. */
const rewarned = (tasks: readonly Task[], before: CareCase, after: CareCase): Task[] =>
  tasks
    .filter(({ status, reason }) => status === 'open' && reason !== undefined && reason === unprovedWarning(before))
    .map(({ reason: _warning, ...task }) => {
      const warning = unprovedWarning(after);
      return { ...task, version: task.version + 1, ...(warning && { reason: warning }) };
    });

const readers: readonly Follower[] = ['person', 'helper'];

/**
 * Email addresses that turn out to be theirs who gave them: written into the case, and what was held back is told at once.
 *
 * The proof belongs to the case and not to the address alone: somebody may mistype an address that is another person's, who has proved it
 * for a case of their own.
 */
export const createAddressProofs = (deps: Deps) => {
  const { store, clock } = deps;
  const heldMail = createHeldMail(deps);
  const notices = createNotices(deps);

  /** What cannot be mailed now, staff tell another way: nobody waits for a mail that never comes. */
  const tellWhatWasHeld = async (careCase: CareCase, who: Follower): Promise<void> => {
    const held = await heldMail.waiting(careCase, who);
    try {
      if (await heldMail.tell(careCase, who, held)) return;
    } catch (error) {
      logger.error('What was held back could not be mailed', error as Error);
    }
    for (const line of held) {
      await notices.tellAnotherWay(
        careCase,
        line.key,
        line.template,
        `The email could not be sent: ${line.template}`,
        'undelivered',
        line,
      );
    }
  };

  /** Writes the proof, unless it is there. Either way what is still held is told: the process may have died before it was. */
  const prove = async (
    found: CareCase,
    address: string,
    { actor, proof, record }: { actor: Actor; proof: AddressProof; record?: CaseRecord },
  ): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = attempt === 0 ? found : await store.knownCase(found.council, found.reference);
      const after = withProof(before, address, proof);
      const changed = after ? { ...after, version: before.version + 1 } : before;
      const written =
        after === undefined ||
        (await store.commit({
          case: changed,
          tasks: rewarned(await store.tasks(found.council, found.reference), before, changed),
          ...(record && { records: [record] }),
          events: [
            eventOf(deps, before, { actor, action: 'address-proved', authority: 'UK GDPR Article 5(1)(d) and (f)' }),
          ],
        }));
      if (!written) continue;
      for (const who of readers) {
        const contact = who === 'person' ? changed.person : changed.helper;
        if (contact && isProved(contact) && sameAddress(contact.email, address)) await tellWhatWasHeld(changed, who);
      }
      return;
    }
    throw problems.busy();
  };

  return {
    /** Tells a reader whose address has just been proved, by whatever change, what was held back for them. */
    tellWhatWasHeld,

    /** Someone has come in to these cases by a link that was mailed to the address. */
    async bySignIn(cases: readonly CareCase[], address: string): Promise<void> {
      const proof: AddressProof = { at: clock.now(), by: 'link' };
      for (const careCase of cases) await prove(careCase, address, { actor: { kind: 'public' }, proof });
    },

    /**
     * Uses the link of a first contact, with the date of birth as a second check. It proves the address for every case that holds it and
     * is about that person, and for the one that was sent with it in one form.
     */
    async byLink(council: CouncilSlug, token: string, dateOfBirth: unknown): Promise<UsedLink> {
      return createLinks(deps).use(council, 'contact', token, async ({ address }) => {
        const holding = (await store.casesOfAddress(council, address)).filter(
          (one) => one.closed?.reason !== 'died' && emailsOf(one).some((email) => sameAddress(email, address)),
        );
        const own = holding.filter(({ person }) => person.dateOfBirth === dateOfBirth);
        const proof: AddressProof = { at: clock.now(), by: 'link' };
        // Before the link counts as used: where the process dies in between, using it again finishes what was begun.
        for (const careCase of holding) {
          const sentWithOwn = own.some(({ jointWith }) => jointWith === careCase.reference);
          if (own.includes(careCase) || sentWithOwn) {
            await prove(careCase, address, { actor: { kind: 'public' }, proof });
          }
        }
        return own.length > 0;
      });
    },

    /** Staff have checked it, such as by reading it back to the person on the phone; how is kept as a note. */
    async byStaff(careCase: CareCase, who: Follower, actor: Actor, howChecked: string): Promise<void> {
      const { email, emailProved } = (who === 'person' ? careCase.person : careCase.helper) ?? {};
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
      await prove(careCase, email, { actor, proof: { at, by: 'staff' }, record });
    },
  };
};
