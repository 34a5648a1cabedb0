import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersGiven } from '../../domain/forms/saved-answers.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { sectionFields } from '../../local/demo/section-fields.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { Form } from '../../schemas/form-language.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference, councilSlug } from '../../schemas/scalars.ts';
import { type TaskKind, taskKind } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { platform as byPlatform, eventOf } from '../../services/store/audit.ts';
import { createWorkDrafts } from '../../services/work/work-drafts.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { taskPages } from '../support/staff-pages.ts';
import { readableText } from '../templates/page-inputs.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** A piece of work of a kind on a new case, as if it had been opened by hand. */
const opened = async (kind: TaskKind) => {
  const { store, clock } = platform.deps;
  const { reference } = await platform.client.submit(completeAnswers(needsAssessment), kind);
  const careCase = await store.knownCase(councilSlug.parse(council), caseReference.parse(reference));
  const task = newTask(careCase, { thread: 'case', step: `${kind}-by-hand-abc`, kind }, clock.now());
  const event = eventOf(platform.deps, careCase, {
    actor: byPlatform('test'),
    action: 'task-created',
    about: task.id,
    authority: 'A test',
  });
  await store.commit({ tasks: [task], events: [event] });
  return task;
};

/** Work that a case which is new cannot finish yet, with what its page says then. */
const waitsFor: Partial<Record<TaskKind, string>> = {
  'draft-plan': 'Name the key worker: the case has none',
  'check-plan': 'There is no plan to check',
  'agree-plan-for-council': 'There is no plan to agree',
  'agree-plan': 'There is no plan to agree',
  'set-up-support': 'Name the key worker: the case has none',
  'review-plan': 'Name the key worker: the case has none',
  'change-plan': 'There is no plan in force to change',
  'decide-review-request': 'There is no plan in force to review or to change',
  'give-notice-of-end': 'There is no support that could end',
  'end-support': 'Give notice with the reasons first',
};

// What is asked only of work that belongs to no case is opened by a request: see `review-requests-end.test.ts`.
const kinds = taskKind.options.filter((kind) => kind !== 'find-person');

describe('every kind of work', () => {
  it.each(kinds)('opens, saves each section, is read again and finished from its pages: %s', async (kind) => {
    const task = await opened(kind);
    const list: Form = workLists[kind];
    const pages = taskPages(platform, task.id);
    const answers: Record<string, unknown> = { ...staffAnswers('2026-01-05')[kind] };

    const overview = await pages.open(task.role);
    for (const { id } of list.sections) {
      const section = await pages.open(task.role, `/sections/${id}`);
      expect(section.status, id).toBe(200);
      const fields = new URLSearchParams(sectionFields(list, answers).get(id));
      expect((await pages.post(task.role, `/sections/${id}`, fields)).status, id).toBe(303);
    }
    const check = await pages.open(task.role, '/check');

    expect(overview.status).toBe(200);
    expect(check.status).toBe(200);
    expect(readableText(check.text)).not.toContain('Not answered yet');
    const { answers: saved } = await createWorkDrafts(platform.deps).read(task);
    expect(answersGiven(saved)).toEqual(answers);
    const finished = await pages.post(task.role, '/complete', pages.form(check.text));
    const words = readableText(finished.text);
    const notYet = waitsFor[kind];
    expect(finished.status, words).toBe(notYet ? 400 : 303);
    if (notYet) expect(words).toContain(notYet);
    // What is finished is a record, and no unfinished work any more; what is refused has lost nothing.
    expect(Object.keys((await createWorkDrafts(platform.deps).read(task)).answers).length > 0).toBe(
      notYet !== undefined,
    );
  });
});
