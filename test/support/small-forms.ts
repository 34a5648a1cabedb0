import type { Form, Question } from '../../schemas/form-language.ts';

/** A form of one page with these questions, for tests of the form language itself. */
export const aForm = (questions: Question[]): Form => ({
  id: 'small-form',
  version: 1,
  title: 'Small form',
  audience: 'public',
  intro: [],
  send: 'Send it',
  exits: [],
  sections: [{ id: 'only', title: 'Only section', pages: [{ id: 'page', title: 'Page', questions }] }],
});

/** A text question named after its id. */
export const textQuestion = (id: string): Question => ({
  id,
  type: 'text',
  label: `What is ${id}?`,
  name: named(id),
  error: `Enter ${id}`,
});

/** A choice between these values. */
export const choiceQuestion = (id: string, values: string[]): Question => ({
  id,
  type: 'choice',
  label: `Which ${id}?`,
  name: named(id),
  error: `Select ${id}`,
  options: values.map((value) => ({ value, label: named(value) })),
});

const named = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
