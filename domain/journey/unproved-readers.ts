import type { Task, TaskKind } from '../../schemas/task.ts';
import { isProved } from './address-proof.ts';
import { type Follower, type PersonsCase, readersOf } from './persons.ts';

/** Who is written to on a case at an address that nobody has proved yet. */
export const unprovedReaders = (of: PersonsCase): Follower[] =>
  readersOf(of)
    .filter(({ who, contact }) => {
      const byEmail = who === 'helper' || (of.person.contactBy ?? 'email') === 'email';
      return contact.email !== undefined && byEmail && !isProved(contact);
    })
    .map(({ who }) => who);

const warningAbout = (whose: string): string =>
  `Emails about this do not arrive yet: the address ${whose} is not confirmed. Phone or write instead.`;
const warnings = {
  person: warningAbout('of the person'),
  helper: warningAbout('of who helps'),
  both: warningAbout('of the person and of who helps them'),
};

/** What staff must know before they count on an email: words for a task, or undefined where every reader's address is proved. */
export const unprovedWarning = (of: PersonsCase): string | undefined => {
  const [first, second] = unprovedReaders(of);
  return first && warnings[second ? 'both' : first];
};

/** Work that begins with reaching the person: whoever does it must know where an email would not arrive. */
const beginsWithContact: readonly TaskKind[] = ['triage-request', 'review-plan'];

/** What a task of this kind says when it is opened, where nothing else was given to say. */
export const warningFor = (kind: TaskKind, of: PersonsCase): string | undefined =>
  beginsWithContact.includes(kind) ? unprovedWarning(of) : undefined;

/** The open tasks that say of the addresses what does not hold any more, as they say it now. */
export const rewarned = (tasks: readonly Task[], of: PersonsCase): Task[] =>
  tasks
    .filter(({ status, kind }) => status === 'open' && beginsWithContact.includes(kind))
    .filter(({ reason }) => reason === undefined || Object.values(warnings).some((one) => one === reason))
    .filter(({ kind, reason }) => reason !== warningFor(kind, of))
    .map(({ reason: _before, ...task }) => {
      const reason = warningFor(task.kind, of);
      return { ...task, version: task.version + 1, ...(reason && { reason }) };
    });
