import { maySign } from '../../domain/journey/case-following.ts';
import { planToAgree } from '../../domain/journey/case-progress.ts';
import type { Problem } from '../../schemas/answers.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { answerCopyPage, doneOnCasePage } from '../../templates/pages/case-pages.ts';
import type { Deps } from '../deps.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { type CaseReader, noteRead } from './case-access.ts';
import { readCopy } from './case-copies.ts';

/** The plan that waits for an answer, with the questions under it; or that none waits. */
export const planPage = async (
  deps: Deps,
  { council }: CouncilRequest,
  reader: CaseReader,
  status: number,
  values: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): Promise<SiteResponse> => {
  const { reference } = reader.careCase;
  const whole = await deps.store.whole(council.slug, reference);
  const waiting = whole && planToAgree(whole);
  if (waiting === undefined) {
    const lines = ['There is no plan that waits for your answer now. If you want to change a plan, tell us.'];
    return page(status, doneOnCasePage({ council, reference, heading: 'No plan waits for you', lines }));
  }
  const copy = await readCopy(deps, council, reference, `plan.${waiting.plan.id}`);
  await noteRead(deps, reader, 'copy-read', copy.id);
  const mayAnswer = maySign(reader.as, reader.helper);
  return page(
    status,
    answerCopyPage({
      council,
      reference,
      csrf: reader.session.csrf,
      title: 'Read your plan and tell us if you agree',
      copy,
      part: 'plan',
      form: planAnswerForm,
      values,
      problems,
      mayAnswer,
      lines: mayAnswer
        ? [
            'Take your time. You can ask us to explain it, and you can have an independent advocate. Your answer is at the end.',
          ]
        : ['You can read it. The person has to agree it themselves, or with a member of staff.'],
    }),
  );
};
