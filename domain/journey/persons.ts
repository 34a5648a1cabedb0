import type { CareCase } from '../../schemas/case.ts';
import type { Answer, Answers } from '../../schemas/form-conditions.ts';
import {
  type Alert,
  type ChangingDetail,
  type ContactPerson,
  changingDetail,
  type Helper,
  type HelperAuthority,
  type HelperId,
  helperAuthority,
  type KnownPerson,
  longestAlert,
  mostAlerts,
  mostHelpers,
  type Person,
} from '../../schemas/person.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { type ProvedAddress, sameAddress, withKnownProof } from './address-proof.ts';
import type { Applicant } from './applicant.ts';
import { mayActFor } from './consent.ts';

/** As whom someone follows a case. */
export type Follower = 'person' | 'helper';

/** A case with the person whom it is about, as they are known now. */
export type PersonsCase = { readonly careCase: CareCase; readonly person: KnownPerson };

/** Whoever helps the person with this case, if anyone does. */
export const helperOf = (
  { helperId }: Pick<CareCase, 'helperId'>,
  { helpers }: Pick<Person, 'helpers'>,
): Helper | undefined => helpers.find(({ id }) => id === helperId);

/** How the person, or whoever helps them with this case, is reached. */
export const contactOf = ({ careCase, person }: PersonsCase, who: Follower): ContactPerson | undefined =>
  who === 'person' ? person : helperOf(careCase, person);

/** Everyone who gets updates about a case. Where whoever helped has died, the person does; whoever may not act for the person gets none. */
export const readersOf = (of: PersonsCase): { who: Follower; contact: ContactPerson }[] => {
  const helperDied = helperOf(of.careCase, of.person)?.diedAt !== undefined;
  const readers = helperDied ? (['person'] as const) : of.careCase.updatesTo;
  return readers.flatMap((who) => {
    const contact = contactOf(of, who);
    const helper = who === 'helper' ? helperOf(of.careCase, of.person) : undefined;
    return contact && (helper === undefined || mayActFor(helper).may) ? [{ who, contact }] : [];
  });
};

/** The email addresses by which a person is found: their own and those of whoever helps. */
export const emailsOf = ({ email, helpers }: Pick<Person, 'email' | 'helpers'>): string[] =>
  [email, ...helpers.map((one) => one.email)].filter((address) => address !== undefined);

/** The same for one case of theirs: whoever helps with another case is not among them. */
export const emailsOfCase = (of: PersonsCase): string[] =>
  [contactOf(of, 'person')?.email, contactOf(of, 'helper')?.email].filter((address) => address !== undefined);

/** The fields that make one detail. They are said, changed and taken away together. */
export const fieldsOf = {
  nhsNumber: ['nhsNumber'],
  preferredName: ['preferredName'],
  email: ['email', 'emailProved'],
  phone: ['phone', 'safeToLeaveMessage'],
  home: ['address', 'postcode', 'whereToFind'],
  safeContact: ['safeContact'],
  contactBy: ['contactBy'],
  formats: ['formats'],
  language: ['language', 'interpreter'],
} as const satisfies Record<ChangingDetail, readonly (keyof Person)[]>;

type Fields = Partial<Pick<Person, (typeof fieldsOf)[ChangingDetail][number]>>;

