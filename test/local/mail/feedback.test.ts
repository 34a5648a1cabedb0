import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import type { SNSEvent } from 'aws-lambda';
import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createMail } from '../../../local/mail/mail.ts';

const at = '2026-11-21T09:00:00.000Z';
const store = () => new MemoryLevel<string, string>();

const aMailbox = (onFeedback: (event: SNSEvent) => Promise<void>, level = store()) => {
  const mail = createMail({
    store: level,
    now: () => Temporal.Instant.from(at),
    identities: ['leicestershire.example'],
    configurationSets: ['careway'],
    onFeedback,
  });
  return { mail, ses: new SESClient(mail.clientOptions()) };
};

const anEmail = (to: string[], set: { ConfigurationSetName?: string } = { ConfigurationSetName: 'careway' }) =>
  new SendEmailCommand({
    Source: 'Adult Care <care@leicestershire.example>',
    Destination: { ToAddresses: to },
    ...set,
    Tags: [{ Name: 'reference', Value: 'K7M-29QX-T4F' }],
    Message: { Subject: { Data: 'Your review' }, Body: { Text: { Data: 't' } } },
  });

const messages = (events: SNSEvent[]): unknown[] =>
  events.map((event) => JSON.parse(event.Records[0]?.Sns.Message ?? ''));

describe('feedback about mail', () => {
  it('publishes a hard bounce with the mail and its tags for bounce@simulator.amazonses.com', async () => {
    const events: SNSEvent[] = [];
    const { mail, ses } = aMailbox(async (event) => void events.push(event));

    const { MessageId } = await ses.send(anEmail(['bounce@simulator.amazonses.com', 'zoe@person.example']));
    await mail.settled();

    expect(events[0]?.Records[0]).toMatchObject({
      EventSource: 'aws:sns',
      Sns: { Type: 'Notification', Timestamp: at },
    });
    expect(messages(events)).toEqual([
      {
        eventType: 'Bounce',
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: [
            {
              emailAddress: 'bounce@simulator.amazonses.com',
              action: 'failed',
              status: '5.1.1',
              diagnosticCode: 'smtp; 550 5.1.1 user unknown',
            },
          ],
          timestamp: at,
          feedbackId: expect.stringMatching(/^010b[0-9a-f]{12}-[0-9a-f-]{36}-000000$/),
          reportingMTA: expect.stringMatching(/^dns; /),
        },
        mail: {
          timestamp: at,
          source: 'Adult Care <care@leicestershire.example>',
          sourceArn: 'arn:aws:ses:eu-west-2:000000000000:identity/care@leicestershire.example',
          sendingAccountId: '000000000000',
          messageId: MessageId,
          destination: ['bounce@simulator.amazonses.com', 'zoe@person.example'],
          headersTruncated: false,
          headers: expect.arrayContaining([{ name: 'Subject', value: 'Your review' }]),
          commonHeaders: {
            from: ['Adult Care <care@leicestershire.example>'],
            to: ['bounce@simulator.amazonses.com', 'zoe@person.example'],
            messageId: MessageId,
            subject: 'Your review',
          },
          tags: {
            'ses:configuration-set': ['careway'],
            'ses:from-domain': ['leicestershire.example'],
            'ses:caller-identity': ['local'],
            reference: ['K7M-29QX-T4F'],
          },
        },
      },
    ]);
  });

  it.each([
    { to: 'bounce+k7m@simulator.amazonses.com', record: { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } } },
    {
      to: 'Zoe <suppressionlist@simulator.amazonses.com>',
      record: { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' } },
    },
    { to: 'ooto@simulator.amazonses.com', record: { eventType: 'Bounce', bounce: { bounceType: 'Transient' } } },
    {
      to: 'complaint@simulator.amazonses.com',
      record: {
        eventType: 'Complaint',
        complaint: {
          complainedRecipients: [{ emailAddress: 'complaint@simulator.amazonses.com' }],
          complaintFeedbackType: 'abuse',
          arrivalDate: at,
        },
      },
    },
  ])('publishes one $record.eventType for $to', async ({ to, record }) => {
    const events: SNSEvent[] = [];
    const { mail, ses } = aMailbox(async (event) => void events.push(event));

    await ses.send(anEmail([to]));
    await mail.settled();

    expect(messages(events)).toEqual([expect.objectContaining({ eventType: record.eventType })]);
    expect(messages(events)).toMatchObject([record]);
  });

  it.each([
    { why: 'success@simulator.amazonses.com', email: anEmail(['success@simulator.amazonses.com']) },
    { why: 'an address outside the simulator', email: anEmail(['bounce@person.example']) },
    { why: 'a mail without configuration set', email: anEmail(['bounce@simulator.amazonses.com'], {}) },
  ])('publishes nothing for $why', async ({ email }) => {
    const events: SNSEvent[] = [];
    const { mail, ses } = aMailbox(async (event) => void events.push(event));

    await ses.send(email);
    await mail.settled();

    expect(events).toEqual([]);
    expect(await mail.list()).toHaveLength(1);
  });

  it('tells of a handler that failed, keeps its event, and delivers it once on resume', async () => {
    const level = store();
    const failing = aMailbox(() => Promise.reject(new Error('table is away')), level);
    await failing.ses.send(anEmail(['bounce@simulator.amazonses.com']));
    await expect(failing.mail.settled()).rejects.toMatchObject({ errors: [new Error('table is away')] });

    const events: SNSEvent[] = [];
    const later = aMailbox(async (event) => void events.push(event), level);
    await later.mail.resume();
    await later.mail.resume();

    expect(messages(events)).toMatchObject([{ eventType: 'Bounce', mail: { tags: { reference: ['K7M-29QX-T4F'] } } }]);
  });

  it('delivers the second of 2 events although the first is refused', async () => {
    const handled: unknown[] = [];
    const { mail, ses } = aMailbox(async (event) => {
      const [record] = messages([event]) as [{ eventType: string }];
      if (record.eventType === 'Bounce') throw new Error('refused');
      handled.push(record.eventType);
    });

    await ses.send(anEmail(['bounce@simulator.amazonses.com', 'complaint@simulator.amazonses.com']));

    await expect(mail.settled()).rejects.toThrow('Feedback about mail was not handled');
    expect(handled).toEqual(['Complaint']);
  });
});
