import { adviceWritten } from '../../domain/journey/advice.ts';
import { type SendMailInput, sendMailInput, sendMailOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { newsNow } from '../../services/mail/person-mail.ts';

/**
 * Writes to whoever gets updates on a case, once for each step. What SES does not take now is owed, and the journey goes on: nobody waits for
 * triage because a mail cannot be sent.
 */
export const createSendMail = (deps: Deps) => {
  const notices = createNotices(deps);
  return async ({ council, reference, thread, step, template }: SendMailInput) => {
    const careCase = await deps.store.knownCase(council, reference);
    const wanted =
      (await newsNow(deps, careCase)).isWanted({ thread, step, template }) &&
      // No mail speaks of advice that nobody has written.
      (template !== 'advice-given' || adviceWritten(await deps.store.records(council, reference, 'work')));
    if (wanted) await notices.tellPersonSoon(careCase, thread, step, template);
    return { wanted };
  };
};

export const handler = taskHandler(sendMailInput, sendMailOutput, createSendMail);
