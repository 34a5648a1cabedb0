import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { MailDeps } from '../../../local/mail/mail.ts';
import { createMail } from '../../../local/mail/mail.ts';
import { aFailingLevel } from '../full-once.ts';

const at = '2026-11-21T09:00:00.000Z';

const aMailbox = (deps: Partial<MailDeps> = {}) => {
  const mail = createMail({
    store: new MemoryLevel<string, string>(),
    now: () => Temporal.Instant.from(at),
    identities: ['leicestershire.example', 'someone@other.example'],
    configurationSets: ['careway'],
    ...deps,
  });
  return { mail, ses: new SESClient(mail.clientOptions()) };
};

const anEmail = (changes: Partial<ConstructorParameters<typeof SendEmailCommand>[0]> = {}) =>
  new SendEmailCommand({
    Source: '"Leicestershire, Adult Care" <care@leicestershire.example>',
    ReplyToAddresses: ['duty@leicestershire.example'],
    Destination: { ToAddresses: ['Zoë <zoe@person.example>', 'helper@person.example'] },
    ConfigurationSetName: 'careway',
    Tags: [{ Name: 'reference', Value: 'K7M-29QX-T4F' }],
    Message: {
      Subject: { Data: 'Your charge is £41.55 & more', Charset: 'UTF-8' },
      Body: { Text: { Data: 'First line\nsecond 100% + ü' }, Html: { Data: '<p>First &amp; only</p>' } },
    },
    ...changes,
  });

describe('createMail', () => {
  it('takes mail again where the store could not be read before the first', async () => {
    const { level, fails } = aFailingLevel();
    const { mail, ses } = aMailbox({ store: level });
    fails.lists = true;
    await expect(ses.send(anEmail())).rejects.toThrow('No space left on device');

    fails.lists = false;
    const { MessageId } = await ses.send(anEmail());

    expect(MessageId).toMatch(/-000001$/);
    expect((await mail.list()).map(({ id }) => id)).toEqual([MessageId]);
  });

  it('keeps every part of a mail that the SDK sends, both recipients included', async () => {
    const { mail, ses } = aMailbox();

    const { MessageId } = await ses.send(anEmail());

    expect(await mail.list()).toEqual([
      {
        id: MessageId,
        at,
        from: '"Leicestershire, Adult Care" <care@leicestershire.example>',
        to: ['Zoë <zoe@person.example>', 'helper@person.example'],
        cc: [],
        bcc: [],
        replyTo: ['duty@leicestershire.example'],
        subject: 'Your charge is £41.55 & more',
        text: 'First line\nsecond 100% + ü',
        html: '<p>First &amp; only</p>',
        tags: { reference: 'K7M-29QX-T4F' },
        configurationSet: 'careway',
      },
    ]);
  });

  it('answers an id shaped as SES ids are, by which the mail is found', async () => {
    const { mail, ses } = aMailbox();

    const { MessageId = '' } = await ses.send(anEmail());

    expect(MessageId).toMatch(/^010b[0-9a-f]{12}-[0-9a-f-]{36}-000001$/);
    expect((await mail.get(MessageId))?.subject).toBe('Your charge is £41.55 & more');
  });

  it.each([{ id: 'nothing' }, { id: '010b0-000001' }, { id: '-000009' }])(
    'finds no mail with the id $id',
    async ({ id }) => {
      const { mail, ses } = aMailbox();
      await ses.send(anEmail());

      expect(await mail.get(id)).toBeUndefined();
    },
  );

  it('lists 3 mails of one instant newest first, and a later copy numbers on', async () => {
    const store = new MemoryLevel<string, string>();
    const first = aMailbox({ store });
    const subject = (Data: string) => anEmail({ Message: { Subject: { Data }, Body: { Text: { Data: 't' } } } });
    await first.ses.send(subject('1'));
    await first.ses.send(subject('2'));

    const second = aMailbox({ store });
    await second.ses.send(subject('3'));

    expect((await second.mail.list()).map((mail) => mail.subject)).toEqual(['3', '2', '1']);
    expect(await aMailbox({ store }).mail.count()).toBe(3);
  });

  it('keeps 20 mails that are sent at once', async () => {
    const { mail, ses } = aMailbox();

    await Promise.all(Array.from({ length: 20 }, () => ses.send(anEmail())));

    expect(new Set((await mail.list()).map(({ id }) => id)).size).toBe(20);
    expect(await mail.count()).toBe(20);
  });
});

