import { randomUUID } from 'node:crypto';
import type { SNSEvent } from 'aws-lambda';
import type { Mail } from './accepted-mail.ts';
import { bareAddress } from './ses-rules.ts';

const accountId = '000000000000';
const topicArn = `arn:aws:sns:eu-west-2:${accountId}:mail-feedback`;

type Outcome = { eventType: 'Bounce' | 'Complaint'; addresses: string[]; detail: (addresses: string[]) => object };

const bounced = (addresses: string[], fault: object) =>
  addresses.map((emailAddress) => ({ emailAddress, action: 'failed', ...fault }));

/**
 * What each address of the SES mailbox simulator does, by its local part; a label may follow, as in `bounce+1@`.
 * `success` is accepted and delivered, so it publishes neither a bounce nor a complaint. That `ooto` gives a transient
 * bounce is seen in practice; AWS does not document it.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html for the addresses
 */
const simulator: Record<string, Omit<Outcome, 'addresses'>> = {
  bounce: {
    eventType: 'Bounce',
    detail: (addresses) => ({
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: bounced(addresses, { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }),
      reportingMTA: 'dns; simulator.amazonses.com',
    }),
  },
  suppressionlist: {
    eventType: 'Bounce',
    detail: (addresses) => ({
      bounceType: 'Permanent',
      bounceSubType: 'Suppressed',
      bouncedRecipients: bounced(addresses, {
        status: '5.1.1',
        diagnosticCode: 'Amazon SES has suppressed sending to this address because it recently bounced',
      }),
      reportingMTA: 'dns; amazonses.com',
    }),
  },
  ooto: {
    eventType: 'Bounce',
    detail: (addresses) => ({
      bounceType: 'Transient',
      bounceSubType: 'General',
      bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
    }),
  },
  complaint: {
    eventType: 'Complaint',
    detail: (addresses) => ({
      complainedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
      complaintSubType: null,
      complaintFeedbackType: 'abuse',
      userAgent: 'Amazon SES Mailbox Simulator',
    }),
  },
};

const outcomes = (mail: Mail): Outcome[] => {
  const addresses = [...mail.to, ...mail.cc, ...mail.bcc].map(bareAddress);
  return Object.entries(simulator)
    .map(([name, outcome]) => ({
      ...outcome,
      addresses: addresses.filter((address) =>
        new RegExp(`^${name}(\\+[^@]*)?@simulator\\.amazonses\\.com$`, 'i').test(address),
      ),
    }))
    .filter((outcome) => outcome.addresses.length > 0);
};

const mailRecord = (mail: Mail) => {
  const source = bareAddress(mail.from);
  const headers = [
    { name: 'From', value: mail.from },
    ...(mail.replyTo.length > 0 ? [{ name: 'Reply-To', value: mail.replyTo.join(', ') }] : []),
    { name: 'To', value: mail.to.join(', ') },
    { name: 'Subject', value: mail.subject },
    { name: 'MIME-Version', value: '1.0' },
  ];
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: `arn:aws:ses:eu-west-2:${accountId}:identity/${source}`,
    sendingAccountId: accountId,
    messageId: mail.id,
    destination: [...mail.to, ...mail.cc, ...mail.bcc],
    headersTruncated: false,
    headers,
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags: {
      'ses:configuration-set': [mail.configurationSet],
      'ses:from-domain': [source.slice(source.indexOf('@') + 1)],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
};

/**
 * The events that SES would publish about a mail, each as the Lambda on the SNS topic receives it.
 *
 * Empty unless the mail goes to a simulator address and names a configuration set, for without one SES publishes
 * nothing. A mail to several bouncing addresses gives one event that lists them.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const feedbackEvents = (mail: Mail): SNSEvent[] => {
  if (mail.configurationSet === undefined) return [];
  return outcomes(mail).map(({ eventType, addresses, detail }) => {
    const feedback = { feedbackId: `${mail.id.slice(0, 16)}-${randomUUID()}-000000`, timestamp: mail.at };
    const record = {
      eventType,
      [eventType.toLowerCase()]: {
        ...feedback,
        ...(eventType === 'Complaint' ? { arrivalDate: mail.at } : {}),
        ...detail(addresses),
      },
      mail: mailRecord(mail),
    };
    return snsEvent(JSON.stringify(record), mail.at);
  });
};

const snsEvent = (message: string, timestamp: string): SNSEvent => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `${topicArn}:${randomUUID()}`,
      Sns: {
        Type: 'Notification',
        MessageId: randomUUID(),
        TopicArn: topicArn,
        Subject: 'Amazon SES Email Event Notification',
        Message: message,
        Timestamp: timestamp,
        SignatureVersion: '1',
        Signature: '',
        SigningCertUrl: '',
        UnsubscribeUrl: '',
        MessageAttributes: {},
      },
    },
  ],
});
