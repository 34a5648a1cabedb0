import type { CareCase } from '../../schemas/case.ts';
import type { MailTemplate } from '../../schemas/mail.ts';
import { type SendMailInput, sendMailInput, sendMailOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../common/deps.ts';
import { taskHandler } from '../common/handlers.ts';
import { createNotices } from '../common/notices.ts';

/** What is still true to say when the case is closed. Nothing is sent about someone who has died. */
const closingWords: readonly MailTemplate[] = ['decision-made', 'advice-given', 'case-closed'];

/** Whether a mail is still wanted at the moment of sending: nobody is reminded of work that is over. */
const isWanted = (careCase: CareCase, thread: string, template: MailTemplate): boolean => {
  if (careCase.closed?.reason === 'died') return false;
  if (careCase.closed) return closingWords.includes(template);
  return template !== 'review-coming' || thread === `review-${careCase.reviewGeneration}`;
};

/** Writes to whoever gets updates on a case, once for each step. */
export const createSendMail = (deps: Deps) => {
  const notices = createNotices(deps);
  return async ({ council, reference, thread, step, template }: SendMailInput) => {
    const careCase = await deps.store.knownCase(council, reference);
    const wanted = isWanted(careCase, thread, template);
    if (wanted) await notices.tellPerson(careCase, thread, step, template);
    return { wanted };
  };
};

export const handler = taskHandler(sendMailInput, sendMailOutput, createSendMail);
