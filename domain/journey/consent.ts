/** Who may act for a person, and with whom their information may be shared. */
import type { Helper, KnownPerson } from '../../schemas/person.ts';
import type { BrokenRule, Ruling } from '../ruling.ts';

/** Whoever acts for another, as far as their right to it is known. */
export type ActsFor = Pick<Helper, 'agrees' | 'authority' | 'proof'>;

const overCare: readonly ActsFor['authority'][] = ['lpa-health', 'lpa-both', 'deputy-welfare', 'deputy-both'];
const overMoney: readonly ActsFor['authority'][] = ['lpa-money', 'lpa-both', 'deputy-property', 'deputy-both'];

/** What somebody may sign for another: a care and support plan, or what is about their money. */
export type Signed = 'plan' | 'money';

/**
 * Whether a power reaches what is to be signed. An attorney or deputy for welfare decides on care, one for property on money; an appointee
 * has benefits alone, and a deputy of whom nobody knows which they are signs nothing until that was found out.
 */
export const powerReaches = ({ authority }: ActsFor, what: Signed): boolean =>
  (what === 'plan' ? overCare : overMoney).includes(authority);

/**
 * Whether someone may act for another: with permission, lawful authority, or in the person's best interests.
 *
 * From councils' published rules. That a power over money alone (or a benefits appointee) does not reach care decisions is
 * general knowledge of the Mental Capacity Act 2005; to be checked.
 */
export const mayActFor = (
  of: ActsFor,
): Ruling<'agreed' | 'authority' | 'deputy-of-unknown-kind' | 'best-interests' | 'money-only' | 'no-permission'> => {
  const source = "councils' rules on helpers; Mental Capacity Act 2005";
  const { agrees, authority } = of;
  if (agrees === true) {
    return { may: true, code: 'agreed', reason: 'The person agrees.', next: 'Record the agreement.', source };
  }
  if (powerReaches(of, 'plan')) {
    return {
      may: true,
      code: 'authority',
      reason: 'They say that they have a power over health and welfare.',
      next: 'Ask for proof of it.',
      source,
    };
  }
  if (authority === 'deputy') {
    return {
      may: true,
      code: 'deputy-of-unknown-kind',
      reason: 'They are a deputy, and it is not known whether for welfare, property or both.',
      next: 'Ask for the order of the court.',
      source,
    };
  }
  if (authority === 'best-interests') {
    return {
      may: true,
      code: 'best-interests',
      reason: "They act in the person's best interests.",
      next: 'Let staff check that the person cannot agree, and record why this is in their best interests.',
      source,
    };
  }
  if (powerReaches(of, 'money') || authority === 'appointee') {
    return {
      may: false,
      code: 'money-only',
      reason: 'Their authority is about money, and not about care.',
      next: 'Ask the person to agree; they may still fill in the financial form.',
      source,
    };
  }
  return {
    may: false,
    code: 'no-permission',
    reason: 'The person has not agreed, and there is no lawful authority.',
    next: 'Ask the person to agree, or ask the council to contact the person. Report a worry about abuse as safeguarding.',
    source,
  };
};

/** A copy that was given: to whom, and on what basis where they are not among those whom the person was asked about. */
type CopyGiven = { readonly to: string; readonly basis?: 'consent' | 'professional' | 'best-interests' | 'law' };
/** Somebody whom the person was asked about: whether they may have a copy. */
type Asked = { readonly who: string; readonly may: string };

const spoken = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase()
    .trim();
/** Whether two ways to say who somebody is mean the same, as far as words tell. */
export const isTheSame = (one: string, other: string): boolean =>
  spoken(one) !== '' &&
  spoken(other) !== '' &&
  (spoken(one).includes(spoken(other)) || spoken(other).includes(spoken(one)));

/** Whether words that say who got something mean the person themselves. */
export const isThePerson = (
  to: string,
  { firstName, lastName }: Pick<KnownPerson, 'firstName' | 'lastName'>,
): boolean => isTheSame(to, `${firstName} ${lastName}`) || spoken(to) === 'the person';

