import type { Answers } from '../../schemas/form-conditions.ts';

const ways = {
  'help-now': 'Help is needed now. Ring today.',
  referral: 'A referral by a professional. Tell the person of it: they may add a form of their own.',
  'referral-not-agreed':
    'A referral by a professional, without agreement or a right to ask. Decide whether to contact the person. The referrer cannot follow it.',
} as const;

/** Everything that staff may be told of the way a request came. */
export const waysItCame: readonly string[] = Object.values(ways);

/** What whoever looks at a request first must know of the way it came, in words without personal data. Undefined for an application. */
export const howItCame = (list: string, answers: Answers): string | undefined => {
  if (list === 'help-now') return ways[list];
  if (list !== 'referral') return undefined;
  return ways[mayBeAskedFor(answers) ? 'referral' : 'referral-not-agreed'];
};

/** Whether the person agreed to be referred, or a power or their best interests stand behind it. */
export const mayBeAskedFor = (answers: Answers): boolean =>
  answers['personAgrees'] === 'yes' || (answers['helperAuthority'] ?? 'none') !== 'none';
