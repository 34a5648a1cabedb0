import { timingSafeEqual } from 'node:crypto';
import { expectOwnPage, seeOther } from '../../services/apply/draft-calls.ts';
import { goodInvitation, noteGuest } from '../../services/follow/plan-access.ts';
import { createPlanPeople } from '../../services/follow/plan-people.ts';
import { createLinks } from '../../services/mail/links.ts';
import { createSessions } from '../../services/web/sessions.ts';
import { type CouncilCall, expectMediaType, page } from '../../services/web/site.ts';
import { deadPlanLinkPage, planLinkSentPage, usePlanLinkPage } from '../../templates/pages/plan-pages.ts';

const isSame = (one: string, other: string): boolean => {
  const [ours, theirs] = [Buffer.from(one), Buffer.from(other)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
};

/**
 * Uses a link to a plan, with the code as a second check, and signs this browser in to the plan alone. A link that was used has a new one sent to
 * the address that it went to. POST /{council}/plan/link/{token}
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, body } = request;
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(deps, request);
  const token = params['token'] ?? '';
  const fields = new URLSearchParams(body);
  const links = createLinks(deps);
  if (fields.get('action') === 'again') {
    const found = await links.look(council.slug, 'plan', token);
    const [subject = ''] = found.state === 'used' || found.state === 'expired' ? found.link.subjects : [];
    const good = await goodInvitation(deps, council.slug, subject);
    if (good) await createPlanPeople(deps).mail(good.invitation);
    return page(200, planLinkSentPage({ council }));
  }
  const code = (fields.get('code') ?? '').replaceAll(/\D/g, '');
  const used = await links.use(council.slug, 'plan', token, {
    unclear: () => (code.length === 6 ? undefined : 'Enter the code of 6 numbers'),
    judge: async ({ subjects: [subject = ''] }) => {
      const good = await goodInvitation(deps, council.slug, subject);
      return good && isSame(good.invitation.code, code) ? good : undefined;
    },
  });
  if (used.state === 'unclear' || used.state === 'refused') {
    const error =
      used.state === 'unclear'
        ? used.error
        : `The code does not match. You can try ${used.triesLeft} more ${used.triesLeft === 1 ? 'time' : 'times'}`;
    return page(400, usePlanLinkPage({ council, token, value: fields.get('code') ?? '', error }));
  }
  if (used.state !== 'opened') return page(410, deadPlanLinkPage({ council, token, reason: used.state }));
  const { invitation, careCase } = used.judged;
  const cookie = await createSessions(deps, 'plan').open(council.slug, {
    address: used.link.address,
    subjects: used.link.subjects,
  });
  await noteGuest(
    deps,
    { careCase, actor: { kind: 'public', invited: invitation.id } },
    'plan-helper-signed-in',
    invitation.id,
  );
  return seeOther(`/${council.slug}/plan/${invitation.id}`, cookie);
};
