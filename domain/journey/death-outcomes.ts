import type { condolence, deathConfirmation, finalAccounts, leftWithoutCarer } from '../../schemas/forms/death.ts';
import type { Death, Helper, KnownPerson } from '../../schemas/person.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { addWorkingDays } from '../time/working-days.ts';
import { sameAddress } from './address-proof.ts';
import { again } from './follow-up.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/** Why a day of death cannot be right, if so. */
export const wrongDayOfDeath = (
  on: IsoDate | undefined,
  { dateOfBirth }: Pick<KnownPerson, 'dateOfBirth'>,
  today: IsoDate,
): string | undefined => {
  if (on === undefined) return undefined;
  if (on > today) return 'The day of death must be today or in the past';
  return dateOfBirth && on < dateOfBirth
    ? `The day of death must be after the birth on ${readableDate(dateOfBirth)}`
    : undefined;
};

/** Whether a death that was recorded is true: somebody else says so than who recorded it. Both ways the person is known by. */
export const confirmDeath: Rule<typeof deathConfirmation> = ({ found, diedOn }, { person, staff, now }) => {
  if (person.died?.recorded.by === staff.id) {
    return refused('', 'You recorded this death, so someone else has to confirm it', 'author-cannot-check');
  }
  const wrong = wrongDayOfDeath(diedOn, person, londonDate(now));
  if (found === 'died' && wrong !== undefined) return refused('diedOn', wrong);
  return found === 'died' ? done('confirmed', { death: 'confirmed' }) : done('not-died', { death: 'undone' });
};

/** An adult whose carer died is looked after: what the carer did is done by others, or needs are assessed or the plan reviewed. */
export const lookAfterAdult: Rule<typeof leftWithoutCarer> = ({ followsNow }, { case: careCase }) => {
  const why = 'The carer has died, so that what the carer did is not done any more.';
  if (followsNow === 'review') {
    return careCase.closed || careCase.planInForce === undefined
      ? refused('followsNow', 'There is no plan in force to review. Choose that needs are assessed')
      : done('review', { reviewForward: why });
  }
  if (followsNow === 'looked-after') return done('looked-after');
  return careCase.closed
    ? refused('followsNow', 'This case is closed. Open it again, or open a new one, so that needs can be assessed')
    : done('assess', { reassess: why });
};

/** Who recorded a death, when and how it is known. */
export const deathRecorded = (
  { howKnown, on }: { howKnown: string; on?: IsoDate | undefined },
  recorded: Death['recorded'],
): Death => ({ howKnown, recorded, ...(on && { on }) });

/** Whether a helper of somebody is a person who has died: the same mailbox and the same name, since people share mailboxes. */
export const isHelper = (
  helper: Helper,
  { email, firstName, lastName }: Pick<KnownPerson, 'email' | 'firstName' | 'lastName'>,
): boolean => {
  const name = (of: { firstName: string; lastName: string }) => `${of.firstName} ${of.lastName}`.trim().toLowerCase();
  return sameAddress(helper.email, email) && name(helper) === name({ firstName, lastName });
};

/** Working days after which accounts that are not settled, and providers who do not know, come up again. [D] */
const againAfter = { accounts: 20, providers: 1 };

/** The accounts are settled once nothing is owed and nothing of a direct payment is left. */
export const settleAccounts: Rule<typeof finalAccounts> = ({ balance, directPaymentLeft }, { task, now }) => {
  if (balance === 'nothing' && directPaymentLeft === 'no') return done('settled');
  const left = directPaymentLeft === 'yes' ? ' Money of a direct payment is to be returned.' : '';
  const owed = {
    nothing: '',
    'to-council': ' Something is owed to the council.',
    'to-estate': ' Something is owed to the estate.',
  };
  const on = addWorkingDays(londonDate(now), againAfter.accounts);
  return done('not-settled', {
    opens: [{ ...again(task, on, `The accounts are not settled.${owed[balance]}${left}`), opensOn: on }],
  });
};

/** The letter to the family is written; who gives support without knowing that it ends is told the next day. */
export const writeCondolence: Rule<typeof condolence> = ({ providersTold }, { task, now }) => {
  if (providersTold === 'yes') return done('written');
  const on = addWorkingDays(londonDate(now), againAfter.providers);
  return done('written', { opens: [again(task, on, 'Tell all who gave support or equipment that it ends.')] });
};
