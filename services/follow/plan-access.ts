import { invitedWords, isGood } from '../../domain/plan/plan-invitations.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { PlanInvitation } from '../../schemas/plan-invitation.ts';
import { type CaseReference, type CouncilSlug, caseReference } from '../../schemas/scalars.ts';
import { endedSharePage } from '../../templates/pages/plan-pages.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { createSessions, isOwnForm, type Session } from '../web/sessions.ts';
import { type CouncilCall, type CouncilRequest, expectMediaType, page, type SiteResponse } from '../web/site.ts';
import { sayingWhenItEnds } from '../web/time-left.ts';
import type { PlanSite } from './own-plan-pages.ts';
import { createPlanPeople } from './plan-people.ts';

/** Somebody who was invited to a plan and is signed in to it. */
export type PlanGuest = {
  readonly session: Session;
  readonly invitation: PlanInvitation;
  readonly careCase: CareCase;
  readonly person: KnownPerson;
  readonly actor: Actor;
};

/** What a link or a sign-in opens: which invitation to which case. */
export const invitationNamed = (subject: string): { reference: CaseReference; id: string } | undefined => {
  const [first = '', id = ''] = subject.split(' ');
  const reference = caseReference.safeParse(first);
  return reference.success && id !== '' ? { reference: reference.data, id } : undefined;
};

/** The invitation as it stands, while it is good and the plan is one of a case that goes on. Asked anew each time. */
export const goodInvitation = async (
  deps: Deps,
  council: CouncilSlug,
  subject: string,
): Promise<Pick<PlanGuest, 'invitation' | 'careCase' | 'person'> | undefined> => {
  const named = invitationNamed(subject);
  const careCase = named && (await deps.store.case(council, named.reference));
  if (named === undefined || careCase === undefined || careCase.closed) return undefined;
  const invitation = await createPlanPeople(deps).known(careCase, named.id);
  if (invitation === undefined || !isGood(invitation, londonDate(deps.clock.now()))) return undefined;
  const { person } = await deps.store.personOf(careCase);
  return person.died ? undefined : { invitation, careCase, person };
};

/** A page of a shared plan, for who was invited to it. Whatever else they ask for is not there. */
export const forGuests =
  (
    run: (deps: Deps) => (request: CouncilRequest, guest: PlanGuest, fields: URLSearchParams) => Promise<SiteResponse>,
  ): CouncilCall =>
  (deps) =>
  async (request) => {
    const { council } = request;
    const fields = new URLSearchParams(request.body);
    if (request.body !== '') expectMediaType(request, 'application/x-www-form-urlencoded');
    const found = await createSessions(deps, 'plan').of(request);
    if (found.state !== 'open') return page(401, endedSharePage({ council, why: 'signed-out' }));
    const { session } = found;
    const subject = session.subjects.find((one) => invitationNamed(one)?.id === request.params['invited']);
    if (subject === undefined) throw problems.notFound();
    if (request.body !== '' && !isOwnForm(session, fields.get('csrf'))) throw problems.notFromHere();
    const good = await goodInvitation(deps, council.slug, subject);
    if (good === undefined) return page(410, endedSharePage({ council, why: 'over' }));
    const actor = { kind: 'public' as const, invited: good.invitation.id };
    const response = await run(deps)(request, { ...good, session, actor }, fields);
    return sayingWhenItEnds(deps, request, response, { held: 'plan', endsAt: found.endsAt, csrf: session.csrf });
  };

/** Writes down that a guest looked at the plan, before it is shown. */
export const noteGuest = async (
  deps: Deps,
  { careCase, actor }: Pick<PlanGuest, 'careCase' | 'actor'>,
  action: 'plan-read' | 'plan-helper-signed-in',
  about: string,
): Promise<void> => {
  await deps.store.commit({
    events: [eventOf(deps, careCase, { actor, action, about, authority: 'Care Act 2014 section 25(3)' })],
  });
};

/** The pages of a plan for who was invited to it. */
export const guestSite = (
  deps: Deps,
  request: CouncilRequest,
  { invitation, person, session, actor }: PlanGuest,
): PlanSite => {
  const { id, name, as, may, seesMoney } = invitation;
  return {
    deps,
    request,
    csrf: session.csrf,
    base: `/${request.council.slug}/plan/${id}`,
    back: undefined,
    author: { actor, by: { id: `invited-${id}`, name: `${name} (${invitedWords[as]})`, as: 'invited' } },
    about: person.preferredName ?? person.firstName,
    showsMoney: seesMoney,
    isOwner: false,
    may,
  };
};
