import { afterAll, beforeAll, expect, it } from 'vitest';
import { helpNow } from '../../schemas/forms/help-now.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { formMinutes } from '../../schemas/work-figures.ts';
import { figuresPartition } from '../../services/store/keys.ts';
import { createBrowser } from '../support/browser-client.ts';
import { begin, fillIn } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const path = `/${council}/staff/team/forms`;
const counted = () =>
  platform.deps.store.items.list(formMinutes, figuresPartition(councilSlug.parse(council)), 'FORMS#');
const table = async () => {
  const { json } = await platform.send('GET', path, { as: 'manager', headers: { accept: 'application/json' } });
  return json.tables[0].rows;
};

/** Fills in the short form, lets time go by before its last page, and sends it. */
const sendAfter = async (...pauses: string[]) => {
  const browser = createBrowser(platform.url);
  await begin(browser, helpNow);
  await fillIn(browser, helpNow, {});
  const check = browser.page.path;
  for (const pause of pauses) {
    await platform.platform.clock.forward(pause);
    await browser.open(check);
  }
  await browser.press(helpNow.send);
};

it('the minutes of each form that was sent are counted once, without pauses, and told to managers beside what the form says', async () => {
  await sendAfter('PT6M', 'PT50M');
  expect((await counted()).map(({ forms }) => forms)).toEqual([{ 'help-now': { 10: 1 } }]);
  expect(await table()).toEqual([
    [helpNow.title, expect.stringContaining('minutes'), 'Too few to tell', ...Array(4).fill('Fewer than 5')],
  ]);

  for (const _ of [1, 2, 3, 4]) await sendAfter('PT6M');
  expect((await table())[0].slice(2)).toEqual([
    '10 minutes',
    5,
    expect.anything(),
    expect.anything(),
    expect.anything(),
  ]);

  expect((await platform.send('GET', path, { as: 'assessor' })).status).toBe(403);
  expect((await platform.send('GET', path, { as: 'manager', headers: { accept: 'text/html' } })).text).toContain(
    'How many minutes people took over the forms that they sent',
  );
});
