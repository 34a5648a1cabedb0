import type { Council } from '../../schemas/council.ts';
import type { Form } from '../../schemas/form-language.ts';
import { applicationForms } from '../../schemas/forms/application-forms.ts';
import { spokenNow } from '../../schemas/say.ts';
import { translatedForm } from '../../schemas/translated-form.ts';
import type { Deps } from '../deps.ts';
import { askedBy } from '../runtime/council-lists.ts';

/** A form of the public by its name in URLs, as a council asks it, in the language of whoever reads. */
export const formAsAsked = (
  { otherForms }: Pick<Deps, 'otherForms'>,
  council: Council,
  id: string,
): Form | undefined => {
  const found = applicationForms.get(id) ?? otherForms.get(id)?.form;
  return found && translatedForm(askedBy(council, found), spokenNow());
};
