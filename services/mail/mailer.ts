import type { SESClientConfig } from '@aws-sdk/client-ses';
import type { Mailer, Message, Sent } from '../deps.ts';
import { loadedOnce } from '../runtime/loaded-once.ts';
import { count } from '../runtime/metrics.ts';
import { faultOf, MailNotAccepted } from './ses-faults.ts';

/** A message key as a tag may hold it, and the key back from a tag: a dot, which no tag may hold, is `__` there. */
export const tagOfKey = (key: string): string => key.replaceAll('.', '__');
export const keyOfTag = (tag: string): string => tag.replaceAll('__', '.');

/**
 * How long an answer of SES is waited for, in milliseconds, and how often it is asked within one sending: somebody waits at a page, and what
 * does not go now is owed. The SDK's adaptive mode keeps to the rate at which SES takes messages.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
const patience = {
  maxAttempts: 2,
  retryMode: 'adaptive',
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;

/**
 * The sender as a mailbox shows it: the council's name before the address, whatever name the deployment gave it.
 *
 * @see RFC 5322 section 3.4 and RFC 2047 section 5
 */
const senderOf = (name: string, from: string): string => {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const isPlain = /^[\x20-\x7e]*$/.test(name);
  const shown = isPlain
    ? `"${name.replaceAll(/["\\]/g, '')}"`
    : `=?UTF-8?B?${Buffer.from(name, 'utf8').toString('base64')}?=`;
  return `${shown} <${address}>`;
};

/** What operators are told: a refused sender needs somebody at once, a refused recipient is told another way, the rest goes out later. */
const countedAs = {
  sender: 'MailSenderRefused',
  recipient: 'MailRefused',
  rate: 'MailPutOff',
  passing: 'MailPutOff',
} as const;

/**
 * Sends through SES, HTML and text. The client is loaded with the first message, so a cold start that sends none is lighter.
 *
 * @throws MailNotAccepted where SES may accept the same message later: throttled, paused, out of reach
 */
export const createMailer = ({
  config,
  from,
  configurationSet,
}: {
  config: SESClientConfig;
  from: () => string;
  configurationSet: () => string;
}): Mailer => {
  const load = loadedOnce(async () => {
    const { SESClient, SendEmailCommand } = await import('@aws-sdk/client-ses');
    return { ses: new SESClient({ ...patience, ...config }), SendEmailCommand };
  });
  const part = (data: string) => ({ Data: data, Charset: 'UTF-8' });

  return {
    async send({ to, from: name, replyTo, email, tags }: Message): Promise<Sent> {
      const { ses, SendEmailCommand } = await load();
      try {
        const { MessageId } = await ses.send(
          new SendEmailCommand({
            Source: senderOf(name, from()),
            Destination: { ToAddresses: [to] },
            ...(replyTo && { ReplyToAddresses: [replyTo] }),
            Message: { Subject: part(email.subject), Body: { Text: part(email.text), Html: part(email.html) } },
            ConfigurationSetName: configurationSet(),
            Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return { ok: true, messageId: MessageId ?? '' };
      } catch (error) {
        const fault = faultOf(error);
        count(countedAs[fault]);
        if (fault === 'recipient') return { ok: false };
        throw new MailNotAccepted(fault, { cause: error });
      }
    },
  };
};
