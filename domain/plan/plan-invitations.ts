/** Who may be invited to help with a plan, by whom, and for how long. Care Act 2014 s.25(3) to (6). */
import type { CareCase } from '../../schemas/case.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { InvitedAs, InvitedMay, PlanInvitation } from '../../schemas/plan-invitation.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { sameAddress } from '../journey/address-proof.ts';
import { isThePerson, isTheSame } from '../journey/consent.ts';
import { helperOf } from '../journey/persons.ts';
import { hasSafeWay } from '../journey/safe-ways.ts';
import { allWorkOf } from '../journey/work-records.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays } from '../time/clock-time.ts';

/** How somebody who is invited is called after their name. */
export const invitedWords: Readonly<Record<InvitedAs, string>> = {
  'family-or-friend': 'family or friend',
  provider: 'gives support',
  planner: 'independent support planner',
  advocate: 'independent advocate',
};

/** What they may do, in words. */
export const mayWords: Readonly<Record<InvitedMay, string>> = {
  read: 'may read the plan',
  suggest: 'may read the plan and suggest',
  write: 'may write in the plan',
};

/** Days for which the link of an invitation works. */
export const planLinkDays = 7;

/** Days for which somebody is invited where nothing else is said, and the most. */
const usualDays = 28;
const mostDays = 184;
/** How many may help with one plan at a time. */
const mostAtOnce = 10;

/** The last day of an invitation. */
export const untilDay = (asked: IsoDate | undefined, today: IsoDate): IsoDate => asked ?? addDays(today, usualDays);

/** Whether an invitation is good on a day. */
export const isGood = ({ removed, until }: Pick<PlanInvitation, 'removed' | 'until'>, today: IsoDate): boolean =>
  removed === undefined && until >= today;

/** Who of those that were invited write in the plan, and hear of it when it comes back to them for changes. CB9. */
export const hearOfChanges = (invitations: readonly PlanInvitation[], today: IsoDate): PlanInvitation[] =>
  invitations.filter((one) => one.may !== 'read' && isGood(one, today));

const answersOf = (record: CaseRecord): Readonly<Record<string, unknown>> =>
  record.kind === 'application' || record.kind === 'request' || record.kind === 'work' ? record.answers : {};

/** Whether harm was disclosed: whoever sits at the page may then be the one who does it, so that only staff invite, with the person alone. s.42. */
const isHarmDisclosed = (records: readonly CaseRecord[]): boolean =>
  records.some((record) =>
    Object.entries(answersOf(record)).some(
      ([question, answer]) => /treatedBadly$/i.test(question) && ['yes', 'prefer-to-talk'].includes(String(answer)),
    ),
  );

/** Whether the person has said that somebody is not to be told: as one of whom they were asked, or by name in what they wrote about it. */
const isNotToBeTold = (name: string, records: readonly CaseRecord[]): boolean => {
  const [first = ''] = name.trim().split(/\s+/);
  const asked = allWorkOf(records, 'draft-plan').flatMap(({ answers }) => answers.shareConsents ?? []);
  const saidNo = asked.some(({ who, may }) => may === 'no' && isTheSame(who, name));
  return (
    saidNo ||
    records.some((record) => {
      const limits = answersOf(record)['shareLimits'];
      const words = typeof limits === 'string' ? ` ${limits.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} ` : '';
      return words.includes(` ${first.toLowerCase()} `) || (typeof limits === 'string' && isTheSame(limits, name));
    })
  );
};

/** An invitation as it is asked for. */
export type InvitationAsked = { readonly name: string; readonly email: string; readonly until?: IsoDate | undefined };

/** Everything on which it depends whether somebody may be invited. */
export type InvitingSituation = {
  readonly careCase: CareCase;
  readonly person: KnownPerson;
  readonly records: readonly CaseRecord[];
  readonly invitations: readonly PlanInvitation[];
  readonly today: IsoDate;
  /** Whether a manager invites: nobody else does where the record is restricted. */
  readonly by: 'public' | 'staff' | 'manager';
};

/** Why somebody cannot be invited, all at once. */
export const invitationProblems = (
  { name, email, until }: InvitationAsked,
  { careCase, person, records, invitations, today, by }: InvitingSituation,
): BrokenRule[] => {
  const problem = (field: string, rule: string, message: string): BrokenRule => ({ field, rule, message });
  const own = [person.email, helperOf(careCase, person)?.email];
  const good = invitations.filter((one) => isGood(one, today));
  const last = untilDay(until, today);
  return [
    ...(person.restricted && by !== 'manager'
      ? [problem('', 'a restricted record', 'Ask a manager: on this case only a manager can invite somebody')]
      : []),
    ...(by === 'public' && (hasSafeWay(person) || isHarmDisclosed(records))
      ? [problem('', 'Care Act 2014 s.42', 'Talk to us first. We invite people for you, in a way that is safe')]
      : []),
    ...(isNotToBeTold(name, records)
      ? [
          problem(
            'name',
            'Care Act 2014 s.25(9)',
            'We were told not to share with them. Talk to us if that has changed',
          ),
        ]
      : []),
    ...(isThePerson(name, person) || own.some((address) => sameAddress(address, email))
      ? [problem('email', 'one way in', 'They can sign in to the case with this address. They need no invitation')]
      : []),
    ...(good.some((one) => sameAddress(one.email, email))
      ? [
          problem(
            'email',
            'one invitation each',
            'They are invited already. Take them out first to change what they may do',
          ),
        ]
      : []),
    ...(last < today || last > addDays(today, mostDays)
      ? [problem('until', 'half a year at most', `Enter a day from today on, and within ${mostDays} days`)]
      : []),
    ...(good.length >= mostAtOnce
      ? [problem('', 'so many at a time', `At most ${mostAtOnce} people can help at once. Take somebody out first`)]
      : []),
  ];
};