/**
 * Why a copy may not be given: the person said no of whoever gets it, or was not asked about them. A professional in the care, or an authority
 * by law, is given it with that basis recorded. Care Act 2014 s.25(9); UK GDPR art 6(1)(c) and (e).
 */
export const copyProblems = (
  copies: readonly CopyGiven[],
  asked: readonly Asked[],
  person: Pick<KnownPerson, 'firstName' | 'lastName'>,
): BrokenRule[] =>
  copies.flatMap(({ to, basis }, at) => {
    const known = asked.filter(({ who }) => isTheSame(who, to));
    const problem = (message: string): BrokenRule[] => [
      { field: `copiesGiven[${at}].to`, rule: 'Care Act 2014 s.25(9)', message },
    ];
    if (isThePerson(to, person)) return [];
    if (known.some(({ may }) => may === 'no')) return problem('The person said no: give them no copy');
    if (known.length > 0 || basis === 'professional' || basis === 'law' || basis === 'best-interests') return [];
    return problem('Ask the person first, and list them in the plan, or enter on what basis they were given it');
  });

/**
 * Why the plan is not shared as it should be: a professional who was asked in the assessment has no copy, and nobody said why. Coventry, your care and
 * support plan; CV73.
 */
export const notSharedProblems = (
  copies: readonly CopyGiven[],
  professionals: readonly { readonly name: string }[],
  notSharedWhy: string | undefined,
): BrokenRule[] => {
  const without = professionals.filter(({ name }) => !copies.some(({ to }) => isTheSame(to, name)));
  return without.length === 0 || notSharedWhy !== undefined
    ? []
    : [
        {
          field: 'copiesGiven',
          rule: 'Coventry, your care and support plan',
          message: `Asked in the assessment and without a copy of the plan: ${without.map(({ name }) => name).join(', ')}. Give them one, or enter why not`,
        },
      ];
};

/** A wish to show something of a case to someone. */
export type ShareRequest = {
  readonly recipient: 'professional-in-care' | 'family-or-friend' | 'other';
  readonly consent: 'given' | 'refused' | 'not-asked' | 'cannot-consent';
  /** Why it is shared all the same: a duty of care, or best interests when the person cannot consent. */
  readonly justification?: string | undefined;
};

/**
 * Whether information may be shared: with professionals involved in the care; with family and friends only with consent.
 *
 * A refusal may be overridden only towards professionals or authorities and with the justification recorded (a council's
 * published consent form). For family and friends of a person who cannot consent, best interests have to be recorded
 * (design inference from Assessment Regs reg 2, which says so of a carer's self-assessment).
 */
export const mayShare = ({
  recipient,
  consent,
  justification,
}: ShareRequest): Ruling<
  'consent' | 'involved-in-care' | 'justified' | 'ask-first' | 'justification-needed' | 'consent-refused'
> => {
  const source = "councils' consent rules; Care Act 2014 s.25 for the plan";
  const justified = justification !== undefined && justification.trim() !== '';
  const log = 'Record who received what, on which basis and when.';
  if (consent === 'given') {
    return { may: true, code: 'consent', reason: 'The person consents.', next: log, source };
  }
  if (consent === 'refused' && recipient === 'family-or-friend') {
    return {
      may: false,
      code: 'consent-refused',
      reason: 'The person refused, and family and friends are told only with consent.',
      next: 'Do not share.',
      source,
    };
  }
  if (consent === 'not-asked') {
    return recipient === 'professional-in-care'
      ? { may: true, code: 'involved-in-care', reason: 'The professional is involved in the care.', next: log, source }
      : {
          may: false,
          code: 'ask-first',
          reason: 'Nobody asked the person.',
          next: 'Ask the person for consent.',
          source,
        };
  }
  return justified
    ? { may: true, code: 'justified', reason: 'A justification is recorded.', next: log, source }
    : {
        may: false,
        code: 'justification-needed',
        reason: consent === 'refused' ? 'The person refused.' : 'The person cannot consent.',
        next: 'Share only if it is justified, by a duty of care or best interests, and record the justification first.',
        source,
      };
};
