import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Site, startSite } from './browser.ts';
import { axeViolations, keyboardFaults, sidewaysScroll } from './page-checks.ts';

const found = inject('browser');
const page = (body: string) =>
  `<!doctype html><html lang="en-GB"><title>One</title><main><h1>One</h1>${body}</main></html>`;

describe.skipIf(!found)('What is looked at on every page', () => {
  let site: Site;
  beforeAll(async () => {
    if (found) site = await startSite(found);
  });
  afterAll(() => site?.stop());

  it.each([
    {
      fault: 'a field without a label',
      body: '<input id="a">',
      check: axeViolations,
      says: /axe label: .*#a|axe label: .*input/,
    },
    {
      fault: 'grey words on white',
      body: '<p style="color:#bbb">Faint</p>',
      check: axeViolations,
      says: /axe color-contrast: .*contrast of 1\.\d+/,
    },
    {
      fault: 'something 400 px wide in a window of 320 px',
      body: '<div id="wide" style="width:400px">Wide</div>',
      check: sidewaysScroll,
      says: /400|408/,
    },
    {
      fault: 'a link that hides its focus',
      body: '<style>a:focus{outline:none}</style><a id="dim" href="/">Dim</a>',
      check: keyboardFaults,
      says: /dim does not show that it has the focus/,
    },
    {
      fault: 'a field that jumps the order of Tab',
      body: '<input id="first"><input id="second" tabindex="1">',
      check: keyboardFaults,
      says: /second jumps the order/,
    },
  ])('finds $fault', async ({ body, check, says }) => {
    const opened = await site.newPage();
    await opened.page.setContent(page(body));

    const faults = await check(opened.page);

    expect(faults.join('\n')).toMatch(says);
    await opened.context.close();
  });

  it('is a page as it should be without any fault', async () => {
    const opened = await site.newPage();
    await opened.page.setContent(page('<label for="a">Name</label> <input id="a"><a href="/">A link</a>'));

    const faults = [
      ...(await axeViolations(opened.page)),
      ...(await sidewaysScroll(opened.page)),
      ...(await keyboardFaults(opened.page)),
    ];

    expect(faults).toEqual([]);
    await opened.context.close();
  });
});
