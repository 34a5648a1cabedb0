import { sameAddress } from '../../domain/journey/address-proof.ts';
import { mayBeAskedFor } from '../../domain/journey/first-contact.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { Draft } from '../../schemas/draft.ts';
import { typistOf } from '../../schemas/voices.ts';
import { createCorrections } from '../../services/apply/corrections.ts';
import { draftCall, isSent, seeOther } from '../../services/apply/draft-calls.ts';
import { csrfToken } from '../../services/apply/drafts.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { shownCode } from '../../services/apply/together.ts';
import { page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { confirmationPage } from '../../templates/pages/pages.ts';

/** What follows from what was sent, where it is no application. */
const wayOf = ({ form, answers, sent }: Draft) => {
  if (form === 'help-now' && sent) {
    return { way: 'help-now', readOn: readableDate(addWorkingDays(londonDate(sent.at), 0)) } as const;
  }
  const may = mayBeAskedFor(answers);
  if (form !== 'referral') return may ? {} : ({ way: 'not-agreed' } as const);
  return { way: may ? 'referral' : 'referral-not-agreed' } as const;
};

/** The confirmation, for as long as this browser may open the form. GET /{council}/draft/sent */
export const call = draftCall(async (deps, { draft, secret, request }) => {
  const { council } = request;
  const form = publicForm(deps, council, draft.form);
  if (!isSent(draft) || draft.sent === undefined || form === undefined) return seeOther(draftUrl(council));
  const { reference, carerReference, targetOn, outsideArea, toOpenCase } = draft.sent;
  const [first, second] = await form.indications(draft.answers);
  const { email } = draft;
  const isProved = (address: string) => email?.provedAt !== undefined && sameAddress(email.address, address);
  const references = carerReference ? [reference, carerReference] : [reference];
  const recall = !toOpenCase && (await createCorrections(deps).possible(council, references));
  return page(
    200,
    confirmationPage({
      council,
      reference,
      about: first.kind,
      indication: first.indication,
      ...(second?.indication &&
        carerReference && { carer: { reference: carerReference, indication: second.indication } }),
      ...wayOf(draft),
      helped: typistOf(form.form, draft.answers) !== 'me',
      outsideArea,
      ...(draft.together && {
        together: draft.together.invites ? { code: shownCode(draft.together.code) } : {},
      }),
      toConfirm: [first, second].flatMap((one) => one?.mailTo ?? []).some((address) => !isProved(address)),
      targetOn: readableDate(targetOn),
      ...(recall && { recallToken: csrfToken(secret) }),
    }),
  );
});
