import type { Form } from '../../schemas/form-language.ts';
import { questionsOf } from '../../schemas/form-language.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { SavedAnswers, Writer } from '../../schemas/work-draft.ts';

/**
 * Who of those that are not the council's staff wrote in a plan, and what: kept with the version, so that its copy says who wrote it. Care Act 2014
 * s.25(5): the council prepares it with them, and stays answerable for it.
 */
export const whoWrote = (list: Form, saved: SavedAnswers): NonNullable<PlanRecord['writers']> => {
  const found = new Map<string, { writer: Writer; parts: string[] }>();
  for (const { question } of questionsOf(list)) {
    const one = saved[question.id];
    if (one === undefined || question.id === 'writtenBy') continue;
    for (const writer of [...(one.before ?? []), one.by]) {
      if (writer.as === undefined) continue;
      const known = found.get(writer.id) ?? { writer, parts: [] };
      found.set(writer.id, { ...known, parts: [...known.parts, question.copy ?? question.name].slice(0, 20) });
    }
  }
  return [...found.values()].flatMap(({ writer: { name, as }, parts }) => (as ? [{ name, as, parts }] : []));
};
