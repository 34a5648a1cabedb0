import { maySign } from '../../domain/journey/case-following.ts';
import { planToAgree } from '../../domain/journey/case-progress.ts';
import { planAnswerForm } from '../../schemas/forms/plan-agreement.ts';
import { answerCopyPage } from '../../templates/pages/case-pages.ts';
import type { Deps } from '../deps.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';
import { type CaseReader, noteRead } from './case-access.ts';
import { readCopy } from './case-copies.ts';
import { noPlanWaits } from './case-walk.ts';

/** The plan that waits for an answer, with the way to the questions about it; or that none waits. */
export const planPage = async (deps: Deps, request: CouncilRequest, reader: CaseReader): Promise<SiteResponse> => {
  const { council } = request;
  const { reference } = reader.careCase;
  const whole = await deps.store.whole(council.slug, reference);
  const waiting = whole && planToAgree(whole);
  if (waiting === undefined) return noPlanWaits(request, 200);
  const copy = await readCopy(deps, council, reference, `plan.${waiting.plan.id}`);
  await noteRead(deps, reader, 'copy-read', copy.id);
  const mayAnswer = maySign(reader.as, reader.helper);
  const [first] = planAnswerForm.sections.flatMap(({ pages }) => pages);
  return page(
    200,
    answerCopyPage({
      council,
      reference,
      csrf: reader.session.csrf,
      title: 'Read your plan and tell us if you agree',
      copy,
      ...(mayAnswer &&
        first && { begin: { part: `ask/${planAnswerForm.id}/pages/${first.id}`, text: 'Answer the plan' } }),
      lines: mayAnswer
        ? [
            'Take your time. You can ask us to explain it, and you can have an independent advocate. The button for your answer is at the end.',
          ]
        : ['You can read it. The person has to agree it themselves, or with a member of staff.'],
    }),
  );
};
