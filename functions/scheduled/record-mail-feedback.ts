import * as z from 'zod';
import type { CareCase } from '../../schemas/case.ts';
import { mailTemplate } from '../../schemas/mail.ts';
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
const feedback = z.object({
  eventType: z.enum(['Bounce', 'Complaint', 'Reject', 'Delivery', 'DeliveryDelay', 'Send', 'Rendering Failure']),
  mail: z.object({ tags: z.object({ council: tag, reference: tag, message: tag }) }),
});
const snsEvent = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

const failures: Readonly<Record<string, 'bounced' | 'complained'>> = {
  Bounce: 'bounced',
  Reject: 'bounced',
  'Rendering Failure': 'bounced',
  Complaint: 'complained',
};

/**
 * Reads bounces and complaints back: the ledger says that the message failed, and staff are asked to reach the person another
 * way. The same news twice changes nothing.
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

  const record = async (message: string): Promise<boolean> => {
    const { eventType, mail } = feedback.parse(JSON.parse(message));
    const status = failures[eventType];
    const reference = caseReference.safeParse(mail.tags.reference[0]);
    if (status === undefined || !reference.success) return false;
    const council = councilSlug.parse(mail.tags.council[0]);
    const key = keyOfTag(mail.tags.message[0]);
    const entry = await store.mail(council, reference.data, key);
    const careCase = await store.case(council, reference.data);
    // News may overtake the ledger line of the message itself; the call fails, and SNS brings it again.
    if (entry === undefined || careCase === undefined) {
      throw new CarewayError('StoreConflict', `No ledger line yet for ${key} of ${reference.data}`);
    }
    if (entry.status !== 'sent') return false;
    const template = mailTemplate.safeParse(entry.template);
    // About someone who has died, or a review that is over, nobody is to be told another way; the ledger still says what happened.
    const [thread = '', step = ''] = key.split('.');
    if (template.success && (await newsNow(deps, careCase)).isWanted({ thread, step, template: template.data })) {
      await notices.tellAnotherWay(
        careCase,
        key,
        template.data,
        `The email ${status}: ${mailWords[template.data]}`,
        status,
        entry,
      );
      return true;
    }
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

  return async ({ Records }: z.output<typeof snsEvent>) => {
    let recorded = 0;
    for (const { Sns } of Records) recorded += Number(await record(Sns.Message));
    return { recorded };
  };
};

export const handler = taskHandler(snsEvent, z.strictObject({ recorded: z.int() }), createRecordMailFeedback);
