import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createMailer } from '../../../services/mail/mailer.ts';

const ses = mockClient(SESClient);
afterEach(() => ses.reset());
afterAll(() => ses.restore());

const mailer = createMailer({
  config: { region: 'eu-west-2' },
  from: () => 'no-reply@careway.example',
  configurationSet: () => 'careway',
});
const send = () =>
  mailer.send({
    to: 'rose.okafor@example.com',
    from: 'Leicestershire County Council',
    email: { subject: 'Your request', text: 'Hello', html: '<p>Hello</p>' },
    tags: { council: 'leicestershire', reference: 'K7M-29QX-T4F', message: 'review-1__remind__person' },
  });
const failing = (name: string, message = name) =>
  ses.on(SendEmailCommand).rejects(Object.assign(new Error(message), { name }));

describe('a fault of the sender', () => {
  it.each([
    {
      name: 'MessageRejected',
      message:
        'Email address is not verified. The following identities failed the check in region EU-WEST-2: no-reply@careway.example',
    },
    {
      name: 'MessageRejected',
      message:
        'Sending suspended for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    },
    {
      name: 'MessageRejected',
      message:
        'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    },
    { name: 'MailFromDomainNotVerifiedException', message: 'MAIL FROM domain is not verified' },
    { name: 'ConfigurationSetDoesNotExistException', message: 'Configuration set <careway> does not exist.' },
    { name: 'ConfigurationSetSendingPausedException', message: 'Email sending is disabled for the configuration set.' },
    { name: 'AccountSendingPausedException', message: 'Email sending is disabled for your account.' },
    { name: 'AccessDenied', message: 'User is not authorized to perform ses:SendEmail' },
    { name: 'AccessDeniedException', message: 'User is not authorized to perform ses:SendEmail' },
    { name: 'InvalidClientTokenId', message: 'The security token included in the request is invalid' },
    { name: 'SignatureDoesNotMatch', message: 'The request signature we calculated does not match' },
    { name: 'ExpiredToken', message: 'The security token included in the request is expired' },
    { name: 'OptInRequired', message: 'The AWS Access Key Id needs a subscription for the service' },
    {
      name: 'InvalidParameterValue',
      message: 'Invalid tag value <a b>: only alphanumeric ASCII characters are allowed.',
    },
    {
      name: 'ValidationError',
      message: "1 validation error detected: Value null at 'source' failed to satisfy constraint",
    },
  ])('$name ($message) is owed still, and says whose fault it is', async ({ name, message }) => {
    failing(name, message);

    await expect(send()).rejects.toMatchObject({ name: 'MailNotAccepted', fault: 'sender' });
  });
});

describe('a fault of the moment', () => {
  it.each([
    { name: 'Throttling', message: 'Maximum sending rate exceeded.', fault: 'rate' },
    { name: 'ThrottlingException', message: 'Maximum sending rate exceeded.', fault: 'rate' },
    { name: 'Throttling', message: 'Daily message quota exceeded.', fault: 'rate' },
    { name: 'TooManyRequestsException', message: 'Slow down', fault: 'rate' },
    { name: 'MessageRejected', message: 'Daily message quota exceeded.', fault: 'rate' },
    { name: 'InternalFailure', message: 'The request processing has failed', fault: 'passing' },
    { name: 'ServiceUnavailable', message: 'The request has failed due to a temporary failure', fault: 'passing' },
    { name: 'TimeoutError', message: 'Socket timed out', fault: 'passing' },
    { name: 'ECONNRESET', message: 'read ECONNRESET', fault: 'passing' },
    { name: 'SomethingNew', message: 'An error that nobody has documented', fault: 'passing' },
  ])('$name ($message) is owed still', async ({ name, message, fault }) => {
    failing(name, message);

    await expect(send()).rejects.toMatchObject({ name: 'MailNotAccepted', fault });
  });
});

describe('a fault of the recipient', () => {
  it.each([
    { name: 'MessageRejected', message: 'Address blacklisted.' },
    { name: 'MessageRejected', message: 'Message rejected' },
    { name: 'InvalidParameterValue', message: "Missing final '@domain'" },
    { name: 'InvalidParameterValue', message: 'Domain contains illegal character' },
    { name: 'InvalidParameterValue', message: 'Local address contains control or whitespace' },
  ])('$name ($message) is refused for good', async ({ name, message }) => {
    failing(name, message);

    await expect(send()).resolves.toEqual({ ok: false });
  });
});
