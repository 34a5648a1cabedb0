import type { Locator, Page } from 'playwright-core';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { fillPage, fillPageByKeyboard, tabTo, typedFields } from './fill-page.ts';
import { controls } from './in-page.ts';

/** How a form is walked through. */
export type WalkOptions = {
  /** Nothing but the keyboard is used. @default false */
  readonly keyboard?: boolean;
  /** A page with one of these questions is sent empty before it is filled in, and must say each question's own sentence. */
  readonly emptyFirst?: ReadonlySet<string>;
  /** Told of every page that says what is wrong. */
  readonly onErrors?: (page: Page) => Promise<void>;
  /** Lets the time pass that a person takes: a form that is sent in no time is taken for a machine's. */
  readonly beforeSending?: () => Promise<unknown>;
  /** The heading at which the walk ends, such as that of the page where answers are checked. @default the confirmation */
  readonly until?: string;
  /** Told of every address with its heading, as it is first seen. */
  readonly onPage?: (page: Page) => Promise<void>;
};

/** More pages than any form has. */
const mostPages = 250;

const textOf = async (one: Locator): Promise<string> =>
  ((await one.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
/** The numbers of the rows that a table has: 0 and 1 where `carers[1].name` is among the names. */
const rowsOf = (names: object, table: string): number[] =>
  Object.keys(names).flatMap((name) =>
    name.startsWith(`${table}[`) ? [Number.parseInt(name.slice(table.length + 1), 10)] : [],
  );
const main = (page: Page) => page.locator('main');
const button = (page: Page) => main(page).locator('form .govuk-button:not(.govuk-button--secondary)').last();

/**
 * Walks any form from wherever the page is to its confirmation: task list, questions, check answers, sending.
 *
 * @returns the headings of the pages in the order in which they came
 * @throws where a page refuses the answers, with what it says, or where no way leads on
 */
export const walkForm = async (
  page: Page,
  form: Form,
  answers: Answers,
  { keyboard = false, emptyFirst = new Set(), onErrors, beforeSending, until, onPage }: WalkOptions = {},
): Promise<string[]> => {
  const typed = typedFields(form, answers);
  const headings: string[] = [];
  const [seen, tried] = [new Set<string>(), new Set<string>()];

  const press = async (text: string): Promise<void> => {
    if (!keyboard) return main(page).getByText(text, { exact: true }).last().click();
    await tabTo(page, (at) => at.text === text);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  const go = async (): Promise<void> => {
    if (!keyboard) return button(page).click();
    return press(await textOf(button(page)));
  };
  /** The next part to do: each that must be done, and once each that need not be. */
  const nextTask = async (): Promise<string | undefined> => {
    for (const item of await page.locator('.govuk-task-list__item:has(a)').all()) {
      const [title, status] = [await textOf(item.locator('a')), await textOf(item.locator('.govuk-task-list__status'))];
      if (status === 'Completed' || (status === 'Optional' && tried.has(title))) continue;
      tried.add(title);
      return title;
    }
    return undefined;
  };

  const answerPage = async (names: readonly string[]): Promise<void> => {
    const expected = questionsOf(form).filter(({ question }) => names.includes(question.id) && !question.optional);
    if (expected.some(({ question }) => emptyFirst.has(question.id))) {
      await go();
      const said = await textOf(page.getByRole('alert'));
      for (const { question } of expected) {
        if (!said.includes(question.error)) throw new Error(`An empty ${question.id} is answered "${said}"`);
      }
      await onErrors?.(page);
    }
    for (const name of names) {
      const more =
        Math.max(0, ...rowsOf(typed, name)) -
        Math.max(0, ...rowsOf(Object.fromEntries((await page.evaluate(controls)).map((one) => [one.name, ''])), name));
      for (let row = 0; row < more; row += 1) await main(page).locator(`button[value="add ${name}"]`).click();
    }
    if (keyboard) await fillPageByKeyboard(page, typed);
    else await fillPage(page, typed);
    await go();
    const summary = page.locator('.govuk-error-summary');
    if (await summary.isVisible())
      throw new Error(`Refused: ${(await summary.textContent())?.replaceAll(/\s+/g, ' ')}`);
  };

  for (let count = 0; count < mostPages; count += 1) {
    const heading = await textOf(page.locator('h1').first());
    const summary = page.locator('.govuk-error-summary');
    if (await summary.isVisible()) throw new Error(`${heading} is refused: ${await textOf(summary)}`);
    headings.push(heading);
    const at = `${new URL(page.url()).pathname} ${heading}`;
    if (!seen.has(at)) await onPage?.(page);
    seen.add(at);
    if (heading === until || (await page.locator('.govuk-panel--confirmation').count()) > 0) return headings;
    const fields = await page.evaluate(controls);
    const task = fields.length > 0 ? undefined : await nextTask();
    if (fields.length > 0) await answerPage([...new Set(fields.map(({ name }) => name.replace(/[[.].*$/, '')))]);
    else if (task !== undefined) await press(task);
    else if ((await button(page).count()) > 0) {
      if ((await textOf(button(page))) === form.send) await beforeSending?.();
      await go();
    } else await press(await textOf(main(page).locator('a.govuk-button').first()));
  }
  throw new Error(`No end after ${mostPages} pages: ${headings.slice(-5).join(' > ')}`);
};
