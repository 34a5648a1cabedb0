import { isClosedTo, mayOpenRestricted } from '../../domain/access/restricted.ts';
import type { LookGrant } from '../../schemas/access.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';

type Asking = Pick<StaffRequest, 'council' | 'staff'>;

/** Where one says why one needs what one's work does not need. */
export const reasonAddress = ({ council }: Pick<Asking, 'council'>, reference: CaseReference, part?: string): string =>
  `/${council.slug}/staff/cases/${reference}/reason${part ? `?part=${part}` : ''}`;

/** Whom to ask about a restricted record: the named, in words. Those who have left are not among them. */
export const whomToAsk = async (
  { store }: Pick<Deps, 'store'>,
  { council }: Pick<Asking, 'council'>,
  { restricted }: Pick<KnownPerson, 'restricted'>,
): Promise<string> => {
  const members = await Promise.all((restricted?.to ?? []).map((id) => store.staff(council.slug, id)));
  const names = members.flatMap((member) => member?.name ?? []);
  return names.length > 0 ? new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names) : 'a manager';
};

/**
 * Refuses a restricted record to whoever is not named. A manager or a safeguarding lead may have given a reason for this case.
 *
 * @throws Problem 403 `restricted`, with whom to ask
 */
export const refuseRestricted = async (
  deps: Pick<Deps, 'store'>,
  asking: Asking,
  person: KnownPerson,
  reference: CaseReference,
  granted: LookGrant | undefined,
): Promise<void> => {
  if (!isClosedTo(person, asking.staff.id)) return;
  const mayGiveReason = asking.staff.roles.some((role) => mayOpenRestricted.includes(role));
  if (mayGiveReason && granted) return;
  throw problems.restricted({
    reference,
    ask: await whomToAsk(deps, asking, person),
    askAt: mayGiveReason ? reasonAddress(asking, reference) : undefined,
  });
};
