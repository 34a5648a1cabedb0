import { sizeOf } from '../../domain/forms/form-size.ts';
import { tooLongToKeep } from '../../domain/forms/room-for-answers.ts';
import type { ProvedAddress } from '../../domain/journey/address-proof.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { Draft } from '../../schemas/draft.ts';
import { say, spokenNow } from '../../schemas/say.ts';
import { checkResponse } from '../../services/apply/check-response.ts';
import { knownAs } from '../../services/apply/contacts.ts';
import { createCorrections } from '../../services/apply/corrections.ts';
import { type DraftRequest, seeOther, todayIn, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { postedFields } from '../../services/apply/drafts.ts';
import { countMinutes } from '../../services/apply/form-minutes.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { unfinishedPages } from '../../services/apply/unfinished-pages.ts';
import type { Deps } from '../../services/deps.ts';
import { casesFollowedHere } from '../../services/follow/case-access.ts';
import { problems } from '../../services/runtime/problems.ts';
import { inEnglishFor } from '../../services/runtime/readers.ts';
import { detailsOf, type SiteResponse } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';

/** No person goes through three pages in a second. Short forms are not held up at all. */
const isTooQuick = (deps: Deps, { draft, form }: DraftRequest): boolean =>
  Date.parse(deps.clock.now()) - Date.parse(draft.startedAt) < Math.floor(sizeOf(form, draft.answers).pages / 3) * 1000;

/** Sends the form, once however often it is asked. POST /{council}/draft/send */
export const call = unsentDraftCall(async (deps, open) => {
  const { draft, form, request, secret } = open;
  const { council } = request;
  postedFields(request, secret);
  const read = readAnswers(form, todayIn(deps), draft.answers);
  if (read.outcome === 'exit') return seeOther(draftUrl(council, '/stop'));
  if (read.outcome === 'problems') return checkResponse(400, open, read.problems);
  if (unfinishedPages(form, draft).length > 0) return checkResponse(400, open);
  const tooLong = tooLongToKeep(form, read.answers);
  if (tooLong.length > 0) return checkResponse(400, open, tooLong);
  if (draft.taken === undefined && isTooQuick(deps, open)) {
    return checkResponse(429, open, [say`Check your answers, then send the form again in a few seconds.`]);
  }
  try {
    return draft.sent === undefined ? await send(deps, open) : await sendAgain(deps, open, draft.sent);
  } catch (error) {
    const { status, title, detail } = detailsOf(error, request);
    return checkResponse(status, open, [`${title}. ${detail} ${say`Your answers are saved.`}`]);
  }
});

/** Whoever came back by the link that was mailed to an address has its mail. */
const provedBy = ({ email }: Draft): ProvedAddress[] =>
  email?.provedAt ? [{ address: email.address, proof: { at: email.provedAt, by: 'link' } }] : [];

/** How whoever filled it in reads. */
const readingOf = ({ easyRead }: Draft) => {
  const words = spokenNow();
  if (words === undefined && !easyRead) return undefined;
  return {
    ...(words && { language: { tag: words.tag, name: words.english } }),
    ...(easyRead && { easyRead: true as const }),
  };
};

/** Who took it, and whom they say that it is about. */
const takenFor = async (
  deps: Deps,
  { council }: DraftRequest['request'],
  { answers }: Draft,
  { secret: _opens, person, ...taken }: NonNullable<Draft['taken']>,
) => ({
  taken,
  ...(await knownAs(deps, council, person, answers['filledInBy'] === 'me' ? 'person' : 'helper')),
});

const send = async (deps: Deps, { draft, request, drafts }: DraftRequest): Promise<SiteResponse> => {
  const { council } = request;
  const form = publicForm(deps, council, draft.form);
  if (form === undefined) throw problems.unknownForm();
  // What is stored, and what staff are told of it, is English.
  const how = {
    proved: provedBy(draft),
    documents: draft.documents ?? [],
    known: await casesFollowedHere(deps, request),
    reading: readingOf(draft),
    ...(draft.together && { together: { code: draft.together.code, half: draft.together.half } }),
    ...(draft.taken === undefined && { sender: request.sender }),
    ...(draft.taken && (await takenFor(deps, request, draft, draft.taken))),
  };
  const sent = await inEnglishFor(() => form.receive(deps, council, draft.answers, `draft ${draft.id}`, how));
  // Whoever was second at the same moment counts nothing.
  const after = await drafts.update(council.slug, draft.id, (found) => (found.sent ? undefined : { ...found, sent }));
  if (after) await countMinutes(deps, after);
  return seeOther(draftUrl(council, '/sent'));
};

const sendAgain = async (
  deps: Deps,
  open: DraftRequest,
  { reference, carerReference }: NonNullable<DraftRequest['draft']['sent']>,
): Promise<SiteResponse> => {
  const { draft, request, drafts } = open;
  const { council } = request;
  const references = carerReference ? [reference, carerReference] : [reference];
  if (
    !(await createCorrections(deps).correct(
      council,
      draft.form,
      draft.answers,
      references,
      provedBy(draft),
      draft.documents,
    ))
  ) {
    return checkResponse(409, open, [
      say`Someone here has started on your form, so it can no longer be corrected. Contact us and give the reference ${reference}. We have the form as you sent it first.`,
    ]);
  }
  await drafts.update(council.slug, draft.id, ({ sent, ...found }) => {
    const { recalledAt: _corrected, ...rest } = sent ?? {};
    return { ...found, ...(sent && { sent: rest as typeof sent }) };
  });
  return seeOther(draftUrl(council, '/sent'));
};
