import { documentsIn } from '../../domain/forms/documents.ts';
import { planToAgree } from '../../domain/journey/case-progress.ts';
import { signedAsBy } from '../../domain/journey/signing.ts';
import { type ReadAnswers, readAnswers } from '../../schemas/answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { seeOther, todayIn } from '../apply/draft-calls.ts';
import { unfinishedPages } from '../apply/unfinished-pages.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import type { SiteResponse } from '../web/site.ts';
import { createTaskCompletion } from '../work/task-completion.ts';
import { createCaseDocuments } from './case-documents.ts';
import { createCaseRequests } from './case-requests.ts';
import { answersOf, type CaseWalk, noPlanWaits, walkPath } from './case-walk.ts';
import { createKeptCaseForms } from './kept-case-forms.ts';

type Sent =
  | { readonly outcome: 'sent'; readonly query: string }
  | { readonly outcome: 'not-now' }
  | { readonly outcome: 'gone' };

/** Something that the person asks or tells us, as work to who must answer it. */
const request = async (deps: Deps, { reader, form, kept, known }: CaseWalk, answers: Answers): Promise<Sent> => {
  const documents = createCaseDocuments(deps);
  const waiting = await documents.waiting(reader);
  const sent = documentsIn(form, answers, waiting).map(({ id }) => id);
  const uploaded = waiting.filter(({ id }) => sent.includes(id));
  const taken = await createCaseRequests(deps)(reader, form.id, { ...known, ...answers }, kept.key, uploaded);
  await documents.sent(reader, sent);
  return { outcome: 'sent', query: taken.isReadWithOthers ? '?with=others' : '' };
};

/** The person's answer to a plan: it finishes the task "agree the plan" by the same rule and in the same transaction as staff do. */
const planAnswer = async (deps: Deps, { reader, kept }: CaseWalk, answers: Answers): Promise<Sent> => {
  const { careCase, as, helper, actor } = reader;
  const { council, reference } = careCase;
  const whole = await deps.store.whole(council, reference);
  const waiting = whole && planToAgree(whole);
  // A newer version, or an answer that was recorded meanwhile, is not answered by what was said of another.
  if (waiting === undefined || `${waiting.task.id} ${waiting.plan.id}` !== kept.about) return { outcome: 'gone' };
  const find = async () => (await deps.store.task(council, waiting.task.id)) ?? waiting.task;
  const name = as === 'person' ? 'The person' : 'Who acts for the person';
  const signedAs = as === 'helper' && answers['answer'] === 'agreed' ? { signedAs: signedAsBy(helper) } : {};
  try {
    await createTaskCompletion(deps)(
      find,
      { answers: { ...answers, ...signedAs } },
      { actor, by: { id: 'public', name } },
    );
  } catch (error) {
    // What has to be done first is ours to do: the page says so, and the plan still waits.
    if (!(error instanceof Problem) || error.details.errors === undefined) throw error;
    return { outcome: 'not-now' };
  }
  return { outcome: 'sent', query: `?answer=${String(answers['answer'])}` };
};

/** Whether sending may be tried again as it is: something else was written at the same moment, or AWS is in trouble. */
const isForLater = (error: unknown): boolean => error instanceof Problem && [409, 503].includes(error.details.status);

/**
 * Sends a form of a case that is whole and right, once however often it is asked, and forgets what was kept of it. What cannot be sent now stays as it
 * is: the page that says so is another address, so that going back never asks to send it again.
 */
export const sendWalk = async (deps: Deps, walk: CaseWalk): Promise<SiteResponse> => {
  const { form, kept, reader, request: asked } = walk;
  const read: ReadAnswers = readAnswers(form, todayIn(deps), answersOf(walk));
  if (read.outcome === 'exit') return seeOther(walkPath(walk, '/stop'));
  if (read.outcome === 'problems' || unfinishedPages(form, kept).length > 0) return seeOther(walkPath(walk, '/check'));
  let sent: Sent;
  try {
    sent = await (form.id === planAnswerForm.id ? planAnswer : request)(deps, walk, read.answers);
  } catch (error) {
    if (!isForLater(error)) throw error;
    return seeOther(walkPath(walk, '/check?again=yes'));
  }
  if (sent.outcome === 'not-now') return seeOther(walkPath(walk, '/check?again=check'));
  await createKeptCaseForms(deps).drop(reader, form.id);
  if (sent.outcome === 'gone') return noPlanWaits(asked, 409);
  return seeOther(walkPath(walk, `/sent${sent.query}`));
};
