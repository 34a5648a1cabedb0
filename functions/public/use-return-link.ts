import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { csrfToken, draftCookie } from '../../services/apply/drafts.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { asksBirth, createReturns, opensWith } from '../../services/apply/returns.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { typedBirth } from '../../services/web/typed-birth.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { chooseDraftPage, deadLinkPage, useLinkPage, wrongBirth } from '../../templates/pages/return-pages.ts';

/** Uses a link, with the date of birth as a second check, and opens the form in this browser. POST /{council}/return/{token} */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, body } = request;
  expectOwnPage(deps, request);
  const { links, drafts, draftsOf } = createReturns(deps);
  const token = params.token ?? '';
  const born = typedBirth(deps, new URLSearchParams(body));
  const used = await links.use(council.slug, 'draft', token, {
    unclear: async (link) => (asksBirth(await draftsOf(council, link)) ? born.error : undefined),
    judge: async (link) => {
      const opened = (await draftsOf(council, link)).filter(opensWith(born));
      return opened.length > 0 ? opened : undefined;
    },
  });
  if (used.state === 'refused' || used.state === 'unclear') {
    const error = wrongBirth(used);
    return page(400, useLinkPage({ council, token, asksDateOfBirth: true, value: born.typed, error }));
  }
  if (used.state !== 'opened') return page(410, deadLinkPage({ council, reason: used.state }));
  const { judged: opened } = used;
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
