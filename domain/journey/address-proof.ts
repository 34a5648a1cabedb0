import type { AddressProof, ContactPerson, Person } from '../../schemas/person.ts';

/** Whether two addresses are one mailbox, however they were typed. */
export const sameAddress = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();

/** Whether something personal may be mailed to them. */
export const isProved = ({ email, emailProved }: Pick<ContactPerson, 'email' | 'emailProved'>): boolean =>
  email !== undefined && emailProved !== undefined;

/** The person with an address proved wherever they hold it, themselves or a helper; undefined where that changes nothing. */
export const withProof = (before: Person, address: string, proof: AddressProof): Person | undefined => {
  const proves = (contact: Pick<ContactPerson, 'email' | 'emailProved'>) =>
    sameAddress(contact.email, address) && !isProved(contact);
  if (![before, ...before.helpers].some(proves)) return undefined;
  return {
    ...before,
    version: before.version + 1,
    ...(proves(before) && { emailProved: proof }),
    helpers: before.helpers.map((one) => (proves(one) ? { ...one, emailProved: proof } : one)),
  };
};

/** An address that is known to be theirs who gave it. */
export type ProvedAddress = { readonly address: string; readonly proof: AddressProof };

/** The addresses that a person and their helpers have proved, which a correction of an application does not undo. */
export const provedAddresses = (person: Pick<Person, 'email' | 'emailProved' | 'helpers'>): ProvedAddress[] =>
  [person, ...person.helpers].flatMap(({ email, emailProved }) =>
    email && emailProved ? [{ address: email, proof: emailProved }] : [],
  );

/** A contact with the proof of an address, where that is theirs. */
export const withKnownProof = <Contact extends { readonly email?: string | undefined }>(
  contact: Contact,
  proved: readonly ProvedAddress[],
): Contact & { emailProved?: AddressProof } => {
  const found = proved.find(({ address }) => sameAddress(address, contact.email));
  return { ...contact, ...(found && { emailProved: found.proof }) };
};
