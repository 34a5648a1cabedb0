import type { Form } from '../../schemas/form-language.ts';
import { formView } from '../../templates/pages/form-view.ts';
import { filledBy } from '../../templates/staff/task-view.ts';

/** The fields that each section of a list sends for answers, by the section's id, as a browser would. */
export const sectionFields = (
  list: Form,
  answers: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, [string, string][]> => {
  const { sections } = formView(list, { values: answers, problems: [], rows: {} });
  return new Map(
    list.sections.map(({ id }, at) => [
      id,
      (sections[at]?.pages ?? []).flatMap(({ fields }) => fields.flatMap(filledBy)),
    ]),
  );
};
