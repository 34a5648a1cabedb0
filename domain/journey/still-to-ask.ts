import type { KnownPerson } from '../../schemas/person.ts';

/**
 * What of a person nobody could say when their case was opened, such as by a caller in haste: the next who speaks with them asks. Labels, in
 * the order in which one asks.
 */
export const stillToAsk = (person: KnownPerson): string[] => {
  const { firstName, lastName, dateOfBirth, phone, email, address, postcode, whereToFind } = person;
  return [
    ...(firstName === '' ? ['first name'] : []),
    ...(lastName === '' ? ['last name'] : []),
    ...(dateOfBirth === undefined ? ['date of birth'] : []),
    ...(phone || email || address || postcode || whereToFind ? [] : ['how to reach them']),
  ];
};
