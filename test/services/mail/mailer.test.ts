import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createMailer, keyOfTag, tagOfKey } from '../../../services/mail/mailer.ts';

/** The local SES is never throttled, paused or out of reach; these answers only AWS gives. */
const ses = mockClient(SESClient);
afterEach(() => ses.reset());
afterAll(() => ses.restore());

const mailer = createMailer({
  config: { region: 'eu-west-2' },
  from: () => 'no-reply@careway.example',
  configurationSet: () => 'careway',
});
const message = {
  to: 'rose.okafor@example.com',
  from: 'Leicestershire County Council',
  email: { subject: 'Your request', text: 'Hello', html: '<p>Hello</p>' },
  tags: { council: 'leicestershire', reference: 'K7M-29QX-T4F', message: 'review-1__remind__person' },
};
const named = (name: string) => Object.assign(new Error(name), { name });

describe('createMailer', () => {
  it.each(['Throttling', 'AccountSendingPausedException', 'ServiceUnavailable', 'TimeoutError'])(
    'throws MailNotAccepted on %s, so that the state machine tries again',
    async (name) => {
      ses.on(SendEmailCommand).rejects(named(name));

      await expect(mailer.send(message)).rejects.toMatchObject({ name: 'MailNotAccepted' });
    },
  );

  it.each(['MessageRejected', 'InvalidParameterValue'])('says that %s is for good', async (name) => {
    ses.on(SendEmailCommand).rejects(named(name));

    await expect(mailer.send(message)).resolves.toEqual({ ok: false });
  });

  it('sends text and HTML through the configuration set, with the marks by which a bounce finds its case', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm-1' });

    await expect(mailer.send(message)).resolves.toEqual({ ok: true, messageId: 'm-1' });

    const sent = ses.commandCalls(SendEmailCommand)[0]?.args[0].input;
    expect(sent).toMatchObject({
      Source: '"Leicestershire County Council" <no-reply@careway.example>',
      ConfigurationSetName: 'careway',
      Message: { Body: { Text: { Data: 'Hello' }, Html: { Data: '<p>Hello</p>' } } },
      Tags: expect.arrayContaining([{ Name: 'reference', Value: 'K7M-29QX-T4F' }]),
    });
  });
});

describe('the sender', () => {
  it.each([
    { from: 'Cornwall Council', sender: '"Cornwall Council" <no-reply@careway.example>' },
    { from: 'A "quoted" name', sender: '"A quoted name" <no-reply@careway.example>' },
    { from: 'Môn', sender: '=?UTF-8?B?TcO0bg==?= <no-reply@careway.example>' },
  ])('is $from, whatever name the address of the deployment has', async ({ from, sender }) => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    const named = createMailer({
      config: { region: 'eu-west-2' },
      from: () => 'Careway <no-reply@careway.example>',
      configurationSet: () => 'careway',
    });

    await named.send({ ...message, from });

    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Source).toBe(sender);
  });
});

describe('tagOfKey', () => {
  it('holds only letters, digits, _ and -, and the key comes back from it', () => {
    const key = 'assessment-1.draft-plan-2.task-opened.staff';

    expect(tagOfKey(key)).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(keyOfTag(tagOfKey(key))).toBe(key);
  });
});
