import { hoursTried } from '../../domain/journey/news.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { createNotices } from './notices.ts';
import { newsNow } from './person-mail.ts';
import { isVisitNews, tellWorkerOfVisits } from './visit-mail.ts';

/**
 * Sends the news that a change owes to whoever gets updates on a case, each of them once, as far as it is still true: what is not wanted any more
 * is not sent, and what was overtaken is said without its promise. Where the time has run out, staff are asked to tell them another way.
 *
 * @throws MailNotAccepted where SES may take it later
 */
export const createOwedMail =
  (deps: Deps) =>
  async ({ council, reference, thread = 'case', step, template, at }: Extract<Signal, { kind: 'tell-person' }>) => {
    const careCase = await deps.store.knownCase(council, reference);
    if (!(await newsNow(deps, careCase)).isWanted({ thread, step, template })) return;
    const notices = createNotices(deps);
    try {
      await notices.tellPerson(careCase, thread, step, template);
      if (isVisitNews(template)) await tellWorkerOfVisits(deps, careCase);
    } catch (error) {
      if (Date.parse(deps.clock.now()) - Date.parse(at) < hoursTried(template) * 3_600_000) throw error;
      await notices.giveUpOn(careCase, thread, step, template);
    }
  };
