import { type SendMailInput, sendMailInput, sendMailOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../common/deps.ts';
import { taskHandler } from '../common/handlers.ts';
import { createNotices } from '../common/notices.ts';
import { isWanted } from '../common/person-mail.ts';

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
