import { maySign } from '../../domain/journey/case-following.ts';
import { planTask } from '../../domain/plan/own-plan.ts';
import { invitationProblems, isGood } from '../../domain/plan/plan-invitations.ts';
import type { BrokenRule } from '../../domain/ruling.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { planInvitationForm } from '../../schemas/forms/plan-invitation.ts';
import type { PlanInvitation } from '../../schemas/plan-invitation.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { mailInvitation, newInvitation } from '../mail/invited-to-plan.ts';
import { problems } from '../runtime/problems.ts';
import { eventOf } from '../store/audit.ts';
import { createLimits } from '../web/limits.ts';
import type { CaseReader } from './case-access.ts';

const authority = 'Care Act 2014 section 25(3) to (6)';

/** Whether whoever follows a case may invite others to its plan: the person, or who has the right to sign for them. */
export const mayInvite = ({ as, helper }: Pick<CaseReader, 'as' | 'helper'>): boolean => maySign(as, helper);

/** Who helps with the plan of a case: whom the person invites, and for as long as they want. */
export const createPlanPeople = (deps: Deps) => {
  const { store, clock } = deps;
  const today = () => londonDate(clock.now());

  const known = async ({ council, reference }: Pick<CareCase, 'council' | 'reference'>, id: string) =>
    (await store.invitations(council, reference)).find((one) => one.id === id);

  return {
    known,

    /** Who is invited now, the first first. */
    async invited({ council, reference }: Pick<CareCase, 'council' | 'reference'>): Promise<PlanInvitation[]> {
      const all = await store.invitations(council, reference);
      return all.filter((one) => isGood(one, today())).toSorted((a, b) => a.at.localeCompare(b.at));
    },

    /** Mails the link once more. */
    mail: (invitation: PlanInvitation) => mailInvitation(deps, invitation),

    /**
     * Invites somebody, and mails them the link.
     *
     * @returns why they cannot be invited, where they cannot
     */
    async invite(
      careCase: CareCase,
      answers: AnswersOf<typeof planInvitationForm>,
      actor: Actor,
      by: 'public' | 'staff' | 'manager',
    ): Promise<readonly BrokenRule[]> {
      const { council, reference } = careCase;
      const whole = await store.whole(council, reference);
      if (whole === undefined || planTask(whole.tasks) === undefined) throw problems.planNotYours();
      const { person, records } = whole;
      const invitations = await store.invitations(council, reference);
      const until = answers.until as IsoDate | undefined;
      const situation = { careCase: whole.case, person, records, invitations, today: today(), by };
      const wrong = invitationProblems({ name: answers.name, email: answers.email, until }, situation);
      if (wrong.length > 0) return wrong;
      const message = 'You have invited many people today. Try again tomorrow, or ask us';
      const isOneMore = await createLimits(deps)(deps.councils.known(council), 'new-address', reference);
      if (!isOneMore) return [{ field: '', rule: 'so many a day', message }];
      const { name, email, invitedAs, invitedMay } = answers;
      const { invitation, signal } = newInvitation(
        deps,
        careCase,
        { name, email, as: invitedAs, may: invitedMay, seesMoney: answers.seesMoney === 'yes', until },
        actor,
      );
      const event = {
        actor,
        action: 'plan-helper-invited' as const,
        about: `${invitation.id} ${invitation.as} ${invitation.may}`,
        authority,
      };
      // Only on the case as it was read: one that is closed at this moment invites nobody.
      if (
        !(await store.commit({
          asRead: whole.case,
          invitations: [invitation],
          signals: [signal],
          events: [eventOf(deps, careCase, event)],
        }))
      )
        throw problems.busy();
      await deps.workflows.trySend([signal]);
      return [];
    },

    /** Takes somebody out: from the next page on they see nothing more. Doing it again changes nothing. */
    async remove(careCase: CareCase, id: string, actor: Actor): Promise<void> {
      const found = await known(careCase, id);
      if (found === undefined || found.removed) return;
      const removed = { ...found, version: found.version + 1, removed: { at: clock.now(), by: actor } };
      const event = { actor, action: 'plan-helper-removed' as const, about: id, authority };
      if (!(await store.commit({ invitations: [removed], events: [eventOf(deps, careCase, event)] })))
        throw problems.busy();
    },
  };
};
