import { sameAddress } from '../../domain/journey/address-proof.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';

/** Whether an address is that of somebody who has died, and of nobody who lives: people share mailboxes. */
export const isOfTheDead = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  address: string,
): Promise<boolean> => {
  const theirs = (await store.casesOfAddress(council, address)).filter(({ person }) =>
    sameAddress(person.email, address),
  );
  return theirs.length > 0 && theirs.every(({ person }) => person.died !== undefined);
};
