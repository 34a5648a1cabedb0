import { timeInWords, timeTold } from '../../domain/forms/time-needed.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import { problems } from '../../services/runtime/problems.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { printFormPage } from '../../templates/pages/print-form.ts';

/** A form to print and fill in by hand. GET /{council}/forms/{form}/print, `?for=helper` for somebody else, `?size=large` in large letters */
export const call: CouncilCall =
  (deps) =>
  async ({ council, params, query }) => {
    const form = publicForm(deps, council, params['form'] ?? '')?.form;
    if (form === undefined) throw problems.unknownForm();
    return page(
      200,
      printFormPage({
        council,
        form,
        time: timeInWords(timeTold(council, form)),
        voice: query['for'] === 'helper' ? 'helper' : 'me',
        large: query['size'] === 'large',
      }),
    );
  };
