import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { council, type TestPlatform } from './platform.ts';

/** The work on a case of an eligible person, in its order where finances are assessed before the plan. */
export const wholeJourney = [
  'triage-request',
  'assess-needs',
  'decide-eligibility',
  'estimate-budget',
  'assess-finances',
  'draft-plan',
  'check-plan',
  'agree-plan',
  'set-up-support',
  'check-support',
] as const satisfies readonly TaskKind[];

/** Does the work on a case with good answers, all on one day, from its `first` step up to and with its `last`. */
export const workUpTo = async (
  { client, deps, platform, settle, member }: TestPlatform,
  reference: string,
  last: (typeof wholeJourney)[number],
  first: (typeof wholeJourney)[number] = 'triage-request',
): Promise<void> => {
  for (const kind of wholeJourney.slice(wholeJourney.indexOf(first), wholeJourney.indexOf(last) + 1)) {
    const { role } = kindsOfWork[kind];
    const task = await client.waitForTask(role, reference, kind);
    // Whoever triages names the key worker; where nobody did, the plan does.
    const keyWorkerId = member('key-worker').id;
    const { keyWorker } = await deps.store.knownCase(councilSlug.parse(council), caseReference.parse(reference));
    await client.complete(role, task, {
      ...staffAnswers(platform.clock.now().toString().slice(0, 10), { keyWorkerId })[kind],
      ...(kind === 'draft-plan' && keyWorker === undefined && { keyWorkerId }),
    });
    await settle();
  }
};
