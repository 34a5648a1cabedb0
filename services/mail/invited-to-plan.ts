import { randomInt } from 'node:crypto';
import { hearOfChanges, isGood, untilDay } from '../../domain/plan/plan-invitations.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { PlanInvitation } from '../../schemas/plan-invitation.ts';
import { writtenIn } from '../../schemas/say.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { createLinks } from './links.ts';
import { createSending } from './sending.ts';

type Invited = Extract<Signal, { kind: 'tell-invited' }>;

/** A new invitation to a plan, and the link that is owed with it. */
export const newInvitation = (
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
  {
    until,
    ...given
  }: Pick<PlanInvitation, 'name' | 'email' | 'as' | 'may' | 'seesMoney'> & { readonly until?: IsoDate | undefined },
  by: Actor,
): { invitation: PlanInvitation; signal: Signal } => {
  const at = clock.now();
  const id = newId();
  return {
    invitation: {
      ...{ council, reference, id, version: 1, at, by },
      ...given,
      until: untilDay(until, londonDate(at)),
      code: String(randomInt(1_000_000)).padStart(6, '0'),
    },
    signal: { council, reference, at, id: `invited-${id}`, kind: 'tell-invited', invitation: id },
  };
};

/** The news that a plan is open for changes once more, for each of those who were invited to write in it. @param step by which it came back, once */
export const owedToInvited = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
  step: string,
): Promise<Invited[]> => {
  const at = clock.now();
  const invited = hearOfChanges(await store.invitations(council, reference), londonDate(at));
  return invited.map(({ id }) => ({
    ...{ council, reference, at, id: `${step}-${id}`.slice(0, 120) },
    ...({ kind: 'tell-invited', invitation: id } as const),
  }));
};

/** Mails the link of an invitation to whom it is for. */
export const mailInvitation = (deps: Deps, { council, reference, id, email }: PlanInvitation, step?: string) =>
  createLinks(deps).send(deps.councils.known(council), {
    address: email,
    purpose: 'plan',
    path: `/${council}/plan/link`,
    subjects: [`${reference} ${id}`],
    tags: { reference, message: `plan-invitation-${id}` },
    // Whoever is invited may read otherwise than who invites them.
    readAs: (write) => writtenIn(undefined, write),
    ...(step !== undefined && { step }),
  });

/**
 * Sends the link that an invitation owes, once, while the invitation is good.
 *
 * @throws MailNotAccepted where SES may take it later
 */
export const createTellInvited =
  (deps: Deps) =>
  async ({ council, reference, id, invitation }: Invited): Promise<void> => {
    const found = (await deps.store.invitations(council, reference)).find((one) => one.id === invitation);
    if (found === undefined || !isGood(found, londonDate(deps.clock.now()))) return;
    await createSending(deps)(council, `mail#${reference}#${id}`, () => mailInvitation(deps, found, id));
  };
