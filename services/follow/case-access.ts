import { type Follower, followerOf } from '../../domain/journey/case-following.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type CaseReference, type CouncilSlug, caseReference } from '../../schemas/scalars.ts';
import { seeOther } from '../apply/draft-calls.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { createSessions, isOwnForm, type Session } from '../web/sessions.ts';
import { type CouncilCall, type CouncilRequest, expectMediaType, isTooLarge, type SiteResponse } from '../web/site.ts';
import { sayingWhenItEnds } from '../web/time-left.ts';

/** Someone who is signed in and may follow this case. */
export type CaseReader = {
  readonly session: Session;
  readonly careCase: CareCase;
  readonly as: Follower;
  /** What the application said, which gives a helper the right to act. */
  readonly application: Answers;
  readonly actor: Actor;
};

/** A page of a case, for who may see it. `fields` are what was posted: nothing for a GET. */
export type CaseCall = (
  deps: Deps,
) => (request: CouncilRequest, reader: CaseReader, fields: URLSearchParams) => Promise<SiteResponse>;

/** The address of a page of a case. */
export const casePath = ({ council, reference }: Pick<CareCase, 'council' | 'reference'>, part = ''): string =>
  `/${council}/case/${reference}${part === '' ? '' : `/${part}`}`;

/** A reference that no case has: references are drawn from 50 random bits. */
const nobodys = caseReference.parse('000-0000-000');

/** The answers with which a case was opened. */
const applicationOf = async (
  { store }: Pick<Deps, 'store'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
): Promise<Answers> => {
  const record = await store.record(council, reference, 'application', 'application');
  return record?.kind === 'application' ? (record.answers as Answers) : {};
};

/** The cases that the holder of an address may follow now, and as whom. */
export const casesToFollow = async (
  deps: Pick<Deps, 'store'>,
  council: CouncilSlug,
  address: string,
): Promise<{ careCase: CareCase; as: Follower }[]> => {
  const found = await deps.store.casesOfAddress(council, address);
  // An address that nobody gave takes as long as one that has a case.
  if (found.length === 0) {
    await deps.store.case(council, nobodys);
    await applicationOf(deps, { council, reference: nobodys });
  }
  const asked = await Promise.all(
    found.map(async (careCase) => ({
      careCase,
      as: followerOf(careCase, address, await applicationOf(deps, careCase)),
    })),
  );
  return asked
    .flatMap(({ careCase, as }) => (as ? [{ careCase, as }] : []))
    .toSorted((a, b) => b.careCase.openedAt.localeCompare(a.careCase.openedAt));
};

const readerOf = async (
  deps: Deps,
  { council }: CouncilRequest,
  session: Session,
  reference: CaseReference,
): Promise<CaseReader | undefined> => {
  if (!session.subjects.includes(reference)) return undefined;
  const careCase = await deps.store.case(council.slug, reference);
  if (careCase === undefined) return undefined;
  const application = await applicationOf(deps, careCase);
  // Asked again each time: an address that was changed meanwhile, or a helper who was taken off, opens nothing any more.
  const as = followerOf(careCase, session.address, application);
  return as && { session, careCase, as, application, actor: { kind: 'public', as } };
};

/** Tells of a session that has ended: the sign-in page says so, whatever was asked for. */
export const toSignIn = (council: CouncilSlug, state: 'none' | 'ended'): SiteResponse =>
  seeOther(`/${council}/case/sign-in${state === 'ended' ? '?ended=yes' : ''}`);

/**
 * A call about one case for someone who is signed in to it. Who asks, for which council and case, and whether a form came from our own
 * page, is settled here, before the call runs.
 *
 * @param again shows a form once more with what was typed, where the sign-in has ended or the page was not this session's; without it a
 *   post of that kind is answered by the sign-in page, or refused
 */
export const forReaders =
  (
    run: CaseCall,
    again?: (
      deps: Deps,
      request: CouncilRequest,
      fields: URLSearchParams,
      why: 'ended' | 'not-ours',
      csrf: string,
    ) => SiteResponse,
  ): CouncilCall =>
  (deps) =>
  async (request) => {
    const posted = request.body !== '';
    if (posted) {
      expectMediaType(request, 'application/x-www-form-urlencoded');
      if (isTooLarge(request)) throw problems.tooLarge();
    }
    const fields = new URLSearchParams(request.body);
    const { council } = request;
    const found = await createSessions(deps, 'case').of(request);
    if (found.state !== 'open') {
      return posted && again
        ? again(deps, request, fields, 'ended', fields.get('csrf') ?? '')
        : toSignIn(council.slug, found.state);
    }
    const { session } = found;
    const reference = caseReference.safeParse(request.params['reference']);
    const reader = reference.success ? await readerOf(deps, request, session, reference.data) : undefined;
    if (reader === undefined) throw problems.notFound();
    if (posted && !isOwnForm(session, fields.get('csrf'))) {
      if (again === undefined) throw problems.notFromHere();
      return again(deps, request, fields, 'not-ours', session.csrf);
    }
    const response = await run(deps)(request, reader, fields);
    return sayingWhenItEnds(deps, request, response, { held: 'case', endsAt: found.endsAt, csrf: session.csrf });
  };

/** The same for a POST, which without a body has no proof of where it came from. */
export const forPosts = (...args: Parameters<typeof forReaders>): CouncilCall => {
  const call = forReaders(...args);
  return (deps) => async (request) => {
    if (request.body === '') throw problems.notFromHere();
    return call(deps)(request);
  };
};

/** Writes into the history that a copy was read or a thing was done to the case, where nothing else is written with it. */
export const noteRead = async (
  deps: Deps,
  { careCase, actor }: CaseReader,
  action: 'copy-read' | 'copy-downloaded' | 'document-downloaded' | 'everything-downloaded',
  about: string,
): Promise<void> => {
  await deps.store.commit({
    events: [
      eventOf(deps, careCase, { actor, action, about, authority: 'UK GDPR Article 15; Care Act 2014 section 12' }),
    ],
  });
};
