import type { Problem } from '../../schemas/answers.ts';
import type { Form } from '../../schemas/form-language.ts';
import { formView } from '../pages/form-view.ts';

/** What the page of an action shows: its list with what was typed, or why it cannot be done now. */
export const actionView = ({
  list,
  values,
  problems,
  notNow = '',
  ...rest
}: {
  readonly list: Form;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly notNow?: string | undefined;
  readonly reference: string;
  readonly back: string;
  readonly action: string;
  readonly key: string;
  readonly csrf?: string | undefined;
}) => {
  const { sections, errors } = formView(list, { values, problems });
  const asked = list.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
  return {
    ...rest,
    csrf: rest.csrf ?? '',
    title: list.title,
    intro: list.intro,
    send: list.send,
    notNow,
    errors,
    fields: sections
      .flatMap(({ pages }) => pages.flatMap(({ fields }) => fields))
      .map((field) => ({ field, law: asked.find(({ id }) => id === field.name)?.law ?? [] })),
  };
};
