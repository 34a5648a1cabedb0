import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { sameAddress } from '../../domain/journey/address-proof.ts';
import { type CameBack, cameBackAs, hoursUntilAgain } from '../../domain/journey/mail-feedback.ts';
import { hoursTried } from '../../domain/journey/news.ts';
import { contactOf } from '../../domain/journey/persons.ts';
import { toIsoInstant } from '../../domain/time/clock-time.ts';
import type { CareCase } from '../../schemas/case.ts';
import { type MailEntry, mailTemplate } from '../../schemas/mail.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { heldKeyOf } from '../../services/mail/held-mail.ts';
import { keyOfTag } from '../../services/mail/mailer.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { newsNow } from '../../services/mail/person-mail.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { eventOf, platform } from '../../services/store/audit.ts';

const tag = z.tuple([z.string()], z.string());

/**
 * What SES publishes about a message through a configuration set, as SNS hands it on. The tags are ours (`services/mail/mailer.ts`).
 *
 * @see Amazon SES Developer Guide, contents of event data that Amazon SES publishes to Amazon SNS
 */
const recipients = z.array(z.object({ emailAddress: z.string() })).default([]);
const feedback = z.object({
  eventType: z.string(),
  bounce: z
    .object({
      bounceType: z.string().optional(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: recipients,
    })
    .optional(),
  complaint: z.object({ complaintFeedbackType: z.string().nullish(), complainedRecipients: recipients }).optional(),
  mail: z.object({
    messageId: z.string().optional(),
    destination: z.array(z.string()).default([]),
    tags: z.object({ council: tag, reference: tag, message: tag }),
  }),
});
type SesFeedback = z.output<typeof feedback>;
const snsEvent = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/** Whom a mail came back from: those that SES names, or else everybody it was for. */
const addressesOf = ({ bounce, complaint, mail }: SesFeedback): string[] => {
  const named = [...(bounce?.bouncedRecipients ?? []), ...(complaint?.complainedRecipients ?? [])];
  return named.length > 0 ? named.map(({ emailAddress }) => emailAddress) : mail.destination;
};

/**
 * Reads bounces and complaints back: the ledger says that the message failed, and staff are asked to reach the person another
 * way. What may arrive another time is sent once more first; what came back from an address that the reader has left is sent to the one they have.
 * The same news twice, or of an earlier sending, changes nothing.
 */
export const createRecordMailFeedback = (deps: Deps) => {
  const { store, clock } = deps;
  const notices = createNotices(deps);

  /** Where a mail that asked to confirm an address failed, the news that it stood for is told another way. */
  const tellOfHeld = async (careCase: CareCase, key: string, status: 'bounced' | 'complained'): Promise<void> => {
    const heldKey = heldKeyOf(key);
    const held = heldKey ? await store.mail(careCase.council, careCase.reference, heldKey) : undefined;
    if (held?.status !== 'held') return;
    const template = mailTemplate.parse(held.template);
    const [thread = '', step = ''] = held.key.split('.');
    if (!(await newsNow(deps, careCase)).isWanted({ thread, step, template })) return;
    await notices.tellAnotherWay(
      careCase,
      held.key,
      template,
      `The email ${status}: ${mailWords[template]}`,
      status,
      held,
    );
  };

  /** Whether a mail came back from an address that its reader does not have any more. */
  const isOfOldAddress = async (careCase: CareCase, who: string | undefined, from: readonly string[]) => {
    if (who !== 'person' && who !== 'helper') return false;
    const { person } = await store.personOf(careCase);
    const email = contactOf({ careCase, person }, who)?.email;
    return email !== undefined && from.length > 0 && !from.some((address) => sameAddress(address, email));
  };

  /** Records what came back of one message. */
  const recordOf = async (
    careCase: CareCase,
    entry: MailEntry,
    told: SesFeedback,
    cameBack: Exclude<CameBack, 'nothing'>,
  ): Promise<boolean> => {
    const { key } = entry;
    const status = cameBack === 'unwanted' ? 'complained' : 'bounced';
    const template = mailTemplate.safeParse(entry.template);
    // About someone who has died, or a review that is over, nobody is to be told another way; the ledger still says what happened.
    const [thread = '', step = '', who] = key.split('.');
    if (template.success && (await newsNow(deps, careCase)).isWanted({ thread, step, template: template.data })) {
      const hasMoved = await isOfOldAddress(careCase, who, addressesOf(told));
      if (hasMoved && status === 'bounced') {
        await notices.sendAgain(careCase, entry, template.data, clock.now());
        return true;
      }
      const mayWait = hoursTried(template.data) >= hoursUntilAgain && !entry.cameBack;
      if (cameBack === 'for-now' && mayWait) {
        const from = toIsoInstant(Temporal.Instant.from(clock.now()).add({ hours: hoursUntilAgain }));
        await notices.sendAgain(careCase, entry, template.data, from);
        return true;
      }
      if (!hasMoved) {
        const how = entry.cameBack ? 'came back twice' : status;
        await notices.tellAnotherWay(
          careCase,
          key,
          template.data,
          `The email ${how}: ${mailWords[template.data]}`,
          status,
          entry,
        );
        return true;
      }
    }
    // A mail that asks to confirm an address stands for news that staff tell another way already, where it may arrive yet.
    if (cameBack === 'for-now') return false;
    await tellOfHeld(careCase, key, status);
    // To staff, the work stands on the worklist, and the digest brings it to the manager.
    return store.commit({
      mail: [{ ...entry, version: entry.version + 1, status, at: clock.now() }],
      events: [
        eventOf(deps, careCase, {
          actor: platform('record-mail-feedback'),
          action: `email-${status}`,
          about: key,
          authority: 'Care Act 2014 section 4',
        }),
      ],
    });
  };

  const record = async (message: string): Promise<boolean> => {
    const told = feedback.parse(JSON.parse(message));
    const { mail } = told;
    const cameBack = cameBackAs({
      eventType: told.eventType,
      ...told.bounce,
      complaintFeedbackType: told.complaint?.complaintFeedbackType ?? undefined,
    });
    const reference = caseReference.safeParse(mail.tags.reference[0]);
    if (cameBack === 'nothing' || !reference.success) return false;
    const council = councilSlug.parse(mail.tags.council[0]);
    const key = keyOfTag(mail.tags.message[0]);
    const entry = await store.mail(council, reference.data, key);
    const careCase = await store.case(council, reference.data);
    // News may overtake the ledger line of the message itself; the call fails, and SNS brings it again.
    if (entry === undefined || careCase === undefined) {
      throw new CarewayError('StoreConflict', `No ledger line yet for ${key} of ${reference.data}`);
    }
    if (entry.status !== 'sent') return false;
    if (mail.messageId !== undefined && entry.messageId !== undefined && mail.messageId !== entry.messageId) {
      // Of the sending before this one; or of the next, which the ledger is about to say.
      if (entry.againFrom === undefined || entry.againFrom > clock.now()) return false;
      throw new CarewayError('StoreConflict', `No ledger line yet for ${key} of ${reference.data}`);
    }
    if (entry.againFrom !== undefined) return false;
    // What was held back is told in one mail, which is several messages of the ledger.
    const sentWith = (await newsNow(deps, careCase)).mail.filter(
      ({ key: other, status: as, messageId }) =>
        other !== key && as === 'sent' && messageId !== undefined && messageId === entry.messageId,
    );
    let recorded = false;
    for (const line of [entry, ...sentWith]) recorded = (await recordOf(careCase, line, told, cameBack)) || recorded;
    return recorded;
  };

  return async ({ Records }: z.output<typeof snsEvent>) => {
    let recorded = 0;
    for (const { Sns } of Records) recorded += Number(await record(Sns.Message));
    return { recorded };
  };
};

export const handler = taskHandler(snsEvent, z.strictObject({ recorded: z.int() }), createRecordMailFeedback);
