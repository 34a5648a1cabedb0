import type { SESClientConfig } from '@aws-sdk/client-ses';
import type { Email } from '../../schemas/mail.ts';
import { CarewayError } from '../runtime/errors.ts';

/** A message with its reader and the marks by which a bounce finds its case again. */
export type Message = {
  readonly to: string;
  readonly replyTo?: string;
  readonly email: Email;
  /** No personal data. Values are letters, digits, `_` and `-`, at most 256. @see SES API, MessageTag */
  readonly tags: Readonly<Record<'council' | 'reference' | 'message', string>>;
};

/** A message key as a tag may hold it, and the key back from a tag: a dot, which no tag may hold, is `__` there. */
export const tagOfKey = (key: string): string => key.replaceAll('.', '__');
export const keyOfTag = (tag: string): string => tag.replaceAll('__', '.');

/** What SES said: sent, or refused for good because of this message or this address. */
export type Sent = { readonly ok: true; readonly messageId: string } | { readonly ok: false };

/** Refusals that another attempt would only meet again. */
const refusals = ['MessageRejected', 'InvalidParameterValue'];

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
}) => {
  let loaded: Promise<Awaited<ReturnType<typeof load>>> | undefined;
  const load = async () => {
    const { SESClient, SendEmailCommand } = await import('@aws-sdk/client-ses');
    return { ses: new SESClient(config), SendEmailCommand };
  };
  const part = (data: string) => ({ Data: data, Charset: 'UTF-8' });

  return {
    async send({ to, replyTo, email, tags }: Message): Promise<Sent> {
      loaded ??= load();
      const { ses, SendEmailCommand } = await loaded;
      try {
        const { MessageId } = await ses.send(
          new SendEmailCommand({
            Source: from(),
            Destination: { ToAddresses: [to] },
            ...(replyTo && { ReplyToAddresses: [replyTo] }),
            Message: { Subject: part(email.subject), Body: { Text: part(email.text), Html: part(email.html) } },
            ConfigurationSetName: configurationSet(),
            Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return { ok: true, messageId: MessageId ?? '' };
      } catch (error) {
        if (error instanceof Error && refusals.includes(error.name)) return { ok: false };
        throw new CarewayError('MailNotAccepted', 'SES did not accept a message', { cause: error });
      }
    },
  };
};

export type Mailer = ReturnType<typeof createMailer>;
