import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { ClassicLevel } from 'classic-level';
import { Temporal } from 'temporal-polyfill';
import { createMail } from '../../../local/mail/mail.ts';

/**
 * A process for `survives-kill.test.ts`: sends 3 mails, the last of which bounces into a handler that never ends, tells
 * their ids, and waits to be killed. The folder of the store is its argument.
 */
const store = new ClassicLevel<string, string>(process.argv[2] ?? '');
const mail = createMail({
  store,
  now: () => Temporal.Instant.from('2026-11-21T09:00:00Z'),
  identities: ['leicestershire.example'],
  configurationSets: ['careway'],
  onFeedback: () => new Promise(() => setInterval(() => undefined, 1000)),
});
const ses = new SESClient(mail.clientOptions());
const ids: (string | undefined)[] = [];
for (const to of ['zoe@person.example', 'helper@person.example', 'bounce@simulator.amazonses.com']) {
  const { MessageId } = await ses.send(
    new SendEmailCommand({
      Source: 'care@leicestershire.example',
      Destination: { ToAddresses: [to] },
      ConfigurationSetName: 'careway',
      Message: { Subject: { Data: 'Your review' }, Body: { Text: { Data: 't' } } },
    }),
  );
  ids.push(MessageId);
}
process.stdout.write(`${JSON.stringify(ids)}\n`);
