import { followerOf } from '../../domain/journey/case-following.ts';
import { type Follower, helperOf, type PersonsCase } from '../../domain/journey/persons.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import { type Helper, type KnownPerson, personId } from '../../schemas/person.ts';
import { readTo } from '../../schemas/say.ts';
import { type CaseReference, type CouncilSlug, caseReference } from '../../schemas/scalars.ts';
import { seeOther } from '../apply/draft-calls.ts';
import type { Deps } from '../deps.ts';
import { readsOf } from '../mail/reading.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { createSessions, isOwnForm, type Session } from '../web/sessions.ts';
import { type CouncilCall, type CouncilRequest, expectMediaType, type SiteResponse } from '../web/site.ts';
import { sayingWhenItEnds } from '../web/time-left.ts';

/** Someone who is signed in and may follow this case. */
export type CaseReader = PersonsCase & {
  readonly session: Session;
  readonly as: Follower;
  /** Whoever helps the person with this case, whether or not it is they who are signed in. */
  readonly helper?: Helper | undefined;
  readonly actor: Actor;
};

/** A page of a case, for who may see it. `fields` are what was posted: nothing for a GET. */
export type CaseCall = (
  deps: Deps,
) => (request: CouncilRequest, reader: CaseReader, fields: URLSearchParams) => Promise<SiteResponse>;

/** The address of a page of a case. */
export const casePath = ({ council, reference }: Pick<CareCase, 'council' | 'reference'>, part = ''): string =>
  `/${council}/case/${reference}${part === '' ? '' : `/${part}`}`;

/** An id and a reference that nobody and no case has: they are drawn from 128 and from 50 random bits. */
const nobody = { personId: personId.parse('A'.repeat(22)), reference: caseReference.parse('000-0000-000') };

/** The cases that the holder of an address may follow now, and as whom. */
export const casesToFollow = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  address: string,
): Promise<(PersonsCase & { as: Follower })[]> => {
  const found = await store.casesOfAddress(council, address);
  // An address that nobody gave takes as long as one that has a case.
  if (found.length === 0) {
    await store.persons.find(council, nobody.personId);
    await store.persons.cases(council, [nobody.personId]);
    await store.case(council, nobody.reference);
  }
  return found
    .flatMap((of) => {
      const as = followerOf(of, address);
      return as ? [{ ...of, as }] : [];
    })
    .toSorted((a, b) => b.careCase.openedAt.localeCompare(a.careCase.openedAt));
};

/** Whether a sign-in is from before a change of contact details was undone: whoever made the change may be in by it. */
const endedByUndoing = ({ changesUndone = [] }: KnownPerson, { openedAt }: Session): boolean =>
  changesUndone.some(({ at }) => openedAt < at);

/** The cases that this browser is signed in to follow; none where it is not signed in. */
export const casesFollowedHere = async (
  deps: Deps,
  request: CouncilRequest,
): Promise<(PersonsCase & { as: Follower })[]> => {
  const found = await createSessions(deps, 'case').of(request);
  if (found.state !== 'open') return [];
  const { address, subjects } = found.session;
  const all = await casesToFollow(deps, request.council.slug, address);
  return all.filter(
    ({ careCase, person }) => subjects.includes(careCase.reference) && !endedByUndoing(person, found.session),
  );
};

const readerOf = async (
  { store }: Deps,
  { council }: CouncilRequest,
  session: Session,
  reference: CaseReference,
): Promise<CaseReader | undefined> => {
  if (!session.subjects.includes(reference)) return undefined;
  const careCase = await store.case(council.slug, reference);
  if (careCase === undefined) return undefined;
  const { person } = await store.personOf(careCase);
  if (endedByUndoing(person, session)) return undefined;
  // Asked again each time: an address that was changed meanwhile, or a helper who was taken off, opens nothing any more.
  const as = followerOf({ careCase, person }, session.address);
  return as && { session, careCase, person, as, helper: helperOf(careCase, person), actor: { kind: 'public', as } };
};

/** Tells of a session that has ended: the sign-in page says so, whatever was asked for, and what became of what was typed. */
export const toSignIn = (council: CouncilSlug, state: 'none' | 'ended' | 'kept'): SiteResponse =>
  seeOther(`/${council}/case/sign-in${state === 'none' ? '' : `?ended=${state === 'kept' ? 'kept' : 'yes'}`}`);

/** What becomes of a posted page that its sign-in does not cover any more. */
export type Late = {
  /** Keeps what was typed, where the sign-in that showed the page has ended by itself; nothing else is done by it, and nothing shown. */
  readonly ended: CaseCall;
  /** Shows the page again with what was typed, where this browser has signed in anew since. */
  readonly notOurs: CaseCall;
};

/**
 * A call about one case for someone who is signed in to it. Who asks, for which council and case, and whether a form came from our own
 * page, is settled here, before the call runs.
 *
 * @param late keeps what was typed on a page; without it a post after the sign-in is answered by the sign-in page, or refused
 */
export const forReaders =
  (run: CaseCall, late?: Late): CouncilCall =>
  (deps) =>
  async (request) => {
    const posted = request.body !== '';
    if (posted) expectMediaType(request, 'application/x-www-form-urlencoded');
    const fields = new URLSearchParams(request.body);
    const { council } = request;
    const found = await createSessions(deps, 'case').of(request);
    const reference = caseReference.safeParse(request.params['reference']);
    const readerIn = async (session: Session) =>
      reference.success ? readerOf(deps, request, session, reference.data) : undefined;
    if (found.state !== 'open') {
      if (found.state === 'none' || !posted || !late || !isOwnForm(found.session, fields.get('csrf'))) {
        return toSignIn(council.slug, found.state);
      }
      const reader = await readerIn(found.session);
      return reader ? late.ended(deps)(request, reader, fields) : toSignIn(council.slug, 'ended');
    }
    const { session } = found;
    const reader = await readerIn(session);
    if (reader === undefined) throw problems.notFound();
    readTo(readsOf(reader, reader.as));
    const isOurs = !posted || isOwnForm(session, fields.get('csrf'));
    if (!isOurs && late === undefined) throw problems.notFromHere();
    const response = await (isOurs || late === undefined ? run : late.notOurs)(deps)(request, reader, fields);
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
