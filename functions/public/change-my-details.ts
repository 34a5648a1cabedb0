import { contactOf } from '../../domain/journey/persons.ts';
import { hasSafeWay } from '../../domain/journey/safe-ways.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { createContactDetails, detailsForm } from '../../services/follow/contact-details.ts';
import { page } from '../../services/web/site.ts';
import { caseFormPage, doneOnCasePage } from '../../templates/pages/case-pages.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

/** Said before the change counts, to whoever shares their old mailbox with somebody who is not to know. */
const tellsOld =
  'Then we tell your old email address that it was changed. If that is not safe for you, do not open the link, and contact us first.';

/** Corrects contact details. A new email address counts once it is proved. POST /{council}/case/{reference}/details */
export const call = forPosts((deps) => async ({ council, body }, reader) => {
  const { careCase, as, session } = reader;
  const { reference } = careCase;
  const form = detailsForm(as);
  const { answers } = readFormBody(form, body);
  const read = readAnswers(form, () => londonDate(deps.clock.now()), answers);
  if (read.outcome !== 'complete') {
    const problems = read.outcome === 'problems' ? read.problems : [];
    const of = { council, reference, csrf: session.csrf, part: 'details', form };
    return page(400, caseFormPage({ ...of, values: answers, problems }));
  }
  const isSafe = hasSafeWay(reader.person) || reader.person.alerts.some(({ kind }) => kind === 'harm-disclosed');
  const proving = await createContactDetails(deps).change(council, reader, read.answers);
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
});
