import type { Answers } from '../../schemas/form-conditions.ts';
import type { KnownPerson } from '../../schemas/person.ts';

const yesNo = (value: boolean | undefined): 'yes' | 'no' | undefined =>
  value === undefined ? undefined : value ? 'yes' : 'no';

/** What is known of a person, as answers under the names of the questions that ask it: nobody types it a second time. */
export const personAnswers = (person: KnownPerson): Answers => {
  const { firstName, lastName, preferredName, dateOfBirth, nhsNumber, phone, email, postcode, address } = person;
  const { whereToFind, safeContact, contactBy, formats, language } = person;
  const said = {
    firstName,
    lastName,
    preferredName,
    dateOfBirth,
    nhsNumber,
    phone,
    email,
    postcode,
    address,
    whereToFind,
    safeContact,
    contactBy,
    language,
    formats: formats.length > 0 ? formats : undefined,
    safeToLeaveMessage: yesNo(person.safeToLeaveMessage),
    interpreter: yesNo(person.interpreter),
  };
  return Object.fromEntries(
    Object.entries(said).filter((one): one is [string, string | string[]] => one[1] !== undefined),
  );
};
