import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { executionPage, executionsPage } from '../../../local/views/pages.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';
import { aHistory, anExecution, entered, left } from './an-execution.ts';

const machine = JSON.stringify({
  Comment: 'Lunch on <Monday>',
  StartAt: 'Cook',
  States: {
    Cook: { Type: 'Task', Next: 'Eat', Catch: [{ ErrorEquals: ['Burnt'], Next: 'Order in' }] },
    Eat: { Type: 'Succeed' },
    'Order in': { Type: 'Fail' },
  },
});
const now = '2026-01-05T09:00:10Z';
const cooking = anExecution({ currentStates: ['Cook'], history: aHistory(entered('Cook')) });

describe('executionPage', () => {
  it('marks the current state with a word, a thick border and a fill, and the state to come with none', async () => {
    const page = await executionPage(cooking, machine, { now });

    expect(page).toMatch(/<g id="now-0">\s*<path [^>]*fill="#ffe680" stroke="#1a1a1a" stroke-width="4"/);
    expect(page).toContain('>▶ Function, now</tspan>');
    expect(page).toContain('>End</tspan>');
  });

  it('ticks the states that were visited and counts those visited twice', async () => {
    const history = aHistory(entered('Cook'), left('Cook'), entered('Cook'), left('Cook'), entered('Eat', 'Succeed'));
    const page = await executionPage(anExecution({ status: 'SUCCEEDED', history }), machine, { now });

    expect(page).toContain('✓ Function, 2 times');
    expect(page).toContain('✓ End');
    expect(page).toContain('Ended there');
  });

  it('leaves the 1 way on an error to a note, and draws it dashed when asked', async () => {
    const dashes = /stroke-dasharray/g;
    const page = await executionPage(cooking, machine, { now });
    const whole = await executionPage(cooking, machine, { now, catches: true });

    expect(page).not.toMatch(dashes);
    expect(page).toContain('<li><strong>Order in</strong>, on Burnt, from Cook</li>');
    expect(whole.match(dashes)).toHaveLength(1);
    expect(whole).toContain('>Order in</tspan>');
  });

  it('names the picture for assistive technology and lets the keyboard scroll it', async () => {
    const page = await executionPage(cooking, machine, { now });

    expect(page).toMatch(/<svg [^>]*role="img" aria-labelledby="picture-title picture-desc"/);
    expect(page).toContain('<desc id="picture-desc">1 of the 2 states drawn were visited. The execution is in Cook.');
    expect(page).toMatch(/<div class="picture" tabindex="0" role="region" aria-label="[^"]+"/);
  });

  it('shows an execution whose machine is gone without a picture', async () => {
    const page = await executionPage(cooking, '{}', { now });

    expect(page).not.toContain('<svg');
    expect(page).toContain('no longer has this machine');
    expect(page).toContain('<td>Cook</td>');
  });

  it.each([
    { events: 500, rows: 500, says: false },
    { events: 501, rows: 500, says: true },
  ])('shows $rows rows of $events events', async ({ events, rows, says }) => {
    const history = aHistory(...Array.from({ length: events }, () => entered('Cook')));
    const page = await executionPage(anExecution({ history }), machine, { now });
    const whole = await executionPage(anExecution({ history }), machine, { now, allEvents: true });

    expect(page.match(/<details><summary>JSON/g)).toHaveLength(rows);
    expect(page.includes('1 earlier ones are left out')).toBe(says);
    expect(whole.match(/<details><summary>JSON/g)).toHaveLength(events);
  });

  it('shows markup in names, errors and comments as text', async () => {
    const attack = '<script>alert(1)</script>';
    const states = JSON.stringify({ StartAt: attack, States: { [attack]: { Type: 'Fail', Comment: attack } } });
    const history = aHistory(entered(attack, 'Fail'));
    const execution = anExecution({
      name: attack,
      machine: attack,
      status: 'FAILED',
      error: attack,
      cause: attack,
      history,
    });

    const page = await executionPage(execution, states, { now });

    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('executionsPage', () => {
  it('marks the filter in use and links each execution', () => {
    const page = executionsPage([cooking], 'RUNNING');

    expect(page).toContain('<a href="/_local/executions?status=RUNNING" aria-current="page">Running</a>');
    expect(page.match(/aria-current=/g)).toHaveLength(1);
    expect(page).toContain('<a href="/_local/executions/monday">monday</a>');
  });

  it('says so where there is none', () => {
    expect(executionsPage([], 'FAILED')).toContain('There is none.');
  });
});

describe('on the running platform', () => {
  let tested: TestPlatform;
  let reference: string;
  const html = { accept: 'text/html' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const get = async (path: string) => (await tested.send('GET', path, { headers: html })).text;

  beforeAll(async () => {
    tested = await startTestPlatform();
    ({ reference } = await tested.client.submit(
      completeAnswers(needsAssessment),
      'f2a0b1de-3c1f-4f6e-9a57-0a1c6f3f2b11',
    ));
    await tested.settle();
  });
  afterAll(() => tested.stop());

  const nameOf = (of: string) => `leicestershire_${of}_assessment-1_1`;

  it('links the case, its task mail and everything else from the start page', async () => {
    const page = await get('/_local');

    expect(page).toContain('Monday 5 January 2026 at 10:00');
    expect(page).toContain(`href="/_local/executions/${nameOf(reference)}"`);
    expect(page).toMatch(/<strong>Triage the request<\/strong>.*Waits for a person.*href="\/_local\/mailbox\//s);
    for (const href of [
      '/leicestershire',
      '/leicestershire/forms/needs-assessment',
      '/_local/mailbox',
      '/openapi.json',
    ]) {
      expect(page).toContain(`href="${href}"`);
    }
  });

  it.each([
    { name: 'start', path: () => '/_local' },
    { name: 'executions', path: () => '/_local/executions' },
    { name: 'execution', path: () => `/_local/executions/${nameOf(reference)}` },
    { name: 'execution with every way', path: () => `/_local/executions/${nameOf(reference)}?catches=1` },
    { name: 'mailbox', path: () => '/_local/mailbox' },
  ])('writes the $name page as valid HTML without a script', async ({ path }) => {
    const page = await get(path());

    expect(await htmlFaults(page)).toEqual([]);
    expect(page).not.toContain('<script');
  });

  it('keeps to JSON for whoever does not ask for HTML', async () => {
    expect((await tested.send('GET', '/_local/executions')).json).toHaveLength(1);
  });

  it('filters by status, and takes an unknown status for no filter', async () => {
    expect(await get('/_local/executions?status=FAILED')).toContain('There is none.');
    expect(await get('/_local/executions?status=LUNCH')).toContain(nameOf(reference));
  });

  it('answers 404 for an execution that is not there', async () => {
    expect((await tested.send('GET', '/_local/executions/nobody', { headers: html })).status).toBe(404);
  });

  it('moves the clock by the form to a time in London and tells what has happened', async () => {
    const moved = await tested.send('POST', '/_local/clock', { headers: form, body: 'to=2026-03-30+09%3A00' });
    const page = await get(moved.headers.get('location') ?? '');

    expect(moved.status).toBe(303);
    expect(tested.platform.clock.now().toString()).toBe('2026-03-30T08:00:00Z');
    expect(page).toContain('The clock has moved');
    expect(page).toMatch(/\d+ emails were sent/);
  });

  it.each([
    { to: 'soon', says: 'Enter a time in London such as 2027-01-04 09:00' },
    { to: '2026-02-30 09:00', says: 'Enter a time in London' },
    { to: '2020-01-01T00:00:00Z', says: 'cannot go back' },
  ])('leaves the clock for "$to" and says why beside the field, with what was entered', async ({ to, says }) => {
    const before = tested.platform.clock.now().toString();
    const body = new URLSearchParams({ to }).toString();
    const { status, text } = await tested.send('POST', '/_local/clock', { headers: form, body });

    expect(status).toBe(400);
    expect(text).toContain('<title>Error: ');
    expect(text).toContain(says);
    expect(text).toContain(`value="${to}"`);
    expect(await htmlFaults(text)).toEqual([]);
    expect(tested.platform.clock.now().toString()).toBe(before);
  });

  it('answers a JSON client that asks for nonsense with a problem', async () => {
    const { status, json } = await tested.send('POST', '/_local/clock', { body: { to: 'soon' } });

    expect(status).toBe(400);
    expect(json).toMatchObject({ title: 'There is a problem' });
  });
});
