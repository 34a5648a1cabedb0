import { formStartPage } from '../../templates/pages/draft-pages.ts';
import { isSent } from '../common/draft-calls.ts';
import { createDrafts } from '../common/drafts.ts';
import { problems } from '../common/problems.ts';
import { publicForm } from '../common/public-forms.ts';
import { type CouncilCall, page } from '../common/site.ts';

/** What a form is and what to have at hand before it is begun. GET /{council}/forms/{form} */
export const call: CouncilCall = (deps) => async (request) => {
  const form = publicForm(deps, request.params.form ?? '')?.form;
  if (form === undefined) throw problems.unknownForm();
  const opened = await createDrafts(deps).open(request);
  const unfinished = opened.state === 'open' && !isSent(opened.draft) ? opened.form.title : undefined;
  return page(
    200,
    formStartPage({
      council: request.council,
      form,
      ...(unfinished && { unfinished }),
    }),
  );
};
