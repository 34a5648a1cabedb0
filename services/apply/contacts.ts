import { bornIn } from '../../domain/find/wanted.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import type { ContactBody } from '../../schemas/contact.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { PersonId } from '../../schemas/person.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Taken } from '../../schemas/taken.ts';
import type { Deps, HowSent } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { createApplications } from './applications.ts';

/** How long ago, at most, a letter may have come that is typed today. */
const oldestLetterDays = 90;
/** A call is not recorded twice within a day, however often the button is pressed. */
const repeatDays = 1;

/** What is wrong with the day on which something reached the council, if anything. */
export const wrongDayReceived = (receivedOn: IsoDate | undefined, today: IsoDate): string | undefined => {
  if (receivedOn === undefined) return undefined;
  if (receivedOn > today) return 'The day on which it came must be today or in the past';
  return receivedOn < addDays(today, -oldestLetterDays)
    ? `The day on which it came must be within the last ${oldestLetterDays} days`
    : undefined;
};

/** A whole birth date, where one was given with a year of four digits or one that can only be meant so. */
export const wholeBirth = (born: string, today: IsoDate): IsoDate | undefined => {
  const { years = [], day, month } = bornIn(born) ?? {};
  if (day === undefined || month === undefined) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  const dates = years.map((year) => `${year}-${two(month)}-${two(day)}`).filter((date) => date <= today);
  return isoDate.safeParse(dates[0]).data;
};

/** Every problem with a contact, each with its field. */
export const contactProblems = (
  { firstName, lastName, born, callerName, caller, receivedOn }: ContactBody,
  today: IsoDate,
): { field: string; message: string }[] => {
  const day = wrongDayReceived(receivedOn, today);
  return [
    ...(day ? [{ field: 'receivedOn', message: day }] : []),
    ...(caller === 'other' && !callerName ? [{ field: 'callerName', message: 'Enter who is calling' }] : []),
    ...(firstName || lastName
      ? []
      : [{ field: 'firstName', message: 'Enter the first name or the last name, as far as it is known' }]),
    ...(born && wholeBirth(born, today) === undefined
      ? [{ field: 'born', message: 'Enter the date of birth as day, month and year, or leave it for later' }]
      : []),
  ];
};

/** What was said, as answers to the form for help now. */
const answersOf = (body: ContactBody, today: IsoDate): Answers => {
  const { caller, callerName = '', callerPhone, agrees, safeToTalk, danger, urgent = [], happening } = body;
  const { firstName = '', lastName = '', born = '', phone, whereToFind, postcode } = body;
  const [callerFirst = '', ...callerLast] = callerName.split(/\s+/);
  const birth = wholeBirth(born, today);
  return {
    reportAbuse: danger,
    urgent: urgent.length > 0 ? urgent : ['other'],
    whatIsHappening: happening,
    filledInBy: caller === 'person' ? 'me' : 'helper',
    ...(caller === 'other' && {
      helperFirstName: callerFirst,
      helperLastName: callerLast.join(' '),
      ...(callerPhone && { helperPhone: callerPhone }),
      personAgrees: agrees ?? 'no',
    }),
    firstName,
    lastName,
    ...(birth && { dateOfBirth: birth }),
    ...(whereToFind && { whereToFind }),
    ...(postcode && { postcode }),
    ...(phone && { phone }),
    ...(safeToTalk === 'yes' && { safeToLeaveMessage: 'yes' }),
    ...(safeToTalk === 'no' && { safeToLeaveMessage: 'no' }),
  };
};

/** The cases of a person whom staff say that it is about, as `known` of a sending. */
export const knownAs = async (
  { store }: Pick<Deps, 'store'>,
  council: Council,
  id: PersonId | undefined,
  as: 'person' | 'helper',
): Promise<Pick<HowSent, 'known' | 'about'>> => {
  const found = id && (await store.persons.find(council.slug, id));
  if (!found) return {};
  const cases = await store.casesOf(found.person);
  return { about: found.person.id, known: cases.map((one) => ({ ...one, as })) };
};

/**
 * Records what somebody said who rang, wrote or came, be it half of a name and a danger: a case with its work for the team at once, and for the
 * safeguarding team where somebody is in danger. A person who is known and has an open case has it there.
 *
 * @returns the reference of the case
 * @throws Problem 400 with every problem, 503
 */
export const recordContact = async (
  deps: Deps,
  council: Council,
  body: ContactBody,
  by: Pick<Taken, 'by' | 'role'>,
): Promise<string> => {
  const today = londonDate(deps.clock.now());
  const wrong = contactProblems(body, today);
  if (wrong.length > 0) throw problems.invalid(wrong);
  const taken: Taken = { channel: body.channel, receivedOn: body.receivedOn ?? today, ...by };
  const known = await knownAs(deps, council, body.person, body.caller === 'person' ? 'person' : 'helper');
  const send = createApplications(deps, { ...known, taken, repeatDays, withGaps: true });
  const key = body.key && `contact ${by.by} ${body.key}`;
  const { application } = await send(council, 'help-now', answersOf(body, today), key || undefined);
  return application.reference;
};
