import type { Answers } from '../../schemas/form-conditions.ts';
import { helperAuthority } from '../../schemas/person.ts';
import { mayActFor } from './consent.ts';

const ways = {
  'help-now': 'Help is needed now. Ring today.',
  referral: 'A referral by a professional. Tell the person of it: they may add a form of their own.',
  'referral-not-agreed':
    'A referral by a professional, without agreement or a right to ask. Decide whether to contact the person. The referrer cannot follow it.',
  'not-agreed':
    'Sent by someone without the person’s agreement or a right to ask. Decide whether to contact the person. Who sent it cannot follow it.',
} as const;

/** Everything that staff may be told of the way a request came. */
export const waysItCame: readonly string[] = Object.values(ways);

/** What whoever looks at a request first must know of the way it came, in words without personal data. Undefined for an application. */
export const howItCame = (list: string, answers: Answers): string | undefined => {
  const may = mayBeAskedFor(answers);
  if (list === 'help-now') return ways[list];
  if (list === 'referral') return ways[may ? 'referral' : 'referral-not-agreed'];
  return may ? undefined : ways['not-agreed'];
};

/**
 * Whether whoever typed an application may do so: it is their own, the person agreed, or a power over their care or their best interests stand
 * behind it. Until staff have decided on contact, whoever may not is told nothing of what becomes of it.
 */
export const mayBeAskedFor = ({ personAgrees, helperAuthority: authority }: Answers): boolean =>
  personAgrees === undefined ||
  mayActFor({ agrees: personAgrees === 'yes', authority: helperAuthority.safeParse(authority).data }).may;
