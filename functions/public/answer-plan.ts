import { maySign } from '../../domain/journey/case-following.ts';
import { planToAgree } from '../../domain/journey/case-progress.ts';
import { signedAsBy } from '../../domain/journey/signing.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { forPosts } from '../../services/follow/case-access.ts';
import { planPage } from '../../services/follow/plan-page.ts';
import { Problem } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { page } from '../../services/web/site.ts';
import { createTaskCompletion } from '../../services/work/task-completion.ts';
import { doneOnCasePage } from '../../templates/pages/case-pages.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

const next: Readonly<Record<string, { heading: string; lines: string[] }>> = {
  agreed: {
    heading: 'You have agreed the plan',
    lines: ['We set up your support now. Your copy is under “What you can read”.'],
  },
  'changes-asked': { heading: 'We have your changes', lines: ['We look at them and show you the plan again.'] },
  'not-agreed': {
    heading: 'We know that you do not agree',
    lines: ['We talk with you about it. A plan that is in force now stays in force. You can complain at any time.'],
  },
};

/**
 * Finishes the task "agree the plan" as the person, by the same rule and in the same transaction as staff do.
 * POST /{council}/case/{reference}/plan
 */
export const call = forPosts((deps) => async (request, reader) => {
  const { careCase, as, helper, actor } = reader;
  if (!maySign(as, helper)) throw problems.notYours();
  const today = londonDate(deps.clock.now());
  const { answers } = readFormBody(planAnswerForm, request.body);
  const read = readAnswers(planAnswerForm, () => today, answers);
  if (read.outcome !== 'complete') {
    return planPage(deps, request, reader, 400, answers, read.outcome === 'problems' ? read.problems : []);
  }
  const { council, reference } = careCase;
  const whole = await deps.store.whole(council, reference);
  const waiting = whole && planToAgree(whole);
  if (waiting === undefined) return planPage(deps, request, reader, 409, {}, []);
  const find = async () => (await deps.store.task(council, waiting.task.id)) ?? waiting.task;
  const name = as === 'person' ? 'The person' : 'Who acts for the person';
  const signedAs = as === 'helper' && read.answers['answer'] === 'agreed' ? { signedAs: signedAsBy(helper) } : {};
  try {
    const given = { answers: { ...read.answers, ...signedAs } };
    await createTaskCompletion(deps)(find, given, { actor, by: { id: 'public', name } });
  } catch (error) {
    // What has to be done first is ours to do: the page says so, and the plan still waits.
    if (!(error instanceof Problem) || error.details.errors === undefined) throw error;
    const message = 'We have to check something before this plan can be agreed. We will be in touch';
    return planPage(deps, request, reader, 409, answers, [{ field: 'answer', message }]);
  }
  const done = next[String(read.answers['answer'])] ?? { heading: 'We have your answer', lines: [] };
  return page(200, doneOnCasePage({ council: request.council, reference, ...done }));
});
