import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { wholeJourney, workUpTo } from '../support/case-work.ts';
import { council } from '../support/platform.ts';
import { type Site, startSite } from './browser.ts';
import { enter, finishByKeys, finishByPages } from './work-by-pages.ts';

const found = inject('browser');

describe.skipIf(!found)('A case', () => {
  let site: Site;
  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found, { councils: [council] });
  });
  afterAll(() => site?.stop());

  const stageOf = async (reference: string) =>
    (await site.deps.store.knownCase(councilSlug.parse(council), caseReference.parse(reference))).stage;

  /** The open task of a kind: its page, who does it, and the usual answers. */
  const taskOf = async (reference: string, kind: TaskKind) => {
    const { role } = kindsOfWork[kind];
    const task = await site.client.waitForTask(role, reference, kind);
    const keyWorkerId = site.member('key-worker').id;
    const { keyWorker } = await site.deps.store.knownCase(councilSlug.parse(council), caseReference.parse(reference));
    const answers = staffAnswers('2026-01-05', { keyWorkerId })[kind];
    return {
      path: `/${council}/staff/tasks/${task.id}`,
      name: task.assignee?.name ?? site.member(role).name,
      list: workLists[kind],
      answers: { ...answers, ...(kind === 'draft-plan' && keyWorker === undefined && { keyWorkerId }) },
    };
  };

  it.each([{ javaScript: true }, { javaScript: false }])(
    'goes from its triage to running support by the pages of five roles alone (JavaScript: $javaScript)',
    async ({ javaScript }) => {
      const { reference } = await site.client.submit(completeAnswers(needsAssessment), `case ${javaScript}`);
      const faults: string[] = [];

      for (const kind of wholeJourney) {
        const { path, name, list, answers } = await taskOf(reference, kind);
        const opened = await site.newPage({ javaScript });
        await enter(opened.page, path, name);
        await finishByPages(opened.page, path, list, answers);
        await site.settle();
        faults.push(...opened.faults);
        await opened.context.close();
      }

      expect(await stageOf(reference)).toBe('support');
      expect(faults).toEqual([]);
    },
  );

  it('is assessed by the keyboard alone, from the link of the mail to the last button', async () => {
    const { reference } = await site.client.submit(completeAnswers(needsAssessment), 'by keys');
    await workUpTo(site, reference, 'triage-request');
    const { path, name, list, answers } = await taskOf(reference, 'assess-needs');
    const { page, context, faults } = await site.newPage();
    await enter(page, path, name);

    await finishByKeys(page, path, list, answers);
    await site.settle();

    const { tasks } = await site.client.readCase(reference);
    expect(tasks.find(({ kind }) => kind === 'assess-needs')?.status).toBe('completed');
    expect(faults).toEqual([]);
    await context.close();
  });
});
