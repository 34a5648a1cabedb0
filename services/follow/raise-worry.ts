import type { Form } from '../../schemas/form-language.ts';
import type { Deps } from '../deps.ts';
import { createLimits } from '../web/limits.ts';
import { openByHand } from '../work/opening.ts';
import type { CaseReader } from './case-access.ts';

/** What was said before a form that is no way to report harm: staff look into it, and do not wait to be told again. Care Act 2014 s.42. */
export const raiseWorry = async (
  deps: Deps,
  { careCase, actor }: CaseReader,
  { title }: Pick<Form, 'title'>,
  key: string,
): Promise<void> => {
  const { council, reference } = careCase;
  // Many in a day say no more than the first, and one that is looked into already is looked into.
  if (!(await createLimits(deps)(deps.councils.known(council), 'request', `${reference} worry`))) {
    const tasks = await deps.store.tasks(council, reference);
    if (tasks.some(({ kind, status }) => kind === 'look-into-safety' && status === 'open')) return;
  }
  await openByHand(
    deps,
    careCase,
    {
      kind: 'look-into-safety',
      reason: `Before the form “${title}” it was answered that someone is in danger, or is being hurt or neglected.`,
      why: 'An answer on the case page discloses harm. Read it before you make contact.',
    },
    key,
    actor,
  );
};
