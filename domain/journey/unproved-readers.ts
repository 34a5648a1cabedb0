import type { Answers } from '../../schemas/form-conditions.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { isProved } from './address-proof.ts';
import { howItCame, waysItCame } from './first-contact.ts';
import { type Follower, type PersonsCase, readersOf } from './persons.ts';
import { hasSafeWay } from './safe-ways.ts';

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
  safe: 'The person gave a safe way to be reached. Use only that: no email is sent.',
};

/** What staff must know before they count on an email: words for a task, or undefined where every reader's address is proved and may be used. */
export const unprovedWarning = (of: PersonsCase): string | undefined => {
  if (hasSafeWay(of.person)) return warnings.safe;
  const [first, second] = unprovedReaders(of);
  return first && warnings[second ? 'both' : first];
};

/** Work that begins with reaching the person: whoever does it must know where an email would not arrive. */
const beginsWithContact: readonly TaskKind[] = ['triage-request', 'review-plan'];

const warningFor = (kind: TaskKind, of: PersonsCase): string | undefined =>
  beginsWithContact.includes(kind) ? unprovedWarning(of) : undefined;

/**
 * What a task of this kind says when it is opened, where nothing else was given to say: of the first look at a request how it came, and whether
 * emails about it arrive.
 *
 * @param application its list and answers, as the record of the case has them
 */
export const openingReason = (
  kind: TaskKind,
  of: PersonsCase,
  application: { readonly list: string; readonly answers: Readonly<Record<string, unknown>> } | undefined,
): string | undefined => {
  const came =
    kind === 'triage-request' && application ? howItCame(application.list, application.answers as Answers) : undefined;
  return inOne(came, warningFor(kind, of));
};

const inOne = (...sentences: readonly (string | undefined)[]): string | undefined =>
  sentences.filter((one) => one !== undefined).join(' ') || undefined;

/** The open tasks that say of the addresses what does not hold any more, as they say it now. */
export const rewarned = (tasks: readonly Task[], of: PersonsCase): Task[] =>
  tasks
    .filter(({ status, kind }) => status === 'open' && beginsWithContact.includes(kind))
    .flatMap(({ reason, ...task }) => {
      const came = waysItCame.find((one) => reason?.startsWith(one));
      const warning = (reason ?? '').slice(came?.length ?? 0).trim();
      const somethingElse = warning !== '' && !Object.values(warnings).includes(warning);
      const now = inOne(came, warningFor(task.kind, of));
      return somethingElse || now === reason
        ? []
        : [{ ...task, version: task.version + 1, ...(now && { reason: now }) }];
    });
