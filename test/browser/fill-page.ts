import type { Locator, Page } from 'playwright-core';
import { type Answers, askedQuestions, type Row } from '../../schemas/form-conditions.ts';
import type { Column, Form, Question } from '../../schemas/form-language.ts';
import { shownDate, shownText } from '../../templates/pages/form-values.ts';
import { type Control, controls } from './in-page.ts';

/** What a person types or picks, by the name of the field: `dateOfBirth.day`, `carers[0].name`, several for boxes. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Answers as a person gives them in the fields of the form's pages. */
export const typedFields = (form: Form, answers: Answers): Typed =>
  Object.fromEntries(
    askedQuestions(form, answers).flatMap((question): [string, string | readonly string[]][] => {
      const answer = answers[question.id];
      if (answer === undefined) return [];
      if (question.type === 'multi') return [[question.id, answer as string[]]];
      if (question.type !== 'table') return typedOne(question, question.id, answer);
      return (answer as Row[]).flatMap((row, at) =>
        question.columns.flatMap((column) => typedOne(column, `${question.id}[${at}].${column.id}`, row[column.id])),
      );
    }),
  );

const typedOne = (asked: Question | Column, name: string, answer: unknown): [string, string][] => {
  if (answer === undefined) return [];
  if (asked.type !== 'date') return [[name, shownText(asked, answer)]];
  return Object.entries(shownDate(answer)).map(([part, typed]) => [`${name}.${part}`, typed]);
};

/** The field as somebody who hears the page finds it: by the groups that it stands in and its label. */
const labelled = (page: Page, { groups, label }: Control): Locator =>
  groups
    .reduce<Page | Locator>((inside, name) => inside.getByRole('group', { name, exact: true }), page)
    .getByLabel(label, { exact: true });

const wanted = ({ type, name, value }: Control, typed: Typed): string | boolean | undefined => {
  const given = typed[name];
  if (given === undefined) return undefined;
  if (type === 'radio' || type === 'checkbox') return [given].flat().includes(value);
  return String(given);
};

/**
 * Fills in every field of the page that has an answer, each found by its label.
 *
 * @returns the names of the fields that it filled in
 */
export const fillPage = async (page: Page, typed: Typed): Promise<string[]> => {
  const filled: string[] = [];
  for (const control of await page.evaluate(controls)) {
    const value = wanted(control, typed);
    if (value === undefined) continue;
    // A row that is folded away is opened as a person would open it.
    if (control.folded !== '') await page.getByText(control.folded, { exact: true }).click();
    const field = labelled(page, control);
    if (typeof value === 'string') await field.fill(value);
    else if (value) await field.check();
    else if (control.type === 'checkbox') await field.uncheck();
    filled.push(control.name);
  }
  return [...new Set(filled)];
};

/** The same with nothing but the keyboard: Tab to each field, type, arrows among radios, the space bar for a box. */
export const fillPageByKeyboard = async (page: Page, typed: Typed): Promise<void> => {
  for (const control of await page.evaluate(controls)) {
    const value = wanted(control, typed);
    if (value === undefined || value === false) continue;
    const isRadio = control.type === 'radio';
    await tabTo(page, (at) => at.name === control.name && (isRadio || at.value === control.value || value !== true));
    if (typeof value === 'string') await page.keyboard.type(value);
    else if (!isRadio) await page.keyboard.press('Space');
    else await pickByArrows(page, control);
  }
};

const pickByArrows = async (page: Page, { name, value }: Control): Promise<void> => {
  const focus = page.locator(':focus');
  for (let press = 0; (await focus.getAttribute('value')) !== value; press += 1) {
    if (press > 40) throw new Error(`The arrows do not reach ${name} ${value}`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
};

/** Presses Tab until the focus is where it should be. @throws where it is not reached */
export const tabTo = async (
  page: Page,
  isThere: (at: { name: string | null; value: string; text: string }) => boolean,
): Promise<void> => {
  const focus = page.locator(':focus');
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    if ((await focus.count()) === 0) continue;
    const [name, value, text] = await Promise.all([
      focus.getAttribute('name'),
      focus.getAttribute('value'),
      focus.textContent(),
    ]);
    if (isThere({ name, value: value ?? '', text: text?.trim() ?? '' })) return;
  }
  throw new Error('Tab does not reach the field');
};
