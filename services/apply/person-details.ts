import { withDetails } from '../../domain/journey/persons.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor } from '../../schemas/case.ts';
import type { DetailsBody } from '../../schemas/contact.ts';
import type { Person, PersonId } from '../../schemas/person.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createChangedDetails } from '../mail/changed-details.ts';
import { problems } from '../runtime/problems.ts';
import { personChange } from '../store/person-changes.ts';
import { wholeBirth } from './contacts.ts';

/**
 * Records what was still to be asked of a person when their case was opened, in the item that leads. What is left empty stays as it is; what
 * nothing changes writes nothing.
 *
 * @throws Problem 400, 403 where there is no such person, 503
 */
export const keepDetails = async (
  deps: Deps,
  council: CouncilSlug,
  id: PersonId,
  { firstName, lastName, born, phone, address, postcode }: DetailsBody,
  actor: Actor,
): Promise<void> => {
  const { store, clock } = deps;
  const birth = born ? wholeBirth(born, londonDate(clock.now())) : undefined;
  if (born && birth === undefined) {
    const message = 'Enter the date of birth as day, month and year, such as 3/4/1948';
    throw problems.invalid([{ field: 'born', message }]);
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const found = await store.persons.find(council, id);
    if (found === undefined) throw problems.notYours();
    const [item] = found.items;
    const [reference] = await store.persons.cases(council, found.person.items);
    if (reference === undefined) throw problems.notYours();
    const home = { address: address || item.address, postcode: postcode || item.postcode };
    const said = {
      ...(phone && {
        phone,
        ...(item.safeToLeaveMessage !== undefined && { safeToLeaveMessage: item.safeToLeaveMessage }),
      }),
      ...((address || postcode) && {
        ...(home.address && { address: home.address }),
        ...(home.postcode && { postcode: home.postcode }),
        ...(item.whereToFind && { whereToFind: item.whereToFind }),
      }),
    };
    const details = [...(phone ? (['phone'] as const) : []), ...(address || postcode ? (['home'] as const) : [])];
    const named: Person = {
      ...item,
      version: item.version + 1,
      ...(firstName && { firstName }),
      ...(lastName && { lastName }),
      ...(birth && { dateOfBirth: birth }),
    };
    const after = details.length > 0 ? withDetails(named, said, details, clock.now()) : named;
    const change = personChange(deps, item, after, { actor, reference, authority: 'UK GDPR Article 5(1)(d)' });
    if (change === undefined) return;
    const careCase = await store.knownCase(council, reference);
    const touched = phone && item.phone !== undefined && item.phone !== phone ? (['phone'] as const) : [];
    const besides = await createChangedDetails(deps).follows(
      { careCase, person: found.person },
      'person',
      touched,
      actor,
    );
    if (!(await store.commit(change, ...(besides ? [besides] : [])))) continue;
    await deps.workflows.trySend(besides?.signals ?? []);
    return;
  }
  throw problems.busy();
};
