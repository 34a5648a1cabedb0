import type { Page } from 'playwright-core';
import { sectionFields } from '../../local/demo/section-fields.ts';
import type { Form } from '../../schemas/form-language.ts';
import { type Focus, focusNow } from './in-page.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Goes to an address of the staff site, and signs in by one press where the sign-in pages come. @param name whose button is pressed there */
export const enter = async (page: Page, path: string, name: string): Promise<void> => {
  await page.goto(path);
  if (page.url().includes('/_local/oidc')) await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.pathname === path);
};

const fill = async (page: Page, name: string, value: string): Promise<void> => {
  const field = page.locator(`[name="${name}"]`);
  if ((await field.count()) === 0) return;
  const type = await field.first().getAttribute('type');
  if (type === 'radio' || type === 'checkbox') await page.locator(`[name="${name}"][value="${value}"]`).check();
  else if ((await page.locator(`select[name="${name}"]`).count()) > 0) await field.selectOption(value);
  else await field.fill(value);
};

/** Finishes a task at its pages, section by section, as somebody with a mouse does. */
export const finishByPages = async (page: Page, task: string, list: Form, answers: Answers): Promise<void> => {
  for (const [section, fields] of sectionFields(list, answers)) {
    if (fields.every(([, value]) => value === '')) continue;
    await page.goto(`${task}/sections/${section}`);
    const rows = new Map<string, number>();
    for (const [name, value] of fields) {
      // A further row of a table is asked for when it is reached, since what comes before it may be what asks the table.
      const [, table, row] = /^(\w+)\[(\d+)\]\./.exec(name) ?? [];
      if (table && Number(row) > (rows.get(table) ?? 0)) {
        await page.locator(`button[value="add ${table}"]`).click();
        rows.set(table, Number(row));
      }
      if (value !== '') await fill(page, name, value);
    }
    await page.locator('button[name=action][value=continue]').click();
  }
  await page.goto(`${task}/check`);
  await page.locator('form[action$="/complete"] button').click();
  await page.waitForURL(/\/staff\/tasks\?done=/);
};

const focused = (page: Page): Promise<Focus> => page.evaluate(focusNow);

/** Answers what has the focus by keys alone. */
const answer = async (page: Page, { name, type, value, checked }: Focus, wanted: readonly string[]): Promise<void> => {
  if (type === 'checkbox') {
    if (wanted.includes(value) !== checked) await page.keyboard.press('Space');
  } else if (type === 'radio') {
    if (wanted.length === 0) return;
    await page.keyboard.press('Space');
    for (let moves = 0; moves < 30 && !wanted.includes((await focused(page)).value); moves += 1) {
      await page.keyboard.press('ArrowDown');
    }
  } else if (['text', 'textarea', 'number', 'email', 'tel'].includes(type) && wanted[0] && value !== wanted[0]) {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(wanted[0]);
  }
  if (name === '') throw new Error(`A field of type ${type} has no name`);
};

/** Presses Tab until something has the focus that is wanted. */
const tabTo = async (
  page: Page,
  isThere: (focus: Focus) => boolean,
  on: (focus: Focus) => Promise<void>,
): Promise<void> => {
  for (let presses = 0; presses < 600; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    if (isThere(focus)) return;
    await on(focus);
  }
  throw new Error('What was wanted is not reached by Tab');
};

/** Finishes a task by the keyboard alone: Tab, Space, arrows, letters and Enter. The page of the task is open. */
export const finishByKeys = async (page: Page, task: string, list: Form, answers: Answers): Promise<void> => {
  const sections = sectionFields(list, answers);
  const path = () => new URL(page.url()).pathname;
  const [first] = sections.keys();
  // To the first section by its link.
  for (let presses = 0; presses < 200 && (await focused(page)).leadsTo !== `${task}/sections/${first}`; presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith(`${task}/sections/`));
  while (path().startsWith(`${task}/sections/`)) {
    const here = path();
    const fields = sections.get(here.slice(here.lastIndexOf('/') + 1)) ?? [];
    const wanted = (of: string) => fields.filter(([name]) => name === of).map(([, value]) => value);
    const isButton = ({ name, value }: Focus) => name === 'action' && value === 'continue';
    await tabTo(page, isButton, async (focus) => {
      if (!['', 'submit', 'button'].includes(focus.type)) await answer(page, focus, wanted(focus.name));
    });
    await page.keyboard.press('Enter');
    await page
      .waitForURL((url) => url.pathname !== here)
      .catch(async (error: unknown) => {
        throw new Error(`Stays at ${here}: ${await page.locator('main').innerText()}`, { cause: error });
      });
  }
  await tabTo(
    page,
    ({ leadsTo }) => leadsTo === `${task}/complete`,
    async () => {},
  );
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/staff\/tasks\?done=/);
};
