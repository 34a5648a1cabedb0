import { partsOfForm } from '../../domain/forms/forms.ts';
import { timeInWords, timeTold } from '../../domain/forms/time-needed.ts';
import { exampleAnswersTo } from '../../schemas/forms/example-people.ts';
import { isSent } from '../../services/apply/draft-calls.ts';
import { createDrafts } from '../../services/apply/drafts.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { problems } from '../../services/runtime/problems.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { formStartPage } from '../../templates/pages/draft-pages.ts';

/** What a form is and what to have at hand before it is begun. GET /{council}/forms/{form} */
export const call: CouncilCall = (deps) => async (request) => {
  const form = publicForm(deps, request.council, request.params.form ?? '')?.form;
  if (form === undefined) throw problems.unknownForm();
  const opened = await createDrafts(deps).open(request);
  const unfinished = opened.state === 'open' && !isSent(opened.draft) ? opened.form.title : undefined;
  return page(
    200,
    formStartPage({
      council: request.council,
      form,
      time: timeInWords(timeTold(request.council, form)),
      parts: partsOfForm(form, exampleAnswersTo(form)),
      ...(unfinished && { unfinished }),
    }),
  );
};
