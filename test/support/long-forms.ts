import { readFileSync } from 'node:fs';
import type { Condition, Form, Page, Question } from '../../schemas/form-language.ts';
import { form } from '../../schemas/form-language.ts';

/**
 * The three application forms as they were before they were made shorter: what they asked and when, without their words. They show how much
 * shorter the present ones are, that both are read alike, and where each promise went.
 */
type Asked = Pick<Question, 'id' | 'optional' | 'when' | 'meets'> & {
  type: Question['type'];
  values?: string[];
  alone?: string;
  columns?: Asked[];
  range?: string;
  min?: number;
  max?: number;
};
type Kept = Record<
  string,
  { exits: Condition[]; pages: (Pick<Page, 'id' | 'when'> & { section: string; questions: Asked[] })[] }
>;

const kept: Kept = JSON.parse(readFileSync(new URL('../fixtures/long-forms.json', import.meta.url), 'utf8'));

const asked = ({ values, columns, ...question }: Asked): object => ({
  ...question,
  label: `Question ${question.id}`,
  name: `Answer ${question.id}`,
  error: 'Answer it',
  ...(values && { options: values.map((value) => ({ value, label: `Option ${value}` })) }),
  ...(columns && { row: 'row', columns: columns.map(asked) }),
});

const made = ([id, { exits, pages }]: [string, Kept[string]]): [string, Form] => [
  id,
  form.parse({
    id,
    version: 1,
    title: `Form ${id}`,
    audience: 'public',
    intro: [],
    send: 'Send it',
    exits: exits.map((when, at) => ({
      id: `exit-${at}`,
      when,
      title: 'Stop.',
      body: ['Stop here.'],
      action: 'contact-us',
    })),
    sections: [...Map.groupBy(pages, ({ section }) => section)].map(([section, own]) => ({
      id: section,
      title: `Part ${section}`,
      pages: own.map(({ section: _of, questions, ...page }) => ({
        ...page,
        title: `Page ${page.id}`,
        questions: questions.map(asked),
      })),
    })),
  }),
];

/** The long forms by their ids. */
export const longForms: ReadonlyMap<string, Form> = new Map(Object.entries(kept).map(made));

/** One of them. @throws RangeError where there was none of that name */
export const longForm = (id: string): Form => {
  const found = longForms.get(id);
  if (found === undefined) throw new RangeError(`No long form ${id}`);
  return found;
};
