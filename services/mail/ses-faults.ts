import { CarewayError } from '../runtime/errors.ts';

/**
 * Whose fault it is that SES did not take a message. `recipient`: of this address or this message, for good. `sender`: of our account, domain,
 * configuration or rights, so that every message meets it until somebody mends it. `rate`: more than the account may send now. `passing`: SES or
 * the way to it is out of order, or nobody knows.
 */
export type SesFault = 'recipient' | 'sender' | 'rate' | 'passing';

/**
 * The errors of SendEmail by their names, in the SDK's form and in that of the wire. What is not here is passing: an address is condemned only
 * by what is known to be its own.
 *
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html#API_SendEmail_Errors
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html for the two quotas
 */
const byName: Readonly<Record<string, Exclude<SesFault, 'recipient'>>> = {
  ...named('sender', [
    'AccountSendingPausedException',
    'AccountSendingPaused',
    'ConfigurationSetDoesNotExistException',
    'ConfigurationSetDoesNotExist',
    'ConfigurationSetSendingPausedException',
    'ConfigurationSetSendingPaused',
    'MailFromDomainNotVerifiedException',
    'MailFromDomainNotVerified',
    'AccessDenied',
    'AccessDeniedException',
    'NotAuthorized',
    'OptInRequired',
    'IncompleteSignature',
    'SignatureDoesNotMatch',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'ExpiredToken',
    'ExpiredTokenException',
    'RequestExpired',
    'CredentialsProviderError',
    // What our own call says wrongly, every call says.
    'InvalidAction',
    'InvalidParameterCombination',
    'InvalidQueryParameter',
    'MalformedQueryString',
    'MissingAction',
    'MissingParameter',
    'ValidationError',
    'ValidationException',
  ]),
  ...named('rate', [
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'LimitExceededException',
  ]),
  ...named('passing', [
    'InternalFailure',
    'InternalServerError',
    'InternalServerException',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'TimeoutError',
    'RequestTimeout',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
  ]),
};

function named<Fault extends SesFault>(fault: Fault, names: readonly string[]): Record<string, Fault> {
  return Object.fromEntries(names.map((name) => [name, fault]));
}

/**
 * What two names do not say, their words do; the first that fits.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html
 */
const byWords: Readonly<Record<string, readonly (readonly [RegExp, SesFault])[]>> = {
  MessageRejected: [
    // Also of a recipient, while the account is in the sandbox.
    [/not verified/i, 'sender'],
    [/(paused|suspended|disabled|shut ?down|under review)/i, 'sender'],
    [/(quota|rate) (is )?exceeded/i, 'rate'],
  ],
  InvalidParameterValue: [[/(tag|configuration ?set|source|from|reply-?to)\b/i, 'sender']],
};

/** Whose fault an error of SES is. */
export const faultOf = (error: unknown): SesFault => {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  const words = byWords[name];
  if (words) return words.find(([said]) => said.test(message))?.[1] ?? 'recipient';
  return byName[name] ?? 'passing';
};

/** Why a message was not sent that may be sent later: a fault of SES's or ours, or somebody `elsewhere` is sending it at this moment. */
type PutOff = Exclude<SesFault, 'recipient'> | 'elsewhere';

/** That a message was not sent which may be sent later: it stays owed. */
export class MailNotAccepted extends CarewayError {
  readonly fault: PutOff;
  constructor(fault: PutOff, options?: ErrorOptions) {
    super('MailNotAccepted', `A message was not sent: ${fault}`, options);
    this.fault = fault;
  }
}
