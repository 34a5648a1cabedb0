import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseStage } from '../../schemas/case.ts';
import { staffRole } from '../../schemas/staff.ts';
import { taskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { exampleCases, firstDay } from '../../services/casework/tour-cases.ts';
import { roleWords } from '../../services/casework/who-did-it.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const page = async (path: string) => {
  const { status, text } = await platform.send('GET', `/${council}/staff/tour${path}`, {
    as: 'complaints-manager',
    headers: { accept: 'text/html' },
  });
  return { status, text };
};

describe('the tour', { timeout: 60_000 }, () => {
  it('leads from each role to its first day and all of its work, for whoever is signed in', async () => {
    const overview = await page('');
    for (const role of staffRole.options) {
      const { status, text } = await page(`/roles/${role}`);
      expect(status).toBe(200);
      expect(overview.text).toContain(`/staff/tour/roles/${role}"`);
      for (const step of firstDay[role]) expect(text).toContain(step.slice(0, 20));
      const work = taskKind.options.filter((kind) => kindsOfWork[kind].role === role);
      for (const kind of work) expect(text).toContain(`/staff/tour/work/${kind}"`);
      expect(overview.text.toLowerCase()).toContain(roleWords[role]);
    }
  });

  it('has an example in each state, marked as one, that leads to what each piece of work asks', async () => {
    for (const stage of caseStage.options) {
      const { status, text } = await page(`/cases/${stage}`);
      expect(status).toBe(200);
      expect(text).toContain('This is an example');
      for (const { kind } of exampleCases[stage].open) {
        expect(text).toContain(kindsOfWork[kind].title);
        expect(text).toContain(`/staff/tour/work/${kind}"`);
      }
    }
  });

  it('shows what every kind of work asks, as the council asks it, and says that there is no other', async () => {
    for (const kind of taskKind.options) {
      const { status, text } = await page(`/work/${kind}`);
      expect(status, kind).toBe(200);
      expect(text, kind).toContain('<li>');
      // No word that stands for whoever types is left.
      expect(text, kind).not.toMatch(/\{[a-z]+\}/i);
    }
    expect((await page('/work/nothing')).status).toBe(404);
    expect((await page('/cases/nothing')).status).toBe(404);
    expect((await page('/roles/nobody')).status).toBe(404);
  });

  it('leaves no case, no work and no mail behind', async () => {
    const listed = await platform.send('GET', `/${council}/staff/tasks`, { as: 'manager' });

    expect(listed.json.tasks).toEqual([]);
    expect(await platform.platform.mail.list()).toEqual([]);
  });
});
