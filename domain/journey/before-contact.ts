import { formats } from '../../schemas/forms/fragments/communication.ts';
import { isProved } from './address-proof.ts';
import { type KnownOfCase, lastSaid, placesOf } from './said-of-case.ts';
import { unprovedWarning } from './unproved-readers.ts';

/** What whoever makes contact must know first: that harm may come from somebody near, and what is a risk to who visits. */
export const carefulLines = ({ careCase, person, records }: KnownOfCase): string[] => {
  const harm = person.alerts.some(({ kind }) => kind === 'harm-disclosed');
  const alone = lastSaid(records, careCase, placesOf('talkAlone')) === 'alone';
  return [
    ...(alone ? ['They want someone to talk to them alone. Tell nobody that they asked for it.'] : []),
    ...(harm ? ['An answer may disclose harm. Speak with them alone, and say nothing of it to anyone near them.'] : []),
    ...person.alerts.flatMap(({ kind, says }) =>
      kind === 'risk-to-workers' && says ? [`For who visits: ${says}`] : [],
    ),
  ];
};

const contactWays = { phone: 'They want to be told by phone.', post: 'They want to be told by post.' } as const;

/** Whether a message may be left on the phone; nobody leaves one where nobody has said. */
const messageLine = ({ phone, safeToLeaveMessage }: KnownOfCase['person']): string => {
  if (safeToLeaveMessage === false) return `Leave no message on ${phone}: it is not safe.`;
  if (safeToLeaveMessage === true) return `A message may be left on ${phone}.`;
  return `Nobody has said whether it is safe to leave a message on ${phone}: leave none.`;
};

/** The safe ways to make contact, and those that are none. */
export const reachLines = ({ careCase, person, records }: KnownOfCase): string[] => {
  const { safeContact, contactBy, phone, email, whereToFind } = person;
  const neededOnCall = lastSaid(records, careCase, placesOf('neededOnCall'));
  const visiting = lastSaid(records, careCase, placesOf('visiting'));
  const unproved = unprovedWarning({ careCase, person });
  return [
    ...(safeContact ? [`Only when and how it is safe: ${safeContact}`] : []),
    ...(contactBy === 'phone' || contactBy === 'post' ? [contactWays[contactBy]] : []),
    ...(phone ? [messageLine(person)] : []),
    ...(neededOnCall ? [`For a call: ${neededOnCall}`] : []),
    ...(visiting ? [`Before a visit: ${visiting}`] : []),
    ...(whereToFind ? [`To be found at: ${whereToFind}`] : []),
    ...(phone || email ? [] : ['There is neither a phone number nor an email address: write, or visit.']),
    ...(unproved ? [unproved] : []),
    ...(email && !isProved(person) && !unproved ? ['Their email address is not confirmed.'] : []),
  ];
};

/** The language in which they are spoken with, and whether somebody interprets. */
export const languageLines = ({ person: { language, interpreter }, records }: KnownOfCase): string[] => {
  const written = new Set(
    records.flatMap((record) =>
      record.kind === 'application' || record.kind === 'request' ? (record.filledInIn ?? []) : [],
    ),
  );
  return [
    ...(language ? [`${language}.${interpreter === false ? '' : ' Bring an interpreter.'}`] : []),
    ...(interpreter && !language ? ['Bring an interpreter.'] : []),
    ...[...written].map((name) => `Filled in in ${name}. What they wrote in their own words may need a translator.`),
  ];
};

const formatWords: Readonly<Record<string, string>> = Object.fromEntries(
  formats.options.map(({ value, label }) => [value, label]),
);

const copyWays: Readonly<Record<string, string>> = {
  email: 'They want copies by email.',
  post: 'They want copies by post.',
  'chosen-format': 'They want copies in the format that they asked for.',
};

/** The formats in which they are written to, and how they are given their copies. */
export const formatLines = ({ careCase, person, records }: KnownOfCase): string[] => {
  const copyBy = lastSaid(records, careCase, placesOf('copyBy'));
  const copies = typeof copyBy === 'string' ? copyWays[copyBy] : undefined;
  const asked = person.formats.map((one) => formatWords[one] ?? one);
  return [...(asked.length > 0 ? [`Write in: ${asked.join(', ')}.`] : []), ...(copies ? [copies] : [])];
};