/** Whether someone is told something by a detail. */
export const hasDetail = (person: Fields, detail: ChangingDetail): boolean =>
  fieldsOf[detail].some((field) => {
    const value = person[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });

const marksOf = (person: Fields, detail: ChangingDetail): string =>
  // How an address is known to be theirs is no part of what they say.
  JSON.stringify(fieldsOf[detail].filter((field) => field !== 'emailProved').map((field) => person[field] ?? null));

/** The details in which two descriptions of a person differ. */
export const differing = (one: Fields, other: Fields): ChangingDetail[] =>
  changingDetail.options.filter((detail) => marksOf(one, detail) !== marksOf(other, detail));

/** The person with these details as `said` has them, each noted with the time at which it was said. */
export const withDetails = (
  before: Person,
  said: Fields,
  details: readonly ChangingDetail[],
  now: IsoInstant,
): Person => {
  const fields = details.flatMap((detail): (keyof Fields)[] => [...fieldsOf[detail]]);
  const after: Person = { ...before, saidAt: { ...before.saidAt } };
  for (const field of fields) delete (after as Fields)[field];
  for (const field of fields) if (said[field] !== undefined) Object.assign(after, { [field]: said[field] });
  for (const detail of details) after.saidAt[detail] = now;
  return { ...after, formats: after.formats ?? [] };
};

/** What an application says of the person, in the fields of their item. */
const saidIn = (
  { person, formats, language, interpreter, safeContact }: Applicant,
  proved: readonly ProvedAddress[],
): Fields => {
  const { nhsNumber, preferredName, phone, safeToLeaveMessage, address, postcode, whereToFind } = person;
  const { email, emailProved } = withKnownProof(person, proved);
  return {
    ...(nhsNumber && { nhsNumber }),
    ...(preferredName && { preferredName }),
    ...(email && { email, ...(emailProved && { emailProved }) }),
    ...(phone && { phone }),
    ...(safeToLeaveMessage !== undefined && { safeToLeaveMessage }),
    ...(address && { address }),
    ...(postcode && { postcode }),
    ...(whereToFind && { whereToFind }),
    ...(safeContact && { safeContact }),
    formats: [...formats],
    ...(language && { language }),
    ...(interpreter !== undefined && { interpreter }),
  };
};

/** Whoever filled an application in for the person, as one of their helpers. */
const helperIn = ({ helper }: Applicant, id: HelperId, proved: readonly ProvedAddress[]): Helper | undefined => {
  if (helper === undefined) return undefined;
  const { firstName, lastName, relationship, organisation, email, phone, personAgrees, sentProof } = helper;
  const authority = helperAuthority.safeParse(helper.authority).data;
  return {
    id,
    ...withKnownProof({ firstName, lastName, ...(email && { email }), ...(phone && { phone }) }, proved),
    ...(relationship && { relationship }),
    ...(organisation && { organisation }),
    agrees: personAgrees,
    ...(authority && { authority, proof: sentProof ? ('sent' as const) : ('none' as const) }),
  };
};

/** Whether two entries are of one helper: the same mailbox, or without one the same name and number. */
const isSameHelper = (one: Helper, other: Helper): boolean =>
  one.email !== undefined || other.email !== undefined
    ? sameAddress(one.email, other.email)
    : [one.firstName, one.lastName, one.phone].join('\n') === [other.firstName, other.lastName, other.phone].join('\n');

/** The helpers with one more, or with what is now said of one of them, who keeps their id and the proof of their address. */
const withHelper = (helpers: readonly Helper[], given: Helper | undefined): { helpers: Helper[]; id?: HelperId } => {
  if (given === undefined) return { helpers: [...helpers] };
  const before = helpers.find((one) => one.id === given.id) ?? helpers.find((one) => isSameHelper(one, given));
  if (before === undefined) return { helpers: [...helpers, given].slice(-mostHelpers), id: given.id };
  const kept = sameAddress(before.email, given.email) && before.emailProved;
  const after: Helper = { ...(kept && { emailProved: kept }), ...given, id: before.id };
  return { helpers: helpers.map((one) => (one.id === before.id ? after : one)), id: before.id };
};

/** The alerts with one more, in the place of what the same source had said of it. What it only says again keeps its day. */
const withAlert = (alerts: readonly Alert[], given: Alert | undefined): Alert[] => {
  if (given === undefined) return [...alerts];
  const isSame = ({ kind, source }: Alert) => kind === given.kind && source === given.source;
  if (alerts.some((one) => isSame(one) && one.says === given.says)) return [...alerts];
  return [...alerts.filter((one) => !isSame(one)), given].slice(-mostAlerts);
};

/** What goes with an application into the item of its person. */
export type Applying = {
  readonly applicant: Applicant;
  readonly proved: readonly ProvedAddress[];
  /** The name of its helper, unless the person has that helper already. */
  readonly helperId: HelperId;
  readonly alert?: Alert | undefined;
  readonly now: IsoInstant;
};

/** What an application makes of a person, and which of their helpers helps with its case. */
export type Applied = { readonly person: Person; readonly helperId?: HelperId };

const applied = (person: Person, { applicant, proved, helperId, alert }: Applying): Applied => {
  const { helpers, id } = withHelper(person.helpers, helperIn(applicant, helperId, proved));
  return { person: { ...person, helpers, alerts: withAlert(person.alerts, alert) }, ...(id && { helperId: id }) };
};

const identityIn = ({ person: { firstName, lastName, dateOfBirth } }: Applicant) => ({
  firstName,
  lastName,
  ...(dateOfBirth && { dateOfBirth }),
});

/** The item of a person of whom nothing is known but an application. */
export const newPerson = (made: Pick<Person, 'council' | 'id'>, applying: Applying): Applied => {
  const empty: Person = {
    ...made,
    version: 1,
    ...identityIn(applying.applicant),
    formats: [],
    helpers: [],
    alerts: [],
    saidAt: {},
    joined: [],
  };
  const said = saidIn(applying.applicant, applying.proved);
  const details = changingDetail.options.filter((detail) => hasDetail(said, detail));
  return applied(withDetails(empty, said, details, applying.now), applying);
};

/** The proof of an address goes on with it; another address begins without one, unless it is known. */
const keepingProof = (said: Fields, { email, emailProved }: Person): Fields =>
  emailProved && said.emailProved === undefined && sameAddress(email, said.email) ? { ...said, emailProved } : said;

/**
 * The person as they correct what they had sent: what the application does not say any more is gone, but how they want to be told, which
 * no application asks.
 */
export const correctedPerson = (before: Person, applying: Applying): Applied => {
  const said = keepingProof(saidIn(applying.applicant, applying.proved), before);
  const details = differing(before, said).filter((detail) => detail !== 'contactBy');
  const named: Person = { ...before, ...identityIn(applying.applicant), version: before.version + 1 };
  const corrected = withDetails(named, said, details, applying.now);
  // It is what they had said then, put right: it goes before nothing that was said since in another case of theirs.
  return applied({ ...corrected, saidAt: { ...corrected.saidAt, ...before.saidAt } }, applying);
};

/** A person who is known and for whom a helper applies again: whoever helps is known then, and nothing that the person said is changed. */
export const helpedAgain = (before: Person, applying: Applying): Applied =>
  applied({ ...before, version: before.version + 1 }, applying);

/**
 * A person who is known and applies again: what they say now takes the place of what they said before, and what they leave out stays. An
 * address that they have proved stays until they have proved another.
 */
export const personAgain = (before: Person, applying: Applying): Applied => {
  const said = saidIn(applying.applicant, applying.proved);
  const details = differing(before, said)
    .filter((detail) => hasDetail(said, detail))
    .filter((detail) => detail !== 'email' || before.emailProved === undefined || said.emailProved !== undefined);
  const next = { ...before, version: before.version + 1 };
  return applied(withDetails(next, said, details, applying.now), applying);
};

/** Where and when staff found something of a person, and which of their helpers helps with the case in which they did. */
export type FoundBy = {
  readonly source: string;
  readonly on: IsoDate;
  readonly now: IsoInstant;
  readonly helperId?: HelperId | undefined;
};

/** A power as staff name it where they check one, and as it is kept of the helper. */
const powersChecked: Readonly<Record<string, HelperAuthority>> = {
  'welfare-attorney': 'lpa-health',
  'property-attorney': 'lpa-money',
  'both-attorney': 'lpa-both',
  'welfare-deputy': 'deputy-welfare',
  'property-deputy': 'deputy-property',
  'both-deputy': 'deputy-both',
  none: 'none',
};

/** A helper of whom staff have found out by what right they help. */
const withRight = (helper: Helper, { helperMayAct, power, seen }: Answers): Helper => {
  const checked = powersChecked[String(power)];
  if (checked && (checked === 'none' || seen === 'yes')) {
    return { ...helper, authority: checked, proof: checked === 'none' ? 'none' : 'seen' };
  }
  if (helperMayAct === 'agrees') return { ...helper, agrees: true };
  const authority = helperAuthority.safeParse(helperMayAct).data;
  if (authority === undefined) return helper;
  return { ...helper, agrees: false, authority, proof: authority === 'best-interests' ? 'none' : 'seen' };
};

/** What staff have found of a person with a piece of work, which counts for all of their cases. */
export const foundByStaff = (before: Person, answers: Answers, { source, on, now, helperId }: FoundBy): Person => {
  const text = (answer: Answer | undefined) => (typeof answer === 'string' && answer !== '' ? answer : undefined);
  const { formats } = answers;
  const list = Array.isArray(formats) ? formats.flatMap((one) => (typeof one === 'string' ? one : [])) : undefined;
  const language = text(answers['languageNow']);
  const found = {
    nhsNumber: text(answers['nhsNumber']),
    safeContact: text(answers['safeContact']),
    ...(language && { language }),
    ...(list && { formats: list.filter((one) => one !== 'none') }),
  };
  const isNew = { ...before, ...found };
  const details = (['nhsNumber', 'safeContact', 'language', 'formats'] as const).filter(
    (detail) => found[detail] !== undefined && differing(before, isNew).includes(detail),
  );
  const says = text(answers['visitRisks'])?.slice(0, longestAlert);
  const alert = says ? ({ kind: 'risk-to-workers', says, source, on } as const) : undefined;
  const next = withDetails({ ...before, version: before.version + 1 }, found, details, now);
  const helpers = next.helpers.map((one) => (one.id === helperId ? withRight(one, answers) : one));
  return { ...next, helpers, alerts: withAlert(before.alerts, alert) };
};

/** Whether an application is about this person: the same birth and the same name, however it is written. */
export const isAbout = (
  person: Pick<Person, 'firstName' | 'lastName' | 'dateOfBirth'>,
  { person: given }: Applicant,
) => {
  const name = (of: Pick<Person, 'firstName' | 'lastName'>) =>
    `${of.firstName} ${of.lastName}`
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return given.dateOfBirth !== undefined && person.dateOfBirth === given.dateOfBirth && name(person) === name(given);
};

/**
 * What of a person may be taken by one open case at a time, or undefined for a case of which there may be several: their own needs; each
 * person whom they are known to look after.
 */
export const slotOf = ({ kind, caresFor }: Pick<CareCase, 'kind' | 'caresFor'>): string | undefined =>
  kind === 'needs' ? 'needs' : caresFor && `carer#${caresFor}`;
