import { createHash } from 'node:crypto';
import { type KnownAnswer, takenOver } from '../../domain/forms/known-answers.ts';
import { type GivenAnswer, inOneForm } from '../../domain/forms/saved-answers.ts';
import type { SaveSectionBody } from '../../schemas/api.ts';
import type { Question, Section } from '../../schemas/form-language.ts';
import type { SavedAnswers } from '../../schemas/work-draft.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { problems } from '../runtime/problems.ts';

/** What a page showed of an answer: the version of the answer, a mark of what it said, and whether it was confirmed as unchanged. */
type Shown = readonly [version: number, mark: string, unchanged: boolean];

const markOf = (question: Question, answer: unknown): string =>
  createHash('sha256').update(inOneForm(question, answer)).digest('base64url').slice(0, 10);

/** The questions of a section, in order. */
export const questionsIn = ({ pages }: Section): Question[] => pages.flatMap(({ questions }) => questions);

/**
 * What a page says of the answers that it shows, so that a save tells what was changed on it from what was only sent along.
 *
 * @param held questions of which the page shows what is not saved, so that it is sent again
 */
export const shownOn = (section: Section, saved: SavedAnswers, held: readonly string[] = []): Record<string, Shown> =>
  Object.fromEntries(
    questionsIn(section).flatMap((question): [string, Shown][] => {
      const one = saved[question.id];
      if (held.includes(question.id)) return [[question.id, [0, 'held', false]]];
      return one ? [[question.id, [one.version, markOf(question, one.answer), one.unchanged ?? false]]] : [];
    }),
  );

const shownIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
};

/** What was shown of a question; as if nothing was where the page does not say, so that no answer of somebody else is written over. */
const wasOf = (question: Question, was: unknown): Shown => {
  const [version, mark, unchanged] = Array.isArray(was) ? was : [];
  return [
    typeof version === 'number' ? version : 0,
    typeof mark === 'string' ? mark : markOf(question, undefined),
    unchanged === true,
  ];
};

const choiceOf = (text: string | null): GivenAnswer['choice'] => {
  const [, keep, seen] = /^(mine|theirs) (\d{1,9})$/.exec(text ?? '') ?? [];
  return keep === 'mine' || keep === 'theirs' ? { keep, seen: Number(seen) } : undefined;
};

/**
 * The answers of a form that its sender changed. `only` names those of its questions that were sent, where a script sends a part.
 * What was typed wins over a tick that says "unchanged" and was there before.
 */
export const changedInForm = (
  section: Section,
  fields: URLSearchParams,
  known: readonly KnownAnswer[],
): { given: GivenAnswer[]; typed: Record<string, unknown> } => {
  const only = new Set(fields.getAll('only'));
  const questions = questionsIn(section).filter(({ id }) => only.size === 0 || only.has(id));
  const typed = readFields(questions, fields);
  const was = shownIn(fields.get('was') ?? '');
  const ticked = new Set(fields.getAll('unchanged'));
  const given = questions.flatMap((question): GivenAnswer[] => {
    const { id } = question;
    const [basis, mark, wasUnchanged] = wasOf(question, was[id]);
    const isTyped = markOf(question, typed[id]) !== mark;
    const taken = ticked.has(id) ? takenOver(known, id) : undefined;
    const saysKnown = taken !== undefined && inOneForm(question, typed[id]) === inOneForm(question, taken.answer);
    const unchanged = taken !== undefined && (!isTyped || saysKnown);
    const choice = choiceOf(fields.get(`choose.${id}`));
    if (!isTyped && unchanged === wasUnchanged && choice === undefined) return [];
    const answer = unchanged && !wasUnchanged ? taken.answer : typed[id];
    return [{ question, ...(answer !== undefined && { answer }), unchanged, basis, ...(choice && { choice }) }];
  });
  return { given, typed };
};

/** The answers that a program saves. @throws Problem 400 where the section has no such question, or an answer is not known */
export const changedInBody = (
  section: Section,
  { answers = {}, unchanged = [], basis = {}, choose = {} }: SaveSectionBody,
  known: readonly KnownAnswer[],
): GivenAnswer[] => {
  const questions = new Map(questionsIn(section).map((question) => [question.id, question]));
  const named = [...new Set([...Object.keys(answers), ...unchanged])];
  const wrong = named.flatMap((field) => {
    if (!questions.has(field)) return [{ field, message: `There is no question called “${field}” in this section` }];
    const isKnown = !unchanged.includes(field) || takenOver(known, field);
    return isKnown ? [] : [{ field, message: 'This is not known, or has changed. Answer the question' }];
  });
  if (wrong.length > 0) throw problems.invalid(wrong);
  return named.flatMap((id): GivenAnswer[] => {
    const question = questions.get(id);
    if (question === undefined) return [];
    const taken = unchanged.includes(id) ? takenOver(known, id) : undefined;
    const answer = taken ? taken.answer : (answers[id] ?? undefined);
    const choice = choose[id];
    return [
      {
        question,
        ...(answer !== undefined && { answer }),
        unchanged: taken !== undefined,
        basis: basis[id] ?? 0,
        ...(choice && { choice }),
      },
    ];
  });
};
