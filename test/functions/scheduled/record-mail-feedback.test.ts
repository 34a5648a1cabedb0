import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../../schemas/scalars.ts';
import { createAddressProofs } from '../../../services/mail/address-proofs.ts';
import { openCase, slug } from '../../support/followed-case.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const key = 'assessment-1.send-decision.person';
let people = 0;
/** A case whose person has been told of a decision, at an address that is theirs. */
const told = async (template = 'decision-made', step = 'send-decision') => {
  people += 1;
  const address = `feedback${people}@example.com`;
  const reference = await openCase(platform, { email: address });
  await createAddressProofs(platform.deps).bySignIn([await platform.deps.store.personsCase(slug, reference)], address);
  await platform.platform.lambda.invoke('send-mail', {
    council: slug,
    reference,
    thread: 'assessment-1',
    step,
    template,
  });
  return { reference, address };
};
const ledger = (reference: CaseReference) => platform.deps.store.mail(slug, reference, key);
const tasks = async (reference: CaseReference) =>
  (await platform.deps.store.tasks(slug, reference))
    .filter(({ kind }) => kind === 'contact-another-way')
    .map(({ status, reason }) => `${status}: ${reason}`);
const sentTo = async (address: string) =>
  (await platform.platform.mail.list()).filter(
    ({ to, tags }) => to.includes(address) && tags['message'] === key.replaceAll('.', '__'),
  );

/** What SES tells of a mail. */
const says = async (
  reference: CaseReference,
  eventType: string,
  detail: object,
  { to, of = key, messageId = '' }: { to: string; of?: string; messageId?: string },
) => {
  const id = messageId || (await platform.deps.store.mail(slug, reference, of))?.messageId;
  const tags = { council: [slug], reference: [reference], message: [of.replaceAll('.', '__')] };
  const message = { eventType, ...detail, mail: { messageId: id, destination: [to], tags } };
  return platform.platform.lambda.invoke('record-mail-feedback', {
    Records: [{ Sns: { Message: JSON.stringify(message) } }],
  });
};
const bounce = (to: string, bounceType: string, bounceSubType = 'General') => ({
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: to }] },
});

describe('what comes back of a mail', () => {
  it('is no bounce where it is an out-of-office reply', async () => {
    const { reference, address } = await told();
    const before = await ledger(reference);

    await says(reference, 'Bounce', bounce(address, 'Transient'), { to: address });

    expect([await tasks(reference), await ledger(reference)]).toEqual([[], before]);
  });

  it.each([
    { type: 'Transient', subtype: 'MailboxFull' },
    { type: 'Transient', subtype: 'MessageTooLarge' },
    { type: 'Transient', subtype: 'ContentRejected' },
    { type: 'Transient', subtype: 'AttachmentRejected' },
    { type: 'Undetermined', subtype: 'Undetermined' },
  ])('for $type $subtype is sent again a day later, and only then told another way', async ({ type, subtype }) => {
    const { reference, address } = await told();
    await says(reference, 'Bounce', bounce(address, type, subtype), { to: address });
    await says(reference, 'Bounce', bounce(address, type, subtype), { to: address });
    const [first] = await sentTo(address);
    const atOnce = [await tasks(reference), (await sentTo(address)).length];
    // On one machine what is planned is swept in the morning.
    await platform.platform.clock.forward('P2D');
    const aDayLater = [await tasks(reference), (await sentTo(address)).length];

    // The first one's news once more is old news.
    await says(reference, 'Bounce', bounce(address, type, subtype), { to: address, messageId: first?.id ?? '' });
    const oldNews = await tasks(reference);
    await says(reference, 'Bounce', bounce(address, type, subtype), { to: address });

    expect([atOnce, aDayLater, oldNews]).toEqual([[[], 1], [[], 2], []]);
    expect(await tasks(reference)).toEqual(['open: The email came back twice: the decision is made']);
    expect((await ledger(reference))?.status).toBe('bounced');
  });

  it.each(['General', 'NoEmail', 'Suppressed', 'OnAccountSuppressionList'])(
    'for good (%s) is told another way at once, and once',
    async (subtype) => {
      const { reference, address } = await told();
      await says(reference, 'Bounce', bounce(address, 'Permanent', subtype), { to: address });
      await says(reference, 'Bounce', bounce(address, 'Permanent', subtype), { to: address });

      expect(await tasks(reference)).toEqual(['open: The email bounced: the decision is made']);
    },
  );

  it('as a complaint is told another way, and as the opposite of one is not', async () => {
    const [unwanted, wanted] = [await told(), await told()];
    const complaint = (complaintFeedbackType: string, emailAddress: string) => ({
      complaint: { complaintFeedbackType, complainedRecipients: [{ emailAddress }] },
    });
    await says(unwanted.reference, 'Complaint', complaint('abuse', unwanted.address), { to: unwanted.address });
    await says(wanted.reference, 'Complaint', complaint('not-spam', wanted.address), { to: wanted.address });

    expect(await tasks(unwanted.reference)).toEqual(['open: The email complained: the decision is made']);
    expect(await tasks(wanted.reference)).toEqual([]);
  });

  it('from an address that is theirs no more is sent to the one that is, and asks nothing of staff', async () => {
    const { reference, address } = await told();
    const now = `new-${address}`;
    const { items } = await platform.deps.store.personOf(await platform.deps.store.knownCase(slug, reference));
    const [person] = items;
    if (person === undefined) throw new Error('No person');
    const at = platform.deps.clock.now();
    await platform.deps.store.commit({
      people: [
        {
          person: { ...person, version: person.version + 1, email: now, emailProved: { at, by: 'link' } },
          finds: [now],
        },
      ],
      personEvents: [
        {
          council: slug,
          person: person.id,
          id: platform.deps.newId(),
          at,
          actor: { kind: 'public' },
          action: 'address-proved',
          authority: 'UK GDPR Article 16',
        },
      ],
    });

    await says(reference, 'Bounce', bounce(address, 'Permanent'), { to: address });
    await platform.platform.clock.forward('PT10M');

    expect([(await sentTo(now)).length, await tasks(reference)]).toEqual([1, []]);
    expect((await ledger(reference))?.status).toBe('sent');
  });

  it('of one mail that told several things is told another way for each of them', async () => {
    people += 1;
    const address = `feedback${people}@example.com`;
    const reference = await openCase(platform, { email: address });
    const decision = { step: 'send-decision', template: 'decision-made' };
    await platform.platform.lambda.invoke('send-mail', {
      council: slug,
      reference,
      thread: 'assessment-1',
      ...decision,
    });
    await createAddressProofs(platform.deps).bySignIn(
      [await platform.deps.store.personsCase(slug, reference)],
      address,
    );
    const of = 'assessment-1.acknowledge-application.person';
    await says(reference, 'Bounce', bounce(address, 'Permanent'), { to: address, of });

    expect((await tasks(reference)).filter((task) => task.startsWith('open'))).toEqual([
      'open: The email bounced: we have the application',
      'open: The email bounced: the decision is made',
    ]);
  });

  it('before the ledger says that it was sent is brought again', async () => {
    const { reference, address } = await told();
    const early = says(reference, 'Bounce', bounce(address, 'Permanent'), {
      to: address,
      of: 'assessment-1.not-yet.person',
      messageId: 'm-1',
    });

    await expect(early).rejects.toMatchObject({ name: 'StoreConflict' });
  });
});
