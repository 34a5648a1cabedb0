import type { Answer, Answers } from './form-conditions.ts';
import type { Column, Condition, Form, Question } from './form-language.ts';
import type { IsoDate } from './scalars.ts';

/**
 * The static type of the answers to a question list, read off the list itself: `AnswersOf<typeof triage>`.
 *
 * What is always asked and not optional is there; what a condition opens, or may be left out, may be absent. A list that is not written
 * with the builders of `schemas/forms/fragments/build.ts` has answers of no known names.
 */
export type AnswersOf<List extends Form> = Named<QuestionIn<List>>;

type QuestionIn<List extends Form> = OnPage<List['sections'][number]['pages'][number]>;
/** A page's condition is each of its questions' own. */
type OnPage<Page> = Page extends { questions: (infer Asked)[] }
  ? Page extends { when: Condition }
    ? Asked & { when: Condition }
    : Asked
  : never;

/** Not asked of each question by itself: one without a name of its own leaves the whole list without names. */
type Named<Asked> = [Asked] extends [{ id: string }]
  ? string extends Asked['id']
    ? Answers
    : Flat<
        { [One in Asked as Always<One>['id']]: AnswerTo<One> } & {
          [One in Asked as Sometimes<One>['id']]?: AnswerTo<One>;
        }
      >
  : never;
type Flat<T> = { [Key in keyof T]: T[Key] };

type Sometimes<One> = One extends { id: string } & ({ when: Condition } | { optional: true }) ? One : never;
type Always<One> = One extends { when: Condition } | { optional: true } ? never : Extract<One, { id: string }>;

type AnswerTo<One> = One extends { type: 'table'; columns: (infer Cell)[] } ? RowOf<Cell>[] : CellOf<One>;
type RowOf<Cell> = [Cell] extends [{ id: string }]
  ? string extends Cell['id']
    ? Record<string, Answer>
    : Flat<
        { [One in Cell as Always<One>['id']]: CellOf<One> } & { [One in Cell as Sometimes<One>['id']]?: CellOf<One> }
      >
  : never;

type CellOf<One> = One extends { type: infer Type extends (Question | Column)['type'] }
  ? Type extends 'yesno'
    ? 'yes' | 'no'
    : Type extends 'choice'
      ? Picked<One>
      : Type extends 'multi'
        ? Picked<One>[]
        : Type extends 'date'
          ? IsoDate
          : Type extends 'num' | 'money'
            ? number
            : Type extends 'file'
              ? string[]
              : string
  : never;
type Picked<One> = One extends { options: { value: infer Value }[] } ? Value : string;
