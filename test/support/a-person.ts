import { asOne } from '../../domain/journey/joined-person.ts';
import type { PersonsCase } from '../../domain/journey/persons.ts';
import type { CareCase } from '../../schemas/case.ts';
import {
  type Helper,
  type HelperId,
  helper,
  helperId,
  type Person,
  type PersonId,
  person,
  personId,
} from '../../schemas/person.ts';
import { aCase } from './a-case.ts';

/** An id that a test can tell from another: `personNamed('rose')`. */
export const personNamed = (name: string): PersonId => personId.parse(name.padEnd(22, '-'));
export const helperNamed = (name: string): HelperId => helperId.parse(name.padEnd(12, '-'));

/** A person's item as it is stored, with what a test wants different. */
export const aPerson = (different: Partial<Person> = {}): Person =>
  person.parse({
    council: 'leicestershire',
    id: personNamed('rose'),
    version: 1,
    firstName: 'Rose',
    lastName: 'Okafor',
    email: 'rose@example.com',
    dateOfBirth: '1948-03-02',
    postcode: 'LE3 8RA',
    address: '12 Sycamore Road, Leicester',
    formats: [],
    helpers: [],
    alerts: [],
    saidAt: {},
    joined: [],
    ...different,
  });

/** Somebody who helps Rose and with whom she agrees. */
export const aHelper = (different: Partial<Helper> = {}): Helper =>
  helper.parse({
    id: helperNamed('ada'),
    firstName: 'Ada',
    lastName: 'Okafor',
    email: 'ada@example.com',
    agrees: true,
    ...different,
  });

/** A case with its person. */
export const aPersonsCase = (ofCase: Partial<CareCase> = {}, ...items: [Person, ...Person[]] | []): PersonsCase => {
  const [first = aPerson(), ...others] = items;
  return { careCase: aCase(ofCase), person: asOne([first, ...others]) };
};
