import { say } from '../../schemas/say.ts';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, casesToFollow } from '../../services/follow/case-access.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { createLinks } from '../../services/mail/links.ts';
import { eventOf } from '../../services/store/audit.ts';
import { createSessions } from '../../services/web/sessions.ts';
import { type CouncilCall, expectMediaType, page } from '../../services/web/site.ts';
import { typedBirth, wasBornOn } from '../../services/web/typed-birth.ts';
import { deadCaseLinkPage, useCaseLinkPage } from '../../templates/pages/case-pages.ts';
import { wrongBirth } from '../../templates/pages/return-pages.ts';

/**
 * Uses a link, with the date of birth as a second check, and signs this browser in. POST /{council}/case/sign-in/{token}
 *
 * The address is asked of the cases again: a link that was sent before an address was changed opens nothing. It is proved with this.
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, body } = request;
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(deps, request);
  const token = params['token'] ?? '';
  const born = typedBirth(deps, new URLSearchParams(body));
  const used = await createLinks(deps).use(council.slug, 'case', token, {
    unclear: () => born.error,
    judge: async ({ address, subjects }) => {
      const found = await casesToFollow(deps, council.slug, address);
      const opened = found.filter(
        ({ careCase: { reference }, person }) => subjects.includes(reference) && wasBornOn(person, born),
      );
      return opened.length > 0 ? opened : undefined;
    },
  });
  if (used.state === 'refused' || used.state === 'unclear') {
    const error = wrongBirth(used);
    const action = `/${council.slug}/case/sign-in/${token}`;
    const words = { heading: say`Open your case`, button: say`Open my case` };
    return page(400, useCaseLinkPage({ council, action, ...words, value: born.typed, error }));
  }
  if (used.state !== 'opened') return page(410, deadCaseLinkPage({ council, reason: used.state }));
  const { judged: opened } = used;
  const cookie = await createSessions(deps, 'case').open(council.slug, {
    address: used.link.address,
    subjects: opened.map(({ careCase }) => careCase.reference),
  });
  for (const { careCase } of opened) {
    const events = [
      eventOf(deps, careCase, { actor: { kind: 'public' }, action: 'signed-in', authority: 'UK GDPR Article 15' }),
    ] as const;
    await deps.store.commit({ events: [...events] });
  }
  await createAddressProofs(deps).bySignIn(opened, used.link.address);
  const [only, ...others] = opened;
  const to = only && others.length === 0 ? casePath(only.careCase) : `/${council.slug}/case`;
  return seeOther(to, cookie);
};
