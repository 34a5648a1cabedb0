import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Draft } from '../../schemas/draft.ts';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { csrfToken, draftCookie } from '../../services/apply/drafts.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { createReturns, opensWith } from '../../services/apply/returns.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import {
  birthQuestion,
  chooseDraftPage,
  deadLinkPage,
  useLinkPage,
  wrongBirth,
} from '../../templates/pages/return-pages.ts';

/** Uses a link, with the date of birth as a second check, and opens the form in this browser. POST /{council}/return/{token} */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, body } = request;
  expectOwnPage(request);
  const { links, drafts, draftsOf } = createReturns(deps);
  const token = params.token ?? '';
  const { dateOfBirth } = readFields([birthQuestion], new URLSearchParams(body));
  let opened: Draft[] = [];
  const used = await links.use(council.slug, 'draft', token, async (link) => {
    opened = (await draftsOf(council, link)).filter(opensWith(dateOfBirth));
    return opened.length > 0;
  });
  if (used.state === 'refused') {
    const error = wrongBirth(used.triesLeft);
    return page(400, useLinkPage({ council, token, asksDateOfBirth: true, value: dateOfBirth, error }));
  }
  if (used.state !== 'opened') return page(410, deadLinkPage({ council, reason: used.state }));
  const secret = await drafts.admit(
    council.slug,
    opened.map(({ id }) => id),
    used.link.address,
  );
  const [first, ...others] = opened;
  const cookie = first ? draftCookie(first.id, secret) : {};
  if (others.length === 0) return seeOther(draftUrl(council), cookie);
  const choices = opened.map(({ id, form, savedAt }) => ({
    id,
    title: publicForm(deps, council, form)?.form.title ?? form,
    savedOn: readableDate(londonDate(savedAt)),
  }));
  return page(200, chooseDraftPage({ council, drafts: choices, csrf: csrfToken(secret) }), cookie);
};
