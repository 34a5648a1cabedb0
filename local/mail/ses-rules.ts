import type { SesEmail } from './ses-query.ts';
import { SesError } from './ses-query.ts';

/** What the local SES account has set up: who may send, and which configuration sets exist. */
export type SesAccount = {
  /** Verified addresses and domains. A verified domain covers its subdomains. */
  identities: readonly string[];
  configurationSets: readonly string[];
};

const invalid = (message: string) => new SesError('InvalidParameterValue', message);

/** Faults of an address with the words in which SES reports them; the first that matches is reported. */
const addressFaults: [fault: RegExp, message: string][] = [
  [/^[^@]*$/, "Missing final '@domain'"],
  [/^@/, 'Missing local name'],
  [/^\./, 'Local address starts with dot'],
  [/^[^@]*\.\./, 'Local address contains dot-dot'],
  [/^[^@]*\.@/, 'Local address ends with dot'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  [/^[^@]*[\u0000-\u0020\u007f]/, 'Local address contains control or whitespace'],
  // SES documents that only 7-bit ASCII is allowed here; the words for other characters are assumed.
  [/^[^@]*[()<>,;:\\"[\]\u0080-\uffff]/, 'Local address contains illegal character'],
  [/@$/, 'Missing domain'],
  [/@\./, 'Domain starts with dot'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  [/@.*[\u0000-\u0020\u007f]/s, 'Domain contains control or whitespace'],
  [/@.*[^a-z0-9.-]/is, 'Domain contains illegal character'],
  [/@.*\.\./, 'Domain contains dot-dot'],
  [/\.$/, 'Domain ends with dot'],
];

/**
 * The bare address in `Name <local@domain>` or `local@domain`.
 *
 * @throws SesError `InvalidParameterValue` when it is malformed. A name with a comma must stand in quotes: without
 * them SES reads two addresses, which councils with a comma in their name would find out only when live.
 */
export const bareAddress = (given: string): string => {
  const [, name = '', named] = /^([^<]*)<([^<>]*)>$/.exec(given.trim()) ?? [];
  if (/[,;]/.test(name.replace(/"(?:[^"\\]|\\.)*"/g, ''))) throw invalid("Missing final '@domain'");
  const address = named ?? given.trim();
  const fault = addressFaults.find(([pattern]) => pattern.test(address));
  if (fault) throw invalid(fault[1]);
  return address;
};

const isVerified = (address: string, identities: readonly string[]) => {
  const lower = address.toLowerCase();
  const domain = lower.slice(lower.indexOf('@') + 1);
  return identities
    .map((identity) => identity.toLowerCase())
    .some((identity) => identity === lower || identity === domain || domain.endsWith(`.${identity}`));
};

/** @see https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html */
const assertTag = (kind: 'name' | 'value', text: string) => {
  if (!/^[\w-]+$/.test(text)) {
    throw invalid(`Invalid tag ${kind} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`);
  }
  // The limit is documented; the words are assumed.
  if (text.length > 256) throw invalid(`Tag ${kind} cannot exceed 256 characters.`);
};

const assertPresent = (field: string, value: string | undefined) => {
  if (value !== undefined) return;
  throw new SesError(
    'ValidationError',
    `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
  );
};

/**
 * Refuses what SES would refuse, so that a mail which cannot be sent is found on the developer's machine.
 *
 * The account is taken to be out of the SES sandbox: recipients need no verification.
 *
 * @throws SesError `InvalidParameterValue`, `ValidationError`, `ConfigurationSetDoesNotExist` or `MessageRejected`
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html for the limits: 50 recipients, 10 MB
 */
export const assertSendable = (email: SesEmail, account: SesAccount) => {
  const { to, cc, bcc, replyTo, configurationSet, tags } = email;
  const recipients = [...to, ...cc, ...bcc];
  const source = bareAddress(email.source);
  for (const address of [...recipients, ...replyTo]) bareAddress(address);
  if (recipients.length === 0) throw invalid("Missing required header 'To'.");
  if (recipients.length > 50) throw invalid('Recipient count exceeds 50.');
  assertPresent('message.subject', email.subject);
  assertPresent('message.body', email.text ?? email.html);
  for (const { name, value } of tags) {
    assertTag('name', name);
    assertTag('value', value);
  }
  if (Buffer.byteLength(`${email.text ?? ''}${email.html ?? ''}`) > 10_485_760) {
    throw invalid('Message length is more than 10485760 bytes long.');
  }
  if (configurationSet !== undefined && !account.configurationSets.includes(configurationSet)) {
    throw new SesError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
  }
  if (!isVerified(source, account.identities)) {
    throw new SesError(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region EU-WEST-2: ${email.source}`,
    );
  }
};
