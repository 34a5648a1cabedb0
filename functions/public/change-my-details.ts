import { contactOf } from '../../domain/journey/persons.ts';
import { hasSafeWay } from '../../domain/journey/safe-ways.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { type CaseCall, casePath, forPosts, toSignIn } from '../../services/follow/case-access.ts';
import { createContactDetails, detailsForm } from '../../services/follow/contact-details.ts';
import { createKeptCaseForms, keepTyped } from '../../services/follow/kept-case-forms.ts';
import { page } from '../../services/web/site.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

/** Said before the change counts, to whoever shares their old mailbox with somebody who is not to know. */
const tellsOld =
  'Then we tell your old email address that it was changed. If that is not safe for you, do not open the link, and contact us first.';

/** What was typed is kept, and shown again by another address. */
const keep: CaseCall =
  (deps) =>
  async ({ council, body }, reader) => {
    const form = detailsForm(reader.as);
    await keepTyped(deps, reader, form, { page: form.id, typed: readFormBody(form, body).answers });
    return toSignIn(council.slug, 'kept');
  };

/** What was typed before this browser signed in anew is shown again, to be checked and sent. */
const askAgain: CaseCall = (deps) => async (request, reader, fields) => {
  await keep(deps)(request, reader, fields);
  return seeOther(casePath(reader.careCase, 'details?wrong=yes'));
};

/** Corrects contact details. A new email address counts once it is proved. POST /{council}/case/{reference}/details */
export const call = forPosts(
  (deps) =>
    async ({ council, body }, reader) => {
      const { careCase, as } = reader;
      const { reference } = careCase;
      const form = detailsForm(as);
      const { answers } = readFormBody(form, body);
      const read = readAnswers(form, () => londonDate(deps.clock.now()), answers);
      if (read.outcome !== 'complete') {
        await keepTyped(deps, reader, form, { page: form.id, typed: answers });
        return seeOther(casePath(careCase, 'details?wrong=yes'));
      }
      const isSafe = hasSafeWay(reader.person) || reader.person.alerts.some(({ kind }) => kind === 'harm-disclosed');
      const proving = await createContactDetails(deps).change(council, reader, read.answers);
      await createKeptCaseForms(deps).drop(reader, form.id);
      const lines = [
        'Staff see it too.',
        ...(proving?.isSent === true
          ? [
              `We have sent a link to ${proving.address}. Your new email address counts once you have opened the link, within 10 minutes.`,
              'If no link comes, look in your junk mail, and check the address above. Until then your email address is as it was.',
              ...(contactOf(reader, as)?.emailProved && !isSafe ? [tellsOld] : []),
            ]
          : []),
        ...(proving?.isSent === false
          ? [
              `We cannot send a link to ${proving.address} now, so your email address is as it was. If you had a link to it before, the newest one may still work.`,
              `You can try again tomorrow, or contact ${council.contact.name}${council.contact.phone ? ` on ${council.contact.phone}` : ''}.`,
            ]
          : []),
      ];
      return page(200, doneOnCasePage({ council, reference, heading: 'We have saved your details', lines }));
    },
  { ended: keep, notOurs: askAgain },
);
