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

/** Whether the reason of a task is such a warning, as it holds now or held once. */
export const isUnprovedWarning = (reason: string | undefined): boolean =>
  Object.values(warnings).some((one) => one === reason);
