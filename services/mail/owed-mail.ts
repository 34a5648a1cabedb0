import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { createNotices } from './notices.ts';
import { newsNow } from './person-mail.ts';
import { isVisitNews, tellWorkerOfVisits } from './visit-mail.ts';

/** How long a mail is tried again before staff are asked to tell the person another way. */
const patienceMs = 24 * 60 * 60_000;

/**
 * Sends the news that a change owes to whoever gets updates on a case, each of them once.
 *
 * @throws MailNotAccepted where SES may take it later
 */
export const createOwedMail =
  (deps: Deps) =>
  async ({ council, reference, step, template, at }: Extract<Signal, { kind: 'tell-person' }>): Promise<void> => {
    const careCase = await deps.store.knownCase(council, reference);
    const thread = 'case';
    if (!(await newsNow(deps, careCase)).isWanted({ thread, step, template })) return;
    const notices = createNotices(deps);
    try {
      await notices.tellPerson(careCase, thread, step, template);
      if (isVisitNews(template)) await tellWorkerOfVisits(deps, careCase);
    } catch (error) {
      if (Date.parse(deps.clock.now()) - Date.parse(at) < patienceMs) throw error;
      await notices.giveUpOn(careCase, thread, step, template);
    }
  };
