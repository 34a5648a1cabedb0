import type { AddressProof, CareCase, ContactPerson } from '../../schemas/case.ts';

/** Whether two addresses are one mailbox, however they were typed. */
export const sameAddress = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();

/** Whether something personal may be mailed to them. */
export const isProved = ({ email, emailProved }: ContactPerson): boolean =>
  email !== undefined && emailProved !== undefined;

/** Who is written to on a case at an address that nobody has proved yet. */
export const unprovedReaders = ({
  person,
  helper,
  updatesTo,
  contactBy = 'email',
}: Pick<CareCase, 'person' | 'helper' | 'updatesTo' | 'contactBy'>): ('person' | 'helper')[] =>
  updatesTo.filter((who) => {
    const contact = who === 'person' ? person : helper;
    const byEmail = who === 'helper' || contactBy === 'email';
    return contact?.email !== undefined && byEmail && !isProved(contact);
  });

/** The case with an address proved wherever it holds that address, or undefined where it does not or has proved it already. */
export const withProof = (careCase: CareCase, address: string, proof: AddressProof): CareCase | undefined => {
  const proves = (contact: ContactPerson | undefined) =>
    contact !== undefined && sameAddress(contact.email, address) && !isProved(contact);
  const [ofPerson, ofHelper] = [proves(careCase.person), proves(careCase.helper)];
  if (!ofPerson && !ofHelper) return undefined;
  return {
    ...careCase,
    ...(ofPerson && { person: { ...careCase.person, emailProved: proof } }),
    ...(ofHelper && careCase.helper && { helper: { ...careCase.helper, emailProved: proof } }),
  };
};

/** An address that is known to be theirs who gave it. */
export type ProvedAddress = { readonly address: string; readonly proof: AddressProof };

/** The addresses that a case has proved, which a correction of its application does not undo. */
export const provedAddresses = ({ person, helper }: Pick<CareCase, 'person' | 'helper'>): ProvedAddress[] =>
  [person, helper].flatMap((contact) =>
    contact?.email && contact.emailProved ? [{ address: contact.email, proof: contact.emailProved }] : [],
  );

/** A contact with the proof of an address, where that is theirs. */
export const withKnownProof = <Contact extends { readonly email?: string | undefined }>(
  contact: Contact,
  proved: readonly ProvedAddress[],
): Contact & { emailProved?: AddressProof } => {
  const found = proved.find(({ address }) => sameAddress(address, contact.email));
  return { ...contact, ...(found && { emailProved: found.proof }) };
};

/** What staff must know before they count on an email: words for a task, or undefined where every reader's address is proved. */
export const unprovedWarning = (
  careCase: Pick<CareCase, 'person' | 'helper' | 'updatesTo' | 'contactBy'>,
): string | undefined => {
  const [first, second] = unprovedReaders(careCase);
  if (first === undefined) return undefined;
  const whose = second ? 'of the person and of who helps them' : first === 'person' ? 'of the person' : 'of who helps';
  return `Emails about this do not arrive yet: the address ${whose} is not confirmed. Phone or write instead.`;
};
