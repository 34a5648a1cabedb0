import { londonDate } from '../../domain/time/clock-time.ts';
import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import type { Person } from '../../schemas/person.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { birthQuestion } from '../../templates/pages/return-pages.ts';
import type { Deps } from '../deps.ts';

/** A date of birth as it was typed, and what is wrong with it by itself: what is no date in the past is no guess. */
export type TypedBirth = { readonly typed: unknown; readonly error?: string };

/** Whether somebody was born on that day. Of whom nothing is known, nothing is right. */
export const wasBornOn = ({ dateOfBirth }: Pick<Person, 'dateOfBirth'>, { typed }: TypedBirth): boolean =>
  dateOfBirth !== undefined && dateOfBirth === typed;

/** Reads the date of birth that a page asks as its second check. */
export const typedBirth = ({ clock }: Pick<Deps, 'clock'>, fields: URLSearchParams): TypedBirth => {
  const { dateOfBirth: typed } = readFields([birthQuestion], fields);
  const read = kindSchema(birthQuestion, () => londonDate(clock.now())).safeParse(tidied(birthQuestion, typed));
  return { typed, ...(!read.success && { error: read.error.issues[0]?.message ?? birthQuestion.error }) };
};
