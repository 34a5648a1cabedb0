import type { PersonsCase } from '../../domain/journey/persons.ts';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, casesToFollow } from '../../services/follow/case-access.ts';
import { createAddressProofs } from '../../services/mail/address-proofs.ts';
import { createLinks } from '../../services/mail/links.ts';
import { eventOf } from '../../services/store/audit.ts';
import { createSessions } from '../../services/web/sessions.ts';
import { type CouncilCall, expectMediaType, page } from '../../services/web/site.ts';
import { deadCaseLinkPage, useCaseLinkPage } from '../../templates/pages/case-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { birthQuestion, wrongBirth } from '../../templates/pages/return-pages.ts';

/**
 * Uses a link, with the date of birth as a second check, and signs this browser in. POST /{council}/case/sign-in/{token}
 *
 * The address is asked of the cases again: a link that was sent before an address was changed opens nothing. It is proved with this.
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, body } = request;
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(request);
  const token = params['token'] ?? '';
  const { dateOfBirth } = readFields([birthQuestion], new URLSearchParams(body));
  let opened: PersonsCase[] = [];
  const used = await createLinks(deps).use(council.slug, 'case', token, async ({ address, subjects }) => {
    const found = await casesToFollow(deps, council.slug, address);
    opened = found.filter(
      ({ careCase: { reference }, person }) =>
        subjects.includes(reference) && person.dateOfBirth !== undefined && person.dateOfBirth === dateOfBirth,
    );
    return opened.length > 0;
  });
  if (used.state === 'refused') {
    const error = wrongBirth(used.triesLeft);
    const action = `/${council.slug}/case/sign-in/${token}`;
    const words = { heading: 'Open your case', button: 'Open my case' };
    return page(400, useCaseLinkPage({ council, action, ...words, value: dateOfBirth, error }));
  }
  if (used.state !== 'opened') return page(410, deadCaseLinkPage({ council, reason: used.state }));
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
