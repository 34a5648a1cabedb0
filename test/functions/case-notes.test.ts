import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let one: string;
let other: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  [one = '', other = ''] = await Promise.all(
    ['one', 'other'].map(
      async (key) =>
        (
          await platform.client.submit(
            completeAnswers(needsAssessment, { firstName: key === 'one' ? 'Rose' : 'Daphne' }),
            key,
          )
        ).reference,
    ),
  );
  await platform.settle();
});
afterAll(() => platform.stop());

const html = { accept: 'text/html' };
const open = (path: string, as: StaffRole = 'key-worker') =>
  platform.send('GET', `/${council}/staff/cases/${path}`, { as, headers: html });
const send = (path: string, fields: Record<string, string>, as: StaffRole = 'key-worker') =>
  platform.send('POST', `/${council}/staff/cases/${path}`, {
    as,
    body: new URLSearchParams(fields).toString(),
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
  });
const idOn = (page: string): string => /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';

const aNote = {
  kind: 'call',
  'happenedOn.day': '4',
  'happenedOn.month': '1',
  'happenedOn.year': '2026',
  said: 'I manage, love.',
  view: 'She is proud.',
  shown: 'yes',
};

describe('a note', () => {
  it('says when it happened apart from when it was written, and facts apart from opinion', async () => {
    const id = idOn((await open(`${one}/notes/new`)).text);
    const first = await send(`${one}/notes`, { ...aNote, id, pressed: 'finish' });
    const again = await send(`${one}/notes`, { ...aNote, id, pressed: 'finish' });

    const { text } = await open(`${one}/notes`);

    expect([first.status, again.status]).toEqual([303, 303]);
    expect(text.match(/I manage, love\./g)).toHaveLength(1);
    expect(text).toContain('A phone call, Sunday 4 January 2026');
    expect(text).toMatch(/Written by [\w ,]+ on Monday 5 January 2026/);
    expect(text).toMatch(/Their words[\s\S]*I manage, love\.[\s\S]*Your view[\s\S]*She is proud\./);
  });

  it('is not changed once it is finished, and is added to', async () => {
    const id = idOn((await open(`${one}/notes/new`)).text);
    await send(`${one}/notes`, { ...aNote, said: 'The cat is called Tibbles.', id, pressed: 'finish' });

    const changed = await send(`${one}/notes`, { ...aNote, said: 'The dog is called Rex.', id, pressed: 'finish' });
    const page = await open(`${one}/notes/new?adds=${id}`);
    await send(`${one}/notes`, { ...aNote, said: 'It is a dog.', id: idOn(page.text), adds: id, pressed: 'finish' });

    expect(changed.status).toBe(409);
    expect(changed.text).toContain('A finished note is not changed');
    expect(changed.text).toContain('The dog is called Rex.');
    expect((await open(`${one}/notes`)).text).toContain(`href="#note-${id}"`);
  });

  it('comes back with every problem and all that was typed', async () => {
    const id = idOn((await open(`${one}/notes/new`)).text);

    const { status, text } = await send(`${one}/notes`, {
      id,
      kind: 'call',
      'happenedOn.day': '31',
      'happenedOn.month': '2',
      'happenedOn.year': '2026',
      next: 'Ring <her> sister',
      pressed: 'finish',
    });

    expect(status).toBe(400);
    expect(text).toContain('Write what was said, what you saw, or what you think');
    expect(text).toContain('Ring &lt;her&gt; sister');
    expect(text).toContain('value="31"');
  });

  it('stays a draft, half right, for its writer alone', async () => {
    const id = idOn((await open(`${one}/notes/new`)).text);
    const saved = await send(`${one}/notes`, { id, said: 'Half a thought', pressed: 'draft' });

    const [mine, theirs, taken] = [
      await open(`${one}/notes/${id}`),
      await open(`${one}/notes`, 'assessor'),
      await send(`${one}/notes`, { ...aNote, id, pressed: 'finish' }, 'assessor'),
    ];

    expect(saved.headers.get('location')).toContain('done=note-saved');
    expect(mine.text).toContain('Half a thought');
    expect(theirs.text).not.toContain('Half a thought');
    expect(taken.status).toBe(403);
  });

  it('on the wrong person moves to the right one, and leaves a trace without what it said', async () => {
    const id = idOn((await open(`${one}/notes/new`)).text);
    await send(`${one}/notes`, { ...aNote, said: 'My son hits me.', id, pressed: 'finish' });

    const wrong = await send(`${one}/notes/${id}/move`, { to: '000-0000-000', reason: 'Wrong window.' });
    const moved = await send(`${one}/notes/${id}/move`, { to: other.toLowerCase(), reason: 'Wrong window.' });
    const again = await send(`${one}/notes/${id}/move`, { to: other, reason: 'Wrong window.' });
    const [here, there] = [await open(`${one}/notes`), await open(`${other}/notes`)];

    expect(wrong.text).toContain('There is no case with this reference that you may write on');
    expect([moved.status, again.status]).toEqual([303, 303]);
    expect(here.text).not.toContain('My son hits me.');
    expect(here.text).toContain(`Moved to ${other}`);
    expect(there.text.match(/My son hits me\./g)).toHaveLength(1);
    expect(there.text).toContain(`Moved here from ${one}`);
  });

  it('of somebody else is not theirs to move', async () => {
    const id = idOn((await open(`${one}/notes/new`)).text);
    await send(`${one}/notes`, { ...aNote, id, pressed: 'finish' });

    const { status } = await send(`${one}/notes/${id}/move`, { to: other, reason: 'x' }, 'assessor');

    expect(status).toBe(403);
  });

  it('stands in the history of the case by its name alone', async () => {
    const { json } = await platform.send('GET', `/${council}/staff/cases/${one}`, { as: 'manager' });
    const lines = json.events.filter(({ action }: { action: string }) => action.startsWith('note-'));

    expect(lines.length).toBeGreaterThan(3);
    expect(JSON.stringify(lines)).not.toContain('manage, love');
  });
});
