import { nothing, type SendMailInput, sendMailInput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { newsNow } from '../../services/mail/person-mail.ts';

/** Asks staff to reach the person another way, after every attempt to send a mail has failed. */
export const createRecordUndeliveredMail = (deps: Deps) => {
  const notices = createNotices(deps);
  return async ({ council, reference, thread, step, template }: SendMailInput) => {
    const careCase = await deps.store.knownCase(council, reference);
    // The attempts take hours: what need not be said any more is not said another way either.
    const news = await newsNow(deps, careCase);
    if (news.isWanted({ thread, step, template })) await notices.giveUpOn(careCase, thread, step, template);
    return {};
  };
};

export const handler = taskHandler(sendMailInput, nothing, createRecordUndeliveredMail);