describe('what the local SES refuses', () => {
  const to = (address: string) => ({ Destination: { ToAddresses: [address] } });

  it.each([
    {
      fault: 'an unverified source',
      changes: { Source: 'care@elsewhere.example' },
      name: 'MessageRejected',
      message:
        'Email address is not verified. The following identities failed the check in region EU-WEST-2: care@elsewhere.example',
    },
    {
      fault: 'a domain that only ends like a verified one',
      changes: { Source: 'care@notleicestershire.example' },
      name: 'MessageRejected',
      message: /not verified/,
    },
    {
      fault: 'another address of a domain of which one address is verified',
      changes: { Source: 'else@other.example' },
      name: 'MessageRejected',
      message: /not verified/,
    },
    {
      fault: 'a comma in an unquoted sender name',
      changes: { Source: 'Bournemouth, Christchurch and Poole <care@leicestershire.example>' },
      name: 'InvalidParameterValue',
      message: "Missing final '@domain'",
    },
    { fault: 'no @', changes: to('zoe'), name: 'InvalidParameterValue', message: "Missing final '@domain'" },
    {
      fault: 'no local part',
      changes: to('@person.example'),
      name: 'InvalidParameterValue',
      message: 'Missing local name',
    },
    { fault: 'no domain', changes: to('zoe@'), name: 'InvalidParameterValue', message: 'Missing domain' },
    {
      fault: 'a space before the @',
      changes: to('zoe w@person.example'),
      name: 'InvalidParameterValue',
      message: 'Local address contains control or whitespace',
    },
    {
      fault: 'two dots before the @',
      changes: to('zoe..w@person.example'),
      name: 'InvalidParameterValue',
      message: 'Local address contains dot-dot',
    },
    {
      fault: 'a domain that is not ASCII',
      changes: to('zoe@pérson.example'),
      name: 'InvalidParameterValue',
      message: 'Domain contains illegal character',
    },
    {
      fault: 'a domain with a dot at its end',
      changes: to('zoe@person.example.'),
      name: 'InvalidParameterValue',
      message: 'Domain ends with dot',
    },
    {
      fault: 'a malformed address to reply to',
      changes: { ReplyToAddresses: ['duty'] },
      name: 'InvalidParameterValue',
      message: "Missing final '@domain'",
    },
    { fault: 'no recipient', changes: { Destination: {} }, name: 'InvalidParameterValue', message: /'To'/ },
    {
      fault: '51 recipients',
      changes: { Destination: { BccAddresses: Array.from({ length: 51 }, (_, n) => `p${n}@person.example`) } },
      name: 'InvalidParameterValue',
      message: /exceeds 50/,
    },
    {
      fault: 'a tag with a colon',
      changes: { Tags: [{ Name: 'reference', Value: 'case:1' }] },
      name: 'InvalidParameterValue',
      message: "Invalid tag value <case:1>: only alphanumeric ASCII characters, '_', and '-' are allowed.",
    },
    {
      fault: 'a tag with a dot',
      changes: { Tags: [{ Name: 'message', Value: 'assessment-1.send-decision' }] },
      name: 'InvalidParameterValue',
      message: /^Invalid tag value <assessment-1.send-decision>/,
    },
    {
      fault: 'a configuration set that does not exist',
      changes: { ConfigurationSetName: 'other' },
      name: 'ConfigurationSetDoesNotExistException',
      message: 'Configuration set <other> does not exist.',
    },
    {
      fault: 'a mail of more than 10 MB',
      changes: { Message: { Subject: { Data: 's' }, Body: { Text: { Data: 'x'.repeat(10_485_761) } } } },
      name: 'InvalidParameterValue',
      message: /10485760 bytes/,
    },
    {
      fault: 'a mail without a body',
      changes: { Message: { Subject: { Data: 's' }, Body: {} } },
      name: 'ValidationError',
      message: /message.body/,
    },
  ])('$fault is $name and leaves no mail', async ({ changes, name, message }) => {
    const { mail, ses } = aMailbox();

    const error = await ses.send(anEmail(changes)).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ name, message: expect.stringMatching(message), $metadata: { httpStatusCode: 400 } });
    expect(await mail.list()).toEqual([]);
  });

  it.each([
    { given: 'a verified domain', changes: { Source: 'any.one@LEICESTERSHIRE.example' } },
    { given: 'a subdomain of a verified domain', changes: { Source: 'care@mail.leicestershire.example' } },
    { given: 'a verified address', changes: { Source: 'Some One <someone@other.example>' } },
    {
      given: '50 recipients',
      changes: { Destination: { BccAddresses: Array.from({ length: 50 }, (_, n) => `p${n}@person.example`) } },
    },
  ])('$given is accepted', async ({ changes }) => {
    const { mail, ses } = aMailbox();

    await ses.send(anEmail(changes));

    expect(await mail.list()).toHaveLength(1);
  });
});
