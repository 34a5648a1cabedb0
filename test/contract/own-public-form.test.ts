import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Council } from '../../schemas/council.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createApplications } from '../../services/apply/applications.ts';
import { publicForm } from '../../services/apply/public-forms.ts';
import type { Deps } from '../../services/deps.ts';
import { copiesOf } from '../../services/follow/case-copies.ts';
import { addedFor } from '../../services/work/task-lists.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

const slug = councilSlug.parse('leicestershire');
const question = {
  id: 'councilLibrary',
  type: 'text',
  label: 'Which library is near?',
  name: 'Library',
  error: 'Enter which library is near',
};

let platform: TestPlatform;
let deps: Deps;
let council: Council;
beforeAll(async () => {
  platform = await startTestPlatform();
  const page = needsAssessment.sections.at(-1)?.pages.at(-1)?.id;
  const lists = { 'needs-assessment': { version: 4, add: [{ page, shownIn: 'triage-request', question }] } };
  council = { ...platform.deps.councils.known(slug), lists };
  deps = Object.create(platform.deps, {
    councils: { value: { ...platform.deps.councils, known: () => council, find: () => council } },
  }) as Deps;
});
afterAll(() => platform.stop());

describe('a public form with a council’s own question', () => {
  it('asks it, and no other council does', () => {
    const asked = (of: Council) => JSON.stringify(publicForm(deps, of, 'needs-assessment')?.form);

    expect(asked(council)).toContain('Which library is near?');
    expect(asked(platform.deps.councils.known(councilSlug.parse('coventry')))).not.toContain('Which library is near?');
  });

  it('keeps its answer apart, shows it to who triages, and gives it in the person’s copy', async () => {
    const given = completeAnswers(needsAssessment);
    const send = createApplications(deps);

    await expect(send(council, 'needs-assessment', given, 'key-1')).rejects.toMatchObject({
      details: { errors: [{ field: 'councilLibrary', message: 'Enter which library is near' }] },
    });
    const { application } = await send(council, 'needs-assessment', { ...given, councilLibrary: 'Fosse' }, 'key-2');

    const records = (await deps.store.whole(slug, application.reference))?.records ?? [];
    const record = records.find(({ kind }) => kind === 'application');
    expect(record).toMatchObject({ added: { councilLibrary: 'Fosse' }, overlayVersion: 4 });
    expect(record).not.toHaveProperty('answers.councilLibrary');
    expect(addedFor(council, { kind: 'triage-request' }, records)).toMatchObject([
      { label: 'Which library is near?', lines: ['Fosse'] },
    ]);
    expect(addedFor(council, { kind: 'assess-needs' }, records)).toEqual([]);
    expect(JSON.stringify(copiesOf(council, records))).toContain('Fosse');
  });
});
