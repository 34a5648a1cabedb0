import { waySaid } from '../../domain/plan/own-plan.ts';
import { invitedWords, isGood, mayWords } from '../../domain/plan/plan-invitations.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { PlanWriter } from '../../schemas/case.ts';
import type { Deps } from '../deps.ts';
import type { OpenedTask } from './opened-task.ts';

const ways: Readonly<Record<PlanWriter, string>> = {
  person: 'The person',
  'with-help': 'The person, with help from someone',
  someone: 'Family or a friend, for them',
  provider: 'A provider, for them',
  planner: 'An independent support planner helps',
  worker: 'The council’s worker, with them',
};

/** What whoever drafts a plan must know of who writes it: how the person wants it, whether they say it is ready, and who was invited. */
export const planHelpFacts = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { task, whole }: Pick<OpenedTask, 'task' | 'whole'>,
): Promise<{ label: string; text: string }[]> => {
  if (task.kind !== 'draft-plan' || whole === undefined) return [];
  const how = waySaid(whole.case, task);
  const isReady = whole.case.planWriting?.ready?.task === task.id;
  const today = londonDate(clock.now());
  const invited = (await store.invitations(task.council, task.reference)).filter((one) => isGood(one, today));
  return [
    {
      label: 'Who writes it',
      text:
        how === undefined
          ? 'The person has not said. Ask them, and write it with them'
          : `${ways[how]}${isReady ? '. They say that it is ready' : ''}`,
    },
    ...invited.map(({ name, as, may, until }) => ({
      label: 'Invited to the plan',
      text: `${name}, ${invitedWords[as]}, ${mayWords[may]} until ${readableDate(until)}`,
    })),
  ];
};
